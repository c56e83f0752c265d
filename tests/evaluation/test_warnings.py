"""What whole offers are warned of: what an expert would say of an advert to refuse, and nothing of fair offers."""

from __future__ import annotations

from pathlib import Path

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_offer

EXAMPLES = Path(__file__).parents[2] / "examples"
CHECKLIST = load_checklist(shipped_checklist(), examples=False)

HARD_STOPS = {
    "compliance/pay-per-prescription",
    "compliance/patient-contact",
    "licensure/until-licensed",
    "malpractice/states-insured",
}


def judged(name: str) -> Scorecard:
    return evaluate(load_offer(EXAMPLES / f"{name}.yaml"), CHECKLIST, today="2026-11-26")


def shown(scorecard: Scorecard, outcome: str) -> set[str]:
    return {one.rule for one in scorecard.findings if one.outcome == outcome}


def test_an_advert_to_refuse_is_refused_for_each_reason_that_an_expert_would_give() -> None:
    scorecard = judged("prescription-mill")
    assert scorecard.verdict == "walk_away"
    assert shown(scorecard, "deal_breaker") == HARD_STOPS
    assert shown(scorecard, "red_flag") == {
        "compliance/prefilled-orders",
        "compliance/patient-source",
        "licensure/legal-basis",
        "malpractice/tail-payer",
        "quality/patient-ratings",
        "compensation/contractor-control",
        "terms/employer-notice",
        "terms/telemedicine-ban",
        "terms/other-work",
    }
