"""What `estimate` promises to programs and to people, for every method and every shape of answer.

It depends on the command line, called in this process, on published tables and on golden files.
A further key that every answer has is one more name in `ALWAYS`.
"""

import csv
import json

import pytest

from safeconduct.cli.program import run
from safeconduct.cli.verbs.estimate import METHODS
from tests.estimate.published_tables import PUBLISHED, golden
from tests.house.checkout import ROOT

ALWAYS = (
    "method",
    "observed",
    "median",
    "interval",
    "level",
    "warnings",
    "refusal",
    "assumptions",
    "seed",
    "versions",
    "input_digest",
    "reads_as",
)
# Enough to hold the shape of an answer; the numbers are held elsewhere.
QUICK = {
    "lcmcr": "--set chains=8 --set draws=50 --set most_draws=1000 --set target_rhat=1.1",
    "loglinear": "--set n_bootstrap=30",
}
QUICK["all"] = f"{QUICK['lcmcr']} {QUICK['loglinear']}"
HEAD = "press,courts,asylum,count\n"
THREE = "1,0,0,210\n0,1,0,120\n0,0,1,30\n1,1,0,35\n1,0,1,12\n0,1,1,9\n1,1,1,6\n"
TABLES = {
    "disputed": f"{HEAD}1,0,0,60\n0,1,0,60\n1,1,0,400\n0,0,1,8\n1,0,1,8\n0,1,1,400\n1,1,1,8\n",
    "three": HEAD + THREE,
    "apart": f"{HEAD}1,0,0,21\n0,1,0,12\n0,0,1,3\n",
    "two": "press,courts,count\n1,0,210\n0,1,120\n1,1,35\n",
    "places": "place,"
    + HEAD
    + "".join(f"{place},{row}\n" for place in "abc" for row in THREE.split("\n") if row),
    "places-apart": f"place,{HEAD}a,1,0,0,21\na,0,1,0,12\nb,1,0,0,21\nb,0,1,0,12\n",
}


