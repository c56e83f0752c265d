"""A function of a few values of a reading, worked out once for each set of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offercheck.offer.possible import Possible
    from offercheck.offer.readings import Values

T = TypeVar("T")

KEPT_AT_MOST = 256
"""Sets of values that are kept. Where there are more, hardly one comes again: all are forgotten."""


class ByValue(Generic[T]):
    """What `work` makes of a reading, of which it looks at the values at some paths alone.

    A value is the same where it is the same object, as a text that is read twice gives one; where it is not, nothing
    worse than time is lost. `known` are the results by the identity of the values, which stay alive, so that nothing
    else can take it.
    """

    __slots__ = ("_alive", "_work", "known", "paths")

    def __init__(self, paths: Sequence[str], work: Callable[[Values], T]) -> None:
        self.paths = paths
        self._work = work
        self.known: dict[Any, T] = {}
        self._alive: list[list[Possible | None]] = []

    def __call__(self, values: Values) -> T:
        said = [values.get(path) for path in self.paths]
        key = tuple(map(id, said)) if len(said) > 1 else id(said[0])
        if key in self.known:
            return self.known[key]
        if len(self._alive) >= KEPT_AT_MOST:
            self.known.clear()
            self._alive.clear()
        self._alive.append(said)
        result = self.known[key] = self._work(values)
        return result
