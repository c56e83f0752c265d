"""The facts of readings, derived once for all that state the same."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from offercheck.checklist.scope import PROFILE
from offercheck.evaluation.by_value import ByValue
from offercheck.facts import FACTS
from offercheck.facts.derivation import LENT_BY, lent
from offercheck.offer.schema import type_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from offercheck.offer.possible import Possible
    from offercheck.offer.readings import Values
    from offercheck.offer.values.base import ValueType
    from offercheck.reference.reference import Reference


class KnownFacts:
    """Some facts, with what they came to before."""

    def __init__(self, paths: Iterable[str], reference: Reference | None, today: str) -> None:
        facts = [FACTS[path] for path in sorted(paths)]
        tables = frozenset(table for fact in facts for table in fact.tables)
        self._lent = ByValue(LENT_BY, lambda values: lent(values, tables, reference, today))
        self._facts = [(fact.path, ByValue(read_by(fact.path), partial(self._derived, fact.path))) for fact in facts]
        self._alike: dict[Possible, Possible] = {}

    def added_to(self, reading: Values) -> Values:
        """A reading and its facts."""
        known = reading | self._lent(reading)
        return reading | {path: derived(known) for path, derived in self._facts}

    def _derived(self, path: str, values: Values) -> Possible:
        """A fact, as the same object wherever it is the same."""
        fact = FACTS[path].derive(values)
        return self._alike.setdefault(fact, fact)


def read_by(path: str) -> tuple[str, ...]:
    """The paths at which a fact finds values: its inputs, what they are made of, and what tables lend it."""
    fact = FACTS[path]
    return (*fact.inputs, *(f"{one}.{part}" for one in fact.inputs for part in _parts(one)), *fact.tables)


def _parts(path: str) -> Iterable[str]:
    kind = None if path.startswith(PROFILE) else type_at(path)
    return _inside(kind.parts) if kind is not None else ()


def _inside(parts: Mapping[str, ValueType]) -> Iterator[str]:
    for name, kind in parts.items():
        yield name
        yield from (f"{name}.{part}" for part in _inside(kind.parts))
