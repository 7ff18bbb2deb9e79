"""Small shelves of invented terms for the tests of the vocabulary.

It depends on pathlib only.
A test plants a file of its own over these; the words in them are invented.
"""

from pathlib import Path

PLAIN = """
id = "{id}"
label = {{ en = "{id} in English", ru = "{id} по-русски" }}
definition = {{ en = "What it is.", ru = "Что это." }}
sources = [ {{ title = "Distance is Not a Shield", page = "5" }} ]
"""
TECHNIQUE = """
id = "whispering"
code = "COE-1"
label = { en = "whispering", ru = "шёпот" }
definition = { en = "Whispering behind a door.", ru = "Шёпот за дверью." }
example = { en = "Somebody whispers.", ru = "Кто-то шепчет." }
sources = [ { title = "Distance is Not a Shield", page = "5" } ]
tactics = ["coercion"]
physical = false
scope = "paper"
"""
ORGANISATION = """
id = "league"
label = { en = "League", ru = "Лига" }
definition = { en = "A league.", ru = "Лига." }
sources = [ { title = "A yearbook", page = "1" } ]
founded = "1990"
security_cooperation = true
complete = true
membership = [
    { state = "KG", status = "full", since = "1990-05", until = "", source = "A yearbook" },
]
"""
INSTRUMENT = """
id = "accord"
label = { en = "Accord", ru = "Соглашение" }
definition = { en = "An accord.", ru = "Соглашение." }
sources = [ { title = "A yearbook", page = "1" } ]
articles = ["3"]
dates = { signed = "1990-05-04", in_force = "1991~" }
"""


def plant(folder: Path, name: str, *, text: str) -> Path:
    """Write one file, named as `set/id.toml`, below a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def plain(term_id: str) -> str:
    """Give the text of a well-formed plain term."""
    return PLAIN.format(id=term_id)


def shelf_folder(folder: Path) -> Path:
    """Plant one well-formed file of every kind and give the folder back."""
    plant(folder, "tactics/coercion.toml", text=plain("coercion"))
    plant(folder, "modes/hints.toml", text=plain("hints"))
    plant(folder, "modes/asserts.toml", text=plain("asserts"))
    plant(folder, "techniques/whispering.toml", text=TECHNIQUE)
    plant(folder, "organisations/league.toml", text=ORGANISATION)
    plant(folder, "instruments/accord.toml", text=INSTRUMENT)
    return folder
