"""The sums of a judged offer: weights, stakes, the score, and the score of each area."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from offercheck.evaluation.gravity import gravity
from offercheck.evaluation.score import NO_CAP, Stake, binding_cap, displayed, high_sum, low_sum, stake, weight_sum
from offercheck.evaluation.scorecard import AreaRow, Score

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.evaluation.judgement import Verdicts
    from offercheck.evaluation.questions import End
    from offercheck.evaluation.score import Priorities
    from offercheck.evaluation.scorecard import Outcome


def weights_of(checklist: Checklist, priorities: Priorities) -> dict[str, int]:
    """The weight of each rule, whole: fractional priorities are brought to their common denominator."""
    if not priorities:
        return {rule.key: checklist.weights[rule.impact] for rule in checklist.rules}
    exact = {
        rule.key: checklist.weights[rule.impact] * Fraction(priorities.get(rule.area, 1)) for rule in checklist.rules
    }
    scale = lcm(*(weight.denominator for weight in exact.values()))
    return {key: int(weight * scale) for key, weight in exact.items()}


def stakes_of(judged: Sequence[Verdicts], weights: Mapping[str, int], *, firm: bool) -> dict[str, Stake]:
    """What each rule that may apply has at stake in one reading."""
    stakes: dict[str, Stake] = {}
    for one in judged:
        judgement = one.firm if firm else one.said
        if judgement.applies is not False:
            key = one.rule.key
            stakes[key] = stake(key, weights[key], one.rule.impact, judgement, one.waived)
    return stakes


def score_of(checklist: Checklist, judged: Sequence[Verdicts], low: End, high: End) -> Score | None:
    """The score between its two ends; None where no rule applies. Rules that hold it down are named gravest first."""
    if not low.stakes or not high.stakes:
        return None
    capped = [one for one in judged if _caps(low, one) or _caps(high, one)]
    order = [one.rule.key for one in sorted(capped, key=gravity(checklist))]
    low_stakes, high_stakes = ([end.stakes[key] for key in order if key in end.stakes] for end in (low, high))
    low_cap = binding_cap(low_stakes, low.sum, low.total, high=False)
    high_cap = binding_cap(high_stakes, high.sum, high.total, high=True)
    certain = min((one.low_cap for one in low_stakes if one.certain), default=NO_CAP)
    return Score(
        low=displayed(low.sum, low.total, low_cap.at if low_cap else NO_CAP),
        high=displayed(high.sum, high.total, high_cap.at if high_cap else NO_CAP),
        answered=_answered(judged, low.stakes.values()),
        uncapped_low=displayed(low.sum, low.total),
        uncapped_high=displayed(high.sum, high.total),
        low_cap=low_cap,
        high_cap=high_cap,
        low_unless=displayed(low.sum, low.total, certain),
        unless=[
            one.key
            for one in low_stakes
            if not one.certain and one.low_cap < certain and one.low_cap * low.total < low.sum
        ],
    )


def area_rows(
    checklist: Checklist, judged: Sequence[Verdicts], outcomes: Sequence[Outcome], low: End, high: End
) -> list[AreaRow]:
    """The score of each area by itself. The outcomes are those of the judged rules, in their order."""
    of_area: dict[str, list[tuple[Verdicts, Outcome]]] = {name: [] for name, _ in checklist.areas}
    for one, outcome in zip(judged, outcomes, strict=True):
        of_area[one.rule.area].append((one, outcome))
    rows = []
    for name, title in checklist.areas:
        mine = [one for one, _ in of_area[name]]
        shown = [outcome for _, outcome in of_area[name]]
        low_stakes = [low.stakes[one.rule.key] for one in mine if one.rule.key in low.stakes]
        high_stakes = [high.stakes[one.rule.key] for one in mine if one.rule.key in high.stakes]
        rows.append(
            AreaRow(
                area=name,
                title=title,
                low=displayed(low_sum(low_stakes), weight_sum(low_stakes)) if low_stakes else None,
                high=displayed(high_sum(high_stakes), weight_sum(high_stakes)) if high_stakes else None,
                answered=_answered(mine, low_stakes) if low_stakes else None,
                deal_breaker=shown.count("deal_breaker"),
                red_flag=shown.count("red_flag"),
                caution=shown.count("caution"),
                good=shown.count("good"),
                ask=shown.count("ask"),
                not_applicable=shown.count("not_applicable"),
            )
        )
    return rows


def _caps(end: End, one: Verdicts) -> bool:
    """Whether a rule could hold this end down."""
    stake = end.stakes.get(one.rule.key)
    return stake is not None and (stake.high_cap if end.high else stake.low_cap) < NO_CAP


def _answered(judged: Sequence[Verdicts], stakes: Collection[Stake]) -> int:
    decided = {one.rule.key for one in judged if one.firm.decided}
    return displayed(100 * sum(one.weight for one in stakes if one.key in decided), weight_sum(stakes))
