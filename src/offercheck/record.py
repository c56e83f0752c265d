"""Records: slotted classes that are declared as dataclasses are, and cost a fortieth of one to define.

`dataclass` compiles an `__init__`, an `__eq__` and a `__repr__` for every class when the class is defined: 0.9 ms each
with slots, and a run of `check` meets 82 of them. A record (0.02 ms) shares the last two, and compiles its `__init__`
when the first instance is made. Type checkers see a dataclass (PEP 681); so do `dataclasses.replace`, `fields` and
Pydantic, for which a real one is made when they ask.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, cast, dataclass_transform, overload

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, frozen: bool = False, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform()
def record(cls: Any = None, /, *, frozen: bool = False, eq: bool = True) -> Any:
    """Make a class with annotated fields a record: with slots, `__init__`, `__eq__`, `__repr__`, `__match_args__`.

    The instances of a `frozen` one can be hashed; that nothing is assigned to their fields is the type checker's to
    see, and costs nothing when they are made. Without `eq` two are equal only where they are one. Defaults are shared:
    they are not to be changed. No field is inherited.
    """
    if cls is None:
        return lambda decorated: _record(decorated, frozen=frozen, eq=eq)
    return _record(cls, frozen=frozen, eq=eq)


def _record(cls: type, *, frozen: bool, eq: bool) -> type:
    names = tuple(cls.__annotations__)
    body = dict(cls.__dict__)
    defaults = tuple(body.pop(name) for name in names if name in body)
    for unwanted in ("__dict__", "__weakref__"):
        body.pop(unwanted, None)
    body |= {
        "__slots__": names,
        "__match_args__": names,
        "__dataclass_fields__": _AsDataclass(names, defaults),
        "__init__": _init_at_first(names, defaults),
        "__repr__": _repr,
    }
    if eq:
        values = attrgetter(*names)
        body["__eq__"] = _eq_of(values)
        body["__hash__"] = (lambda self: hash(values(self))) if frozen else None
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    return made


def _init_at_first(names: tuple[str, ...], defaults: tuple[object, ...]) -> Callable[..., None]:
    """An `__init__` that compiles the real one, puts it in its place and calls it: many are never needed."""

    def __init__(self: object, *args: object, **given: object) -> None:  # noqa: N807
        made: dict[str, Any] = {}
        lines = "\n".join(f"    self.{name} = {name}" for name in names)
        exec(f"def __init__(self, {', '.join(names)}):\n{lines}", {}, made)  # noqa: S102  # the class's own field names
        init = made["__init__"]
        init.__defaults__ = defaults
        type(self).__init__ = init  # type: ignore[method-assign]
        init(self, *args, **given)

    return __init__


def _eq_of(values: Callable[[Any], object]) -> Callable[[Any, object], bool]:
    def __eq__(self: Any, other: object) -> bool:  # noqa: N807
        if self is other:
            return True
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({fields})"


class _AsDataclass:
    """What `dataclasses` and Pydantic know a dataclass by: its fields, taken from one that is made when they ask."""

    def __init__(self, names: tuple[str, ...], defaults: tuple[object, ...]) -> None:
        self.names = names
        self.defaults = defaults

    def __get__(self, instance: object, cls: type) -> dict[str, Any]:
        from dataclasses import field, make_dataclass

        without = len(self.names) - len(self.defaults)
        shown: list[Any] = [(name, cls.__annotations__[name]) for name in self.names[:without]]
        for name, default in zip(self.names[without:], self.defaults, strict=True):
            shown.append((name, cls.__annotations__[name], field(default=default)))
        known, plain = cast(Any, cls), cast(Any, make_dataclass(cls.__name__, shown))
        known.__dataclass_fields__ = plain.__dataclass_fields__
        return cast("dict[str, Any]", plain.__dataclass_fields__)
