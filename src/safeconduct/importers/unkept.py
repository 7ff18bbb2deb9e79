"""What must not be kept about a person, known by the heading of its column or by its own shape.

It depends on the standard library only.
A further kind is one more line in `_HEADINGS`; a further shape inside running text is one more line
in `_SHAPES`.

Safety: what is found here is dropped while it is read. It is counted by kind and column, and its
value goes into no record, message or log.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY: Final = (
    r"(?:[0-9]{1,2}[./ -](?:[0-9]{1,2}|[^\W\d_]{3,9})[./ -][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})"
)
# Words of a heading, all small, with single blanks between them.
_HEADINGS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        kind: re.compile(rf"\b(?:{words})\b")
        for kind, words in {
            "email": r"e ?mails?|mailbox|электронн\w+ (?:почт\w+|адрес\w*)|whois registrant email",
            "birth date": (
                r"birth ?dates?|dates? of birth|dob|born(?: on)?|birth ?day|(?:year|place) of birth"
                r"|birth (?:year|place|name)|death date|дата рождения|год рождения|день рождения"
                r"|geburtsdatum|date de naissance|fecha de nacimiento|doğum tarihi"
            ),
            "tax number": (
                r"tax(?:payer)? ?(?:id|numbers?|no|code)|tin|inn|inn code|vat code|инн|vat number"
            ),
            "insurance number": (
                r"(?:social )?insurance (?:number|no|id)|social security|ssn|snils|снилс"
                r"|social insurance number"
            ),
            "passport": (
                r"passports?|паспорт\w*|id ?(?:card|document|number)|identity (?:card|document)"
                r"|national (?:id|identity)|personal (?:number|id)|iin|иин|pesel|visa"
                r"|residence permit|travel document"
            ),
            "address": (
                r"(?<!web )address(?:es)?|street|postal ?code|post ?code|zip(?: code)?|адрес\w*"
                r"|улица|anschrift|ip|ip src|ip dst|home town"
            ),
            "phone": (
                r"(?:tele)?phones?|phone ?numbers?|mobile|mobile number|fax|tel|whatsapp|телефон\w*"
                r"|моб|sim ?serial|imei|imsi|subscriber ?id|device ?id"
            ),
            "account": (
                r"handles?|user ?names?|twitter|telegram|instagram|facebook|vkontakte|screen ?name"
                r"|nick ?names?|account (?:name|handle|id|login|url)|user account|social media"
                r"|github username|twitter id|логин|аккаунт\w*|submitted by|submitter ?(?:id|name)"
                r"|xmpp|jabber id|skype"
            ),
            "name": (
                r"(?:full|first|last|family|given|middle|maiden|father|second|mother) ?names?"
                r"|surnames?|(?:victim|target|person|individual|witness|respondent|detainee"
                r"|interviewee)s? ?names?|names? of (?:the )?(?:victim|target|person|individual"
                r"|witness|respondent|detainee|interviewee)s?|фио|фамилия|отчество|имя|patronymic"
                r"|weak alias"
            ),
            "coordinates": (
                r"latitude|longitude|altitude|gps|geo ?point|geo ?location|широта|долгота"
            ),
        }.items()
    }
)
# Each part is bounded, so that no text makes the search slow.
_SHAPES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "email": re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"),
        "birth date": re.compile(
            rf"\b(?:born(?: on)?|date of birth|dob|birth date|дата рождения|родил(?:ся|ась)"
            rf"|г\.\s?р\.|д\.\s?р\.)\W{{0,4}}{_DAY}",
            re.IGNORECASE,
        ),
        "tax number": re.compile(
            r"\b(?:INN|ИНН|TIN|tax (?:number|id))\W{0,4}[0-9][0-9 -]{6,16}[0-9]", re.IGNORECASE
        ),
        "insurance number": re.compile(
            r"\b(?:SNILS|СНИЛС|SSN|social security number)\W{0,4}[0-9][0-9 -]{6,16}[0-9]",
            re.IGNORECASE,
        ),
        "passport": re.compile(
            r"\b(?:passport|паспорт\w{0,3}|ИИН|IIN)\W{0,4}(?:(?:no|number|серия|series|№)\W{0,3})?"
            r"[A-ZА-Я]{0,3}\W?[0-9][0-9 №-]{4,16}[0-9]",
            re.IGNORECASE,
        ),
        "phone": re.compile(r"(?<![\w/])\+[0-9][0-9 ().-]{6,18}[0-9]"),
        "account": re.compile(r"(?<![\w@/.])@\w{3,32}"),
    }
)
KINDS: Final = tuple(_HEADINGS)
_WEB: Final = re.compile(r"\b(?:url|web|website|link|source|archive)\b")
_HUMP: Final = re.compile(r"(?<=[a-zа-я0-9])(?=[A-ZА-Я])")


def kind_of_heading(heading: str) -> str:
    """The kind of what a column of this heading holds of a person, "" where it may be kept."""
    plain = " ".join(re.sub(r"[\W_]+", " ", _HUMP.sub(" ", heading)).casefold().split())
    for kind, words in _HEADINGS.items():
        if words.search(plain) and not (kind == "address" and _WEB.search(plain)):
            return kind
    return ""


def without_unkept(text: str) -> tuple[str, Mapping[str, int]]:
    """A running text without what must not be kept, and how often each kind was found in it."""
    found: dict[str, int] = {}
    for kind, shape in _SHAPES.items():
        text, times = shape.subn(f"[{kind} not kept]", text)
        if times:
            found[kind] = times
    return text, found
