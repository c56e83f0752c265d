"""The questions whose answers would tell two offers apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from offercheck.comparison.comparison import Telling
from offercheck.comparison.relation import best_end, worst_end

if TYPE_CHECKING:
    from offercheck.evaluation.evaluate import Assessment
    from offercheck.evaluation.scorecard import Question

_Asked: TypeAlias = "tuple[bool, Question]"
"""Whether the one that could lead is asked, and what."""


def telling(offers: Sequence[Assessment], first: int, second: int) -> tuple[int | None, list[Telling]]:
    """Which of two offers could get ahead by the fewest answers, and the questions for it; nothing where none could.

    Between equal numbers of questions the one with the better rank of points, then of name, is taken.
    """
    ways = []
    for leader, other in ((first, second), (second, first)):
        asked = _fewest(offers[leader], offers[other])
        if asked is not None:
            ways.append(
                (len(asked), -sum(one.points for _, one in asked), offers[leader].scorecard.file, leader, asked)
            )
    if not ways:
        return None, []
    *_, leader, asked = min(ways, key=lambda way: way[:3])
    other = second if leader == first else first
    return leader, [_shown(leader if mine else other, question) for mine, question in asked]


def _shown(of: int, question: Question) -> Telling:
    return Telling(of, question.rule, question.ask, question.fields, question.points, question.to)


def _fewest(leader: Assessment, other: Assessment) -> list[_Asked] | None:
    """The first questions by points whose best answers would put an offer ahead, without those it can do without."""
    holding = leader.scorecard.score.unless if leader.scorecard.score else []
    asked: list[_Asked] = [(True, one) for one in leader.scorecard.questions]
    asked += [(False, one) for one in other.scorecard.questions]
    # What holds the low end down by what is merely possible moves it only together with the others that do.
    asked.sort(key=lambda one: (not (one[0] and one[1].rule in holding), -one[1].points, not one[0], one[1].rule))
    if not _would_tell(leader, other, asked):
        return None
    enough, short = len(asked), 0
    while enough - short > 1:
        middle = (enough + short) // 2
        enough, short = (middle, short) if _would_tell(leader, other, asked[:middle]) else (enough, middle)
    kept = asked[:enough]
    for one in reversed(asked[:enough]):
        without = [each for each in kept if each is not one]
        if _would_tell(leader, other, without):
            kept = without
    return kept


def _would_tell(leader: Assessment, other: Assessment, asked: Sequence[_Asked]) -> bool:
    """Whether the answers could put the first ahead: each moves its own offer, the leader's up, the other's down."""
    mine = frozenset(field for of_leader, one in asked if of_leader for field in one.fields)
    theirs = frozenset(field for of_leader, one in asked if not of_leader for field in one.fields)
    return worst_end(leader, mine) > best_end(other, theirs)
