from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.offer.possible import Span, Words
from offercheck.offer.values.special import AmountOf, Missed

MISSED = Missed()
AMOUNT_OF = AmountOf()
NOTHING = Span(0, 0, None)
HALF = Span(Fraction(1, 2), Fraction(1, 2))


def words(*may: str) -> Words:
    return Words(frozenset(may))


UNPAID = {"": words("none"), "share": Span(0, 0), "amount": NOTHING}
NOT_ASKED = {"": words("no"), "quantity": NOTHING}


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (MISSED, 0, UNPAID),
        (MISSED, "none", UNPAID),
        (MISSED, "no", UNPAID),
        (MISSED, "unpaid", UNPAID),
        (MISSED, "$0", UNPAID),
        (MISSED, "0%", UNPAID),
        (MISSED, "full", {"": words("full"), "share": Span(1, 1)}),
        (MISSED, "100%", {"": words("full"), "share": Span(1, 1)}),
        (MISSED, "50%", {"": words("part"), "share": HALF}),
        (MISSED, "half", {"": words("part"), "share": HALF}),
        (MISSED, "Half pay", {"": words("part"), "share": HALF}),
        (MISSED, "half the rate", {"": words("part"), "share": HALF}),
        (MISSED, "50-100%", {"": words("part", "full"), "share": Span(Fraction(1, 2), 1)}),
        (MISSED, "up to 50%", {"": words("none", "part"), "share": Span(0, Fraction(1, 2))}),
        (MISSED, "50%+", {"": words("part", "full"), "share": Span(Fraction(1, 2), 1)}),
        (MISSED, "$20", {"": words("part"), "amount": Span(20, 20, "USD")}),
        (MISSED, "$20/visit", {"": words("part"), "amount": Span(20, 20, "USD")}),
        (MISSED, "$20 per missed visit", {"": words("part"), "amount": Span(20, 20, "USD")}),
        (MISSED, "up to $20", {"": words("none", "part"), "amount": Span(0, 20, "USD")}),
        (MISSED, {"low": "$10", "high": "$20"}, {"": words("part"), "amount": Span(10, 20, "USD")}),
        (MISSED, "partial", {"": words("part")}),
        (MISSED, "unknown", {}),
        (AMOUNT_OF, "no", NOT_ASKED),
        (AMOUNT_OF, 0, NOT_ASKED),
        (AMOUNT_OF, "none", NOT_ASKED),
        (AMOUNT_OF, "optional", {"": words("optional")}),
        (AMOUNT_OF, "Required", {"": words("required")}),
        (AMOUNT_OF, "yes", {"": words("optional", "required")}),
        (AMOUNT_OF, "2 nights/month", {"": words("required"), "quantity": Span(2, 2, "night/month")}),
        (AMOUNT_OF, "1 weekend a month", {"": words("required"), "quantity": Span(1, 1, "weekend/month")}),
        (AMOUNT_OF, "up to 4 shifts/month", {"": words("required", "no"), "quantity": Span(0, 4, "shift/month")}),
        (AMOUNT_OF, {"from": "2 nights/month"}, {"": words("required"), "quantity": Span(2, None, "night/month")}),
        (AMOUNT_OF, "unsaid", {}),
    ],
)
def test_a_word_or_a_figure_is_understood(understood, kind, typed, expected):
    assert understood(kind, typed) == expected


@pytest.mark.parametrize(
    ("kind", "typed", "message", "advice"),
    [
        (MISSED, "20", "dollars or a share?", "$20 or 20%"),
        (MISSED, "20/visit", "dollars or a share?", "$20 or 20%"),
        (MISSED, "2 hours", "not money as written", "$2"),
        (MISSED, "$20/hour", "its own key", "$20"),
        (MISSED, "TBD", "does not say how much", "holds: vaguely"),
        (MISSED, "150%", "out of bounds", "from 0% to 100%"),
        (MISSED, {"lo": 1}, "no end of a range", "low?"),
        (AMOUNT_OF, "sometimes", "`sometimes`", "2 nights/month"),
        (AMOUNT_OF, "as needed, flexible", "does not say how much", "holds: vaguely"),
        (AMOUNT_OF, "1:4 weekends", "a ratio", "one figure"),
        (AMOUNT_OF, "2", "2 of what?", "visits/month"),
        (AMOUNT_OF, ["optional"], "a list", "2 nights/month"),
    ],
)
def test_what_is_neither_is_refused_with_advice(refused, kind, typed, message, advice):
    fault = refused(kind, typed)[0]
    assert message in fault.message
    assert advice in fault.advice


def test_parts_are_understood_as_operands(understood):
    assert understood(MISSED.parts["share"], "50%") == {"": HALF}
    assert understood(MISSED.parts["amount"], "$20") == {"": Span(20, 20, "USD")}
    assert understood(AMOUNT_OF.parts["quantity"], "2 nights/month") == {"": Span(2, 2, "night/month")}
