-- One row an incident, as `figures/coded.py` describes it: keys, spans and numbers.
-- Field keys are `values|certain|weak additions`; ties of several values stand side by side in the values.

CREATE TABLE tied_key AS
SELECT incident AS id, field, array_to_string(list_sort(list(DISTINCT value)), ';') || '|' || certain || '|' AS key
FROM (
    SELECT incident, 'attribution' AS field, attribution AS value, certain::INTEGER AS certain FROM adopted_attribution WHERE tied
    UNION ALL SELECT incident, 'origin', origin, certain::INTEGER FROM adopted_origin WHERE tied
    UNION ALL SELECT incident, 'hosts', unnest(string_split(hosts, ';')), 0 FROM adopted_hosts WHERE tied
    UNION ALL SELECT incident, 'place_of_act', split_part(place_of_act, '/', 1), certain::INTEGER FROM adopted_place_of_act WHERE tied
    UNION ALL SELECT incident, 'place_of_target', split_part(place_of_target, '/', 1), certain::INTEGER FROM adopted_place_of_target WHERE tied
    UNION ALL SELECT incident, 'setting', setting, certain::INTEGER FROM adopted_setting WHERE tied
) AS tied GROUP BY incident, field, certain;

CREATE TABLE spanned AS
SELECT incident AS id, min(first) AS first, max(last) AS last, count(*) AS n_spans FROM adopted_date GROUP BY incident;

-- A date is hedged if every statement that gives exactly that span hedges it.
CREATE TABLE hedged_date AS
SELECT adopted.incident AS id, bool_or(adopted.hedged) AS hedged FROM (
    SELECT adopted_date.incident, adopted_date.first, adopted_date.last, bool_and(said.hedged) AS hedged
    FROM adopted_date JOIN said USING (incident, first, last)
    LEFT JOIN heard_date ON heard_date.pos = said.pos
    WHERE incident IN (SELECT incident FROM said WHERE hedged)
      AND said.is_strong = adopted_date.certain
      AND (heard_date.pos IS NOT NULL OR incident NOT IN (SELECT incident FROM heard_date))
    GROUP BY ALL
) AS adopted GROUP BY ALL;

CREATE TABLE numbered AS
SELECT incident AS id, min(persons_min) AS persons_min, max(persons_max) AS persons_max
FROM adopted_persons GROUP BY incident;

CREATE TABLE coded AS
SELECT raw_incidents.rowid AS pos, raw_incidents.id, raw_incidents.kind,
       coalesce(chain, raw_incidents.id) AS chain,
       coalesce(person_group.name, raw_incidents.id) AS persons_group,
       assessed.standing,
       CASE WHEN decided_date.id IS NOT NULL THEN decided_date.first
            WHEN spanned.first > 1 THEN spanned.first END AS first,
       CASE WHEN decided_date.id IS NOT NULL THEN decided_date.last
            WHEN spanned.last < 3652059 THEN spanned.last END AS last,
       coalesce(coalesce(decided_extent.extent, adopted_extent.extent) = 'lasting'
                AND coalesce(decided_date.known, n_spans = 1), false) AS lasting,
       coalesce(decided_date.hedged, hedged_date.hedged, false) AS hedged,
       coalesce(decided_date.known, spanned.id IS NOT NULL) AS known,
       coalesce(decided_techniques.key, techniques_key.key) AS techniques,
       coalesce(decided_attribution.key, tied_attribution.key,
                adopted_attribution.attribution || '|' || adopted_attribution.certain::INTEGER || '|', '|0|') AS attribution,
       coalesce(decided_origin.key, tied_origin.key,
                adopted_origin.origin || '|' || adopted_origin.certain::INTEGER || '|', '|0|') AS origin,
       coalesce(decided_hosts.key, tied_hosts.key,
                adopted_hosts.hosts || '|' || adopted_hosts.certain::INTEGER || '|', '|0|') AS hosts,
       coalesce(decided_targets.key, targets_key.key) AS targets,
       coalesce(decided_place_of_act.key, tied_place_of_act.key,
                split_part(adopted_place_of_act.place_of_act, '/', 1) || '|' || adopted_place_of_act.certain::INTEGER || '|',
                '|0|') AS place_of_act,
       coalesce(decided_place_of_target.key, tied_place_of_target.key,
                split_part(adopted_place_of_target.place_of_target, '/', 1) || '|' || adopted_place_of_target.certain::INTEGER || '|',
                '|0|') AS place_of_target,
       coalesce(decided_setting.key, tied_setting.key,
                adopted_setting.setting || '|' || adopted_setting.certain::INTEGER || '|', '|0|') AS setting,
       coalesce(decided_outcome.key, outcome_key.key) AS outcome,
       CASE WHEN decided_persons.id IS NOT NULL THEN decided_persons.persons_min
            ELSE coalesce(numbered.persons_min, 1) END AS persons_min,
       CASE WHEN decided_persons.id IS NOT NULL THEN decided_persons.persons_max
            WHEN numbered.persons_max < 9223372036854775807 THEN numbered.persons_max END AS persons_max,
       coalesce(decided_persons.known, numbered.id IS NOT NULL) AS persons_known,
       assessed.sole_voice, assessed.official, assessed.repeats
