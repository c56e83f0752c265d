"""The shape of what a scorecard says of states and licences. It is plain data, and only its schema needs this module.

Answers are `yes`, `no` or `unknown`. Dates are YYYY, YYYY-MM or YYYY-MM-DD, as exact as their source.
"""

from __future__ import annotations

from typing_extensions import TypedDict


class Recorded(TypedDict):
    """What a reference table says, in a word or a figure, with its date and source."""

    value: str
    as_of: str
    source: str
    url: str
    table: str


class StateShown(TypedDict):
    """One state. `route` is how a licence that may be needed is had: `imlc`, `psypact`, `nlc`, `state_licence`,
    `federal` (one licence of any state serves), `unknown` where a compact may be open, empty where none is needed.
    `np_agreement` is yes, no, conditional or unknown, and empty for other roles. What no table knows is null."""

    state: str
    treated: str
    licensed: str
    insured: str
    licence_needed: str
    route: str
    compact: Recorded | None
    telehealth: Recorded | None
    np_authority: Recorded | None
    np_agreement: str


class CovenantShown(TypedDict):
    """A `ban` or `limit` of covenants not to compete in the reader's home state, and whom it concerns. `effective` is
    empty where the day was not seen."""

    state: str
    scope: str
    rule: Recorded
    effective: str


class Dollars(TypedDict):
    """A sum, with cents at most; `high` is null where a fee is in no table and nothing bounds it."""

    low: int | float
    high: int | float | None


class FeeShown(TypedDict):
    """One fee: for the first year and for each later one, and who pays by the paper (`unknown` where it is silent).
    `spread_over_months` is set where a sum due at once is spread over its term."""

    item: str
    first_year: Dollars
    yearly: Dollars
    first_paid_by: str
    later_paid_by: str
    spread_over_months: int | None
    sources: list[Recorded]


class StateFees(TypedDict):
    """The fees of one state; `state` is empty for those that are paid once for all. `missing` are in no table."""

    state: str
    first_year: Dollars
    yearly: Dollars
    missing: list[str]
    fees: list[FeeShown]


class LicensingCostShown(TypedDict):
    """What the licences and registrations still wanted come to; the `clinician_` sums are what falls on the reader."""

    first_year: Dollars
    yearly: Dollars
    clinician_first_year: Dollars
    clinician_yearly: Dollars
    states: list[StateFees]
    states_without_data: list[str]
    oldest_as_of: str | None


class OldTable(TypedDict):
    """A table that was used past its age: the oldest date among the rows used, and the age in days it is good for."""

    table: str
    title: str
    as_of: str
    limit_days: int
