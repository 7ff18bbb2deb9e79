"""An edition of the guide finds words in its language, and says nothing where there are none.

It depends on the fixtures of this folder.
Links are held by the gate of the site.
"""

from safeconduct.report.guide.edition import GuideEdition
from safeconduct.report.markup import Passage
from safeconduct.report.wording import Wording


def test_words_come_in_the_language_of_the_page(outlook):
    words = {"en": "door", "ru": "дверь"}

    assert GuideEdition(outlook, Wording("ru")).pick(words) == "дверь"
    assert GuideEdition(outlook, Wording("en")).pick(words) == "door"
    assert GuideEdition(outlook, Wording("en")).pick({}) == ""


def test_an_organisation_may_stand_where_an_instrument_does(guide):
    assert guide.instrument("csto") == "Collective Security Treaty Organisation"
    assert guide.instrument("minsk-1993").startswith("Minsk Convention")
    assert guide.instrument("") == ""


def test_a_link_begins_with_a_capital_letter(guide):
    assert str(guide.situation("wanted-list"))[0].isupper()
    assert guide.host("KZ").href == "host-KZ.html"


def test_a_title_is_named_in_the_language_of_the_page_or_says_its_own(outlook):
    russian, english = (GuideEdition(outlook, Wording(each)) for each in ("ru", "en"))

    known, unknown = "Constitution of INTERPOL", "Distance is Not a Shield"
    assert russian.title(known) == Passage("Устав Интерпола")
    assert russian.title(unknown) == Passage(unknown, "en")
    assert english.title(known) == Passage(known)
    assert english.title("Первый отдел") == Passage("Первый отдел", "ru")


def test_general_knowledge_beside_a_work_is_said_in_the_language_of_the_page(outlook):
    russian = GuideEdition(outlook, Wording("ru"))
    title = "Distance is Not a Shield; general knowledge of practice"

    assert "общие сведения о практике" in str(russian.title(title))


def test_a_publisher_that_russia_lists_is_named_and_not_linked(guide):
    """Safety: to open or to share such an address from there can be an offence."""
    assert guide.address("https://data.family.ovd-info.org/x") == ""
    assert guide.address("https://zona.media/article") == ""
    assert guide.address("https://www.echr.coe.int/rules") == "https://www.echr.coe.int/rules"
    assert guide.address("") == ""


def test_a_helper_is_named_in_the_language_of_the_page(outlook):
    russian = GuideEdition(outlook, Wording("ru"))

    assert russian.provider(outlook.providers["kovcheg"]) == Passage("«Ковчег»")
    assert russian.provider(outlook.providers["icorn"]).language == "en"


def test_an_article_is_named_in_the_language_of_the_page(outlook):
    russian = GuideEdition(outlook, Wording("ru"))

    assert russian.section("Article 40(1)") == Passage("ст. 40(1)")
    assert russian.section("Articles 35(1) and 58") == Passage("Articles 35(1) and 58", "en")
    assert russian.section("раздел 2") == Passage("раздел 2")
