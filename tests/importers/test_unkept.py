"""What must not be kept is known by its heading in several languages, and by its shape in a text.

It depends on nothing but the module itself; everybody in it is invented.
A heading or a text that was missed once is one more line here, and so is an ordinary note that lost
something.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeconduct.corpora import built_in, folder
from safeconduct.importers import corpus_folder
from safeconduct.importers.unkept import KINDS, kind_of_heading, without_unkept


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Date of birth", "birth date"),
        ("birthDate", "birth date"),
        ("DOB", "birth date"),
        ("Дата рождения", "birth date"),
        ("INN", "tax number"),
        ("ИНН", "tax number"),
        ("taxNumber", "tax number"),
        ("innCode", "tax number"),
        ("СНИЛС", "insurance number"),
        ("Social security", "insurance number"),
        ("passportNumber", "passport"),
        ("Паспорт, серия", "passport"),
        ("idNumber", "passport"),
        ("Home address", "address"),
        ("Адрес", "address"),
        ("ip-dst", "address"),
        ("Телефон", "phone"),
        ("phone_number", "phone"),
        ("deviceid", "phone"),
        ("E-mail", "email"),
        ("email-src", "email"),
        ("Telegram", "account"),
        ("_submitted_by", "account"),
        ("username", "account"),
        ("Name of the target", "name"),
        ("Фамилия", "name"),
        ("_gps_latitude", "coordinates"),
        ("act/contact_phone", "phone"),
        ("name", ""),
        ("Web address", ""),
        ("Source address", ""),
        ("Date", ""),
        ("Origin country", ""),
        ("techniques", ""),
    ],
)
def test_a_heading_says_what_its_column_holds_of_a_person(heading, kind):
    assert kind_of_heading(heading) == kind


@pytest.mark.parametrize(
    ("text", "kept", "kind"),
    [
        ("Write to a.b@example.org now", "Write to [email not kept] now", "email"),
        ("born on 12.03.1980 in X", "[birth date not kept] in X", "birth date"),
        ("дата рождения: 1980-03-12", "[birth date not kept]", "birth date"),
        ("ИНН 7707083893", "[tax number not kept]", "tax number"),
        ("SNILS 112-233-445 95", "[insurance number not kept]", "insurance number"),
        ("passport no. AB 1234567 seen", "[passport not kept] seen", "passport"),
        ("call +7 (495) 123-45-67", "call [phone not kept]", "phone"),
        ("posted by @invented_handle", "posted by [account not kept]", "account"),
    ],
)
def test_a_shape_inside_a_text_is_taken_out(text, kept, kind):
    assert without_unkept(text) == (kept, {kind: 1})


@pytest.mark.parametrize(
    "text", ["Held on 12.03.2023 at the border", "https://example.org/@page/x", "Article 275", ""]
)
def test_a_text_that_names_nobody_stays_as_it_is(text):
    assert without_unkept(text) == (text, {})


def taken_out(text):
    """Everything of a text that was taken out of it, by kind."""
    return dict(without_unkept(text)[1])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("tel 8 (701) 555-01-67", "phone"),
        ("87015550167", "phone"),
        ("8-701-555-01-67", "phone"),
        ("WhatsApp 7015550167", "phone"),
        ("WhatsApp: 701 555 0167", "phone"),
        ("ұялы 701 555 01 67", "phone"),
        ("Handy 0171 5550167", "phone"),
        ("tél. 06 55 50 01 67", "phone"),
        ("cep 0532 555 01 67", "phone"),
        ("00 49 171 5550167", "phone"),
        ("８７０１５５５０１６７", "phone"),
        ("٨٧٠١٥٥٥٠١٦٧", "phone"),
        ("8701\u200b555\u200b0167", "phone"),
        ("+7\u00a0701\u2011555\u201101\u201167", "phone"),
        ("tеl 701-555-01-67", "phone"),
        ("12.03.1985 г.р.", "birth date"),
        ("1985 года рождения", "birth date"),
        ("род. 12.03.1985", "birth date"),
        ("рoд. 12.03.1985", "birth date"),
        ("b. 12.03.85", "birth date"),
        ("born in 1985", "birth date"),
        ("born on the 12th of March, 1985", "birth date"),
        ("родилась 12 марта 1985", "birth date"),
        ("народився 12.03.1985", "birth date"),
        ("12.03.1985 р. н.", "birth date"),
        ("туған күні 12.03.1985", "birth date"),
        ("1985 жылы туған", "birth date"),
        ("туулган күнү: 12.03.1985", "birth date"),
        ("tug\u02bbilgan sanasi 12.03.1985", "birth date"),
        ("Doğum tarihi: 12.03.1985", "birth date"),
        ("1985 doğumlu", "birth date"),
        ("Geboren 12.03.1985", "birth date"),
        ("née le 12 mars 1985", "birth date"),
        ("Ｂｏｒｎ １２．０３．１９８５", "birth date"),
        ("ЖСН 850312400123", "passport"),
        ("850312400123", "passport"),
        ("21203198500123", "passport"),
        ("паспорт серии AB №123456", "passport"),
        ("паспорт 45 06 123456", "passport"),
        ("төлқұжат N12345678", "passport"),
        ("Reisepass Nr. C01X00T47", "passport"),
        ("ПИНФЛ 31203985550012", "passport"),
        ("vergi no 5550001234", "tax number"),
        ("РНОКПП 5550001234", "tax number"),
        ("t.me/gull_k", "account"),
        ("https://t.me/gull_k wrote", "account"),
        ("telegram gull_k", "account"),
        ("signal: gull.42", "account"),
        ("Skype:gull.k", "account"),
        ("вк id55512345", "account"),
        ("Ник: gullfeather", "account"),
        ("DE89370400440532013000", "account"),
        ("5550 4301 2345 6789", "account"),
        ("gull (at) mail.example", "email"),
        ("gull [at] mail [dot] example", "email"),
        ("gull at mail dot example", "email"),
        ("gull собака mail.example", "email"),
        ("gull＠mail.example", "email"),
        ("lives at Gull Lane 5", "address"),
        ("адрес: Чаячья 5, кв. 3", "address"),
        ("ул. Чаячья 5, кв. 3", "address"),
        ("ул. Чаячья, д. 5", "address"),
        ("51.1694, 71.4491", "coordinates"),
        ("N51°10'09\" E71°26'57\"", "coordinates"),
        ("геолокация 51.1,71.4", "coordinates"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "Said ({}), and left.", "Сказал: {}\nвчера"])
def test_what_a_text_says_of_a_person_is_taken_out(text, kind, around):
    """Safety: neither a number nor a date of birth stays, in whatever language it is announced."""
    left, found = without_unkept(around.format(text))

    assert kind in found
    assert not any(len(figures) > 1 for figures in re.findall(r"\d+", left))
    assert "gull" not in left.casefold()


ORDINARY = (
    "Detained on 05.06.2024 at the border, released on 12.06.2024.",
    "Задержан 12.03.2023 в аэропорту, отпущен 15 марта 2023 года.",
    "On 2024-03-12 the court fined him 1 500 000 tenge (3,200 euros).",
    "Штраф 250000 рублей; 12 500 000 000 сомов ущерба.",
    "1000000000 тенге; 1234567890 KZT; $1234567890.",
    "Between 2019 and 2023, 150 000 people left; 2,500 returned.",
    "Case No. 7599-23-00-3/1234, application 12345/18, Article 205.2, part 1.",
    "Дело № 1-123/2024, статья 205.2 часть 1 УК; приговор от 03-12-2024.",
    "Passport refused in 2023; passports of 12 persons annulled 2022-2024.",
    "Паспорт аннулирован 12.03.2024, загранпаспорт не выдан с 2021 года.",
    "Phone seized on 12.03.2024 at 10:45; two phones and 3 computers.",
    "Телефон изъяли 12.03.2024 в 10:45, вернули через 14 дней.",
    "2024 жылғы 12 наурызда ұсталды; 2023 жылы шықты.",
    "Am 12.03.2024 festgenommen, am 15.03.2024 freigelassen.",
    "Arrêté le 12 mars 2024, relâché le 15.",
    "12.03.2024 gözaltına alındı; 2 yıl 6 ay hapis.",
    "Lives in exile since 2021 with 2 children; the address was heard by 300.",
    "He addressed 300 people on 12 March; the street march of 12.03.2024.",
    "Шествие на улице Мира 12 марта 2024, 5 задержанных.",
    "Telegram: the channel was closed on 12.03.2024. Facebook removed 15 pages.",
    "The signal of 12 March; nick of time; a handle on it; login refused.",
    "Annex B 2019, section 3 (a). Paragraph 2; version 2.1.3.",
    "Rate 7.5 %, from 51.2 to 71.4; Order 1234 of 12.03.2024.",
    "OGRN 1037700000000; ISBN 978-3-16-148410-0.",
    "Founded in 1985; since 1985 году; в 2019 гр. Иванова остановили.",
)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_note_of_a_case_stays_as_it_is(text):
    assert without_unkept(text) == (text, {})


def test_no_text_of_the_corpora_that_come_with_the_program_loses_a_word():
    texts = {
        text
        for name in built_in()
        for table in corpus_folder.read(folder(name)).tables.values()
        for record in table
        for column in ("says", "label", "title", "reason", "locator", "note", "caveats")
        if (text := getattr(record, column, None))
    }

    assert len(texts) > 100
    assert [text for text in texts if taken_out(text)] == []


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Аты-жөні", "name"),
        ("ПІБ", "name"),
        ("Adı", "name"),
        ("Vorname", "name"),
        ("Victim", "name"),
        ("Kin", "name"),
        ("Name оf victim", "name"),
        ("Ｓｕｒｎａｍｅ", "name"),
        ("Sur\u200bname", "name"),
        ("Мекенжайы", "address"),
        ("Құжат нөмірі", "passport"),
        ("ЖСН", "passport"),
        ("И.И.Н.", "passport"),
        ("D.O.B.", "birth date"),
        ("Туған күні", "birth date"),
        ("Geb.-Datum", "birth date"),
        ("WhatsApp", "phone"),
        ("Signal", "phone"),
        ("Phone2", "phone"),
        ("Lat", "coordinates"),
        ("Long", "coordinates"),
        ("Type of victim", ""),
        ("Long description", ""),
        ("Name of the law", ""),
        ("Documented on", ""),
    ],
)
def test_a_heading_is_known_in_nine_languages_and_through_look_alikes(heading, kind):
    assert kind_of_heading(heading) == kind


@given(st.text(max_size=200))
def test_what_was_taken_out_once_is_not_found_again(text):
    once, found = without_unkept(text)

    assert without_unkept(once)[0] == once
    assert set(found) <= set(KINDS)
