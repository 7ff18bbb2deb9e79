"""A roster is read as OpenSSH reads it, and a line that is not understood is refused at its row.

It depends on rosters as text.
A further fault is one more line of the parameters.
"""

from datetime import date

import pytest

from safeconduct.errors import RejectedRows
from safeconduct.publish.roster import read_roster
from tests.publish.signed_releases import DATES, public_line, roster_text

KEY = public_line("ada")
SPACE = 'namespaces="safeconduct-release"'


def test_blank_lines_and_remarks_are_skipped():
    text = f"# Who may sign.\n\n{roster_text('ada', 'berta')}"

    found = read_roster(text.encode(), file="roster")

    assert [each.person for each in found.signers.values()] == ["ada", "berta"]


def test_a_key_without_days_signs_on_any_day():
    found = read_roster(roster_text("ada", options=SPACE).encode(), file="roster")

    (signer,) = found.signers.values()
    assert signer.may_sign_on(date.min)
    assert signer.may_sign_on(date.max)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"ada,berta {DATES} {KEY}", "pattern"),
        (f"* {DATES} {KEY}", "pattern"),
        (f"ada {KEY}", "no namespace"),
        ("ada", "no namespace"),
        (f'ada namespaces="file" {KEY}', "no namespace"),
        (f"ada cert-authority,{SPACE} {KEY}", "option"),
        (f'ada {SPACE},verify-required="" {KEY}', "option"),
        (f"ada {SPACE},{SPACE} {KEY}", "option"),
        (f'ada {SPACE},valid-after="2026-01-01" {KEY}', "a day"),
        (f'ada {SPACE},valid-before="20260231" {KEY}', "a day"),
        (f"ada {SPACE}", "no Ed25519"),
        (f"ada {SPACE} ssh-ed25519 !!!", "no Ed25519"),
        (f"ada {SPACE} ssh-ed25519 AAAA", "no Ed25519"),
        (f"ada {SPACE} ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAAzEyMw==", "no Ed25519"),
        (f"ada {SPACE} {KEY.replace('ssh-ed25519', 'ssh-rsa', 1)}", "no Ed25519"),
    ],
)
def test_a_line_that_is_not_understood_is_refused(line, found):
    with pytest.raises(RejectedRows) as caught:
        read_roster(f"# first\n{line}\n".encode(), file="roster")

    (problem,) = caught.value.problems
    assert problem.row == 2
    assert found in problem.found


def test_a_key_that_stands_twice_is_refused_beside_every_other_problem():
    text = f"{roster_text('ada', 'ada')}*\n"

    with pytest.raises(RejectedRows) as caught:
        read_roster(text.encode(), file="roster")

    assert [problem.row for problem in caught.value.problems] == [2, 3]


def test_an_empty_roster_is_none():
    with pytest.raises(RejectedRows):
        read_roster(b"", file="roster")


@pytest.mark.parametrize("sign", ["\x0c", "\x0b", "\x85", "\u2028", "\x00", "\x1c"])
def test_a_signer_behind_a_remark_that_openssh_reads_as_one_line_is_refused(sign):
    text = f"# old keys{sign}{roster_text('ada')}{roster_text('berta')}"

    with pytest.raises(RejectedRows) as caught:
        read_roster(text.encode(), file="roster")

    (problem,) = caught.value.problems
    assert (problem.row, problem.found) == (1, "a sign that does not show")


def test_lines_may_end_as_windows_ends_them():
    text = roster_text("ada", "berta").replace("\n", "\r\n")

    assert len(read_roster(text.encode(), file="roster").signers) == 2


@pytest.mark.parametrize("twin", ["Ada", "аda", "a.da"], ids=["capital", "Cyrillic", "point"])
def test_one_person_under_two_names_that_look_alike_is_refused(twin):
    """Safety: two people are needed for a release, and these would be one."""
    text = roster_text("ada") + roster_text("berta").replace("berta", twin, 1)

    with pytest.raises(RejectedRows) as caught:
        read_roster(text.encode(), file="roster")

    (problem,) = caught.value.problems
    assert (problem.row, problem.found) == (2, "a person who looks like another of this roster")


def test_a_person_may_have_two_keys():
    text = roster_text("ada") + roster_text("berta").replace("berta", "ada", 1)

    assert len(read_roster(text.encode(), file="roster").signers) == 2
