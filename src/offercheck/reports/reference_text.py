"""The reference tables as text and as JSON: what there is, how old it is, where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from textwrap import wrap

from offercheck.reading.text import visible
from offercheck.reference.found import earliest_day, stale
from offercheck.reference.reference import Reference
from offercheck.reference.table import TABLES, Row


def overview(reference: Reference, today: date) -> list[dict[str, object]]:
    """Each table: its rows, the span of their dates, the age allowed in days, how many rows are older, its sources."""
    return [_table(reference, name, today) for name in TABLES]


def _table(reference: Reference, name: str, today: date) -> dict[str, object]:
    rows = reference.rows(name)
    dates = sorted((row.cells["as_of"] for row in rows), key=earliest_day)
    return {
        "table": name,
        "title": TABLES[name].title,
        "rows": len(rows),
        "oldest": dates[0],
        "newest": dates[-1],
        "limit_days": TABLES[name].limit_days,
        "old_rows": sum(stale(row, today) for row in rows),
        "sources": len({row.cells["source_url"] or row.cells["source_title"] for row in rows}),
    }


def overview_text(reference: Reference, today: date, width: int) -> str:
    lines = []
    for table in overview(reference, today):
        lines.append(f"{table['table']}: {table['rows']} rows, sources: {table['sources']}")
        old = table["old_rows"]
        aged = "none older" if not old else "all older" if old == table["rows"] else f"{old} older"
        about = (
            f"{table['title']}. As of {table['oldest']} to {table['newest']}; limit {table['limit_days']} days, {aged}."
        )
        lines += wrap(about, width, initial_indent="  ", subsequent_indent="  ")
    lines += ["", *wrap("What is not in a table is unknown, not no. Rows past the limit want a new look.", width)]
    return "\n".join(lines) + "\n"


def chosen_rows(reference: Reference, tables: Sequence[str], state: str | None) -> list[Row]:
    """The rows of some tables, of one state where one is named."""
    rows = (row for name in tables for row in reference.rows(name))
    return [row for row in rows if state is None or row.cells.get("jurisdiction") == state]


def rows_json(rows: Iterable[Row], today: date) -> list[dict[str, object]]:
    """Rows by column, null where nothing is known, and whether each is older than its table allows."""
    return [
        {"table": row.table, **{column: cell or None for column, cell in row.cells.items()}, "old": stale(row, today)}
        for row in rows
    ]


def rows_text(rows: Sequence[Row], today: date, width: int) -> str:
    """Each row: what it says, then its source and date. Texts are shown as they are, never as markup."""
    if not rows:
        return "No rows: unknown, not no.\n"
    return "\n".join(line for row in rows for line in _row(row, today, width)) + "\n"


def _row(row: Row, today: date, width: int) -> Iterator[str]:
    cells = {column: visible(cell) for column, cell in row.cells.items()}
    says = ", ".join(
        f"{column} {cell or 'unknown'}"
        for column, cell in cells.items()
        if column in TABLES[row.table].columns and column != "unit"
    )
    unit = f" ({cells['unit']})" if cells.get("unit", "text") not in ("text", "date") else ""
    yield from wrap(f"{row.table} {' '.join(map(visible, row.key))}: {says}{unit}", width, subsequent_indent="  ")
    age = ", past its limit" if stale(row, today) else ""
    trust = f", {cells['confidence']} confidence" if cells["confidence"] else ""
    source = f"{cells['source_title']}, as of {cells['as_of']}{age}{trust}"
    for text in (source, cells["source_url"], cells["note"]):
        yield from wrap(text, width, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
