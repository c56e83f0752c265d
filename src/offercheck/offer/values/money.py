"""Money with what it is paid per, and the limits of a malpractice policy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from offercheck.offer.possible import Number as Exact
from offercheck.offer.possible import Possible, Span, Words
from offercheck.offer.values.base import Facets, JsonSchema, Refused, ScalarType, ValueType
from offercheck.offer.values.digits import number_of, refuse_three_decimals, with_commas
from offercheck.offer.values.figures import Figure
from offercheck.offer.values.numbers import SpanType
from offercheck.offer.values.records import read_keys
from offercheck.offer.values.spelling import LEAVE_OUT, LONGEST_WORD, NO_LIKE, one_word, says_nothing, shown, tidy
from offercheck.offer.values.units import parted_unit, unit_named
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

_SYMBOLS = {"USD": "$", "GBP": "£", "EUR": "€"}
_MILLIONS = ("m", "mm", "million", "millions", "mio")
_BILLIONS = ("b", "bn", "billion", "billions")
_IN_A_YEAR = {"month": 12, "quarter": 4, "week": 52}


def in_money(currency: str, number: Exact) -> str:
    """A sum for a message: $8, £18, CAD 20."""
    symbol = _SYMBOLS.get(currency or "USD", f"{currency} ")
    return symbol + with_commas(number)


class Money(SpanType):
    """Money and what it is paid per: `$8/hour` is kept as USD/hour, `$600 once` as USD/once.

    `per` fixes that where the field does; a bare number is then dollars. No currency is ever converted. Nothing at
    all (`0`, `none`) needs no unit.
    """

    def __init__(self, per: str = "", greatest: Exact | None = None) -> None:
        super().__init__(0, greatest)
        self.per = per

    zero_unit = None

    def span_of(self, text: str) -> Span:
        refuse_three_decimals(text)
        return super().span_of(text)

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, _ = figure
        period = self._period(figure, text)
        if not period and not self.per:
            if number == 0:
                return 0, None
            sum_of = in_money(currency, number)
            raise Refused(f"{shown(text)}: per what?", f"{sum_of} once, {sum_of}/hour or {sum_of}/year")
        if not currency and not self.per and number != 0:
            raise Refused(f"{shown(text)}: in which currency?", f"{in_money('USD', number)}{_slashed(period)}")
        if self.per and period and period != self.per:
            advice = f"{in_money(currency, number)}{_slashed(self.per)}"
            if self.per == "year" and period in _IN_A_YEAR:
                advice = f"{in_money(currency, number * _IN_A_YEAR[period])}/year"
            raise Refused(f"{shown(text)} is not per {self.per}", f"{advice}, if that is what the paper says")
        return number, f"{currency or 'USD'}/{period or self.per}"

    def _period(self, figure: Figure, text: str) -> str:
        """What the money is paid per, as it is kept; empty where nothing is said."""
        number, currency, unit = figure
        if not unit:
            return ""
        noun, period = parted_unit(unit)
        sum_of = in_money(currency, number)
        _written_out_needed(noun, figure, text)
        if noun == "%":
            raise Refused(f"{shown(text)}: a share where money is expected", "money, such as $8/hour")
        if noun:
            advice = f"{sum_of}/{noun}, or {sum_of} once" if currency else "a sum and what it is per, such as $600 once"
            raise Refused(f"{shown(text)} is not money as written here", advice)
        return unit_named(period)

    def describe(self) -> str:
        return f"dollars{_slashed(self.per)}" if self.per else "money with what it is per: $8/hour, $600 once"

    @property
    def example(self) -> str:
        return "$600" if self.per else "$600 once"


def _written_out_needed(noun: str, figure: Figure, text: str) -> None:
    number, currency, _ = figure
    if noun in _MILLIONS:
        raise Refused(f"{shown(text)}: millions are written out", in_money(currency, number * 1_000_000))
    if noun in _BILLIONS:
        raise Refused(f"{shown(text)}: billions are written out", in_money(currency, number * 1_000_000_000))


def _slashed(period: str) -> str:
    return " once" if period == "once" else f"/{period}" if period else ""


class Amount(SpanType):
    """Money whose unit stands in another key (`per`): kept with its currency alone. A bare number is dollars."""

    zero_unit = None

    def span_of(self, text: str) -> Span:
        refuse_three_decimals(text)
        return super().span_of(text)

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, unit = figure
        if not unit:
            return number, currency or "USD"
        noun, period = parted_unit(unit)
        if noun == "%":
            raise Refused(f"{shown(text)}: a share where money is expected", f"share: {with_commas(number)}%")
        _written_out_needed(noun, figure, text)
        if noun:
            raise Refused(f"{shown(text)} is not money as written here", in_money(currency, number))
        advice = f"per: {unit_named(period)}, amount: {in_money(currency, number)}"
        raise Refused(f"{shown(text)}: what it is paid per has its own key", advice)

    def describe(self) -> str:
        return "an amount of money"

    @property
    def example(self) -> str:
        return "$40"


_TIMES = {"k": 1000, "thousand": 1000} | dict.fromkeys(_MILLIONS, 1_000_000)


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(r"([0-9.,]*[0-9])\s*(k|thousand|mm|mio|millions?|m)(?![a-z])")


@cache
def _claim_label() -> re.Pattern[str]:
    return re.compile(r"\b(?:per|each|every)[ -](?:claim|occurrence|incident|event|medical incident)\b")


@cache
def _year_label() -> re.Pattern[str]:
    return re.compile(r"\b(?:in the )?(?:(?:annual|yearly) )?aggregate\b|\b(?:per|a) year\b|\bannual(?:ly)?\b")


def _labelled(typed: str) -> tuple[str, str]:
    """One limit without the words that say which it is, and which they say: claim, year, both or neither."""
    rest, claims = _claim_label().subn("", typed)
    rest, years = _year_label().subn("", rest)
    return rest.strip(), "claim " * bool(claims) + "year " * bool(years)


class LimitAmount(Amount):
    """One limit of a policy. `k`, `M` and `million` are understood here, where nobody writes them out."""

    def span_of(self, text: str) -> Span:
        if len(text) > LONGEST_WORD:
            return super().span_of(text)
        return super().span_of(_abbreviated().sub(lambda match: _written_out(match, text), text.lower()))

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        if figure[2] in _BILLIONS:
            advice = "$1M/$3M; a billion is written out: $1,000,000,000"
            raise Refused(f"{shown(text)}: billions, or millions?", advice)
        number, unit = super().measured(figure, text)
        if 0 < number < 1000:
            raise Refused(f"{shown(text)}: {in_money(unit or '', number)}, or millions?", "$1M/$3M")
        return number, unit

    def describe(self) -> str:
        return "a policy's limit in dollars, such as $1M"

    @property
    def example(self) -> str:
        return "$1M"


def _written_out(match: re.Match[str], text: str) -> str:
    number = number_of(match.group(1), text) * _TIMES[match.group(2)]
    return str(number) if number.denominator == 1 else match.group()


class Limits(ScalarType):
    """The limits of a policy, per claim and per year: `$1M/$3M`. `none` says that there is no policy with limits."""

    words = ("given", "none")

    def __init__(self) -> None:
        super().__init__()
        self._amount = LimitAmount()
        self._parts: dict[str, ValueType] = {"per_claim": self._amount, "per_year": self._amount}

    @property
    def silence(self) -> Possible:
        return Words(frozenset(self.words))

    @property
    def parts(self) -> Mapping[str, ValueType]:
        return self._parts

    def parse(self, text: str) -> Facets:
        word = one_word(text)
        if word in ("none", "nothing", "0") or word in NO_LIKE:
            nothing = Span(0, 0, None)
            return {"": Words(frozenset(("none",))), "per_claim": nothing, "per_year": nothing}
        if word == "given" or word in ("unknown", "unsaid"):
            return {"": Words(frozenset(("given",)))} if word == "given" else {}
        if says_nothing(text):
            raise Refused(f"{shown(text)} is no limit", LEAVE_OUT)
        plain = tidy(text) if len(text) <= LONGEST_WORD else ""
        ends = [_labelled(end) for end in plain.split("/")]
        if len(ends) != 2 or not all(end for end, _ in ends):
            raise Refused(f"{shown(text)}: per claim and per year", "$1M/$3M, or {per_claim: $1M}")
        if [label for _, label in ends] == ["year ", "claim "]:
            ends.reverse()
        elif ends[0][1] not in ("", "claim ") or ends[1][1] not in ("", "year "):
            advice = "per claim first, then per year: $1M/$3M, or {per_claim: $1M}"
            raise Refused(f"{shown(text)}: which is per claim, which per year?", advice)
        claim, year = (self._amount.span_of(end) for end, _ in ends)
        if _figure(claim) > _figure(year):
            raise Refused(f"{shown(text)}: more per claim than per year", "per claim first: $1M/$3M")
        return _limits(_as_open(claim, year), _as_open(year, claim), text)

    def read(self, node: Node, faults: Faults) -> Facets | None:
        if not isinstance(node.content, dict):
            return super().read(node, faults)
        before = len(faults)
        said = read_keys(node, node.content, self._parts, faults)
        if len(faults) > before:
            return None
        spans = {key: facets[""] for key, facets in said.items()}
        claim, year = spans.get("per_claim"), spans.get("per_year")
        if isinstance(claim, Span) and isinstance(year, Span):
            try:
                return _limits(claim, year, "")
            except Refused as refused:
                faults.at(node, refused.message, refused.advice)
                return None
        return {"": Words(frozenset(("given",))), **spans} if spans else {}

    def json_schema(self) -> JsonSchema:
        parts = {key: kind.json_schema() for key, kind in self._parts.items()}
        mapping: JsonSchema = {"type": "object", "properties": parts, "additionalProperties": False}
        return {"anyOf": [{"type": ["string", "number", "boolean"]}, mapping], "description": self.describe()}

    def describe(self) -> str:
        return "limits per claim and per year: $1M/$3M"

    @property
    def example(self) -> str:
        return "$1M/$3M"


def _figure(limit: Span) -> Exact:
    return limit.low if limit.high is None else limit.high


def _as_open(limit: Span, other: Span) -> Span:
    """A limit, as open as the other: in `up to $1M/$3M` the words may speak of both."""
    if limit.low != limit.high or other.low == other.high:
        return limit
    if other.high is None:
        return Span(limit.low, None, limit.unit)
    return Span(0, limit.high, limit.unit) if other.low == 0 else limit


def _limits(claim: Span, year: Span, text: str) -> Facets:
    if claim.unit and year.unit and claim.unit != year.unit:
        message = "two currencies in the limits of one policy"
        raise Refused(f"{shown(text)}: {message}" if text else message, "both in one currency: $1M/$3M")
    if claim.high == 0 == year.high:
        nothing = Span(0, 0, None)
        return {"": Words(frozenset(("none",))), "per_claim": nothing, "per_year": nothing}
    if year.high is not None and claim.unit == year.unit and claim.low > year.high:
        message = f"{shown(text)}: more per claim than per year" if text else "more per claim than per year"
        raise Refused(message, "per claim first: $1M/$3M")
    return {"": Words(frozenset(("given",))), "per_claim": claim, "per_year": year}