FROM raw_incidents
JOIN assessed ON assessed.id = raw_incidents.id
JOIN techniques_key ON techniques_key.strong = coalesce(strong_techniques, 0)::VARCHAR AND techniques_key.every = coalesce(every_techniques, 0)::VARCHAR
JOIN targets_key ON targets_key.strong = coalesce(strong_targets, 0)::VARCHAR AND targets_key.every = coalesce(every_targets, 0)::VARCHAR
JOIN outcome_key ON outcome_key.strong = coalesce(strong_outcome, 0)::VARCHAR AND outcome_key.every = coalesce(every_outcome, 0)::VARCHAR
LEFT JOIN person_group ON person_group.id = raw_incidents.id
LEFT JOIN spanned ON spanned.id = raw_incidents.id
LEFT JOIN hedged_date ON hedged_date.id = raw_incidents.id
LEFT JOIN numbered ON numbered.id = raw_incidents.id
LEFT JOIN adopted_extent ON adopted_extent.incident = raw_incidents.id AND NOT adopted_extent.tied
LEFT JOIN adopted_attribution ON adopted_attribution.incident = raw_incidents.id AND NOT adopted_attribution.tied
LEFT JOIN adopted_origin ON adopted_origin.incident = raw_incidents.id AND NOT adopted_origin.tied
LEFT JOIN adopted_hosts ON adopted_hosts.incident = raw_incidents.id AND NOT adopted_hosts.tied
LEFT JOIN adopted_place_of_act ON adopted_place_of_act.incident = raw_incidents.id AND NOT adopted_place_of_act.tied
LEFT JOIN adopted_place_of_target ON adopted_place_of_target.incident = raw_incidents.id AND NOT adopted_place_of_target.tied
LEFT JOIN adopted_setting ON adopted_setting.incident = raw_incidents.id AND NOT adopted_setting.tied
LEFT JOIN tied_key AS tied_attribution ON tied_attribution.id = raw_incidents.id AND tied_attribution.field = 'attribution'
LEFT JOIN tied_key AS tied_origin ON tied_origin.id = raw_incidents.id AND tied_origin.field = 'origin'
LEFT JOIN tied_key AS tied_hosts ON tied_hosts.id = raw_incidents.id AND tied_hosts.field = 'hosts'
LEFT JOIN tied_key AS tied_place_of_act ON tied_place_of_act.id = raw_incidents.id AND tied_place_of_act.field = 'place_of_act'
LEFT JOIN tied_key AS tied_place_of_target ON tied_place_of_target.id = raw_incidents.id AND tied_place_of_target.field = 'place_of_target'
LEFT JOIN tied_key AS tied_setting ON tied_setting.id = raw_incidents.id AND tied_setting.field = 'setting'
LEFT JOIN decided_date ON decided_date.id = raw_incidents.id
LEFT JOIN decided_extent ON decided_extent.id = raw_incidents.id
LEFT JOIN decided_persons ON decided_persons.id = raw_incidents.id
LEFT JOIN decided_techniques ON decided_techniques.id = raw_incidents.id
LEFT JOIN decided_attribution ON decided_attribution.id = raw_incidents.id
LEFT JOIN decided_origin ON decided_origin.id = raw_incidents.id
LEFT JOIN decided_hosts ON decided_hosts.id = raw_incidents.id
LEFT JOIN decided_targets ON decided_targets.id = raw_incidents.id
LEFT JOIN decided_place_of_act ON decided_place_of_act.id = raw_incidents.id
LEFT JOIN decided_place_of_target ON decided_place_of_target.id = raw_incidents.id
LEFT JOIN decided_setting ON decided_setting.id = raw_incidents.id
LEFT JOIN decided_outcome ON decided_outcome.id = raw_incidents.id
ORDER BY raw_incidents.rowid;

-- The same text as `CodedIncident.line`, so that both paths give one digest.
CREATE TABLE corpus_digest AS
SELECT sha256(coalesce(string_agg(concat_ws(chr(9),
    id, kind, chain, persons_group, standing, coalesce(first::VARCHAR, ''), coalesce(last::VARCHAR, ''),
    lasting::INTEGER, hedged::INTEGER, known::INTEGER,
    techniques, attribution, origin, hosts, targets, place_of_act, place_of_target, setting, outcome,
    persons_min, coalesce(persons_max::VARCHAR, ''), persons_known::INTEGER, sole_voice, official::INTEGER, repeats
), chr(10) ORDER BY id), '')) AS digest FROM coded;
