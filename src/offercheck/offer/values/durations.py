"""Stretches of time, and quantities of work."""

from __future__ import annotations

from contextlib import suppress
from fractions import Fraction

from offercheck.offer.possible import Number as Exact
from offercheck.offer.possible import Span
from offercheck.offer.values.base import Facets, Refused
from offercheck.offer.values.digits import whole, with_commas
from offercheck.offer.values.figures import Figure
from offercheck.offer.values.numbers import SpanType
from offercheck.offer.values.spelling import LONGEST_WORD, one_word, shown, tidy
from offercheck.offer.values.units import STANDING, parted_unit, singular, unit_instead, unit_named

_DAYS: dict[str, Exact] = {"minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": 1, "week": 7}
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_NUMBERS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
}
_AT_ONCE = frozenset(("atonce", "immediately", "immediate"))
_BESIDE = ("calendar ", "consecutive ", "full ")
_AFTER = (" notice", " prior written", " written", " prior", " advance", " in advance")
_PERIODS = frozenset(("hour", "day", "week", "month", "quarter", "year", "shift"))


def days_in_months(months: Exact) -> Exact:
    """Days of a number of months, as contracts count them: 30 a month, 365 a year, evenly in between."""
    full = int(months)
    days, after = _days(full), _days(full + 1)
    return whole(days + (months - full) * Fraction(after - days))


def _days(months: int) -> int:
    return 365 * (months // 12) + 30 * (months % 12)


class Duration(SpanType):
    """A stretch of time with its unit, kept in days: 24 hours is 1, 6 weeks 42, 2 years 730.

    `greatest` is in days.
    """

    zero_unit = "days"

    def __init__(self, greatest: Exact | None = 36525) -> None:
        super().__init__(0, greatest)

    def parse(self, text: str) -> Facets:
        if one_word(text) in _AT_ONCE:
            return {"": Span(0, 0, "days")}
        in_digits = _in_digits(text)
        if in_digits:
            with suppress(Refused):
                return super().parse(in_digits)
        return super().parse(text)

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, unit = figure
        if not unit and not currency:
            if number == 0:
                return 0, "days"
            count = with_commas(number)
            raise Refused(f"{shown(text)}: {count} of which unit?", f"{count} days? {count} months?")
        name = singular(unit) or singular(_without_extras(unit))
        if currency or not name:
            raise self._no_time(text, number, unit)
        if name in _DAYS:
            return whole(number * _DAYS[name]), "days"
        if name in _MONTHS:
            return days_in_months(number * _MONTHS[name]), "days"
        raise self._no_time(text, number, unit)

    def _no_time(self, text: str, number: Exact, unit: str) -> Refused:
        if unit.startswith(("business", "working", "work ")):
            weeks = -(-number // 5) * 7
            return Refused(f"{shown(text)}: time is counted in calendar days", f"{with_commas(weeks)} days")
        return Refused(f"{shown(text)} is no stretch of time", f"such as {with_commas(number)} days, hours or months")

    def worded(self, number: Exact) -> str:
        return f"{with_commas(number)} days"

    def describe(self) -> str:
        return "a stretch of time with its unit: 24 hours, 60 days, 2 years"

    @property
    def example(self) -> str:
        return "60 days"


def _in_digits(text: str) -> str:
    """A text whose numbers are words (`two weeks`) with digits instead; empty where it has no such word."""
    if len(text) > LONGEST_WORD or any(map(str.isdigit, text)):
        return ""
    typed = tidy(text).split()
    return " ".join(_NUMBERS.get(word, word) for word in typed) if not _NUMBERS.keys().isdisjoint(typed) else ""


def _without_extras(unit: str) -> str:
    """The unit without what people say around it: `calendar days`, `days' written notice`."""
    name = unit.replace("'", "").replace("\u2019", "")
    for after in _AFTER:
        name = name.removesuffix(after)
    for before in _BESIDE:
        name = name.removeprefix(before)
    return name.strip()


class Quantity(SpanType):
    """A number of something, usually per a time: `220 visits/month` is kept as visit/month.

    What one carries rather than gets through needs no time: `60 patients`. Nothing at all needs no unit.
    """

    zero_unit = None

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, unit = figure
        count = with_commas(number)
        if currency or unit[:1] == "%":
            message = f"{shown(text)}: money or a share where a quantity is expected"
            raise Refused(message, "a count with its unit and time, such as 25 slots/week")
        if not unit:
            if number == 0:
                return 0, None
            raise Refused(f"{shown(text)}: {count} of what?", f"{count} visits/month? {count} hours/week?")
        typed, per = parted_unit(unit)
        if not typed:
            raise Refused(f"{shown(text)}: {count} of what?", f"{count} visits/{singular(per) or per}?")
        instead = unit_instead(typed)
        if instead:
            raise Refused(f"{shown(typed)} is no unit known here", tidy(text).replace(typed, instead, 1))
        noun = unit_named(typed)
        if not per:
            if noun in STANDING or number == 0:
                return number, noun if number else None
            raise Refused(f"{shown(text)}: in what time?", f"{count} {typed}/month? {count} {typed}/week?")
        period = singular(per)
        if period not in _PERIODS:
            raise Refused(f"{shown(text)}: {shown(per)} is no time", f"{count} {typed}/month")
        return number, f"{noun}/{period}"

    def describe(self) -> str:
        return "a quantity with its unit and time: 220 visits/month"

    @property
    def example(self) -> str:
        return "25 slots/week"
