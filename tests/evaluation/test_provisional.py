"""When the good marks of a report are provisional, and what the reader is told."""

from __future__ import annotations

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_offer
from offercheck.reports import render
from offercheck.reports.report import Options

CHECKLIST = load_checklist(shipped_checklist(), examples=False)
BANNER = "The employer may change these terms alone"


def judged(terms: str) -> Scorecard:
    text = f"offercheck: 1\nrole: physician\nterms: {{{terms}}}\n"
    return evaluate(load_offer(text.encode()), CHECKLIST, today="2026-11-24")


CASES = [
    ("pay", "employer_may_change: [policies, pay]", ["pay", "policies"]),
    ("duties", "employer_may_change: duties", ["duties"]),
    ("everything", "employer_may_change: everything", ["pay", "duties", "schedule", "status", "policies"]),
    ("handbooks and rotas always change", "employer_may_change: [policies, schedule]", []),
    ("nothing", "employer_may_change: nothing", []),
    ("silence", "law: OH", []),
]


@pytest.mark.parametrize(("terms", "named"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_what_may_be_changed_alone(terms: str, named: list[str]) -> None:
    scorecard = judged(terms)
    assert scorecard.provisional == named
    shown = render("terminal", [scorecard], Options(width=120))
    assert (BANNER in shown) == bool(named)
    assert f"{', '.join(named)}; read every good mark as provisional" in shown or not named


def test_it_moves_no_point() -> None:
    before, after = (judged(f"employer_may_change: {words}, change_notice: 60 days, may_leave_on_change: yes")
                     for words in ("policies", "[policies, pay]"))  # fmt: skip
    assert before.score == after.score
