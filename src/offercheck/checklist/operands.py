"""What a condition compares with: understood by the kind of value it is compared with, or another path's value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.possible import Members, Span, Words
from offercheck.offer.schema import nearest
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from offercheck.offer.possible import Possible
    from offercheck.offer.values.base import ValueType


class Params:
    """A rule's thresholds by name, and which of them its conditions used."""

    __slots__ = ("nodes", "used")

    def __init__(self, nodes: dict[str, Node]) -> None:
        self.nodes = nodes
        self.used: set[str] = set()

    def resolve(self, node: Node, faults: Faults) -> Node | None:
        """The node itself, or the threshold that `{param: NAME}` names; None where there is none of that name."""
        content = node.content
        if not isinstance(content, dict) or "param" not in content:
            return node
        name = content["param"].content
        if len(content) > 1 or not isinstance(name, str):
            faults.at(node, "`param` stands alone and names one threshold", "{param: NAME}")
            return None
        self.used.add(name)
        if name not in self.nodes:
            near = nearest(name, list(self.nodes))
            advice = f"did you mean `{near}`?" if near else f"add it to the rule: params: {{{name}: ...}}"
            faults.at(content["param"], f"the rule has no param `{name}`", advice)
            return None
        if isinstance(self.nodes[name].content, dict):
            faults.at(self.nodes[name], f"the param `{name}` is a mapping", "a param is one value, or a list of values")
            return None
        return self.nodes[name]


def read_words(
    kind: ValueType, allowed: frozenset[str], node: Node, params: Params, faults: Faults
) -> frozenset[str] | None:
    """The word or words of a closed list that a rule asks for; None where one is refused."""
    return _each(node, params, faults, lambda one: _word(kind, allowed, one, faults))


def read_members(
    kind: ValueType, allowed: frozenset[str], node: Node, params: Params, faults: Faults
) -> frozenset[str] | None:
    """The members of a list that a rule asks for, none for an empty list; None where one is refused."""
    return _each(node, params, faults, lambda one: _members(kind, allowed, one, faults))


def read_span(kind: ValueType, node: Node, faults: Faults) -> Span | None:
    """A number with the unit of its field; None where it is refused."""
    value = _read(kind, node, faults)
    if value is None or isinstance(value, Span):
        return value
    _refuse(kind, node, faults)
    return None


def _each(
    node: Node, params: Params, faults: Faults, read: Callable[[Node], frozenset[str] | None]
) -> frozenset[str] | None:
    """What one text or each text of a list stands for, together; thresholds among them are resolved."""
    if not isinstance(node.content, list):
        return read(node)
    resolved = [params.resolve(item, faults) for item in node.content]
    found: frozenset[str] | None = frozenset() if None not in resolved else None
    for item in resolved:
        for one in () if item is None else item.content if isinstance(item.content, list) else (item,):
            group = read(one)
            found = None if found is None or group is None else found | group
    return found


def _word(kind: ValueType, allowed: frozenset[str], node: Node, faults: Faults) -> frozenset[str] | None:
    text = node.content
    if isinstance(text, str) and text in allowed:
        return frozenset((text,))
    value = _read(kind, node, faults)
    if value is None or (isinstance(value, Words) and value.exact):
        return None if value is None else value.may
    faults.at(node, f"`{text}` leaves open which word it is", f"name them: {', '.join(sorted(allowed))}")
    return None


def _members(kind: ValueType, allowed: frozenset[str], node: Node, faults: Faults) -> frozenset[str] | None:
    text = node.content
    if isinstance(text, str) and text in allowed:
        return frozenset((text,))
    value = _read(kind, node, faults)
    if value is None:
        return None
    if not isinstance(value, Members):
        _refuse(kind, node, faults)
        return None
    if value.maybe and not value.sure:
        faults.at(node, f"which members `{text}` stands for depends on the offer", "name them, or use {fact: PATH}")
        return None
    return value.sure


def _read(kind: ValueType, node: Node, faults: Faults) -> Possible | None:
    """An operand as the field's own kind understands it; None where it is refused."""
    if node.empty:
        place = faults.at_key if node.key else faults.at
        place(node, "nothing to compare with", f"for example: {kind.example}")
        return None
    facets = kind.read(node, faults)
    if facets is None or "" in facets:
        return None if facets is None else facets[""]
    _refuse(kind, node, faults)
    return None


def _refuse(kind: ValueType, node: Node, faults: Faults) -> None:
    faults.at(node, f"`{node.content}` says nothing to compare with", f"for example: {kind.example}")
