"""What offers were judged by: they can be set against each other only where that is the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from offercheck.comparison.comparison import ComparedBy

if TYPE_CHECKING:
    from offercheck.evaluation.evaluate import Assessment

_SAME = ("checklist_fingerprint", "formula_version", "profile_sha256", "today")


class NotComparable(ValueError):
    """The offers were not judged by the same measure, or there are fewer than two."""


def measure_of(one: Assessment) -> ComparedBy:
    """What an offer was judged by: all that its scorecard has in common with those of others."""
    return ComparedBy(**_in_common(one))


def year_of(one: Assessment) -> int:
    """The year for which an offer was judged."""
    return int(_in_common(one)["today"][:4])


def _in_common(one: Assessment) -> dict[str, Any]:
    made = one.scorecard.produced_by
    return {name: getattr(made, name) for name in ComparedBy.__annotations__}


def one_measure(offers: Sequence[Assessment]) -> ComparedBy:
    """What all were judged by. Raises NotComparable."""
    if len(offers) < 2:
        raise NotComparable("it takes two offers to compare")
    measures = [measure_of(one) for one in offers]
    for name in _SAME:
        if any(getattr(one, name) != getattr(measures[0], name) for one in measures):
            words = name.removesuffix("_sha256").replace("_", " ")
            raise NotComparable(f"the offers were judged by more than one {words}")
    if any(one.priorities != offers[0].priorities for one in offers):
        raise NotComparable("the offers were judged with different priorities")
    if any(_waivers(one) != _waivers(offers[0]) for one in offers):
        raise NotComparable("the offers were judged with different waivers")
    return measures[0]


def _waivers(one: Assessment) -> list[tuple[str, str, str]]:
    return [(each.rule, each.accepts, each.until) for each in one.scorecard.waivers]
