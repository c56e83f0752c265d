"""JUnit XML, as build servers show it: a suite for each offer, a test case for each rule.

A deal-breaker or a red flag is a failure, an input that cannot be judged an error, an open question or a rule that does
not apply a skipped test. A caution passes, with its words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from offercheck.evaluation.scorecard import Scorecard
from offercheck.reading.text import visible
from offercheck.reports.located import FAULT, Located, located, stated
from offercheck.reports.report import Options, Result

_OUTCOMES = (FAULT, "deal_breaker", "red_flag", "caution", "ask", "good", "not_applicable")
_KINDS = {
    FAULT: "errors",
    "deal_breaker": "failures",
    "red_flag": "failures",
    "ask": "skipped",
    "not_applicable": "skipped",
}
_COUNTED = ("failures", "errors", "skipped")


def render(results: Sequence[Result], options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """The report as one XML document."""
    cases = [located([result], _OUTCOMES) for result in results]
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(_open("testsuites", {"name": "offercheck", **_counts([one for suite in cases for one in suite])}))
    for result, suite in zip(results, cases, strict=True):
        lines.append("  " + _open("testsuite", {"name": result.file, **_counts(suite)}))
        lines += _properties(result)
        lines += [line for one in suite for line in _case(one)]
        lines.append("  </testsuite>")
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _counts(cases: Sequence[Located]) -> dict[str, int]:
    kinds = ["skipped" if one.waived is not None else _KINDS.get(one.outcome) for one in cases]
    return {"tests": len(cases), **{kind: kinds.count(kind) for kind in _COUNTED}}


def _properties(result: Result) -> Iterator[str]:
    if not isinstance(result, Scorecard):
        return
    shown: dict[str, object] = {"verdict": result.verdict}
    if result.score is not None:
        shown |= {"low": result.score.low, "high": result.score.high, "answered": result.score.answered}
    yield "    <properties>"
    for name, value in shown.items():
        yield "      " + _open("property", {"name": name, "value": value}, end="/>")
    yield "    </properties>"


def _case(one: Located) -> Iterator[str]:
    finding = one.finding
    named = {
        "classname": "offercheck" if finding is None else finding.area,
        "name": "is a valid offer" if finding is None else f"{finding.rule}: {finding.question}",
        "file": one.file,
        "line": one.line,
    }
    shown = _outcome(one)
    if not shown:
        yield "    " + _open("testcase", named, end="/>")
        return
    yield "    " + _open("testcase", named)
    yield f"      {shown}"
    yield "    </testcase>"


def _outcome(one: Located) -> str:
    if one.waived is not None:
        return _open("skipped", {"message": f"Waived: {one.waived}. {one.message}"}, end="/>")
    said = {"message": one.message}
    if one.outcome in ("ask", "not_applicable"):
        return _open("skipped", said, end="/>")
    if one.outcome == "caution":
        return f"<system-out>{_text(f'caution: {one.message}')}</system-out>"
    if one.outcome == FAULT:
        return _open("error", {**said, "type": FAULT}) + f"line {one.line}, column {one.column}</error>"
    if one.outcome == "good" or one.finding is None:
        return ""
    where = "; ".join(f"{field.path} (line {field.line})" for field in stated(one.finding))
    body = " ".join(part for part in (one.finding.why, where) if part)
    return _open("failure", {**said, "type": one.outcome}) + f"{_text(body)}</failure>"


def _open(tag: str, attributes: Mapping[str, object], end: str = ">") -> str:
    shown = "".join(f' {name}="{_text(str(value))}"' for name, value in attributes.items())
    return f"<{tag}{shown}{end}"


def _text(text: str) -> str:
    """A text as XML can hold it: what no XML may contain is written out, what XML reads as its own is escaped."""
    return escape(visible(text))
