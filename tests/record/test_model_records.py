"""The four records by which a model of the record is judged, as plain tables.

It depends on the small cast; the acts are of the kind that the paper reports, while outlets,
wording and labels are invented.
If a column had to lie in one of these tables, the model would have to change, not the table.
"""

from safeconduct.record.corpus import Corpus
from safeconduct.record.partial_date import parse
from safeconduct.record.place import Place
from safeconduct.record.standing import Standing, assess
from safeconduct.record.unknown import CONFLICTING, Unknown
from tests.record.cast import table


def record(*, sources, incidents, statements, decisions=""):
    return Corpus.of(
        sources=table("sources", sources),
        incidents=table("incidents", incidents),
        statements=table("statements", statements),
        decisions=table("decisions", decisions) if decisions else (),
    )


def values(assessment, *fields):
    return {field: assessment.values[field].value for field in fields}


# ── A detention, a refusal, an abduction and a transfer, which are four linked acts ──

CHAIN_SOURCES = """\
id | kind | title | publisher | published | locator_state | url | derived_from | reliability
heron | ngo-report | On a return | Heron | 2023-11-03 | located | https://heron.example/1 | | B
lantern | press | Taken from prison | Lantern | 2023-11-04 | no-locator | | | B
kestrel | press | Taken from a shelter | Kestrel | 2023-11-05 | no-locator | | | B
wire | press | Taken from a shelter | Wire | 2023-11-06 | no-locator | | kestrel | B
tide | testimony | A roommate | | | no-locator | | | C"""
CHAIN_INCIDENTS = """\
id | label | kind | chain | responds_to | same_person_as
detention | Activist detained | incident | return | |
refusal | Extradition refused | response | return | detention |
abduction | Activist abducted | incident | return | | detention
transfer | Activist moved to prison | incident | return | | detention;abduction"""
CHAIN_STATEMENTS = """\
id | source | incident | mode | date | place_of_act | setting | origin | hosts | techniques | \
attribution | persons_min | persons_max
d1 | heron | detention | reports | 2023-06 | KG | | RU | KG | detention-pending-extradition | \
host-state-organ | 1 | 1
r1 | heron | refusal | reports | ../2023-10-17 | KG | | | KG | | | |
a1 | heron | abduction | reports | 2023-10-17 | KG/Old Harbour | shelter | RU | KG | abduction | \
unknown:not-reported | 1 | 1
a2 | lantern | abduction | reports | 2023-10 | KG | prison | RU | KG | abduction | | 1 | 1
a3 | kestrel | abduction | reports | 2023-10-16/2023-10-17 | KG/Old Harbour | hostel | | KG | \
abduction | | |
a4 | wire | abduction | reports | 2023-10-17 | KG | shelter | | KG | abduction | | |
a5 | tide | abduction | alleges | 2023-10-17 | KG/Old Harbour | home | RU | KG | abduction | \
state-organ | 1 | 1
t1 | heron | transfer | reports | 2023-10-18 | RU | prison | RU | KG | abduction | | 1 | 1
t2 | lantern | transfer | reports | 2023-10-18 | RU | prison | RU | KG | abduction | | 1 | 1"""


def chain(**more):
    return record(
        sources=CHAIN_SOURCES, incidents=CHAIN_INCIDENTS, statements=CHAIN_STATEMENTS, **more
    )


def test_the_acts_of_a_chain_are_linked_and_neither_one_nor_unrelated():
    corpus = chain()

    assert corpus.chains == {"return": ("detention", "refusal", "abduction", "transfer")}
    assert [each.id for each in corpus.incidents.values() if each.kind == "incident"] == [
        "detention",
        "abduction",
        "transfer",
    ]
    assert {name: each.standing.word for name, each in assess(corpus).items()} == {
        "detention": "reported",
        "refusal": "reported",
        "abduction": "corroborated",
        "transfer": "corroborated",
    }


def test_four_sources_of_an_abduction_are_three_voices_and_differ_openly():
    abduction = assess(chain())["abduction"]

    assert abduction.voices == ("Heron", "Kestrel", "Lantern")
    assert values(abduction, "date", "place_of_act", "setting") == {
        "date": parse("2023-10-17"),
        "place_of_act": Place("KG", "Old Harbour"),
        "setting": Unknown(CONFLICTING),
    }
    assert set(abduction.values["setting"].possible) == {"prison", "shelter", "hostel"}
    assert "home" in {each.value for each in abduction.values["setting"].candidates}


def test_who_abducted_stays_as_unsaid_as_the_sources_leave_it():
    abduction = assess(chain())["abduction"]

    assert abduction.values["attribution"].value == "state-organ"
    assert abduction.values["attribution"].strength == "weak"
    assert not abduction.values["attribution"].is_certain


def test_a_decision_with_a_reason_settles_where_it_was():
    settled = chain(
        decisions="""\
id | incident | field | value | reason | decided_by | decided_on
d1 | abduction | setting | shelter | three sources against one | second coder | 2024-05-01"""
    )

    setting = assess(settled)["abduction"].values["setting"]

    assert (setting.value, setting.decision, setting.is_certain) == ("shelter", "d1", True)


# ── A death that was reported, copied, and then said to have been staged ──

