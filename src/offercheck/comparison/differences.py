"""Why one offer is better than another, rule by rule."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from offercheck.checklist.entry import IMPACTS
from offercheck.comparison.comparison import Difference, OneSided
from offercheck.evaluation.scorecard import waived_rules

if TYPE_CHECKING:
    from offercheck.evaluation.evaluate import Assessment
    from offercheck.evaluation.scorecard import Finding

_HALVES_OF_ALL = 50
"""Values are in halves: a good one counts 2, and all good ones 100 points."""


def differences(first: Assessment, second: Assessment) -> list[Difference]:
    """The rules that apply to both and differ, those that say most first."""
    theirs = {one.rule: one for one in second.scorecard.findings}
    waived = [waived_rules(one.scorecard) for one in (first, second)]
    shared = _shared(first, second)
    total = sum(first.low.stakes[rule].weight for rule in shared)
    found = []
    for mine in first.scorecard.findings:
        rule = mine.rule
        if rule not in shared:
            continue
        unit = Fraction(_HALVES_OF_ALL * first.low.stakes[rule].weight, total)
        low = unit * (first.low.stakes[rule].low - second.low.stakes[rule].low)
        high = unit * (first.high.stakes[rule].high - second.high.stakes[rule].high)
        if low or high:
            shown = _difference(mine, theirs[rule], low, high)
            shown.sure = _sure(first, second, rule)
            shown.waived = (rule in waived[0], rule in waived[1])
            found.append((shown, low + high))
    found.sort(key=lambda one: (-abs(one[1]), not one[0].sure, IMPACTS.index(one[0].impact), one[0].rule))
    return [one for one, _ in found]


def _shared(first: Assessment, second: Assessment) -> set[str]:
    """The rules that may apply to both in both readings."""
    return first.low.stakes.keys() & first.high.stakes.keys() & second.low.stakes.keys() & second.high.stakes.keys()


def _sure(first: Assessment, second: Assessment, rule: str) -> bool:
    """Whether what is worst for one is still better than what is best for the other."""
    return (
        first.low.stakes[rule].low > second.high.stakes[rule].high
        or second.low.stakes[rule].low > first.high.stakes[rule].high
    )


def _difference(mine: Finding, theirs: Finding, low: Fraction, high: Fraction) -> Difference:
    return Difference(
        rule=mine.rule,
        area=mine.area,
        impact=mine.impact,
        question=mine.question,
        outcomes=(mine.outcome, theirs.outcome),
        messages=(mine.message, theirs.message),
        points=tenths((low + high) / 2),
        low=tenths(low),
        high=tenths(high),
        sure=False,
        waived=(False, False),
    )


def tenths(exact: Fraction) -> float:
    """A number to one decimal, half away from 0."""
    rounded = int(abs(exact) * 10 + Fraction(1, 2)) / 10
    return -rounded if exact < 0 and rounded else rounded


def one_sided(one: Assessment, other: Assessment) -> list[OneSided]:
    """The rules that apply to an offer and do not arise in the other, in the checklist's order."""
    elsewhere = {found.rule for found in other.scorecard.findings if found.outcome != "not_applicable"}
    waived = waived_rules(one.scorecard)
    return [
        OneSided(found.rule, found.area, found.question, found.outcome, found.message, found.rule in waived)
        for found in one.scorecard.findings
        if found.outcome != "not_applicable" and found.rule not in elsewhere
    ]
