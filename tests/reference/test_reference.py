"""The shipped tables: what public code gets wrong about them, what they do not know, and how they age."""

from __future__ import annotations

import csv
from datetime import date
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest

from offercheck.reference.found import Found, age_days, earliest_day, stale
from offercheck.reference.reference import Reference
from offercheck.reference.table import TABLES, Row, rows_of, shipped_lines, shipped_rows

SHIPPED = Reference.shipped()
FOLDER = Path(__file__).parents[2] / "src" / "offercheck" / "reference" / "tables"

ROWS = {
    "compact_membership": 312,
    "cs_registration": 38,
    "licence_fees": 271,
    "malpractice_by_state": 31,
    "national_constants": 43,
    "noncompete": 22,
    "np_practice_authority": 51,
    "physician_boards": 51,
    "telehealth_registration": 51,
}


def value(one: Found[object] | None) -> object:
    assert one is not None
    return one.value


def test_every_file_is_a_table_and_no_row_is_lost() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == set(TABLES)
    assert {name: len(SHIPPED.rows(name)) for name in TABLES} == ROWS


@pytest.mark.parametrize("name", TABLES)
def test_a_row_is_a_line_and_is_found_by_its_first_cell(name: str) -> None:
    text = (FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    whole = list(csv.DictReader(StringIO(text, newline="")))
    assert tuple(whole[0]) == TABLES[name].header
    assert [dict(row.cells) for row in shipped_rows(name)] == whole
    by_first = {first: rows_of(name, lines) for first, lines in shipped_lines(name).items()}
    assert all(row.key[0] == first for first, rows in by_first.items() for row in rows)
    assert sum(map(len, by_first.values())) == len(whole)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_its_source_and_date(name: str) -> None:
    for row in shipped_rows(name):
        assert row.cells["source_title"]
        assert row.cells["source_url"].startswith(("https://", "http://"))
        assert row.cells["confidence"] in ("high", "medium")
        assert row.cells["as_of_kind"] in ("source", "read")
        assert earliest_day(row.cells["as_of"]) < date(2026, 11, 24)
        assert not [cell for cell in row.cells.values() if cell.startswith(("/", "file:"))]


@pytest.mark.parametrize("state", ["MI", "AK", "HI", "VT", "TX", "PA", "FL", "GU", "DC", "NC"])
def test_in_the_physician_compact(state: str) -> None:
    assert value(SHIPPED.compact("IMLC", state)) == "member"


@pytest.mark.parametrize("state", ["SC", "VA", "OR", "CA", "NY"])
def test_not_in_the_physician_compact(state: str) -> None:
    assert value(SHIPPED.compact("IMLC", state)) == "non_member"


@pytest.mark.parametrize("state", ["TX", "FL", "PA", "IL", "DC", "MT", "MS", "SD", "VT", "MP"])
def test_in_the_psychologists_compact(state: str) -> None:
    """Late joiners and the islands: lists in code are often of 2023."""
    assert value(SHIPPED.compact("PSYPACT", state)) == "member"
    assert state in SHIPPED.compact_members("PSYPACT")


@pytest.mark.parametrize("state", ["CA", "NY", "MA", "OR", "HI", "AK", "NM", "LA", "IA"])
def test_not_in_the_psychologists_compact(state: str) -> None:
    assert value(SHIPPED.compact("PSYPACT", state)) == "non_member"
    assert state not in SHIPPED.compact_members("PSYPACT")


def test_passed_is_not_in_force() -> None:
    assert value(SHIPPED.compact("IMLC", "MA")) == "enacted_not_active"
    assert "MA" not in SHIPPED.compact_members("NLC")


@pytest.mark.parametrize(
    ("compact", "members"), [("IMLC", 46), ("NLC", 40), ("PSYPACT", 43), ("APRN", 0), ("PA", 0), ("counseling", 6)]
)
def test_members_in_force(compact: str, members: int) -> None:
    assert len(SHIPPED.compact_members(compact)) == members


CONSTANTS = [
    ("social_security_wage_base_2025", Fraction(176100)),
    ("social_security_wage_base_2026", Fraction(184500)),
    ("dea_registration_fee_practitioner", Fraction(888)),
    ("dea_registration_term", Fraction(36)),
    ("fcvs_physician_initial", Fraction(395)),
    ("imlc_application_fee", Fraction(700)),
    ("se_net_earnings_factor", Fraction(9235, 10000)),
    ("npdb_query_one_time_or_continuous", Fraction(5, 2)),
]


@pytest.mark.parametrize(("key", "amount"), CONSTANTS, ids=[key for key, _ in CONSTANTS])
def test_national_figures(key: str, amount: Fraction) -> None:
    assert value(SHIPPED.constant(key)) == amount


def test_a_date_is_no_figure() -> None:
    assert value(SHIPPED.constant_day("dea_telemedicine_flexibilities_end")) == date(2026, 12, 31)
    assert SHIPPED.constant("dea_telemedicine_flexibilities_end") is None
    assert SHIPPED.constant_day("imlc_application_fee") is None


FEES = [
    ("CA", "md", "initial_fee", 1850),
    ("CA", "physician_md", "renewal_fee", 1206),
    ("CA", "pa", "initial_fee", 310),
    ("GA", "physician", "initial_fee", 500),
    ("GA", "do", "initial_fee", 500),
    ("TN", "do", "initial_fee", 310),
    ("SC", "np", "initial_fee", 140),
    ("KS", "np", "renewal_period", 24),
]


@pytest.mark.parametrize(("state", "role", "item", "amount"), FEES)
def test_licence_fees(state: str, role: str, item: str, amount: int) -> None:
    assert value(SHIPPED.licence_fee(state, role, item)) == amount


def test_the_fee_of_those_at_home_is_another() -> None:
    assert value(SHIPPED.licence_fee("SC", "np", "initial_fee", outsider=False)) == 30


UNKNOWN = [
    SHIPPED.licence_fee("CA", "do", "initial_fee"),
    SHIPPED.licence_fee("CA", "physician", "initial_fee"),
    SHIPPED.licence_fee("AL", "md", "initial_fee"),
    SHIPPED.licence_fee("PR", "do", "initial_fee"),
    SHIPPED.licence_fee("CA", "rn", "initial_fee"),
    SHIPPED.cs_registration("CA", "np"),
    SHIPPED.cs_registration("MD", "rn"),
    SHIPPED.cs_registration("MI", "do"),
    SHIPPED.cs_registration("MI", "physician"),
    SHIPPED.compact("ASLP-IC", "CA"),
    SHIPPED.compact("no such", "TX"),
    SHIPPED.malpractice("CA", "patient_compensation_fund"),
    SHIPPED.malpractice_amount("PA", "patient_compensation_fund"),
    SHIPPED.constant("social_security_wage_base_2027"),
    SHIPPED.telehealth_registration("PR"),
    SHIPPED.np_authority("PR"),
    SHIPPED.separate_do_board("PR"),
]


@pytest.mark.parametrize("answer", UNKNOWN)
def test_what_no_row_says_is_unknown(answer: object) -> None:
    assert answer is None


def test_registrations_to_prescribe() -> None:
    refused = {row.cells["jurisdiction"] for row in SHIPPED.rows("cs_registration") if row.cells["required"] == "no"}
    assert refused == {"NY", "TX"}
    texas = SHIPPED.cs_registration("TX", "physician")
    assert texas is not None
    assert texas.value.required == "no"
    michigan = SHIPPED.cs_registration("MI", "np")
    assert michigan is not None
    assert michigan.value.initial_fee == Fraction("176.40")
    maryland = SHIPPED.cs_registration("MD", "physician")
    assert maryland is not None
    assert (maryland.value.required, maryland.value.initial_fee) == ("yes", None)


def test_the_other_tables() -> None:
    authority = SHIPPED.np_authority("AK")
    assert authority is not None
    assert (authority.value.practice, authority.value.agreement) == ("full", None)
    assert [one.value.rule for one in SHIPPED.noncompete("CA")] == ["ban"]
    assert SHIPPED.noncompete("FL") == []
    assert value(SHIPPED.malpractice_amount("IN", "total_damages_cap")) == 1_800_000
    assert value(SHIPPED.malpractice("KS", "patient_compensation_fund")) == "mandatory"
    alaska = SHIPPED.telehealth_registration("AK")
    assert alaska is not None
    assert (alaska.value.pathway, alaska.value.initial_fee) == ("full_licence", None)
    boards = {
        row.cells["jurisdiction"] for row in SHIPPED.rows("physician_boards") if row.cells["separate_do_board"] == "yes"
    }
    assert boards == {"AZ", "CA", "FL", "ME", "MI", "NV", "OK", "PA", "TN", "VT", "WA", "WV"}


DATES = [
    ("2026", "2026-01-01"),
    ("2026-03", "2026-03-01"),
    ("2026-03-09", "2026-03-09"),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_an_inexact_date_is_as_old_as_it_may_be(text: str, day: str) -> None:
    assert earliest_day(text).isoformat() == day


@pytest.mark.parametrize("text", ["", "26", "2026-3", "2026-13", "2026-02-30", "2026-01-01-01", "recently", "２０２６"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        earliest_day(text)


AGES = [
    (SHIPPED.compact("IMLC", "AK"), "2026-10-14", False),
    (SHIPPED.compact("IMLC", "AK"), "2026-10-15", True),
    (SHIPPED.licence_fee("CA", "md", "initial_fee"), "2027-09-18", False),
    (SHIPPED.licence_fee("CA", "md", "initial_fee"), "2028-09-18", True),
    (SHIPPED.np_authority("AK"), "2026-11-24", True),
    (SHIPPED.separate_do_board("CA"), "2028-07-31", False),
]


@pytest.mark.parametrize(("answer", "today", "old"), AGES)
def test_each_table_has_its_own_age(answer: Found[object], today: str, old: bool) -> None:
    assert stale(answer, date.fromisoformat(today)) is old


def test_the_flexibility_ages_faster_than_its_table() -> None:
    ends = SHIPPED.constant_day("dea_telemedicine_flexibilities_end")
    assert ends is not None
    asked = earliest_day(ends.as_of)
    assert not stale(ends, date.fromordinal(asked.toordinal() + 90))
    assert stale(ends, date.fromordinal(asked.toordinal() + 91))
    assert age_days(ends.as_of, date(2000, 1, 1)) == 0


def test_a_row_of_ones_own_stands_in_for_the_shipped_one() -> None:
    [shipped] = [row for row in shipped_rows("licence_fees") if row.key == ("CA", "physician_md", "initial_fee")]
    own = Row("licence_fees", {**shipped.cells, "value": "1900", "source_title": "a letter of the board"})
    answer = SHIPPED.with_rows([own]).licence_fee("CA", "md", "initial_fee")
    assert answer is not None
    assert (answer.value, answer.source) == (1900, "a letter of the board")
    emptied = Row("licence_fees", {**shipped.cells, "value": ""})
    assert SHIPPED.with_rows([emptied]).licence_fee("CA", "md", "initial_fee") is None