STAGED_SOURCES = """\
id | kind | publisher | published | locator_state | derived_from | reliability
lantern | press | Lantern | 2023-04-15 | no-locator | | B
copy | press | Tide | 2023-04-16 | no-locator | lantern | B
update | press | Lantern | 2023-04-17 | no-locator | | B
blogger | social-post | | 2023-04-17 | no-locator | | C"""
STAGED_INCIDENTS = """\
id | label | kind
killing | Blogger reported killed | incident
plot | Blogger says there was a plot | incident"""
STAGED_STATEMENTS = """\
id | source | incident | mode | revises | origin | hosts | techniques | outcome | original_wording
k1 | lantern | killing | reports | | RU | SE | killing | killed | reportedly
k2 | copy | killing | reports | | RU | SE | killing | killed |
k3 | update | killing | retracts | k1 | | | | |
k4 | blogger | killing | denies | | | | | survived |
p1 | blogger | plot | asserts | | RU | SE | attempted-killing | survived | claims
p2 | update | plot | alleges | | RU | SE | attempted-killing | survived | controversial"""


def test_a_staged_death_is_retracted_with_its_copies_and_nothing_is_overwritten():
    corpus = record(
        sources=STAGED_SOURCES, incidents=STAGED_INCIDENTS, statements=STAGED_STATEMENTS
    )

    killing = assess(corpus)["killing"]

    assert killing.standing is Standing.RETRACTED
    assert {each.statement.id: (each.withdrawn, each.fallen) for each in killing.accounts} == {
        "k1": (True, False),
        "k2": (False, True),
        "k3": (False, False),
        "k4": (False, False),
    }
    assert values(killing, "outcome", "techniques") == {"outcome": None, "techniques": None}


def test_the_plot_that_the_blogger_fled_from_is_an_incident_of_its_own():
    corpus = record(
        sources=STAGED_SOURCES, incidents=STAGED_INCIDENTS, statements=STAGED_STATEMENTS
    )

    plot = assess(corpus)["plot"]

    assert plot.standing is Standing.REPORTED
    assert plot.voices == ("source blogger",)
    assert plot.accused == set()


# ── Entry bans of a host state, in whose direction by an origin state nothing is shown ──

BAN_SOURCES = """\
id | kind | publisher | locator_state | organ_of | reliability | reliability_reason
paper | academic | Institute | no-locator | | B | named authors
footnote | press | | not-recoverable | | F | the footnote is missing
ministry | official-statement | Ministry | no-locator | RS | C |"""
BAN_INCIDENTS = """\
id | label | kind
ban | Two organisers kept out | incident"""
BAN_STATEMENTS = """\
id | source | incident | mode | derived_from | date | origin | hosts | techniques | \
actor | actor_organ_of | attribution | targets | persons_min | persons_max | outcome
b1 | paper | ban | reports | | 2023-07 | unknown:not-reported | RS | host-entry-ban | \
border guard | RS | host-state-organ | cso-member | 2 | open | entry-denied
b2 | paper | ban | reports | footnote | | | | | | | | | 1 | 1 | readmitted
b3 | ministry | ban | denies | | | | | | | | | | | |"""


def test_a_host_state_acts_without_an_origin_state_by_default():
    corpus = record(sources=BAN_SOURCES, incidents=BAN_INCIDENTS, statements=BAN_STATEMENTS)

    ban = assess(corpus)["ban"]

    assert ban.standing is Standing.REPORTED
    assert ban.accused == {"RS"}
    assert ban.denied_by == ("Ministry",)
    assert values(ban, "origin", "attribution", "techniques") == {
        "origin": Unknown("not-reported"),
        "attribution": "host-state-organ",
        "techniques": ("host-entry-ban",),
    }


def test_what_a_lost_footnote_carries_is_weak():
    corpus = record(sources=BAN_SOURCES, incidents=BAN_INCIDENTS, statements=BAN_STATEMENTS)

    outcome = assess(corpus)["ban"].values["outcome"]

    assert outcome.value == ("entry-denied",)
    assert outcome.weak_additions == ("readmitted",)
    assert corpus.sources["footnote"].locator_state == "not-recoverable"


# ── A refusal to extradite on an ordinary charge, in which only the person sees politics ──

REFUSAL_SOURCES = """\
id | kind | publisher | locator_state | organ_of | reliability
ministry | official-statement | Ministry | no-locator | IT | A
lantern | press | Lantern | no-locator | | B
person | testimony | | no-locator | | C"""
REFUSAL_INCIDENTS = """\
id | label | kind | responds_to | same_person_as
request | Extradition asked for on drug charges | incident | |
refusal | Extradition refused | response | request | request"""
REFUSAL_STATEMENTS = """\
id | source | incident | mode | basis | basis_by | date | origin | hosts | techniques | outcome | \
motive | motive_by | says
q1 | lantern | request | reports | | | 2023 | RU | IT | extradition-request | not-extradited | | \
| Asked for on drug charges.
q2 | person | request | asserts | | | | RU | IT | extradition-request | | claimed | the person | \
Says the request is political.
f1 | ministry | refusal | asserts | official-finding | IT | 2023 | | IT | | | | | \
Refuses for fear of ill-treatment."""


def test_a_motive_that_only_the_person_claims_is_claimed_and_not_accepted():
    corpus = record(
        sources=REFUSAL_SOURCES, incidents=REFUSAL_INCIDENTS, statements=REFUSAL_STATEMENTS
    )

    request = assess(corpus)["request"]

    assert values(request, "motive", "motive_by") == {
        "motive": "claimed",
        "motive_by": "the person",
    }
    assert request.values["outcome"].value == ("not-extradited",)


def test_a_response_names_what_it_answers_and_is_no_incident():
    corpus = record(
        sources=REFUSAL_SOURCES, incidents=REFUSAL_INCIDENTS, statements=REFUSAL_STATEMENTS
    )

    refusal = assess(corpus)["refusal"]

    assert corpus.incidents["refusal"].responds_to == ("request",)
    assert corpus.incidents["refusal"].kind == "response"
    # Its own ministry says so, which is no finding against its own interest.
    assert refusal.standing is Standing.REPORTED
    assert refusal.accused == set()
