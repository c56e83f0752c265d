"""`offercheck diff` as a process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROUNDS = tuple(f"examples/rounds/{name}.yaml" for name in ("1-offer-letter", "2-second-letter", "3-contract"))


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", *arguments],
        input=b"offercheck: 1\n",
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
    )


def test_json_is_what_its_schema_says() -> None:
    done = run("diff", *ROUNDS, "--format", "json", "--today", "2026-11-24")
    shown = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert shown["schema"] == "offercheck.rounds/1"
    assert [step["after"] for step in shown["steps"]] == [1, 2]
    known = json.loads(run("schema", "rounds").stdout)
    assert shown.keys() == known["properties"].keys()


def test_markdown_and_json_in_one_run_with_waivers(tmp_path: Path) -> None:
    mine, kept = tmp_path / "mine.yaml", tmp_path / "rounds.md"
    mine.write_text(
        "offercheck_waivers: 1\nwaivers:\n"
        "  - {rule: no_show/missed-visit-pay, outcome: red_flag, reason: few miss, until: 2027-01-01}\n",
        encoding="utf-8",
    )
    arguments = (
        "--waivers",
        str(mine),
        "--today",
        "2026-11-24",
        "-f",
        "markdown",
        "-o",
        str(kept),
        "-f",
        "json",
        "-o",
        "-",
    )
    done = run("diff", *ROUNDS, *arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [paper["waivers"][0]["state"] for paper in json.loads(done.stdout)["papers"]] == ["used", "unused", "used"]
    assert "no\\_show/missed-visit-pay in round 1 (red flag) and round 3 (red flag): few miss" in kept.read_text(
        "utf-8"
    )


CODES = [
    (ROUNDS[:2], 0),
    ((ROUNDS[0], "-"), 0),
    (ROUNDS[:1], 2),
    (("-", "-"), 2),
    ((*ROUNDS, "-o", ROUNDS[0]), 2),
    ((ROUNDS[0], "examples/broken.yaml"), 4),
]


@pytest.mark.parametrize(("arguments", "code"), CODES, ids=[" ".join(row[0]) for row in CODES])
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    done = run("diff", *arguments)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert bool(done.stdout) == (code == 0)
