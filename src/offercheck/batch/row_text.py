"""Rows as text: JSON Lines and CSV, and the way back."""

from __future__ import annotations

import csv
import json
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from offercheck.batch.row import COLUMNS
from offercheck.reports.cells import cell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from offercheck.batch.row import Row, Value

_CSV_COLUMNS = tuple(column for column in COLUMNS if column != "areas")
_COUNTS = frozenset(("document", "line"))
_LISTS = frozenset(("deal_breakers", "red_flags", "cautions"))


class Form(NamedTuple):
    """A format of rows: the bytes before the first, those of some rows, the row of a line, and a file's name there.

    The row of a line raises ValueError where the line is none; of it only what `batch/held.py` and the tally read is
    as it was, for CSV has texts alone.
    """

    heading: bytes
    lines: Callable[[Iterable[Row]], bytes]
    row: Callable[[bytes], Row]
    name: Callable[[str], str]


def _jsonl(rows: Iterable[Row]) -> bytes:
    return "".join([_ENCODE(row) + "\n" for row in rows]).encode("ascii")


_ENCODE = json.JSONEncoder(check_circular=False, separators=(",", ":")).encode


def _row_of_jsonl(line: bytes) -> Row:
    row = json.loads(line)
    if not isinstance(row, dict) or not COLUMNS.keys() <= row.keys():
        raise ValueError(line)
    return row


def _csv(rows: Iterable[Row]) -> bytes:
    return _csv_lines([[_cell(row[column]) for column in _CSV_COLUMNS] for row in rows])


def _cell(value: Value) -> str | int | float:
    return cell(" ".join(value) if isinstance(value, list) else None if isinstance(value, dict) else value)


def _csv_lines(rows: Iterable[Iterable[object]]) -> bytes:
    page = StringIO()
    csv.writer(page, lineterminator="\n").writerows(rows)
    return page.getvalue().encode()


def _row_of_csv(line: bytes) -> Row:
    cells = next(csv.reader([line.decode()]), [])
    if len(cells) != len(_CSV_COLUMNS):
        raise ValueError(line)
    return {column: _value(column, text) for column, text in zip(_CSV_COLUMNS, cells, strict=True)}


def _value(column: str, text: str) -> Value:
    if column in _LISTS:
        return text.split()
    return int(text) if column in _COUNTS else text or None


FORMS = {
    "jsonl": Form(b"", _jsonl, _row_of_jsonl, str),
    "csv": Form(_csv_lines([_CSV_COLUMNS]), _csv, _row_of_csv, lambda name: str(cell(name))),
}
