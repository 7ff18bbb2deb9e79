-- The key of one text field for the incidents that are not of one mind about it. {value}: what a row of `adopted`
-- contributes to the key; {certain}: whether a tie of strong values is certain.

CREATE TABLE detail_{name} AS
SELECT incident, array_to_string(list_sort(list(DISTINCT value)), ';') || '|' || max(certain) || '|' AS key
FROM (
    SELECT incident, {value} AS value, CASE WHEN tied THEN {certain} ELSE certain::INTEGER END AS certain
    FROM adopted_{name}
) AS adopted GROUP BY incident;
