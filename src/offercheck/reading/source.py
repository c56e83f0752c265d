"""The bytes of a file."""

from __future__ import annotations

import os
from pathlib import Path

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
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(name, [Fault(0, 0, f"cannot be read: {reason.lower()}")]) from None


def _opened(path: Path) -> int:
    """Open a file to be read. A pipe that nobody writes to is empty, and not waited for."""
    opened = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if hasattr(os, "O_NONBLOCK"):
        os.set_blocking(opened, True)
    return opened
