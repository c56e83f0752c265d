"""The edge to files and the terminal: what the environment says, what is read, what is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from offercheck.reading.source import read_file
from offercheck.reading.text import LARGEST_INPUT

STANDARD_INPUT = "-"
NARROWEST = 40


class OutputError(Exception):
    """The report could not be written; `usage` when the path given cannot be opened at all."""

    def __init__(self, message: str, *, usage: bool) -> None:
        super().__init__(message)
        self.usage = usage


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; one byte more than the limit at most.

    Raises InputError where they cannot be had.
    """
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST_INPUT + 1)
    return read_file(Path(name))


def write_report(text: str, output: Path | None) -> None:
    """The report to a file, or to standard output, where a reader that has gone away ends it quietly.

    Raises OutputError.
    """
    if output is not None:
        try:
            stream = output.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(f"{output}: {error.strerror}", usage=True) from error
        try:
            with stream:
                stream.write(text)
        except OSError as error:
            raise OutputError(f"{output}: {error.strerror}; what is there is not whole", usage=False) from error
        return
    write(sys.stdout, text)


def write(stream: TextIO, text: str) -> None:
    """A text to a standard stream. Raises OutputError when it cannot take it, a closed pipe apart."""
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        # Python would complain once more when it closes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        raise OutputError(f"standard output: {error.strerror}", usage=False) from error


def coloured(choice: str, stream: TextIO) -> bool:
    """Whether to colour: the flag, then NO_COLOR, then FORCE_COLOR, then whether a person is looking."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(asked: int | None) -> int:
    """The width to fill: the flag, then the terminal's own, and 80 where nobody is looking."""
    if asked is not None:
        return asked
    if not sys.stdout.isatty():
        return 80
    return max(NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns)


def needs_ascii(stream: TextIO) -> bool:
    """Whether the stream's encoding lacks the characters that the scorecard draws with."""
    try:
        "█▒·–".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False
