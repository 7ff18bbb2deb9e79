"""What is told between two states on a day: by whose bond, until displaced, and with every gap.

It depends on planted records, so that no change of the shipped ones changes what is asked here.
A new rule of the day is one more test.
"""

from datetime import date

import pytest

from safeconduct.errors import InvalidQuery, Refusal
from safeconduct.exposure import Bound, Presumption, expose
from safeconduct.exposure.expose import side_by_side
from tests.exposure.planted import SOURCE, WORDS, host_line, party, provision, records, rules
from tests.exposure.test_precedent import said, told

DAY = date(2024, 6, 30)
BOTH = (party("RU"), party("KZ"))


def told_of(*instruments, hosts=(), **question):
    asked = {"on": DAY, "records": records(*instruments, hosts=hosts), **question}
    return expose("RU", "KZ", **asked)


def ids(lines):
    return [line.id for line in lines]


@pytest.mark.parametrize(
    ("effect", "part"),
    [("opens", "open"), ("exchanges", "open"), ("protects", "protects"), ("refuses", "protects")],
)
def test_a_provision_stands_in_the_part_of_its_effect(effect, part):
    found = told_of(rules(parties=BOTH, provisions=(provision(effect=effect),)))

    assert ids(getattr(found, part)) == ["minsk-1993/hand-over"]
    assert len(found.open) + len(found.protects) == 1


@pytest.mark.parametrize(
    ("parties", "needs", "is_shown"),
    [
        (BOTH, "both", True),
        ([party("RU")], "both", False),
        ([party("KZ")], "both", False),
        ([party("KZ")], "host", True),
        ([party("RU")], "host", False),
        ([party("RU")], "origin", True),
        ([party("KZ")], "origin", False),
        ([party("RU"), party("KZ", since="2024-07-01")], "both", False),
        ([party("RU"), party("KZ", until="2024-06-30")], "both", False),
        ([party("RU"), party("KZ", since="2024")], "both", True),
    ],
)
def test_a_provision_holds_where_the_states_that_it_needs_are_bound(parties, needs, is_shown):
    found = told_of(rules(parties=parties, provisions=(provision(needs=needs),)))

    assert bool(found.open) is is_shown


def test_a_doubtful_bond_is_said_under_the_line_and_among_what_is_not_known():
    found = told_of(rules(parties=[party("RU"), party("KZ", since="2024", is_weak=True)]))

    assert "It is not certain that Kazakhstan is bound" in found.open[0].doubts[0]["en"]
    assert found.open[0].is_weak
    assert "minsk-1993/party-KZ" in ids(found.unknown)


def test_a_reservation_stands_under_the_line():
    found = told_of(rules(parties=[party("RU"), party("KZ", "reserved", note=WORDS)]))

    assert found.open[0].doubts == (WORDS,)


@pytest.mark.parametrize(
    ("cells", "is_shown", "is_doubted"),
    [
        ({"since": "2024-07-01"}, False, False),
        ({"until": "2024-06-30"}, False, False),
        ({"since": "2024-01-01", "until": "2025"}, True, False),
        ({"since": "2024"}, True, True),
    ],
)
def test_a_provision_has_a_life_of_its_own(cells, is_shown, is_doubted):
    found = told_of(rules(parties=BOTH, provisions=(provision(**cells),)))

    assert bool(found.open) is is_shown
    assert any(line.doubts for line in found.open) is is_doubted


OLD = rules(parties=BOTH, displaced_by=("chisinau-2002",))


@pytest.mark.parametrize(
    ("parties", "shown"),
    [
        ([], "minsk-1993"),
        ([party("RU")], "minsk-1993"),
        ([party("RU"), party("KZ", since="2024-07-01")], "minsk-1993"),
        (BOTH, "chisinau-2002"),
        ([party("RU"), party("KZ", since="2004?")], "chisinau-2002"),
    ],
)
def test_an_instrument_gives_way_only_where_the_later_one_binds_both(parties, shown):
    found = told_of(OLD, rules("chisinau-2002", parties=parties))

    assert {line.instrument for line in found.open} == {shown}


def test_what_a_doubtful_displacement_would_leave_in_force_is_said():
    later = rules("chisinau-2002", parties=[party("RU"), party("KZ", since="2004?")])

    found = told_of(OLD, later)

    assert "minsk-1993/displaced-KZ" in ids(found.unknown)
    assert "chisinau-2002/party-KZ" in ids(found.unknown)
    assert "minsk-1993/gap-1" not in ids(found.unknown)


