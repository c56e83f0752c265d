"""Where the rows of a batch go: to standard output, or to a file that holds whole rows at any time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from offercheck.batch.row_text import FORMS
from offercheck.cli.streams import OutputError, refuse_output
from offercheck.reading.text import visible

if TYPE_CHECKING:
    from offercheck.batch.held import Held
    from offercheck.batch.plan import Plan


class RowOutput:
    """An output under way.

    `held` is what an earlier output holds; `gone` is whether the reader has gone away; `complete` is to be set once
    every document has its row.
    """

    def __init__(self, stream: BinaryIO | None, file: Path | None, held: Held | None = None) -> None:
        self.stream = stream
        self.file = file
        self.held = held
        self.gone = stream is None
        self.complete = False
        self._whole = 0
        self._names = _identity(file)

    @property
    def elsewhere(self) -> bool:
        """Whether the rows leave the terminal free for a progress bar."""
        return self.file is not None or sys.stdout is None or not sys.stdout.isatty()

    def is_own(self, name: str) -> bool:
        """Whether an input is this output, found in a folder that is looked through."""
        return self._names is not None and _identity(Path(name)) == self._names

    def write(self, rows: bytes) -> None:
        """Add whole rows. Raises OutputError where they cannot be taken."""
        if self.stream is None or self.gone or not rows:
            return
        try:
            _write_whole(self.stream, rows)
            self.stream.flush()
        except BrokenPipeError:
            self.gone = True
            # Python would complain once more when it closes the stream at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.stream.fileno())
        except OSError as error:
            raise _cannot_write(self.file, error) from error
        else:
            self._whole += len(rows)

    def close(self) -> None:
        """End a file with its last whole row; if it is not complete, with the rows that it held and were not come to.

        Raises OutputError where those cannot be written.
        """
        if self.file is None or self.stream is None:
            return
        with self.stream as stream:
            with suppress(OSError):  # a device has no length
                stream.truncate(self._whole)
                stream.seek(self._whole)
            try:
                for judged in self.held.left() if self.held is not None and not self.complete else ():
                    _write_whole(stream, judged.text)
            except OSError as error:
                raise _cannot_write(self.file, error) from error


@contextmanager
def output_of(file: Path | None, plan: Plan, *, resume: bool, inputs: Sequence[str]) -> Iterator[RowOutput]:
    """The output of a batch, begun with its heading and closed whatever happens.

    A file that is resumed stays as it was until the new one has all of its rows. Raises OutputError where it cannot be
    opened or is one of the inputs, and InputError where what is resumed is no output of a batch.
    """
    heading = FORMS[plan.form].heading
    if file is None:
        rows = RowOutput(sys.stdout.buffer if sys.stdout is not None else None, None)
        rows.write(heading)
        yield rows
        return
    refuse_output(file, inputs=inputs)
    if resume and file.is_file():
        with _resumed(file, plan, heading) as rows:
            yield rows
        return
    rows = RowOutput(_opened(file), file)
    try:
        rows.write(heading)
        yield rows
    finally:
        rows.close()


@contextmanager
def _resumed(file: Path, plan: Plan, heading: bytes) -> Iterator[RowOutput]:
    from offercheck.batch.held import Held

    name = visible(str(file))
    target = file.resolve()  # a link stays one
    beside = target.with_name(f"{target.name}.{os.getpid()}.part")
    with target.open("rb") as before:
        held = Held(name, before, FORMS[plan.form], plan.judged_by)
        rows = RowOutput(_opened(beside), file, held)
        try:
            rows.write(heading)
            yield rows
        finally:
            try:
                rows.close()
            except OutputError:
                beside.unlink()
                raise
            beside.replace(target)


def _opened(file: Path) -> BinaryIO:
    try:
        return file.open("wb", buffering=0)  # what cannot be written is known at once
    except OSError as error:
        raise _cannot_write(file, error, usage=True) from error


def _cannot_write(file: Path | None, error: OSError, *, usage: bool = False) -> OutputError:
    shown = visible(str(file)) if file is not None else "standard output"
    return OutputError(f"{shown}: {(error.strerror or str(error)).lower()}", usage=usage)


def _write_whole(stream: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[stream.write(left) :]


def _identity(file: Path | None) -> tuple[int, int] | None:
    try:
        found = file.stat() if file is not None and file.is_file() else None
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if found is not None else None
