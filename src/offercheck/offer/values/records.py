"""Mappings, lists of mappings, and mappings that may be the word none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TypeAlias

from offercheck.offer.possible import Entries, Entry, Possible, Words
from offercheck.offer.values.base import Facets, JsonSchema, ValueType
from offercheck.offer.values.spelling import MOST_FAULTS, NO_LIKE, bare, nearest, shown
from offercheck.reading.fault import COMMA_IN_BRACES, Faults
from offercheck.reading.node import Node, node_of

Keys: TypeAlias = Mapping[str, ValueType]
EntryRule: TypeAlias = Callable[[Node, dict[str, Facets], Faults], None]
"""A rule across the keys of one mapping: its node, what each key said, where to note a fault."""

KeyAdvice: TypeAlias = Callable[[Node], str]
"""What to write instead of a key that is none, by its node; empty where nothing better is known than a near name."""

Shorthand: TypeAlias = "Callable[[str], dict[str, object] | None]"
"""One text as the mapping it is short for; None where it is not that."""

Unclear: TypeAlias = "Callable[[str], tuple[str, str] | None]"
"""What one text lacks that is short for no mapping, and what to write instead; None where nothing is known of it."""

_NONE = frozenset(("none", "nothing"))


def flattened(facets_by_key: Mapping[str, Facets]) -> dict[str, Possible]:
    """What each key may be, the parts of a value after a dot: `repay`, `repay.within`."""
    values: dict[str, Possible] = {}
    for key, facets in facets_by_key.items():
        for part, possible in facets.items():
            values[f"{key}.{part}" if part else key] = possible
    return values


def unknown_key(
    mapping: Node, item: Node, names: Mapping[str, object], faults: Faults, instead: KeyAdvice | None = None
) -> None:
    """Note a key that a mapping does not have. A key without a value is most often the rest of a text with a comma."""
    better = instead(item) if instead is not None else ""
    if better:
        faults.at_key(item, f"{shown(item.key)} is not known here", better)
        return
    near = nearest(item.key, names)
    if item.empty and (" " in item.key or (mapping.flow and not near)):
        faults.at_key(item, f"{shown(item.key)} is read as a key without a value", COMMA_IN_BRACES)
        return
    advice = f"{near}?" if near else "one of: " + ", ".join(names)
    faults.at_key(item, f"{shown(item.key)} is not known here", advice)


def read_keys(
    node: Node, content: dict[str, Node], keys: Keys, faults: Faults, instead: KeyAdvice | None = None
) -> dict[str, Facets]:
    """What each key of a mapping says; the faults of its keys are noted. Silent keys are left out."""
    before = len(faults)
    said: dict[str, Facets] = {}
    for key, item in content.items():
        kind = keys.get(key)
        if kind is None:
            unknown_key(node, item, keys, faults, instead)
        elif not item.empty:
            facets = kind.read(item, faults)
            if facets:
                said[key] = facets
        if len(faults) - before >= MOST_FAULTS:
            break
    return said


class Record(ValueType):
    """A mapping with known keys. Its value is the word `given`; its parts are the keys."""

    def __init__(self, keys: Keys, *, rules: EntryRule | None = None) -> None:
        self.keys = keys
        self.rules = rules

    @property
    def silence(self) -> Possible:
        return Words(frozenset(("none", "given")))

    @property
    def parts(self) -> Keys:
        return self.keys

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if not isinstance(content, dict):
            kind = "a list" if isinstance(content, list) else shown(str(content))
            faults.at(node, f"{kind} where a mapping is expected", f"for example: {self.example}")
            return None
        before = len(faults)
        said = read_keys(node, content, self.keys, faults)
        if self.rules is not None and len(faults) == before:
            self.rules(node, said, faults)
        if len(faults) > before:
            return None
        return {"": Words(frozenset(("given",))), **flattened(said)}

    def json_schema(self) -> JsonSchema:
        return self._mapping_schema()

    def _mapping_schema(self) -> JsonSchema:
        properties = {key: _or_null(kind.json_schema()) for key, kind in self.keys.items()}
        return {
            "type": "object",
            "properties": properties,
            "additionalProperties": False,
            "description": self.describe(),
        }

    def describe(self) -> str:
        return "a mapping of " + ", ".join(self.keys)

    @property
    def example(self) -> str:
        return "{" + ", ".join(f"{key}: {kind.example}" for key, kind in list(self.keys.items())[:2]) + "}"


class NoneOr(Record):
    """The word `none`, or a mapping with known keys."""

    words = ("none", "given")

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if isinstance(content, str):
            word = bare(content)
            if word in _NONE or word in NO_LIKE:
                return {"": Words(frozenset(("none",)))}
            if word in ("unknown", "unsaid"):
                return {}
            if word in ("given", "yes", "true"):
                return {"": Words(frozenset(("given",)))}
            faults.at(node, f"{shown(content)} where a mapping or the word none is expected", self.example)
            return None
        return super().read(node, faults)

    def json_schema(self) -> JsonSchema:
        word: JsonSchema = {"anyOf": [{"enum": ["none"]}, {"type": ["string", "boolean"]}]}
        return {"anyOf": [word, self._mapping_schema()], "description": self.describe()}

    def describe(self) -> str:
        return "the word none, or a mapping of " + ", ".join(self.keys)


class Records(ValueType):
    """A list of mappings; one mapping alone is a list of one. Every fault of every entry is reported.

    `defaults` are the values of keys that are not there, as typed. `rules` looks at one entry's keys together.
    `shorthand` understands one text as an entry, `unclear` tells what a text lacks that is none, `instead` what was
    meant by a key that is none. An `open` list leaves room for entries that nobody named, unless the word
    `nothing_else` stands in it.
    """

    def __init__(
        self,
        keys: Keys,
        *,
        open: bool = False,  # noqa: A002 - the design's word for such a list
        defaults: Mapping[str, str] | None = None,
        rules: EntryRule | None = None,
        shorthand: Shorthand | None = None,
        unclear: Unclear | None = None,
        instead: KeyAdvice | None = None,
        may_be_empty: bool = True,
        sample: str = "",
    ) -> None:
        self.keys = keys
        self.instead = instead
        self.sample = sample
        self.open = open
        self.rules = rules
        self.shorthand = shorthand
        self.unclear = unclear
        self.may_be_empty = may_be_empty
        self._defaults = defaults or {}

    @property
    def silence(self) -> Possible:
        return Entries()

    @cached_property
    def defaults(self) -> dict[str, Facets]:
        """What the keys that are not there say."""
        none = Faults()
        return {key: self.keys[key].read(node_of(text), none) or {} for key, text in self._defaults.items()}

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if isinstance(content, dict):
            items = [node]
        elif isinstance(content, list):
            items = content
        elif bare(content or "") in _NONE:
            items = []
        else:
            items = [node]
        if not items and not self.may_be_empty:
            faults.at(node, "an empty list says that there is none", "leave it out where the paper does not say")
            return None
        closed = not self.open or not items
        before = len(faults)
        entries: list[Entry] = []
        for index, item in enumerate(items):
            if isinstance(item.content, str) and bare(item.content) == "nothingelse":
                closed = True
                continue
            entry = self._entry(item, index, faults)
            if entry is not None:
                entries.append(entry)
            if len(faults) - before >= MOST_FAULTS:
                break
        if len(faults) > before:
            return None
        return {"": Entries(tuple(entries), (), None if closed else Entry({}))}

    def _entry(self, item: Node, index: int, faults: Faults) -> Entry | None:
        if item.empty:
            faults.at(item, "an item that says nothing", "delete it")
            return None
        mapping = self._mapping(item, faults)
        if mapping is None or not isinstance(mapping.content, dict):
            return None
        before = len(faults)
        said = read_keys(mapping, mapping.content, self.keys, faults, self.instead)
        if self._defaults:
            said = {**self.defaults, **said}
        if self.rules is not None and len(faults) == before:
            self.rules(mapping, said, faults)
        return Entry(flattened(said), index) if len(faults) == before else None

    def _mapping(self, item: Node, faults: Faults) -> Node | None:
        """An item as a mapping; a text where it is short for one. None with the reason among the faults."""
        content = item.content
        if isinstance(content, dict):
            return item
        if isinstance(content, str) and self.shorthand is not None:
            short = self.shorthand(content)
            if short is not None:
                return node_of(short, item.mark)
        lacking = self.unclear(content) if isinstance(content, str) and self.unclear is not None else None
        if lacking is not None:
            faults.at(item, *lacking)
            return None
        kind = "a list" if isinstance(content, list) else shown(str(content))
        faults.at(item, f"{kind} where a mapping is expected", f"for example: {self.example}")
        return None

    def json_schema(self) -> JsonSchema:
        properties = {key: _or_null(kind.json_schema()) for key, kind in self.keys.items()}
        mapping: JsonSchema = {"type": "object", "properties": properties, "additionalProperties": False}
        word: JsonSchema = {"type": ["string", "number", "boolean"]}
        listed: JsonSchema = {"type": "array", "items": {"anyOf": [mapping, word]}}
        return {"anyOf": [listed, mapping, word], "description": self.describe()}

    def describe(self) -> str:
        return "a list of mappings of " + ", ".join(self.keys)

    @property
    def example(self) -> str:
        if self.sample:
            return f"[{self.sample}]"
        pairs = ", ".join(f"{key}: {kind.example}" for key, kind in list(self.keys.items())[:2])
        return f"[{{{pairs}}}]"


def _or_null(schema: JsonSchema) -> JsonSchema:
    return {"anyOf": [schema, {"type": "null"}]}
