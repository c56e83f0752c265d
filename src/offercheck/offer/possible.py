"""What a fact may still be.

A fact is the set of values it may still have: one when it is stated, a stretch when a range is, all of them when the
paper is silent. There is one class for each shape such a set takes. Every class answers `exact`: whether one value is
left, so that no answer could change what a rule makes of it.

Truth is Kleene's: True, False, or None for unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

from offercheck.record import record

Truth: TypeAlias = bool | None
Number: TypeAlias = int | Fraction


def every(truths: Iterable[Truth]) -> Truth:
    """Kleene's and: false if one is false, else unknown if one is unknown, else true."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def some(truths: Iterable[Truth]) -> Truth:
    """Kleene's or: true if one is true, else unknown if one is unknown, else false."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def turned(truth: Truth) -> Truth:
    """Kleene's not."""
    return None if truth is None else not truth


@record(frozen=True)
class Words:
    """One word of a closed list: the words it may be."""

    may: frozenset[str]

    @property
    def exact(self) -> bool:
        return len(self.may) == 1


@record(frozen=True)
class Span:
    """A number from `low` to `high` inclusive; `high` None has no upper end.

    `unit` is empty where the field fixes the unit. Otherwise it names it (`USD/hour`, `visit/month`); None means that
    the field is silent and the unit is open too. Durations are kept in days.
    """

    low: Number
    high: Number | None
    unit: str | None = ""

    @property
    def exact(self) -> bool:
        return self.low == self.high


@record(frozen=True)
class Members:
    """A list as two sets: `sure` are on it, `maybe` (which holds `sure`) may be. `named` are the words as typed,
    set words such as `patient_states` or `compact` among them."""

    sure: frozenset[str]
    maybe: frozenset[str]
    named: frozenset[str] = frozenset()

    @property
    def exact(self) -> bool:
        return self.sure == self.maybe


@record(frozen=True)
class Line:
    """Words in a person's own writing: known or not, never judged."""

    text: str | None

    @property
    def exact(self) -> bool:
        return self.text is not None


@record(frozen=True)
class Entry:
    """One mapping of a list of mappings: what each of its keys may be (a key that is not there is silent)."""

    values: dict[str, Possible]
    index: int = -1


@record(frozen=True)
class Entries:
    """A list of mappings: entries that are `sure`, others that `maybe` are, and what any `unnamed` further entry
    would have to look like (None when the list is closed)."""

    sure: tuple[Entry, ...] = ()
    maybe: tuple[Entry, ...] = ()
    unnamed: Entry | None = Entry({})

    @property
    def exact(self) -> bool:
        return (
            self.unnamed is None
            and not self.maybe
            and all(value.exact for entry in self.sure for value in entry.values.values())
        )


Possible: TypeAlias = Words | Span | Members | Line | Entries
