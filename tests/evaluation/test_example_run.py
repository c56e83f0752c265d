"""The examples of the shipped rules: each offer shows the outcome under which it stands."""

from __future__ import annotations

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.example_run import run_examples


def test_every_example_of_the_shipped_checklist_shows_what_it_says() -> None:
    checklist = load_checklist(shipped_checklist())
    done = run_examples(checklist, today="2026-11-24")
    assert [f"{one.file}:{one.line}: {one.rule}: {one.message}" for one in done.failed] == []
    assert done.count > 4 * len(checklist.rules)
