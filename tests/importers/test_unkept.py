"""What must not be kept is known by its heading in several languages, and by its shape in a text.

It depends on nothing but the module itself.
A heading that was missed once is one more line here.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@given(st.text(max_size=200))
def test_what_was_taken_out_once_is_not_found_again(text):
    once, found = without_unkept(text)

    assert without_unkept(once)[0] == once
    assert set(found) <= set(KINDS)
