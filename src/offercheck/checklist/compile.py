"""Conditions as they are typed, checked against the schema, and compiled once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist import closures
from offercheck.checklist.condition import Condition
from offercheck.checklist.form import asked_by, built
from offercheck.checklist.leaf import YES, Leaf
from offercheck.checklist.scope import OFFER, Scope

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.checklist.condition import Kind
    from offercheck.checklist.operands import Params
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node

_COMBINERS: dict[str, Kind] = {"all": "all", "any": "any", "none": "none"}


def compile_condition(node: Node, faults: Faults, params: Params, scope: Scope = OFFER) -> Condition | None:
    """A condition as typed, compiled; None where something in it is wrong, with every reason among the faults."""
    content = node.content
    if not isinstance(content, dict) or not content:
        advice = "paths and what they should be: {malpractice.paid_by: employer}; or {otherwise: yes}"
        faults.at(node, "a condition is expected", advice)
        return None
    parts = [_part(child, faults, params, scope) for child in content.values()]
    return parts[0] if len(parts) == 1 else _combined("all", node, parts)


def _part(node: Node, faults: Faults, params: Params, scope: Scope) -> Condition | None:
    """One line of a condition: a combination, `otherwise`, or a path."""
    name = node.key
    if name in _COMBINERS:
        if not isinstance(node.content, list) or not node.content:
            faults.at(node, f"`{name}` needs a list of conditions", f"{name}: [{{...}}, {{...}}]")
            return None
        parts = [compile_condition(child, faults, params, scope) for child in node.content]
        return _combined(_COMBINERS[name], node, parts)
    if name == "otherwise":
        if node.content not in YES:
            faults.at(node, "`otherwise` always holds", "otherwise: yes")
            return None
        return Condition("otherwise", node, closures.always)
    return _leaf(node, faults, params, scope)


def _leaf(node: Node, faults: Faults, params: Params, scope: Scope) -> Condition | None:
    kind = scope.type_at(node.key)
    if kind is None:
        faults.at_key(node, f"`{node.key}` is no field and no fact", scope.advise(node.key))
        return None

    def entry(inner: Node, keys: Scope) -> Condition | None:
        return compile_condition(inner, faults, params, keys)

    leaf = Leaf(node.key, kind, scope, params, faults, entry)
    form = leaf.form(node)
    if form is None:
        return None
    asks = asked_by(form)
    return Condition(
        "leaf",
        node,
        built(form, scope, leaf.children),
        tuple(leaf.children),
        form=form,
        paths=frozenset((*asks, *map(scope.field_of, asks))),
        params=params.nodes,
    )


def _combined(kind: Kind, node: Node, parts: Sequence[Condition | None]) -> Condition | None:
    children = tuple(part for part in parts if part is not None)
    if len(children) < len(parts):
        return None
    tests = [child.test for child in children]
    test = closures.all_of(tests) if kind == "all" else closures.any_of(tests)
    paths = frozenset().union(*(child.paths for child in children))
    return Condition(kind, node, closures.negated(test) if kind == "none" else test, children, paths=paths)
