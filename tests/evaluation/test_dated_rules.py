"""Rules with dates: due for review, and unknown once the law that they rest on has ended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from offercheck.checklist.load import Checklist, load_checklist
from offercheck.checklist.shipped import shipped_checklist, shipped_names
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.offer.build import build_offer
from offercheck.reading.load import read_document
from offercheck.reports import render
from offercheck.reports.report import Options

KEY = "compliance/controlled-policy"
DAYS = [("2026-12-30", False), ("2026-12-31", False), ("2027-01-01", True)]

LAWFUL = "compliance: {controlled_substances: main, controlled_policy: lawful}"
UNLAWFUL = "compliance: {controlled_substances: main, controlled_policy: against_the_law}"


@pytest.fixture(scope="module")
def alone() -> Checklist:
    """The dated rule as a checklist of its own."""
    for name in shipped_names():
        checklist = load_checklist(shipped_checklist(name), examples=False)
        for rule in checklist.rules:
            if rule.key == KEY:
                return replace(checklist, rules=(rule,), facts=tuple(sorted(rule.facts)))
    raise LookupError(KEY)


def judged(alone: Checklist, paper: str, today: str) -> Scorecard:
    text = f"offercheck: 1\nrole: physician\ndocument: {{stage: contract}}\n{paper}\n"
    return evaluate(build_offer(read_document("offer.yaml", text.encode())), alone, today=today)


@pytest.mark.parametrize(("paper", "outcome"), [(LAWFUL, "good"), (UNLAWFUL, "deal_breaker"), ("", "ask")])
@pytest.mark.parametrize(("today", "past"), DAYS)
def test_after_its_last_day_the_answer_is_unknown(
    alone: Checklist, paper: str, outcome: str, today: str, past: bool
) -> None:
    [finding] = judged(alone, paper, today).findings
    assert finding.outcome == ("ask" if past else outcome)
    assert finding.decided == (not past and bool(paper))
    if past:
        assert finding.possible == ["deal_breaker", "red_flag", "caution", "good"]
        assert "2026-12-31 has ended" in finding.message
        assert not finding.silent


def test_an_ended_law_leaves_the_whole_interval_and_nothing_for_the_employer_to_settle(alone: Checklist) -> None:
    scorecard = judged(alone, LAWFUL, "2027-01-01")
    assert scorecard.score is not None
    assert (scorecard.score.low, scorecard.score.high, scorecard.score.answered) == (0, 100, 0)
    assert scorecard.questions == []


def test_what_does_not_arise_still_does_not(alone: Checklist) -> None:
    text = b"offercheck: 1\nrole: therapist\n"
    scorecard = evaluate(build_offer(read_document("offer.yaml", text)), alone, today="2027-01-01")
    assert [one.outcome for one in scorecard.findings] == ["not_applicable"]


@pytest.mark.parametrize(("today", "past"), DAYS)
def test_a_rule_is_due_after_its_day_of_review(alone: Checklist, today: str, past: bool) -> None:
    scorecard = judged(alone, LAWFUL, today)
    assert [one.rule for one in scorecard.overdue] == ([KEY] if past else [])
    shown = render("terminal", [scorecard], Options())
    assert (f"1 rule is due for review: {KEY}." in shown) == past