def test_a_displacing_instrument_that_is_not_recorded_displaces_nothing():
    assert told_of(OLD).open


def test_ties_say_who_is_bound_and_what_governs_instead():
    old, new = told_of(OLD, rules("chisinau-2002", parties=BOTH)).ties

    assert (old.displaced_by, new.displaced_by) == ("chisinau-2002", "")
    assert {each.bound for each in (*old.bonds, *new.bonds)} == {Bound.YES}


def test_a_list_that_says_nothing_of_a_state_is_named():
    found = told_of(rules(parties=[party("RU")]))

    assert "minsk-1993/party-KZ" in ids(found.unknown)
    assert not found.open


def test_a_list_is_not_named_where_another_state_settles_it():
    parties = [party("RU", until="2023-01-01")]

    assert "minsk-1993/party-KZ" not in ids(told_of(rules(parties=parties)).unknown)


def test_gaps_are_told_of_instruments_that_are_shown():
    assert "minsk-1993/gap-1" in ids(told_of(rules(parties=BOTH)).unknown)
    assert "minsk-1993/gap-1" not in ids(told_of(rules(parties=[party("RU")])).unknown)


def test_lines_of_the_host_stand_in_their_parts():
    lines = [host_line(part, part) for part in ("open", "protects", "happened", "unknown")]

    found = told_of(hosts={"KZ": lines})

    assert [ids(getattr(found, part)) for part in ("open", "protects", "happened")] == [
        ["KZ/open"],
        ["KZ/protects"],
        ["KZ/happened"],
    ]
    assert "KZ/unknown" in ids(found.unknown)
    assert found.as_of == "2026-10-01"


@pytest.mark.parametrize(
    ("cells", "is_shown"),
    [
        ({"since": "2024-07-01"}, False),
        ({"since": "2024"}, True),
        ({"since": "2023-01-01", "until": "2023-02-01"}, True),
        ({"part": "open", "since": "2023-01-01", "until": "2023-02-01"}, False),
        ({"part": "open", "since": ""}, True),
        ({"origin": "RU"}, True),
        ({"origin": "BY"}, False),
    ],
)
def test_which_lines_of_the_host_concern_the_day(cells, is_shown):
    found = told_of(hosts={"KZ": [host_line(**cells)]})

    assert bool((*found.open, *found.happened)) is is_shown


@pytest.mark.parametrize(
    ("cells", "doubt"),
    [
        ({"since": "2022-01-01"}, None),
        ({"since": ""}, "Since when is not recorded here."),
        ({"since": "2024"}, "Dated only 2024: whether it had happened"),
        ({"since": "2022-01-01", "until": "2024"}, None),
        ({"since": "2024", "part": "open"}, "Dated only from 2024 to …"),
        ({"since": "", "until": "2024", "part": "open"}, "Since when is not recorded here."),
        ({"since": "", "part": "unknown"}, None),
    ],
)
def test_a_rough_date_of_a_line_is_said(cells, doubt):
    found = told_of(hosts={"KZ": [host_line(**cells)]})

    (line,) = [line for line in found.lines if line.id == "KZ/a-line"]
    assert [text["en"].startswith(doubt or "") for text in line.doubts] == ([True] if doubt else [])


def test_lines_that_contradict_stand_side_by_side_and_name_each_other():
    lines = [
        host_line("mostly"),
        host_line("aside"),
        host_line("once-not", contradicts="mostly"),
        host_line("again-not", contradicts="mostly"),
    ]

    found = told_of(hosts={"KZ": lines})

    assert ids(found.happened) == ["KZ/mostly", "KZ/again-not", "KZ/once-not", "KZ/aside"]
    assert found.happened[0].contradicts == ("KZ/again-not", "KZ/once-not")
    assert found.happened[1].contradicts == ("KZ/mostly",)


def test_a_contradiction_that_came_later_is_not_told_before_its_day():
    lines = [host_line("mostly"), host_line("not", since="2024-07", contradicts="mostly")]

    found = told_of(hosts={"KZ": lines})

    assert [(line.id, line.contradicts) for line in found.happened] == [("KZ/mostly", ())]


