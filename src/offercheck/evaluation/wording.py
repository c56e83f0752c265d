"""The sentence a finding says: the rule's own, with the offer's values in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from offercheck.offer.possible import Members, Possible, Span, Words
from offercheck.offer.schema import field_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from offercheck.offer.offer import Offer
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


def possible_in_words(possible: Possible | None) -> str:
    """A derived value in one line: what is sure of it, or what it may be."""
    if isinstance(possible, Members):
        return ", ".join(sorted(possible.sure or possible.maybe)) or "none"
    if isinstance(possible, Words):
        return " or ".join(sorted(possible.may))
    if isinstance(possible, Span):
        return str(possible.low) if possible.exact else f"{possible.low} to {possible.high or 'no upper end'}"
    return "not said"


def value_in_words(offer: Offer, path: str) -> str:
    """A field of the offer, or the field that a part belongs to, as the file has it."""
    stated = offer.stated(field_of(path))
    return in_words(stated.node.plain()) if stated is not None and stated.node is not None else "not said"
