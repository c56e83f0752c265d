from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.offer.possible import Line
from offercheck.offer.values.texts import Date, Text, Texts

DATE = Date()


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (Text(), "a  few\nwords", "a few words"),
        (Text(), "no", "no"),
        (Text(), "8:30", "8:30"),
        (Texts(), "one", "one"),
        (Texts(), ["one", "two"], "one; two"),
        (Texts(), [], "none"),
        (Texts(), "none", "none"),
        (DATE, "2026-03-02", "2026-03-02"),
        (DATE, " 2028-02-29 ", "2028-02-29"),
    ],
)
def test_texts_and_dates_are_lines(understood, kind, typed, expected):
    assert understood(kind, typed) == {"": Line(expected)}


@pytest.mark.parametrize(
    ("kind", "typed", "message", "advice"),
    [
        (DATE, "02/16/2026", "not a date as written", "2026-02-16"),
        (DATE, "16.02.2026", "not a date as written", "2026-02-16"),
        (DATE, "03/04/2026", "not a date as written", "2026-03-04 or 2026-04-03?"),
        (DATE, "2026/3/2", "not a date as written", "2026-03-02"),
        (DATE, "2026-3-2", "not a date as written", "2026-03-02"),
        (DATE, "March 2, 2026", "not a date as written", "2026-03-02"),
        (DATE, "2 Mar 2026", "not a date as written", "2026-03-02"),
        (DATE, "2026-02-30", "no day of the calendar", "2026-03-02"),
        (DATE, "2026-13-01", "no day of the calendar", "2026-03-02"),
        (DATE, "2026", "not a date as written", "year-month-day"),
        (DATE, "spring", "not a date as written", "year-month-day"),
        (DATE, "TBD", "not a date as written", "holds: vaguely"),
        (DATE, "2026-03-02T10:00:00Z", "not a date as written", "year-month-day"),
        (DATE, ["2026-03-02"], "a list", "2026-03-02"),
        (Text(), ["a"], "a list", "a few words"),
        (Text(), {"a": "b"}, "a mapping", "a few words"),
        (Texts(), ["a", "  "], "says nothing", "delete it"),
        (Texts(), ["a", None], "says nothing", "delete it"),
        (Texts(), [{"a": "b"}], "a list or mapping", "in quotes"),
        (Texts(), {"a": "b"}, "a list or mapping", "in quotes"),
    ],
)
def test_the_rest_is_refused_with_advice(refused, kind, typed, message, advice):
    fault = refused(kind, typed)[0]
    assert message in fault.message
    assert advice in fault.advice


@pytest.mark.parametrize("kind", [Text(), Texts()])
def test_spaces_alone_are_silence(understood, kind):
    assert understood(kind, "  \n ") == {}


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)))
def test_every_day_of_the_calendar_is_a_date(understood, day):
    assert understood(DATE, day.isoformat()) == {"": Line(day.isoformat())}
