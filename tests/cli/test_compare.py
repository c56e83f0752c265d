"""`offercheck compare` as a program."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NORTHSTAR, HEALTH = "examples/northstar-urgent-care.yaml", "examples/health-system-w2.yaml"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", "compare", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        check=False,
    )


def test_two_offers_side_by_side() -> None:
    done = run(NORTHSTAR, HEALTH, "--sensitivity", "--today", "2026-11-24")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "B is ahead of A" in done.stdout.decode()
    assert "first is B in 100%" in done.stdout.decode()


def test_json_and_markdown_in_one_run(tmp_path: Path) -> None:
    kept = tmp_path / "offers.md"
    done = run(NORTHSTAR, HEALTH, "-f", "markdown", "-o", str(kept), "-f", "json", "-o", "-")
    assert done.returncode == 0
    assert json.loads(done.stdout)["order"] == [1, 0]
    assert kept.read_text(encoding="utf-8").startswith("# 2 offers compared\n")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((NORTHSTAR,), 2, "it takes two offers to compare, and 1 can be judged"),
        ((NORTHSTAR, "examples/broken.yaml"), 4, "it takes two offers"),
        ((NORTHSTAR, HEALTH, "examples/broken.yaml"), 4, "11 faults"),
        ((NORTHSTAR, HEALTH, "missing.yaml"), 4, "missing.yaml"),
        ((NORTHSTAR, HEALTH, "--format", "sarif"), 2, "'sarif' is none of terminal, json, markdown, csv"),
    ],
)
def test_what_cannot_be_compared_is_told(arguments: tuple[str, ...], code: int, told: str) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert told in done.stderr.decode()
    assert bool(done.stdout) == (HEALTH in arguments and code == 4)


def test_an_offer_from_standard_input_against_a_file() -> None:
    done = run("-", HEALTH, "--format", "json", stdin=(ROOT / NORTHSTAR).read_bytes())
    assert [one["file"] for one in json.loads(done.stdout)["offers"]] == ["standard input", HEALTH]


def test_a_profile_is_named_in_the_result(tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    me.write_text("offercheck_me: 1\nrole: physician\npriorities: {terms: 3}\n", encoding="utf-8")
    made = json.loads(run(NORTHSTAR, HEALTH, "--me", str(me), "--format", "json").stdout)["produced_by"]
    assert made["profile"] == str(me)


def test_waivers_count_and_a_forbidden_one_is_refused(tmp_path: Path) -> None:
    folder = "examples/three-offers"
    done = run(folder, "--me", f"{folder}/me.yaml", "--waivers", f"{folder}/waivers.yaml", "--today", "2026-11-24")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Waived until 2027-10-31: terms/telemedicine-ban in C" in done.stdout.decode()
    mine = tmp_path / "mine.yaml"
    mine.write_text(
        "offercheck_waivers: 1\nwaivers:\n  - {rule: compliance/pay-per-prescription, outcome: deal_breaker, "
        "reason: x, until: 2027-01-01}\n",
        encoding="utf-8",
    )
    refused = run(folder, "--waivers", str(mine))
    assert (refused.returncode, refused.stdout) == (4, b"")
    assert b"cannot be waived" in refused.stderr
