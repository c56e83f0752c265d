"""JSON without the places of its values: for who reads many texts and asks only the broken ones where.

It takes a seventh of the time of the walk with places, which reads the text again whatever is wrong in it.
"""

from __future__ import annotations

from functools import cache
from json import JSONDecoder
from typing import TypeAlias

from offercheck.reading.node import Node
from offercheck.reading.text import control_in
from offercheck.reading.yaml_walk import DEEPEST

_Decoded: TypeAlias = "str | bool | Node | list[_Decoded] | tuple[tuple[str, _Decoded], ...] | None"
"""A text, a literal, a number (a node already), a list, an object by its pairs."""


def unplaced_json(text: str) -> Node | None:
    """The tree that the walk gives, but for the places; None where the walk would find a fault."""
    try:
        return _node(_decoder().decode(text), 0)
    except (ValueError, RecursionError):
        return None


class _FaultyError(ValueError):
    """There is something that the walk refuses."""


@cache
def _decoder() -> JSONDecoder:
    return JSONDecoder(object_pairs_hook=tuple, parse_int=Node, parse_float=Node, parse_constant=_refuse)


def _refuse(_: str) -> None:
    raise _FaultyError


def _node(value: _Decoded, depth: int) -> Node:
    """The node of a decoded value. The depth is bounded, so is the recursion."""
    if isinstance(value, str):
        if control_in(value):
            raise _FaultyError
        return Node(value, quoted=True)
    if isinstance(value, Node):
        return value
    if value is None:
        return Node(None)
    if isinstance(value, bool):
        return Node("yes" if value else "no")
    if depth >= DEEPEST:
        raise _FaultyError
    if isinstance(value, list):
        return Node([_node(item, depth + 1) for item in value])
    entries: dict[str, Node] = {}
    for key, item in value:
        if key in entries or control_in(key):
            raise _FaultyError
        node = entries[key] = _node(item, depth + 1)
        node.key = key
    return Node(entries)
