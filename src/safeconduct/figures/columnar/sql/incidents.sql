-- One row an incident: its standing and what its statements add up to; the SQL form of `record/standing.py`.
-- Expects `said`, the `adopted_*` tables, and `decided(incident, occurrence, actor_organ_of)`.

CREATE TABLE accused AS
WITH concerned AS (
    SELECT DISTINCT incident FROM spoken WHERE role = 'O' OR basis IS NOT NULL
)
SELECT incident, unnest(
    list_concat([actor_organ_of],
                CASE WHEN attribution IN ('state-organ', 'state-directed') THEN [origin] ELSE [] END,
                CASE WHEN attribution = 'host-state-organ' THEN string_split(hosts, ';') ELSE [] END)) AS state,
       pos
FROM said JOIN concerned USING (incident) WHERE NOT repeats
UNION ALL
SELECT incident, actor_organ_of, -1 FROM decided WHERE actor_organ_of IS NOT NULL;

CREATE TABLE dispute AS
SELECT DISTINCT spoken.incident
FROM spoken JOIN provenance USING (node)
WHERE role = 'O' AND NOT is_withdrawn AND spoken.pos NOT IN (SELECT pos FROM fallen)
  AND is_credible AND spoken.voice IS NOT NULL
  AND NOT EXISTS (
      SELECT 1 FROM accused
      WHERE accused.incident = spoken.incident AND list_contains(provenance.organs, accused.state)
  );

CREATE TABLE ground AS
SELECT DISTINCT spoken.incident
FROM spoken JOIN said USING (pos)
WHERE spoken.basis IS NOT NULL AND said.is_strong AND NOT said.repeats AND (
    spoken.basis = 'verified-evidence'
    OR (spoken.basis IN ('court-finding', 'official-finding') AND spoken.basis_against = spoken.basis_by)
    OR (spoken.basis = 'court-finding' AND said.origin IS NOT NULL AND said.origin <> spoken.basis_by
        AND NOT EXISTS (SELECT 1 FROM accused WHERE accused.pos = said.pos AND accused.state = spoken.basis_by))
    OR (spoken.basis IN ('admission', 'register-entry') AND EXISTS (
        SELECT 1 FROM accused WHERE accused.incident = spoken.incident AND accused.state = spoken.basis_by))
);

CREATE TABLE summed AS
SELECT incident,
       min(voice) FILTER (is_strong) AS first_voice,
       max(voice) FILTER (is_strong) AS last_voice,
       coalesce(bool_and(is_organ) FILTER (is_strong), false) AS official,
       count(*) FILTER (repeats) AS repeats,
       coalesce(bit_or(techniques) FILTER (is_strong), 0) AS strong_techniques,
       coalesce(bit_or(techniques), 0) AS every_techniques,
       coalesce(bit_or(targets) FILTER (is_strong), 0) AS strong_targets,
       coalesce(bit_or(targets), 0) AS every_targets,
       coalesce(bit_or(outcome) FILTER (is_strong), 0) AS strong_outcome,
       coalesce(bit_or(outcome), 0) AS every_outcome
FROM said GROUP BY incident;

CREATE TABLE assessed AS
SELECT raw_incidents.id,
       CASE WHEN decided.occurrence = 'did-not-occur' THEN 0
            WHEN NOT EXISTS (SELECT 1 FROM spoken WHERE spoken.incident = raw_incidents.id AND role = 'S') THEN 1
            WHEN summed.incident IS NULL THEN 2
            WHEN first_voice IS NOT NULL AND ground.incident IS NOT NULL THEN 7
            WHEN dispute.incident IS NOT NULL AND decided.occurrence IS NULL THEN 3
            WHEN first_voice IS NULL THEN 4
            WHEN first_voice <> last_voice THEN 6 ELSE 5 END AS standing,
       CASE WHEN first_voice = last_voice THEN first_voice ELSE '' END AS sole_voice,
       coalesce(official, false) AS official, coalesce(repeats, 0) AS repeats,
       strong_techniques, every_techniques, strong_targets, every_targets, strong_outcome, every_outcome
FROM raw_incidents
LEFT JOIN summed ON summed.incident = raw_incidents.id
LEFT JOIN decided ON decided.incident = raw_incidents.id
LEFT JOIN ground ON ground.incident = raw_incidents.id
LEFT JOIN dispute ON dispute.incident = raw_incidents.id;
