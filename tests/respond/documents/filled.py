"""Forms filled in for invented people, as a person would write them into the file.

It depends on the templates that ship; nothing here is anybody's data.
A new document gets its answers in `ANSWERS`; a test changes them by field.
"""

import json
from collections.abc import Mapping
from datetime import date

from safeconduct.respond.answers import Answers, read_answers
from safeconduct.respond.documents.template import template

# A day of its own, so that no clock can pass for it.
ON = date(2026, 11, 24)

Said = str | list[str]

ANSWERS: Mapping[str, Mapping[str, Said]] = {
    "ccf-request": {
        "purpose": "deletion",
        "filed_by": "representative",
        "risk_understood": "yes",
        "family_name": "EXAMPLE",
        "given_names": "Ilya Invented",
        "other_names": ["Ilia EXAMPLE", "ПРИМЕР Илья"],
        "born_on": "1980-02-29",
        "born_in": "Nowhere-on-Sea",
        "nationalities": ["RU"],
        "representative_name": "Maria Beispiel",
        "representative_capacity": "lawyer",
        "power_of_attorney": "yes",
        "requesting_state": "RU",
        "kind_of_data": "diffusion",
        "how_known": "Stopped at an airport on 3 May 2026; the officer said “INTERPOL”.",
        "proceedings": "A criminal case of 2025 about a public post.\nNo summons arrived.",
        "argument_political": "The charge is about words. #eval(1) *bold* $x^2$ <b>&amp;</b>",
        "argument_rights": "A trial in absence, without a lawyer of one's own choice.",
        "argument_refugee": "Recognised in 2025 by the state of residence.",
        "argument_other": "The case was closed and opened again.",
        "keep_confidential": "Where the applicant lives.",
        "annexes": ["Decision of the court, 2025, Russian", "Translation, 2026, English"],
    },
    "special-procedures-letter": {
        "agrees_to_letter": "yes",
        "agrees_to_name_for_state": "no",
        "agrees_to_name_in_public": "no",
        "person_name": "Ilya Example",
        "born_on": "1980~",
        "nationalities": ["RU"],
        "lives_in": "KZ",
        "activity": "Writes about courts.",
        "sent_by": "organisation",
        "sender_name": "Invented Helpdesk",
        "sender_contact": "desk@invented.example",
        "state_concerned": "KZ",
        "happened_on": "2026-05",
        "happened_in": "At a railway station.",
        "account": "Two men asked for papers.\nOne of them named the person's employer.",
        "who_acted": "They wore no badge. Not known.",
        "steps_taken": "A complaint to the prosecutor, without an answer.",
        "proofs": ["Copy of the complaint, 2026-05-12"],
        "urgency": "urgent-appeal",
        "about_to_happen": "A hearing on extradition on 1 December 2026.",
        "mandates": ["expression", "russia"],
        "request": "Not to hand the person over.",
    },
    "evidence-bundle": {
        "origin": "RU",
        "host": "KZ",
        "as_on": "2024-06-30",
        "proceeding": "extradition",
    },
    "referral": {
        "agreed_groups": ["identity", "contact", "what-happened", "needs", "documents", "family"],
        "agreed_on": "2026-11-20",
        "agreed_how": "in-conversation",
        "texts_read": "yes",
        "limits": ["No contact with the police", "No passing on"],
        "from_organisation": "Invented Helpdesk",
        "reply_to": "desk@helpdesk.invented",
        "to_organisation": "Imagined Shelter",
        "own_reference": "R-17",
        "full_name": "Ilya Example",
        "born_on": "1931-07-19",
        "nationalities": ["TV"],
        "activity": "Teaches the theremin.",
        "channel": "Only by the invented messenger",
        "times": "Tuesdays after dusk",
        "not_this_way": "Never through the landlord",
        "languages": ["Esperanto"],
        "lives_in": "NR",
        "account": "Somebody left a wreath at the door.",
        "happened_on": "1947-03",
        "happened_in": "VU",
        "technique": "extradition-request",
        "kinds_of_help": ["relocation", "medical"],
        "needed_by": "2061-08-15",
        "needs_in_words": "I want to sleep in peace.",
        "papers": ["Passport, valid until 2063"],
        "papers_kept": "A photograph of the wreath.",
        "relatives_at_risk": "A great-aunt in the old town.",
        "travels_with": "Two adults and a parrot",
    },
}


def written(document: str, **changes: Said | None) -> bytes:
    """Write the form of a document as a file; None leaves a field out."""
    chosen = template(document)
    said = {**ANSWERS[document], **changes}
    lines = [f'form = "{document}"', f'version = "{chosen.version}"']
    for group in chosen.form.groups:
        lines.append(f"[{group.id}]")
        lines += [
            f"{field.id} = {json.dumps(said[field.id], ensure_ascii=False)}"
            for field in chosen.form.fields_of(group.id)
            if said.get(field.id) is not None
        ]
    return "\n".join(lines).encode()


def answers(document: str, **changes: Said | None) -> Answers:
    """Read the form of a document as it was filled in."""
    return read_answers(written(document, **changes), file="answers.toml")