@pytest.fixture
def answered(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name in PUBLISHED:
        table = golden(name)["table"]
        with (tmp_path / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([list(table), *zip(*table.values(), strict=True)])
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")

    def answer(command):
        code = run(["estimate", *command.split()])
        return code, capsys.readouterr().out

    return answer


def asked_json(answered, command):
    code, text = answered(f"{command} --json")
    return code, json.loads(text)


def keeps_the_promise(told):
    """Whether an answer has every key, and a number or a refusal, never both."""
    assert set(ALWAYS) <= told.keys()
    assert told["assumptions"]
    assert {"safeconduct", "numpy", "scipy"} <= told["versions"].keys()
    assert (told["median"] is None) is (told["interval"] is None)
    assert (told["median"] is None) is (told["refusal"] is not None)
    if told["refusal"] is None:
        assert told["observed"] <= told["interval"][0] <= told["interval"][1]


# Of a published table each method is asked by itself: all of them together take long.
ASKED = [(method, table) for method in METHODS for table in ("three", "apart", "two")] + [
    (method, table) for method in METHODS if method != "all" for table in PUBLISHED
]


@pytest.mark.parametrize(("method", "table"), ASKED)
def test_every_method_gives_every_key_of_every_table(method, table, answered):
    code, told = asked_json(answered, f"{table}.csv --method {method} {QUICK.get(method, '')}")

    keeps_the_promise(told)
    assert code == (0 if told["refusal"] is None else 5)
    assert table != "apart" or code == 5
    for each in told.get("estimates", ()):
        keeps_the_promise(each)


@pytest.mark.parametrize("method", ["all", "dga", "chao", "lincoln_petersen"])
@pytest.mark.parametrize("table", ["places", "places-apart"])
def test_strata_their_sum_and_the_answer_as_a_whole_have_every_key(table, method, answered):
    command = f"{table}.csv --by place --method {method} {QUICK.get(method, '')}"

    code, told = asked_json(answered, command)

    for each in (told, *told["strata"].values(), *told["totals"].values()):
        keeps_the_promise(each)
    assert code == (0 if told["refusal"] is None else 5)
    assert table != "places-apart" or (code == 5 and told["refusal"]["code"])
    if method in ("chao", "lincoln_petersen"):
        assert told["refusal"] is not None


def test_of_all_methods_the_first_with_a_number_speaks_and_carries_what_no_method_sees(answered):
    _, told = asked_json(answered, f"three.csv {QUICK['all']}")

    assert told["method"] == "dga"
    assert [each["method"] for each in told["estimates"]] == [
        "dga",
        "lcmcr",
        "loglinear",
        "chao-lower-bound",
    ]
    assert told["median"] == told["estimates"][0]["median"]
    assert [each["reads_as"] for each in told["estimates"]] == ["total"] * 3 + ["bound"]


def test_that_methods_disagree_stands_among_the_warnings_of_the_whole(answered):
    _, told = asked_json(answered, f"disputed.csv {QUICK['all']}")

    assert "disagreement-between-methods" in {each["code"] for each in told["warnings"]}
    assert told["doubts"] == told["warnings"][-len(told["doubts"]) :]


@pytest.mark.parametrize(
    ("method", "kind"),
    [("dga", "posterior"), ("lcmcr", "posterior"), ("loglinear", "bootstrap"), ("chao", None)],
)
def test_the_posterior_is_over_the_total_and_says_what_it_is(method, kind, answered):
    command = f"three.csv --method {method} --posterior {QUICK.get(method, '')}"

    _, told = asked_json(answered, command)

    assert told["posterior_is_of"] == kind
    if kind is None:
        assert told["posterior"] is None
        return
    n, p = told["posterior"]["n"], told["posterior"]["p"]
    assert len(n) == len(p)
    assert n[0] >= told["observed"] == 422
    assert sum(p) == pytest.approx(1)


def test_a_sum_of_strata_has_its_draws_as_a_distribution(answered):
    _, told = asked_json(answered, "places.csv --by place --method dga --posterior")

    assert told["posterior_is_of"] == "draws"
    assert sum(told["posterior"]["p"]) == pytest.approx(1)
    assert told["posterior"]["n"][0] >= told["observed"] == 3 * 422


@pytest.mark.parametrize("name", PUBLISHED)
def test_the_options_of_r_give_the_posterior_of_r(name, answered):
    path = ROOT / "tests" / "golden" / "estimate" / f"dga-{name}.json"
    for variant in json.loads(path.read_text(encoding="utf-8"))["variants"].values():
        complete = "--include-complete" if variant["include_complete"] else ""
        prior = "uniform" if variant["prior"] != "1/N" else "1/N"
        command = (
            f"{name}.csv --method dga --posterior {complete} --delta {variant['delta']} "
            f"--prior {prior} --grid {variant['grid_last']}"
        )

        _, told = asked_json(answered, command)

        if told["posterior"] is None:
            assert told["refusal"] is not None
            continue
        cumulated = dict(zip(told["posterior"]["n"], _sums(told["posterior"]["p"]), strict=True))
        for n_missing, share in variant["cumulated"]:
            assert cumulated[told["observed"] + n_missing] == pytest.approx(share, abs=1e-6)


def _sums(shares):
    total = 0.0
    for share in shares:
        total += share
        yield total


@pytest.mark.parametrize("method", ["dga", "loglinear"])
def test_checked_pairs_are_carried_into_the_method_that_was_named(method, answered):
    command = f"three.csv --method {method} --checked 90,80,90,90 {QUICK.get(method, '')}"

    _, told = asked_json(answered, f"{command} --linkages 20")

    assert told["linkage"]["n_linkages"] == 20
    assert told["linkage"]["median"] < told["median"]
    assert told["linkage"]["seed"] == 1
    keeps_the_promise(told["linkage"])


@pytest.mark.parametrize("method", ["dga", "lcmcr", "loglinear"])
def test_the_linkages_of_a_folder_are_carried_into_the_method_that_was_named(
    method, answered, tmp_path
):
    folder = tmp_path / "linked"
    folder.mkdir()
    (folder / "captures.csv").write_text(TABLES["three"], encoding="utf-8")
    patterns = "press,courts,asylum,press+courts,press+asylum,courts+asylum,press+courts+asylum"
    # Linkages that are the same are estimated once.
    drawn = "210,120,30,35,12,9,6\n" * 12
    (folder / "linkages.csv").write_text(f"{patterns}\n{drawn}", encoding="utf-8")

    _, told = asked_json(answered, f"linked --method {method} {QUICK.get(method, '')}")

    assert told["linkage"]["n_linkages"] == 12
    assert told["linkage"]["linkage_share"] == pytest.approx(0, abs=1e-9)
    keeps_the_promise(told["linkage"])


def test_a_method_that_does_not_carry_the_linkage_says_so(answered):
    command = f"three.csv --checked 90,80,90,90 --linkages 20 {QUICK['all']}"

    _, told = asked_json(answered, command)
    _, text = answered(command)

    of_method = {each["method"]: each for each in told["estimates"]}
    assert of_method["dga"]["linkage"]["n_linkages"] == 20
    assert of_method["loglinear"]["linkage"]["n_linkages"] == 20
    assert of_method["lcmcr"]["linkage_left_out"] == "ask-by-name"
    assert of_method["chao-lower-bound"]["linkage_left_out"] == "no-distribution"
    assert "linkage not carried, since it takes minutes: --method lcmcr" in " ".join(text.split())
    assert "linkage not carried: the method has no distribution" in " ".join(text.split())


def test_what_a_carried_linkage_assumes_in_place_of_links_without_error_is_said(answered):
    command = "three.csv --method dga"

    _, text = answered(f"{command} --checked 90,80,90,90 --linkages 20")
    _, plain = answered(command)

    assert "6. With its linkage, in place of links without error: The linkages" in text
    assert "With its linkage" not in plain


def test_a_sum_of_strata_says_that_it_takes_the_links_as_they_are(answered):
    command = "places.csv --by place --method dga --checked 90,80,90,90 --linkages 20"

    _, told = asked_json(answered, command)
    _, text = answered(command)

    assert told["linkage_left_out"] == "sum-of-strata"
    assert told["strata"]["a"]["linkage"]["n_linkages"] == 20
    assert "Sums take the links as they are" in text


def test_what_is_pooled_stands_beside_what_is_not_with_the_rule(answered):
    _, text = answered("places.csv --by place --method dga --pool")
    rows = [line.split() for line in text.split("\n")]

    assert sum(row[:3] == ["dga", name, "pooled"] for name in "abc" for row in rows) == 3
    assert sum(row[:2] == ["by", "itself"] for row in rows) == 3
    assert any(row[:3] == ["dga", "sum", "pooled"] for row in rows)
    assert any(row[:2] == ["not", "pooled"] for row in rows)
    assert "dga, pooled: before their tables are seen, strata are alike" in text


def test_what_is_pooled_and_what_is_not_are_both_in_json(answered):
    _, told = asked_json(answered, "places.csv --by place --method dga --pool")

    assert set(told["pooled"]["dga"]) == {"a", "b", "c"}
    assert told["totals"]["dga"]["diagnostics"]["pooled_deviation"] > 0
    assert "pooled_deviation" not in told["totals_not_pooled"]["dga"]["diagnostics"]
    assert told["interval"] == told["totals"]["dga"]["interval"]


def test_a_method_that_cannot_pool_says_so(answered):
    command = f"places.csv --by place --method loglinear --pool {QUICK['loglinear']}"

    _, text = answered(command)

    assert "loglinear is not pooled: pooling takes a posterior." in text
    assert "by itself" not in text


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [("select=aic", "select", "aic"), ("select=stepwise", "select", "stepwise")],
)
def test_a_rare_setting_reaches_its_method(typed, name, value, answered):
    command = f"three.csv --method loglinear --set {typed} --set n_bootstrap=20"

    _, told = asked_json(answered, command)

    assert told["diagnostics"][name] == value
    assert told["diagnostics"]["n_bootstrap"] == 20


def test_the_settings_of_latent_classes_reach_them(answered):
    command = "three.csv --method lcmcr --set classes=4 --set chains=8 --set most_draws=60"

    _, told = asked_json(answered, command)

    assert "up to 4 kinds of persons" in told["assumptions"][-1]["text"]
    assert told["refusal"] is None or "After 60 draws a chain" in told["refusal"]["reason"]
