"""The functions that a condition is compiled to: each answers true, false or unknown for the values of a reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offercheck.checklist.matchers import Relation
    from offercheck.offer.possible import Possible, Truth
    from offercheck.offer.readings import Values

Test: TypeAlias = "Callable[[Values], Truth]"


def always(_: Values) -> Truth:
    """What `otherwise` compiles to."""
    return True


def all_of(tests: Sequence[Test]) -> Test:
    """Kleene's and."""
    if len(tests) == 1:
        return tests[0]

    def test(values: Values) -> Truth:
        result: Truth = True
        for one in tests:
            truth = one(values)
            if truth is False:
                return False
            if truth is None:
                result = None
        return result

    return test


def any_of(tests: Sequence[Test]) -> Test:
    """Kleene's or."""
    if len(tests) == 1:
        return tests[0]

    def test(values: Values) -> Truth:
        result: Truth = False
        for one in tests:
            truth = one(values)
            if truth is True:
                return True
            if truth is None:
                result = None
        return result

    return test


def negated(inner: Test) -> Test:
    """Kleene's not."""

    def test(values: Values) -> Truth:
        truth = inner(values)
        return None if truth is None else not truth

    return test


def against(path: str, silence: Possible, relation: Relation, operand: object) -> Test:
    """The value at a path against an operand known when the checklist loads.

    What silence comes to is worked out once: most paths are silent in most offers.
    """
    of_silence = relation(silence, operand)

    def test(values: Values) -> Truth:
        value = values.get(path)
        return of_silence if value is None else relation(value, operand)

    return test


def against_path(path: str, silence: Possible, relation: Relation, other: str, its_silence: Possible) -> Test:
    """The value at a path against the value at another."""

    def test(values: Values) -> Truth:
        return relation(values.get(path, silence), values.get(other, its_silence))

    return test


def stated(path: str, derived_silence: Possible | None) -> Test:
    """True where the path has a value; a fact always has one, which says nothing while it is that of silence."""

    def test(values: Values) -> Truth:
        value = values.get(path)
        return None if value is None or value == derived_silence else True

    return test
