"""Two spellings of one name are seen to be one, and words of every day are no name.

It depends on invented names; nothing here is anybody's data.
A further spelling is one more line of a table.
"""

import csv
from importlib import resources

import numpy as np
import pytest

from safeconduct.link.exile_names import in_latin
from safeconduct.respond.documents.seen_names import (
    initials_in,
    initials_of,
    name_keys,
    name_parts,
    names_in,
    text_keys,
)

ROWS = (resources.files("safeconduct.link") / "invented" / "surnames.csv").read_text("utf-8")
SURNAMES = [
    row["russian"]
    for row in csv.DictReader(ROWS.splitlines())
    if row["russian"].endswith(("ов", "ев", "ин"))
]


def is_seen(name, text):
    return any(name_keys(part) & text_keys(text) for part in name_parts(name))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Petrov", "PETROV was called."),
        ("Petrov", "@petrov80 and petrov_1"),
        ("Petrov", "Petrov's flat, the Petrovs"),
        ("Петров", "Дали Петрову повестку."),
        ("Petrov", "Приходили к Петровым."),
        ("Петров", "They asked for petrov."),
        ("Наталья", "Наталия вышла."),
        ("Илья", "К Ильёй приходили, Ильи не было."),
        ("Ilya", "Ильи не было дома."),
        ("Anna", "Анны дома не было."),
        ("Maria", "Спрашивали Марию."),
        ("Sergey", "Sergei, Сергея"),
        ("Дмитрий", "Dmitry went out."),
        ("Юлия", "Julia wrote."),
        ("Yevgeniy", "Евгений молчал."),
        ("Пётр", "Pyotr; Петр"),
        ("Соловьёв", "Solovyov, of course"),
        ("Xenia", "Ксения пришла."),
        ("Щербаков", "Shcherbakov stayed."),
        ("Ångström", "ANGSTROM"),
        ("Pet\u00adrov", "Petrov"),
        ("D’Artagnan", "dartagnan"),
        ("王伟", "他叫王伟。"),
        ("Ｐｅｔｒｏｖ", "petrov"),
        ("Petrov", "Pеtrоv in letters of two alphabets"),
    ],
)
def test_a_name_is_seen_in_another_case_alphabet_or_spelling(name, text):
    assert is_seen(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Илья", "или ил"),
        ("Anna", "an answer, она"),
        ("Petrov", "Petersburg, петровский"),
        ("Ivan", "иваново детство"),
        ("Lev", "level of the sea"),
        ("王伟", "王先生"),
    ],
)
def test_another_word_is_no_name(name, text):
    assert not is_seen(name, text)


def test_only_parts_that_are_long_enough_are_looked_for_by_themselves():
    assert name_parts("Li Wei-Lin of 王伟") == ["wei", "lin", "王伟"]
    assert name_parts("Ян") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *[
            ("Кузнецова", text)
            for text in ("Kuznecova", "Kuznezowa", "Kusnezowa", "Kuznetsovoy", "Kuznetsovu")
        ],
        *[("Щербакова", text) for text in ("Ščerbakova", "Schtscherbakowa", "Шербакову")],
        *[("Жукова", text) for text in ("Joukova", "Zukova", "Žukova", "Shukowa")],
        ("Хохлова", "Chochlowa"),
        ("Müller", "Mueller"),
        ("Mueller", "Müller"),
        ("Müller", "Muller"),
        *[
            ("Ольга", text)
            for text in ("Olja", "Olha", "Оля", "Олю", "Ольгин муж", "Olgu", "Ользі")
        ],
        ("Olga", "Ольгиной сестре"),
        ("Александра", "Саша"),
        ("Александр", "Сашу"),
        ("Наталья", "Наташу"),
        ("Павел", "Павла"),
        ("Pavel", "Павла"),
        ("Павел", "Pavla"),
        ("Лев", "у Льва"),
        ("Орёл", "Орла"),
        ("Заяц", "Зайцем"),
        ("Цой", "у Цоя"),
        ("Цой", "Цоем"),
        ("Petrov", "Petrova"),
        ("Петрова", "Петров"),
        ("Достоевский", "Достоевская, Достоевскую"),
        ("Петрова", "Пет-\nрова"),
        ("Петрова", "Пет-рову"),
        ("Петрова", "П е т р о в а"),
        ("Petrova", "P.e.t.r.o.v.a"),
        ("Петрова", "Пет рова"),
        ("Петрова", "Пет\u200bрова"),
        ("Петрова", "#ОльгаПетрова"),
        ("Petrova", "#OlgaPetrova"),
        ("Петрова", "პეტროვა"),
        ("Petrova", "პეტროვას"),
        ("Петрова", "Պետրովա"),
        ("პეტროვა", "Petrova"),
    ],
)
def test_a_name_is_seen_in_forms_that_people_and_offices_make(name, text):
    assert is_seen(name, text)
    assert is_seen(name, f"Они сказали: {text}, да. Then they went out.")


