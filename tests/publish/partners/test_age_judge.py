"""A package opens with the implementation of age by the format's author, and with GNU tar.

It depends on node and on `.judges/age/`, a copy of `tools/age_judge/` after `npm ci`; where either
is missing, the test is skipped and says so.
A further judge of the format is one more test here.
"""

import json
import shutil
import subprocess

import pytest

from tests.house.checkout import ROOT
from tests.publish.partners.cast import FACTS, IDENTITY, as_sent, made

JUDGE = ROOT / ".judges" / "age"
IS_THERE = (JUDGE / "node_modules" / "age-encryption").is_dir() and shutil.which("node")


@pytest.mark.skipif(
    not IS_THERE, reason="no judge of age: copy tools/age_judge to .judges/age and run npm ci there"
)
def test_a_package_opens_without_this_program(tmp_path):
    (tmp_path / "identity").write_text(IDENTITY)
    (tmp_path / "p.age").write_bytes(as_sent())

    opens = ["node", "open.mjs", *(str(tmp_path / name) for name in ("identity", "p.age", "p.tar"))]
    subprocess.run(opens, cwd=JUDGE, check=True, timeout=60)
    subprocess.run(["tar", "xf", "p.tar"], cwd=tmp_path, check=True, timeout=60)

    assert (tmp_path / "facts.csv").read_bytes() == FACTS.octets
    assert json.loads((tmp_path / "manifest.json").read_bytes()) == json.loads(made().manifest)
