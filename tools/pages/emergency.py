"""Writes the page on emergency numbers: the keys of the file, and the states that it holds.

It imports `safeconduct.respond` and the names of states; nothing imports it but the tool.
A new state appears here by itself.
"""

from safeconduct.respond.emergency import EmergencyNumber, emergency_numbers
from safeconduct.vocabulary import territory

TEXT = """# Emergency numbers

An emergency number is what to dial in a state when life is in danger now.
A state that is not on this page is not recorded, and nobody guesses for it.

The file is `src/safeconduct/respond/emergency.toml`, with one `[[line]]` for states that share number and source:

| key | holds |
| --- | --- |
| `states` | codes of states |
| `number` | what to dial |
| `reaches` | `every-service`, or `police` where an ambulance has a number of its own |
| `ambulance` | that number; absent where it is the same one, or is not recorded |
| `as_of` | the day of the source, as exactly as known; empty where the page carries no date |
| `sources` | title and address, and the date where there is one |
| `weak` | true where the source is weak; absent, it is not |
| `note` | what a caller has to know, in `en` and in `ru` |

| state | number | reaches | ambulance | as of | source |
| --- | --- | --- | --- | --- | --- |
{rows}
"""


def page() -> str:
    """Return the page as Markdown."""
    return TEXT.format(rows="\n".join(_row(read) for read in emergency_numbers().values()))


def _row(read: EmergencyNumber) -> str:
    source = f"[{read.sources[0].title}]({read.sources[0].url})"
    told = (
        territory.name(read.state),
        read.number,
        f"`{read.reaches}`",
        read.ambulance or "–",
        read.as_of or "not dated",
        f"{source} (weak)" if read.is_weak else source,
    )
    return f"| {' | '.join(told)} |"
