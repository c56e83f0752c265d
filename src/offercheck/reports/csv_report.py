"""The CSV report: a row for each rule of each offer, for a spreadsheet to sort and filter."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TypeAlias

from offercheck.evaluation.scorecard import Finding, Scorecard, WaiverShown
from offercheck.reports.cells import cell
from offercheck.reports.located import stated
from offercheck.reports.report import Options, Result

Row: TypeAlias = dict[str, str | int | bool | None]

COLUMNS = (
    "file",
    "title",
    "employer",
    "role",
    "stage",
    "verdict",
    "low",
    "high",
    "answered",
    "outcome",
    "rule",
    "area",
    "impact",
    "decided",
    "silent",
    "line",
    "column",
    "fields",
    "message",
    "ask",
    "fallback",
    "waiver",
    "waived_until",
    "waiver_reason",
    "waived_cap",
)
"""Columns are added at the end, never removed. An input that could not be judged has a row with the outcome `error` for
each fault, with what to write instead as its fallback. `waiver` says what the reader's waiver of a rule did: used,
unused, silence or expired."""


def render(results: Sequence[Result], options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """The rows under a heading, rules in the checklist's order."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in results:
        for row in _rows(result):
            writer.writerow([cell(row.get(column)) for column in COLUMNS])
    return page.getvalue()


def _rows(result: Result) -> Iterator[Row]:
    if not isinstance(result, Scorecard):
        for fault in result.errors:
            yield {
                "file": result.file,
                "outcome": "error",
                "line": fault.line or None,
                "column": fault.column or None,
                "message": fault.message,
                "fallback": fault.advice,
            }
        return
    offer = _offer(result)
    waivers = {one.rule: _waiver(one) for one in result.waivers}
    for finding in result.findings:
        yield {**offer, **_finding(finding), **waivers.get(finding.rule, {})}


def _offer(scorecard: Scorecard) -> Row:
    shown = scorecard.offer
    row: Row = {"file": scorecard.file, "title": shown.title, "employer": shown.employer, "role": shown.role}
    row |= {"stage": shown.stage, "verdict": scorecard.verdict}
    if scorecard.score is not None:
        row |= {"low": scorecard.score.low, "high": scorecard.score.high, "answered": scorecard.score.answered}
    return row


def _finding(finding: Finding) -> Row:
    first = next(iter(stated(finding)), None)
    return {
        "outcome": finding.outcome,
        "rule": finding.rule,
        "area": finding.area,
        "impact": finding.impact,
        "decided": finding.decided,
        "silent": finding.silent,
        "line": first.line if first else None,
        "column": first.column if first else None,
        "fields": " ".join(field.path for field in finding.fields),
        "message": finding.message,
        "ask": finding.ask,
        "fallback": finding.fallback,
    }


def _waiver(one: WaiverShown) -> Row:
    return {"waiver": one.state, "waived_until": one.until, "waiver_reason": one.reason, "waived_cap": one.cap}
