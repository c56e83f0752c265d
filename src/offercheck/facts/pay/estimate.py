"""An offer's pay for each hour it really takes: what is known of it, what it rests on, and what it cannot count."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from offercheck.facts.pay.break_even import VisitPay
from offercheck.facts.pay.charges import benefits, charges
from offercheck.facts.pay.from_items import terms_of
from offercheck.facts.pay.gross import Pay
from offercheck.facts.pay.inputs import Assumption, Inputs
from offercheck.facts.pay.items import Apart, sort_items
from offercheck.facts.pay.payroll_tax import PayrollRates, payroll_rates
from offercheck.facts.pay.range import Range, as_range, lesser
from offercheck.facts.pay.terms import Terms
from offercheck.facts.pay.work import NONE, Work
from offercheck.facts.pay.worth import FULL_TIME_HOURS, Year
from offercheck.offer.readings import Values
from offercheck.record import record
from offercheck.reference.reference import Reference

MOVERS = 3


@record(frozen=True)
class Headline:
    """The pay for an hour that the offer names, or lets one think of; `how` says which in words."""

    per_hour: Range
    how: str
    basis: Literal["hour", "year", "visit", "average"]


@record(frozen=True)
class Priced:
    """A year that has a price, with its parts by name. `hired` is `w2` or `1099`, as stated or as taken."""

    year: Year
    headline: Headline
    hired: str
    costs: Mapping[str, Range]
    benefits: Mapping[str, Range]
    visits: VisitPay | None
    terms: Terms
    rates: PayrollRates | None


@record(frozen=True)
class Estimate:
    """What can be said of an offer's pay: the price, or None; what it rests on; what is kept out of it, and why.

    The work and what you pay yourself can be said without a rate. `target` is the reader's own, in dollars an hour.
    """

    priced: Priced | None
    work: Work
    hired: str
    costs: Mapping[str, Range]
    assumptions: tuple[Assumption, ...]
    apart: tuple[Apart, ...]
    target: Fraction | None


def estimate(values: Values, reference: Reference, year: int, asked: Mapping[str, Range] | None = None) -> Estimate:
    """The pay of a year, from a reading of the offer with the reader's own by `me.` paths; `asked` goes before both.

    `year` is that of the payroll rates: where the tables lack it, the employer's half of the tax is left out, and the
    estimate says so.
    """
    inputs = Inputs(values, asked or {})
    items = sort_items(values, rate_asked="rate" in inputs.asked)
    terms = terms_of(items, inputs)
    target = inputs.take("target")
    work = _work(terms, inputs)
    hired = _hired(terms, inputs)
    costs = charges(inputs, items, work, reference, hired)
    apart = list(terms.apart)
    priced = None
    if terms.terms:
        rates = payroll_rates(reference, year)
        if rates is None:
            apart.append(Apart("payroll tax", f"no wage base of {year} is in the tables: payroll tax is left out"))
        priced = _priced(terms, inputs, work, hired, costs, rates)
    wanted = target.expected if target is not None and target.expected > 0 else None
    return Estimate(priced, work, hired, costs, tuple(inputs.used.values()), tuple(apart), wanted)


def _priced(
    terms: Terms, inputs: Inputs, work: Work, hired: str, costs: Mapping[str, Range], rates: PayrollRates | None
) -> Priced:
    pay = Pay(terms=tuple(terms.terms), guarantee=terms.guarantee)
    paid_for_you = benefits(inputs, pay.gross(work))
    other = inputs.take("other_wages")
    one = Year(
        work=work,
        pay=pay,
        costs=sum(costs.values(), start=NONE),
        benefits=sum(paid_for_you.values(), start=NONE),
        employed=rates if hired == "w2" else None,
        other_wages=other.expected if other is not None else Fraction(0),
    )
    visits = None
    if terms.visit is not None:
        visits = VisitPay.expected(work, terms.visit.rate, terms.visit.missed_pay)
    return Priced(one, _headline(terms, work), hired, costs, paid_for_you, visits, terms, rates)


def _work(terms: Terms, inputs: Inputs) -> Work:
    """Visits count where pay follows them, or where each takes unpaid time that the offer states.

    Pay for time leaves unsaid charting among the unpaid hours, whether or not something comes on top for visits.
    """
    charting = "productivity.unpaid_minutes_per_visit" in inputs.values or "unpaid_minutes" in inputs.asked
    care = ("async",) if terms.by_piece else ()
    kinds = (*care, *inputs.kinds())
    part_time = ("part_time",) if inputs.words("engagement.basis") == {"part_time"} else ()
    weeks = inputs.need("weeks")
    hours = inputs.need("hours", None, "", *part_time, *inputs.kinds())
    unpaid = inputs.need("unpaid_hours")
    paced = not terms.terms and "productivity.slots_per_hour" in inputs.values
    if not (terms.by_visit or charting or paced):
        return Work(weeks=weeks, scheduled=hours, inbox=unpaid)
    appointments, for_time = not terms.by_piece, terms.hourly is not None or terms.yearly is not None
    missed = inputs.need("no_shows") if appointments else NONE
    failed = inputs.need("failed") if appointments else NONE
    return Work(
        weeks=weeks,
        scheduled=hours,
        slots=inputs.need("slots", None, "", *kinds),
        fill=inputs.need("fill"),
        missed=missed,
        failed=lesser(failed, 1 - missed.high),
        unpaid_minutes=inputs.need("unpaid_minutes", None, "", *kinds) if charting or not for_time else NONE,
        inbox=unpaid,
    )


def _hired(terms: Terms, inputs: Inputs) -> str:
    """Employee or contractor. Where the paper is silent a salary is taken for a W-2 job, and other pay for a 1099."""
    words = inputs.words("engagement.classification")
    if words == {"w2"}:
        return "w2"
    if words and "w2" not in words:
        return "1099"
    return "w2" if terms.yearly is not None else "1099"


def _headline(terms: Terms, work: Work) -> Headline:
    if terms.hourly is not None:
        return Headline(terms.hourly, "the rate for an hour", "hour")
    if terms.full_time is not None:
        return Headline(terms.full_time / FULL_TIME_HOURS, "the pay for a year over 2,080 hours", "year")
    if terms.visit is not None:
        return Headline(terms.visit.rate * work.slots, "the rate for a visit, with every slot filled", "visit")
    gross = Pay(terms=tuple(terms.terms)).gross(work)
    return Headline(gross / (work.weeks * work.scheduled), "the pay for a scheduled hour", "average")


def pinned(found: Estimate) -> dict[str, Range]:
    """Every input at its expected value."""
    return {one.name: as_range(one.value.expected) for one in found.assumptions}


@record(frozen=True)
class Mover:
    """An assumption that is not known exactly: what an hour comes to at either of its ends, the others as expected."""

    assumption: Assumption
    at_low: Fraction
    at_high: Fraction


def movers(values: Values, reference: Reference, year: int, asked: Mapping[str, Range], found: Estimate) -> list[Mover]:
    """The assumptions that move the pay for an hour most, the greatest first; no more than three."""
    middle = pinned(found)
    moved = []
    for one in found.assumptions:
        if one.value.exact:
            continue
        ends = []
        for end in (one.value.low, one.value.high):
            shifted = estimate(values, reference, year, {**asked, **middle, one.name: as_range(end)})
            ends.append(shifted.priced.year.per_hour().expected if shifted.priced is not None else Fraction(0))
        moved.append(Mover(one, ends[0], ends[1]))
    moved = [one for one in moved if one.at_low != one.at_high]
    return sorted(moved, key=lambda one: -abs(one.at_high - one.at_low))[:MOVERS]
