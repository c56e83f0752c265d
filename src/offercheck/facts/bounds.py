"""Sums of figures of which only the ends are known: `None` as the upper end is no end at all. None is below zero."""

from __future__ import annotations

from fractions import Fraction

from offercheck.offer.possible import Number, Span
from offercheck.offer.readings import Values

OPEN = Span(0, None)


def bounds(values: Values, path: str, most: Number | None = None) -> Span:
    """A number as the paper leaves it: all of them, up to `most`, where it is silent."""
    found = values.get(path)
    return found if isinstance(found, Span) else Span(0, most)


def plus(one: Span, other: Span) -> Span:
    """The sum of both."""
    high = None if one.high is None or other.high is None else one.high + other.high
    return Span(one.low + other.low, high)


def times(one: Span, other: Span) -> Span:
    """The product of both. Nothing times what has no end is nothing."""
    if one.high == 0 or other.high == 0:
        return Span(0, 0)
    high = None if one.high is None or other.high is None else one.high * other.high
    return Span(one.low * other.low, high)


def over(one: Span, other: Span) -> Span:
    """The quotient of both; without an upper end where the divisor may be nothing."""
    low = Fraction(0) if other.high is None or other.high == 0 else Fraction(one.low) / other.high
    high = None if one.high is None or other.low == 0 else Fraction(one.high) / other.low
    return Span(low, high)


def rest(share: Span) -> Span:
    """What a share leaves of the whole."""
    high = 1 if share.high is None else min(share.high, 1)
    return Span(1 - high, 1 - min(share.low, 1))
