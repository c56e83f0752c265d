"""The formats of a report. A new one is a module with `render(results, options) -> str`, a line here, a golden file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.comparison.comparison import Comparison
    from offercheck.reports.report import Options, Result
    from offercheck.rounds.rounds import Rounds

FORMATS = {
    "terminal": "offercheck.reports.terminal",
    "json": "offercheck.reports.json_report",
    "markdown": "offercheck.reports.markdown",
    "csv": "offercheck.reports.csv_report",
    "sarif": "offercheck.reports.sarif",
    "junit": "offercheck.reports.junit",
    "github": "offercheck.reports.github",
}
"""Each is imported when it is asked for: a JSON report needs no Rich."""


def render(name: str, results: Sequence[Result], options: Options) -> str:
    """The report in a format of FORMATS."""
    return cast(str, import_module(FORMATS[name]).render(results, options))


COMPARISON_FORMATS = {
    "terminal": "offercheck.reports.terminal_comparison",
    "json": "offercheck.reports.comparison_json",
    "markdown": "offercheck.reports.comparison_markdown",
    "csv": "offercheck.reports.comparison_csv",
}
"""The formats of a comparison, with `render(comparison, options) -> str`."""


def render_comparison(name: str, comparison: Comparison, options: Options) -> str:
    """The comparison in a format of COMPARISON_FORMATS."""
    return cast(str, import_module(COMPARISON_FORMATS[name]).render(comparison, options))


ROUNDS_FORMATS = {
    "terminal": "offercheck.reports.terminal_rounds",
    "json": "offercheck.reports.rounds_json",
    "markdown": "offercheck.reports.rounds_markdown",
}
"""The formats of rounds, with `render(rounds, options) -> str`."""


def render_rounds(name: str, rounds: Rounds, options: Options) -> str:
    """The rounds in a format of ROUNDS_FORMATS."""
    return cast(str, import_module(ROUNDS_FORMATS[name]).render(rounds, options))
