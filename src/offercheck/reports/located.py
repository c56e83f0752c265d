"""Findings and faults as lines of files: what annotations, code scanners and test reports have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge

from offercheck.evaluation.scorecard import OUTCOMES, FieldShown, Finding, Scorecard, waived_rules
from offercheck.reading.text import visible
from offercheck.record import record
from offercheck.reports.report import Result

FAULT = "fault"
"""Stands in place of an outcome where an input could not be judged: worse than any."""

ATTENTION = (FAULT, "deal_breaker", "red_flag", "caution")
"""What wants a look, worst first."""

_IMPACTS = ("critical", "high", "medium", "low")


@record
class Located:
    """One thing to say, and where. `line` and `column` count from 1; `message` is one line without control characters.

    `place` counts from 0 among the flags of its offer, the gravest first; what is no flag stands behind them. `finding`
    is None for a fault. `waived` is why the reader accepts it, and until when; None where they do not.
    """

    file: str
    line: int
    column: int
    outcome: str
    message: str
    finding: Finding | None = None
    waived: str | None = None
    place: int = 0


def located(results: Sequence[Result], outcomes: Sequence[str] = ATTENTION) -> list[Located]:
    """The faults and the findings with these outcomes, input by input, in the order of the report."""
    return [one for result in results for one in _of(result) if one.outcome in outcomes]


def worst_first(results: Sequence[Result]) -> list[Located]:
    """The faults and what wants a look of all inputs: by outcome, then as each scorecard has its flags, the gravest
    first. Of several offers the one goes on whose next is the heavier. What is waived comes last."""
    queues = [sorted(located([result]), key=_order) for result in results]
    return list(merge(*queues, key=_weight))


def _order(one: Located) -> tuple[bool, int, int, int]:
    outcome, impact = _rank(one)
    return one.waived is not None, outcome, one.place, impact


def _weight(one: Located) -> tuple[bool, int, bool, int]:
    outcome, impact = _rank(one)
    return one.waived is not None, outcome, one.finding is not None and one.finding.silent, impact


def _rank(one: Located) -> tuple[int, int]:
    return (-1, 0) if one.finding is None else weight(one.finding)


def weight(finding: Finding) -> tuple[int, int]:
    """A key that sorts findings by outcome, worst first, then by impact."""
    return OUTCOMES.index(finding.outcome), _IMPACTS.index(finding.impact)


def _of(result: Result) -> Iterator[Located]:
    if not isinstance(result, Scorecard):
        for fault in result.errors:
            message = fault.message + (f" (help: {fault.advice})" if fault.advice else "")
            yield Located(result.file, max(fault.line, 1), max(fault.column, 1), FAULT, visible(message))
        return
    places = _first_places(result.findings)
    waived = {rule: visible(f"{one.reason} (until {one.until})") for rule, one in waived_rules(result).items()}
    flags = {rule: at for at, rule in enumerate(result.flags)}
    for finding in result.findings:
        line, column = _place(finding, places)
        message, accepted = visible(_message(finding)), waived.get(finding.rule)
        place = flags.get(finding.rule, len(flags))
        yield Located(result.file, line, column, finding.outcome, message, finding, accepted, place)


def stated(finding: Finding) -> list[FieldShown]:
    """The fields of a finding that stand in the file."""
    return [field for field in finding.fields if field.line is not None]


def _place(finding: Finding, places: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Where the finding's first field stands; for one that the paper is silent on, where its area begins to speak.

    An area that is not in the file at all leaves the first line: every place is one that an editor can show.
    """
    for field in stated(finding):
        return field.line or 1, field.column or 1
    areas = [finding.area, *(_area(field) for field in finding.fields if "." in field.path)]
    return next((places[area] for area in areas if area in places), (1, 1))


def _first_places(findings: Sequence[Finding]) -> dict[str, tuple[int, int]]:
    places: dict[str, tuple[int, int]] = {}
    for field in (field for finding in findings for field in stated(finding)):
        place = (field.line or 1, field.column or 1)
        places[_area(field)] = min(place, places.get(_area(field), place))
    return places


def _area(field: FieldShown) -> str:
    return field.path.split(".")[0]


def _message(finding: Finding) -> str:
    """What is found, and what to do about it."""
    if finding.outcome in ("good", "not_applicable"):
        return finding.message
    if finding.outcome == "ask" or finding.silent:
        return f"{finding.message} Ask: {finding.ask}"
    return f"{finding.message} Settle for: {finding.fallback}" if finding.fallback else finding.message
