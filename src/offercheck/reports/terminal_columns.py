"""Rows of cells under each other, each cell folded into its column: no word and no number is cut off, names alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.text import Text

from offercheck.reports.terminal_page import Page

NARROWEST = 24
"""The least width of a column: the longest verdict fits on one line."""

GAP = 2


class Columns:
    """A label and some columns, at a page's width. Build one with `for_width`."""

    def __init__(self, page: Page, label: int, width: int) -> None:
        self.page = page
        self.label = label
        self.width = width

    @staticmethod
    def that_fit(page: Page, label: int, wanted: int) -> int:
        """How many columns a page takes side by side, at least one."""
        return max(1, min(wanted, (page.options.width - label) // (NARROWEST + GAP)))

    @classmethod
    def for_width(cls, page: Page, label: int, count: int) -> Columns:
        """So many columns of one width."""
        return cls(page, label, max(1, (page.options.width - label) // count - GAP))

    def row(self, label: str, cells: Sequence[Text], most: int | None = None) -> None:
        """One row, as high as its highest cell; a name may be cut off after so many lines at the `most`."""
        parts = [self._folded(Text(label, style="dim"), self.label - GAP)]
        parts += [self._cut(self._folded(cell, self.width), most) for cell in cells]
        widths = [self.label, *([self.width + GAP] * len(cells))]
        for lines in zip_longest(*parts, fillvalue=Text()):
            whole = Text()
            for line, width in zip(lines, widths, strict=True):
                shown = line.copy()
                shown.pad_right(max(0, width - shown.cell_len))
                whole.append_text(shown)
            whole.rstrip()
            self.page.line(whole)

    def _cut(self, lines: list[Text], most: int | None) -> list[Text]:
        if most is None or len(lines) <= most:
            return lines
        last = lines[most - 1]
        last.truncate(self.width - 1)
        last.append("…")
        return lines[:most]

    def _folded(self, text: Text, width: int) -> list[Text]:
        lines = list(text.wrap(self.page.console, width))
        for line in lines:
            line.rstrip()
        return lines or [Text()]
