"""Pictures of what the program prints in a terminal, as SVG: its own text and colours, with nothing to fetch."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
PICTURES = {
    "compare": (
        "compare examples/three-offers --me examples/three-offers/me.yaml --today 2026-11-24",
        120,
        "A and C cannot be told apart",
    ),
    "rounds": ("diff examples/rounds/*.yaml --top 3 --today 2026-11-24", 100, "From round 1 to round 3"),
}
"""By name: the command, its columns, and the start of the line at which the picture breaks off."""

_FRAME = """<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">
{matrix}
</g>
</g>
</svg>
"""
"""Rich's own frame, without the fonts that it fetches from the network, and with every space kept: some viewers drop
those that a text begins with."""


def pictures() -> dict[Path, str]:
    """Every picture with its text."""
    return {FOLDER / f"{name}.svg": picture(name) for name in PICTURES}


def picture(name: str) -> str:
    """One picture, the same on every machine."""
    command, columns, until = PICTURES[name]
    lines = list(Text.from_ansi(_printed(command, columns)).split("\n"))
    end = next((at for at, line in enumerate(lines) if line.plain.startswith(until)), None)
    console = Console(record=True, width=columns, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ offercheck {command}", style="bold"), "", *lines[:end], sep="\n")
    if end is not None:
        console.print(Text("...", style="dim"))
    return console.export_svg(title="offercheck", theme=MONOKAI, code_format=_FRAME, unique_id=name)


def _printed(command: str, columns: int) -> str:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "offercheck", *_expanded(command), "--width", str(columns), "--color", "always"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONUTF8": "1", "PATH": os.defpath},
    )
    return done.stdout


def _expanded(command: str) -> list[str]:
    """The words of a command, with the files for a pattern."""
    words: list[str] = []
    for word in command.split():
        files = sorted(ROOT.glob(word)) if "*" in word else []
        words += [path.relative_to(ROOT).as_posix() for path in files] or [word]
    return words
