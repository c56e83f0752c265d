"""Derived values in the sentences of findings."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.evaluation.wording import derived_in_words
from offercheck.offer.possible import Members, Possible, Span, Words

SHOWN: list[tuple[str, Possible | None, str]] = [
    ("facts.pay_per_hour", Span(0, 95, "USD/hour"), "at most $95/hour"),
    ("facts.pay_per_hour", Span(Fraction(250, 3), Fraction(250, 3), "USD/hour"), "$83.33/hour"),
    ("facts.pay_per_hour", Span(80, None, "USD/hour"), "at least $80/hour"),
    ("facts.share_of_target", Span(0, Fraction(19, 25)), "at most 76%"),
    ("facts.share_of_target", Span(Fraction(1, 3), Fraction(1, 2)), "33.3% to 50%"),
    ("facts.slots_to_target", Span(Fraction(125, 28), None), "at least 4.46"),
    ("me.target_hours", Span(36, 36), "36"),
    ("me.target_hours", Span(20, 30), "20 to 30"),
    ("facts.states_uninsured", Members(frozenset({"TX", "AZ"}), frozenset({"TX", "AZ"})), "AZ, TX"),
    ("facts.clinical", Words(frozenset({"yes", "no"})), "no or yes"),
    ("me.years", None, "not said"),
]


@pytest.mark.parametrize(("path", "value", "shown"), SHOWN)
def test_derived_values_in_words(path: str, value: Possible | None, shown: str) -> None:
    assert derived_in_words(path, value) == shown
