-- Who speaks in the end: the SQL form of `record/voice.py`, over nodes (a source, or a passage with sources of its own).

CREATE TABLE node AS
SELECT id AS node, id AS source, string_split(derived_from, ';') AS parents FROM raw_sources
UNION ALL
SELECT DISTINCT source || chr(31) || derived_from, source, string_split(derived_from, ';')
FROM raw_statements WHERE derived_from IS NOT NULL;

CREATE TABLE edge AS
SELECT node, unnest(parents) AS parent FROM node WHERE parents IS NOT NULL;

-- The depth guard only ends a circle; a corpus with a circle is refused by the careful reader.
CREATE TABLE ancestor AS
WITH RECURSIVE walk(node, source, depth) AS (
    SELECT node, parent, 1 FROM edge
    UNION
    SELECT walk.node, edge.parent, walk.depth + 1
    FROM walk JOIN edge ON edge.node = walk.source WHERE walk.depth < 64
)
SELECT node, source, min(depth) AS depth, max(depth) AS longest FROM walk GROUP BY ALL;

CREATE TABLE root_of AS
SELECT node, source, depth FROM ancestor WHERE source NOT IN (SELECT node FROM edge)
UNION ALL
SELECT node, source, 0 FROM node WHERE parents IS NULL;

CREATE TABLE provenance AS
WITH named AS (
    SELECT raw_sources.id AS source,
           coalesce(voice, alias.publisher, raw_sources.publisher, 'source ' || id) AS name,
           organ_of
    FROM raw_sources LEFT JOIN alias ON alias.other = raw_sources.publisher
),
spoken AS (
    SELECT node,
           CASE WHEN min(name) = max(name) THEN min(name) END AS voice,
           min(depth) AS depth,
           list(DISTINCT organ_of) FILTER (organ_of IS NOT NULL) AS organs
    FROM root_of JOIN named USING (source) GROUP BY node
),
graded AS (
    SELECT node, max(reliability) AS grade
    FROM (SELECT node, source FROM node UNION ALL SELECT node, source FROM ancestor) AS chain
    JOIN raw_sources ON raw_sources.id = chain.source GROUP BY node
)
SELECT node.node, node.source, spoken.voice, spoken.depth, coalesce(spoken.organs, []) AS organs,
       graded.grade, node.parents IS NOT NULL AS repeats_sources
FROM node JOIN spoken USING (node) JOIN graded USING (node);
