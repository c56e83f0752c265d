"""The shape of a fact."""

from __future__ import annotations

from collections.abc import Callable

from offercheck.offer.possible import Possible, Truth, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.base import ValueType
from offercheck.record import record


@record
class Fact:
    """A derived value: its name in rules, its kind, the offer's fields it follows from, how, and what it means.

    `tables` are the paths at which it finds what the reference tables say.
    """

    path: str
    type: ValueType
    inputs: tuple[str, ...]
    derive: Callable[[Values], Possible]
    meaning: str
    tables: tuple[str, ...] = ()


YES = Words(frozenset({"yes"}))
NO = Words(frozenset({"no"}))
UNKNOWN = Words(frozenset({"yes", "no"}))


def words_for(truth: Truth) -> Words:
    """A truth as the value of a yes-or-no fact."""
    return UNKNOWN if truth is None else YES if truth else NO
