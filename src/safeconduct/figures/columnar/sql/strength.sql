-- What each statement still counts for: of `record/account.py`.

-- Sources whose every word for, or against, an incident is withdrawn; what only repeats them falls with them.
CREATE TABLE withdrawn_source AS
SELECT incident, role, source FROM stated
WHERE role <> 'R' AND incident IN (SELECT incident FROM stated WHERE is_withdrawn)
GROUP BY incident, role, source HAVING bool_and(is_withdrawn);

CREATE TABLE fallen AS
WITH RECURSIVE resting AS (
    SELECT pos, node, incident, role FROM stated
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
WHERE pos NOT IN (SELECT pos FROM reached WHERE source NOT IN (SELECT node FROM child));

CREATE TABLE original AS
SELECT copy.pos, source.pos AS original,
       copy.is_credible AND copy.is_plain AND NOT copy.is_withdrawn
           AND copy.pos NOT IN (SELECT pos FROM fallen) AS is_sound
FROM stated AS copy
JOIN ancestor ON ancestor.node = copy.node AND ancestor.source <> copy.source
JOIN stated AS source
  ON source.incident = copy.incident AND source.source = ancestor.source
 AND source.role = 'S' AND NOT source.is_withdrawn
WHERE copy.repeats_sources AND copy.role = 'S' AND source.pos NOT IN (SELECT pos FROM fallen);

CREATE TABLE copy AS SELECT pos, any_value(is_sound) AS is_sound FROM original GROUP BY pos;

-- A copy is strong as soon as one of its originals is. Strength grows from statements that are no copies.
CREATE TABLE strong_original AS
SELECT DISTINCT original.original AS pos FROM original JOIN stated ON stated.pos = original.original
WHERE stated.is_credible AND stated.is_plain AND stated.pos NOT IN (SELECT pos FROM copy);

CREATE TABLE strong_copy AS
WITH RECURSIVE grown(pos) AS (
    SELECT DISTINCT original.pos FROM original JOIN strong_original ON strong_original.pos = original.original
    WHERE is_sound
    UNION
    SELECT original.pos FROM grown JOIN original ON original.original = grown.pos WHERE is_sound
)
SELECT pos FROM grown;

-- A copy speaks with the voice of what it repeats, strong originals first.
CREATE TABLE followed AS
WITH traced AS (
    SELECT original.pos, original.original,
           original.original IN (SELECT pos FROM strong_original UNION ALL SELECT pos FROM strong_copy) AS is_strong
    FROM original
)
SELECT traced.pos, traced.original FROM traced
JOIN (SELECT pos, bool_or(is_strong) AS is_backed FROM traced GROUP BY pos) AS backed USING (pos)
WHERE traced.is_strong OR NOT backed.is_backed;

CREATE TABLE heard_first AS
SELECT DISTINCT followed.pos, stated.voice
FROM followed JOIN stated ON stated.pos = followed.original ANTI JOIN copy ON copy.pos = followed.original;

CREATE TABLE followed_copy AS SELECT followed.* FROM followed SEMI JOIN copy ON copy.pos = followed.original;

CREATE TABLE heard AS
WITH RECURSIVE told(pos, voice) AS (
    SELECT pos, voice FROM heard_first
    UNION
    SELECT followed_copy.pos, told.voice FROM told JOIN followed_copy ON followed_copy.original = told.pos
)
SELECT pos, voice FROM told;

CREATE TABLE copy_voice AS
SELECT copy.pos, copy.pos IN (SELECT pos FROM strong_copy) AS is_strong,
       CASE WHEN count(heard.pos) = 0 OR bool_or(heard.voice IS NOT DISTINCT FROM stated.voice)
            THEN any_value(stated.voice)
            WHEN min(heard.voice) = max(heard.voice) AND count(heard.voice) = count(heard.pos)
            THEN min(heard.voice) END AS voice
FROM copy JOIN stated USING (pos) LEFT JOIN heard USING (pos)
GROUP BY copy.pos;

-- The live supporting statements, with all that adopting values needs.
CREATE VIEW said AS
SELECT stated.pos, incident, depth, grade, is_organ,
       CASE WHEN copy_voice.pos IS NULL THEN stated.voice ELSE copy_voice.voice END AS voice,
       CASE WHEN copy_voice.pos IS NULL THEN is_credible AND is_plain ELSE copy_voice.is_strong END AS is_strong,
       copy_voice.pos IS NOT NULL AS repeats,
       basis, basis_by, basis_against, first, last, hedged, is_whole_date, extent,
       place_of_act, state_of_act, place_of_target, state_of_target, origin, hosts, abroad, setting, attribution,
       actor_organ_of, techniques, targets, outcome, persons_min,
       CASE WHEN persons_min IS NOT NULL THEN persons_max END AS persons_max
FROM stated LEFT JOIN copy_voice USING (pos)
WHERE role = 'S' AND NOT is_withdrawn AND stated.pos NOT IN (SELECT pos FROM fallen);
