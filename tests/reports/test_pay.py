"""The pay of offers as a person sees it and as a program reads it, stored. Delete a stored file to have it written
anew; read it before it is kept."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from offercheck.evaluation.pay import Basis, figure, pay_report
from offercheck.evaluation.pay_line import PayLine, cents
from offercheck.evaluation.pay_result import Figure, PayReport
from offercheck.facts.pay.range import between
from offercheck.loading import load_offer
from offercheck.reference.reference import Reference
from offercheck.reports import pay_json, terminal_pay
from offercheck.reports.pay_words import pay_words
from offercheck.reports.report import Options

HERE = Path(__file__).parent / "golden"


def report(*names: str) -> PayReport:
    offers = [load_offer((HERE / f"pay-{name}.yaml").read_bytes(), name=f"{name}.yaml") for name in names]
    return pay_report(offers, Basis(Reference.shipped(), 2026))


CASES = [
    ("pay.txt", ("visit",), Options()),
    ("pay-wide.txt", ("visit",), Options(width=120, unfold=True)),
    ("pay-ascii.txt", ("hourly",), Options(ascii=True)),
    ("pay-colour.txt", ("hourly",), Options(colour=True, width=60)),
    ("pay-withheld.txt", ("withheld",), Options()),
    ("pay-several.txt", ("visit", "withheld", "hourly"), Options()),
    ("pay.json", ("visit", "hourly"), None),
]


@pytest.mark.parametrize(("name", "offers", "options"), CASES, ids=[row[0] for row in CASES])
def test_is_as_stored(name: str, offers: tuple[str, ...], options: Options | None) -> None:
    found = report(*offers)
    drawn = terminal_pay.render(found, options) if options else pay_json.render(found, Options())
    stored = HERE / name
    if not stored.exists():
        stored.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{name} was written: read it, and keep it")
    assert drawn == stored.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_fits_its_width(width: int) -> None:
    drawn = terminal_pay.render(report("visit", "hourly", "withheld"), Options(width=width, ascii=True))
    assert max(map(len, drawn.splitlines())) <= width
    assert drawn.isascii()


def test_words_of_an_offer_are_no_markup() -> None:
    assert "sign-on [bold]" in terminal_pay.render(report("visit"), Options())


@pytest.mark.parametrize("names", [(), ("visit",), ("visit", "hourly", "withheld")], ids=len)
def test_the_json_fits_its_schema(names: tuple[str, ...]) -> None:
    schema = pay_json.pay_schema()
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(pay_json.render(report(*names), Options())))


def test_offers_within_five_percent_are_a_tie_and_neither_order_is_hidden() -> None:
    found = report("visit", "hourly")
    assert [one.file for one in found.order] == ["visit.yaml", "hourly.yaml"]
    assert [one.tied_with_first for one in found.order] == [False, True]
    assert found.turns


def test_offers_of_one_title_are_told_apart_by_their_files() -> None:
    offers = [load_offer((HERE / "pay-hourly.yaml").read_bytes(), name=name) for name in ("a.yaml", "b.yaml")]
    drawn = terminal_pay.render(pay_report(offers, Basis(Reference.shipped(), 2026)), Options())
    assert "b.yaml" in drawn.partition("named")[2].partition("Telehealth")[0]


def test_one_offer_is_not_ordered() -> None:
    assert report("visit").order == []
    assert [one.file for one in report("visit", "withheld").order] == ["visit.yaml"]


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [
        ("0.005", 2, 0.01),
        ("-0.005", 2, -0.01),
        ("0.0049", 2, 0),
        ("-0.0049", 2, 0),
        ("99.215", 2, 99.22),
        ("100", 2, 100),
        ("0.12345", 4, 0.1235),
        ("123456789012345.675", 2, 123456789012345.68),
    ],
)
def test_rounding_is_half_up(value: str, places: int, shown: float) -> None:
    assert cents(Fraction(value), places) == shown
    assert isinstance(cents(Fraction(value), places), int) is (shown == int(shown))


@pytest.mark.parametrize(
    ("low", "high", "assumed", "words"),
    [
        (52, 118, 14, "Pay: $168.00 an hour as named; really $99.50 ($52 to $118), 14 inputs assumed."),
        (-5, 163, 1, "Pay: $168.00 an hour as named; really $99.50 (-$5 to $163), 1 input assumed."),
        (-6, 163, 2, "Pay: $168.00 an hour as named; really anything from -$6 to $163, 2 inputs assumed."),
        (99.5, 99.5, 0, "Pay: $168.00 an hour as named; really $99.50."),
    ],
)
def test_the_line_of_a_scorecard(low: float, high: float, assumed: int, words: str) -> None:
    line: PayLine = {"named": 168, "how": "", "low": low, "expected": 99.5, "high": high, "assumed": assumed}
    assert pay_words(line) == f"{words} `offercheck pay` shows the way."


def test_a_figure_keeps_its_order() -> None:
    assert figure(between(1, 2, 3)) == Figure(1, 2, 3)
