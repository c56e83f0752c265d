"""Several offers to one reader, set side by side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from offercheck.comparison.comparison import (
    SIDE_BY_SIDE,
    AreaCompared,
    Column,
    ComparedBy,
    Comparison,
    FactRow,
    Pair,
    Sensitivity,
)
from offercheck.comparison.differences import differences, one_sided
from offercheck.comparison.relation import are_level, is_ahead, ordered, surely_best
from offercheck.comparison.telling import telling
from offercheck.evaluation.evaluate import assess

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.evaluation.evaluate import Assessment
    from offercheck.evaluation.score import Priorities
    from offercheck.offer.offer import Offer
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference


class NotComparable(ValueError):
    """The offers were not judged by the same measure, or there are fewer than two."""


def compare(
    offers: Sequence[Offer],
    checklist: Checklist,
    *,
    today: str,
    priorities: Priorities | None = None,
    reference: Reference | None = None,
    profile: Profile | None = None,
    sensitivity: bool = False,
) -> Comparison:
    """Offers side by side, judged by one checklist for one reader. For the other arguments see `evaluate`.

    `sensitivity` tries the order under other weights of the areas. Raises NotComparable for fewer than two offers.
    """
    judged = [
        assess(one, checklist, today=today, priorities=priorities, reference=reference, profile=profile)
        for one in offers
    ]
    return compared(judged, reference=reference, sensitivity=sensitivity)


def compared(
    offers: Sequence[Assessment], *, reference: Reference | None = None, sensitivity: bool = False
) -> Comparison:
    """Judged offers side by side.

    Raises NotComparable where checklist, formula, profile, priorities or day are not the same for all.
    """
    measure = _one_measure(offers)
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


def _one_measure(offers: Sequence[Assessment]) -> ComparedBy:
    """What all were judged by. Raises NotComparable."""
    if len(offers) < 2:
        raise NotComparable("it takes two offers to compare")
    measures = [_measure(one) for one in offers]
    for name in ("checklist_fingerprint", "formula_version", "profile_sha256", "today"):
        if any(one[name] != measures[0][name] for one in measures):
            words = name.removesuffix("_sha256").replace("_", " ")
            raise NotComparable(f"the offers were judged by more than one {words}")
    if any(one.priorities != offers[0].priorities for one in offers):
        raise NotComparable("the offers were judged with different priorities")
    return ComparedBy(**measures[0])


def _measure(one: Assessment) -> dict[str, Any]:
    """What an offer was judged by: all that its scorecard has in common with those of others."""
    made = one.scorecard.produced_by
    return {name: getattr(made, name) for name in ComparedBy.__annotations__}


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
    year = int(_measure(offers[0])["today"][:4])
    return first_facts(offers, [pay_line(one.said, tables, year) for one in offers])


def _sensitivity(offers: Sequence[Assessment]) -> Sensitivity:
    from offercheck.comparison.weightings import sensitivity

    return sensitivity(offers)
