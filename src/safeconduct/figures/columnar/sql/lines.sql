-- Everything that counting sees, in the order of the ids: the text of `CodedIncident.line`, one line an incident.

SELECT string_agg(concat_ws(chr(9),
    id, kind, chain, persons_group, standing, replace(date, '|', chr(9)),
    techniques, attribution, origin, hosts, targets, place_of_act, place_of_target, setting, outcome,
    persons_min, coalesce(persons_max::VARCHAR, ''), persons_known::INTEGER, sole_voice, official::INTEGER, repeats
), chr(10) ORDER BY place) AS lines FROM coded;
