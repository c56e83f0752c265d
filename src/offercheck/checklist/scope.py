"""The paths that a condition may read, and the kind of value that stands at each."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from offercheck.facts import FACTS
from offercheck.offer.schema import FIELDS, field_of, misplaced, nearest, type_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from offercheck.offer.field import Field
    from offercheck.offer.possible import Possible
    from offercheck.offer.values.base import ValueType

PROFILE = "me."


class Scope:
    """A set of paths: those of the offer and its facts, or the keys of the entries of one list.

    `field_of` traces a part (`malpractice.limits.per_claim`) to its field; `advise` says what an unknown path may have
    meant.
    """

    __slots__ = ("_silences", "advise", "field_of", "type_at")

    def __init__(
        self,
        type_at: Callable[[str], ValueType | None],
        field_of: Callable[[str], str],
        advise: Callable[[str], str],
    ) -> None:
        self.type_at = type_at
        self.field_of = field_of
        self.advise = advise
        self._silences: dict[str, Possible] = {}

    def silence_at(self, path: str) -> Possible:
        """All that the value at a path may be while nothing is said. Raises KeyError where there is no such path."""
        known = self._silences.get(path)
        if known is None:
            kind = self.type_at(path)
            if kind is None:
                raise KeyError(path)
            known = self._silences[path] = silence_of(kind)
        return known


def _offer_type(path: str) -> ValueType | None:
    if path.startswith(PROFILE):
        field = _profile_fields().get(path)
        return field.type if field is not None else None
    fact = FACTS.get(path)
    return fact.type if fact is not None else type_at(path)


def _profile_fields() -> Mapping[str, Field]:
    from offercheck.profile.fields import READ_BY_RULES  # few rules read a profile

    return READ_BY_RULES


def _offer_advice(path: str) -> str:
    if path.startswith(PROFILE) or path == PROFILE.rstrip("."):
        fields = _profile_fields()
        guess = nearest(path, fields)
        return f"did you mean `{guess}`?" if guess else f"a profile has {', '.join(fields)}"
    elsewhere = misplaced(path.rpartition(".")[2])
    near = nearest(path, [*FIELDS, *FACTS])
    guesses = dict.fromkeys([*([near] if near else []), *elsewhere])
    return f"did you mean {_either(guesses)}?" if guesses else "`offercheck schema` lists every field"


OFFER = Scope(_offer_type, field_of, _offer_advice)


@cache
def silence_of(kind: ValueType) -> Possible:
    """All that a value may be while the paper says nothing of it. Kinds are few, and last as long as the schema."""
    return kind.silence


def entry_scope(keys: Mapping[str, ValueType]) -> Scope:
    """The scope of a condition on the entries of a list of mappings: their keys, and parts of them after a dot."""

    def advise(path: str) -> str:
        near = nearest(path, list(keys))
        return f"did you mean {near}?" if near else f"an entry has {', '.join(keys)}"

    return Scope(lambda path: _inside(keys, path), lambda path: path, advise)


def _inside(types: Mapping[str, ValueType], path: str) -> ValueType | None:
    found = types.get(path)
    if found is not None:
        return found
    name, _, rest = path.partition(".")
    outer = types.get(name)
    return _inside(outer.parts, rest) if outer is not None and rest else None


def _either(guesses: Iterable[str]) -> str:
    return " or ".join(f"`{guess}`" for guess in guesses)
