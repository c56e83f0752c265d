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

VERDICT_WORDS = {
    "walk_away": "walk away as written",
    "renegotiate": "renegotiate",
    "ask_first": "ask first",
    "not_enough": "not enough to judge",
    "sound": "sound",
}
STAGES = {"job_ad": "job advert", "offer_letter": "offer letter", "contract": "contract"}
DISCLAIMER = "Decision support, not legal or tax advice."


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


def summary(results: Sequence[Result]) -> str:
    """How many inputs there were, and what became of them."""
    words = [one.verdict for one in scorecards(results)]
    counts = [f"{words.count(word)} {VERDICT_WORDS[word]}" for word in VERDICT_WORDS if word in words]
    unread = len(results) - len(words)
    if unread:
        counts.append(f"{unread} could not be read")
    return f"{len(results)} offers: {', '.join(counts)}"
