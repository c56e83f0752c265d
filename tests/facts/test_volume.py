"""The share of the work in the reader's own states."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.facts.derivation import with_facts
from offercheck.loading import load_offer
from offercheck.offer.possible import Members, Span
from offercheck.offer.readings import said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()
FACT = "facts.share_in_your_states"


def share(shares: dict[str, str], held: set[str] | None, role: str = "physician") -> Span:
    typed = ", ".join(f"{state}: {part}" for state, part in shares.items())
    values = said(load_offer(f"offercheck: 1\nrole: {role}\nlicensure: {{share_of_visits: {{{typed}}}}}\n".encode()))
    if held is not None:
        values["me.licences"] = Members(frozenset(held), frozenset(held))
        values["me.compact"] = Members(frozenset({"nlc"}), frozenset({"nlc"}))
    found = with_facts(values, [FACT], SHIPPED)[FACT]
    assert isinstance(found, Span)
    return found


def percent(low: int, high: int) -> Span:
    return Span(Fraction(low, 100), Fraction(high, 100))


CASES = [
    ({"TX": "30%", "FL": "70%"}, {"TX"}, "physician", percent(30, 30)),
    ({"TX": "30%", "FL": "70%"}, {"TX", "FL"}, "physician", percent(100, 100)),
    ({"TX": "30%", "FL": "70%"}, set(), "physician", percent(0, 0)),
    ({"TX": "30%", "FL": "70%"}, None, "physician", percent(0, 100)),
    ({"TX": "30%", "FL": "20%"}, {"TX"}, "physician", percent(30, 80)),  # the rest may be anywhere
    ({"TX": "30-40%", "FL": "50%"}, {"TX"}, "physician", percent(30, 50)),
    ({"TX": "30%", "GA": "50%", "CA": "20%"}, {"TX"}, "rn", percent(80, 80)),  # Georgia by the compact
]


@pytest.mark.parametrize(("shares", "held", "role", "found"), CASES)
def test_counts_what_surely_is_and_surely_is_not_in_reach(
    shares: dict[str, str], held: set[str] | None, role: str, found: Span
) -> None:
    assert share(shares, held, role) == found


STATES = ["TX", "FL", "CA"]


@given(st.lists(st.integers(0, 33), min_size=3, max_size=3), st.sets(st.sampled_from(STATES)), st.booleans())
def test_another_licence_never_takes_work_away(parts: list[int], held: set[str], whole: bool) -> None:
    if whole:
        parts = [parts[0], parts[1], 100 - parts[0] - parts[1]]
    shares = {state: f"{part}%" for state, part in zip(STATES, parts, strict=True)}
    fewer, more = share(shares, held), share(shares, {*held, "TX"})
    assert fewer.low <= more.low
    assert fewer.high is not None
    assert more.high is not None
    assert fewer.high <= more.high
    assert 0 <= fewer.low <= fewer.high <= 1
