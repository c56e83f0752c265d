"""A comparison as CSV: a row for each offer, one for each fact, area and relation, for a spreadsheet to filter.

Long rather than wide, so that the columns are the same for two offers and for two hundred.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import TypeAlias

from offercheck.comparison.comparison import Amount, Comparison, Difference, Pair
from offercheck.evaluation.scorecard import WaiverShown
from offercheck.reports.cells import cell
from offercheck.reports.report import Options

Row: TypeAlias = dict[str, str | int | float | bool | None]

COLUMNS = (
    "row",
    "file",
    "title",
    "employer",
    "other_file",
    "rank",
    "verdict",
    "low",
    "high",
    "answered",
    "name",
    "value",
    "other_value",
    "best",
    "relation",
    "points",
    "sure",
    "share_first",
    "amount_low",
    "amount_expected",
    "amount_high",
    "unit",
    "currency",
    "waived",
    "until",
    "reason",
)
"""Columns are added at the end, never removed. `row` says what a row is: offer, fact, area, pair, difference, question,
one_sided or waiver."""


def render(comparison: Comparison, options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """The rows under a heading."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(comparison):
        writer.writerow([cell(row.get(column)) for column in COLUMNS])
    return page.getvalue()


def _rows(shown: Comparison) -> Iterator[Row]:
    yield from _offers(shown)
    for fact in shown.facts:
        for at, words in enumerate(fact.cells):
            row: Row = {"row": "fact", "name": fact.fact, "value": words, "best": at in fact.best}
            yield {**_named(shown, at), **row, **_amount(fact.amounts[at] if fact.amounts else None)}
    for number, area in enumerate(shown.areas):
        for at, one in enumerate(shown.offers):
            ends = one.areas[number]
            row = {"row": "area", "name": area.area, "low": ends.low, "high": ends.high, "answered": ends.answered}
            yield {**_named(shown, at), **row, "best": at in area.best}
    for pair in shown.pairs:
        yield from _pair(shown, pair)


def _named(shown: Comparison, at: int) -> Row:
    one = shown.offers[at]
    return {"file": one.file, "title": one.offer.title, "employer": one.offer.employer}


def _offers(shown: Comparison) -> Iterator[Row]:
    for at, one in enumerate(shown.offers):
        row: Row = {**_named(shown, at), "row": "offer", "rank": one.rank, "verdict": one.verdict}
        if one.score is not None:
            row |= {"low": one.score.low, "high": one.score.high, "answered": one.score.answered}
        if shown.sensitivity is not None:
            row["share_first"] = shown.sensitivity.shares[at]
        yield row
        for waiver in one.waivers:
            yield {**_named(shown, at), **_waiver(waiver)}


def _amount(one: Amount | None) -> Row:
    """The numbers of a fact that has some; what is not known is empty."""
    if one is None:
        return {}
    row: Row = {"amount_low": one.low, "amount_expected": one.expected, "amount_high": one.high}
    return {**row, "unit": one.unit, "currency": one.currency}


def _waiver(one: WaiverShown) -> Row:
    """What a waiver did to an offer: its state, what is waived, and in `high` the cap that it lifts."""
    row: Row = {"row": "waiver", "name": one.rule, "value": one.state, "other_value": one.outcome, "high": one.cap}
    return {**row, "waived": one.state == "used", "until": one.until, "reason": one.reason}


def _pair(shown: Comparison, pair: Pair) -> Iterator[Row]:
    """A pair is about `file` and `other_file`; a question is about the offer that it is asked of."""
    both: Row = {**_named(shown, pair.first), "other_file": shown.offers[pair.second].file}
    ahead = shown.offers[pair.ahead].file if pair.ahead is not None else None
    yield {**both, "row": "pair", "relation": pair.relation, "value": ahead}
    for question in pair.questions:
        others = [at for at in (pair.first, pair.second) if at != question.of]
        asked: Row = {**_named(shown, question.of), "other_file": shown.offers[others[0]].file}
        yield {**asked, "row": "question", "name": question.rule, "value": question.ask, "points": question.points}
    for difference in pair.differences:
        yield {**both, **_difference(difference)}
    for at, other, rules in (
        (pair.first, pair.second, pair.only_first),
        (pair.second, pair.first, pair.only_second),
    ):
        for rule in rules:
            owner: Row = {**_named(shown, at), "other_file": shown.offers[other].file}
            yield {**owner, "row": "one_sided", "name": rule.rule, "value": rule.outcome, "waived": rule.waived}


def _difference(one: Difference) -> Row:
    """`points` speak for `file` where they are above 0; `low` and `high` in whole points would say too little here."""
    first, second = one.outcomes
    row: Row = {"row": "difference", "name": one.rule, "value": first, "other_value": second}
    return {**row, "points": one.points, "sure": one.sure, "waived": any(one.waived)}
