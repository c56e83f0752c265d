"""What a scorecard comes to, in figures and words of closed lists: a line for each of many offers.

`summarise` works out that much and nothing else: messages, questions and what the tables say of states take most of a
scorecard's time. tests/evaluation/test_summary.py holds it to the scorecard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.evaluation.gravity import gravity
from offercheck.evaluation.scorecard import AreaRow, Outcome
from offercheck.evaluation.sums import area_rows, score_of, weights_of, whole
from offercheck.evaluation.verdict import VerdictWord, verdict
from offercheck.evaluation.weighing import Weighed, Weighing
from offercheck.offer.readings import both
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.checklist.checklist import Checklist
    from offercheck.evaluation.score import Priorities, Stake
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
    return Summariser(checklist, today=today, priorities=priorities, reference=reference, profile=profile).summary(
        offer
    )


class Summariser:
    """Summarises many offers for one reader: what rules made of the same values before is not worked out again.

    The arguments are those of `evaluate`. The summary of an offer does not depend on those before it.
    """

    def __init__(
        self,
        checklist: Checklist,
        *,
        today: str,
        priorities: Priorities | None = None,
        reference: Reference | None = None,
        profile: Profile | None = None,
    ) -> None:
        self._checklist = checklist
        self._profile = profile
        rules = [rule for rule in checklist.rules if profile is not None or not rule.reads_profile]
        prior = {**(profile.priorities if profile is not None else {}), **(priorities or {})}
        weights = weights_of(checklist, prior)
        self._areas = [rule.area for rule in rules]
        self._keys = [rule.key for rule in rules]
        self._gravity = gravity(checklist)
        self._weighing = Weighing(rules, weights, today, profile, reference)

    def summary(self, offer: Offer) -> Summary:
        """What the scorecard of an offer comes to."""
        me = self._profile.values if self._profile is not None else None
        weighed = self._weighing.weigh(*both(offer, me))
        parts, outcomes = [one.part for one in weighed], [one.outcome for one in weighed]
        score = score_of(whole(parts), self._capped(weighed))
        word, _ = verdict(
            [one.word for one in weighed if one.word is not None],
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
            areas=area_rows(self._checklist, self._areas, parts, outcomes),
            outcomes=dict(zip(self._keys, outcomes, strict=True)),
            input_sha256=offer.document.sha256,
        )

    def _capped(self, weighed: Sequence[Weighed]) -> list[tuple[Stake | None, Stake | None]]:
        able = [one for one in weighed if one.caps]
        able.sort(key=lambda one: self._gravity(one.verdicts))
        return [(one.low, one.high) for one in able]
