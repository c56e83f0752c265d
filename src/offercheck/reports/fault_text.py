"""Faults as a good compiler prints them: file:line:column, what is wrong, the line, a caret, what to write."""

from __future__ import annotations

from offercheck.reading.fault import MOST_FAULTS, Fault, InputError
from offercheck.reading.text import lines_of, visible

_BOLD, _RED, _YELLOW, _CYAN = "1", "1;31", "33", "36"


def fault_text(error: InputError, *, width: int = 80, colour: bool = False) -> str:
    """All faults of an input, in the order of the file, with a closing count when there are several."""
    lines = lines_of(error.text) if error.text else []
    name = visible(error.name)
    label = _painted("error", _RED, colour)
    shown = [_one(name, fault, lines, error.lines_before, width, colour, label) for fault in error.faults]
    if len(shown) > 1:
        more = ", and perhaps more: the reading ended there" if len(shown) >= MOST_FAULTS else ""
        shown.append(f"{name}: {len(shown)} faults{more}\n")
    return "\n".join(shown)


def doubt_text(doubted: InputError, *, width: int = 80, colour: bool = False) -> str:
    """The doubts about an offer, as faults are shown. They are no error; they travel in the same dress."""
    lines = lines_of(doubted.text)
    label = _painted("doubt", _YELLOW, colour)
    name, before = visible(doubted.name), doubted.lines_before
    return "\n".join(_one(name, fault, lines, before, width, colour, label) for fault in doubted.faults)


def _one(name: str, fault: Fault, lines: list[str], before: int, width: int, colour: bool, label: str) -> str:
    place = f"{name}:{fault.line}:{fault.column}" if fault.line else name
    parts = [f"{_painted(place, _BOLD, colour)}: {label}: {visible(fault.message)}"]
    if before < fault.line <= before + len(lines):
        parts += _excerpt(fault, lines[fault.line - before - 1], width, colour)
    if fault.advice:
        parts.append(f"  {_painted('help', _CYAN, colour)}: {visible(fault.advice)}")
    return "\n".join(parts) + "\n"


def _excerpt(fault: Fault, line: str, width: int, colour: bool) -> list[str]:
    """The line with a caret under the fault; a long line is cut to what surrounds it."""
    number = str(fault.line)
    room = max(width - len(number) - 5, 20)
    start = max(0, min(fault.column - 1 - room // 2, len(line) - room)) if len(line) > room else 0
    cut = visible(line[start : start + room])
    indent = len(visible(line[start : fault.column - 1]))
    carets = "^" * max(1, min(fault.width, len(cut) - indent))
    gutter = " " * len(number)
    return [f" {number} | {cut}", f" {gutter} | {' ' * indent}{_painted(carets, _RED, colour)}"]


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
