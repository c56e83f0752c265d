"""What whole offers are warned of: what an expert would say of an advert to refuse, and nothing of fair offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.letter.letter import letter
from offercheck.loading import load_checklist, load_offer, load_profile
from offercheck.reports import render
from offercheck.reports.report import Options

EXAMPLES = Path(__file__).parents[2] / "examples"
CHECKLIST = load_checklist()

AN_EXPERTS_ORDER = [
    # What ends careers: a crime, patients whom nobody examined, no licence, no cover.
    "compliance/pay-per-prescription",
    "compliance/patient-contact",
    "licensure/until-licensed",
    "malpractice/states-insured",
    # What may be yours to pay years later, and what the inspectors' and the boards' letters are about.
    "malpractice/tail-payer",
    "compliance/prefilled-orders",
    "compliance/patient-source",
    "licensure/legal-basis",
    # What holds you there, or ends it overnight.
    "terms/employer-notice",
    "terms/telemedicine-ban",
    # What bends judgement, and then money.
    "quality/patient-ratings",
    "terms/other-work",
    "compensation/contractor-control",
]


def judged(name: str) -> Scorecard:
    return evaluate(load_offer(EXAMPLES / f"{name}.yaml"), CHECKLIST, today="2026-11-26")


def test_an_advert_to_refuse_is_refused_in_an_experts_order_of_importance() -> None:
    scorecard = judged("prescription-mill")
    assert scorecard.verdict == "walk_away"
    assert scorecard.flags == AN_EXPERTS_ORDER
    assert {one.rule for one in scorecard.findings if one.outcome == "deal_breaker"} == set(AN_EXPERTS_ORDER[:4])
    assert scorecard.because == "You are paid for prescribing, ordering or signing. (and 3 more)"
    assert scorecard.score is not None
    assert scorecard.score.high_cap is not None
    assert scorecard.score.high_cap.rule == AN_EXPERTS_ORDER[0]


@pytest.mark.parametrize("form", ["terminal", "markdown", "github"])
def test_every_report_for_people_keeps_that_order(form: str) -> None:
    drawn = render(form, [judged("prescription-mill")], Options(width=100))
    first = (
        drawn.index(AN_EXPERTS_ORDER[0] + "\n") if form == "terminal" else 0
    )  # after the line on what caps the score
    places = [drawn.index(rule, first) for rule in AN_EXPERTS_ORDER]
    assert places == sorted(places)


def test_the_letter_speaks_of_them_in_that_order() -> None:
    assert [one.rule for one in letter(judged("prescription-mill")).requests] == AN_EXPERTS_ORDER


def test_a_readers_own_deal_breakers_come_after_the_hard_stops_and_before_the_red_flags() -> None:
    me = load_profile(EXAMPLES / "me" / "physician-multistate.yaml", CHECKLIST)
    scorecard = evaluate(load_offer(EXAMPLES / "prescription-mill.yaml"), CHECKLIST, today="2026-11-26", profile=me)
    own = ["malpractice/tail-payer", "terms/telemedicine-ban"]
    assert scorecard.flags[:6] == [*AN_EXPERTS_ORDER[:4], *own]


@pytest.mark.parametrize("name", ["coordinator", "informatics-nurse", "federal-psychiatrist"])
def test_nothing_laughable_is_flagged_in_a_fair_offer_of_an_unusual_kind(name: str) -> None:
    """Read one by one: no policy, no tail, one licence, no visits, a salary and a small bonus are no red flags here."""
    assert judged(name).flags == []


@pytest.mark.parametrize("rule", ["terms/indemnity", "terms/other-work"])
def test_a_question_asks_before_it_presumes(rule: str) -> None:
    """The paper says nothing of either: a letter that wants a clause struck out, or a list added, presumes it there."""
    [asked] = [one.ask for one in judged("informatics-nurse").findings if one.rule == rule]
    assert asked.startswith(("Would I", "May I"))


def test_staff_without_patients_are_not_asked_in_the_words_of_clinicians() -> None:
    asked = " ".join(one.ask for one in judged("coordinator").questions)
    for word in ("clinicians in the past", "payer enrolment", "my cover", "CAQH", "malpractice"):
        assert word not in asked


def test_what_silence_raised_comes_after_what_the_paper_says() -> None:
    scorecard = judged("northstar-urgent-care")
    silent = [one.rule for one in scorecard.findings if one.silent and one.outcome == "red_flag"]
    assert silent
    assert set(scorecard.flags[-len(silent) :]) == set(silent)


@pytest.mark.parametrize("name", ["coordinator", "informatics-nurse"])
def test_nobody_without_patients_is_asked_how_many_they_see(name: str) -> None:
    scorecard = judged(name)
    asked = {field for question in scorecard.questions for field in question.fields}
    assert {field for field in asked if field.startswith("no_show.")} == set()
    assert asked.isdisjoint({"productivity.slots_per_hour", "productivity.fill_rate"})
    assert "no_show" not in " ".join(one.message for one in scorecard.findings if one.outcome == "caution")


@pytest.mark.parametrize("name", ["coordinator", "triage-nurse-hourly"])
def test_work_at_will_is_no_caution_where_it_is_the_custom(name: str) -> None:
    [found] = [one.outcome for one in judged(name).findings if one.rule == "terms/dismissal-causes"]
    assert found == "not_applicable"
