"""The sums of a judged offer: weights, stakes, the score, and the score of each area."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from offercheck.evaluation.gravity import gravity
from offercheck.evaluation.score import NO_CAP, Stake, binding_cap, displayed, stake
from offercheck.evaluation.scorecard import AreaRow, Score

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.evaluation.judgement import Verdicts
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
    stakes = {one.rule.key: stake_of(one, weights[one.rule.key], firm=firm) for one in judged}
    return {key: stake for key, stake in stakes.items() if stake is not None}


def stake_of(one: Verdicts, weight: int, *, firm: bool) -> Stake | None:
    """What a rule has at stake in one reading; None where it does not apply."""
    judgement = one.firm if firm else one.said
    if judgement.applies is False:
        return None
    return stake(one.rule.key, weight, one.rule.impact, judgement, one.waived)


class Part(NamedTuple):
    """What one rule puts into the sums, or some rules together: values at both ends, 100 times in halves, and the
    weights that they are of; `decided` is the weight at the low end that is decided as firm."""

    low: int
    low_of: int
    high: int
    high_of: int
    decided: int


_NOTHING = Part(0, 0, 0, 0, 0)


def part_of(one: Verdicts, low: Stake | None, high: Stake | None) -> Part:
    """What a rule puts into the sums by its stakes at both ends; None where it does not apply."""
    return Part(
        50 * low.weight * low.low if low else 0,
        low.weight if low else 0,
        50 * high.weight * high.high if high else 0,
        high.weight if high else 0,
        low.weight if low and one.firm.decided else 0,
    )


def whole(parts: Sequence[Part]) -> Part:
    """The sum of some parts."""
    return Part(*map(sum, zip(*parts, strict=True))) if parts else _NOTHING


def capped(
    checklist: Checklist, judged: Sequence[Verdicts], low: Mapping[str, Stake], high: Mapping[str, Stake]
) -> list[tuple[Stake | None, Stake | None]]:
    """The stakes, at both ends, of the rules that could hold one of them down, the gravest first."""
    able = [one for one in judged if caps(low.get(one.rule.key), high.get(one.rule.key))]
    return [(low.get(one.rule.key), high.get(one.rule.key)) for one in sorted(able, key=gravity(checklist))]


def caps(low: Stake | None, high: Stake | None) -> bool:
    """Whether a rule with these stakes could hold one of the ends down."""
    return (low is not None and low.low_cap < NO_CAP) or (high is not None and high.high_cap < NO_CAP)


def score_of(of: Part, capped: Sequence[tuple[Stake | None, Stake | None]]) -> Score | None:
    """The score of all parts together; None where no rule applies. The first of the capped ones is named."""
    if not of.low_of or not of.high_of:
        return None
    low_stakes = [low for low, _ in capped if low is not None]
    high_stakes = [high for _, high in capped if high is not None]
    low_cap = binding_cap(low_stakes, of.low, of.low_of, high=False)
    high_cap = binding_cap(high_stakes, of.high, of.high_of, high=True)
    certain = min((one.low_cap for one in low_stakes if one.certain), default=NO_CAP)
    return Score(
        low=displayed(of.low, of.low_of, low_cap.at if low_cap else NO_CAP),
        high=displayed(of.high, of.high_of, high_cap.at if high_cap else NO_CAP),
        answered=displayed(100 * of.decided, of.low_of),
        uncapped_low=displayed(of.low, of.low_of),
        uncapped_high=displayed(of.high, of.high_of),
        low_cap=low_cap,
        high_cap=high_cap,
        low_unless=displayed(of.low, of.low_of, certain),
        unless=[
            one.key
            for one in low_stakes
            if not one.certain and one.low_cap < certain and one.low_cap * of.low_of < of.low
        ],
    )


def area_rows(
    checklist: Checklist, areas: Sequence[str], parts: Sequence[Part], outcomes: Sequence[Outcome]
) -> list[AreaRow]:
    """The score of each area by itself. The areas of rules, their parts and outcomes are in one order."""
    mine: dict[str, list[Part]] = {name: [] for name, _ in checklist.areas}
    shown: dict[str, list[Outcome]] = {name: [] for name, _ in checklist.areas}
    for area, part, outcome in zip(areas, parts, outcomes, strict=True):
        mine[area].append(part)
        shown[area].append(outcome)
    return [_area_row(name, title, whole(mine[name]), shown[name].count) for name, title in checklist.areas]


def _area_row(name: str, title: str, of: Part, count: Callable[[Outcome], int]) -> AreaRow:
    return AreaRow(
        area=name,
        title=title,
        low=displayed(of.low, of.low_of) if of.low_of else None,
        high=displayed(of.high, of.high_of) if of.high_of else None,
        answered=displayed(100 * of.decided, of.low_of) if of.low_of else None,
        deal_breaker=count("deal_breaker"),
        red_flag=count("red_flag"),
        caution=count("caution"),
        good=count("good"),
        ask=count("ask"),
        not_applicable=count("not_applicable"),
    )
