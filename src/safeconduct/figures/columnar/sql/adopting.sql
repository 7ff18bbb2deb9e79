-- One field that takes one value, for the incidents that are not of one mind about it.

CREATE OR REPLACE TABLE torn AS
SELECT incident, certain_{name} AS certain FROM deciding WHERE NOT is_one_{name};

CREATE OR REPLACE TABLE considered AS
SELECT unsettled.pos, unsettled.incident, voice, depth, grade, certain, {unsettled_columns}
FROM unsettled JOIN torn USING (incident)
WHERE unsettled.is_strong = torn.certain AND unsettled.{first} IS NOT NULL;

-- For a voice that differs within itself, what its statements nearest the root say.
CREATE OR REPLACE TABLE heard_{name} AS
WITH every AS (SELECT DISTINCT incident, voice, {columns} FROM considered WHERE voice IS NOT NULL),
own AS (
    SELECT * FROM every
    SEMI JOIN (SELECT incident, voice FROM every GROUP BY incident, voice HAVING count(*) > 1) AS several
    USING (incident, voice)
),
torn_voice AS (
    SELECT DISTINCT coarse.incident, coarse.voice FROM own AS coarse
    JOIN own AS fine ON fine.incident = coarse.incident AND fine.voice = coarse.voice
    WHERE NOT ({contains}) AND NOT ({contained})
),
nearest AS (
    SELECT incident, voice, min(depth) AS depth FROM considered JOIN torn_voice USING (incident, voice)
    GROUP BY incident, voice
)
SELECT considered.* FROM considered LEFT JOIN nearest USING (incident, voice)
WHERE nearest.depth IS NULL OR considered.depth = nearest.depth;

-- The finest values, ranked by voices and grade; tied ones all stay.
CREATE OR REPLACE TABLE adopted_{name} AS
WITH distinct_value AS (SELECT DISTINCT incident, {columns} FROM heard_{name}),
coarser AS (
    SELECT coarse.* FROM distinct_value AS coarse JOIN distinct_value AS fine
    ON fine.incident = coarse.incident AND {contains} AND NOT ({contained})
),
finest AS (SELECT * FROM distinct_value ANTI JOIN coarser USING (incident, {columns})),
supported AS (
    SELECT fine.incident, {fine_columns}, bool_or(certain) AS certain,
           count(DISTINCT voice) AS n_voices, min(grade) AS grade
    FROM finest AS fine JOIN heard_{name} AS coarse ON coarse.incident = fine.incident AND {contains}
    GROUP BY fine.incident, {fine_columns}
),
placed AS (
    SELECT *, rank() OVER (PARTITION BY incident ORDER BY n_voices DESC, grade) AS place FROM supported
)
SELECT incident, {columns}, certain, count(*) OVER (PARTITION BY incident) > 1 AS tied
FROM placed WHERE place = 1;
