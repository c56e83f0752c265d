"""What a contract read completely says by having no such clause, and where it says nothing by that."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from offercheck.offer.possible import Entries, Entry, Words
from offercheck.offer.schema import FIELDS
from offercheck.reading.fault import Faults
from offercheck.reading.node import node_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from offercheck.offer.offer import Offer
    from offercheck.offer.possible import Possible

PAY = "compensation.pay"
_MINIMUMS = ("productivity.minimum_offered", "productivity.minimum_completed")


def read_as_absent(offer: Offer) -> list[str]:
    """The clauses that a contract read completely does not have, in the order of the schema. Each reads as its none."""
    if not offer.complete:
        return []
    return [path for path in clauses() if not _mentioned(path, offer) and not _answered_elsewhere(path, offer)]


@cache
def clauses() -> dict[str, dict[str, Possible]]:
    """The fields that a complete contract without them answers, with what they then read as."""
    found: dict[str, dict[str, Possible]] = {}
    for path, field in FIELDS.items():
        if field.absent:
            facets = field.type.read(node_of(field.absent), Faults()) or {}
            found[path] = {f"{path}.{part}" if part else path: possible for part, possible in facets.items()}
    return found


def _mentioned(path: str, offer: Offer) -> bool:
    return path in offer.fields or path in offer.evidence


def _has_a_minimum(offer: Offer) -> bool:
    """Whoever sets a minimum has consequences in mind, whether or not the contract writes them down."""
    return any(_mentioned(path, offer) for path in _MINIMUMS)


def _pay_can_fail(offer: Offer) -> bool:
    """Whether pay waits for the money to be collected, or can be taken back: then work done goes unpaid."""
    stated = offer.stated(PAY)
    items = stated.facets[""] if stated is not None else None
    return isinstance(items, Entries) and any(map(_can_fail, (*items.sure, *items.maybe)))


def _can_fail(item: Entry) -> bool:
    waits = any(_is(item.values.get(key), "collected") for key in ("of", "counts"))
    return waits or _is(item.values.get("repay"), "given")


def _is(value: Possible | None, word: str) -> bool:
    return isinstance(value, Words) and value.may == {word}


ELSEWHERE: dict[str, Callable[[Offer], bool]] = {
    "productivity.missed_target": _has_a_minimum,
    "productivity.unpaid_when": _pay_can_fail,
}
"""Clauses whose absence says nothing where another term of the offer speaks of the same thing."""


def _answered_elsewhere(path: str, offer: Offer) -> bool:
    condition = ELSEWHERE.get(path)
    return condition is not None and condition(offer)
