"""The two readings of an offer: every stated term at its word, and only those that are firm.

the field holds                                                  as said     as firm
no entry, or `stated` in contract, offer letter, policy          its value   its value
`stated` elsewhere, while the stage is `job_ad`                  its value   its value
`stated` elsewhere, from the offer letter on                     its value   silent
`conditionally`, any source                                      its value   silent
`vaguely`, `contradicted`, `withheld`                            silent      silent
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from offercheck.offer.clauses import PAY, clauses, read_as_absent
from offercheck.offer.evidence import WITHOUT_VALUE
from offercheck.offer.offer import DOCUMENT
from offercheck.offer.pay_reading import is_firm, read_pay
from offercheck.offer.possible import Entries, Members, Possible, Words
from offercheck.offer.schema import PATIENT_STATES, STATES_OF_PATIENTS

if TYPE_CHECKING:
    from offercheck.offer.offer import Offer
    from offercheck.offer.values.base import Facets

Values: TypeAlias = dict[str, Possible]
"""What an offer says by path, parts of fields among them. A path that is not there is silent."""

__all__ = ["Values", "firm", "read_as_absent", "said"]

_STAGE = "document.stage"
_SELF_WORD = "patient_states"
_NOBODY = Members(frozenset(), frozenset())


def said(offer: Offer) -> Values:
    """Every stated term at its word: where bad news comes from."""
    return _reading(offer, firm=False)


def firm(offer: Offer) -> Values:
    """Only what binds: where good news comes from."""
    return _reading(offer, firm=True)


def _reading(offer: Offer, *, firm: bool) -> Values:
    values: Values = {_STAGE: Words(frozenset((offer.stage,)))}
    weak = _weak_fields(offer, firm=firm)
    for path, stated in offer.fields.items():
        if path == PAY:
            _put_pay(values, stated.facets, offer, firm=firm)
        elif path not in weak:
            for part, possible in stated.facets.items():
                values[f"{path}.{part}" if part else path] = possible
            if offer.complete and stated.field.closes:
                values[path] = _closed(values[path])
    for path in read_as_absent(offer):
        values.update(clauses()[path])
    _resolve_patient_states(values)
    return values


def _weak_fields(offer: Offer, *, firm: bool) -> set[str]:
    """The fields whose value this reading takes as silent."""
    weak = {
        path
        for path, entry in offer.evidence.items()
        if entry.holds in WITHOUT_VALUE or (firm and not is_firm(entry.holds, entry.source, offer.stage))
    }
    everywhere = offer.everywhere
    if firm and everywhere is not None and not is_firm(everywhere.holds, everywhere.source, offer.stage):
        ours = f"{DOCUMENT}."
        weak.update(path for path in offer.fields if path not in offer.evidence and not path.startswith(ours))
    return weak


def _put_pay(values: Values, facets: Facets, offer: Offer, *, firm: bool) -> None:
    items = facets[""]
    if isinstance(items, Entries):
        pay = read_pay(items, offer.evidence_of(PAY), offer.stage, firm, offer.complete)
        if pay is not None:
            values[PAY] = pay


def _closed(value: Possible) -> Possible:
    """An open list that says all there is."""
    if isinstance(value, Members):
        return Members(value.sure, value.sure, value.named)
    if isinstance(value, Entries):
        return Entries(value.sure, value.maybe, None)
    return value


def _resolve_patient_states(values: Values) -> None:
    """Put the patients' states of the same reading where a list names them by that word."""
    for path, kind in STATES_OF_PATIENTS.items():
        value = values.get(path)
        if not isinstance(value, Members) or _SELF_WORD not in value.named:
            continue
        treated = values.get(PATIENT_STATES)
        if isinstance(treated, Members):
            others = value.named - {_SELF_WORD}
            own = kind.members(others) if others else _NOBODY
            values[path] = Members(own.sure | treated.sure, own.maybe | treated.maybe, value.named)
