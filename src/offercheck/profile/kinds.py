"""The kinds of value that only a profile has: states without set words, weights of areas, keys of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.possible import Line, Members, Possible, Span
from offercheck.offer.schema import AREAS, JUDGED_AREAS
from offercheck.offer.values.base import Facets, JsonSchema, ValueType
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.spelling import MOST_FAULTS, bare, nearest, shown
from offercheck.offer.values.states import NAMES, States

if TYPE_CHECKING:
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node

AREA_NAMES = tuple(area.name for area in AREAS if area.name in JUDGED_AREAS)
"""The thirteen areas in their order."""

GREATEST_WEIGHT = 100


class HeldStates(States):
    """The states in which a person holds something: names and codes, or `all`; nothing that an offer leaves open."""

    words = (*NAMES, "all")

    def __init__(self) -> None:
        super().__init__(cover=True)

    def _token(self, item: Node, faults: Faults, alone: bool) -> str:
        token = super()._token(item, faults, alone)
        if token and token not in self.words:
            faults.at(item, f"{token} does not say which states", "each by postal code or name: [TX, FL]")
        return token

    def _advice(self, text: str, alone: bool) -> str:  # noqa: ARG002  # as the list that it is a kind of
        near = nearest(text, NAMES.values()) if len(text) > 2 else ""
        return f"{near}?" if near else "each by postal code or name: [TX, FL]; [] where there is none"

    def describe(self) -> str:
        return "states, by postal code or name, or all"


class Weights(ValueType):
    """Areas with how much each counts: a part for each area. 1 is the weight of what is not named."""

    def __init__(self) -> None:
        self.number = Number(0, GREATEST_WEIGHT)

    @property
    def silence(self) -> Possible:
        return Line(None)

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if not isinstance(content, dict):
            faults.at(node, f"{self.describe()} is expected", f"for example: {self.example}")
            return None
        before = len(faults)
        weights: Facets = {}
        for area, item in content.items():
            weight = self._weight(item, faults)
            if weight is not None:
                weights[area] = weight
            if len(faults) - before >= MOST_FAULTS:
                break
        return None if len(faults) > before else weights

    def _weight(self, item: Node, faults: Faults) -> Span | None:
        advice = "a number above 0: 1 is usual, 2 counts double, 0.5 half"
        if item.empty:
            faults.at_key(item, f"{shown(item.key)} has no weight", advice)
            return None
        before = len(faults)
        weight = (self.number.read(item, faults) or {}).get("")
        if len(faults) == before and not (isinstance(weight, Span) and weight.exact and weight.low > 0):
            faults.at(item, "a weight is one number above 0", advice)
        return weight if isinstance(weight, Span) and len(faults) == before else None

    def json_schema(self) -> JsonSchema:
        weight: JsonSchema = {"type": ["number", "string"]}
        return {
            "type": "object",
            "properties": dict.fromkeys(AREA_NAMES, weight),
            "additionalProperties": weight,
            "description": self.describe(),
        }

    def describe(self) -> str:
        return f"a mapping of areas ({', '.join(AREA_NAMES)}) to numbers above 0, 1 where an area is not named"

    @property
    def example(self) -> str:
        return "{compensation: 2, growth: 0.5}"


class RuleKeys(ValueType):
    """A list of rules by key: `malpractice/tail-payer`. Whether a checklist has them is for the checklist to say."""

    @property
    def silence(self) -> Possible:
        return Line(None)

    def read(self, node: Node, faults: Faults) -> Facets | None:
        before = len(faults)
        keys = [key for item in rule_nodes(node) if (key := self._key(item, faults))]
        return None if len(faults) > before else {"": Members(frozenset(keys), frozenset(keys))}

    def _key(self, item: Node, faults: Faults) -> str:
        content = item.content
        if isinstance(content, str) and content.strip():
            return content.strip()
        faults.at(item, "a rule is named by its key", f"for example: {self.example}")
        return ""

    def json_schema(self) -> JsonSchema:
        rule: JsonSchema = {"type": "string"}
        return {"anyOf": [{"type": "array", "items": rule}, rule], "description": self.describe()}

    def describe(self) -> str:
        return "a list of rules by key, as `offercheck rules` lists them"

    @property
    def example(self) -> str:
        return "[malpractice/tail-payer]"


def rule_nodes(node: Node) -> list[Node]:
    """The rules of a list, each at its place; one alone needs no list, and `none` is an empty one."""
    if isinstance(node.content, str) and bare(node.content) == "none":
        return []
    return node.content if isinstance(node.content, list) else [node]
