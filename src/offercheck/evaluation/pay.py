"""The pay of offers, worked out and rounded for people and programs to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from offercheck.evaluation.pay_line import cents
from offercheck.evaluation.pay_result import (
    ApartShown,
    AssumptionShown,
    ExposureShown,
    Figure,
    HeadlineShown,
    MoverShown,
    OfferPay,
    OwedShown,
    PayReport,
    Placed,
    PriceShown,
    ReachShown,
    Rounded,
    StepShown,
    Turn,
)
from offercheck.facts.pay.estimate import Estimate, Mover, Priced, estimate, movers
from offercheck.facts.pay.exposure import Exposure, exposures
from offercheck.facts.pay.inputs import UNITS, Assumption, Inputs
from offercheck.facts.pay.levers import levers
from offercheck.facts.pay.payroll_tax import w2_wages_worth
from offercheck.facts.pay.range import Range
from offercheck.facts.pay.targets import reach, round_targets
from offercheck.facts.pay.waterfall import waterfall
from offercheck.facts.pay.worth import tied
from offercheck.offer.readings import Values, said
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.offer.offer import Offer
    from offercheck.offer.possible import Possible
    from offercheck.reference.reference import Reference

SHARE_PLACES = 4


@record
class Worked:
    """An offer, its place among those of the report, and all that its pay was worked out from."""

    place: int
    offer: Offer
    values: Values
    found: Estimate
    moved: list[Mover]


class Basis:
    """What all offers of one report are worked out with.

    `year` is that of the payroll rates, `asked` the reader's inputs by name, `me` the values of a profile by path.
    """

    def __init__(
        self,
        reference: Reference,
        year: int,
        asked: Mapping[str, Range] | None = None,
        me: Mapping[str, Possible] | None = None,
    ) -> None:
        self.reference = reference
        self.year = year
        self.asked = dict(asked or {})
        self.me = dict(me or {})

    def worked(self, place: int, offer: Offer) -> Worked:
        values = said(offer, self.me)
        found = estimate(values, self.reference, self.year, self.asked)
        moved = movers(values, self.reference, self.year, self.asked, found) if found.priced is not None else []
        return Worked(place, offer, values, found, moved)


def pay_report(offers: Sequence[Offer], basis: Basis) -> PayReport:
    """The pay of each offer, and their order where there are several with a price."""
    all_worked = [basis.worked(place, offer) for place, offer in enumerate(offers)]
    ranked = sorted(
        (one for one in all_worked if one.found.priced is not None), key=lambda one: _hour(one).expected, reverse=True
    )
    return PayReport(
        schema="offercheck.pay/1",
        year=basis.year,
        income_tax="left out",
        offers=[_offer_pay(one, basis) for one in all_worked],
        order=[_placed(one, ranked[0], basis) for one in ranked] if len(offers) > 1 else [],
        turns=_turns(ranked[0], ranked[1]) if len(ranked) > 1 else [],
        unread=[],
    )


def _hour(one: Worked) -> Range:
    if one.found.priced is None:
        raise ValueError("an offer without a price")
    return one.found.priced.year.per_hour()


def _placed(one: Worked, first: Worked, basis: Basis) -> Placed:
    best = _hour(first)
    rate = None
    if one is not first:
        rate = reach(best.expected, one.values, basis.reference, basis.year, basis.asked, one.found).rate
    return Placed(
        one.place,
        one.offer.document.name,
        figure(_hour(one)),
        one is not first and tied(_hour(one), best),
        None if rate is None else cents(rate),
        _rate_unit(one.found),
    )


def _turns(first: Worked, second: Worked) -> list[Turn]:
    """Which single inputs of the two foremost offers would turn their order."""
    ahead, behind = _hour(first).expected, _hour(second).expected
    found = []
    for one in (first, second):
        for mover in one.moved:
            value, name, unit = mover.assumption.value, mover.assumption.name, mover.assumption.unit
            for at, hour in ((value.low, mover.at_low), (value.high, mover.at_high)):
                if hour < behind if one is first else hour > ahead:
                    found.append(
                        Turn(one.place, one.offer.document.name, name, _meaning(name), _places(at, unit), unit)
                    )
    return found


def _offer_pay(one: Worked, basis: Basis) -> OfferPay:
    offer, found = one.offer, one.found
    exposed = exposures(Inputs(one.values, basis.asked), found.priced)
    used = {each.name: each for each in (*found.assumptions, *exposed.assumptions)}
    hours = found.work.hours()
    return OfferPay(
        file=offer.document.name,
        title=offer.title,
        employer=offer.employer,
        role=offer.role,
        stage=offer.stage,
        price=_price(one, basis) if found.priced is not None else None,
        hours=figure(hours),
        completed_visits=figure(found.work.completed()),
        costs=[_step(name, -cost.expected, -cost.expected / hours.expected) for name, cost in found.costs.items()],
        assumptions=[_assumption(each) for each in used.values()],
        exposure=[_exposure(each) for each in exposed.found],
        apart=[ApartShown(each.field, each.why) for each in found.apart],
    )


def _price(one: Worked, basis: Basis) -> PriceShown:
    found, priced = one.found, one.found.priced
    if priced is None:
        raise ValueError("an offer without a price")
    year = priced.year
    way = waterfall(priced)
    targets = (found.target,) if found.target is not None else round_targets(priced)
    tax = way.payroll_tax
    return PriceShown(
        headline=HeadlineShown(figure(priced.headline.per_hour), priced.headline.how),
        per_hour=figure(year.per_hour()),
        value=figure(year.value()),
        gross=figure(year.gross()),
        hired=priced.hired,
        waterfall=[_step(each.name, each.per_year, each.per_hour) for each in way.steps],
        payroll_tax=None if tax is None else _step(tax.name, tax.per_year, tax.per_hour),
        wages_worth=_wages_worth(priced),
        reach=[_reach(target, one, basis) for target in targets],
        levers=[_step(each.name, each.per_year, each.per_hour) for each in levers(priced, found.target)],
        movers=[_mover(each) for each in one.moved],
    )


def _wages_worth(priced: Priced) -> Rounded | None:
    """In W-2 wages, what a contractor is left with; nothing for an employee, or where nothing is left."""
    net = priced.year.value().expected
    if priced.hired != "1099" or priced.rates is None or net <= 0:
        return None
    return cents(w2_wages_worth(net, Fraction(0), priced.rates, priced.year.other_wages))


def _reach(target: Fraction, one: Worked, basis: Basis) -> ReachShown:
    needed = reach(target, one.values, basis.reference, basis.year, basis.asked, one.found)
    repaying = None
    priced = one.found.priced
    if priced is not None and priced.visits is not None and priced.year.work.slots.expected > 0:
        costs, slots = priced.year.costs.expected, priced.year.work.slots.expected
        repaying = priced.visits.visits_that_repay(costs, target, slots)
    return ReachShown(
        cents(target),
        _or_none(needed.completed),
        _or_none(needed.slots),
        _or_none(needed.slots_half_paid),
        _or_none(needed.rate),
        _rate_unit(one.found),
        _or_none(repaying),
    )


def _rate_unit(found: Estimate) -> str:
    return next((each.unit for each in found.assumptions if each.name == "rate"), "")


def _step(name: str, per_year: Fraction, per_hour: Fraction) -> StepShown:
    return StepShown(name, cents(per_year), cents(per_hour))


def _meaning(name: str) -> str:
    return UNITS[name][1]


def _assumption(one: Assumption) -> AssumptionShown:
    value = Figure(*(_places(end, one.unit) for end in (one.value.low, one.value.expected, one.value.high)))
    return AssumptionShown(one.name, _meaning(one.name), value, one.unit, one.origin, one.source, one.confidence)


def _mover(one: Mover) -> MoverShown:
    shown = _assumption(one.assumption)
    return MoverShown(shown.name, shown.meaning, shown.value, shown.unit, cents(one.at_low), cents(one.at_high))


def _exposure(one: Exposure) -> ExposureShown:
    schedule = [OwedShown(owed.month, cents(owed.amount)) for owed in one.schedule]
    return ExposureShown(one.name, None if one.amount is None else figure(one.amount), one.why, one.field, schedule)


def figure(value: Range) -> Figure:
    """A range, rounded."""
    return Figure(cents(value.low), cents(value.expected), cents(value.high))


def _or_none(value: Fraction | None) -> Rounded | None:
    return None if value is None else cents(value)


def _places(value: Fraction, unit: str) -> Rounded:
    return cents(value, SHARE_PLACES if unit.startswith("share") else 2)
