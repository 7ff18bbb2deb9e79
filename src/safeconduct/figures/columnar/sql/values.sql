-- The values of live supporting statements as numbers and short texts, one row a statement.
-- The lookups `*_code` are filled from the distinct cells before.

CREATE TABLE said AS
SELECT spoken.pos, spoken.incident,
       CASE WHEN copy_voice.pos IS NULL THEN spoken.voice ELSE copy_voice.voice END AS voice, spoken.depth, spoken.grade, spoken.is_organ,
       strong.pos IS NOT NULL AS is_strong,
       copy_voice.pos IS NOT NULL AS repeats,
       date_code.first AS first, date_code.last AS last, date_code.hedged AS hedged,
       date_extent AS extent,
       CASE WHEN starts_with(place_of_act, 'unknown:') THEN NULL ELSE place_of_act END AS place_of_act,
       CASE WHEN starts_with(place_of_target, 'unknown:') THEN NULL ELSE place_of_target END AS place_of_target,
       CASE WHEN starts_with(origin, 'unknown:') THEN NULL ELSE origin END AS origin,
       hosts_code.hosts AS hosts,
       CASE WHEN starts_with(setting, 'unknown:') THEN NULL ELSE setting END AS setting,
       CASE WHEN starts_with(attribution, 'unknown:') THEN NULL ELSE attribution END AS attribution,
       CASE WHEN starts_with(actor_organ_of, 'unknown:') THEN NULL ELSE actor_organ_of END AS actor_organ_of,
       techniques_code.mask AS techniques,
       targets_code.mask AS targets,
       outcome_code.mask AS outcome,
       try_cast(persons_min AS BIGINT) AS persons_min,
       CASE WHEN try_cast(persons_min AS BIGINT) IS NULL THEN NULL
            WHEN persons_max = 'open' THEN 9223372036854775807
            ELSE try_cast(persons_max AS BIGINT) END AS persons_max
FROM spoken
JOIN raw_statements ON raw_statements.rowid = spoken.pos
LEFT JOIN strong ON strong.pos = spoken.pos
LEFT JOIN copy_voice ON copy_voice.pos = spoken.pos
LEFT JOIN date_code ON date_code.text = raw_statements.date
LEFT JOIN hosts_code ON hosts_code.text = raw_statements.hosts
LEFT JOIN techniques_code ON techniques_code.text = raw_statements.techniques
LEFT JOIN targets_code ON targets_code.text = raw_statements.targets
LEFT JOIN outcome_code ON outcome_code.text = raw_statements.outcome
WHERE role = 'S' AND NOT is_withdrawn AND spoken.pos NOT IN (SELECT pos FROM fallen);
