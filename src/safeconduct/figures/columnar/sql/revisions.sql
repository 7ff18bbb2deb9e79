-- What a voice's own revisions do: the SQL form of the first half of `record/account.py`.

CREATE TABLE placed AS
SELECT raw_statements.rowid AS pos, raw_statements.id, incident, raw_statements.source, mode, revises, basis,
       basis_by, basis_against, credibility, provenance.node, provenance.voice, provenance.depth,
       provenance.grade, provenance.repeats_sources, len(provenance.organs) > 0 AS is_organ
FROM raw_statements
JOIN provenance ON provenance.node
    = CASE WHEN raw_statements.derived_from IS NULL THEN raw_statements.source
           ELSE raw_statements.source || chr(31) || raw_statements.derived_from END;

CREATE TABLE revision AS
SELECT revising.pos, revising.id, revising.mode, revised.pos AS revised, raw_sources.published,
       revising.source = revised.source OR coalesce(revising.voice = revised.voice, false) AS is_own
FROM placed AS revising JOIN placed AS revised ON revised.id = revising.revises
JOIN raw_sources ON raw_sources.id = revising.source
WHERE revising.revises IS NOT NULL;
