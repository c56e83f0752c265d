"""What a scorecard comes to, in figures and words of closed lists: a line for each of many offers.

`summarise` works out that much and nothing else: messages, questions and what the tables say of states take most of a
scorecard's time. tests/evaluation/test_summary.py holds it to the scorecard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.evaluation.evaluate import verdicts_of
from offercheck.evaluation.findings import shown_outcome
from offercheck.evaluation.questions import End
from offercheck.evaluation.scorecard import AreaRow, Outcome
from offercheck.evaluation.sums import area_rows, score_of, stakes_of, weights_of
from offercheck.evaluation.verdict import Judged, VerdictWord, verdict
from offercheck.facts.derivation import with_facts
from offercheck.offer.readings import firm, said
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.evaluation.score import Priorities
    from offercheck.evaluation.scorecard import Score, Scorecard
    from offercheck.offer.offer import Offer
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference


@record
class Summary:
    """One offer: the verdict, the score (None where no rule applies) and that of each area, and what each rule shows,
    by its key, in the order of the checklist."""

    title: str | None
    employer: str | None
    role: str | None
    stage: str
    verdict: VerdictWord
    score: Score | None
    areas: list[AreaRow]
    outcomes: dict[str, Outcome]
    input_sha256: str


def summary_of(card: Scorecard) -> Summary:
    """What a scorecard comes to."""
    return Summary(
        title=card.offer.title,
        employer=card.offer.employer,
        role=card.offer.role,
        stage=card.offer.stage,
        verdict=card.verdict,
        score=card.score,
        areas=card.areas,
        outcomes={one.rule: one.outcome for one in card.findings},
        input_sha256=card.produced_by.input_sha256,
    )


def summarise(
    offer: Offer,
    checklist: Checklist,
    *,
    today: str,
    priorities: Priorities | None = None,
    reference: Reference | None = None,
    profile: Profile | None = None,
) -> Summary:
    """The summary of an offer: that of its scorecard, in a part of the time. The arguments are those of `evaluate`."""
    me = profile.values if profile is not None else None
    facts = checklist.facts if profile is not None else _facts_without_profile(checklist)
    as_said = with_facts(said(offer, me), facts, reference, today)
    as_firm = with_facts(firm(offer, me), facts, reference, today)
    judged = verdicts_of(checklist, as_said, as_firm, today, profile, asked=False)
    weights = weights_of(checklist, {**(profile.priorities if profile is not None else {}), **(priorities or {})})
    low = End(stakes_of(judged, weights, firm=True), {}, high=False)
    high = End(stakes_of(judged, weights, firm=False), {}, high=True)
    score = score_of(checklist, judged, low, high)
    outcomes = [shown_outcome(one, offer.stage, as_said)[0] for one in judged]
    word, _ = verdict(
        [Judged(one.rule.impact, one.said, one.firm, "", "") for one in judged],
        score.low if score else None,
        score.high if score else None,
        score.answered if score else None,
    )
    return Summary(
        title=offer.title,
        employer=offer.employer,
        role=offer.role,
        stage=offer.stage,
        verdict=word,
        score=score,
        areas=area_rows(checklist, judged, outcomes, low, high),
        outcomes={one.rule.key: outcome for one, outcome in zip(judged, outcomes, strict=True)},
        input_sha256=offer.document.sha256,
    )


def _facts_without_profile(checklist: Checklist) -> frozenset[str]:
    """The facts of the rules that are judged where nobody in particular reads."""
    return frozenset().union(*(rule.facts for rule in checklist.rules if not rule.reads_profile))
