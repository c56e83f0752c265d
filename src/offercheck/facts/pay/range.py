"""A figure that is not known to the dollar: its lowest, expected and highest value, in exact arithmetic.

The ends enclose whatever the inputs may be, so a wider input never gives a narrower result. An input that stands twice
in a formula makes a plain calculation wider than it need be; `over` takes such inputs at their ends one by one.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

Figure: TypeAlias = "Range | Fraction | int"


class Range:
    """`low` <= `expected` <= `high`, all in the same unit. Raises ValueError for ends out of order."""

    __slots__ = ("expected", "high", "low")

    def __init__(self, low: Fraction, expected: Fraction, high: Fraction) -> None:
        if not low <= expected <= high:
            raise ValueError(f"not in order: {low}, {expected}, {high}")
        self.low = low
        self.expected = expected
        self.high = high

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Range):
            return NotImplemented
        return (self.low, self.expected, self.high) == (other.low, other.expected, other.high)

    def __hash__(self) -> int:
        return hash((self.low, self.expected, self.high))

    def __repr__(self) -> str:
        return f"Range({self.low}, {self.expected}, {self.high})"

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def __add__(self, other: Figure) -> Range:
        one = as_range(other)
        return Range(self.low + one.low, self.expected + one.expected, self.high + one.high)

    __radd__ = __add__

    def __neg__(self) -> Range:
        return Range(-self.high, -self.expected, -self.low)

    def __sub__(self, other: Figure) -> Range:
        return self + -as_range(other)

    def __rsub__(self, other: Figure) -> Range:
        return as_range(other) + -self

    def __mul__(self, other: Figure) -> Range:
        one = as_range(other)
        ends = [mine * theirs for mine in (self.low, self.high) for theirs in (one.low, one.high)]
        return Range(min(ends), self.expected * one.expected, max(ends))

    __rmul__ = __mul__

    def __truediv__(self, other: Figure) -> Range:
        """Raises ZeroDivisionError where the divisor may be nothing."""
        one = as_range(other)
        if one.low <= 0 <= one.high:
            raise ZeroDivisionError(f"{one.low} to {one.high}")
        return self * Range(1 / one.high, 1 / one.expected, 1 / one.low)

    def __rtruediv__(self, other: Figure) -> Range:
        return as_range(other) / self

    def through(self, rising: Callable[[Fraction], Fraction]) -> Range:
        """The range of a function that never falls as its input grows."""
        return Range(rising(self.low), rising(self.expected), rising(self.high))


def as_range(figure: Figure) -> Range:
    """A plain number as a range without width."""
    if isinstance(figure, Range):
        return figure
    value = Fraction(figure)
    return Range(value, value, value)


def between(low: Fraction | int, expected: Fraction | int, high: Fraction | int) -> Range:
    return Range(Fraction(low), Fraction(expected), Fraction(high))


def greater(first: Figure, second: Figure) -> Range:
    """The greater of two figures, end by end."""
    one, two = as_range(first), as_range(second)
    return Range(max(one.low, two.low), max(one.expected, two.expected), max(one.high, two.high))


def lesser(first: Figure, second: Figure) -> Range:
    """The lesser of two figures, end by end."""
    return -greater(-as_range(first), -as_range(second))


def over(calculation: Callable[..., Range], *inputs: Range) -> Range:
    """The range of a calculation that rises or falls throughout with each of the inputs, the others held.

    It then has its ends where the inputs have theirs, and is asked only there.
    """
    ends = [(one.low, one.high) if one.low != one.high else (one.low,) for one in inputs]
    corners = [calculation(*map(as_range, corner)) for corner in product(*ends)]
    middle = calculation(*(as_range(one.expected) for one in inputs)).expected
    return Range(min(one.low for one in corners), middle, max(one.high for one in corners))
