-- What each statement still counts for: the SQL form of the second half of `record/account.py`.
-- `withdrawn(pos)` is filled before.

CREATE TABLE spoken AS
SELECT placed.*,
       CASE WHEN placed.mode = 'denies' THEN 'O'
            WHEN placed.mode NOT IN ('corrects', 'retracts') THEN 'S'
            WHEN revision.is_own THEN 'R'
            WHEN placed.mode = 'retracts' THEN 'O' ELSE 'S' END AS role,
       withdrawn.pos IS NOT NULL AS is_withdrawn,
       grade <= 'C' AND coalesce(credibility, '1') <= '3' AS is_credible
FROM placed LEFT JOIN withdrawn USING (pos) LEFT JOIN revision USING (pos);

-- Sources whose every word for, or against, an incident is withdrawn; what only repeats them falls with them.
CREATE TABLE withdrawn_source AS
SELECT incident, role, source FROM spoken
WHERE role <> 'R' AND incident IN (SELECT incident FROM spoken WHERE is_withdrawn)
GROUP BY incident, role, source HAVING bool_and(is_withdrawn);

CREATE TABLE fallen AS
WITH RECURSIVE resting AS (
    SELECT pos, node, incident, role FROM spoken
    WHERE repeats_sources AND role <> 'R' AND basis IS NULL AND NOT is_withdrawn
      AND (incident, role) IN (SELECT incident, role FROM withdrawn_source)
),
reached(pos, incident, role, source) AS (
    SELECT pos, incident, role, parent FROM resting JOIN edge USING (node)
    WHERE (incident, role, parent) NOT IN (SELECT incident, role, source FROM withdrawn_source)
    UNION
    SELECT pos, incident, role, parent FROM reached JOIN edge ON edge.node = reached.source
    WHERE (incident, role, parent) NOT IN (SELECT incident, role, source FROM withdrawn_source)
)
SELECT pos FROM resting
WHERE pos NOT IN (SELECT pos FROM reached WHERE source NOT IN (SELECT node FROM edge));

CREATE TABLE original AS
SELECT copy.pos, source.pos AS original
FROM spoken AS copy
JOIN ancestor ON ancestor.node = copy.node AND ancestor.source <> copy.source
JOIN spoken AS source
  ON source.incident = copy.incident AND source.source = ancestor.source
 AND source.role = 'S' AND NOT source.is_withdrawn AND source.pos NOT IN (SELECT pos FROM fallen)
WHERE copy.repeats_sources AND copy.role = 'S';

-- Which statements could be strong, were they not copies; a copy is strong as soon as one of its originals is.
CREATE TABLE sound AS
SELECT pos FROM spoken
WHERE role = 'S' AND mode IN ('asserts', 'reports', 'confirms', 'corrects')
  AND NOT is_withdrawn AND pos NOT IN (SELECT pos FROM fallen) AND is_credible AND voice IS NOT NULL;

CREATE TABLE strong AS
WITH RECURSIVE grown(pos) AS (
    SELECT pos FROM sound WHERE pos NOT IN (SELECT pos FROM original)
    UNION
    SELECT original.pos FROM grown JOIN original ON original.original = grown.pos
    WHERE original.pos IN (SELECT pos FROM sound)
)
SELECT pos FROM grown;

-- A copy speaks with the voice of what it repeats, strong originals first.
CREATE TABLE followed AS
SELECT original.pos, original.original FROM original
LEFT JOIN (SELECT DISTINCT original.pos FROM original JOIN strong ON strong.pos = original.original) AS backed
  ON backed.pos = original.pos
WHERE backed.pos IS NULL OR original.original IN (SELECT pos FROM strong);

CREATE TABLE copy_voice AS
WITH RECURSIVE heard(pos, voice) AS (
    SELECT DISTINCT spoken.pos, spoken.voice FROM spoken JOIN followed ON followed.original = spoken.pos
    WHERE spoken.pos NOT IN (SELECT pos FROM original)
    UNION
    SELECT followed.pos, heard.voice FROM heard JOIN followed ON followed.original = heard.pos
)
SELECT copies.pos,
       CASE WHEN count(heard.pos) = 0 OR bool_or(heard.voice IS NOT DISTINCT FROM spoken.voice) THEN any_value(spoken.voice)
            WHEN count(DISTINCT heard.voice) = 1 AND count(heard.voice) = count(heard.pos) THEN min(heard.voice) END AS voice
FROM (SELECT DISTINCT pos FROM original) AS copies
JOIN spoken ON spoken.pos = copies.pos
LEFT JOIN heard ON heard.pos = copies.pos
GROUP BY copies.pos;
