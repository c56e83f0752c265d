"""Rows of one's own: a CSV file with the column `table` beside the columns of the tables that it adds to.

A row takes the place of the shipped row about the same thing, or stands beside the others. It is read strictly: a
name that no look-up asks for would otherwise change nothing, and nobody would notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from offercheck.offer.values.state_words import NAMES
from offercheck.reading.fault import Fault, Faults, InputError, TooManyFaultsError
from offercheck.reading.text import decode
from offercheck.reference.found import earliest_day
from offercheck.reference.reference import ROLES
from offercheck.reference.table import TABLES, Row, Table, shipped_rows

COLUMNS = {"table"}.union(*(table.header for table in TABLES.values()))
WORDS: dict[str, tuple[str, ...]] = {
    "status": ("member", "active", "enacted", "enacted_not_active", "non_member"),
    "required": ("yes", "no"),
    "separate_do_board": ("yes", "no"),
    "agreement_required": ("yes", "no", "conditional"),
    "aanp_class": ("full", "reduced", "restricted"),
    "rule": ("ban", "limit"),
    "confidence": ("high", "medium", "low"),
    "as_of_kind": ("source", "read"),
}
_OPEN = frozenset({"scope"})
"""Key columns in which anything may stand."""
_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")
_MONTHS = re.compile(r"[1-9][0-9]{0,2}")
"""From 1: fees are spread over it."""
_AMOUNTS = ("initial_fee_usd", "renewal_fee_usd", "annual_fee_usd")
_ROLES = {
    "licence_fees": sorted({*ROLES.values()} - {"physician"}),
    "cs_registration": sorted({*ROLES.values(), "any_prescriber"} - {"physician"}),
}


def read_overrides(name: str, data: bytes) -> list[Row]:
    """The rows of a file. Raises InputError with everything that is wrong in it, line by line."""
    text = decode(name, data)
    faults = Faults()
    rows: list[Row] = []
    with suppress(TooManyFaultsError):
        rows = list(_rows(text, faults))
    if faults:
        raise InputError(name, faults, text)
    return rows


def _rows(text: str, faults: Faults) -> Iterator[Row]:
    import csv
    from io import StringIO

    reader = csv.reader(StringIO(text, newline=""), strict=True)
    seen: dict[tuple[str, ...], int] = {}
    line = 1
    header: list[str] | None = None
    try:
        for cells in reader:
            if header is None:
                header = [cell.strip() for cell in cells]
                if not _good_header(header, faults):
                    return
            elif any(cell.strip() for cell in cells):
                row = _row(header, cells, line, faults)
                if row is not None:
                    first = seen.setdefault((row.table, *row.key), line)
                    if first != line:
                        faults.append(_fault(line, f"the same as line {first}", "one row for one thing"))
                    yield row
            line = reader.line_num + 1
    except csv.Error as error:
        faults.append(_fault(line, f"no CSV: {error}"))
    if header is None:
        faults.append(_fault(0, "the file is empty", "its first line names the columns, `table` among them"))


def _good_header(header: list[str], faults: Faults) -> bool:
    before = len(faults)
    for column in header:
        if column not in COLUMNS:
            faults.append(_fault(1, f"{column!r} is no column", f"columns: {', '.join(sorted(COLUMNS))}"))
    for column in sorted({column for column in header if header.count(column) > 1}):
        faults.append(_fault(1, f"the column {column} stands twice"))
    if "table" not in header:
        faults.append(_fault(1, "the column `table` is missing", "it says which table a row belongs to"))
    return len(faults) == before


def _row(header: list[str], cells: list[str], line: int, faults: Faults) -> Row | None:
    if len(cells) != len(header):
        faults.append(
            _fault(line, f"{len(cells)} cells under {len(header)} columns", "put texts with commas in quotes")
        )
        return None
    given = {column: cell.strip() for column, cell in zip(header, cells, strict=True)}
    table = TABLES.get(given["table"])
    if table is None:
        faults.append(_fault(line, f"{given['table']!r} is no table", f"tables: {', '.join(TABLES)}"))
        return None
    row = Row(table.name, {column: given.get(column, "") for column in table.header})
    wrong = [
        *(
            (f"{table.name} has no column {column}", "")
            for column, cell in given.items()
            if cell and column not in ("table", *table.header)
        ),
        *_key_faults(table, row),
        *_provenance_faults(row),
        *_value_faults(table, row),
    ]
    for message, advice in wrong:
        faults.append(_fault(line, message, advice))
    return None if wrong else row


def _key_faults(table: Table, row: Row) -> Iterator[tuple[str, str]]:
    """What a row is about must be something that can be asked for."""
    for column in table.key:
        cell = row.cells[column]
        if not cell:
            yield f"{column} is empty", "it says what the row is about"
        elif column == "jurisdiction":
            if cell not in NAMES:
                yield f"{cell!r} is no state", "write its two letters: TX"
        elif column == "role":
            if cell not in _ROLES[table.name]:
                yield f"{cell!r} is no role of {table.name}", f"roles: {', '.join(_ROLES[table.name])}"
        elif column not in _OPEN:
            known = sorted({one.cells[column] for one in shipped_rows(table.name)})
            # Another year of the same thing is new, and yet can be asked for: social_security_wage_base_2027.
            if _without_digits(cell) not in map(_without_digits, known):
                yield f"{cell!r} is no {column} of {table.name}", f"one of: {', '.join(known)}"


def _provenance_faults(row: Row) -> Iterator[tuple[str, str]]:
    if not row.cells["source_title"]:
        yield "source_title is empty", "every row says where it comes from: a page, a letter, a call"
    try:
        earliest_day(row.cells["as_of"])
    except ValueError:
        yield f"as_of is no date: {row.cells['as_of']!r}", "every row says of when it is: 2026-11, or 2026-11-24"
    if row.cells["source_url"] and not row.cells["source_url"].startswith(("https://", "http://")):
        yield "source_url is no address", "it begins with https://; leave it empty where there is none"


def _value_faults(table: Table, row: Row) -> Iterator[tuple[str, str]]:
    for column, words in WORDS.items():
        cell = row.cells.get(column, "")
        if cell and cell not in words:
            yield f"{column}: {cell!r} is none of its words", f"one of: {', '.join(words)}"
    for column in _AMOUNTS:
        cell = row.cells.get(column, "")
        if cell and not _AMOUNT.fullmatch(cell):
            yield f"{column}: {cell!r} is no amount", "digits alone, with a point for cents: 176.40"
    term = row.cells.get("term_months", "")
    if term and not _MONTHS.fullmatch(term):
        yield f"term_months: {term!r} is no whole number of months", "from 1 to 999"
    if "value" in table.columns and row.cells["value"]:
        yield from _united(row.cells["value"], row.cells["unit"], _units(row))
    for column in ("effective_from", "effective_date"):
        cell = row.cells.get(column, "")
        if cell and not _is_day(cell):
            yield f"{column}: {cell!r} is no date", "write 2026, 2026-12 or 2026-12-31"


def _units(row: Row) -> list[str]:
    """The units in which the shipped table gives the same thing: a look-up expects no other."""
    about = _without_digits(row.key[-1])
    return sorted({one.cells["unit"] for one in shipped_rows(row.table) if _without_digits(one.key[-1]) == about})


def _united(value: str, unit: str, units: list[str]) -> Iterator[tuple[str, str]]:
    """A value in its unit."""
    if not units:
        return  # what is measured is unknown, and is a fault already
    if unit not in units:
        yield f"unit: {unit!r} is not the unit of this", f"write {' or '.join(units)}"
    elif unit == "date":
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII) or not _is_day(value):
            yield f"value: {value!r} is no date", "write 2026-12-31"
    elif unit == "months":
        if not _MONTHS.fullmatch(value):
            yield f"value: {value!r} is no whole number of months", "from 1 to 999"
    elif unit != "text" and not _AMOUNT.fullmatch(value):
        yield f"value: {value!r} is no number of {unit}", "digits alone, with a point before a fraction: 0.29"


def _is_day(value: str) -> bool:
    try:
        earliest_day(value)
    except ValueError:
        return False
    return True


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _fault(line: int, message: str, advice: str = "") -> Fault:
    return Fault(line, 1 if line else 0, message, advice)
