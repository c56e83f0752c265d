"""Lines for a terminal, drawn into memory."""

from __future__ import annotations

from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from offercheck.reports.report import Options


class Page:
    """Lines drawn into memory, at a width and with the colours that were asked for."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.stream = StringIO()
        self.console = Console(
            file=self.stream,
            width=options.width,
            height=100,
            force_terminal=options.colour,
            color_system="standard" if options.colour else None,
            no_color=not options.colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )

    def line(self, text: Text, indent: int = 0) -> None:
        self.console.print(Padding(text, (0, 0, 0, indent)) if indent else text)

    def numbered(self, number: int, text: Text) -> None:
        """An item of a numbered list, its further lines under its first word."""
        for index, line in enumerate(text.wrap(self.console, self.options.width - 4)):
            self.line(Text.assemble((f"{number:>2}. " if index == 0 else "    ", "bold cyan"), line))

    def bar(self, low: int, high: int, width: int) -> Text:
        """What is certain, what is still possible, and what is lost, each a stretch of the bar."""
        solid, open_, lost = ("#", "=", ".") if self.options.ascii else ("█", "▒", "·")
        first = round(low * width / 100)
        second = max(round(high * width / 100), first)
        return Text.assemble(
            (solid * first, "green"), (open_ * (second - first), "yellow"), (lost * (width - second), "dim")
        )

    def gap(self) -> None:
        self.console.print()

    def rule(self) -> None:
        self.gap()
        self.line(Text(("-" if self.options.ascii else "─") * self.options.width, style="dim"))
        self.gap()

    def heading(self, text: str) -> None:
        self.gap()
        self.line(Text(text, style="bold"))

    def text(self) -> str:
        drawn = self.stream.getvalue()
        drawn = "\n".join(line.rstrip() for line in drawn.split("\n"))
        return drawn.translate(_PLAIN) if self.options.ascii else drawn


_PLAIN = str.maketrans({"·": "|", "∙": ".", "–": "-", "→": ">", "…": "~"})
