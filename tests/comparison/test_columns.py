"""What stands in the columns, for every two shipped offers at 80 columns and for threes at 120."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import combinations

import pytest

from offercheck.comparison.compare import compared
from offercheck.comparison.comparison import Comparison
from offercheck.evaluation.evaluate import Assessment
from offercheck.reports import COMPARISON_FORMATS, render_comparison
from offercheck.reports.report import VERDICT_WORDS, Options

FIRST = [
    "classification",
    "pay",
    "real_hour",
    "states",
    "insured",
    "tail",
    "no_show",
    "pace",
    "notice",
    "non_compete",
]


def drawn(shown: Comparison, width: int) -> dict[str, str]:
    """The lines below the names by their labels, those that a cell goes on in joined to the first."""
    rows: dict[str, str] = {}
    label, edge = "", 0
    for line in render_comparison("terminal", shown, Options(width=width)).splitlines():
        assert len(line) <= width
        edge = line.index(" ", 5) if line.startswith("Paper") else edge
        if re.match(r"\S", line) and edge:
            label = re.split(r"  +", line)[0]
        if edge and "surely no worse" in line:
            break
        if edge:
            rows[label] = f"{rows.get(label, '')}\n{line}"
    return rows


def whole(shown: Comparison, width: int) -> None:
    rows = drawn(shown, width)
    assert "…" not in "".join(rows.values())
    verdicts = re.split(r"  +", rows["Verdict"].strip())[1:]
    assert verdicts == [VERDICT_WORDS[one.verdict].upper() for one in shown.offers]
    for one in shown.offers:
        score = one.score
        assert score is not None
        ends = f"{score.low}–{score.high}" if score.low != score.high else str(score.low)
        assert f"{ends}, {score.answered}% answered" in rows["Of 100"]
    for fact in shown.facts:
        row = rows[fact.title]
        for words in fact.cells:
            assert all(number in row for number in re.findall(r"-?\$?\d[\d,.]*%?", words))


@pytest.mark.usefixtures("hours_once")
def test_every_two_fit_in_80_columns_whole(shipped: list[Assessment]) -> None:
    for both in combinations(shipped, 2):
        whole(compared(both), 80)


@pytest.mark.usefixtures("hours_once")
def test_threes_fit_in_120_columns_whole(shipped: list[Assessment]) -> None:
    for at in range(len(shipped)):
        whole(compared([shipped[at - 2], shipped[at - 1], shipped[at]]), 120)


@pytest.mark.usefixtures("hours_once")
def test_eight_stand_side_by_side_with_what_people_compare_first(shipped: list[Assessment]) -> None:
    shown = compared(shipped[:8])
    assert [row.fact for row in shown.facts] == FIRST
    assert all(len(row.cells) == 8 for row in shown.facts)
    assert len(shown.pairs) == 28
    text = render_comparison("terminal", shown, Options(width=80))
    assert [line.split() for line in text.splitlines() if re.match(r"^ +[A-H]( +[A-H])?$", line)] == [
        ["A", "B"],
        ["C", "D"],
        ["E", "F"],
        ["G", "H"],
    ]
    assert "21 more pairs: --all shows them." in text


@pytest.mark.parametrize("form", COMPARISON_FORMATS)
def test_nine_are_ranked_in_a_list(shipped: list[Assessment], form: str) -> None:
    shown = compared(shipped[:9], sensitivity=True)
    text = render_comparison(form, shown, Options(width=80))
    names = [shown.offers[at].file for at in shown.order]
    if form == "json":
        assert json.loads(text)["order"] == shown.order
    elif form == "csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        assert {row["row"] for row in rows} == {"offer"}
        assert sorted(rows, key=lambda row: int(row["rank"]))[0]["file"] == names[0]
    else:
        text = text.replace("\n     ", " ") if form == "terminal" else text
        list_part = text[: text.index("Other weights")].replace("\n", "").replace(" ", "")
        places = [list_part.index(name.replace(" ", "")) for name in names]
        assert places == sorted(places)
