"""Several offers to one reader, set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from offercheck.comparison.comparison import (
    SIDE_BY_SIDE,
    AreaCompared,
    Column,
    Comparison,
    FactRow,
    Pair,
    Sensitivity,
)
from offercheck.comparison.differences import differences, one_sided
from offercheck.comparison.measure import one_measure, year_of
from offercheck.comparison.relation import are_level, is_ahead, ordered, surely_best
from offercheck.comparison.telling import telling
from offercheck.evaluation.evaluate import assess

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.waivers import Waiver
    from offercheck.evaluation.evaluate import Assessment
    from offercheck.evaluation.score import Priorities
    from offercheck.offer.offer import Offer
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference


def compare(
    offers: Sequence[Offer],
    checklist: Checklist,
    *,
    today: str,
    priorities: Priorities | None = None,
    reference: Reference | None = None,
    profile: Profile | None = None,
    waivers: Sequence[Waiver] = (),
    sensitivity: bool = False,
) -> Comparison:
    """Offers side by side, judged by one checklist for one reader. For the other arguments see `evaluate`.

    `sensitivity` tries the order under other weights of the areas. Raises NotComparable for fewer than two offers.
    """
    judged = [
        assess(
            one,
            checklist,
            today=today,
            priorities=priorities,
            reference=reference,
            profile=profile,
            waivers=waivers,
        )
        for one in offers
    ]
    return compared(judged, reference=reference, sensitivity=sensitivity)


def compared(
    offers: Sequence[Assessment], *, reference: Reference | None = None, sensitivity: bool = False
) -> Comparison:
    """Judged offers side by side.

    Raises NotComparable where checklist, formula, profile, priorities, waivers or day are not the same for all.
    """
    measure = one_measure(offers)
    order, ranks = ordered(offers)
    beside = len(offers) <= SIDE_BY_SIDE
    return Comparison(
        schema="offercheck.comparison/1",
        offers=[_column(one, rank) for one, rank in zip(offers, ranks, strict=True)],
        order=order,
        areas=_areas(offers) if beside else [],
        facts=_facts(offers, reference) if beside else [],
        pairs=[pair(offers, first, second) for first, second in combinations(range(len(offers)), 2)] if beside else [],
        sensitivity=_sensitivity(offers) if sensitivity else None,
        set_aside=offers[0].scorecard.set_aside,
        produced_by=measure,
    )


def pair(offers: Sequence[Assessment], first: int, second: int) -> Pair:
    """Two of the offers: which is ahead, or what would tell, and why."""
    one, other = offers[first], offers[second]
    shown = Pair(first, second, "open", None, None, [], differences(one, other), one_sided(one, other), [])
    shown.only_second = one_sided(other, one)
    if is_ahead(one, other) or is_ahead(other, one):
        shown.relation, shown.ahead = "ahead", first if is_ahead(one, other) else second
    elif are_level(one, other):
        shown.relation = "level"
    else:
        shown.could_lead, shown.questions = telling(offers, first, second)
    return shown


def _column(one: Assessment, rank: int) -> Column:
    card = one.scorecard
    return Column(
        file=card.file,
        input_sha256=card.produced_by.input_sha256,
        offer=card.offer,
        rank=rank,
        verdict=card.verdict,
        because=card.because,
        score=card.score,
        areas=card.areas,
        waivers=card.waivers,
    )


def _areas(offers: Sequence[Assessment]) -> list[AreaCompared]:
    rows = []
    for at, row in enumerate(offers[0].scorecard.areas):
        ends = [(one.scorecard.areas[at].low, one.scorecard.areas[at].high) for one in offers]
        merits = [(low, high) if low is not None and high is not None else None for low, high in ends]
        rows.append(AreaCompared(row.area, row.title, surely_best(merits)))
    return rows


def _facts(offers: Sequence[Assessment], reference: Reference | None) -> list[FactRow]:
    from offercheck.comparison.first_facts import first_facts
    from offercheck.evaluation.pay_line import pay_line
    from offercheck.reference.reference import Reference

    tables = reference or Reference.shipped()
    year = year_of(offers[0])
    return first_facts(offers, [pay_line(one.said, tables, year) for one in offers])


def _sensitivity(offers: Sequence[Assessment]) -> Sensitivity:
    from offercheck.comparison.weightings import sensitivity

    return sensitivity(offers)
