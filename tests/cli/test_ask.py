"""`offercheck ask` as a process: the letter alone on one stream, the stakes on the other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = "examples/northstar-urgent-care.yaml"
DAY = ("--today", "2026-11-24")


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
    )


def test_the_letter_alone_goes_to_standard_output(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    shown = run("ask", SAMPLE, *DAY)
    filed = run("ask", SAMPLE, *DAY, "--output", str(file))
    assert shown.returncode == filed.returncode == 0
    assert shown.stdout == file.read_bytes()
    assert filed.stdout == b""
    assert b"low end up" in shown.stderr
    assert b"low end up" not in shown.stdout
    assert shown.stdout.endswith(b"Kind regards,\n")


def test_json_holds_letter_and_stakes() -> None:
    done = run("ask", SAMPLE, *DAY, "--format", "json", "--top", "2")
    shown = json.loads(done.stdout)
    assert shown["schema"] == "offercheck.letter/1"
    assert sum(len(group["points"]) for group in shown["groups"]) == 2
    assert shown["groups"][0]["points"][0]["points"] >= 1
    assert done.stderr == b""


CODES = [
    ((SAMPLE, "--top", "0"), 2),
    ((SAMPLE, "--format", "sarif"), 2),
    ((SAMPLE, "--output", SAMPLE), 2),
    (("examples/broken.yaml",), 4),
    (("no-such-file.yaml",), 4),
    ((), 2),
]


@pytest.mark.parametrize(("arguments", "code"), CODES, ids=[" ".join(row[0]) for row in CODES])
def test_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    done = run("ask", *arguments)
    assert done.returncode == code
    assert done.stdout == b""
    assert b"Traceback" not in done.stderr


def test_reads_an_offer_from_standard_input() -> None:
    done = run("ask", "-", stdin=b"offercheck: 1\nrole: np\n")
    assert done.returncode == 0
    assert done.stdout.startswith(b"Subject: Questions about your position")


def test_answers_are_asked_for_filled_in_and_merged(tmp_path: Path) -> None:
    form, merged = tmp_path / "answers.yaml", tmp_path / "round-2.yaml"
    assert run("ask", SAMPLE, *DAY, "--answers", "-o", str(form)).returncode == 0
    text = form.read_text(encoding="utf-8")
    assert "\n  exit_without_cause:  #" in text
    form.write_text(text.replace("\n  exit_without_cause:", "\n  exit_without_cause: yes"), encoding="utf-8")
    done = run("answer", SAMPLE, str(form), "-o", str(merged))
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"Filled in: terms.exit_without_cause.\n"
    assert b"{field: terms.exit_without_cause, source: email}" in merged.read_bytes()
    assert run("check", str(merged), *DAY).returncode == 0
    kept = run("ask", SAMPLE, "--answers", "-o", str(form))
    assert kept.returncode == 2
    assert b"exists" in kept.stderr


MISTAKES = [
    ("ask", SAMPLE, "--answers", "--format", "json"),
    ("ask", SAMPLE, "--answers", "--with-fallbacks"),
    ("ask", "-", "--me", "-"),
    ("answer", "-", "-"),
    ("answer", SAMPLE, "examples/coordinator.yaml", "-o", SAMPLE),
]


@pytest.mark.parametrize("arguments", MISTAKES, ids=" ".join)
def test_mistakes_of_use_end_with_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
