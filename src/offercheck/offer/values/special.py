"""Values of two kinds in one field: pay for what did not happen, and how much of something is asked."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from offercheck.offer.possible import Number as Exact
from offercheck.offer.possible import Possible, Span, Words
from offercheck.offer.values.base import Facets, JsonSchema, Refused, ScalarType, ValueType
from offercheck.offer.values.digits import with_commas
from offercheck.offer.values.durations import Quantity
from offercheck.offer.values.figures import ZERO_WORDS, Figure
from offercheck.offer.values.money import Amount
from offercheck.offer.values.numbers import Share, SpanType, range_as_text
from offercheck.offer.values.spelling import LEAVE_OUT, NO_LIKE, not_one_of, one_word, says_nothing, shown
from offercheck.offer.values.units import parted_unit, singular
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

_FULL = frozenset(("full", "fullpay", "fullrate", "infull", "fullypaid"))
_HALF = frozenset(("half", "onehalf", "halfpay", "halfrate", "halftherate", "halfofrate", "halfpaid"))
_UNPAID = frozenset((*ZERO_WORDS, *NO_LIKE, "unpaid", "notpaid"))
_OCCASIONS = frozenset(("visit", "session", "encounter", "slot", "shift", "patient", "case", "once"))


class _WordOrSpan(ScalarType):
    """A word of a list or a figure, which may be a range typed as a mapping."""

    words: tuple[str, ...]
    _parts: dict[str, ValueType]

    @property
    def silence(self) -> Possible:
        return Words(frozenset(self.words))

    @property
    def parts(self) -> Mapping[str, ValueType]:
        return self._parts

    def read(self, node: Node, faults: Faults) -> Facets | None:
        if isinstance(node.content, dict):
            text = range_as_text(node, node.content, faults)
            return None if text is None else super().read(Node(text, node.mark), faults)
        return super().read(node, faults)

    @abstractmethod
    def parse(self, text: str) -> Facets: ...

    def json_schema(self) -> JsonSchema:
        loose: JsonSchema = {"type": ["string", "number", "boolean", "object"]}
        return {"anyOf": [{"enum": list(self.words)}, loose], "description": self.describe()}


class _Occasion(Amount):
    """The sum for one occasion: `$20/visit` says no more than `$20` where the field is about a visit."""

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, unit = figure
        noun, period = parted_unit(unit)
        name = singular(period.removeprefix("missed ").removeprefix("cancelled ").removeprefix("canceled "))
        if not noun and (name in _OCCASIONS or period in ("no-show", "no show")):
            unit = ""
        if not unit and not currency and number != 0:
            raise Refused(f"{shown(text)}: dollars or a share?", f"${with_commas(number)} or {with_commas(number)}%")
        return super().measured((number, currency, unit), text)


class Missed(_WordOrSpan):
    """Pay for a missed visit or a cancelled shift: one word of none, part, full, with its `share` or its `amount`.

    `0` and `none` are none, `full` and 100% are full; any other share of the rate, and any sum, is a part.
    """

    words = ("none", "part", "full")

    def __init__(self) -> None:
        super().__init__()
        self._share = Share()
        self._amount = _Occasion()
        self._parts = {"share": self._share, "amount": Amount()}

    def parse(self, text: str) -> Facets:
        word = one_word(text)
        if word in _UNPAID:
            return {"": _of("none"), "share": Span(0, 0), "amount": Span(0, 0, None)}
        if word in _FULL:
            return {"": _of("full"), "share": Span(1, 1)}
        if word in _HALF:
            return {"": _of("part"), "share": self._share.span_of("half")}
        if word in ("part", "partly", "partial"):
            return {"": _of("part")}
        if word in ("unknown", "unsaid"):
            return {}
        if not any(map(str.isdigit, text)):
            raise _no_word(text, self.words, "none, full, 50% or $20")
        kind: SpanType = self._share if "%" in text or "percent" in text.lower() else self._amount
        span = kind.span_of(text)
        if span.low == 0 == span.high:
            return {"": _of("none"), "share": Span(0, 0), "amount": Span(0, 0, None)}
        may = {"part"} | ({"none"} if span.low == 0 else set())
        if kind is self._amount:
            return {"": Words(frozenset(may)), "amount": span}
        if span.high is None or span.high >= 1:
            may = (may if span.low < 1 else set()) | {"full"}
        return {"": Words(frozenset(may)), "share": span}

    def describe(self) -> str:
        return "none, full, a share of the rate (50%), or dollars ($20)"

    @property
    def example(self) -> str:
        return "50%"


class AmountOf(_WordOrSpan):
    """How much of something is asked: one word of no, optional, required, with a `quantity` where one is given.

    A quantity is what is required; one that may be zero may also be none. `yes` is optional or required.
    """

    words = ("no", "optional", "required")

    def __init__(self) -> None:
        super().__init__()
        self._quantity = Quantity()
        self._parts = {"quantity": self._quantity}

    def parse(self, text: str) -> Facets:
        word = one_word(text)
        if word in ZERO_WORDS or word in NO_LIKE:
            return {"": _of("no"), "quantity": Span(0, 0, None)}
        if word in ("yes", "y", "true"):
            return {"": Words(frozenset(("optional", "required")))}
        if word in ("optional", "voluntary"):
            return {"": _of("optional")}
        if word in ("required", "mandatory"):
            return {"": _of("required")}
        if word in ("unknown", "unsaid"):
            return {}
        if not any(map(str.isdigit, text)):
            raise _no_word(text, self.words, "no, optional, required, or a quantity such as 2 nights/month")
        span = self._quantity.span_of(text)
        if span.low == 0 == span.high:
            return {"": _of("no"), "quantity": Span(0, 0, None)}
        may = frozenset(("required", "no")) if span.low == 0 else frozenset(("required",))
        return {"": Words(may), "quantity": span}

    def describe(self) -> str:
        return "no, optional, required, or a quantity such as 2 nights/month"

    @property
    def example(self) -> str:
        return "2 nights/month"


def _of(word: str) -> Words:
    return Words(frozenset((word,)))


def _no_word(text: str, words: tuple[str, ...], advice: str) -> Refused:
    if says_nothing(text):
        return Refused(f"{shown(text)} does not say how much", LEAVE_OUT)
    refused = not_one_of(text, words)
    return Refused(refused.message, advice)
