"""Why one offer is better, in points that add up."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise

import pytest

from offercheck.comparison.differences import differences, one_sided, tenths
from offercheck.evaluation.evaluate import Assessment


def test_the_points_add_up_to_the_lead_over_the_rules_of_both(shipped: list[Assessment]) -> None:
    for one, other in combinations(shipped, 2):
        found = differences(one, other)
        mine, theirs = one.low.stakes, other.low.stakes
        both = mine.keys() & one.high.stakes.keys() & theirs.keys() & other.high.stakes.keys()
        total = sum(mine[rule].weight for rule in both)
        lead = sum(50 * mine[rule].weight * (mine[rule].low - theirs[rule].low) for rule in both)
        assert {each.rule for each in found} <= both
        assert sum(each.low for each in found) == pytest.approx(lead / total, abs=0.05 * len(found) + 0.01)
        sizes = [abs(each.low + each.high) for each in found]
        assert all(before > after - 0.2 for before, after in pairwise(sizes))  # each in tenths


def test_rules_of_one_offer_alone_are_no_difference(shipped: list[Assessment]) -> None:
    for one, other in combinations(shipped, 2):
        differing = {each.rule for each in differences(one, other)}
        alone = {each.rule for each in one_sided(one, other)} | {each.rule for each in one_sided(other, one)}
        assert not differing & alone


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        (Fraction(1, 20), 0.1),
        (Fraction(-1, 20), -0.1),
        (Fraction(1, 21), 0.0),
        (Fraction(-1, 21), 0.0),
        (Fraction(12), 12.0),
    ],
)
def test_points_are_rounded_half_away_from_nothing(exact: Fraction, shown: float) -> None:
    assert tenths(exact) == shown
