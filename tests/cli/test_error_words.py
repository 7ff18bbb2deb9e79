"""Errors of tables and questions are told in Russian where Russian is set, names as they are.

It depends on the command line, called in this process, and on invented tables.
A further mistake that a table may hold is one more entry of `WRONG`.
"""

import re

import pytest

from safeconduct.cli.error_words import MESSAGES, error_spoken
from safeconduct.cli.program import run
from safeconduct.cli.words import words_in

HEAD = "press,courts,count\n"
WRONG = {
    "negative count": f"{HEAD}1,0,-4\n0,1,3\n1,1,2\n",
    "fraction": f"{HEAD}1,0,4.5\n0,1,3\n",
    "not a number": f"{HEAD}1,0,NaN\n0,1,3\n",
    "text": f"{HEAD}1,0,twelve\n0,2,3\n",
    "empty": f"{HEAD}1,0,\n0,,3\n",
    "too many": f"{HEAD}1,0,1000000000\n0,1,99999999999999999999999\n",
    "a sum too large": f"{HEAD}1,0,90000000\n0,1,90000000\n",
    "all zero": f"{HEAD}0,0,9\n1,1,2\n",
    "the same pattern": f"{HEAD}1,0,9\n1,0,2\n",
    "nobody": f"{HEAD}1,0,0\n",
    "ragged": f"{HEAD}1,0,9,8\n",
    "one list": "press,count\n1,9\n",
    "nine lists": ",".join([*"ABCDEFGHI", "count"]) + "\n" + "1," * 9 + "4\n",
    "twice": "press,press,count\n1,0,9\n",
    "no count": "press,courts\n1,0\n",
    "no header": "1,0,9\n0,1,3\n",
    "a nameless column": "press,,count\n1,0,9\n",
    "header alone": HEAD,
    "nothing": "",
    "semicolons": "press;courts;count\n1;0;9\n",
    "another encoding": f"{HEAD}1,0,9\n",
    "a quotation mark": f'{HEAD}"1,0,9\n',
}
QUESTIONS = (
    "estimate nowhere.csv",
    "estimate",
    "estimate good.csv --pool",
    "estimate good.csv --by place",
    "estimate good.csv --persons",
    "estimate good.csv --merge press",
    "estimate good.csv --merge press+jail=open",
    "estimate good.csv --merge press+courts=open",
    "estimate good.csv --checked 5,4",
    "estimate good.csv --method dga --checked 5,6,5,5",
    "estimate good.csv --method dga --checked 0,0,0,0",
    "estimate three.csv --method dga --checked 50,45,50,50 --linkages 2",
    "estimate good.csv --method guess",
    "estimate good.csv --delta 1.2.3",
    "estimate good.csv --method dga --delta 0 --prior 7 --grid 0",
    "estimate good.csv --method loglinear --seed -1",
    "estimate three.csv --method dga --linkages 30",
    "estimate three.csv --method dga --posterior",
    "estimate three.csv --method lcmcr --grid 9",
    "estimate three.csv --set chains",
    "estimate three.csv --set chains=x --set target_rhat=y --set guess=1",
    "estimate three.csv --set chains=2 --set most_draws=60",
    "estimate three.csv --set n_bootstrap=0",
    "estimate three.csv --method dga --set chains=8",
    "estimate three.csv --method lcmcr --set order=2",
    "estimate three.csv --method loglinear --set order=9",
    "estimate three.csv --method loglinear --set select=guess",
    "estimate good.csv --unheard",
    "estimate good.csv --by",
    "estimate good.csv other.csv",
    "simulate nowhere",
    "simulate --like nowhere.csv",
    "simulate nowhere --like good.csv",
    "simulate leaning-lists --method guess",
    "simulate leaning-lists --runs 0 --seed -1",
    "simulate leaning-lists --missed 2",
    "simulate leaning-lists --differ 9",
    "simulate leaning-lists --people 0",
    "simulate leaning-lists --checked 0",
)
THREE = (
    "press,courts,jail,count\n1,0,0,210\n0,1,0,120\n0,0,1,30\n"
    "1,1,0,35\n1,0,1,12\n0,1,1,9\n1,1,1,6\n"
)
# What no language changes: names of lists, files, options, settings, methods, formats.
KEPT = re.compile(
    r"A\+B=AB|--?[a-z-]+|\b\w+\.csv\b|safeconduct|estimate|simulate|\b[A-I]\b|UTF-\d+|CSV"
    r"|press|courts|count|jail|place|guess|open|CAPTURES|nowhere|[a-z]+(-[a-z]+)+"
    r"|\b(dga|lcmcr|loglinear|chao|all|classes|chains|draws|select|order|bic|aic|stepwise)\b|[a-z]+_[a-z_]+|\de-\d+"
    r"|\b(delta|prior|grid|seed|missed|false|spread|lists|pattern|uniform|histories)\b|1/N"
)


@pytest.fixture
def told_in_russian(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAFECONDUCT_LANGUAGE", "ru")

    def told(command):
        code = run(command.split())
        return code, " ".join(capsys.readouterr().err.split())

    return told


def english(text):
    return re.findall(r"[A-Za-z]+", KEPT.sub("", text))


@pytest.mark.parametrize("verb", ["estimate wrong.csv", "simulate --like wrong.csv"])
@pytest.mark.parametrize("mistake", WRONG)
def test_what_is_wrong_with_a_table_is_told_in_russian(mistake, verb, told_in_russian, tmp_path):
    encoding = "utf-16" if mistake == "another encoding" else "utf-8"
    (tmp_path / "wrong.csv").write_text(WRONG[mistake], encoding=encoding)

    code, text = told_in_russian(verb)

    assert code == 3
    assert "не принято" in text
    assert english(text) == []


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_wrong_with_a_question_is_told_in_russian(question, told_in_russian, tmp_path):
    (tmp_path / "good.csv").write_text(f"{HEAD}1,0,210\n0,1,120\n1,1,35\n", encoding="utf-8")
    (tmp_path / "three.csv").write_text(THREE, encoding="utf-8")

    code, text = told_in_russian(question)

    assert code in (2, 3, 4)
    assert text
    assert english(text) == []


def test_a_number_in_an_error_is_written_as_the_language_does():
    said = error_spoken("from 1 to 100,000,000 persons", words_in("ru"))

    assert said == "от 1 до 100\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000 человек"


def test_a_text_that_nobody_translated_is_told_as_it_stands():
    assert error_spoken("is a rare mishap", words_in("ru")) == "is a rare mishap"
    assert error_spoken("0 or 1", words_in("en")) == "0 or 1"


def test_no_message_is_listed_twice():
    assert len(set(MESSAGES)) == len(MESSAGES)
