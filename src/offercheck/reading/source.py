"""The bytes of a file."""

from __future__ import annotations

from pathlib import Path

from offercheck.reading.fault import Fault, InputError
from offercheck.reading.text import LARGEST_INPUT


def read_file(path: Path) -> bytes:
    """The bytes of a file, one more than the limit at most. Raises InputError where they cannot be had."""
    name = str(path)
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST_INPUT + 1)
    except IsADirectoryError:
        raise InputError(name, [Fault(0, 0, "this is a folder", "name the offer files in it")]) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(name, [Fault(0, 0, f"cannot be read: {reason.lower()}")]) from None
