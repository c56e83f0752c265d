"""What follows from the role alone."""

from __future__ import annotations

from offercheck.facts.fact import NO, UNKNOWN, YES, Fact
from offercheck.offer.possible import Words
from offercheck.offer.readings import Values
from offercheck.offer.values.words import OneOf

LICENSED_ROLES = frozenset({"physician", "np", "pa", "rn", "lpn", "psychologist", "therapist", "pharmacist"})
"""The roles that a state licenses one by one; an assistant's registration is not one of them."""

_WITHOUT_PATIENTS = frozenset({"informatics", "coordinator"})
_PRESCRIBERS = frozenset({"physician", "np", "pa"})
_PERHAPS_CLINICAL = frozenset({"other"})
# A pharmacist may prescribe where a collaborative practice agreement lets them, which no offer field says.
_PERHAPS_PRESCRIBERS = frozenset({"pharmacist", "other"})


def _roles(values: Values) -> frozenset[str] | None:
    role = values.get("role")
    return role.may if isinstance(role, Words) else None


def _clinical(values: Values) -> Words:
    roles = _roles(values)
    if roles is None or roles & _PERHAPS_CLINICAL:
        return UNKNOWN
    without = roles & _WITHOUT_PATIENTS
    return YES if not without else NO if without == roles else UNKNOWN


def _prescriber(values: Values) -> Words:
    roles = _roles(values)
    if roles is None or roles & _PERHAPS_PRESCRIBERS:
        return UNKNOWN
    prescribers = roles & _PRESCRIBERS
    return YES if prescribers == roles else NO if not prescribers else UNKNOWN


_TYPE = OneOf("yes no")

CLINICAL = Fact("facts.clinical", _TYPE, ("role",), _clinical, "The role has patients of its own.")
PRESCRIBER = Fact("facts.prescriber", _TYPE, ("role",), _prescriber, "The role prescribes: physician, np, pa.")
