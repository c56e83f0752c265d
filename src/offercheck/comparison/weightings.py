"""Whether the order survives other weights: stochastic multicriteria acceptability analysis.

Nobody knows to the point how much an area matters. So the weights of areas are drawn evenly from all that there are,
many times, and it is counted how often each offer ranks first (Lahdelma, Hokkanen and Salminen, "SMAA", European
Journal of Operational Research 106, 1998, call it the acceptability of the first rank). The draws come from a seed, and
all of it is whole numbers: the same offers give the same shares on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from hashlib import shake_128
from math import lcm
from typing import TYPE_CHECKING

from offercheck.comparison.comparison import PriorityChange, Sensitivity
from offercheck.comparison.differences import tenths
from offercheck.comparison.relation import RankKey, best_end, rank_key
from offercheck.evaluation.score import NO_CAP, displayed
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.evaluation.evaluate import Assessment
    from offercheck.evaluation.scorecard import AreaRow

WEIGHTINGS = 1000
SEED = 1
MOST = 10
"""How many times a priority is raised or lowered at the most."""

_BYTES = 4
_RANGE = 1 << (8 * _BYTES)


@record
class _Sums:
    """An offer's sums for each area under the checklist's own weights: worth at the low end and at the high one, and
    the totals; with what holds whatever the weights are."""

    low: list[int]
    low_total: list[int]
    high: list[int]
    high_total: list[int]
    low_cap: int
    high_cap: int
    free: bool

    def key(self, weights: Sequence[int]) -> RankKey:
        """The order's key under some weights of the areas, as `rank_key` has it."""
        low_total, high_total = _under(weights, self.low_total), _under(weights, self.high_total)
        if not low_total or not high_total:
            return (False, -1, -1, -1)
        low = _under(weights, self.low)
        return (
            self.free,
            displayed(low, low_total, self.low_cap),
            displayed(low, low_total),
            displayed(_under(weights, self.high), high_total, self.high_cap),
        )


def _under(weights: Sequence[int], sums: Sequence[int]) -> int:
    return sum(map(int.__mul__, weights, sums))


def sensitivity(offers: Sequence[Assessment]) -> Sensitivity:
    """How the first place depends on the weights of the areas."""
    areas = offers[0].scorecard.areas
    prior = _priorities(offers[0], areas)
    sums = [_sums(one, [row.area for row in areas], prior) for one in offers]
    counted = [Fraction(0)] * len(offers)
    for weights in drawn(len(areas), WEIGHTINGS):
        winners = _first([one.key(weights) for one in sums])
        for at in winners:
            counted[at] += Fraction(1, len(winners))
    return Sensitivity(
        weightings=WEIGHTINGS,
        seed=SEED,
        winners=_first([rank_key(one) for one in offers]),
        shares=[tenths(100 * count / WEIGHTINGS) for count in counted],
        changes=_changes(sums, areas, prior),
        most=MOST,
    )


def _first(keys: Sequence[RankKey]) -> list[int]:
    best = max(keys)
    return [at for at, key in enumerate(keys) if key == best]


def drawn(areas: int, times: int) -> Iterator[list[int]]:
    """Weights for some areas, none of them 0, evenly among all of one sum: the gaps between random cuts."""
    cuts = areas - 1
    stream = shake_128(f"offercheck weightings {SEED}".encode()).digest(_BYTES * cuts * times)
    for draw in range(times):
        start = draw * cuts
        places = sorted(
            int.from_bytes(stream[_BYTES * at : _BYTES * (at + 1)], "big") for at in range(start, start + cuts)
        )
        yield [1 + after - before for before, after in zip([0, *places], [*places, _RANGE], strict=True)]


def _priorities(one: Assessment, areas: Sequence[AreaRow]) -> list[int]:
    """The reader's priorities of the areas, as whole numbers."""
    exact = [Fraction(one.priorities.get(row.area, 1)) for row in areas]
    scale = lcm(*(each.denominator for each in exact))
    return [int(each * scale) for each in exact]


def _sums(one: Assessment, areas: Sequence[str], prior: Sequence[int]) -> _Sums:
    """The sums, without the reader's priorities: those are what varies."""
    area_of = {found.rule: areas.index(found.area) for found in one.scorecard.findings}
    count = len(areas)
    low, low_total, high, high_total = ([0] * count for _ in range(4))
    # A rule's weight holds its area's priority; all are brought to what they are under equal ones.
    even = lcm(*prior)
    for key, stake in one.low.stakes.items():
        at = area_of[key]
        weight = stake.weight * even // prior[at]
        low[at] += 50 * weight * stake.low
        low_total[at] += weight
    for key, stake in one.high.stakes.items():
        at = area_of[key]
        weight = stake.weight * even // prior[at]
        high[at] += 50 * weight * stake.high
        high_total[at] += weight
    low_cap = min((stake.low_cap for stake in one.low.stakes.values()), default=NO_CAP)
    high_cap = min((stake.high_cap for stake in one.high.stakes.values()), default=NO_CAP)
    return _Sums(low, low_total, high, high_total, low_cap, high_cap, best_end(one)[0])


def _changes(sums: Sequence[_Sums], areas: Sequence[AreaRow], prior: Sequence[int]) -> list[PriorityChange]:
    """For each area the smallest change that puts others first, the smallest of all first."""
    now = _first([one.key(prior) for one in sums])
    found = []
    for at, row in enumerate(areas):
        for step, hundredths in _factors():
            weights = [100 * weight for weight in prior]
            weights[at] = hundredths * prior[at]
            winners = _first([one.key(weights) for one in sums])
            if winners != now:
                found.append((step, PriorityChange(row.area, row.title, hundredths / 100, winners)))
                break
    return [change for _, change in sorted(found, key=lambda one: one[0])]


def _factors() -> Iterator[tuple[int, int]]:
    """Factors of a priority in hundredths, from 1.1 up to `MOST` and as far down, each after the smaller changes."""
    for tenths_up in range(11, 10 * MOST + 1):
        yield tenths_up, 10 * tenths_up
        yield tenths_up, 1000 // tenths_up
