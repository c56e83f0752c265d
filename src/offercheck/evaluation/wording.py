"""The sentence a finding says: the rule's own, with the offer's values in it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from offercheck.facts import FACTS
from offercheck.offer.possible import Members, Possible, Span, Words
from offercheck.offer.schema import field_of
from offercheck.offer.values.digits import with_commas
from offercheck.offer.values.money import in_money
from offercheck.offer.values.numbers import Share

if TYPE_CHECKING:
    from collections.abc import Callable

    from offercheck.offer.offer import Offer
    from offercheck.offer.possible import Number
    from offercheck.reading.node import Plain


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(r"\{([a-z_.]+)\}")


def filled(template: str, value_of: Callable[[str], str]) -> str:
    """A message with its placeholders replaced."""
    return _placeholder().sub(lambda match: value_of(match.group(1)), template) if "{" in template else template


def in_words(value: Plain) -> str:
    """A value as the file has it, in one line."""
    if value is None:
        return "not said"
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return f"{len(value)} items"
    if isinstance(value, list):
        return ", ".join(in_words(item) for item in value) or "none"
    if isinstance(value, dict):
        return ", ".join(f"{key} {in_words(item)}" for key, item in value.items() if item is not None)
    return " ".join(value.replace("_", " ").split())


def derived_in_words(path: str, possible: Possible | None) -> str:
    """A fact or a value of the reader's in one line: what is sure of it, or what it may be."""
    if isinstance(possible, Members):
        return ", ".join(sorted(possible.sure or possible.maybe)) or "none"
    if isinstance(possible, Words):
        return " or ".join(sorted(possible.may))
    if isinstance(possible, Span):
        return _span_in_words(possible, share=path in FACTS and isinstance(FACTS[path].type, Share))
    return "not said"


def _span_in_words(span: Span, *, share: bool) -> str:
    """`at most $95/hour`, `at least 4.5`, `20% to 40%`: two decimals at most, one in a share."""

    def figure(number: Number) -> str:
        if share:
            return f"{with_commas(round(Fraction(number) * 100, 1))}%"
        money, _, per = (span.unit or "").partition("/")
        rounded = round(Fraction(number), 2)
        return f"{in_money(money, rounded)}/{per}" if money == "USD" else with_commas(rounded)

    if span.exact:
        return figure(span.low)
    if span.high is None:
        return f"at least {figure(span.low)}"
    return f"{figure(span.low)} to {figure(span.high)}" if span.low else f"at most {figure(span.high)}"


def value_in_words(offer: Offer, path: str) -> str:
    """A field of the offer, or the field that a part belongs to, as the file has it."""
    stated = offer.stated(field_of(path))
    return in_words(stated.node.plain()) if stated is not None and stated.node is not None else "not said"
