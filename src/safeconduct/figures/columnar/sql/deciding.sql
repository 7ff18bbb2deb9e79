-- One pass over all statements: for every incident and field, whether its deciding statements are of one mind.
-- Strong statements decide a field where there are any that give it, else weak ones. `is_one_NAME`
-- tells whether the incident is of one mind about a field.

CREATE TABLE mind AS
SELECT incident, is_strong,
       min(voice) AS first_voice, max(voice) AS last_voice, bool_and(is_organ) AS official,
       count(*) FILTER (repeats) AS repeats,
       bit_or(abroad) AS abroad, bit_or(techniques) AS techniques, bit_or(targets) AS targets, bit_or(outcome) AS outcome,
       {aggregates}
FROM said GROUP BY incident, is_strong;

CREATE TABLE deciding AS
SELECT coalesce(strong.incident, weak.incident) AS incident,
       strong.first_voice, strong.last_voice, coalesce(strong.official, false) AS official,
       coalesce(strong.repeats, 0) + coalesce(weak.repeats, 0) AS repeats,
       coalesce(strong.techniques, 0) AS strong_techniques,
       coalesce(strong.techniques, 0) | coalesce(weak.techniques, 0) AS every_techniques,
       coalesce(strong.targets, 0) AS strong_targets,
       coalesce(strong.targets, 0) | coalesce(weak.targets, 0) AS every_targets,
       coalesce(strong.outcome, 0) AS strong_outcome,
       coalesce(strong.outcome, 0) | coalesce(weak.outcome, 0) AS every_outcome,
       {chosen}
FROM (SELECT * FROM mind WHERE is_strong) AS strong
FULL JOIN (SELECT * FROM mind WHERE NOT is_strong) AS weak USING (incident);

-- The statements of the incidents that are not of one mind about some field; the rest are of one mind.
CREATE TABLE unsettled AS
SELECT pos, incident, voice, depth, grade, is_strong, {unsettled_columns}
FROM said SEMI JOIN (SELECT incident FROM deciding WHERE NOT ({is_settled})) AS torn USING (incident);
