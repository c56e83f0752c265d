"""Which of two offers is ahead, and the order of many.

An offer's worst end is whether no deal-breaker is possible, then the low end of its score; its best end is whether none
is sure, then the high end. One offer is ahead of another when its worst end beats the other's best. That reads two
offers at a time, so a third changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from offercheck.evaluation.score import NO_CAP

if TYPE_CHECKING:
    from offercheck.evaluation.evaluate import Assessment

Place: TypeAlias = tuple[bool, int]
"""Free of deal-breakers, and a number of 100: greater is better."""

NOWHERE = frozenset[str]()
RankKey: TypeAlias = tuple[bool, int, int, int]


def worst_end(one: Assessment, answered: frozenset[str] = NOWHERE) -> Place:
    """What is certain of an offer; at the best once some fields are answered. Nothing, where no rule applies."""
    return one.low.reach(answered) if one.low.stakes else (False, 0)


def best_end(one: Assessment, answered: frozenset[str] = NOWHERE) -> Place:
    """What is possible for an offer; at the least once some fields are answered. All, where no rule applies."""
    return one.high.reach(answered) if one.high.stakes else (True, NO_CAP)


def is_ahead(one: Assessment, other: Assessment) -> bool:
    """Whether an offer is better than another, whatever is answered yet."""
    return worst_end(one) > best_end(other)


def are_level(one: Assessment, other: Assessment) -> bool:
    """Whether two offers are the same file, or the same single point.

    Where no rule differs and all are decided, they are the same point.
    """
    if one.scorecard.produced_by.input_sha256 == other.scorecard.produced_by.input_sha256:
        return True
    if one.scorecard.score is None or other.scorecard.score is None:
        return False
    return worst_end(one) == best_end(one) == worst_end(other) == best_end(other)


def rank_key(one: Assessment) -> RankKey:
    """By what the list is ordered, greatest first: free of sure deal-breakers, low, uncapped low, high.

    An offer without a score comes last.
    """
    score = one.scorecard.score
    if score is None:
        return (False, -1, -1, -1)
    return (best_end(one)[0], score.low, score.uncapped_low, score.high)


def ordered(offers: Sequence[Assessment]) -> tuple[list[int], list[int]]:
    """The places of the offers from the first rank to the last, and the rank of each, from 1; equals share one.

    Equals stand by the name of their file, then its content, so that the list does not depend on how they were given.
    """
    keys = [rank_key(one) for one in offers]
    names = [(one.scorecard.file, one.scorecard.produced_by.input_sha256) for one in offers]
    order = sorted(range(len(offers)), key=lambda at: names[at])
    order.sort(key=lambda at: keys[at], reverse=True)
    first_with: dict[RankKey, int] = {}
    for rank, at in enumerate(order, 1):
        first_with.setdefault(keys[at], rank)
    return order, [first_with[key] for key in keys]


def surely_best(merits: Sequence[tuple[int, int] | None]) -> list[int]:
    """Of stretches from worst to best, those that no other can beat and that are better than some other for certain;
    none where one alone is known of. None has no part in it.
    """
    known = [(at, merit) for at, merit in enumerate(merits) if merit is not None]
    least = min((low for _, (low, _) in known), default=0)
    return [
        at for at, (low, _) in known if low > least and all(low >= high for other, (_, high) in known if other != at)
    ]
