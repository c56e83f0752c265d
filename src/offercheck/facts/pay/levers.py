"""What single terms of an offer are worth, at expected values: what one negotiates with."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from offercheck.facts.pay.estimate import Priced
from offercheck.facts.pay.prices import unpaid_minutes, unpaid_no_shows
from offercheck.facts.pay.range import Range, as_range
from offercheck.record import record

MINUTES = 5
_LICENCES = ("state licences", "DEA registrations", "controlled-substance registrations")
_PAID_BY_THEM = {
    "tail cover": "tail cover that the employer pays",
    "malpractice premium": "malpractice cover that the employer pays",
    "collaborating physician": "a collaborating physician whom the employer pays",
    "credentialing": "credentialing that the employer pays",
    "fees taken from you": "no fees taken from you",
    "equipment": "equipment that the employer pays",
}


@record(frozen=True)
class Lever:
    """A change of one term, and what it brings (or costs, below 0) in dollars a year and for each hour worked."""

    name: str
    per_year: Fraction
    per_hour: Fraction


def levers(priced: Priced, target: Fraction | None = None) -> tuple[Lever, ...]:
    """The terms whose change is worth anything, the dearest first.

    Your own time counts with `target` dollars an hour, or without one with what the offer really pays.
    """
    year = priced.year
    hours = year.work.hours().expected
    hour = year.per_hour().expected if target is None else target
    found = [
        *_of_visits(priced, as_range(max(hour, Fraction(0)))),
        *_of_costs(priced),
        *_of_the_rate(priced),
    ]
    worth = [Lever(name, amount.expected, amount.expected / hours) for name, amount in found if amount.expected]
    return tuple(sorted(worth, key=lambda one: -abs(one.per_year)))


def _of_visits(priced: Priced, hour: Range) -> Iterator[tuple[str, Range]]:
    work, visit = priced.year.work, priced.terms.visit
    completed = work.completed()
    if visit is not None:
        half = as_range(visit.rate.expected / 2)
        paid = as_range(visit.missed_pay.expected)
        if paid.expected < half.expected:
            yield "half the rate for patients who do not come", unpaid_no_shows(work, half, paid)
        if visit.failed_pay.expected < visit.rate.expected:
            lost = visit.rate - as_range(visit.failed_pay.expected)
            yield "the whole rate for visits that the technology ends", work.failures() * lost.expected
    if completed.expected:
        yield f"{MINUTES} more unpaid minutes a visit", -unpaid_minutes(completed, as_range(MINUTES), hour)


def _of_costs(priced: Priced) -> Iterator[tuple[str, Range]]:
    licences = [priced.costs[name] for name in _LICENCES if name in priced.costs]
    if licences:
        yield "licences and registrations that the employer pays", sum(licences, start=as_range(0))
    for name, words in _PAID_BY_THEM.items():
        if name in priced.costs:
            yield words, priced.costs[name]


def _of_the_rate(priced: Priced) -> Iterator[tuple[str, Range]]:
    """A dollar more for a visit or for an hour."""
    work = priced.year.work
    if priced.headline.basis == "hour":
        yield "1 dollar more an hour", work.weeks * work.scheduled
    elif priced.terms.visit is not None:
        yield "1 dollar more a visit", work.completed()
