"""GitHub annotations: workflow commands that show findings beside the lines of a pull request.

GitHub shows the first ten of each kind a step, so the worst come first. Texts are escaped as its runner reads them:
none can end the command it stands in, or begin another.
"""

from __future__ import annotations

from collections.abc import Sequence

from offercheck.reading.text import visible
from offercheck.reports.located import FAULT, Located, worst_first
from offercheck.reports.report import Options, Result

_LEVELS = {FAULT: "error", "deal_breaker": "error", "red_flag": "warning", "caution": "notice"}


def render(results: Sequence[Result], options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """A line for each fault, deal-breaker, red flag and caution of all inputs, worst first."""
    return "".join(_annotation(one) + "\n" for one in worst_first(results))


def _annotation(one: Located) -> str:
    title = "offercheck: not a valid offer" if one.finding is None else one.finding.rule
    properties = {"file": one.file, "line": one.line, "col": one.column, "title": title}
    shown = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    if one.waived is not None:
        return f"::notice {shown}::{_data(f'Waived: {one.waived}. {one.message}')}"
    return f"::{_LEVELS[one.outcome]} {shown}::{_data(one.message)}"


def _data(text: str) -> str:
    """A text after the `::`. The percent sign first: what is escaped after it contains one."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
