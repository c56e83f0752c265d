"""One number as people type it, and how messages show one."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from offercheck.offer.possible import Number
from offercheck.offer.values.base import Refused
from offercheck.offer.values.spelling import LONGEST_WORD, shown

MOST_DIGITS = 15


@cache
def _grouped() -> re.Pattern[str]:
    return re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?:\.[0-9]+)?")


def with_commas(number: Number) -> str:
    """A number as messages show it: 90,000; 3/8 as 0.375, cut where it has no end."""
    if isinstance(number, int):
        return f"{number:,}"
    return f"{float(number):,.4f}".rstrip("0").rstrip(".")


def number_of(run: str, text: str) -> Number:
    """The number of a run of digits, commas and dots; `text` is what it stands in. Raises Refused."""
    if run.isascii() and run.isdigit():
        if len(run) > 1 and run[0] == "0":
            raise Refused(f"{shown(text)}: a number that begins with 0", f"{run.lstrip('0') or '0'}")
        if len(run) > MOST_DIGITS:
            raise Refused(f"{shown(text)}: more digits than any figure of an offer has", "fewer digits")
        return int(run)
    if not _grouped().fullmatch(run) or len(run) > MOST_DIGITS + 6:
        raise Refused(f"{shown(text)} is not a number as written here", _comma_advice(run))
    digits = run.replace(",", "")
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        raise Refused(f"{shown(text)}: a number that begins with 0", digits.lstrip("0"))
    return whole(Fraction(digits))


def whole(number: Number) -> Number:
    """The number as an integer where it is one."""
    return number.numerator if number.denominator == 1 else number


@cache
def _three_decimals() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9.,])([1-9][0-9]{0,2}(?:,[0-9]{3})*)\.([0-9]{2})([0-9])(?![0-9]|[.,][0-9])")


def refuse_three_decimals(text: str) -> None:
    """Raises Refused for a sum such as `$1.200`: thousands to half the world. Below 1 it is plain (`$0.655/mile`)."""
    if len(text) > LONGEST_WORD or not _three_decimals().search(text):
        return
    thousands = _three_decimals().sub(r"\1,\2\3", text.strip())
    decimals = _three_decimals().sub(r"\1.\2", text.strip())
    raise Refused(f"{shown(text)}: thousands, or three decimals?", f"{thousands} or {decimals}?")


def _comma_advice(run: str) -> str:
    if run.startswith("0,"):
        return run.replace(",", ".", 1)
    if run.count(",") == 1 and "." not in run:
        return f"{run.replace(',', '.')} or {run.replace(',', '')}? a comma only parts thousands: 1,500"
    return "a comma parts thousands, a dot the decimals: 1,500.50"
