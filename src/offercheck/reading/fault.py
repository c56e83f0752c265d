"""What is wrong in a file, where, and what to write instead."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offercheck.reading.node import Document, Node


@record(frozen=True)
class Fault:
    """One thing wrong in an input.

    `line` and `column` count from 1, in characters; line 0 means the input as a whole. `width` is how many
    characters of the line the fault covers.
    """

    line: int
    column: int
    message: str
    advice: str = ""
    width: int = 1


MOST_FAULTS = 100

COMMA_IN_BRACES = "a comma inside an unquoted text of {...} begins a new key: put the whole text in quotes"
"""The commonest slip of all: advice that more than one reader gives."""


class TooManyFaultsError(Exception):
    """Ends the reading of an input that is wrong from end to end. Caught by `reported` and by the loader."""


class Faults(list[Fault]):
    """The faults found so far: reading goes on after one, so that a file with ten faults reports ten.

    After a hundred it is over (TooManyFaultsError): what follows would be more of the same. Places count from the first
    line of the document; `lines_before` is how many lines of the input come before it, for messages that name a line.
    """

    lines_before = 0

    def append(self, fault: Fault) -> None:
        super().append(fault)
        if len(self) >= MOST_FAULTS:
            raise TooManyFaultsError

    def at(self, node: Node, message: str, advice: str = "") -> None:
        """Note a fault of a value."""
        self.append(Fault(node.line, node.column, message, advice, node.width))

    def at_key(self, node: Node, message: str, advice: str = "") -> None:
        """Note a fault of the key under which a value stands."""
        self.append(Fault(node.key_line, node.key_column, message, advice, len(node.key)))


class InputError(Exception):
    """An input that could not be read, or is invalid: its name, its faults in the order of the file, its text.

    Raised once, by the loader of that kind of input; shown once, by the command line. `text` is empty where
    the bytes could not be decoded; `lines_before` is how many lines of the input come before it.
    """

    def __init__(self, name: str, faults: list[Fault], text: str = "") -> None:
        super().__init__(f"{name}: {faults[0].message}" if faults else name)
        self.name = name
        self.faults = sorted(faults, key=lambda fault: (fault.line, fault.column))
        self.text = text
        self.lines_before = 0

    def __reduce__(self) -> tuple[object, ...]:
        """Taken apart by what it is made of, so that it comes back whole from another process."""
        return InputError, (self.name, self.faults, self.text), {"lines_before": self.lines_before}

    def moved(self, lines: int) -> InputError:
        """The same error in an input in which some lines come before this document."""
        if not lines:
            return self
        faults = [Fault(lines + (one.line or 1), one.column, one.message, one.advice, one.width) for one in self.faults]
        error = InputError(self.name, faults, self.text)
        error.lines_before = self.lines_before + lines
        return error


@contextmanager
def reported(document: Document) -> Iterator[Faults]:
    """The faults of a document, those of reading among them, to add to. Raises InputError at the end if it has any."""
    faults = Faults(document.faults)
    with suppress(TooManyFaultsError):
        yield faults
    if faults:
        first_at_each_place = {(fault.line, fault.column): fault for fault in reversed(faults)}
        raise InputError(document.name, list(first_at_each_place.values()), document.text)