def test_a_technique_keeps_what_it_concerns_and_what_concerns_every_one():
    instrument = rules(
        parties=BOTH,
        provisions=(
            provision("one", techniques=("extradition-request",)),
            provision("two", techniques=("abduction",)),
            provision("all"),
        ),
    )

    found = told_of(instrument, technique="extradition-request")

    assert ids(found.open) == ["minsk-1993/one", "minsk-1993/all"]


def test_a_technique_does_not_part_lines_that_contradict_each_other():
    lines = [
        host_line("mostly", techniques=("extradition-request",)),
        host_line("not", techniques=("asylum-rejection",), contradicts="mostly"),
        host_line("aside", techniques=("abduction",)),
    ]

    found = told_of(hosts={"KZ": lines}, technique="extradition-request")

    assert ids(found.happened) == ["KZ/mostly", "KZ/not"]


def test_a_list_of_parties_is_not_named_for_a_technique_that_it_does_not_carry():
    instrument = rules(parties=[party("RU")], provisions=(provision(techniques=("abduction",)),))

    asked = told_of(instrument, technique="extradition-request")

    assert "minsk-1993/party-KZ" not in ids(asked.unknown)
    assert "minsk-1993/party-KZ" in ids(told_of(instrument, technique="abduction").unknown)


def test_nothing_recorded_is_said_and_never_left_empty():
    found = told_of()

    assert set(ids(found.unknown)) >= {
        "KZ/no-file",
        "RU/no-party",
        "KZ/nothing-open",
        "KZ/nothing-protects",
        "KZ/no-corpus",
    }


WORLDWIDE = {"worldwide": True, "provisions": (provision(effect="protects", needs="host"),)}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"parties": BOTH}, None),
        ({"parties": [party("RU")]}, "The list of parties here says nothing of Kazakhstan."),
        ({"parties": [party("RU")], "complete": True}, "Kazakhstan is not a party."),
        ({"parties": [party("KZ", "withdrawn")]}, "Kazakhstan is not a party."),
    ],
)
def test_a_worldwide_instrument_is_never_silent_about_the_host(cells, said):
    found = told_of(rules("cat", **WORLDWIDE, **cells))

    texts = [line.text["en"] for line in found.unknown if line.id == "cat/party-KZ"]
    assert [text.startswith(said) for text in texts] == ([True] if said else [])


def test_an_instrument_of_a_region_says_nothing_of_a_state_outside_it():
    found = told_of(rules(parties=[party("RU")], complete=True))

    assert "minsk-1993/party-KZ" not in ids(found.unknown)


PRESUMED = {"presumption": Presumption(text=WORDS, source=SOURCE)}


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        ({"parties": BOTH}, ["interpol/hand-over"]),
        ({"parties": [party("RU")]}, ["interpol/presumed"]),
        ({"parties": [party("KZ")]}, ["interpol/presumed"]),
        ({"parties": [party("RU")], "complete": True}, []),
        ({"parties": [party("RU")], "provisions": (provision(effect="protects"),)}, []),
    ],
)
def test_what_nearly_every_state_joined_is_probably_open_where_nothing_is_recorded(cells, shown):
    found = told_of(rules("interpol", **PRESUMED, **cells))

    assert ids(found.open) == shown


def test_under_a_technique_only_what_carries_it_is_presumed():
    carries = rules(
        "interpol",
        parties=[party("RU")],
        provisions=(provision(techniques=("interpol-notice",)),),
        **PRESUMED,
    )

    assert ids(told_of(carries, technique="interpol-notice").open) == ["interpol/presumed"]
    assert ids(told_of(carries, technique="doxing").open) == ["KZ/untied-open"]


def test_a_part_is_never_an_empty_list_under_a_technique():
    found = told_of(technique="doxing")

    assert ids(found.open) == ["KZ/untied-open"]
    assert ids(found.protects) == ["KZ/untied-protects"]
    assert not {"KZ/nothing-open", "KZ/nothing-protects"} & set(ids(found.unknown))


def test_a_line_quotes_how_the_line_that_says_otherwise_begins():
    lines = [
        host_line("mostly", text={"en": "Mostly so. Often.", "ru": "Чаще так. Часто."}),
        host_line("not", contradicts="mostly"),
    ]

    mostly, otherwise = told_of(hosts={"KZ": lines}).happened

    assert [(other.id, other.text["ru"]) for other in otherwise.contradicted_by] == [
        ("KZ/mostly", "Чаще так.")
    ]
    assert [other.text["en"] for other in mostly.contradicted_by] == ["Said."]


