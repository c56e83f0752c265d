"""The tables that come with offercheck: their columns, how a row is told from another, and how fast they age.

Each is a CSV file beside this module. An empty cell, and a row that is not there, mean unknown, never no.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from offercheck.reading.source import read_file
from offercheck.record import record

QUARTER, YEAR, TWO_YEARS = 90, 365, 730

PROVENANCE = (
    "as_of",
    "as_of_kind",
    "source_title",
    "source_url",
    "read_via",
    "second_source_title",
    "second_source_url",
    "confidence",
    "note",
)
"""The columns that every table ends with. `as_of_kind` is `source` where the source itself carries the date, `read`
where it is undated and this is the day somebody read it."""


@record(frozen=True)
class Table:
    """One table. `limit_days` is the age from which its rows want another look at their source."""

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    limit_days: int

    @property
    def header(self) -> tuple[str, ...]:
        return (*self.key, *self.columns, *PROVENANCE)


@record(frozen=True)
class Row:
    """One row as its file gives it: text in every cell, empty where nothing is known."""

    table: str
    cells: Mapping[str, str]

    @property
    def key(self) -> tuple[str, ...]:
        return tuple(self.cells[column] for column in TABLES[self.table].key)


def _tables(*tables: Table) -> dict[str, Table]:
    return {table.name: table for table in tables}


TABLES = _tables(
    Table(
        "compact_membership",
        "Interstate licensure compacts and who is in them",
        ("jurisdiction", "compact"),
        ("profession", "status"),
        QUARTER,
    ),
    Table(
        "cs_registration",
        "State controlled-substance registrations and their fees",
        ("jurisdiction", "role"),
        ("required", "initial_fee_usd", "renewal_fee_usd", "term_months"),
        YEAR,
    ),
    Table(
        "licence_fees",
        "State licence fees and how long a licence runs",
        ("jurisdiction", "role", "item"),
        ("value", "unit"),
        YEAR,
    ),
    Table(
        "malpractice_by_state",
        "Required insurance, state funds, limits and caps",
        ("jurisdiction", "item"),
        ("value", "unit"),
        TWO_YEARS,
    ),
    Table(
        "national_constants",
        "Federal fees, tax figures and national averages",
        ("key",),
        ("value", "unit", "effective_from"),
        YEAR,
    ),
    Table(
        "noncompete",
        "Bans and limits of covenants not to compete",
        ("jurisdiction", "scope"),
        ("rule", "effective_date"),
        TWO_YEARS,
    ),
    Table(
        "np_practice_authority",
        "How far a nurse practitioner practises alone",
        ("jurisdiction",),
        ("aanp_class", "agreement_required"),
        TWO_YEARS,
    ),
    Table(
        "physician_boards",
        "Where osteopathic physicians have a board of their own",
        ("jurisdiction",),
        ("separate_do_board",),
        TWO_YEARS,
    ),
    Table(
        "telehealth_registration",
        "What a state wants of telehealth from outside it",
        ("jurisdiction",),
        ("pathway", "initial_fee_usd", "annual_fee_usd"),
        TWO_YEARS,
    ),
)

SOONER: dict[tuple[str, ...], int] = {("national_constants", "dea_telemedicine_flexibilities_end"): QUARTER}
"""Single rows that age faster than their table."""


def shipped_rows(name: str) -> list[Row]:
    """The rows of a shipped table, in the order of its file."""
    return rows_of(name, _lines(name)[1:])


def shipped_lines(name: str) -> dict[str, list[str]]:
    """The lines of a shipped table by their first cell.

    Whoever asks for one state reads the cells of that state alone: most of the time of a look-up would be the others'.
    """
    by_first: dict[str, list[str]] = {}
    for line in _lines(name)[1:]:
        by_first.setdefault(line.partition(",")[0], []).append(line)
    return by_first


def rows_of(name: str, lines: Iterable[str]) -> list[Row]:
    """The rows that some lines of a shipped table hold."""
    import csv

    header = TABLES[name].header
    return [Row(name, dict(zip(header, cells, strict=True))) for cells in csv.reader(lines)]


def _lines(name: str) -> list[str]:
    """A row never runs over several lines here, and its first cell has no comma; a test holds both."""
    return read_file(Path(__file__).parent / "tables" / f"{name}.csv").decode().splitlines()
