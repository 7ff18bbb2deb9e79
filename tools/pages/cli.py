"""The reference page of the command line: the help of every verb, as it prints it.

It depends on the command line.
A new verb has its section here by itself.
"""

from safeconduct.cli.help_pages import first_page, verb_pages
from safeconduct.cli.program import verb_module

# Keys are promised: one may be added, none changes its meaning or goes.
_JSON = """
## JSON

A key may be added; no key changes its meaning, and none goes.
Ids, keys, codes and field names are the same in every language; labels and sentences follow `SAFECONDUCT_LANGUAGE`.

`count` prints `corpus` (`title`, `as_of`) and `figures`, one a scheme.

| key of a figure | holds |
|---|---|
| `scheme`, `scheme_version`, `label`, `definition` | whose definition it is, and what it says |
| `measure`, `unit` | what is counted, and the scheme's own unit |
| `by` | the fields of the breakdown |
| `total` | `low`, `central`, `central_max`, `high`; `null` is no upper bound |
| `rows` | `by` (key by field), `kind`, `kinds`, `label` and the four bounds; `kind` is `value`, `span`, `none` or `unknown`, and with a breakdown a row of kind `unknown` is always there |
| `unknown` | the bounds of all rows with an unknown part, each incident once |
| `rows_add_up` | whether the rows sum to the total |
| `caveats` | what must be known before quoting it |
| `lineage` | `digest`, `corpus`, `scheme`, `scheme_version`, `definition`, `counted`, `n_counted`, `ids` (`low`, `central_only`, `high_only`; `null` where there are too many) |
| `changes` | with `--since`: `same_definition`, `came`, `went`, `moved`; `null` where nothing can be compared |

`check` prints `corpus`, `findings` (`check`, `severity`, `where`, `message`, `hint`, `records`) and `numbers` by severity.
`show` prints the record under `incident`, `figure`, `source`, `statement` or `decision`; an incident has `standing`, `reasons`, `statements`, `values` and `schemes` (`scheme`, `says`, `clause`, `why`, `bounds`).
"""


def page() -> str:
    """Return the page."""
    opening = (
        "# Command line\n\n"
        "This page is written by `make docs` from the program.\n"
        "The answer goes to stdout, what is said to the person goes to stderr, and `--json` "
        "turns both into JSON.\n"
        "Scripts read [exit codes](exit-codes.md); an operator chooses [settings](settings.md).\n"
        f"\n```text\n{first_page()}```\n"
    )
    return opening + "".join(map(_section, verb_pages().items())) + _JSON


def _section(verb: tuple[str, str]) -> str:
    name, text = verb
    purpose = (verb_module(name).__doc__ or "").partition("\n")[0]
    return f"\n## {name}\n\n{purpose}\n\n```text\n{text}```\n"
