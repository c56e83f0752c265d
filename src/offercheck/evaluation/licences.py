"""The states of an offer and what their licences cost, as plain data in the shape of `licensing_shape`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from offercheck.facts.licensing import Covenant, OnRecord, StateRow, StatesTable, only, states_table
from offercheck.facts.licensing_cost import CostItem, LicensingCost, licensing_cost
from offercheck.record import record
from offercheck.reference.found import age_days, earliest_day, limit_days
from offercheck.reference.table import TABLES

if TYPE_CHECKING:
    from offercheck.evaluation.licensing_shape import (
        CovenantShown,
        Dollars,
        FeeShown,
        LicensingCostShown,
        OldTable,
        Recorded,
        StateFees,
        StateShown,
    )
    from offercheck.offer.possible import Span
    from offercheck.offer.readings import Values
    from offercheck.reference.reference import Reference


@record(frozen=True)
class Licences:
    """The states' part of a scorecard."""

    states: list[StateShown]
    noncompete: list[CovenantShown]
    cost: LicensingCostShown | None
    old_tables: list[OldTable]


def licences(values: Values, reference: Reference, today: str) -> Licences:
    """The states of one reading, by the tables, of which those past their age on `today` (an ISO date) are named."""
    table = states_table(values, reference)
    if table is None:
        return Licences([], [], None, [])
    cost = licensing_cost(table, values, reference)
    return Licences(
        [_state(row) for row in table.rows],
        [_covenant(one) for one in table.covenants],
        _cost(cost, values) if cost.items else None,
        _old(_used(table, cost), date.fromisoformat(today)),
    )


def _state(row: StateRow) -> StateShown:
    return {
        "state": row.state,
        "treated": row.treated,
        "licensed": row.licensed,
        "insured": row.insured,
        "licence_needed": row.licence_needed,
        "route": row.route,
        "compact": _recorded(row.compact),
        "telehealth": _recorded(row.telehealth),
        "np_authority": _recorded(row.np_authority),
        "np_agreement": row.np_agreement,
    }


def _recorded(one: OnRecord | None) -> Recorded | None:
    return None if one is None else _record(one)


def _record(one: OnRecord) -> Recorded:
    return {"value": one.value, "as_of": one.as_of, "source": one.source, "url": one.url, "table": one.table}


def _covenant(one: Covenant) -> CovenantShown:
    return {"state": one.state, "scope": one.scope, "rule": _record(one.rule), "effective": one.effective}


def _cost(cost: LicensingCost, values: Values) -> LicensingCostShown:
    states = [
        _fees(one.state, one.first_year, one.yearly, one.missing, cost.items, values)
        for one in (*cost.states, *cost.once)
    ]
    return {
        "first_year": _dollars(cost.first_year),
        "yearly": _dollars(cost.yearly),
        "clinician_first_year": _dollars(cost.clinician_first_year),
        "clinician_yearly": _dollars(cost.clinician_yearly),
        "states": states,
        "states_without_data": [one.state for one in cost.states if one.missing],
        "oldest_as_of": cost.oldest_as_of or None,
    }


def _fees(
    state: str, first_year: Span, yearly: Span, missing: list[str], items: Iterable[CostItem], values: Values
) -> StateFees:
    return {
        "state": state,
        "first_year": _dollars(first_year),
        "yearly": _dollars(yearly),
        "missing": missing,
        "fees": [_fee(item, values) for item in items if item.state == state],
    }


def _fee(item: CostItem, values: Values) -> FeeShown:
    return {
        "item": item.item,
        "first_year": _dollars(item.first_year),
        "yearly": _dollars(item.yearly),
        "first_paid_by": only(values, item.first_paid_by) or "unknown",
        "later_paid_by": only(values, item.later_paid_by) or "unknown",
        "spread_over_months": item.spread_over,
        "sources": [
            {"value": _text(one.value), "as_of": one.as_of, "source": one.source, "url": one.url, "table": one.table}
            for one in item.sources
        ],
    }


def _text(value: object) -> str:
    """A fee in dollars, a term in months, or whether a state has a registration of its own."""
    return str(_cents(value)) if isinstance(value, Fraction) else f"required: {getattr(value, 'required', value)}"


def _dollars(span: Span) -> Dollars:
    return {"low": _cents(span.low), "high": None if span.high is None else _cents(span.high)}


def _cents(amount: int | Fraction) -> int | float:
    """Dollars with two places, rounded half up; whole dollars without any."""
    cents = int(amount * 100 + Fraction(1, 2))
    return cents / 100 if cents % 100 else cents // 100


def _used(table: StatesTable, cost: LicensingCost) -> Iterator[tuple[str, str]]:
    """Each table that was looked into, with the dates of its rows."""
    for row in table.rows:
        yield from ((one.table, one.as_of) for one in (row.compact, row.telehealth, row.np_authority) if one)
    yield from ((one.rule.table, one.rule.as_of) for one in table.covenants)
    yield from ((one.table, one.as_of) for item in cost.items for one in item.sources)


def _old(used: Iterable[tuple[str, str]], today: date) -> list[OldTable]:
    """The tables past their age, each with the oldest date among its rows that were used."""
    oldest: dict[str, str] = {}
    for name, as_of in used:
        oldest[name] = min(oldest.get(name, as_of), as_of, key=earliest_day)
    return [
        {"table": name, "title": TABLES[name].title, "as_of": as_of, "limit_days": limit_days(name)}
        for name, as_of in sorted(oldest.items())
        if age_days(as_of, today) > limit_days(name)
    ]
