"""A Typer command that does not load Pydantic to look at its own arguments.

From 0.27 on, Typer coerces every parameter through a Pydantic adapter: some 70 ms of imports before `check` has read a
byte, half of what a run may take. Most arguments need no coercion: a text where a text is wanted, one of the words of
a choice, nothing at all. Those are taken as they are; everything else, and everything wrong, is left to Typer. Should
a later Typer work otherwise, this does nothing, and tests/cli/test_startup.py says so.

Nor does one command look at the arguments of the others: each is found by its name, and built when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Mapping


class LightCommand(TyperCommand):
    """Use as `app.command(cls=LightCommand)`."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _lightened(super().get_params(ctx))


class LightGroup(TyperGroup):
    """Use as `Typer(cls=LightGroup)`."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _lightened(super().get_params(ctx))


class Home(NamedTuple):
    """The module that has a command, a function or an application of the command's name, and its help's last words."""

    module: str
    epilog: str | None = None


class LateGroup(LightGroup):
    """A group of commands by name, of which the one that runs is imported. Give a subclass its `homes`."""

    homes: Mapping[str, Home]

    def list_commands(self, ctx: Any) -> list[str]:
        return [*self.homes, *(name for name in super().list_commands(ctx) if name not in self.homes)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in self.commands:
            # Whoever asks for a name that is not there is told of the names that are.
            for name in (cmd_name,) if cmd_name in self.homes else self.homes:
                self.commands[name] = _built(name, self.homes[name])
        return super().get_command(ctx, cmd_name)


def _built(name: str, home: Home) -> Any:
    found = getattr(import_module(home.module), name)
    if isinstance(found, typer.Typer):
        return typer.main.get_group(found)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    alone.command(cls=LightCommand, epilog=home.epilog)(found)
    return typer.main.get_command(alone)


def _lightened(params: list[Any]) -> list[Any]:
    for param in params:
        if getattr(param, "_runtime_param", param) is None and hasattr(param, "type_descriptor"):
            param._runtime_param = _AsTyped(param)
    return params


class _AsTyped:
    """Stands in for Typer's coercion of one parameter, and calls it where a value needs it."""

    def __init__(self, param: Any) -> None:
        self.annotation = param.type_descriptor.annotation
        self.choices = param.type_descriptor.choices or ()

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        many = param.multiple or param.nargs == -1
        if value is None:
            return () if many else None
        if many and value and all(isinstance(one, str) and self._is_as_typed(one) for one in value):
            return list(value)
        if isinstance(value, str) and not many and self._is_as_typed(value):
            return value
        if isinstance(value, bool) and self.annotation is bool:
            return value
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)

    def _is_as_typed(self, value: str) -> bool:
        """Whether a text is wanted, or this is one of the words of a choice."""
        return value in self.choices if self.choices else self.annotation in (str, list[str])
