"""Rules with dates: due for review, and unknown once the law that they rest on has ended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.offer.build import build_offer
from offercheck.reading.load import read_document
from offercheck.reports import render
from offercheck.reports.report import Options

KEY = "compliance/controlled-exception"
UNDATED = "compliance/controlled-policy"
DAYS = [("2026-12-30", False), ("2026-12-31", False), ("2027-01-01", True)]

PLANNED = "compliance: {controlled_substances: main, controlled_policy: lawful, controlled_plan: yes}"
UNPLANNED = "compliance: {controlled_substances: main, controlled_policy: lawful, controlled_plan: no}"
UNLAWFUL = "compliance: {controlled_substances: main, controlled_policy: against_the_law}"
NONE = "compliance: {controlled_substances: none}"


def only(key: str) -> Checklist:
    """One shipped rule as a checklist of its own."""
    checklist = load_checklist(shipped_checklist(), examples=False)
    [rule] = [one for one in checklist.rules if one.key == key]
    return replace(checklist, rules=(rule,), facts=tuple(sorted(rule.facts)))


@pytest.fixture(scope="module")
def alone() -> Checklist:
    """The dated rule as a checklist of its own."""
    return only(KEY)


def judged(alone: Checklist, paper: str, today: str) -> Scorecard:
    role = "" if paper.startswith("role:") else "role: physician\n"
    text = f"offercheck: 1\n{role}document: {{stage: contract}}\n{paper}\n"
    return evaluate(build_offer(read_document("offer.yaml", text.encode())), alone, today=today)


@pytest.mark.parametrize(("paper", "outcome"), [(PLANNED, "good"), (UNPLANNED, "red_flag")])
@pytest.mark.parametrize(("today", "past"), DAYS)
def test_after_its_last_day_the_answer_is_unknown(
    alone: Checklist, paper: str, outcome: str, today: str, past: bool
) -> None:
    [finding] = judged(alone, paper, today).findings
    assert finding.outcome == ("ask" if past else outcome)
    assert finding.decided is not past
    if past:
        assert finding.possible == ["red_flag", "caution", "good"]
        assert "2026-12-31 has ended" in finding.message
        assert not finding.silent


def test_an_ended_law_leaves_the_whole_interval_and_nothing_for_the_employer_to_settle(alone: Checklist) -> None:
    scorecard = judged(alone, PLANNED, "2027-01-01")
    assert scorecard.score is not None
    assert (scorecard.score.low, scorecard.score.high, scorecard.score.answered) == (0, 100, 0)
    assert scorecard.questions == []


@pytest.mark.parametrize("paper", ["role: therapist", NONE, UNLAWFUL])
@pytest.mark.parametrize(("today", "past"), DAYS)
def test_what_does_not_arise_still_does_not(alone: Checklist, paper: str, today: str, past: bool) -> None:
    [finding] = judged(alone, paper, today).findings
    assert finding.outcome == "not_applicable", past


@pytest.mark.parametrize(("paper", "outcome"), [(NONE, "good"), (UNLAWFUL, "deal_breaker"), (PLANNED, "good")])
@pytest.mark.parametrize("today", [day for day, _ in DAYS])
def test_what_rests_on_no_date_stays_known(paper: str, outcome: str, today: str) -> None:
    [finding] = judged(only(UNDATED), paper, today).findings
    assert (finding.outcome, finding.decided) == (outcome, True)


@pytest.mark.parametrize(("today", "past"), DAYS)
def test_a_rule_is_due_after_its_day_of_review(alone: Checklist, today: str, past: bool) -> None:
    scorecard = judged(alone, PLANNED, today)
    assert [one.rule for one in scorecard.overdue] == ([KEY] if past else [])
    shown = render("terminal", [scorecard], Options())
    assert (f"1 rule is due for review: {KEY}." in shown) == past
