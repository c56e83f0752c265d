"""The arithmetic of the score, in whole numbers and fractions: an interval that holds every completion of the offer.

For each rule that may apply, its weight w is the checklist's weight of its impact times the reader's priority for its
area. A verdict is worth 1 (good), 1/2 (caution) or 0; a deal-breaker caps the result at 39, a red flag of a critical
rule at 69. The low end takes of each rule the worst verdict still possible, the high end the best:

    low  = 100 * sum(w * low value)  / sum(w), at most the least low cap
    high = 100 * sum(w * high value) / sum(w), at most the least high cap

While it is open whether a rule applies at all, it counts 0 with the cap of its worst verdict at the low end, and 1
without a cap at the high end. docs/scoring.md tells what follows, and tests/evaluation holds it against brute force.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from offercheck.evaluation.judgement import Judgement, is_waived
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.checklist.entry import Verdict

FORMULA_VERSION = 1

Priorities = Mapping[str, int | Fraction]
"""The reader's weight of each area; an area that is not named has 1."""

DEAL_BREAKER_CAP = 39
CRITICAL_RED_FLAG_CAP = 69
NO_CAP = 100

_HALVES = {"deal_breaker": 0, "red_flag": 0, "caution": 1, "good": 2}


@record
class Stake:
    """What one rule has at stake in one reading. Values are in halves, so that all sums stay whole."""

    key: str
    weight: int
    low: int
    high: int
    low_cap: int
    high_cap: int
    certain: bool
    """The low cap is that of the only verdict left: it caps whatever is answered."""


def cap_of(verdict: str, impact: str) -> int:
    """The most that an offer can reach with this verdict of a rule of this impact."""
    if verdict == "deal_breaker":
        return DEAL_BREAKER_CAP
    if verdict == "red_flag" and impact == "critical":
        return CRITICAL_RED_FLAG_CAP
    return NO_CAP


def stake(key: str, weight: int, impact: str, judgement: Judgement, waived: Verdict | Literal[""] = "") -> Stake:
    """What a rule puts into the sums. The judgement is one that may apply; a verdict that is waived caps nothing."""
    worst, best = judgement.possible[0], judgement.possible[-1]
    return _stake(key, weight, impact, judgement.applies is None, worst, best, waived)


@lru_cache(maxsize=8192)  # many offers leave the same open
def _stake(
    key: str, weight: int, impact: str, may_apply: bool, worst: Verdict, best: Verdict, waived: Verdict | Literal[""]
) -> Stake:
    low_cap, high_cap = (NO_CAP if is_waived(one, waived) else cap_of(one, impact) for one in (worst, best))
    if may_apply:
        return Stake(key, weight, 0, _HALVES["good"], low_cap, NO_CAP, certain=False)
    return Stake(key, weight, _HALVES[worst], _HALVES[best], low_cap, high_cap, certain=low_cap == high_cap)


def displayed(numerator: int, denominator: int, cap: int = NO_CAP) -> int:
    """The one rounding of a percentage, held at a cap: half up, but 0 and 100 only when exact.

    Display, gates, verdicts, points and comparison all read this number.
    """
    if numerator >= cap * denominator:
        return cap
    if numerator <= 0:
        return 0
    return min(max((2 * numerator + denominator) // (2 * denominator), 1), NO_CAP - 1)


@record
class Cap:
    """The rule that holds an end of the score down, and the number it holds it at."""

    rule: str
    at: int


def binding_cap(stakes: Sequence[Stake], numerator: int, denominator: int, *, high: bool) -> Cap | None:
    """The cap that holds an end down; where several hold it at one number, the first of the rules is named.

    Rules without a cap may be left out of the stakes.
    """
    if not stakes:
        return None
    least = min(stakes, key=lambda one: one.high_cap if high else one.low_cap)
    at = least.high_cap if high else least.low_cap
    return Cap(least.key, at) if at * denominator < numerator else None
