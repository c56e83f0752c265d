"""The edge to files and the terminal: what the environment says, what is read, what is written."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

from offercheck.reading.fault import Fault, InputError
from offercheck.reading.source import read_file
from offercheck.reading.text import LARGEST_INPUT, visible

if TYPE_CHECKING:
    from offercheck.inputs.paths import Nothing

STANDARD_INPUT = "-"
NARROWEST = 40
WIDEST = 1000


class OutputError(Exception):
    """The report could not be written; `usage` when the path given cannot be opened at all."""

    def __init__(self, message: str, *, usage: bool) -> None:
        super().__init__(message)
        self.usage = usage


def read_input(name: str) -> bytes:
    """The bytes of a file, or of standard input for `-`; one byte more than the limit at most.

    Raises InputError where they cannot be had.
    """
    if name != STANDARD_INPUT:
        return read_file(Path(name))
    try:
        data = sys.stdin.buffer.read(LARGEST_INPUT + 1) if sys.stdin is not None else None
    except (OSError, ValueError) as error:
        raise InputError("standard input", [Fault(0, 0, f"cannot be read: {error}")]) from None
    if data is None:
        raise InputError(
            "standard input", [Fault(0, 0, "cannot be read: it is closed, or would have to be waited for")]
        )
    return data


def standard_input() -> BinaryIO | None:
    """The bytes of standard input, to be read as they come; None where it is closed."""
    return sys.stdin.buffer if sys.stdin is not None else None


def write_report(
    text: str, output: Path | None, *, inputs: Sequence[str] = (), replace: bool = True, commands: bool = False
) -> None:
    """The report to a file, or to standard output, where a reader that has gone away ends it quietly.

    A file is written beside its name and then moved there: it is whole, or as it was. Raises OutputError, also where
    the output is one of the inputs, or exists and is not to be replaced.
    """
    if output is None:
        write(sys.stdout, text, commands=commands)
        return
    refuse_output(output, inputs=inputs, replace=replace)
    name = visible(str(output))
    try:
        _write_whole(text, output)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        cannot_open = isinstance(error, FileNotFoundError | NotADirectoryError | IsADirectoryError | PermissionError)
        raise OutputError(f"{name}: {reason.lower()}", usage=cannot_open) from error


def refuse_output(output: Path | None, *, inputs: Sequence[str] = (), replace: bool = True) -> None:
    """Raises OutputError where an output is one of the inputs, or exists and is not to be replaced."""
    if output is None:
        return
    name = visible(str(output))
    try:
        if output.exists() and any(Path(one).exists() and output.samefile(one) for one in inputs):
            raise OutputError(f"{name} is one of the inputs; name another file to write", usage=True)
        if output.is_file() and not replace:
            raise OutputError(f"{name} exists; name another file, or delete it first", usage=True)
    except (OSError, ValueError) as error:
        raise OutputError(f"{name}: {error}", usage=True) from error


def _write_whole(text: str, output: Path) -> None:
    if output.exists() and not output.is_file():
        with output.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        return
    output = output.resolve()  # a link stays one
    beside = output.with_name(f"{output.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        beside.replace(output)
    finally:
        beside.unlink(missing_ok=True)


def write(stream: TextIO | None, text: str, *, commands: bool = False) -> None:
    """A text to a standard stream. Raises OutputError when it cannot take it, a closed one apart.

    A build server obeys lines of its log that look like its commands (`::error::`, `##[group]`). Words of an offer are
    none; only a text that is made of `commands` on purpose keeps them.
    """
    if stream is None or stream.closed:
        return
    if not commands and ("::" in text or "##[" in text):
        text = re.sub(r"^([^\S\n]*):(?=:)|(?<=#)#(?=\[)", r"\1.", text, flags=re.MULTILINE)
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        # Python would complain once more when it closes the stream at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        raise OutputError(f"standard output: {error.strerror}", usage=False) from error


def tell(text: str) -> None:
    """A text to standard error. What cannot be told is no reason for another exit code."""
    with suppress(OutputError):
        write(sys.stderr, text)


def tell_nothing(nothing: Sequence[Nothing]) -> None:
    """Say on standard error which folders, patterns and streams held no input."""
    for one in nothing:
        tell(f"offercheck: {visible(one.name)}: {one.reason}\n")


def coloured(choice: str, stream: TextIO | None) -> bool:
    """Whether to colour: the flag, then NO_COLOR, then FORCE_COLOR, then whether a person is looking."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(asked: int | None) -> int:
    """The width to fill: the flag, then the terminal's own, and 80 where nobody is looking."""
    if asked is not None:
        return asked
    if sys.stdout is None or not sys.stdout.isatty():
        return 80
    return max(NARROWEST, os.get_terminal_size(sys.stdout.fileno()).columns)


def needs_ascii(stream: TextIO | None) -> bool:
    """Whether the stream's encoding lacks the characters that the scorecard draws with."""
    try:
        "█▒·–".encode((stream and stream.encoding) or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False
