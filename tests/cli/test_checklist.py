"""`offercheck checklist lint`, `test` and `show` as whole processes, on checklists that are right and wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from offercheck.checklist.lint import lint
from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.example_run import run_examples

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "reports" / "golden" / "checklist"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", "checklist", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
    )


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A small checklist to break."""
    return Path(shutil.copytree(GOLDEN, tmp_path / "own"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_checklist_is_well_formed() -> None:
    assert lint(shipped_checklist(), shipped=True) == []


def test_lint_prints_the_faults_of_every_file(own: Path) -> None:
    for area in ("malpractice", "scope"):
        edit(own / f"{area}.yaml", "impact: ", "impact: very ")
    done = run("lint", own)
    assert done.returncode == 4
    assert "malpractice.yaml:" in done.stderr
    assert "scope.yaml:" in done.stderr


def test_a_deal_breaker_needs_more_than_a_weak_basis_and_when_shipped_a_hard_stop(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(shipped_checklist("telemedicine"), tmp_path / "copy"))
    file = folder / "licensure.yaml"
    text = file.read_text(encoding="utf-8")
    at = text.index("- id: until-licensed")
    of_rule = text[at:].replace("basis: medium", "basis: weak", 1).replace("basis: strong", "basis: weak", 1)
    file.write_text(text[:at] + of_rule.replace("id: until-licensed", "id: before-licensed", 1), encoding="utf-8")
    own, shipped = lint(folder, shipped=False), lint(folder, shipped=True)
    assert [fault.message for error in own for fault in error.faults] == ["a deal-breaker rests on a weak basis"]
    assert "licensure/before-licensed is none of the hard stops" in str([error.faults for error in shipped])


def test_a_failing_example_is_shown_with_its_place(own: Path) -> None:
    before = run("test", own)
    assert (before.returncode, before.stdout.splitlines()[-1].endswith(", 0 failed")) == (0, True), before.stdout
    file = own / "malpractice.yaml"
    edit(file, "red_flag: {malpractice: {policy_type: claims_made, tail_paid_by: clinician}}", "red_flag: {}")
    line = file.read_text(encoding="utf-8").splitlines().index("      red_flag: {}") + 1
    done = run("test", own)
    assert done.returncode == 1
    assert f"{file}:{line}: malpractice/tail: an example of red_flag shows red_flag by its silence" in done.stdout


def test_an_example_that_is_no_offer_fails_too(own: Path) -> None:
    edit(own / "malpractice.yaml", "examples:\n", "examples:\n      not_applicable: {rolle: rn}\n")
    edit(own / "malpractice.yaml", "impact:", "when: {role: physician}\n    impact:")
    failed = run_examples(load_checklist(own), today="2026-11-24").failed
    assert any("rolle" in one.message for one in failed)


def test_show_counts_and_names_everything() -> None:
    done = run("show", "telemedicine")
    read = load_checklist(shipped_checklist("telemedicine"), examples=False)
    assert f"rules: {len(read.rules)}\n" in done.stdout
    assert f"fingerprint: {read.fingerprint}\n" in done.stdout
    assert all(f"  {rule.key}  " in done.stdout for rule in read.rules)
