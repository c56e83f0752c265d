"""A condition of a rule: a tree of questions to the offer, answered true, false or unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from offercheck.checklist.form import asked_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from offercheck.checklist.closures import Test
    from offercheck.checklist.form import Form
    from offercheck.offer.readings import Values
    from offercheck.reading.node import Node, Plain

Kind: TypeAlias = Literal["all", "any", "none", "otherwise", "leaf"]


class Condition:
    """A condition, compiled: `test` answers it for a reading of an offer, by path, silent paths left out.

    `paths` are all that it reads of the offer (`malpractice.limits.per_claim` and the field itself,
    `malpractice.limits`), of the facts and of the profile. The rest is for explaining it: `kind`; of a leaf its
    `form`, the `path`, what is asked of it (`matcher`) and, under `includes`, the condition on an entry as its one
    child; the `node` it was written as.
    """

    __slots__ = ("_params", "asks", "children", "form", "kind", "node", "paths", "test")

    def __init__(
        self,
        kind: Kind,
        node: Node,
        test: Test,
        children: tuple[Condition, ...] = (),
        *,
        form: Form = (),
        paths: frozenset[str] = frozenset(),
        params: Mapping[str, Node] | None = None,
    ) -> None:
        self.kind = kind
        self.node = node
        self.test = test
        self.children = children
        self.form = form
        self.asks = asked_by(form) if form else ()
        self.paths = paths
        self._params = params or {}

    @property
    def path(self) -> str:
        """Of a leaf the path that it asks of; empty for any other."""
        return self.asks[0] if self.asks else ""

    @property
    def matcher(self) -> str:
        """What is asked of the path of a leaf, in words: `not one of employer, included`."""
        return in_words(self.node.plain(), self._params) if self.kind == "leaf" else ""

    def open_paths(self, values: Values) -> set[str]:
        """The paths whose answer could still settle it: those of unknown leaves in its unknown parts.

        Of a comparison between two paths, a path that holds one value already is left out.
        """
        if self.test(values) is not None:
            return set()
        if self.kind == "leaf":
            return _not_exact(self.asks, values) or set(self.asks)
        found: set[str] = set()
        for child in self.children:
            found |= child.open_paths(values)
        return found


def _not_exact(paths: Iterable[str], values: Values) -> set[str]:
    return {path for path in paths if path not in values or not values[path].exact}


def in_words(matcher: Plain, params: Mapping[str, Node]) -> str:
    """A matcher or an operand as one reads it out, its parameters filled in."""
    if isinstance(matcher, list):
        words = ", ".join(in_words(item, params) for item in matcher)
        return f"one of {words}" if len(matcher) > 1 else words or "nothing"
    if isinstance(matcher, dict):
        return " and ".join(_phrase(name, operand, params) for name, operand in matcher.items())
    return matcher or ""


def _phrase(name: str, operand: Plain, params: Mapping[str, Node]) -> str:
    if name == "fact":
        return str(operand)
    if name == "param":
        param = params.get(str(operand))
        return in_words(param.plain(), params) if param is not None else str(operand)
    if name == "stated":
        return "stated"
    listed = isinstance(operand, list)
    said = ", ".join(in_words(item, params) for item in operand) or "nothing" if isinstance(operand, list) else ""
    return f"{name.replace('_', ' ')} {said if listed and name != 'not' else in_words(operand, params)}"
