"""The exit codes: one table, from which the help, the README and the documents are made."""

from __future__ import annotations

from collections.abc import Iterable

DONE = 0
GATE_FAILED = 1
USAGE = 2
NO_INPUT = 3
BAD_INPUT = 4
OUR_FAULT = 5
INTERRUPTED = 130

MEANINGS = {
    DONE: "done",
    GATE_FAILED: "a gate that you set failed (--fail-on, --min-score, --require-answered), or an example of a "
    "checklist, or `validate` found faults",
    USAGE: "the command was used wrongly, or the output file cannot be opened",
    NO_INPUT: "a folder, glob or stream held no input",
    BAD_INPUT: "an input could not be read or is invalid (the others are still reported)",
    OUR_FAULT: "our own fault, or the report could not be written",
    INTERRUPTED: "interrupted",
}


def exit_code(*, bad_inputs: bool, gates_failed: bool, no_input: bool = False) -> int:
    """The code of a run that reached its end: an input that could not be judged weighs more than one that is not there,
    and that more than a gate."""
    if bad_inputs:
        return BAD_INPUT
    if no_input:
        return NO_INPUT
    return GATE_FAILED if gates_failed else DONE


def table(codes: Iterable[int] = MEANINGS) -> list[tuple[int, str]]:
    """The codes with their meanings, in order."""
    return [(code, MEANINGS[code]) for code in codes]
