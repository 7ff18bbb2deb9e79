"""A contract for import-linter: every library from outside has a door, and comes in nowhere else.

It depends on import-linter; `.importlinter` holds the doors and nothing here names one.
A new library is one new line there: the library, an arrow, and the modules that may import it.
"""

import sys
from dataclasses import dataclass

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


@dataclass(frozen=True, slots=True, kw_only=True)
class Intrusion:
    """One module that imports a library through no door of its own."""

    importer: str
    library: str
    line: int


def doors_of(lines: list[str]) -> dict[str, tuple[str, ...]]:
    """Read `library -> module, module` lines into the modules that may import each library."""
    doors = {}
    for line in lines:
        library, _, modules = line.partition(" -> ")
        doors[library.strip()] = tuple(module.strip() for module in modules.split(","))
    return doors


def intrusions(
    graph: ImportGraph, root: str, *, doors: dict[str, tuple[str, ...]]
) -> list[Intrusion]:
    """Return every import of a library by a module that no door of it admits.

    A library without a door is admitted nowhere; the standard library needs none.
    """
    found = []
    inside = sorted(name for name in graph.modules if name.split(".")[0] == root)
    for importer in inside:
        for library in sorted(graph.find_modules_directly_imported_by(importer)):
            top = library.split(".")[0]
            if top == root or top in sys.stdlib_module_names:
                continue
            if not any(within(importer, admitted) for admitted in doors.get(top, ())):
                details = graph.get_import_details(importer=importer, imported=library)
                line = details[0]["line_number"] if details else 0
                found.append(Intrusion(importer=importer, library=top, line=line))
    return found


def within(module: str, package: str) -> bool:
    """Say whether a module is the package or stands inside it."""
    return module == package or module.startswith(f"{package}.")


class DoorsContract(Contract):
    """Libraries are imported by the modules that the doors name, and by no other."""

    type_name = "doors"

    doors = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 - the signature is import-linter's
        """Compare every import from outside with the doors."""
        lines = [str(line) for line in self.doors]  # type: ignore[attr-defined]
        root = str(self.session_options["root_packages"][0])
        found = intrusions(graph, root, doors=doors_of(lines))
        return ContractCheck(kept=not found, metadata={"intrusions": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each importer, its line and the library."""
        for one in check.metadata["intrusions"]:
            output.print_error(f"{one.importer}:{one.line} may not import {one.library}")
