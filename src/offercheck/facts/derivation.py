"""The facts of a reading, with what the reference tables lend them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from offercheck.facts import FACTS
from offercheck.offer.possible import Words

if TYPE_CHECKING:
    from offercheck.offer.readings import Values
    from offercheck.reference.reference import Reference

_WITH_AGREEMENTS = frozenset({"np", "pa"})


def with_facts(values: Values, paths: Iterable[str], reference: Reference | None) -> Values:
    """A reading and the facts at some paths. The tables are the shipped ones where none are given."""
    asked = [FACTS[path] for path in paths]
    known = values | _from_tables(reference) if any(fact.tables for fact in asked) and _np_or_pa(values) else values
    return values | {fact.path: fact.derive(known) for fact in asked}


def _np_or_pa(values: Values) -> bool:
    """Whether it is surely a role that may need an agreement: for any other no table is read, and the fact is open."""
    role = values.get("role")
    return isinstance(role, Words) and role.may <= _WITH_AGREEMENTS


def _from_tables(reference: Reference | None) -> Values:
    from offercheck.facts.np_practice import np_practice
    from offercheck.reference.reference import Reference

    return np_practice(reference or Reference.shipped())
