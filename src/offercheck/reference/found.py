"""An answer with its provenance, and whether it is too old to be trusted unread."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Generic, TypeVar

from offercheck.record import record
from offercheck.reference.table import SOONER, TABLES, Row

Value = TypeVar("Value", covariant=True)
Answer = TypeVar("Answer")


@record(frozen=True)
class Found(Generic[Value]):
    """What a table says. `as_of` is YYYY, YYYY-MM or YYYY-MM-DD, as exact as the source is."""

    value: Value
    as_of: str
    source: str
    url: str
    confidence: str
    note: str
    table: str
    key: tuple[str, ...]


@record(frozen=True)
class CsRegistration:
    """A state's own controlled-substance registration: `required` is `yes` or `no`; fees in dollars, None unknown."""

    required: str
    initial_fee: Fraction | None
    renewal_fee: Fraction | None
    term_months: int | None


@record(frozen=True)
class TelehealthRegistration:
    """The route for telehealth from outside: `full_licence`, `registration`, `exemption`, ...; fees in dollars."""

    pathway: str
    initial_fee: Fraction | None
    annual_fee: Fraction | None


@record(frozen=True)
class NpAuthority:
    """`practice` is full, reduced or restricted (AANP); `agreement` is yes, no, conditional, or None: unknown."""

    practice: str
    agreement: str | None


@record(frozen=True)
class Noncompete:
    """A `ban` or a `limit`, of whom (`scope`), and from when: YYYY, YYYY-MM or YYYY-MM-DD, None where not seen."""

    scope: str
    rule: str
    effective: str | None


def found(row: Row, value: Answer) -> Found[Answer]:
    cells = row.cells
    return Found(
        value,
        cells["as_of"],
        cells["source_title"],
        cells["source_url"],
        cells["confidence"],
        cells["note"],
        row.table,
        row.key,
    )


def earliest_day(text: str) -> date:
    """The first day that a date may mean: of "2025" it is 2025-01-01.

    An inexact date so counts as old as it may be, and the warning comes early rather than late. Raises ValueError.
    """
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(
        part.isascii() and part.isdigit() for part in parts
    ):
        raise ValueError(text)
    year, month, day = (*map(int, parts), 1, 1)[:3]
    return date(year, month, day)


def age_days(as_of: str, today: date) -> int:
    """How many days old a date may be; 0 for one yet to come."""
    return max((today - earliest_day(as_of)).days, 0)


def limit_days(table: str, key: tuple[str, ...] = ()) -> int:
    """The age in days from which a row of this table is old."""
    return SOONER.get((table, *key[:1]), TABLES[table].limit_days)


def stale(one: Found[object] | Row, today: date) -> bool:
    """Whether an answer is older than its table may be."""
    as_of = one.as_of if isinstance(one, Found) else one.cells["as_of"]
    return age_days(as_of, today) > limit_days(one.table, one.key)
