"""What changed in the terms between two papers, by meaning: order and spelling do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.evaluation.wording import in_words
from offercheck.offer.evidence import UNSOURCED, WITHOUT_VALUE
from offercheck.offer.readings import read_as_absent
from offercheck.offer.schema import FIELDS
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node
from offercheck.rounds.rounds import Standing, TermChange

if TYPE_CHECKING:
    from offercheck.offer.offer import Offer, Stated

_BINDING = {"contract": 3, "offer_letter": 2, "policy": 2}
_SAID_ELSEWHERE = 1
_NOT_HELD = 0


def term_changes(old: Offer, new: Offer) -> list[TermChange]:
    """The fields that say something else, or in a weaker or a firmer place, in the order of the schema."""
    changes = [_change(path, old, new) for path in FIELDS if path.partition(".")[0] not in UNSOURCED]
    return [one for one in changes if one is not None]


def _change(path: str, old: Offer, new: Offer) -> TermChange | None:
    values = _before_and_after(path, old, new)
    standing = _standing(path, old, new)
    if values is None and standing == "same":
        return None
    before, after = values or ([], [])
    return TermChange(path, before, after, _place(path, old), _place(path, new), standing)


def _before_and_after(path: str, old: Offer, new: Offer) -> tuple[list[str], list[str]] | None:
    """The values of a field in words, of a list the items that differ; None where they mean the same."""
    was, now = old.stated(path), new.stated(path)
    if was is None or now is None:
        before, after = _items(was, path, old), _items(now, path, new)
        return None if before == after else (before, after)
    if was.facets == now.facets:
        return None
    items, others = _read_apart(was), _read_apart(now)
    lost, gained = _without(items, others), _without(others, items)
    if not lost and not gained:
        return None
    return [in_words(one.plain()) for one, _ in lost], [in_words(one.plain()) for one, _ in gained]


_Read = list[tuple[Node, object]]


def _read_apart(stated: Stated) -> _Read:
    """The items of a list, each with what it means by itself; any other value is its own one item."""
    content = stated.node.content
    if not isinstance(content, list) or not content:
        return [(stated.node, stated.facets)]
    found: _Read = []
    for item in content:
        facets = stated.field.type.read(Node([item]), Faults())
        found.append((item, facets or item.plain()))
    return found


def _without(items: _Read, others: _Read) -> _Read:
    """The items that have no equal among others, each equal taken once."""
    left = [meaning for _, meaning in others]
    found: _Read = []
    for node, meaning in items:
        if meaning in left:
            left.remove(meaning)
        else:
            found.append((node, meaning))
    return found


def _items(stated: Stated | None, path: str, offer: Offer) -> list[str]:
    if stated is None:
        return ["no such clause"] if path in read_as_absent(offer) else []
    content = stated.node.content
    if isinstance(content, list) and content:
        return [in_words(item.plain()) for item in content]
    return [in_words(stated.node.plain())]


def _standing(path: str, old: Offer, new: Offer) -> Standing:
    """How the place binds, where both papers say something of the field."""
    if old.stated(path) is None or new.stated(path) is None:
        return "same"
    was, now = _rank(path, old), _rank(path, new)
    if now < was and was > _SAID_ELSEWHERE:
        return "weaker"
    return "firmer" if now > _SAID_ELSEWHERE >= was else "same"


def _rank(path: str, offer: Offer) -> int:
    evidence = offer.evidence_of(path)
    if evidence is None:
        return _BINDING.get(offer.stage, _SAID_ELSEWHERE)
    if evidence.holds in WITHOUT_VALUE:
        return _NOT_HELD
    return _BINDING.get(evidence.source, _SAID_ELSEWHERE) if evidence.holds == "stated" else _SAID_ELSEWHERE


def _place(path: str, offer: Offer) -> str | None:
    """Where a field is written, and how it is held where that is not plain."""
    evidence = offer.evidence_of(path)
    if evidence is None:
        return offer.stage.replace("_", " ") if offer.stated(path) is not None else None
    held = "" if evidence.holds == "stated" else f", {evidence.holds}"
    clause = f", {evidence.clause}" if evidence.clause else ""
    return f"{evidence.source.replace('_', ' ')}{clause}{held}"
