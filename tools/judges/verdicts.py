"""What the judges say of files that left; run by their own environment, it prints JSON.

It depends on the libraries of `judges.in` and on nothing of the project.
A further judge is one more function in `JUDGES`, which returns what it measured, or raises.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(sys.argv[1])
TECHNIQUES = "transnational-repression-technique"


def followthemoney() -> dict[str, object]:
    """Load every entity and statement as the library does, and find nothing lost."""
    from followthemoney import model
    from followthemoney.statement.serialize import read_csv_statements

    ids: set[str] = set()
    referred: set[str] = set()
    lines = (FOLDER / "followthemoney" / "entities.ftm.json").read_text("utf-8").splitlines()
    for line in lines:
        written = json.loads(line)
        proxy = model.get_proxy(written, cleaned=False)
        proxy.schema.validate(written)
        for name, values in written["properties"].items():
            if sorted(proxy.get(name)) != sorted(values):
                raise ValueError(f"{name} is not what was written")
        ids.add(proxy.id)
        referred |= {value for prop, value in proxy.itervalues() if prop.type.name == "entity"}
    if referred - ids:
        raise ValueError("an entity is referred to and not there")
    with (FOLDER / "followthemoney" / "statements.csv").open("rb") as file:
        statements = list(read_csv_statements(file))
    if any(each.id != each.generate_key() for each in statements):
        raise ValueError("a statement has another key than the library gives it")
    return {"entities": len(ids), "statements": len(statements)}


def stix_library() -> dict[str, object]:
    """Parse the bundle with nothing custom allowed."""
    import stix2

    bundle = stix2.parse((FOLDER / "stix.json").read_text("utf-8"), allow_custom=False)
    return {"objects": len(bundle.objects)}


def stix_validator() -> dict[str, object]:
    """Ask the validator of OASIS; a warning is a recommendation, an error a breach."""
    from stix2validator import ValidationOptions, validate_file

    result = validate_file(str(FOLDER / "stix.json"), ValidationOptions(version="2.1"))
    errors = [str(error) for each in result.object_results for error in each.errors]
    if not result.is_valid or errors:
        raise ValueError("; ".join(errors[:3]))
    return {"errors": 0, "warnings": sum(len(each.warnings) for each in result.object_results)}


def misp_there_and_back() -> dict[str, object]:
    """Load the event, convert it to STIX 2.1 and back, and find every incident again."""
    from misp_stix_converter import InternalSTIX2toMISPParser, MISPtoSTIX21Parser
    from pymisp import MISPEvent

    written = MISPEvent()
    written.load_file(str(FOLDER / "misp.json"))
    there = MISPtoSTIX21Parser()
    there.parse_misp_event(written)
    back = InternalSTIX2toMISPParser()
    back.load_stix_bundle(there.bundle)
    back.parse_stix_bundle(single_event=True)
    if there.errors or back.errors:
        raise ValueError("the converter reports errors")
    document = json.loads((FOLDER / "misp.json").read_text("utf-8"))
    before = {
        each["uuid"]: (
            sorted((one["object_relation"], one["value"]) for one in each["Attribute"]),
            sorted(one["referenced_uuid"] for one in each["ObjectReference"]),
        )
        for each in document["Event"]["Object"]
        if each["name"] == "incident"
    }
    if before != _incidents(back.misp_event):
        raise ValueError("an incident, one of its values or a reference was lost")
    return {"incidents": len(before), "stix_objects": len(there.bundle.objects)}


def _incidents(event: object) -> dict[str, object]:
    """The incidents of a loaded event: values and references by their UUID."""
    return {
        each.uuid: (
            sorted((one.object_relation, one.value) for one in each.attributes),
            sorted(one.referenced_uuid for one in each.references),
        )
        for each in event.objects  # type: ignore[attr-defined]
        if each.name == "incident"
    }


def misp_schemas() -> dict[str, object]:
    """Hold galaxy, cluster and taxonomy to MISP's own schemas, where somebody has cloned them."""
    import jsonschema

    galaxy, taxonomies = (os.environ.get(name) for name in ("MISP_GALAXY", "MISP_TAXONOMIES"))
    if not galaxy or not taxonomies:
        return {"skipped": "name the clones in MISP_GALAXY and MISP_TAXONOMIES"}
    for file, schema in (
        (
            FOLDER / "misp-galaxy" / f"{TECHNIQUES}.galaxy.json",
            Path(galaxy, "schema_galaxies.json"),
        ),
        (
            FOLDER / "misp-galaxy" / f"{TECHNIQUES}.cluster.json",
            Path(galaxy, "schema_clusters.json"),
        ),
        (FOLDER / "misp-taxonomy.json", Path(taxonomies, "schema.json")),
    ):
        jsonschema.validate(
            json.loads(file.read_text("utf-8")), json.loads(schema.read_text("utf-8"))
        )
    return {"schemas": 3}


def hxl() -> dict[str, object]:
    """Read the table as HXL, and validate it against the default schema of the library."""
    import hxl as libhxl

    path = str(FOLDER / "hxl.csv")
    with libhxl.data(path, libhxl.InputOptions(allow_local=True)) as source:
        rows = list(source)
        tags = [column.display_tag for column in source.columns]
    complaints = libhxl.validate(libhxl.data(path, libhxl.InputOptions(allow_local=True)))
    errors = complaints["stats"]["error"]
    if errors:
        raise ValueError(json.dumps(complaints["issues"])[:300])
    return {"rows": len(rows), "columns": len(tags), "errors": errors}


def polars() -> dict[str, object]:
    """Read every Parquet file."""
    import polars as pl

    read = {
        path.stem: pl.read_parquet(path).shape
        for path in sorted((FOLDER / "parquet").glob("*.parquet"))
    }
    return {name: list(shape) for name, shape in read.items()}


JUDGES: tuple[Callable[[], dict[str, object]], ...] = (
    followthemoney,
    stix_library,
    stix_validator,
    misp_there_and_back,
    misp_schemas,
    hxl,
    polars,
)


def main() -> int:
    """Print every verdict; a judge that objects is told with its reason, and the rest are heard."""
    verdicts: dict[str, dict[str, object]] = {}
    for judge in JUDGES:
        try:
            verdicts[judge.__name__] = judge()
        except Exception as objection:  # noqa: BLE001 - whatever a judge raises is its verdict
            verdicts[judge.__name__] = {"objection": f"{type(objection).__name__}: {objection}"}
    print(json.dumps(verdicts, indent=1))
    return 1 if any("objection" in verdict for verdict in verdicts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
