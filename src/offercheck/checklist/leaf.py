"""One path of a condition and what is asked of it, checked against the kind of value that stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.operands import read_members, read_span, read_words
from offercheck.checklist.scope import OFFER, entry_scope, silence_of
from offercheck.facts import FACTS
from offercheck.offer.possible import Entries, Line, Members, Span, Words
from offercheck.offer.schema import PATIENT_STATES, nearest
from offercheck.offer.values.pairs import Pairs
from offercheck.offer.values.records import Records

if TYPE_CHECKING:
    from collections.abc import Callable

    from offercheck.checklist.condition import Condition
    from offercheck.checklist.form import Form
    from offercheck.checklist.operands import Params
    from offercheck.checklist.scope import Scope
    from offercheck.offer.values.base import ValueType
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node

YES = frozenset({"yes", "true"})

_COMPARISONS = ("at_least", "at_most", "above", "below")
_LISTS = {
    "includes": "includes_all",
    "includes_any": "includes_any",
    "includes_all": "includes_all",
    "within": "within",
}
"""The matchers on lists, each with the relation that it asks for."""
MATCHERS = ("not", "stated", *_COMPARISONS, *_LISTS)

_SHAPES: dict[type, tuple[str, str]] = {
    Words: ("one word", "name the word, or a list of words of which it is one"),
    Span: ("a number", "use at_least, at_most, above or below, or the number itself"),
    Members: ("a list", "use includes, includes_any, includes_all or within"),
    Entries: ("a list of mappings", "use includes with a condition on an entry: {includes: {kind: floor}}"),
    Line: ("a text, which is never judged", "use {stated: yes}"),
}


class Leaf:
    """A path under compilation: `children` are the conditions on entries of its list. Every method that returns a form
    returns None where something is wrong, and says so among the faults."""

    __slots__ = ("_entry", "children", "faults", "params", "path", "scope", "silence", "type")

    def __init__(
        self,
        path: str,
        kind: ValueType,
        scope: Scope,
        params: Params,
        faults: Faults,
        entry: Callable[[Node, Scope], Condition | None],
    ) -> None:
        self.path = path
        self.type = kind
        self.silence = silence_of(kind)
        self.scope = scope
        self.params = params
        self.faults = faults
        self._entry = entry
        self.children: list[Condition] = []

    def form(self, node: Node) -> Form | None:
        """The form of the path against a value, a list of values, or a mapping of matchers."""
        resolved = self.params.resolve(node, self.faults)
        if resolved is None:
            return None
        content = resolved.content
        if not isinstance(content, dict) or not content or "fact" in content:
            return self._equality(resolved)
        forms = [self._matcher(child) for child in content.values()]
        complete = [form for form in forms if form is not None]
        if len(complete) < len(forms):
            return None
        return complete[0] if len(complete) == 1 else ("all", *complete)

    def _matcher(self, node: Node) -> Form | None:
        name = node.key
        if name == "not":
            inner = self.form(node)
            return None if inner is None else ("not", inner)
        if name == "stated":
            return self._stated(node)
        if isinstance(self.silence, Span) and name in _COMPARISONS:
            return self._compared(node, name)
        if isinstance(self.silence, Members) and name in _LISTS:
            return self._listed(node, name, self.silence.maybe)
        if isinstance(self.silence, Entries) and name == "includes":
            return self._includes_entry(node)
        if name in MATCHERS:
            what, advice = self._shape()
            self.faults.at_key(node, f"`{name}` does not fit: {self.path} is {what}", advice)
        else:
            self.faults.at_key(node, f"`{name}` is no matcher", _meant(node))
        return None

    def _equality(self, node: Node) -> Form | None:
        if node.empty:
            self.faults.at_key(node, f"nothing is asked of {self.path}", self._shape()[1])
            return None
        if isinstance(self.silence, Words):
            if _is_path(node):
                return self._against_path(node, "is_word")
            wanted = read_words(self.type, self.silence.may, node, self.params, self.faults)
            if wanted is None:
                return None
            if not wanted:
                self.faults.at(node, f"{self.path} is one word: it is never among none", self._shape()[1])
                return None
            return ("is_one_of", self.path, wanted)
        if isinstance(self.silence, Span) and not isinstance(node.content, list):
            return self._compared(node, "equals")
        what, advice = self._shape()
        self.faults.at(node, f"{self.path} is {what}: it cannot be compared like this", advice)
        return None

    def _stated(self, node: Node) -> Form | None:
        if node.content not in YES:
            self.faults.at(node, "`stated` is true or unknown, never false", "stated: yes")
            return None
        return ("stated", self.path, self.scope is OFFER and self.path in FACTS)

    def _compared(self, node: Node, relation: str) -> Form | None:
        operand = self.params.resolve(node, self.faults)
        if operand is None:
            return None
        if _is_path(operand):
            return self._against_path(operand, relation)
        span = read_span(self.type, operand, self.faults)
        if span is None:
            return None
        if relation == "equals" and not span.exact:
            self.faults.at(operand, "nothing equals a range", "use {at_least: LOW, at_most: HIGH}")
            return None
        return (relation, self.path, span)

    def _listed(self, node: Node, name: str, allowed: frozenset[str]) -> Form | None:
        operand = self.params.resolve(node, self.faults)
        if operand is None:
            return None
        if name == "includes" and (_is_path(operand) or isinstance(operand.content, list)):
            self.faults.at(operand, "`includes` asks for one member", "use includes_any or includes_all")
            return None
        if _is_path(operand):
            return self._against_path(operand, _LISTS[name])
        members = read_members(self.type, allowed, operand, self.params, self.faults)
        if members is None:
            return None
        if not members and name != "within":
            self.faults.at(operand, f"`{name}` needs a member", "an empty list is {within: []}")
            return None
        return (_LISTS[name], self.path, Members(members, members))

    def _includes_entry(self, node: Node) -> Form | None:
        if not isinstance(self.type, Records | Pairs):
            self.faults.at_key(node, f"the entries of {self.path} have no keys to ask for", "use {stated: yes}")
            return None
        inner = self._entry(node, entry_scope(self.type.keys))
        if inner is None:
            return None
        self.children.append(inner)
        return ("includes_entry", self.path, len(self.children) - 1)

    def _against_path(self, node: Node, relation: str) -> Form | None:
        named = node.content["fact"] if isinstance(node.content, dict) else node
        other = named.content
        if not isinstance(other, str) or (isinstance(node.content, dict) and len(node.content) > 1):
            self.faults.at(node, "`fact` stands alone and names one path", "{fact: PATH}")
            return None
        kind = self.scope.type_at(other)
        if kind is None:
            self.faults.at(named, f"`{other}` is no field and no fact", self.scope.advise(other))
            return None
        if not _comparable(self.type, kind):
            message = f"{other} ({kind.describe()}) cannot be compared with {self.path} ({self.type.describe()})"
            self.faults.at(named, message, "name a path of the same kind")
            return None
        if relation == "within" and self.path == PATIENT_STATES:
            relation = "within_or_called"
        elif relation == "within" and other == PATIENT_STATES:
            relation = "called_or_within"
        return ("to", relation, self.path, other)

    def _shape(self) -> tuple[str, str]:
        """What stands at the path, and how to ask for it."""
        return _SHAPES[type(self.silence)]


def _meant(node: Node) -> str:
    """What the author of an unknown matcher may have meant."""
    if node.empty:
        return "a comma begins a new key: put a text that holds one in quotes"
    near = nearest(node.key, MATCHERS)
    return f"did you mean `{near}`?" if near else f"use {', '.join(MATCHERS)}"


def _is_path(node: Node) -> bool:
    return isinstance(node.content, dict) and "fact" in node.content


def _comparable(one: ValueType, other: ValueType) -> bool:
    """Whether two kinds of value measure the same thing."""
    mine, its = silence_of(one), silence_of(other)
    if isinstance(mine, Span) and isinstance(its, Span):
        return type(one) is type(other) and getattr(one, "unit", "") == getattr(other, "unit", "")
    if isinstance(mine, Members) and isinstance(its, Members):
        return not mine.maybe.isdisjoint(its.maybe)
    return isinstance(mine, Words) and isinstance(its, Words) and not mine.may.isdisjoint(its.may)
