"""A document put together from a template and the answers to its form, in one language.

It depends on the template, the answers and the document beside them; no file is read or written.
A new kind of template block is one more case in `_blocks`.

Safety: what consent does not name is taken out of the answers before the first block is built, so
that no template can reach it; where it stands once more in what is passed on, nothing is built.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from safeconduct.errors import Refusal
from safeconduct.respond.documents.document import (
    Caution,
    Checklist,
    Document,
    Heading,
    Lines,
    NewPage,
    Paragraph,
    Sources,
    Table,
    packet_of,
)
from safeconduct.respond.documents.form import holds
from safeconduct.respond.documents.repeats import initials_stand, repeats
from safeconduct.respond.documents.sayings import say
from safeconduct.respond.documents.shown import day_in_words, shown
from safeconduct.vocabulary import in_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from safeconduct.respond.answers import Answers
    from safeconduct.respond.documents.block_reading import Say, TemplateBlock
    from safeconduct.respond.documents.document import Block, Packet
    from safeconduct.respond.documents.form import FormField
    from safeconduct.respond.documents.template import Consent, Template


def assemble(
    answers: Answers,
    *,
    on: date,
    language: str = "en",
    exposure_blocks: Callable[[Answers], tuple[Block, ...]] | None = None,
) -> Document:
    """Put a document together for a day.

    `exposure_blocks` makes the blocks that a template with a block `exposure` asks for.

    Raises:
        Refusal: the template is not valid on that day, consent is missing, or a rule forbids it.
    """
    chosen = answers.template
    chosen.check_day(on, language=language)
    permitted = within_consent(answers, on=on, language=language)
    for ban in chosen.bans:
        if holds(ban.when, permitted.values):
            raise Refusal(
                in_language(chosen.label, language),
                rule=in_language(ban.rule, language),
                remedy=in_language(ban.remedy, language),
            )
    made = _Assembly(permitted, on=on, language=language)
    copied = [*_copied(chosen, language)]
    blocks = [*_stale(chosen, on=on, language=language), *copied]
    for block in chosen.blocks:
        if block.kind == "exposure":
            blocks += exposure_blocks(permitted) if exposure_blocks else ()
        elif made.is_shown(block):
            blocks += made.blocks(block)
        if block.kind == "new-page":
            # What is sent leaves the pages before it behind, and is still a copy for reading.
            blocks += copied
    return Document(
        title=in_language(chosen.label, language), language=language, blocks=tuple(blocks)
    )


def packet(document: Document, answers: Answers) -> Packet:
    """Part what is sent from the sheet of warnings and checks that stays with the person."""
    label = in_language(answers.template.label, document.language)
    title = say("worksheet", document.language, document=label)
    return packet_of(document, worksheet_title=title)


def within_consent(answers: Answers, *, on: date | None, language: str = "en") -> Answers:
    """Keep what the person agreed to pass on; without a day, what holds on any day is checked.

    Raises:
        Refusal: consent is missing or does not hold, or a text that is passed on repeats an answer
            that is not.
    """
    for unnamed in answers.template.unnamed:
        if not unnamed.is_told and holds(unnamed.when, answers.values):
            said = [text for name in unnamed.whole for text in answers.values.get(name, ())]
            found = repeats(
                answers, kept=unnamed.fields, passed=unnamed.passed, on=on, may_be_said=said
            )
            _refuse_repeats(answers, found, language=language)
    consent = answers.template.consent
    if consent is None:
        return answers
    given_on, withdrawn_on = answers.one(consent.given_on), answers.one(consent.withdrawn_on)
    broken = ""
    if not answers.values.get(consent.groups) or not given_on:
        broken = "no-consent"
    elif on is not None and withdrawn_on and withdrawn_on <= on.isoformat():
        broken = "consent-withdrawn"
    elif on is not None and withdrawn_on:
        broken = "consent-to-be-withdrawn"
    elif on is not None and given_on > on.isoformat():
        broken = "consent-later"
    if broken:
        raise Refusal(
            in_language(answers.template.label, language),
            rule=say(broken, language),
            remedy=say("ask-for-consent", language),
        )
    permitted = answers.within(frozenset(answers.values[consent.groups]))
    _check_named(answers, consent, language=language)
    kept, passed = _parted(answers, consent)
    may_be_said = answers.values.get(consent.may_be_said, ())
    found = repeats(
        answers,
        kept=kept,
        passed=passed,
        on=on,
        may_be_said=may_be_said,
        # Safety: a word that is somebody's name as well may stand only where a person has read it.
        is_read=answers.one(consent.texts_read) == "yes",
    )
    _refuse_repeats(answers, found, language=language)
    _check_read(answers, consent, language=language)
    return permitted


def cautions(answers: Answers, *, language: str = "en") -> tuple[str, ...]:
    """What to tell whoever made a document: that no search is complete, and what it did not see."""
    told = [*_not_in_latin(answers, language)]
    for unnamed in answers.template.unnamed:
        if holds(unnamed.when, answers.values):
            found = repeats(answers, kept=unnamed.fields, passed=unnamed.passed)
            if unnamed.is_told and found:
                told.append(say("kept-repeated", language, fields=_told(found, language)))
            elif not unnamed.is_told:
                told.append(say("read-it", language))
                if initials_stand(answers, kept=unnamed.fields, passed=unnamed.passed):
                    told.append(say("initials", language))
    consent = answers.template.consent
    if consent is not None and _withheld(answers, consent):
        kept, passed = _parted(answers, consent)
        told.append(say("read-it", language))
        if answers.one(consent.unsearched) == "yes":
            told.append(say("not-searched", language))
        told += _left_blank(answers, consent, language=language)
        if initials_stand(answers, kept=kept, passed=passed):
            told.append(say("initials", language))
    return tuple(dict.fromkeys(told))


def _left_blank(answers: Answers, consent: Consent, *, language: str) -> Iterator[str]:
    """Name what is withheld and was not given, so that nobody could search for it."""
    fields, withheld = answers.template.form.fields, _withheld(answers, consent)
    blank = [
        in_language(fields[name].label, language)
        for name in consent.sought
        if fields[name].group in withheld and name not in answers.values
    ]
    if blank:
        yield say("left-blank", language, fields="; ".join(blank))


def _not_in_latin(answers: Answers, language: str) -> Iterator[str]:
    for name, said in answers.values.items():
        field = answers.template.form.fields[name]
        if field.in_latin and any(map(_has_cyrillic, said)):
            yield say("not-in-latin", language, field=_place(field))


def _has_cyrillic(text: str) -> bool:
    return any("CYRILLIC" in unicodedata.name(sign, "") for sign in text)


def _withheld(answers: Answers, consent: Consent) -> frozenset[str]:
    """The groups that may not be passed on."""
    agreed = answers.values.get(consent.groups, ())
    groups = answers.template.form.groups
    return frozenset(group.id for group in groups if not group.is_free and group.id not in agreed)


def _parted(answers: Answers, consent: Consent) -> tuple[list[str], list[str]]:
    """Part the fields into those to be kept and those passed on; what steers the search is none."""
    permitted = answers.within(frozenset(answers.values[consent.groups])).values
    kept = [field for field in answers.values if field not in permitted]
    return kept, [field for field in permitted if field != consent.may_be_said]


def _names_withheld(answers: Answers, consent: Consent) -> list[FormField]:
    """The fields that say who is meant, where their group may not be passed on."""
    fields, withheld = answers.template.form.fields, _withheld(answers, consent)
    return [fields[name] for name in consent.named if fields[name].group in withheld]


def _check_named(answers: Answers, consent: Consent, *, language: str) -> None:
    """Let nothing through that cannot be searched for the name."""
    names = _names_withheld(answers, consent)
    missing = [field for field in names if field.id not in answers.values]
    if missing and answers.one(consent.unsearched) != "yes":
        place = ", ".join(map(_place, missing))
        _refuse(answers, "no-name", place=place, language=language)


def _check_read(answers: Answers, consent: Consent, *, language: str) -> None:
    """Let nothing through that nobody read for names."""
    if _names_withheld(answers, consent) and answers.one(consent.texts_read) != "yes":
        place = _place(answers.template.form.fields[consent.texts_read])
        _refuse(answers, "not-read", place=place, language=language)


def _refuse(answers: Answers, broken: str, *, place: str, language: str) -> None:
    raise Refusal(
        in_language(answers.template.label, language),
        rule=say(broken, language),
        remedy=say(f"{broken}-remedy", language, field=place),
    )


def _refuse_repeats(
    answers: Answers, found: Sequence[tuple[FormField, FormField]], *, language: str
) -> None:
    remedies = ["reword"] if answers.template.consent is None else ["reword", "may-be-said"]
    if found:
        raise Refusal(
            in_language(answers.template.label, language),
            rule=say("repeated", language, fields=_told(found, language)),
            remedy=" ".join(say(saying, language) for saying in remedies),
        )


def _told(found: Iterable[tuple[FormField, FormField]], language: str) -> str:
    # Safety: the fields are named, and never what stands in them.
    told = (
        say("repeated-in", language, kept=_place(one), passed=_place(other)) for one, other in found
    )
    return "; ".join(told)


def _place(field: FormField) -> str:
    return f"{field.group}.{field.id}"


def _stale(chosen: Template, *, on: date, language: str) -> Iterator[Block]:
    if chosen.is_stale(on):
        as_of = day_in_words(chosen.as_of, language)
        yield Caution(text=say("stale", language, as_of=as_of))


def _copied(chosen: Template, language: str) -> Iterator[Block]:
    if chosen.taken_in and language not in chosen.taken_in:
        names = ", ".join(say(f"language-{one}", language) for one in chosen.taken_in)
        yield Caution(text=say("reading-copy", language, languages=names))


class _Assembly:
    """One set of answers, being written into the blocks of one language."""

    def __init__(self, answers: Answers, *, on: date, language: str) -> None:
        self._answers = answers
        self._language = language
        self._own = {
            "on": day_in_words(on, language),
            "version": answers.template.version,
            "as_of": day_in_words(answers.template.as_of, language),
        }

    def is_shown(self, block: TemplateBlock) -> bool:
        """Whether a block is due, by its conditions and by what was answered."""
        is_due = not block.any_answered or set(block.any_answered) & set(self._answers.values)
        return bool(is_due) and self.is_said(block.when, block.answered)

    def is_said(self, when: Mapping[str, tuple[str, ...]], answered: tuple[str, ...]) -> bool:
        """Whether the condition holds and every field that is needed has an answer."""
        values = self._answers.values
        return holds(when, values) and set(answered) <= set(values)

    def blocks(self, block: TemplateBlock) -> Iterator[Block]:
        """Write one block of the template; one that has nothing to show is left out."""
        texts = tuple(
            self._text(said) for said in block.says if self.is_said(said.when, said.answered)
        )
        match block.kind:
            case "heading":
                yield from (Heading(text=text, level=block.level) for text in texts)
            case "paragraph":
                yield from (Paragraph(text=text) for text in texts)
            case "caution":
                yield from (Caution(text=text) for text in texts)
            case "checklist":
                yield from [Checklist(lines=texts)] if texts else []
            case "list" | "numbered":
                is_numbered = block.kind == "numbered"
                yield from [Lines(lines=texts, is_numbered=is_numbered)] if texts else []
            case "new-page":
                yield NewPage()
            case "sources":
                yield Sources(citations=self._answers.template.sources)
            case _:
                yield from self._of_answers(block)

    def _of_answers(self, block: TemplateBlock) -> Iterator[Block]:
        said = {field: self._shown(field) for field in block.fields}
        said = {field: texts for field, texts in said.items() if texts}
        if not said:
            return
        every = tuple(text for texts in said.values() for text in texts)
        match block.kind:
            case "table":
                rows = tuple((self._label(field), "\n".join(said[field])) for field in said)
                heads = (say("detail", self._language), say("as-stated", self._language))
                yield Table(headings=heads, rows=rows)
            case "as-written":
                yield from (Paragraph(text=text) for text in every)
            case _:
                yield Lines(lines=every, is_numbered=block.kind == "numbered-answers")

    def _text(self, said: Say) -> str:
        places = dict(self._own)
        for field in said.answered:
            places[field] = ", ".join(self._shown(field))
        return in_language(said.words, self._language).format_map(places)

    def _shown(self, field: str) -> tuple[str, ...]:
        return shown(self._answers, field, language=self._language)

    def _label(self, field: str) -> str:
        return in_language(self._answers.template.form.fields[field].label, self._language)
