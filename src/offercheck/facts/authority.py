"""Where the reader may treat: by a licence, or by a compact that gives an authority without one.

PSYPACT does that for a psychologist who holds its authority, the NLC for a nurse with a multistate licence. The IMLC
gives licences, which the profile lists once they are issued.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.facts.fact import Fact
from offercheck.facts.states import INSURED, LICENSED, TREATED
from offercheck.offer.possible import Members, Truth, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.states import EVERYTHING, TERRITORIES, States

if TYPE_CHECKING:
    from offercheck.reference.reference import Reference

COMPACTS, MY_ROLE = "me.compact", "me.role"
PSYPACT, NLC = "reference.psypact", "reference.nlc"
_BY_ROLE = {"psychologist": ("psypact", PSYPACT), "rn": ("nlc", NLC), "lpn": ("nlc", NLC)}
ROLES_OF_COMPACTS = frozenset(_BY_ROLE)
# `enacted` is law that is not known to be usable: it stays unknown.
IN_FORCE: dict[str, Truth] = {"member": True, "non_member": False, "enacted_not_active": False}
_ANYWHERE = Members(frozenset(), EVERYTHING | TERRITORIES)
_NOWHERE = Members(frozenset(), frozenset())


def compact_states(reference: Reference) -> Values:
    """Where a compact that gives an authority is in force, and where that is not known."""
    return {path: _states_of(name, reference) for name, path in dict(_BY_ROLE.values()).items()}


def _states_of(compact: str, reference: Reference) -> Members:
    found = {state: reference.compact(compact, state) for state in EVERYTHING | TERRITORIES}
    force = {state: IN_FORCE.get(one.value) if one else None for state, one in found.items()}
    sure = frozenset(state for state, truth in force.items() if truth)
    return Members(sure, sure | {state for state, truth in force.items() if truth is None})


def profession(values: Values) -> frozenset[str] | None:
    """What the reader may be, by their profile or else by the seat; None where neither says."""
    for path in (MY_ROLE, "role"):
        role = values.get(path)
        if isinstance(role, Words):
            return role.may
    return None


def _authority(values: Values) -> Members:
    """The states that a compact opens to the reader."""
    roles = profession(values)
    ways = [_by_compact(one, values) if one in _BY_ROLE else _NOWHERE for one in roles or ROLES_OF_COMPACTS]
    exact = roles is not None and len(roles) == 1
    return Members(ways[0].sure if exact else frozenset(), frozenset().union(*(way.maybe for way in ways)))


def _by_compact(role: str, values: Values) -> Members:
    name, path = _BY_ROLE[role]
    said, states = values.get(COMPACTS), _members(values, path)
    if not isinstance(said, Members):
        return Members(frozenset(), states.maybe)
    return Members(
        states.sure if name in said.sure else frozenset(), states.maybe if name in said.maybe else frozenset()
    )


def _members(values: Values, path: str) -> Members:
    found = values.get(path)
    return found if isinstance(found, Members) else _ANYWHERE


def _without(these: Members, those: Members) -> Members:
    """A - B of two lists: sure is sure A without maybe B, maybe is maybe A without sure B."""
    return Members(these.sure - those.maybe, these.maybe - those.sure)


def states_of_mine(values: Values) -> Members:
    """The states in which the reader may treat."""
    held, opened = _members(values, LICENSED), _authority(values)
    return Members(held.sure | opened.sure, held.maybe | opened.maybe)


def _unlicensed(values: Values) -> Members:
    return _without(_members(values, TREATED), states_of_mine(values))


def _licensed_uninsured(values: Values) -> Members:
    return _without(_members(values, LICENSED), _members(values, INSURED))


STATES_UNLICENSED = Fact(
    "facts.states_unlicensed",
    States(),
    (TREATED, LICENSED, COMPACTS, MY_ROLE, "role"),
    _unlicensed,
    "States whose patients are treated and in which you hold neither a licence nor a compact's authority.",
    (PSYPACT, NLC),
)
STATES_LICENSED_UNINSURED = Fact(
    "facts.states_licensed_uninsured",
    States(),
    (LICENSED, INSURED),
    _licensed_uninsured,
    "States in which you are licensed and the malpractice policy does not answer.",
)
