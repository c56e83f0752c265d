"""Bonuses and stipends: sums for a period, steps by the visits completed, and what each further visit brings."""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.pay.gross import MONTHS_A_YEAR, PerVisitAbove, Salary, Steps
from offercheck.facts.pay.inputs import Inputs, range_of
from offercheck.facts.pay.items import Apart, Item, steps_of, tiers_of
from offercheck.facts.pay.range import Range, lesser
from offercheck.facts.pay.terms import PER_YEAR, Terms, cap_of_year, capped, for_a_year
from offercheck.facts.pay.work import NONE, WHOLE

_PERIODS_A_YEAR = {"week": 52, **PER_YEAR}


def bonuses(items: list[Item], inputs: Inputs, found: Terms) -> None:
    """Bonuses and stipends for a period: those without steps are one sum for the year."""
    total = NONE
    for item in items:
        if tiers_of(item):
            _stepped(item, found)
            continue
        if _needs_visits(item):
            _stepped(item, found)
            continue
        yearly = for_a_year(item.range("amount") or NONE, item.per, inputs)
        share = _condition(item, inputs)
        most = cap_of_year(item)
        if share is None:
            found.apart.append(Apart(item.place, "what it needs is counted in a unit that the hours do not answer"))
        else:
            total += yearly * share if most is None else lesser(most, yearly * share)
    if total.high > 0:
        found.terms.append(Salary(yearly=total))


def for_more_visits(item: Item, found: Terms) -> None:
    """A bonus for each visit, or for those above one number of them in a week, a month, a quarter or a year."""
    tiers = tiers_of(item)
    counted, _, period = item.text("tier_of").rpartition("/")
    of_visits = _of_visits(counted) and period in _PERIODS_A_YEAR
    first = tiers[0].values if tiers else item.entry.values
    rate, start = range_of(first.get("amount")), range_of(first.get("from"))
    if rate is None or len(tiers) > 1 or (tiers and (start is None or not of_visits)):
        found.apart.append(Apart(item.place, "one bonus for a visit above one number of visits is what can be counted"))
        return
    found.by_visit = True
    beyond = start * _PERIODS_A_YEAR[period] if start is not None else NONE
    found.terms.append(capped(PerVisitAbove(rate=rate, beyond=beyond), [item], found))


def _needs_visits(item: Item) -> bool:
    """Whether a bonus comes with a number of visits, and hangs on nothing else: one step."""
    needs = item.span("needs")
    if needs is None or not needs.exact or "when" in item.entry.values or item.members("depends_on") - {"volume"}:
        return False
    return _of_visits((needs.unit or "").partition("/")[0])


def _of_visits(counted: str) -> bool:
    return counted.removeprefix("completed_") in ("visit", "session", "encounter")


def _stepped(item: Item, found: Terms) -> None:
    steps, unit = (steps_of(item), item.text("tier_of")) if tiers_of(item) else _one_step(item)
    counted, _, period = unit.rpartition("/")
    if steps is None or item.per != "month" or period != "month" or not _of_visits(counted):
        found.apart.append(
            Apart(item.place, "steps are counted where they pay by the month for visits completed in it")
        )
        return
    found.by_visit = True
    found.terms.append(Steps(steps=steps))


def _one_step(item: Item) -> tuple[tuple[tuple[Fraction, Fraction], ...] | None, str]:
    """A bonus that needs so many visits as its one step, and what that is counted in."""
    needs, amount = item.span("needs"), item.span("amount")
    if needs is None or amount is None or not amount.exact:
        return None, ""
    return ((Fraction(needs.low), Fraction(amount.low)),), needs.unit or ""


def _condition(item: Item, inputs: Inputs) -> Range | None:
    """How much of a bonus comes: all, what its threshold of hours leaves, or the usual share of a conditional one."""
    needs = item.span("needs")
    if needs is not None:
        unit, _, period = (needs.unit or "").partition("/")
        if not unit.endswith("hour") or period not in ("week", "month", "year"):
            return None
        yearly = inputs.need("weeks") * inputs.need("hours")
        reached = yearly / {"week": 52, "month": MONTHS_A_YEAR, "year": 1}[period]
        return reached.through(lambda hours: Fraction(hours >= needs.low))
    if item.members("depends_on") or item.text("when"):
        return inputs.need("bonus_share")
    return WHOLE
