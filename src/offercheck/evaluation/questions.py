"""What to ask, ordered by how many points of the score each answer can move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from offercheck.checklist.scope import PROFILE
from offercheck.evaluation.score import DEAL_BREAKER_CAP, NO_CAP, Stake, displayed
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.checklist.rule import Rule


class End:
    """One end of the interval, in its own reading: what each rule has at stake, and the fields open in it.

    `open_in` holds, for each rule that is undecided in this reading, the offer's fields that could still move it. Sums
    are kept whole, 100 times in halves over `total`: every question asks for them again.
    """

    __slots__ = ("_by_cap", "_swings", "_waiting", "high", "open_in", "stakes", "sum", "total")

    def __init__(self, stakes: dict[str, Stake], open_in: dict[str, frozenset[str]], *, high: bool) -> None:
        self.stakes = stakes
        self.open_in = open_in
        self.high = high
        self.total = sum(one.weight for one in stakes.values())
        self.sum = 50 * sum(one.weight * (one.high if high else one.low) for one in stakes.values())
        self._by_cap = sorted((one.high_cap if high else one.low_cap, key) for key, one in stakes.items())
        self._waiting: dict[str, set[str]] = {}
        for key, fields in open_in.items():
            for field in fields:
                self._waiting.setdefault(field, set()).add(key)
        self._swings = {key: 50 * stakes[key].weight * (stakes[key].high - stakes[key].low) for key in open_in}

    def swing(self, fields: frozenset[str]) -> int:
        """How far the answer to some fields can move the sum."""
        return sum(self._swings[key] for key in self._affected(fields))

    def move(self, fields: frozenset[str]) -> int:
        """How far the answer to some fields can move this end at most, in displayed points: the low end up, the high
        end down."""
        if not self.stakes:
            return 0
        affected = self._affected(fields)
        swing = sum(self._swings[key] for key in affected)
        stakes = self.stakes
        touched = [stakes[key].low_cap if self.high else stakes[key].high_cap for key in affected]
        untouched = next((cap for cap, key in self._by_cap if key not in affected), NO_CAP)
        now = displayed(self.sum, self.total, self._by_cap[0][0])
        then = displayed(self.sum + (-swing if self.high else swing), self.total, min(untouched, *touched, NO_CAP))
        return now - then if self.high else then - now

    def reach(self, fields: frozenset[str]) -> tuple[bool, int]:
        """Where answers to some fields can bring this end at the farthest, the low end up, the high end down.

        It is whether no deal-breaker is left possible (low end) or is sure (high end), and the displayed number;
        without fields, where it is now. There has to be some rule.
        """
        affected = self._affected(fields)
        # The low end holds every rule to its worst verdict, but for an answered one; the high end the other way round.
        least = min(one.low_cap if (key in affected) == self.high else one.high_cap for key, one in self.stakes.items())
        swing = sum(self._swings[key] for key in affected)
        return least != DEAL_BREAKER_CAP, displayed(self.sum + (-swing if self.high else swing), self.total, least)

    def _affected(self, fields: frozenset[str]) -> set[str]:
        """The rules that wait for one of some fields."""
        waiting = self._waiting
        return set().union(*(waiting[field] for field in fields if field in waiting))


@record
class Asked:
    """A question before it is put into words."""

    rule: Rule
    fields: frozenset[str]
    up: int
    down: int
    swing: int
    settles: list[str]

    @property
    def of_reader(self) -> bool:
        """Whether it asks for the reader's own profile. The employer cannot answer that."""
        return any(path.startswith(PROFILE) for path in self.fields)

    @property
    def points(self) -> int:
        return max(self.up, self.down)


def ask(rules: Sequence[tuple[Rule, frozenset[str]]], low: End, high: End) -> list[Asked]:
    """The questions for undecided rules, each with the fields that it opens, in the order in which to ask them.

    No field is asked twice: the rule that most depends on a field speaks for it, and a rule whose open fields are all
    asked by others is settled by those questions. What is the reader's own to say is a question of its own.
    """
    parts = [(rule, part) for rule, fields in rules for part in _by_whom(fields) if part]
    first = sorted((_asked(rule, fields, low, high) for rule, fields in parts), key=_voice)
    taken: dict[str, Asked] = {}
    kept: list[Asked] = []
    for candidate in first:
        left = candidate.fields - taken.keys()
        if left:
            question = candidate if left == candidate.fields else _asked(candidate.rule, left, low, high)
            kept.append(question)
            taken.update(dict.fromkeys(left, question))
    _note_settled(rules, kept)
    return sorted(kept, key=_order)


def _by_whom(fields: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The fields of the paper, and those of the reader's profile."""
    mine = frozenset(path for path in fields if path.startswith(PROFILE))
    return fields - mine, mine


def _asked(rule: Rule, fields: frozenset[str], low: End, high: End) -> Asked:
    return Asked(rule, fields, low.move(fields), high.move(fields), low.swing(fields), [])


def _order(asked: Asked) -> tuple[int, int, bool, str]:
    return (-asked.points, -asked.swing, asked.rule.impact != "critical", asked.rule.key)


_IMPACTS = ("critical", "high", "medium", "low")


def _voice(asked: Asked) -> tuple[bool, int, int, int, str]:
    """Whose words ask for a field: the rule that most depends on it, and asks for least beside it."""
    breaks = any(name == "deal_breaker" for name, _ in asked.rule.verdicts)
    return (not breaks, _IMPACTS.index(asked.rule.impact), len(asked.fields), -asked.points, asked.rule.key)


def _note_settled(rules: Iterable[tuple[Rule, frozenset[str]]], questions: Sequence[Asked]) -> None:
    """Name under each question the other rules all of whose open fields it asks."""
    for question in questions:
        question.settles = [
            rule.key for rule, fields in rules if rule is not question.rule and fields and fields <= question.fields
        ]
