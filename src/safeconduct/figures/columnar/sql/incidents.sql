-- The standing of every incident: of `record/standing.py`.
-- Expects `decided(incident, occurrence, actor_organ_of)`.

CREATE TABLE concerned AS SELECT DISTINCT incident FROM stated WHERE role = 'O' OR basis IS NOT NULL;

-- The states that a statement which copies none accuses; those that a decision accuses stand at position -1.
CREATE TABLE accused AS
SELECT incident, unnest(
    list_concat([actor_organ_of::VARCHAR],
                CASE WHEN attribution IN ('state-organ', 'state-directed') THEN [origin::VARCHAR] ELSE [] END,
                CASE WHEN attribution = 'host-state-organ' THEN string_split(hosts, ';') ELSE [] END)) AS state,
       pos
FROM said SEMI JOIN concerned USING (incident) WHERE NOT repeats
UNION ALL
SELECT incident, actor_organ_of, -1 FROM decided WHERE actor_organ_of IS NOT NULL;

CREATE TABLE denial AS
SELECT pos, incident, node FROM stated
WHERE role = 'O' AND is_credible AND NOT is_withdrawn AND pos NOT IN (SELECT pos FROM fallen);

CREATE TABLE dispute AS
SELECT DISTINCT incident FROM denial
WHERE pos NOT IN (
    SELECT denial.pos FROM denial JOIN organ USING (node)
    JOIN accused ON accused.incident = denial.incident AND accused.state = organ.state
);

CREATE TABLE ground AS
SELECT DISTINCT incident FROM said
WHERE basis IS NOT NULL AND is_strong AND NOT repeats AND (
    basis = 'verified-evidence'
    OR (basis IN ('court-finding', 'official-finding') AND basis_against = basis_by)
    OR (basis = 'court-finding' AND origin <> basis_by
        AND NOT EXISTS (SELECT 1 FROM accused WHERE accused.pos = said.pos AND accused.state = basis_by))
    OR (basis IN ('admission', 'register-entry') AND EXISTS (
        SELECT 1 FROM accused WHERE accused.incident = said.incident AND accused.state = basis_by))
);

CREATE TABLE assessed AS
SELECT raw_incidents.rowid AS incident,
       CASE WHEN decided.occurrence = 'did-not-occur' THEN 0
            WHEN ever.incident IS NULL THEN 1
            WHEN deciding.incident IS NULL THEN 2
            WHEN first_voice IS NOT NULL AND ground.incident IS NOT NULL THEN 7
            WHEN dispute.incident IS NOT NULL AND decided.occurrence IS NULL THEN 3
            WHEN first_voice IS NULL THEN 4
            WHEN first_voice <> last_voice THEN 6 ELSE 5 END AS standing
FROM raw_incidents
LEFT JOIN (SELECT DISTINCT incident FROM stated WHERE role = 'S') AS ever ON ever.incident = raw_incidents.rowid
LEFT JOIN deciding ON deciding.incident = raw_incidents.rowid
LEFT JOIN decided ON decided.incident = raw_incidents.rowid
LEFT JOIN ground ON ground.incident = raw_incidents.rowid
LEFT JOIN dispute ON dispute.incident = raw_incidents.rowid;
