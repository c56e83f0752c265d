"""Conditions out of a prepared checklist: each part is put together when somebody asks for it.

Of the conditions of a checklist one offer meets a half, and of those that it meets it wants the test alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from offercheck.checklist import closures
from offercheck.checklist.condition import Condition
from offercheck.checklist.form import asked_by, built, from_plain, plain
from offercheck.checklist.scope import entry_scope
from offercheck.offer.values.pairs import Pairs
from offercheck.offer.values.records import Records
from offercheck.reading.node import NOWHERE, Node, node_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from offercheck.checklist.scope import Scope
    from offercheck.reading.node import Mark, Plain


def plain_condition(condition: Condition) -> list[object]:
    """A condition as JSON can hold it: its kind, its form if it is a leaf, its children; of a whole one the paths."""
    return [*_plain_part(condition), sorted(condition.paths)]


def _plain_part(condition: Condition) -> list[object]:
    return [condition.kind, plain(condition.form), [_plain_part(child) for child in condition.children]]


class LateNode(Node):
    """A tree for plain data that is built when it is looked into."""

    __slots__ = ("_typed",)

    def __init__(self, typed: Plain, mark: Mark, key: str = "") -> None:
        self._typed = typed
        self.mark = self.key_mark = mark
        self.quoted = self.flow = False
        self.key = key

    def __getattr__(self, name: str) -> Any:
        if name != "content":
            raise AttributeError(name)
        self.content = node_of(self._typed, self.mark).content
        return self.content


class KeptCondition(Condition):
    """A condition from its kept form, and from what was typed, for whoever wants to read it.

    `typed` is a function, for what a part was typed as is found in what the whole was.
    """

    __slots__ = ("_kept", "_scope", "_typed")

    def __init__(self, kept: Sequence[Any], typed: Callable[[], Any], scope: Scope, params: Mapping[str, Node]) -> None:
        self.kind = kept[0]
        self._kept = kept
        self._typed = typed
        self._scope = scope
        self._params = params

    def __getattr__(self, name: str) -> Any:
        """A part that is not there yet."""
        make = _PARTS.get(name)
        if make is None:
            raise AttributeError(name)
        part = make(self)
        setattr(self, name, part)
        return part

    def made_form(self) -> Any:
        return from_plain(self._kept[1]) if self.kind == "leaf" else ()

    def made_asks(self) -> tuple[str, ...]:
        return asked_by(self.form) if self.kind == "leaf" else ()

    def made_node(self) -> Node:
        name, typed = self._part() if self.kind in ("leaf", "otherwise") else ("", self._typed())
        return LateNode(typed, NOWHERE, name)

    def made_test(self) -> closures.Test:
        if self.kind == "leaf":
            return built(self.form, self._scope, self.children if self._kept[2] else ())
        if self.kind == "otherwise":
            return closures.always
        tests = [child.test for child in self.children]
        if self.kind == "all":
            return closures.all_of(tests)
        return closures.any_of(tests) if self.kind == "any" else closures.negated(closures.any_of(tests))

    def made_paths(self) -> frozenset[str]:
        if len(self._kept) > 3:
            return frozenset(self._kept[3])
        if self.kind == "leaf":
            return frozenset((*self.asks, *map(self._scope.field_of, self.asks)))
        return frozenset().union(*(child.paths for child in self.children))

    def made_children(self) -> tuple[Condition, ...]:
        scope = self._scope
        kind = scope.type_at(self.path) if self.kind == "leaf" and self._kept[2] else None
        if isinstance(kind, Records | Pairs):
            scope = entry_scope(kind.keys)
        return tuple(
            KeptCondition(one, partial(self._typed_part, number), scope, self._params)
            for number, one in enumerate(self._kept[2])
        )

    def _typed_part(self, number: int) -> Any:
        """What a child was typed as."""
        typed = self._typed()
        if self.kind == "leaf":
            return list(_of_entries(self._part()[1]))[number]
        if len(typed) > 1:
            name = list(typed)[number]
            return {name: typed[name]}
        return self._part()[1][number]

    def _part(self) -> tuple[str, Any]:
        """The one line of what was typed: a path or a combiner, and what stands under it."""
        [(name, typed)] = self._typed().items()
        return name, typed


_PARTS: dict[str, Callable[[KeptCondition], object]] = {
    "form": KeptCondition.made_form,
    "asks": KeptCondition.made_asks,
    "node": KeptCondition.made_node,
    "test": KeptCondition.made_test,
    "paths": KeptCondition.made_paths,
    "children": KeptCondition.made_children,
}


def _of_entries(typed: Any) -> Iterator[Any]:
    """The conditions on entries that a matcher holds, in the order in which a leaf finds them."""
    if isinstance(typed, dict) and "fact" not in typed:
        for name, operand in typed.items():
            if name == "not":
                yield from _of_entries(operand)
            elif name == "includes" and isinstance(operand, dict) and operand.keys().isdisjoint(("fact", "param")):
                yield operand
