-- One row an incident, as `figures/coded.py` describes it: keys, spans and numbers.
-- A key is `values|certain|weak additions`; the values of a tie stand side by side.

CREATE TABLE spanned AS
SELECT incident, min(first) AS first, max(last) AS last, count(*) AS n_spans FROM adopted_date GROUP BY incident;

-- A date is hedged if every statement that gives exactly that span hedges it; few incidents have such statements.
CREATE TABLE hedging AS
WITH hedged AS (SELECT DISTINCT incident FROM said WHERE hedged)
SELECT pos, incident, is_strong, first, last, said.hedged
FROM said SEMI JOIN hedged USING (incident) WHERE first IS NOT NULL;

CREATE TABLE hedged_date AS
WITH spans AS (
    SELECT incident, first, last, certain FROM adopted_date
    UNION ALL
    SELECT incident, first, last, certain_date FROM deciding WHERE is_one_date AND first IS NOT NULL
),
judged AS (
    SELECT spans.incident, spans.first, spans.last, bool_and(hedging.hedged) AS hedged
    FROM spans JOIN hedging USING (incident, first, last)
    LEFT JOIN heard_date ON heard_date.pos = hedging.pos
    WHERE hedging.is_strong = spans.certain
      AND (heard_date.pos IS NOT NULL OR spans.incident NOT IN (SELECT incident FROM heard_date))
    GROUP BY spans.incident, spans.first, spans.last
)
SELECT incident, bool_or(hedged) AS hedged FROM judged GROUP BY incident;

CREATE TABLE numbered AS
SELECT incident, min(persons_min) AS persons_min, max(persons_max) AS persons_max
FROM adopted_persons GROUP BY incident;

CREATE TABLE settled AS
SELECT raw_incidents.rowid AS incident,
       CASE WHEN is_one_date THEN deciding.first ELSE spanned.first END AS first,
       CASE WHEN is_one_date THEN deciding.last ELSE spanned.last END AS last,
       coalesce(is_one_date, false) OR n_spans = 1 AS is_one_span,
       CASE WHEN is_one_extent THEN deciding.extent ELSE adopted_extent.extent END AS extent,
       CASE WHEN is_one_persons THEN deciding.persons_min ELSE numbered.persons_min END AS persons_min,
       CASE WHEN is_one_persons THEN deciding.persons_max ELSE numbered.persons_max END AS persons_max
FROM raw_incidents
LEFT JOIN deciding ON deciding.incident = raw_incidents.rowid
LEFT JOIN spanned ON spanned.incident = raw_incidents.rowid
LEFT JOIN numbered ON numbered.incident = raw_incidents.rowid
LEFT JOIN adopted_extent ON adopted_extent.incident = raw_incidents.rowid AND NOT adopted_extent.tied;

-- The position of each incident in the order of the ids, in which lineages are written.
CREATE TABLE placed AS SELECT rowid AS incident, row_number() OVER (ORDER BY id) AS place FROM raw_incidents;

CREATE TABLE coded AS
SELECT *,
       coalesce(first::VARCHAR, '') || '|' || coalesce(last::VARCHAR, '') || '|' || lasting::INTEGER || '|'
       || hedged::INTEGER || '|' || known::INTEGER AS date
FROM (
SELECT raw_incidents.id, raw_incidents.kind, placed.place,
       coalesce(chain, raw_incidents.id) AS chain,
       coalesce(person_group.name, raw_incidents.id) AS persons_group,
       assessed.standing,
       CASE WHEN decided_date.incident IS NOT NULL THEN decided_date.first
            WHEN settled.first > 1 THEN settled.first END AS first,
       CASE WHEN decided_date.incident IS NOT NULL THEN decided_date.last
            WHEN settled.last < 3652059 THEN settled.last END AS last,
       coalesce(coalesce(decided_extent.extent, settled.extent::VARCHAR) = 'lasting'
                AND coalesce(decided_date.known, settled.first IS NOT NULL AND is_one_span), false) AS lasting,
       coalesce(decided_date.hedged, hedged_date.hedged, false) AS hedged,
       coalesce(decided_date.known, settled.first IS NOT NULL) AS known,
       coalesce(decided_techniques.key, techniques_key.key) AS techniques,
       coalesce(decided_targets.key, targets_key.key) AS targets,
       coalesce(decided_outcome.key, outcome_key.key) AS outcome,
       {text_columns},
       CASE WHEN decided_persons.incident IS NOT NULL THEN decided_persons.persons_min
            ELSE coalesce(settled.persons_min, 1) END AS persons_min,
       CASE WHEN decided_persons.incident IS NOT NULL THEN decided_persons.persons_max
            WHEN settled.persons_max < 9223372036854775807 THEN settled.persons_max END AS persons_max,
       coalesce(decided_persons.known, settled.persons_min IS NOT NULL) AS persons_known,
       CASE WHEN first_voice = last_voice THEN voice.name ELSE '' END AS sole_voice,
       coalesce(official, false) AS official, coalesce(repeats, 0) AS repeats
FROM raw_incidents
JOIN placed ON placed.incident = raw_incidents.rowid
JOIN assessed ON assessed.incident = raw_incidents.rowid
JOIN settled ON settled.incident = raw_incidents.rowid
LEFT JOIN deciding ON deciding.incident = raw_incidents.rowid
LEFT JOIN voice ON voice.voice = deciding.first_voice
JOIN techniques_key ON techniques_key.strong = coalesce(strong_techniques, 0) AND techniques_key.every = coalesce(every_techniques, 0)
JOIN targets_key ON targets_key.strong = coalesce(strong_targets, 0) AND targets_key.every = coalesce(every_targets, 0)
JOIN outcome_key ON outcome_key.strong = coalesce(strong_outcome, 0) AND outcome_key.every = coalesce(every_outcome, 0)
LEFT JOIN person_group ON person_group.incident = raw_incidents.rowid
LEFT JOIN hedged_date ON hedged_date.incident = raw_incidents.rowid
LEFT JOIN decided_date ON decided_date.incident = raw_incidents.rowid
LEFT JOIN decided_extent ON decided_extent.incident = raw_incidents.rowid
LEFT JOIN decided_persons ON decided_persons.incident = raw_incidents.rowid
LEFT JOIN decided_techniques ON decided_techniques.incident = raw_incidents.rowid
LEFT JOIN decided_targets ON decided_targets.incident = raw_incidents.rowid
LEFT JOIN decided_outcome ON decided_outcome.incident = raw_incidents.rowid
{text_joins}
) AS undated;
