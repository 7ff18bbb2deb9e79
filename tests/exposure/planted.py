"""Files and rules of exposure for tests: whole ones, into which a test plants what it is about.

It depends on the readers of exposure; states and instruments are real codes, all else is invented.
A test names what matters to it and leaves the rest to the defaults here.
"""

from safeconduct.exposure import (
    Gap,
    HostLine,
    HostLines,
    InstrumentRules,
    Party,
    Provision,
    Records,
)
from safeconduct.vocabulary import Citation

SOURCE = Citation(title="An invented gazette", section="whole")
WORDS = {"en": "Said.", "ru": "Сказано."}

INSTRUMENT = """
id = "minsk-1993"
as_of = "2026-11-01"
organisation = ""
displaced_by = ["chisinau-2002"]
kind = "cooperation"
summary = { en = "It hands over.", ru = "По нему выдают." }

[[party]]
state = "KZ"
status = "party"
since = "1994"
until = ""
source = { title = "An invented gazette", section = "whole" }
weak = false

[[provision]]
id = "hand-over"
article = "56"
effect = "opens"
needs = "both"
text = { en = "They hand over.", ru = "Выдают." }
techniques = ["extradition-request"]
source = { title = "An invented gazette", section = "whole" }

[[provision]]
id = "refuse"
article = "57"
effect = "refuses"
needs = "both"
text = { en = "They refuse.", ru = "Отказывают." }
enforced_by = { en = "A court.", ru = "Суд." }
how = { en = "Ask it.", ru = "Обратиться." }
source = { title = "An invented gazette", section = "whole" }

[[gap]]
text = { en = "It lacks a thing.", ru = "Чего-то нет." }
source = { title = "An invented gazette", section = "whole" }
"""

HOST = """
state = "KZ"
as_of = "2026-11-01"

[[line]]
id = "mostly"
part = "happened"
since = "2022"
until = ""
text = { en = "Mostly so.", ru = "Чаще так." }
techniques = ["detention-pending-extradition"]
origin = "RU"
source = { title = "Distance is Not a Shield", page = "11" }
footnote = "98"
source_state = "no-locator"
weak = false

[[line]]
id = "sometimes"
part = "happened"
since = "2023-11"
text = { en = "Sometimes not.", ru = "Иногда нет." }
source = { title = "Distance is Not a Shield", page = "11" }
source_state = "no-locator"
contradicts = "mostly"

[[line]]
id = "a-right"
part = "protects"
text = { en = "A right.", ru = "Право." }
enforced_by = { en = "A court.", ru = "Суд." }
how = { en = "Ask it.", ru = "Обратиться." }
source = { title = "An invented gazette", section = "whole" }
source_state = "located"
"""


def party(state, status="party", **cells):
    return Party(
        **{
            "state": state,
            "status": status,
            "towards": (),
            "since": "2000-01-01",
            "until": "",
            "source": SOURCE,
            "is_weak": False,
            "note": {},
            **cells,
        }
    )


def provision(identifier="hand-over", effect="opens", **cells):
    return Provision(
        **{
            "id": identifier,
            "article": "1",
            "effect": effect,
            "needs": "both",
            "text": WORDS,
            "condition": {},
            "enforced_by": {},
            "how": {},
            "techniques": (),
            "since": "",
            "until": "",
            "source": SOURCE,
            "source_state": "located",
            "is_weak": False,
            **cells,
        }
    )


def rules(identifier="minsk-1993", parties=(), **cells):
    return InstrumentRules(
        **{
            "id": identifier,
            "as_of": "2026-11-01",
            "kind": "cooperation",
            "summary": WORDS,
            "organisation": "",
            "complete": False,
            "among": "",
            "worldwide": False,
            "presumption": None,
            "displaced_by": (),
            "parties": tuple(parties),
            "provisions": (provision(),),
            "gaps": (Gap(text=WORDS, source=SOURCE, source_state="located"),),
            **cells,
        }
    )


def host_line(identifier="a-line", part="happened", **cells):
    return HostLine(
        **{
            "id": identifier,
            "part": part,
            "origin": "",
            "since": "2022-01-01",
            "until": "",
            "text": WORDS,
            "condition": {},
            "enforced_by": {},
            "how": {},
            "techniques": (),
            "source": SOURCE,
            "source_state": "located",
            "is_weak": False,
            "contradicts": "",
            **cells,
        }
    )


def records(*instruments, hosts=()):
    """Build records of some rules and of some lines by host."""
    return Records(
        instruments={each.id: each for each in instruments},
        hosts={
            state: HostLines(state=state, as_of="2026-10-01", lines=tuple(lines))
            for state, lines in dict(hosts).items()
        },
    )
