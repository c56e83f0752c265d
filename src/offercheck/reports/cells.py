"""Cells of CSV files that no spreadsheet takes for a formula."""

from __future__ import annotations

from offercheck.reading.text import visible

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def cell(value: str | int | float | bool | None) -> str | int | float:
    """A value as a cell: nothing known is empty, a number stays as it is, a text that begins like a formula gets a `'`.

    Spreadsheets run `=cmd(...)` when a file is opened; the apostrophe makes it a text, and hides in most of them.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    shown = visible(value)
    return f"'{shown}" if shown.lstrip().startswith(_BEGINS_A_FORMULA) else shown
