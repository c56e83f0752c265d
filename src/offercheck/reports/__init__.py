"""The formats of a report. A new one is a module with `render(results, options) -> str`, a line here, a golden file."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import cast

from offercheck.reports.report import Options, Result

FORMATS = {
    "terminal": "offercheck.reports.terminal",
    "json": "offercheck.reports.json_report",
}
"""Each is imported when it is asked for: a JSON report needs no Rich."""


def render(name: str, results: Sequence[Result], options: Options) -> str:
    """The report in a format of FORMATS."""
    return cast(str, import_module(FORMATS[name]).render(results, options))
