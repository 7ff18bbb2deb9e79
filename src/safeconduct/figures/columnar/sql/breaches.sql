-- Rules within and between records that the careful reader also checks; any number above 0 hands the folder over to it.

SELECT count(*) - count(DISTINCT id) AS broken FROM raw_sources
UNION ALL SELECT count(*) - count(DISTINCT id) FROM raw_incidents
UNION ALL SELECT count(*) - count(DISTINCT id) FROM raw_statements
UNION ALL SELECT count(*) FROM raw_sources WHERE voice IS NOT NULL AND voice_reason IS NULL
UNION ALL SELECT count(*) FROM raw_incidents WHERE list_contains(string_split(same_person_as, ';'), id)
UNION ALL
SELECT count(*) FROM raw_statements WHERE
    mode IS NULL
    OR (revises IS NULL) <> (mode NOT IN ('corrects', 'retracts'))
    OR coalesce(basis IN ('court-finding', 'official-finding', 'admission', 'register-entry'), false)
       <> (basis_by IS NOT NULL)
    OR (basis_against IS NOT NULL AND basis IS NULL)
    OR coalesce(NOT starts_with(persons_min, 'unknown:'), false) <> (persons_max IS NOT NULL)
    OR coalesce(try_cast(persons_max AS BIGINT) < try_cast(persons_min AS BIGINT), false)
    OR (date_extent IS NOT NULL AND (date IS NULL OR starts_with(date, 'unknown:')))
    OR coalesce(revises = id, false)
    OR coalesce(list_contains(string_split(derived_from, ';'), source), false)
UNION ALL SELECT count(*) FROM raw_statements ANTI JOIN raw_sources ON raw_sources.id = raw_statements.source
UNION ALL SELECT count(*) FROM raw_statements ANTI JOIN raw_incidents ON raw_incidents.id = raw_statements.incident
UNION ALL
-- A cell of several ids names records that are there, each once. What is no id is the id of no record.
SELECT count(*) FROM (
    SELECT unnest(string_split(derived_from, ';')) AS id FROM raw_statements WHERE derived_from IS NOT NULL
    UNION ALL
    SELECT unnest(string_split(derived_from, ';')) FROM raw_sources WHERE derived_from IS NOT NULL
) AS named ANTI JOIN raw_sources USING (id)
UNION ALL
SELECT count(*) FROM (
    SELECT unnest(string_split(same_person_as, ';')) AS id FROM raw_incidents WHERE same_person_as IS NOT NULL
) AS named ANTI JOIN raw_incidents USING (id)
UNION ALL
SELECT count(*) FROM (
    SELECT derived_from AS ids FROM raw_statements
    UNION ALL SELECT derived_from FROM raw_sources
    UNION ALL SELECT same_person_as FROM raw_incidents
) AS several
WHERE contains(ids, ';')
  AND (length(ids) > {longest} OR list_unique(string_split(ids, ';')) < len(string_split(ids, ';')))
UNION ALL
SELECT count(*) FROM (SELECT incident, revises FROM raw_statements WHERE revises IS NOT NULL) AS revising
LEFT JOIN raw_statements AS revised ON revised.id = revising.revises
WHERE revised.incident IS DISTINCT FROM revising.incident;