EVERYDAY = """
We were at home when the police came. They asked where the papers are, and they took a phone. Nobody
was hurt. I need a lawyer and a safe place, and a doctor for my mother. The school wrote a letter.
They said that the court will decide on the second of May. Any help is good. One man stood outside.
Мы были дома, когда пришла полиция. Спросили, где документы, и забрали телефон. Никто не пострадал.
Мне нужны адвокат и безопасное жильё, а маме врач. Из школы пришло письмо. Сказали, что суд решит
второго мая. Любая помощь хороша. Один человек стоял на улице. Или они уйдут, или мы уйдём.
"""


@pytest.mark.parametrize(
    "name",
    [
        *("Ольга Кузнецова", "Илья Петров", "Anna Sokolova", "Вася Жуков", "Лев Цой", "Ян Ли"),
        *("Дмитрий Щербаков", "Aigul Serikova", "Ivan Melnyk", "Женя Орлова", "Müller", "Dana Kim"),
    ],
)
def test_an_everyday_text_says_no_name(name):
    assert not is_seen(name, EVERYDAY)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Brother Dmitry Sokolov, mother Anna Petrovna, in Tver, Lenina 5",
            ["dmitry", "sokolov", "anna", "petrovna", "tver", "lenina"],
        ),
        ("Passport, valid until 2063. My sister.", []),
        ("Russian and Kazakh, on Monday, in Kazakhstan, by Signal", []),
        ("Брат Дмитрий в Твери. Она в Казахстане, пишет в Телеграм", ["дмитрий", "твери"]),
        ("брат дмитрий", ["дмитрий"]),
        ("ДМИТРИЙ ЖИВЕТ В ТВЕРИ", ["дмитрий", "твери"]),
        ("ძმა დავითი", ["ძმა", "დავითი"]),
    ],
)
def test_names_are_taken_out_of_free_text(text, names):
    assert names_in(text) == names


def test_initials_are_seen_in_either_alphabet():
    assert initials_of("Ольга Кузнецова") & initials_in("Это О. К. и её муж")
    assert initials_of("Ольга Кузнецова") & initials_in("It was O.K. again")
    assert not initials_of("Ольга Кузнецова") & initials_in("Это И. П.")


@pytest.mark.parametrize("seed", range(3))
def test_a_generated_name_is_seen_in_each_spelling_that_offices_make(seed):
    """The generator of linkage writes one invented person in several alphabets and schemas."""
    dice = np.random.default_rng(seed)
    missed = []
    for name in SURNAMES:
        for end in ("", "а", "у", "ым", "ой", "е"):
            spelt = in_latin(name + end, "ru", dice=dice)
            missed += [(name, text) for text in (name + end, spelt) if not is_seen(name, text)]
    assert missed == []


@pytest.mark.parametrize(
    "name",
    [
        "Елена",
        "Елены",
        "Елену",
        "Георгий",
        "Костя",
        "Даня",
        "Тома",
        "Martin",
        "Jordan",
        "June",
        "Vincent",
        "Georgia",
        "Chad",
        "Israel",
        "April",
        "May",
        "August",
        "Helena",
        "Lucia",
        "Christopher",
        "Мартин",
        "Винсент",
        "Люсия",
        "Доминика",
        "German",
    ],
)
def test_a_name_that_is_like_a_state_or_a_month_is_looked_for(name):
    assert names_in(f"My cousin {name} stays behind.") == [name.casefold()]
    assert name.casefold() in names_in(f"my kin: {name}")


@pytest.mark.parametrize(
    "text",
    [
        *("from Russia and Kazakhstan", "из России, в Казахстан, Грузией"),
        *("Russia's border", "in Saudi Arabia", "to South Georgia & South Sandwich Islands"),
        *(
            "on 5 May",
            "in June",
            "since April",
            "the 3rd of August",
            "until May 2027",
            "June, 2026",
        ),
        *("на Филиппинах", "из Китая", "в Беларуси", "через Сербию", "May I stay"),
        *("in Monday", "в Саудовской Аравии", "в Соединенных Штатах"),
    ],
)
def test_a_state_a_day_and_a_month_with_its_number_are_no_names(text):
    assert names_in(f"i came {text}") == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *[("Соловей", text) for text in ("Соловья", "Соловью", "Соловьём", "Solovya", "Solovey")],
        *[("Воробей", text) for text in ("Воробьём", "Воробья")],
        *[("Муравей", text) for text in ("Муравьи", "Муравьёв")],
        *[("Ёж", text) for text in ("Ёж", "Ежа", "Ежом")],
        *[("Lev Zayats", text) for text in ("Лев", "Заяц", "Льва Зайца", "Зайцу")],
        *[("Petrova", text) for text in ("#freepetrova", "t.me/freepetrova", "@savepetrova")],
        *[("Петрова", text) for text in ("#freepetrova", "#свободупетровой")],
        *[("Petrova", text) for text in ("Pet--rova", "Pet - - rova")],
    ],
)
def test_a_bird_a_hedgehog_a_hare_and_a_tag_are_seen(name, text):
    assert is_seen(name, text)


@pytest.mark.parametrize(
    ("name", "text"), [("Anna", "#savannah"), ("Petrova", "t.me/petersburg"), ("Ёж", "еженедельно")]
)
def test_a_tag_of_another_word_is_no_name(name, text):
    assert not is_seen(name, text)
