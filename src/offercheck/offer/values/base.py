"""What every kind of value answers: how people type it, what it may be when nothing is said, how it is described."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, TypeAlias

from offercheck.offer.possible import Possible
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

Facets: TypeAlias = dict[str, Possible]
"""A value as rules see it: under "" the value itself, under a name a part of it (`per_claim` of limits).
Empty where a word was typed that says nothing (`unknown`)."""

JsonSchema: TypeAlias = dict[str, object]


class Refused(Exception):
    """A text that does not say what its field asks for; carries what is wrong and what to write."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class ValueType(ABC):
    """One kind of value. Instances are shared between fields and never change."""

    @property
    @abstractmethod
    def silence(self) -> Possible:
        """All the values it may have when the paper is silent."""

    @property
    def parts(self) -> Mapping[str, ValueType]:
        """The parts that rules may name after a dot, such as `per_claim` of limits."""
        return {}

    @abstractmethod
    def read(self, node: Node, faults: Faults) -> Facets | None:
        """Understand a value as people type it; None when it is refused, with the reason among the faults.

        The node is not empty: silence is the caller's to see.
        """

    @abstractmethod
    def json_schema(self) -> JsonSchema:
        """What an editor should accept and offer here: at least everything that `read` understands."""

    @abstractmethod
    def describe(self) -> str:
        """The kind in words, with its unit, for documents and messages: `minutes, 0 to 240`."""

    @property
    @abstractmethod
    def example(self) -> str:
        """A value as YAML, for the template and for advice."""


class ScalarType(ValueType):
    """A value typed as one text. Texts recur across files, so what was understood is remembered, within a bound."""

    _remembered_at_most: ClassVar[int] = 4096

    def __init__(self) -> None:
        self._understood: dict[str, Facets] = {}

    @abstractmethod
    def parse(self, text: str) -> Facets:
        """Understand one text. Raises Refused."""

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if not isinstance(content, str):
            kind = "a list" if isinstance(content, list) else "a mapping"
            faults.at(node, f"{kind} where {self.describe()} is expected", f"for example: {self.example}")
            return None
        understood = self._understood.get(content)
        if understood is None:
            try:
                understood = self.parse(content)
            except Refused as refused:
                faults.at(node, refused.message, refused.advice)
                return None
            if len(self._understood) < self._remembered_at_most:
                self._understood[content] = understood
        return understood
