-- Who speaks in the end: the form of `record/voice.py`, over nodes. A node is a source, numbered by its row, or a
-- passage with sources of its own, numbered behind them.

CREATE TABLE source AS
SELECT raw_sources.rowid AS source, id, organ_of, reliability AS grade, derived_from,
       coalesce(voice, alias.publisher, raw_sources.publisher, 'source ' || id) AS name
FROM raw_sources LEFT JOIN alias ON alias.other = raw_sources.publisher;

-- Voices are numbered in the order of their names, so that the least number is the first name.
CREATE TABLE voice AS
SELECT name, row_number() OVER (ORDER BY name) AS voice FROM (SELECT DISTINCT name FROM source);

CREATE TABLE passage AS
SELECT named.source AS source_id, named.derived_from, source.source,
       (SELECT count(*) FROM source) - 1 + row_number() OVER () AS node
FROM (SELECT DISTINCT source, derived_from FROM raw_statements WHERE derived_from IS NOT NULL) AS named
JOIN source ON source.id = named.source;

CREATE TABLE edge AS
SELECT named.node, source.source AS parent
FROM (
    SELECT source AS node, unnest(string_split(derived_from, ';')) AS id FROM source WHERE derived_from IS NOT NULL
    UNION ALL
    SELECT node, unnest(string_split(derived_from, ';')) FROM passage
) AS named JOIN source USING (id);

-- The depth guard only ends a circle; a corpus with a circle is refused by the careful reader.
CREATE TABLE ancestor AS
WITH RECURSIVE walk(node, source, depth) AS (
    SELECT node, parent, 1 FROM edge
    UNION
    SELECT walk.node, edge.parent, walk.depth + 1
    FROM walk JOIN edge ON edge.node = walk.source WHERE walk.depth < 64
)
SELECT node, source, min(depth) AS depth, max(depth) AS longest FROM walk GROUP BY node, source;

CREATE TABLE child AS SELECT DISTINCT node FROM edge;

CREATE TABLE root_of AS SELECT node, source, depth FROM ancestor ANTI JOIN child ON child.node = ancestor.source;

-- The states whose organs speak at the roots.
CREATE TABLE organ AS
SELECT DISTINCT root_of.node, organ_of AS state FROM root_of JOIN source USING (source) WHERE organ_of IS NOT NULL
UNION ALL
SELECT source, organ_of FROM source WHERE organ_of IS NOT NULL AND derived_from IS NULL;

CREATE TABLE provenance AS
WITH spoken AS (
    SELECT node, CASE WHEN min(voice) = max(voice) THEN min(voice) END AS voice, min(depth) AS depth
    FROM root_of JOIN source USING (source) JOIN voice USING (name) GROUP BY node
),
graded AS (
    SELECT ancestor.node, max(grade) AS grade FROM ancestor JOIN source USING (source) GROUP BY ancestor.node
),
whole AS (
    SELECT source AS node, source, grade FROM source
    UNION ALL
    SELECT passage.node, passage.source, grade FROM passage JOIN source USING (source)
)
SELECT whole.node, whole.source,
       CASE WHEN child.node IS NULL THEN own.voice ELSE spoken.voice END AS voice,
       coalesce(spoken.depth, 0) AS depth,
       greatest(whole.grade, coalesce(graded.grade, 'A')) AS grade,
       child.node IS NOT NULL AS repeats_sources,
       whole.node IN (SELECT node FROM organ) AS is_organ
FROM whole
JOIN source USING (source) JOIN voice AS own ON own.name = source.name
LEFT JOIN child ON child.node = whole.node
LEFT JOIN spoken ON spoken.node = whole.node
LEFT JOIN graded ON graded.node = whole.node;
