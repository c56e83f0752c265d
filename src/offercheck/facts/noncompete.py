"""What the law where the reader lives says of non-competes, as far as the table knows it for their profession."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.facts.authority import MY_ROLE
from offercheck.facts.fact import Fact
from offercheck.offer.possible import Words
from offercheck.offer.readings import Values
from offercheck.offer.values.words import OneOf

if TYPE_CHECKING:
    from offercheck.reference.reference import Reference

HOME, LAW = "me.home_state", "reference.noncompete_law"

_RULES = frozenset({"ban", "limit"})
_UNKNOWN = Words(_RULES | {"none_known"})
_NURSES = frozenset({"np", "rn", "lpn"})
_SCOPES = {
    "physicians": frozenset({"physician"}),
    "md_do_pa_np_rn_dentist": frozenset({"physician", "pa", "np", "rn"}),
    "np_rn_pa_naturopath": frozenset({"np", "rn", "pa"}),
    "md_do_np_crna_pa": frozenset({"physician", "np", "pa"}),
    "physicians_dentists_nurses_pas": _NURSES | {"physician", "pa"},
    "healthcare_workers": _NURSES | {"physician", "pa", "psychologist", "therapist", "pharmacist"},
}
"""Whom a law is for, where the profession alone decides it. One that asks for more (a hospital, a wage) has none."""


def noncompete_law(state: str, roles: frozenset[str], reference: Reference, today: str) -> Values:
    """What is in force for each of some professions on a day (ISO, empty where none is known); nothing where open."""
    found = {
        law.value.rule
        for law in reference.noncompete(state)
        if _is_for(law.value.scope, roles) and _in_force(law.value.effective or "", today)
    }
    rule = "ban" if "ban" in found else "limit" if "limit" in found else ""
    return {LAW: Words(frozenset({rule}))} if rule in _RULES else {}


def _is_for(scope: str, roles: frozenset[str]) -> bool:
    return scope == "all_workers" or roles <= _SCOPES.get(scope, frozenset())


def _in_force(effective: str, today: str) -> bool:
    """An inexact date counts as its last day: `2025` may have been December."""
    last = effective + {4: "-12-31", 7: "-31"}.get(len(effective), "")
    return last <= today if effective else True


def _at_home(values: Values) -> Words:
    law = values.get(LAW)
    return law if isinstance(law, Words) else _UNKNOWN


NONCOMPETE_AT_HOME = Fact(
    "facts.noncompete_at_home",
    OneOf("ban limit none_known"),
    (HOME, MY_ROLE, "role"),
    _at_home,
    "What the law of the state where you live does to a non-compete of your profession: a ban or a limit that is on "
    "record and in force. Where no law is on record the answer stays open.",
    (LAW,),
)
