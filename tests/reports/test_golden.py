"""One small report in every format, stored. Delete a stored file to have it written anew; read it before it is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.reading.fault import InputError
from offercheck.reports import render
from offercheck.reports.json_report import report_schema
from offercheck.reports.report import Options, Result, failed

HERE = Path(__file__).parent / "golden"

CASES = [
    ("scorecard.txt", "terminal", Options()),
    ("scorecard-all-ascii.txt", "terminal", Options(unfold=True, ascii=True)),
    ("scorecard-colour.txt", "terminal", Options(colour=True, width=60)),
    ("report.json", "json", Options()),
    ("report.md", "markdown", Options()),
    ("report-all.md", "markdown", Options(unfold=True)),
    ("report.csv", "csv", Options()),
    ("report.sarif", "sarif", Options()),
    ("report-all.sarif", "sarif", Options(unfold=True)),
    ("report.xml", "junit", Options()),
    ("annotations.txt", "github", Options()),
]


def scorecard() -> Scorecard:
    offer = load_offer((HERE / "offer.yaml").read_bytes(), name="offer.yaml")
    shown = evaluate(offer, load_checklist(HERE / "checklist"), today="2026-11-24")
    shown.produced_by.version = "VERSION"
    return shown


@pytest.mark.parametrize(("name", "form", "options"), CASES, ids=[row[0] for row in CASES])
def test_is_as_stored(name: str, form: str, options: Options) -> None:
    drawn = render(form, [scorecard()], options)
    stored = HERE / name
    if not stored.exists():
        stored.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{name} was written: read it, and keep it")
    assert drawn == stored.read_text(encoding="utf-8")


STATES = [
    ("states.txt", "few-states.yaml", Options()),
    ("states-ascii.txt", "few-states.yaml", Options(ascii=True)),
    ("states-folded.txt", "many-states.yaml", Options()),
    ("states-colour.txt", "few-states.yaml", Options(colour=True)),
]


@pytest.mark.parametrize(("name", "offer", "options"), STATES, ids=[row[0] for row in STATES])
def test_the_states_are_as_stored(name: str, offer: str, options: Options) -> None:
    shown = evaluate(load_offer(HERE / offer), load_checklist(HERE / "checklist"), today="2026-11-24")
    lines = "".join(
        line.rstrip() + "\n"
        for line in render("terminal", [shown], options).partition("States")[2].partition("Ask first")[0].splitlines()
    )
    stored = HERE / name
    if not stored.exists():
        stored.write_text(lines, encoding="utf-8")
        pytest.fail(f"{name} was written: read it, and keep it")
    assert lines == stored.read_text(encoding="utf-8")
    if not options.colour:
        assert max(map(len, lines.splitlines())) <= options.width
    assert not options.ascii or lines.isascii()


def unreadable() -> Result:
    with pytest.raises(InputError) as caught:
        load_offer(b"offercheck: 1\nrole: psychiatrist\n", name="broken.yaml")
    return failed(caught.value)


@pytest.mark.parametrize("results", [[scorecard()], [scorecard(), unreadable()], [unreadable()]], ids=len)
def test_the_json_report_fits_its_schema(results: list[Result]) -> None:
    schema = report_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(render("json", results, Options())))


def test_several_inputs_end_with_a_count() -> None:
    drawn = render("terminal", [scorecard(), unreadable()], Options())
    assert "2 offers: 1 renegotiate, 1 could not be read" in drawn


@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_the_score_of_an_advert_stays_on_the_line_of_its_bar(width: int) -> None:
    advert = load_offer(b"offercheck: 1\nrole: np\n", name="advert.yaml")
    drawn = render("terminal", [evaluate(advert, load_checklist(), today="2026-11-24")], Options(width=width))
    [line] = [line for line in drawn.splitlines() if "if the advert is kept" in line]
    assert line.startswith(("█", "▒"))
    assert line.endswith("answered")
