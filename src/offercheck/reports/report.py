"""What a report renders: scorecards, and inputs that gave none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from offercheck.evaluation.scorecard import Scorecard
from offercheck.reading.fault import InputError
from offercheck.record import record


@record
class ErrorShown:
    """One fault of an input. Line 0 means the input as a whole."""

    line: int
    column: int
    message: str
    advice: str


@record
class FailedInput:
    """An input that could not be read, or is invalid."""

    schema: Literal["offercheck.report/1"]
    file: str
    errors: list[ErrorShown]


Result: TypeAlias = Scorecard | FailedInput


@record
class Options:
    """How a report is to look. `width` is in columns; `unfold` shows what is otherwise folded into counts."""

    width: int = 80
    colour: bool = False
    unfold: bool = False
    ascii: bool = False


def failed(error: InputError) -> FailedInput:
    """An input error as a result."""
    shown = [ErrorShown(fault.line, fault.column, fault.message, fault.advice) for fault in error.faults]
    return FailedInput("offercheck.report/1", error.name, shown)


def scorecards(results: Sequence[Result]) -> list[Scorecard]:
    return [one for one in results if isinstance(one, Scorecard)]
