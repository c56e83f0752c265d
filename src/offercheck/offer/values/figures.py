"""Figures as people type them: one or a range, with what stands before and after each. Exact, never a float."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from offercheck.offer.possible import Number
from offercheck.offer.values.base import Refused
from offercheck.offer.values.digits import number_of
from offercheck.offer.values.figure_faults import beside, not_a_range, odd_start, odd_unit, without_figure
from offercheck.offer.values.spelling import shown, tidy

Figure: TypeAlias = tuple[Number, str, str]
"""A figure as typed: the number, the currency before or after it (`USD`, else empty), the unit after it."""

ZERO_WORDS = frozenset(("none", "0", "zero", "nil", "nothing"))

_LONGEST = 96

_UP_TO = ("up to", "at most", "no more than", "not more than", "maximum of", "maximum", "a maximum of", "max.", "max")
_FROM = ("at least", "from", "no less than", "not less than", "minimum of", "minimum", "a minimum of", "starting at")
_OPEN_END = ("+", "or more", "and up", "or above", "and above", "minimum")
_CAPPED_END = ("or less", "or fewer", "maximum", "max")
_LAST_WORDS = frozenset(("", "more", "up", "above", "minimum", "less", "fewer", "maximum", "max"))
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "usd$": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "us dollars": "USD",
    "£": "GBP",
    "gbp": "GBP",
    "pounds": "GBP",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "c$": "CAD",
    "ca$": "CAD",
    "cad": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "aud": "AUD",
    "nzd": "NZD",
    "nz$": "NZD",
    "₹": "INR",
    "inr": "INR",
    "rs": "INR",
    "php": "PHP",
    "₱": "PHP",
    "mxn": "MXN",
    "chf": "CHF",
    "zar": "ZAR",
    "aed": "AED",
}


@cache
def _runs() -> re.Pattern[str]:
    return re.compile(r"([0-9.,]*[0-9])")


def figures_of(text: str) -> tuple[Figure | None, Figure | None]:
    """The low and the high end of what was typed: the same figure twice where there is one, None for an open end.

    Raises Refused with the line to write instead.
    """
    if len(text) > _LONGEST:
        raise Refused(f"{shown(text)}: a sentence where a figure is expected", "the figure alone; words go to `notes`")
    plain = tidy(text)
    pieces = _runs().split(plain)
    if len(pieces) == 3:
        return _one(text, *pieces)
    if len(pieces) == 5:
        return _two(text, *pieces)
    if len(pieces) == 1:
        raise without_figure(text)
    raise Refused(f"{shown(text)}: more than two figures", "one figure, or a range such as 10-12")


def _one(text: str, head: str, run: str, tail: str) -> tuple[Figure | None, Figure | None]:
    bound, before = _bound(head.strip())
    ending, after = _ending(tail.strip())
    if bound and ending and bound != ending:
        raise Refused(f"{shown(text)}: both ends at once", f"{run}+ or up to {run}")
    figure = _figure(text, before, run, after)
    side = bound or ending
    return (None, figure) if side == "up" else (figure, None) if side == "from" else (figure, figure)


def _two(text: str, head: str, run: str, mid: str, other: str, tail: str) -> tuple[Figure | None, Figure | None]:
    head = head.strip()
    bound, before = _bound(head)
    between, before = (True, before[7:].strip()) if before.startswith("between") else (False, before)
    ending, after = _ending(tail.strip())
    unit_low, joined, mid_currency = _joint(mid, between)
    if not joined or ending == "up" or (bound and not head.startswith("from")):
        raise not_a_range(text, head, run, mid.strip(), other, tail.strip())
    low, low_currency, low_unit = _figure(text, before, run, unit_low)
    high, high_currency, high_unit = _figure(text, mid_currency, other, after)
    if low_unit and not high_unit and low_unit not in _SIGNS:
        ends = f"{before}{beside(run, low_unit)} to {mid_currency or before}{beside(other, low_unit)}"
        raise Refused(f"{shown(text)}: {other} of which unit?", f"the unit after both figures, such as {ends}")
    first: Figure = (low, low_currency or high_currency, low_unit or high_unit)
    second: Figure = (high, high_currency or low_currency, high_unit or low_unit)
    return first, None if ending == "from" else second


def _figure(text: str, before: str, run: str, after: str) -> Figure:
    """One figure with the currency and the unit that stand beside it. Raises Refused for anything else there."""
    currency = _CURRENCIES.get(before, "")
    if before and not currency:
        raise odd_start(text, before, run, after)
    found, unit = _unit(after.rstrip("."))
    if found and currency and found != currency:
        raise Refused(f"{shown(text)}: two currencies for one figure", f"{found} {run}")
    if unit[:1] == "-" and unit[1:2].isalpha():
        unit = unit[1:]
    if unit[:1] not in _PLAIN_STARTS or unit[:2] in _ODD_UNITS:
        raise odd_unit(text, run, unit)
    return number_of(run, text), currency or found, unit


# `10%-15` is 10% to 15%; any other unit carries from the high end to the low one only.
_SIGNS = ("%", "percent")
_ODD_UNITS = ("k", "k ", "k/", "e", "e-", "e+")
_PLAIN_STARTS = frozenset("abcdefghijklmnopqrstuvwxyz/%") | {""}


def _bound(head: str) -> tuple[str, str]:
    """Which end a word before the figure names, and what is left of what stands there."""
    if not head or head in _CURRENCIES:
        return "", head
    for side, words in (("up", _UP_TO), ("from", _FROM)):
        for word in words:
            if head.startswith(word) and not head[len(word) : len(word) + 1].isalpha():
                return side, head[len(word) :].strip()
    return "", head


def _ending(tail: str) -> tuple[str, str]:
    """Which end a word or a plus after the figure names, and what is left of what stands there."""
    if not tail:
        return "", ""
    if tail[0] == "+":
        return "from", tail[1:].strip()
    if tail.rpartition(" ")[2].rpartition("+")[2] not in _LAST_WORDS:
        return "", tail
    for side, words in (("from", _OPEN_END), ("up", _CAPPED_END)):
        for word in words:
            if tail.endswith(word) and (word == "+" or tail == word or tail[-len(word) - 1] == " "):
                return side, tail[: -len(word)].strip()
    return "", tail


def _joint(mid: str, between: bool) -> tuple[str, bool, str]:
    """What stands between two figures: the unit of the first, whether they are joined to a range, a currency."""
    left = mid.strip()
    currency = ""
    for symbol in ("us$", "usd", "ca$", "c$", "a$", "$", "£", "€", "₹"):
        if left.endswith(symbol) and left != symbol:
            left, currency = left[: -len(symbol)].rstrip(), symbol
            break
    if left.endswith("-"):
        return left[:-1].strip(), True, currency
    word = "and" if between else "to"
    if left == word or left.endswith(" " + word):
        return left[: -len(word)].strip(), True, currency
    return "", False, ""


def _unit(after: str) -> tuple[str, str]:
    """The currency among what stands after a figure, and the rest: `8 dollars per hour`, `20 usd/visit`."""
    if not after or after[0] in "/%":
        return "", after
    first, space, rest = after.partition(" ")
    word, slash, more = first.partition("/")
    known = _CURRENCIES.get(word)
    if known:
        return known, (slash + more + space + rest).strip()
    return "", after
