"""All that some rules ask of single values, answered at once for a reading, for whoever judges thousands of offers.

What a rule makes of a reading follows from what its leaves come to, and a leaf from the value at its path. Thousands of
offers say few things at each path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from offercheck.evaluation.by_value import ByValue
from offercheck.evaluation.findings import papers_should_speak
from offercheck.facts import FACTS
from offercheck.offer.readings import STAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from offercheck.checklist.condition import Condition
    from offercheck.checklist.rule import Rule
    from offercheck.offer.readings import Values

Answer: TypeAlias = "bool | int | None"
"""What a leaf comes to; or of a path whether it is silent (0), open (1) or holds one value (2)."""

Asking: TypeAlias = "Callable[[Values], Answer]"


class Questions:
    """The questions of some rules, each asked once, whichever of them ask it.

    `of_rules` are, for each rule, the places of the answers that decide it, in what `answered` gives.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        asked: dict[tuple[str, ...], dict[object, Asking]] = {}
        for rule in rules:
            for paths, key, asking in _asked_by(rule):
                asked.setdefault(paths, {}).setdefault(key, asking)
        everything = [(paths, key) for paths, askings in asked.items() for key in askings]
        places = {one: place for place, one in enumerate(everything)}
        self.of_rules = [list(dict.fromkeys(places[paths, key] for paths, key, _ in _asked_by(rule))) for rule in rules]
        self._answers = [ByValue(paths, _all_of([*askings.values()])) for paths, askings in asked.items()]

    def answered(self, values: Values) -> list[Answer]:
        """The answers for a reading, which has its facts."""
        answers: list[Answer] = []
        for answer in self._answers:
            paths = answer.paths
            # One path, one look: without a call where the value was met before.
            known = answer.known.get(id(values.get(paths[0]))) if len(paths) == 1 else None
            answers += answer(values) if known is None else known
        return answers


def _all_of(askings: Sequence[Asking]) -> Callable[[Values], list[Answer]]:
    return lambda values: [asking(values) for asking in askings]


def _asked_by(rule: Rule) -> Iterator[tuple[tuple[str, ...], object, Asking]]:
    """What decides a rule: the paths of each question, what it is told from others by, and how it is answered."""
    conditions = [rule.when, *(condition for _, condition in rule.verdicts)]
    shows_silence = rule.silent != "ask"
    if shows_silence:
        conditions.append(rule.silent_when)
        yield (STAGE,), "speaks", papers_should_speak
    for leaf in (one for condition in conditions if condition is not None for one in _leaves(condition)):
        yield leaf.asks, _form(leaf), leaf.test
        for path in leaf.asks if shows_silence else ():
            for behind in (path, *(FACTS[path].inputs if path in FACTS else ())):
                yield (behind,), "openness", _openness(behind)


def _leaves(condition: Condition) -> Iterator[Condition]:
    if condition.kind == "leaf":
        yield condition
    else:
        for child in condition.children:
            yield from _leaves(child)


def _form(condition: Condition) -> object:
    """A condition without the words that it was typed in."""
    return condition.kind, condition.form, tuple(map(_form, condition.children))


def _openness(path: str) -> Asking:
    def openness(values: Values) -> int:
        value = values.get(path)
        return 0 if value is None else 1 + value.exact

    return openness
