-- Every statement as numbers and short texts: who speaks, in which role, and what is said.
-- The lookups `*_code` hold the distinct cells, `withdrawn` and `corrected` what voices did to their own statements.
-- `abroad` has a bit for each place that a statement only says to be outside the origin state.

CREATE TABLE stated AS
WITH told AS (
    SELECT raw_statements.rowid AS pos, source, incident, derived_from, mode, basis, basis_by, basis_against,
           credibility, {value_columns}
    FROM raw_statements ANTI JOIN corrected ON corrected.pos = raw_statements.rowid
    UNION ALL
    SELECT pos, source, incident, derived_from, mode, basis, basis_by, basis_against, credibility,
           {value_columns} FROM corrected
)
SELECT told.pos, raw_incidents.rowid AS incident, provenance.node, provenance.source, provenance.voice,
       provenance.depth, provenance.grade, provenance.is_organ, provenance.repeats_sources,
       CASE WHEN told.mode = 'denies' THEN 'O'
            WHEN told.mode NOT IN ('corrects', 'retracts') THEN 'S'
            WHEN revision.is_own THEN 'R'
            WHEN told.mode = 'retracts' THEN 'O' ELSE 'S' END AS role,
       withdrawn.pos IS NOT NULL AS is_withdrawn,
       provenance.grade <= 'C' AND coalesce(credibility, '1') <= '3' AND provenance.voice IS NOT NULL AS is_credible,
       told.mode <> 'alleges' AS is_plain,
       basis, basis_by, basis_against,
       date_code.first, date_code.last, date_code.hedged, date_code.is_whole_date, date_extent AS extent,
       place_of_act_code.place AS place_of_act, place_of_act_code.state AS state_of_act,
       place_of_target_code.place AS place_of_target, place_of_target_code.state AS state_of_target,
       origin, hosts_code.hosts, {abroad} AS abroad, setting, attribution, actor_organ_of,
       techniques_code.mask AS techniques, targets_code.mask AS targets, outcome_code.mask AS outcome,
       try_cast(persons_min AS BIGINT) AS persons_min,
       CASE WHEN persons_max = 'open' THEN 9223372036854775807 ELSE try_cast(persons_max AS BIGINT) END AS persons_max
FROM told
JOIN raw_incidents ON raw_incidents.id = told.incident
JOIN source ON source.id = told.source
LEFT JOIN passage ON passage.source_id = told.source AND passage.derived_from = told.derived_from
JOIN provenance ON provenance.node = coalesce(passage.node, source.source)
LEFT JOIN revision ON revision.pos = told.pos
LEFT JOIN withdrawn ON withdrawn.pos = told.pos
LEFT JOIN date_code ON date_code.text = told.date
LEFT JOIN place_of_act_code ON place_of_act_code.text = told.place_of_act
LEFT JOIN place_of_target_code ON place_of_target_code.text = told.place_of_target
LEFT JOIN hosts_code ON hosts_code.text = told.hosts
LEFT JOIN techniques_code ON techniques_code.text = told.techniques
LEFT JOIN targets_code ON targets_code.text = told.targets
LEFT JOIN outcome_code ON outcome_code.text = told.outcome;
