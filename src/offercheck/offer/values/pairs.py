"""Mappings whose keys are values too."""

from __future__ import annotations

from offercheck.offer.possible import Entries, Entry, Possible
from offercheck.offer.values.base import Facets, JsonSchema, ValueType
from offercheck.offer.values.records import Keys
from offercheck.offer.values.spelling import MOST_FAULTS, shown
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node


class Pairs(ValueType):
    """A mapping whose keys are values too (`TX: 40%`): each pair is an entry with the two keys named here."""

    def __init__(self, left: str, left_type: ValueType, right: str, right_type: ValueType) -> None:
        self.left = left
        self.right = right
        self.keys: Keys = {left: left_type, right: right_type}

    @property
    def silence(self) -> Possible:
        return Entries()

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if not isinstance(content, dict):
            faults.at(node, f"{self.describe()} is expected", f"for example: {self.example}")
            return None
        before = len(faults)
        entries: list[Entry] = []
        for key, item in content.items():
            if item.empty:
                faults.at_key(item, f"{shown(key)} has no {self.right}", f"for example: {self.example}")
                if len(faults) - before >= MOST_FAULTS:
                    break
                continue
            left = self.keys[self.left].read(Node(key, item.key_mark), faults)
            right = self.keys[self.right].read(item, faults)
            if left and right:
                values = {self.left: left[""], self.right: right[""]}
                entries.append(Entry(values, len(entries)))
            elif left is not None and not left:
                faults.at_key(item, f"a {self.right} of no {self.left}", f"for example: {self.example}")
            if len(faults) - before >= MOST_FAULTS:
                break
        if len(faults) == before:
            self.check(node, entries, faults)
        return None if len(faults) > before else {"": self.gathered(entries)}

    def check(self, node: Node, entries: list[Entry], faults: Faults) -> None:
        """Look at all the pairs together."""

    def gathered(self, entries: list[Entry]) -> Entries:
        """The pairs as a list; further ones stay possible."""
        return Entries(tuple(entries))

    def json_schema(self) -> JsonSchema:
        value = self.keys[self.right].json_schema()
        return {"type": "object", "additionalProperties": value, "description": self.describe()}

    def describe(self) -> str:
        return f"a mapping of {self.left} to {self.right}"

    @property
    def example(self) -> str:
        return f"{{{self.keys[self.left].example}: {self.keys[self.right].example}}}"
