"""How two values that may still be open compare: each relation is true, false or unknown (None).

A relation is true where it holds for every value that either side may still have, false where it holds for none. So
whatever is learnt later only turns unknown into true or false, never one into the other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from offercheck.offer.possible import Entries, Members, Number, Span, Truth, Words
    from offercheck.offer.readings import Values

Relation: TypeAlias = "Callable[[Any, Any], Truth]"
"""Of a value and an operand. The condition's loader pairs only values and operands of the shape that it is for."""

SAME_SET = frozenset({"all", "compact", "where_licensed", "clinician_residence", "patient_states"})
"""Set words that mean the same states wherever they stand. `any_one` and `more_as_required` may mean others each
time."""


def is_word(value: Words, operand: Words) -> Truth:
    """Whether both are the same word."""
    if value.may.isdisjoint(operand.may):
        return False
    return True if len(value.may) == len(operand.may) == 1 else None


def is_one_of(value: Words, wanted: frozenset[str]) -> Truth:
    """Whether the word is one of those wanted."""
    if value.may <= wanted:
        return True
    return False if value.may.isdisjoint(wanted) else None


def equals(value: Span, operand: Span) -> Truth:
    """Whether both are the same number."""
    low, high, least, most = _aligned(value, operand)
    if (high is not None and high < least) or (most is not None and most < low):
        return False
    return True if low == high == least == most else None


def at_least(value: Span, operand: Span) -> Truth:
    """Whether the value is the operand or more; of an operand that is a range, its far end."""
    low, high, least, most = _aligned(value, operand)
    if most is not None and low >= most:
        return True
    return False if high is not None and high < least else None


def above(value: Span, operand: Span) -> Truth:
    """Whether the value is more than the operand."""
    low, high, least, most = _aligned(value, operand)
    if most is not None and low > most:
        return True
    return False if high is not None and high <= least else None


def at_most(value: Span, operand: Span) -> Truth:
    """Whether the value is the operand or less."""
    return at_least(operand, value)


def below(value: Span, operand: Span) -> Truth:
    """Whether the value is less than the operand."""
    return above(operand, value)


_Ends: TypeAlias = "tuple[Number, Number | None, Number, Number | None]"


def _aligned(value: Span, operand: Span) -> _Ends:
    """The ends of both in one unit.

    By the month and by the year differ by twelve. Between units that do not convert, or where the unit is still open,
    only zero is comparable: it is nothing in every unit, and less than anything else.
    """
    if value.unit == operand.unit and value.unit is not None:
        return value.low, value.high, operand.low, operand.high
    if value.unit and operand.unit:
        mine, _, my_period = value.unit.rpartition("/")
        other, _, other_period = operand.unit.rpartition("/")
        if mine and mine == other and {my_period, other_period} == {"month", "year"}:
            return (*_by_year(value, my_period), *_by_year(operand, other_period))
    return (*_sign(value), *_sign(operand))


def _by_year(span: Span, period: str) -> tuple[Number, Number | None]:
    if period == "year":
        return span.low, span.high
    return span.low * 12, None if span.high is None else span.high * 12


def _sign(span: Span) -> tuple[Number, Number | None]:
    return 1 if span.low > 0 else 0, 0 if span.high == 0 else None


def includes_any(value: Members, operand: Members) -> Truth:
    """Whether the list holds some member of the operand."""
    if not value.sure.isdisjoint(operand.sure):
        return True
    return False if value.maybe.isdisjoint(operand.maybe) else None


def includes_all(value: Members, operand: Members) -> Truth:
    """Whether the list holds every member of the operand."""
    if operand.maybe <= value.sure:
        return True
    return None if operand.sure <= value.maybe else False


def within(value: Members, operand: Members) -> Truth:
    """Whether every member of the list is on the operand's list.

    Also where neither is known to the last member but both say so: `where_licensed` is within `where_licensed`.
    """
    if value.maybe <= operand.sure or _named_in(value, operand):
        return True
    return None if value.sure <= operand.maybe else False


def _named_in(value: Members, operand: Members) -> bool:
    """Whether all that was typed is found on the other list: a set word as itself, a member as itself."""
    if value.named.isdisjoint(SAME_SET):
        return False
    return all(word in operand.named if word in SAME_SET else word in operand.sure for word in value.named)


def within_or_called(word: str) -> Relation:
    """`within` for the list that has a word of its own: the operand covers it by naming that word."""

    def relation(value: Members, operand: Members) -> Truth:
        return True if word in operand.named else within(value, operand)

    return relation


def called_or_within(word: str) -> Relation:
    """`within` for an operand that has a word of its own: the list may consist of that word."""

    def relation(value: Members, operand: Members) -> Truth:
        return True if value.named == {word} else within(value, operand)

    return relation


def includes_entry(value: Entries, meets: Callable[[Values], Truth]) -> Truth:
    """Whether some mapping of the list meets a condition.

    True by a sure entry alone; false only where no entry can meet it, not even one that the paper does not name.
    """
    result: Truth = False
    for entry in value.sure:
        truth = meets(entry.values)
        if truth is True:
            return True
        if truth is None:
            result = None
    if result is None:
        return None
    others = (*value.maybe, value.unnamed) if value.unnamed is not None else value.maybe
    return None if any(meets(entry.values) is not False for entry in others) else False
