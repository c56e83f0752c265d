"""The bytes of a file, and what stands in a folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, NamedTuple

from offercheck.reading.fault import Fault, InputError
from offercheck.reading.text import LARGEST_INPUT


def read_file(path: Path) -> bytes:
    """The bytes of a file, one more than the limit at most. Raises InputError where they cannot be had."""
    name = str(path)
    try:
        with os.fdopen(_opened(path), "rb") as stream:
            return stream.read(LARGEST_INPUT + 1)
    except IsADirectoryError:
        raise InputError(name, [Fault(0, 0, "this is a folder", "name the offer files in it")]) from None
    except (OSError, ValueError) as error:
        raise unreadable(name, error) from None


def _opened(path: Path) -> int:
    """Open a file to be read. A pipe that nobody writes to is empty, and not waited for."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(opened, True)
    return opened


class Entry(NamedTuple):
    """What stands in a folder: its name, whether it is a folder itself, and what tells it from all others."""

    name: str
    folder: bool
    identity: tuple[int, int]


def open_file(path: str) -> BinaryIO:
    """A file, opened to be read from its beginning. Raises InputError where it cannot be."""
    try:
        return os.fdopen(_opened(Path(path)), "rb")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def entries_of(folder: str) -> list[Entry]:
    """What stands in a folder, in the order of the names. A link counts as what it leads to; one that leads nowhere is
    a file, which cannot be read. Raises InputError where the folder cannot be listed."""
    try:
        with os.scandir(folder) as listing:
            found = [_entry(one) for one in listing]
    except (OSError, ValueError) as error:
        raise unreadable(folder, error) from None
    return sorted(found)


def _entry(found: os.DirEntry[str]) -> Entry:
    try:
        if found.is_dir():
            status = found.stat()
            return Entry(found.name, True, (status.st_dev, status.st_ino))  # noqa: FBT003
    except OSError:  # a link that leads to itself, or was deleted meanwhile: opening it will say so
        pass
    return Entry(found.name, False, (0, 0))  # noqa: FBT003


def identity_of(folder: str) -> tuple[int, int]:
    """What tells a folder from all others. Raises InputError where it is not there."""
    try:
        found = Path(folder).stat()
    except (OSError, ValueError) as error:
        raise unreadable(folder, error) from None
    return found.st_dev, found.st_ino


def unreadable(name: str, error: Exception) -> InputError:
    """The input error for what the system says of a file or folder."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(name, [Fault(0, 0, f"cannot be read: {reason.lower()}")])
