"""The golden exposures: twelve host states on three days, as they are told now, each with sources.

It depends on `tools/golden_exposures.py`, which writes the golden files on purpose.
Another host or day is one more code or date there.
"""

import json

import pytest

from safeconduct import corpora
from safeconduct.cli.exposure_json import comparison_json, exposure_json
from safeconduct.exposure import compare, expose
from safeconduct.importers import corpus_folder
from tools.golden_exposures import CORPUS, DAYS, HOSTS, golden_file, told_now

TOLD = told_now()


def rows(host, day, kind):
    """Read what a golden file holds of one kind for one day."""
    read = json.loads(golden_file(host).read_text(encoding="utf-8"))
    days = [told["on"] for named, told in read if named == "asked"]
    begins = [at for at, (named, _) in enumerate(read) if named == "asked"]
    begin = begins[days.index(day)]
    end = next((at for at in begins if at > begin), len(read))
    return [told for named, told in read[begin:end] if named == kind]


def as_read(told):
    """Return an answer as its reader has it."""
    return json.loads(json.dumps(told))


def standings(host, day, organisation, state):
    return {
        (line["status"], line["certain"])
        for line in rows(host, day, "membership")
        if (line["organisation"], line["state"]) == (organisation, state)
    }


@pytest.mark.parametrize("host", HOSTS)
def test_a_golden_exposure_is_what_is_told_now(host):
    assert golden_file(host).read_text(encoding="utf-8") == TOLD[golden_file(host)]


@pytest.mark.parametrize("day", [day.isoformat() for day in DAYS])
@pytest.mark.parametrize("host", HOSTS)
def test_every_line_has_its_source(host, day):
    lines = rows(host, day, "line")

    assert {line["part"] for line in lines} >= {"open", "protects", "unknown"}
    assert all(line["source"]["title"] and line["source_state"] for line in lines)
    assert all(line["text"] for line in lines)
    assert all(line["enforced_by"] and line["how"] for line in lines if line["part"] == "protects")
    assert all(each["sources"] for each in rows(host, day, "precedent"))
    assert all(each["source"] for each in rows(host, day, "membership"))


@pytest.mark.parametrize("day", [day.isoformat() for day in DAYS])
@pytest.mark.parametrize("host", HOSTS)
def test_what_the_list_of_what_is_open_lacks_is_said(host, day):
    (caution,) = rows(host, day, "caution")

    assert caution.startswith("A short list is no sign of safety. Missing here: ")


@pytest.mark.parametrize("day", [day.isoformat() for day in DAYS])
@pytest.mark.parametrize("host", HOSTS)
def test_that_nothing_is_known_to_have_happened_is_said(host, day):
    lines = rows(host, day, "line")
    told = [line for line in lines if line["part"] == "happened"] + rows(host, day, "precedent")

    assert bool(told) is not (f"{host}/nothing-happened" in {line["id"] for line in lines})


@pytest.mark.parametrize(
    ("host", "organisation", "state", "by_day"),
    [
        (
            "MD",
            "cis",
            "MD",
            [
                {("full", True), ("suspended", False)},
                {("full", True), ("suspended", True)},
                {("full", True), ("suspended", True)},
            ],
        ),
        (
            "AM",
            "csto",
            "AM",
            [
                {("full", True)},
                {("full", True), ("suspended", True)},
                {("full", True), ("suspended", True)},
            ],
        ),
        (
            "BY",
            "sco",
            "BY",
            [{("observer", True)}, {("observer", True)}, {("full", True)}],
        ),
        (
            "DE",
            "council-of-europe",
            "RU",
            [{("full", True)}, {("withdrawn", True)}, {("withdrawn", True)}],
        ),
    ],
)
def test_a_change_of_membership_is_seen_between_the_days(host, organisation, state, by_day):
    found = [standings(host, day.isoformat(), organisation, state) for day in DAYS]

    assert found == by_day


@pytest.mark.parametrize("host", ["KZ", "KG", "AM"])
def test_the_convention_of_chisinau_displaces_that_of_minsk_when_russia_joins_it(host):
    shown = [
        {
            line["instrument"]
            for line in rows(host, day.isoformat(), "line")
            if line["part"] == "open" and line.get("instrument") in ("minsk-1993", "chisinau-2002")
        }
        for day in DAYS
    ]

    assert shown == [{"minsk-1993"}, {"chisinau-2002"}, {"chisinau-2002"}]


@pytest.mark.parametrize("host", HOSTS)
def test_nothing_that_is_told_is_a_number(host):
    def numbers(told):
        if isinstance(told, dict):
            return [found for part in told.values() for found in numbers(part)]
        if isinstance(told, list):
            return [found for part in told for found in numbers(part)]
        return [told] if type(told) in (int, float) else []

    assert numbers(exposure_json(expose("RU", host, on=DAYS[1]), "en")) == []


def test_what_the_list_lacks_and_what_each_instrument_means_stand_in_the_answer():
    told = as_read(exposure_json(expose("RU", "FR", on=DAYS[-1]), "ru"))

    assert told["caution"].startswith("Короткий список – не признак безопасности.")
    assert {"interpol/red-notice", "interpol/diffusion"} <= {line["id"] for line in told["open"]}
    assert all(each["summary"].endswith(".") for each in told["instruments"])


def test_a_line_quotes_in_the_answer_what_says_otherwise():
    told = as_read(exposure_json(expose("RU", "KZ", on=DAYS[-1]), "en"))

    quoting = [line for line in told["happened"]["lines"] if "contradicts" in line]
    assert quoting
    for line in quoting:
        assert [other["id"] for other in line["contradicted_by"]] == line["contradicts"]
        assert all(other["text"] for other in line["contradicted_by"])


def test_a_comparison_keeps_codes_and_says_what_each_host_lacks():
    exposures = (expose("RU", host, on=DAYS[-1]) for host in ("KZ", "GL"))

    told = as_read(comparison_json(compare(exposures), "en"))

    assert told["hosts"] == ["KZ", "GL"]
    assert set(told["instruments"][0]) == {"instrument", "summary", "hosts"}
    assert all(told["besides"][host]["caution"] for host in ("KZ", "GL"))


def test_whom_the_origin_held_at_home_and_let_go_is_not_told_as_rescued_by_the_host():
    corpus = corpus_folder.read(corpora.folder(CORPUS))

    found = expose("RU", "UA", on=DAYS[-1], corpus=corpus)

    assert {each.tendency for each in found.precedents if each.incident == "I27"} == {
        "still-open-or-other"
    }
