"""The two readings of an offer: every stated term at its word, and only those that are firm.

the field holds                                                  as said     as firm
no entry, or `stated` in contract, offer letter, policy          its value   its value
`stated` elsewhere, while the stage is `job_ad`                  its value   its value
`stated` elsewhere, from the offer letter on                     its value   silent
`conditionally`, any source                                      its value   silent
`vaguely`, `contradicted`, `withheld`                            silent      silent
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from offercheck.offer.clauses import PAY, clauses, read_as_absent
from offercheck.offer.document import DOCUMENT
from offercheck.offer.evidence import WITHOUT_VALUE
from offercheck.offer.pay_reading import is_firm, read_pay
from offercheck.offer.possible import Entries, Members, Possible, Words
from offercheck.offer.schema import LISTS_OF_STATES, PATIENT_STATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offercheck.offer.offer import Offer
    from offercheck.offer.values.base import Facets

Values: TypeAlias = dict[str, Possible]
"""What an offer says by path, parts of fields among them. A path that is not there is silent."""

__all__ = ["STAGE", "Values", "both", "firm", "read_as_absent", "said"]

STAGE = "document.stage"
_ROLE, _MY_ROLE = "role", "me.role"
_SETS = {"where_licensed": "me.licences", "clinician_residence": "me.home_state", "patient_states": PATIENT_STATES}
"""The words that name a set which stands elsewhere: in the reader's profile, or in another field of the offer."""
_NOBODY = Members(frozenset(), frozenset())
UNTIL_LICENSED, LEGAL_BASIS = "licensure.until_licensed", "licensure.legal_basis"
_WHERE_LICENSED = frozenset({"where_licensed"})
_NOT_SEEN = Words(frozenset({"waits", "sent_elsewhere"}))
"""What may become of the patients of a state without a licence, where none of them is ever seen without one."""


def said(offer: Offer, me: Mapping[str, Possible] | None = None) -> Values:
    """Every stated term at its word: where bad news comes from. `me` are the values of the reader's profile."""
    return _reading(offer, me or {}, firm=False)


def firm(offer: Offer, me: Mapping[str, Possible] | None = None) -> Values:
    """Only what binds: where good news comes from. `me` are the values of the reader's profile."""
    return _reading(offer, me or {}, firm=True)


def both(offer: Offer, me: Mapping[str, Possible] | None = None) -> tuple[Values, Values]:
    """The reading as said and the firm one; a value that is equal in both is one object."""
    as_said, as_firm = said(offer, me), firm(offer, me)
    for path, value in as_firm.items():
        other = as_said.get(path)
        if other is not value and other == value:
            as_firm[path] = other
    return as_said, as_firm


def _reading(offer: Offer, me: Mapping[str, Possible], *, firm: bool) -> Values:
    values: Values = {STAGE: _stage(offer.stage)}
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
    values.update(me)
    _narrow_role(values)
    _resolve_set_words(values)
    _leave_no_gap_in_licences(values)
    return values


@cache
def _stage(stage: str) -> Words:
    return Words(frozenset((stage,)))


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


def _narrow_role(values: Values) -> None:
    """Of the professions that one seat takes, the reader's own. A seat for others stays what it is."""
    role, mine = values.get(_ROLE), values.get(_MY_ROLE)
    if isinstance(role, Words) and isinstance(mine, Words) and role.may & mine.may:
        values[_ROLE] = Words(role.may & mine.may)


def _leave_no_gap_in_licences(values: Values) -> None:
    """Where one licence is enough for every state, or patients come only from where one is held, nobody is seen
    without; that a paper says the contrary as well is a fault (`consistency`)."""
    if UNTIL_LICENSED in values:
        return
    basis, treated = values.get(LEGAL_BASIS), values.get(PATIENT_STATES)
    federal = isinstance(basis, Words) and basis.exact and "federal" in basis.may
    if federal or (isinstance(treated, Members) and treated.named == _WHERE_LICENSED):
        values[UNTIL_LICENSED] = _NOT_SEEN


def _resolve_set_words(values: Values) -> None:
    """Put the states that a word stands for where a list names them by it: first in the patients' states."""
    for path, kind in LISTS_OF_STATES.items():
        value = values.get(path)
        if not isinstance(value, Members):
            continue
        words = value.named & _SETS.keys()
        # A set of no state at all leaves its word open: what holds for each of none would hold for anything.
        sets = {word: found for word in words if (found := _set(values.get(_SETS[word]))) and found.maybe}
        if sets:
            others = value.named - sets.keys()
            own = kind.members(others) if others else _NOBODY
            sure = own.sure.union(*(one.sure for one in sets.values()))
            maybe = own.maybe.union(*(one.maybe for one in sets.values()))
            values[path] = Members(sure, maybe, value.named)


def _set(value: Possible | None) -> Members | None:
    """A list of states, or one state, as a set; None where nothing is said."""
    if isinstance(value, Words):
        return Members(value.may if value.exact else frozenset(), value.may)
    return value if isinstance(value, Members) else None
