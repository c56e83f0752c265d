"""A comparison in every format: stored samples of two small offers, and the widths that it has to fit."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from rich.cells import cell_len

from offercheck.comparison.compare import compare
from offercheck.comparison.comparison import Comparison
from offercheck.loading import load_checklist, load_offer
from offercheck.reports import COMPARISON_FORMATS, render_comparison
from offercheck.reports.comparison_json import comparison_schema
from offercheck.reports.report import VERDICT_WORDS, Options

HERE = Path(__file__).parent / "golden"
EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-11-24"

CASES = [
    ("comparison.txt", "terminal", Options()),
    ("comparison-all-ascii.txt", "terminal", Options(unfold=True, ascii=True)),
    ("comparison-colour.txt", "terminal", Options(colour=True, width=60)),
    ("comparison.json", "json", Options()),
    ("comparison.md", "markdown", Options()),
    ("comparison.csv", "csv", Options()),
]


def small() -> Comparison:
    offers = [load_offer((HERE / name).read_bytes(), name=name) for name in ("offer.yaml", "few-states.yaml")]
    shown = compare(offers, load_checklist(HERE / "checklist"), today=DAY, sensitivity=True)
    shown.produced_by.version = "VERSION"
    return shown


@pytest.mark.parametrize(("name", "form", "options"), CASES, ids=[row[0] for row in CASES])
def test_is_as_stored(name: str, form: str, options: Options) -> None:
    drawn = render_comparison(form, small(), options)
    stored = HERE / name
    if not stored.exists():
        stored.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{name} was written: read it, and keep it")
    assert drawn == stored.read_text(encoding="utf-8")
    assert not options.ascii or drawn.isascii()


def test_the_json_fits_its_schema() -> None:
    schema = comparison_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(render_comparison("json", small(), Options())))


@pytest.fixture(scope="module")
def three() -> Comparison:
    names = ("northstar-urgent-care.yaml", "telepsychiatry-hourly.yaml", "health-system-w2.yaml")
    return compare([load_offer(EXAMPLES / name) for name in names], load_checklist(), today=DAY)


@pytest.mark.parametrize(("count", "width"), [(2, 80), (3, 120)])
def test_no_verdict_and_no_number_is_cut_or_broken(three: Comparison, count: int, width: int) -> None:
    names = [one.file for one in three.offers[:count]]
    shown = compare([load_offer(name) for name in names], load_checklist(), today=DAY)
    lines = render_comparison("terminal", shown, Options(width=width)).splitlines()
    assert max(map(len, lines)) <= width
    below_the_names = next(at for at, line in enumerate(lines) if line.startswith("Paper"))
    assert "…" not in "".join(lines[below_the_names:])
    verdicts = next(line for line in lines if line.startswith("Verdict"))
    assert re.split(r"  +", verdicts)[1:] == [VERDICT_WORDS[one.verdict].upper() for one in shown.offers]
    ends = next(line for line in lines if line.startswith("Of 100"))
    scores = [one.score for one in shown.offers]
    assert re.findall(r"\d+–\d+", ends) == [f"{score.low}–{score.high}" for score in scores if score]
    for fact in shown.facts:
        for words in fact.cells:
            figures = re.findall(r"\$[\d,.]+", words)
            assert all(any(figure in line for line in lines) for figure in figures)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 250])
def test_every_width_holds_its_lines(three: Comparison, width: int) -> None:
    lines = render_comparison("terminal", three, Options(width=width, unfold=True)).splitlines()
    assert max(map(len, lines)) <= width
    assert sum("RENEGOTIATE" in line for line in lines) == 1
    words = set(" ".join(lines).split())
    assert words.issuperset(word for row in (*three.areas, *three.facts) for word in row.title.split())


@pytest.mark.parametrize("width", [40, 80])
def test_names_are_cut_and_nothing_else_is(width: int) -> None:
    texts = [f"title: {'Long ' * 90}\nemployer: {'E' * 400}\n", f"title: {'長い' * 90}\nemployer: {'Ü' * 400}\n"]
    names = [f"{'d/' * 80}a.yaml", f"{'x' * 200}b.yaml"]
    offers = [
        load_offer(f"offercheck: 1\n{text}compensation: {{pay: $100/hour}}\n".encode(), name=name)
        for text, name in zip(texts, names, strict=True)
    ]
    shown = compare(offers, load_checklist(), today=DAY)
    lines = render_comparison("terminal", shown, Options(width=width)).splitlines()
    assert max(map(cell_len, lines)) <= width
    heads = [line for line in lines if "…" in line]
    assert len(heads) == (3 if width == 80 else 6)
    assert lines.index(heads[2]) < next(at for at, line in enumerate(lines) if line.startswith("Verdict"))
    assert all(any(f"{name}.yaml" in line for line in heads) for name in "ab")


HOSTILE = (
    'offercheck: 1\ntitle: "=cmd(1) [red]x[/]"\nemployer: "@me <b>|</b>"\nrole: physician\n'
    "compensation: {pay: [{per: hour, amount: 100}]}\n"
)


@pytest.mark.parametrize("form", sorted(COMPARISON_FORMATS))
def test_nothing_in_an_offer_is_a_command(form: str) -> None:
    offers = [load_offer(f"{HOSTILE}# {name}\n".encode(), name=f"=1+1 {name}\x1b[31m") for name in "ab"]
    drawn = render_comparison(form, compare(offers, load_checklist(HERE / "checklist"), today=DAY), Options())
    assert "\x1b" not in drawn
    if form == "csv":
        rows = list(csv.reader(io.StringIO(drawn)))
        texts = [value for row in rows for value in row if value.startswith(("=", "@", "+"))]
        assert texts == []
        assert rows[1][1].startswith("'=1+1 a")
    if form == "markdown":
        assert "<b>" not in drawn
        assert all(line.count("|") - line.count("\\|") == 4 for line in drawn.splitlines() if line.startswith("|"))
    if form == "terminal":
        assert "[red]x[/]" in drawn.replace("\n", "")


def test_numbers_in_csv_stay_numbers(three: Comparison) -> None:
    rows = list(csv.DictReader(io.StringIO(render_comparison("csv", three, Options()))))
    points = [float(row["points"]) for row in rows if row["row"] == "difference"]
    assert min(points) < 0 < max(points)
