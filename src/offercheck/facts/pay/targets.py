"""What it takes to reach a target for each real hour: visits, slots, or a higher rate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from offercheck.facts.pay.estimate import Estimate, Priced, estimate, pinned
from offercheck.facts.pay.range import Range, as_range
from offercheck.offer.readings import Values
from offercheck.record import record
from offercheck.reference.reference import Reference

_STEP = 10
_BEYOND = 20
_TRIES = 12
_CENT = Fraction(1, 200)


@record(frozen=True)
class Reach:
    """What reaches `target` dollars for each real hour, all else as expected. What cannot reach it is None.

    `completed` and `slots` are visits for each scheduled hour, completed and offered; `slots_half_paid` the slots if
    missed visits were paid with half the rate; `rate` is the pay for a unit that would do it at the expected pace.
    """

    target: Fraction
    completed: Fraction | None
    slots: Fraction | None
    slots_half_paid: Fraction | None
    rate: Fraction | None


def round_targets(priced: Priced) -> tuple[Fraction, ...]:
    """Without a target of the reader's: the next round sum above what the hour comes to, and one beyond."""
    hour = max(priced.year.per_hour().expected, Fraction(0))
    first = (int(hour / _STEP) + 1) * _STEP
    return Fraction(first), Fraction(first + _BEYOND)


def reach(
    target: Fraction,
    values: Values,
    reference: Reference,
    year: int,
    asked: Mapping[str, Range],
    found: Estimate,
) -> Reach:
    """What it takes to reach a target with an offer that has a price."""
    if found.priced is None:
        raise ValueError("an offer without a price")
    visits = found.priced.visits
    fixed = {**asked, **pinned(found)}

    def hourly(rate: Fraction) -> Fraction:
        priced = estimate(values, reference, year, {**fixed, "rate": as_range(rate)}).priced
        return priced.year.per_hour().expected if priced is not None else Fraction(0)

    return Reach(
        target,
        visits.completed_needed(target) if visits else None,
        visits.slots_needed(target) if visits else None,
        visits.half_paid().slots_needed(target) if visits else None,
        rate_needed(hourly, fixed["rate"].expected, target) if "rate" in fixed else None,
    )


def rate_needed(hourly: Callable[[Fraction], Fraction], rate: Fraction, target: Fraction) -> Fraction | None:
    """The rate at which an hour comes to `target`, to the cent; None where no rate does.

    Pay follows the rate in straight lines that bend (at a guarantee, at the wage base): each try takes the line
    between the last two.
    """
    one, two = rate, rate * 2 or Fraction(1)
    at_one, at_two = hourly(one), hourly(two)
    for _ in range(_TRIES):
        if abs(at_two - target) < _CENT:
            return two
        if at_one == at_two:
            return None
        step = two + (target - at_two) * (two - one) / (at_two - at_one)
        one, at_one = two, at_two
        two = max(round(step, 4), Fraction(0))
        at_two = hourly(two)
    return None
