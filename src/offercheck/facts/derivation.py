"""The facts of a reading, with what the reference tables lend them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from offercheck.facts import FACTS
from offercheck.facts.authority import COMPACTS, MY_ROLE, NLC, ROLES_OF_COMPACTS, compact_states, profession
from offercheck.facts.noncompete import HOME, LAW, noncompete_law
from offercheck.facts.np_practice import NEEDED, np_practice
from offercheck.facts.states import LICENSED
from offercheck.offer.possible import Words

if TYPE_CHECKING:
    from offercheck.offer.readings import Values
    from offercheck.reference.reference import Reference

_WITH_AGREEMENTS = frozenset({"np", "pa"})
_MINE = (LICENSED, COMPACTS)
"""Without one of them, what a compact opens tells nothing of the reader."""

LENT_BY = ("role", MY_ROLE, HOME, *_MINE)
"""The paths whose values decide what the tables lend a reading."""


def with_facts(values: Values, paths: Iterable[str], reference: Reference | None, today: str = "") -> Values:
    """A reading and the facts at some paths. The tables are the shipped ones where none are given.

    `today` (ISO) is the day for laws that are in force from a day on; without it they are not known to be.
    """
    asked = [FACTS[path] for path in paths]
    tables = frozenset(table for fact in asked for table in fact.tables)
    known = values | lent(values, tables, reference, today) if tables else values
    return values | {fact.path: fact.derive(known) for fact in asked}


def lent(values: Values, tables: frozenset[str], reference: Reference | None, today: str) -> Values:
    """What the tables say, where the role is surely one that it is of use to: for others the facts stay open."""
    found: Values = {}
    role, roles = values.get("role"), profession(values)
    if NEEDED in tables and isinstance(role, Words) and role.may <= _WITH_AGREEMENTS:
        found |= np_practice(reference or _shipped())
    if NLC in tables and roles is not None and roles <= ROLES_OF_COMPACTS and any(path in values for path in _MINE):
        found |= compact_states(reference or _shipped())
    home = values.get(HOME)
    if LAW in tables and roles is not None and isinstance(home, Words) and home.exact:
        found |= noncompete_law(min(home.may), roles, reference or _shipped(), today)
    return found


def _shipped() -> Reference:
    from offercheck.reference.reference import Reference

    return Reference.shipped()
