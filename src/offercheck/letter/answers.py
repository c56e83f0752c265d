"""Answers to a letter, filled into the offer that it asks about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.evidence import UNSOURCED, WITHOUT_VALUE
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.offer.offer import Offer
    from offercheck.reading.node import Plain

_EVIDENCE = "evidence"


@record
class Filled:
    """An offer as plain data with answers in it, and the fields that were answered."""

    offer: dict[str, Plain]
    fields: list[str]


def filled_in(offer: Offer, answers: Offer) -> Filled:
    """The offer with each answer in place of what its field said.

    A field that says what the offer says already is no answer. What was known of an answered field's place goes; the
    answers' own evidence takes its place, so that a promise of an email stays one. An answer without any is written
    where the paper is. That all fits together is seen when the result is read.
    """
    whole = _mapping(offer)
    answered = [path for path in answers.fields if _says_more(path, offer, answers)]
    for path in answered:
        _put(whole, path, answers.fields[path].node.plain())
    weak = [path for path in answers.evidence if path not in answers.fields]
    own = [entry for entry in _entries(answers) if _field(entry) in {*answered, *weak}]
    kept = [entry for entry in _entries(offer) if _field(entry) not in {*answered, *weak}]
    sourced = {_field(entry) for entry in own}
    common = [_common(path, offer, answers) for path in answered if path not in sourced and _can_be_sourced(path)]
    evidence: list[Plain] = [*kept, *own, *(entry for entry in common if entry)]
    whole.pop(_EVIDENCE, None)
    if evidence:
        whole[_EVIDENCE] = evidence
    return Filled(whole, [*answered, *weak])


def prefilled(path: str, offer: Offer) -> Plain:
    """What the offer says of a field that a question asks for: the answer may only have to complete it. None where it
    says nothing, or where what it says does not hold."""
    stated, evidence = offer.stated(path), offer.evidence_of(path)
    if stated is None or (evidence is not None and evidence.holds in WITHOUT_VALUE):
        return None
    return stated.node.plain()


def _says_more(path: str, offer: Offer, answers: Offer) -> bool:
    return path in answers.evidence or prefilled(path, offer) != answers.fields[path].node.plain()


def _put(whole: dict[str, Plain], path: str, value: Plain) -> None:
    area, _, name = path.rpartition(".")
    if not area:
        whole[name] = value
        return
    fields = whole.get(area)
    if isinstance(fields, dict):
        fields[name] = value
    else:
        whole[area] = {name: value}


def _common(path: str, offer: Offer, answers: Offer) -> dict[str, Plain] | None:
    """The entry for an answer that has none of its own: from where all answers are, else the paper, where the offer
    would take it for written elsewhere."""
    if answers.everywhere is not None:
        entry = answers.everywhere
        clause: dict[str, Plain] = {"clause": entry.clause} if entry.clause else {}
        return {"field": path, "source": entry.source, **clause}
    return {"field": path, "source": offer.stage} if offer.everywhere is not None else None


def _can_be_sourced(path: str) -> bool:
    return path.partition(".")[0] not in UNSOURCED


def _mapping(offer: Offer) -> dict[str, Plain]:
    plain = offer.document.root.plain()
    return plain if isinstance(plain, dict) else {}


def _entries(offer: Offer) -> list[Plain]:
    entries = _mapping(offer).get(_EVIDENCE)
    if isinstance(entries, list):
        return entries
    return [entries] if isinstance(entries, dict) and entries else []


def _field(entry: Plain) -> str:
    field = entry.get("field") if isinstance(entry, dict) else None
    return field.strip() if isinstance(field, str) else ""
