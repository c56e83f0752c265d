"""What an earlier output already holds: rows to be taken over as they stand, each by its document."""

from __future__ import annotations

from hashlib import blake2b, sha256
from typing import TYPE_CHECKING

from offercheck.batch.tally import Tally
from offercheck.batch.work import Judged
from offercheck.reading.fault import Fault, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from offercheck.batch.row_text import Form
    from offercheck.inputs.inputs import Input


class Held:
    """The rows of an earlier output that were judged as this run judges, by file, number and content of the document.

    Of each row its place alone is kept: 16 bytes for the document, and two numbers. A last line that was not written to
    its end is none.
    """

    def __init__(self, name: str, stream: BinaryIO, form: Form, judged_by: str) -> None:
        """Reads the output once. Raises InputError where it is none of this format."""
        self.stream = stream
        self.form = form
        self.places: dict[bytes, tuple[int, int]] = {}
        self.taken: set[bytes] = set()
        start = 0
        for number, line in enumerate(stream, 1):
            if line.endswith(b"\n") and not (number == 1 and line == form.heading):
                try:
                    row = form.row(line)
                except (ValueError, RecursionError):
                    fault = Fault(number, 1, "this line is no row of a batch", "resume with the output of a batch")
                    raise InputError(name, [fault]) from None
                if row["judged_by"] == judged_by and row["sha256"]:
                    self.places[_key(row["file"], row["document"], row["sha256"])] = (start, len(line))
            start += len(line)

    def row_of(self, source: Input) -> Judged | None:
        """The row of a document, where it is held."""
        if source.fault is not None:
            return None
        key = _key(self.form.name(source.name), source.number, sha256(source.data).hexdigest())
        if key not in self.places:
            return None
        self.taken.add(key)
        return self._judged(key)

    def left(self) -> Iterator[Judged]:
        """The rows that were not asked for, in their order."""
        for key in self.places:
            if key not in self.taken:
                yield self._judged(key)

    def _judged(self, key: bytes) -> Judged:
        start, length = self.places[key]
        self.stream.seek(start)
        line = self.stream.read(length)
        tally = Tally()
        tally.take(self.form.row(line))
        return Judged(line, tally)


def _key(file: object, document: object, digest: object) -> bytes:
    return blake2b(f"{file}\0{document}\0{digest}".encode(), digest_size=16).digest()