@pytest.mark.parametrize(
    ("told", "missing", "known"),
    [
        ({}, "what the law and the practice of Kazakhstan itself open", "is bound"),
        ({"hosts": {"KZ": [host_line(part="open")]}}, "agreed between the two", "itself open"),
        ({"on": date(2027, 1, 1)}, "what changed after 2026-11-01", "is bound"),
    ],
)
def test_what_the_list_lacks_is_said_beside_it(told, missing, known):
    found = told_of(rules(parties=BOTH), **told)

    assert found.caution["en"].startswith("A short list is no sign of safety. Missing here: ")
    assert found.caution["ru"].startswith("Короткий список – не признак безопасности.")
    assert missing in found.caution["en"]
    assert known not in found.caution["en"]


def test_instruments_that_may_bind_either_state_are_named_beside_the_list():
    found = told_of(
        rules(parties=[party("RU")]),
        rules("cat", parties=[party("RU")], **WORLDWIDE),
        rules("cped", parties=[party("KZ")]),
        rules("iccpr", parties=[party("RU"), party("KZ", since="2024")]),
    )

    said = found.caution["en"]
    assert (
        "whether Kazakhstan is bound by Minsk Convention on legal assistance (1993), Convention "
        "against Torture (1984); whether Russia is bound by Convention on Enforced Disappearance "
        "(2006); "
    ) in said
    assert "Covenant" not in said


def test_a_day_after_the_last_check_is_said():
    instrument = rules(parties=BOTH)

    assert "records/checked-earlier" in ids(told_of(instrument, on=date(2026, 11, 2)).unknown)
    assert "records/checked-earlier" not in ids(told_of(instrument).unknown)


def test_precedents_come_from_the_corpus_and_stand_by_how_they_ended():
    corpus = told(said(outcome=("extradited", "released")))

    found = told_of(corpus=corpus)

    assert {name: len(each) for name, each in found.by_tendency.items()} == {
        "handed-over": 1,
        "refused-or-rescued": 1,
        "still-open-or-other": 0,
    }
    assert not {"KZ/no-corpus", "KZ/nothing-happened"} & set(ids(found.unknown))


def test_a_corpus_without_precedents_is_said_with_the_undated_ones():
    found = told_of(corpus=told(said(date=None)))

    assert {"KZ/nothing-happened", "incident/i1"} <= set(ids(found.unknown))


def test_a_doubted_membership_is_said():
    found = expose("RU", "AM", on=DAY, records=records())

    assert "csto/suspended-AM" in ids(found.unknown)


@pytest.mark.parametrize(
    ("parties", "status"),
    [([party("GL")], "full"), ([party("GL", since="2024")], "not-known"), ([], "not-known")],
)
def test_a_membership_that_its_own_list_leaves_open_is_taken_from_the_list_of_parties(
    parties, status
):
    found = expose("RU", "GL", on=DAY, records=records(rules("interpol", parties=parties)))

    assert [
        line.status
        for line in found.memberships
        if (line.organisation, line.state) == ("interpol", "GL")
    ] == [status]


def test_lines_are_put_beside_what_contradicts_them_only_once():
    first, second = told_of(
        hosts={"KZ": [host_line("a", contradicts="b"), host_line("b", contradicts="a")]}
    ).happened

    assert ids(side_by_side([second, first])) == ["KZ/b", "KZ/a"]
    assert first.source == SOURCE


@pytest.mark.parametrize(
    ("question", "part"),
    [
        (("XX", "KZ", None), "origin"),
        (("RU", "XX", None), "host"),
        (("RU", "KZ", "arrest"), "technique"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused(question, part):
    origin, host, technique = question

    with pytest.raises(InvalidQuery) as refused:
        expose(origin, host, on=DAY, technique=technique)

    assert part in dict(refused.value.problems)


def test_what_a_state_can_do_on_its_own_soil_is_declined_with_the_reason():
    with pytest.raises(Refusal, match="needs no treaty") as refused:
        expose("RU", "RU", on=DAY)

    assert "Russia itself" in refused.value.asked
    assert refused.value.remedy.startswith("Name as the host")
