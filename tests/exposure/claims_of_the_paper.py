"""The claims of the paper in sections 3.1 (Kazakhstan) and 3.2 (Serbia), in the order of the text.

It depends on the standard library only; the words are those of the records, not of the paper.
A claim holds its footnote, the fact that must be told, and the line that tells it; one that the
paper prints without a footnote of its own has none.
"""

from dataclasses import dataclass, replace
from datetime import date

PAPER = "Distance is Not a Shield"
FOOTNOTES = range(90, 112)
# The paper as it was printed lacks the text of 105 to 110, and all but the tail of 111.
LOST = {"105", "106", "107", "108", "109", "110", "111"}
_LATEST = date(2026, 11, 1)
# The convention of Minsk governed between the two states until the later one displaced it.
_UNDER_MINSK = date(2022, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim: the host that it is about, its fact in both languages, and the line."""

    name: str
    host: str
    footnote: str
    line: str
    facts: tuple[str, ...]
    facts_ru: tuple[str, ...]
    source_state: str
    on: date = _LATEST

    def without_line(self):
        """Return the claim as it would be, were its line gone."""
        return replace(self, line=f"{self.host}/gone")


def claim(name, line, footnote, facts, facts_ru, **cells):
    state = "located" if not footnote else "no-locator"
    return Claim(
        **{
            "name": name,
            "line": line,
            "footnote": footnote,
            "facts": facts,
            "facts_ru": facts_ru,
            "source_state": "not-recoverable" if footnote in LOST else state,
            "host": "KZ",
            **cells,
        }
    )


KAZAKHSTAN = (
    claim("alignment", "KZ/alignment-uncertain", "", ("2022", "uncertain"), ("2022", "неясно")),
    claim(
        "disagreement with the invasion",
        "KZ/foreign-policy-of-its-own",
        "90",
        ("disagreement with the invasion", "restrictions on Russia", "multivector"),
        ("несогласие с вторжением", "ограничений против России", "многовекторной"),
    ),
    claim(
        "border questioned",
        "KZ/border-questioned",
        "91",
        ("officials and public figures", "repeatedly", "border"),
        ("не раз", "границу"),
    ),
    claim(
        "many treaties on security",
        "KZ/bilateral-treaties",
        "",
        ("many treaties, many with a security element",),
        ("множество договоров", "безопасности"),
    ),
    claim(
        "intervention of January 2022",
        "KZ/intervention-of-january-2022",
        "92",
        ("January 2022", "CSTO led by Russia", "over 200 people were killed", "authorities"),
        ("январе 2022", "ОДКБ", "больше 200"),
    ),
    claim(
        "sanctions evaded",
        "KZ/sanctions-evasion",
        "93",
        ("Since 2022", "territory and firms", "parallel imports", "war materiel"),
        ("2022", "параллельным импортом", "военных товаров"),
    ),
    claim(
        "no border checks",
        "KZ/no-checks-towards-russia",
        "93",
        ("no customs or border checks",),
        ("нет таможенного и пограничного контроля",),
    ),
    claim(
        "ties not cut",
        "KZ/ties-not-cut",
        "",
        ("not fundamentally shifted", "since 2022", "foreign policy apart"),
        ("не изменила", "2022"),
    ),
    claim(
        "a hundred thousand",
        "KZ/hundred-thousand",
        "94",
        ("100 000", "since 2022", "estimates vary"),
        ("100 тысяч", "2022", "оценки расходятся"),
    ),
    claim(
        "security often illusory",
        "KZ/frequent-but-not-safe",
        "",
        ("free of visas", "work together", "security is often illusory"),
        ("безвизовые", "часто мнимая"),
    ),
    claim(
        "duty to extradite",
        "minsk-1993/duty-to-extradite",
        "95",
        ("56-71", "hands over"),
        ("56-71", "выдаёт"),
        on=_UNDER_MINSK,
    ),
    claim(
        "prosecution taken over",
        "minsk-1993/prosecution-taken-over",
        "95",
        ("72-77", "prosecutes"),
        ("72-77", "преследует"),
        on=_UNDER_MINSK,
    ),
    claim(
        "evidence handed over",
        "minsk-1993/evidence-handed-over",
        "95",
        ("78", "evidence"),
        ("78", "доказательствами"),
        on=_UNDER_MINSK,
    ),
    claim(
        "wanted list of the CIS",
        "cis/shared-wanted-list",
        "",
        ("one wanted list", "detention"),
        ("общий розыск", "задержанием"),
    ),
    claim(
        "the service works freely",
        "cis/services-among-members",
        "",
        ("According to testimonies", "works freely among the members"),
        ("По свидетельствам", "свободно действует"),
    ),
    claim(
        "the same of the CSTO",
        "csto-charter/services-among-members",
        "96",
        ("said of the CSTO too",),
        ("об ОДКБ",),
    ),
    claim(
        "charter of the CSTO, article 7",
        "csto-charter/police-and-services",
        "96",
        ("7", "security bodies"),
        ("7", "органов безопасности"),
    ),
    claim(
        "charter of the CSTO, article 8",
        "csto-charter/transnational-crime",
        "96",
        ("8", "transnational crime", "ground for transnational repression"),
        ("8", "транснациональной преступностью", "почву для транснациональных репрессий"),
    ),
    claim(
        "protection in question",
        "KZ/reliability-of-protection",
        "97",
        ("raise questions", "politically motivated charges"),
        ("ставят вопрос", "политических обвинений"),
    ),
    claim(
        "mostly compliant",
        "KZ/mostly-compliant",
        "98",
        ("mostly compliant", "detain", "for extradition", "fakes about the army"),
        ("в основном исполняет", "для выдачи", "«фейках об армии»"),
    ),
    claim(
        "most asylum rejected",
        "KZ/most-asylum-rejected",
        "98",
        ("Most asylum applications", "rejected"),
        ("Большинству", "отказывают"),
    ),
    claim(
        "two asylum seekers",
        "KZ/two-asylum-seekers",
        "",
        ("November 2023", "two Russians", "extremism", "asylum-seeker status"),
        ("ноябре 2023", "двое россиян", "экстремизме", "ищущих убежище"),
    ),
    claim(
        "civil society acts",
        "KZ/local-defenders",
        "99",
        ("many times", "stop extraditions"),
        ("не раз", "не выдали"),
    ),
    claim(
        "released after twelve months",
        "KZ/released-after-twelve-months",
        "99",
        ("July 2024", "12 months", "inciting extremist actions", "not extradited", "lawyers"),
        ("июле 2024", "12 месяцев", "экстремистским действиям", "не выдали", "адвокаты"),
    ),
    claim(
        "qualified compliance elsewhere",
        "KG/qualified-compliance",
        "100",
        ("Like Kazakhstan, Kyrgyzstan complies", "not always"),
        ("Как и Казахстан, Киргизия исполняет", "не всегда"),
        host="KG",
    ),
)


def serbian(name, line, footnote, facts, facts_ru):
    return claim(name, line, footnote, facts, facts_ru, host="RS")


SERBIA = (
    serbian(
        "staged balancing act",
        "RS/staged-balancing",
        "101",
        ("staged balancing act", "ambiguous on purpose"),
        ("балансированием", "намеренно двусмысленна"),
    ),
    serbian(
        "votes against the war",
        "RS/votes-against-the-war",
        "",
        ("General Assembly", "condemn Russia's aggression"),
        ("Генеральной Ассамблее", "осуждающие агрессию"),
    ),
    serbian(
        "arms to Ukraine",
        "RS/arms-to-ukraine",
        "102",
        ("leak of 2023", "may have", "arms to Ukraine"),
        ("утечке 2023", "возможно", "оружие Украине"),
    ),
    serbian(
        "no sanctions",
        "RS/no-sanctions",
        "",
        ("no sanctions", "since 2022"),
        ("не ввёл санкций", "2022"),
    ),
    serbian(
        "arms from Russia",
        "RS/arms-from-russia",
        "103",
        ("2024", "delivery of arms from Russia", "remains a buyer"),
        ("2024", "партию оружия из России", "остаётся покупателем"),
    ),
    serbian(
        "sanctions evaded through Serbia",
        "RS/sanctions-evasion",
        "",
        ("allegedly", "get round sanctions", "sensitive technology"),
        ("как утверждается", "обходит санкции", "чувствительных технологий"),
    ),
    serbian(
        "barriers of trade",
        "RS/trade-barriers-removed",
        "104",
        ("4 September 2024", "barriers of trade"),
        ("4 сентября 2024", "торговых барьеров"),
    ),
    serbian(
        "no regional organisation",
        "RS/no-regional-organisation",
        "",
        ("no regional organisation with Russia", "no such commitments to legal aid"),
        ("ни в одном региональном объединении", "о правовой помощи"),
    ),
    serbian(
        "willing to cooperate",
        "RS/willingness-to-cooperate",
        "105",
        ("Concerns persist", "monitor or hinder"),
        ("опасения", "следить"),
    ),
    serbian(
        "a hundred and fifty thousand",
        "RS/hundred-fifty-thousand",
        "106",
        ("150 000", "2024"),
        ("150 тысяч", "2024"),
    ),
    serbian(
        "organisations are based there",
        "RS/organisations-go-on",
        "",
        ("registered and based in Serbia", "first two years of the war"),
        ("зарегистрированы и базируются в Сербии", "первые два года войны"),
    ),
    serbian(
        "rallies of 2022",
        "RS/rallies-2022",
        "107",
        ("hundreds", "2022"),
        ("сотни", "2022"),
    ),
    serbian(
        "protests of 2024",
        "RS/protests-2024",
        "108",
        ("2024", "fourth term", "thousands"),
        ("2024", "четвёртого срока", "тысячи"),
    ),
    serbian(
        "environment worse",
        "RS/environment-worse",
        "",
        ("progressively worsened",),
        ("всё хуже",),
    ),
    serbian(
        "fear of the service",
        "RS/fear-of-the-service",
        "109",
        ("reportedly", "FSB", "local pro-Russia groups"),
        ("Сообщается", "ФСБ", "местных пророссийских групп"),
    ),
    serbian(
        "policy may change",
        "RS/policy-may-change",
        "",
        ("2023", "might be changing"),
        ("2023", "возможно, меняется"),
    ),
    serbian(
        "several denied entry",
        "RS/several-denied-2023",
        "110",
        (
            "July 2023",
            "several members",
            "denied entry",
            "refused longer residence",
            "alleged grounds of national security",
            "let back in",
            "first known cases",
        ),
        ("июле 2023", "отказали во въезде", "пустили обратно", "первые известные случаи"),
    ),
    serbian(
        "further expulsions",
        "RS/expulsions-2024",
        "111",
        ("By 2024", "politically motivated expulsions", "long resident"),
        ("К 2024", "по политическим мотивам", "давно живших"),
    ),
)

CLAIMS = KAZAKHSTAN + SERBIA
