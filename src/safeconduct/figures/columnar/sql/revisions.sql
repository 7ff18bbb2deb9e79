-- The statements that revise others, and whether a voice revises itself: of `record/account.py`.

CREATE TABLE revision AS
WITH pair AS (
    SELECT revising.rowid AS pos, revising.id, revising.mode, revising.source, revising.derived_from,
           revised.rowid AS revised, revised.source AS revised_source, revised.derived_from AS revised_from
    FROM raw_statements AS revising JOIN raw_statements AS revised ON revised.id = revising.revises
    WHERE revising.revises IS NOT NULL
)
SELECT pair.pos, pair.id, pair.mode, pair.revised, raw_sources.published,
       pair.source = pair.revised_source OR coalesce(one.voice = other.voice, false) AS is_own
FROM pair
JOIN raw_sources ON raw_sources.id = pair.source
JOIN source ON source.id = pair.source
LEFT JOIN passage ON passage.source_id = pair.source AND passage.derived_from = pair.derived_from
JOIN provenance AS one ON one.node = coalesce(passage.node, source.source)
JOIN source AS revised_source ON revised_source.id = pair.revised_source
LEFT JOIN passage AS revised_passage
  ON revised_passage.source_id = pair.revised_source AND revised_passage.derived_from = pair.revised_from
JOIN provenance AS other ON other.node = coalesce(revised_passage.node, revised_source.source);
