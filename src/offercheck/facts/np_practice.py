"""Whether a nurse practitioner needs an agreement with a physician, by the states of the patients."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.facts.fact import Fact
from offercheck.facts.states import TREATED
from offercheck.offer.possible import Members, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.states import EVERYTHING
from offercheck.offer.values.words import OneOf

if TYPE_CHECKING:
    from offercheck.reference.reference import Reference

NEEDED, NOT_NEEDED = "reference.np_agreement", "reference.np_no_agreement"
_DEGREES = ("no", "partly", "yes")
_BY_CLASS = {"full": "no", "reduced": "partly", "restricted": "yes"}
_BY_LAW = {"yes": "yes", "no": "no", "conditional": "partly"}
_UNKNOWN = Members(frozenset(), EVERYTHING)


def np_practice(reference: Reference) -> Values:
    """The states where an agreement is needed and those where none is, as the fact reads them.

    What the table says of the agreement itself goes before the class of practice authority.
    """
    by_degree: dict[str, set[str]] = {degree: set() for degree in _DEGREES}
    for state in EVERYTHING:
        found = reference.np_authority(state)
        one = found.value if found else None
        degree = one and (_BY_LAW.get(one.agreement or "") or _BY_CLASS.get(one.practice))
        if degree:
            by_degree[degree].add(state)
    open_ = EVERYTHING.difference(*by_degree.values())
    needed, free = frozenset(by_degree["yes"]), frozenset(by_degree["no"])
    return {NEEDED: Members(needed, needed | open_), NOT_NEEDED: Members(free, free | open_)}


def _agreement_needed(values: Values) -> Words:
    """The most that one of the states asks for: each of those treated may ask for less than another."""
    treated = _members(values, TREATED)
    needed, free = _members(values, NEEDED), _members(values, NOT_NEEDED)
    least = max((_degrees(state, needed, free)[0] for state in treated.sure), default=0)
    most = max((_degrees(state, needed, free)[-1] for state in treated.maybe), default=2)
    return Words(frozenset(_DEGREES[least : most + 1]))


def _degrees(state: str, needed: Members, free: Members) -> list[int]:
    """What a state may ask for, the least first."""
    able = [
        state in free.maybe,
        state not in free.sure and state not in needed.sure,
        state in needed.maybe,
    ]
    return [degree for degree, possible in enumerate(able) if possible]


def _members(values: Values, path: str) -> Members:
    found = values.get(path)
    return found if isinstance(found, Members) else _UNKNOWN


NP_AGREEMENT_NEEDED = Fact(
    "facts.np_agreement_needed",
    OneOf("yes partly no"),
    (TREATED,),
    _agreement_needed,
    "A nurse practitioner needs an agreement with a physician in one of the patients' states: yes, no, or partly where "
    "it hangs on the setting or the years in practice.",
    (NEEDED, NOT_NEEDED),
)
