"""Numbers and shares, one figure or a range."""

from __future__ import annotations

from abc import abstractmethod
from fractions import Fraction

from offercheck.offer.possible import Number as Exact
from offercheck.offer.possible import Possible, Span
from offercheck.offer.values.base import Facets, JsonSchema, Refused, ScalarType
from offercheck.offer.values.digits import whole, with_commas
from offercheck.offer.values.figures import ZERO_WORDS, Figure, figures_of
from offercheck.offer.values.spelling import nearest, one_word, shown, tidy
from offercheck.offer.values.units import MINUTES_IN, MONTHS_IN, parted_unit, singular
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

_RANGE_KEYS = ("low", "high", "up_to", "from")
_HALF = frozenset(("half", "onehalf", "ahalf"))
_A_HALF = Fraction(1, 2)
_RANGE_MAPPINGS = "{low: 10, high: 12}, {up_to: 12} or {from: 10}"


def range_as_text(node: Node, content: dict[str, Node], faults: Faults) -> str | None:
    """A range typed as a mapping, as the text that says the same; None with the reason among the faults."""
    before = len(faults)
    ends: dict[str, str] = {}
    last: Node | None = None
    for key, item in content.items():
        if node.flow and item.empty and last is not None and key.isascii() and key.isdigit() and len(key) == 3:
            # The place of the key itself has the fault of a key without a value.
            plain = f"{last.content}{key}"
            faults.at(
                last,
                "a comma inside {...} parts the mapping, the comma of a figure too",
                f'{last.key}: {plain}, or in quotes {last.key}: "{last.content},{key}"',
            )
            continue
        last = item if isinstance(item.content, str) else None
        if key not in _RANGE_KEYS:
            near = nearest(key, _RANGE_KEYS)
            faults.at_key(item, f"`{key}` is no end of a range", f"{near}? " * bool(near) + _RANGE_MAPPINGS)
        elif item.empty:
            continue
        elif isinstance(item.content, str):
            ends[key] = "0" if item.content.strip().lower() in ZERO_WORDS else item.content
        else:
            faults.at(item, "an end of a range is one figure", f"for example: {_RANGE_MAPPINGS}")
    low = ends.get("low", ends.get("from"))
    high = ends.get("high", ends.get("up_to"))
    if len(ends) > 1 and (len(ends) > 2 or low is None or high is None):
        faults.at(node, "an end of the range stands twice", _RANGE_MAPPINGS)
    elif not ends and len(faults) == before:
        faults.at(node, "a range without an end", _RANGE_MAPPINGS)
    if len(faults) > before:
        return None
    return f"up to {high}" if low is None else f"from {low}" if high is None else f"{low} to {high}"


class SpanType(ScalarType):
    """A figure or a range of figures, as text or as a mapping: `10-12`, `up to 12`, `10+`, `{low: 10, high: 12}`.

    `least` and `greatest` bound what is plausible, in the unit the value is kept in; `up to X` begins at `least`.
    `top` is where a range without a high end ends: None where there is no such end.
    """

    top: Exact | None = None
    zero_unit: str | None = ""

    def __init__(self, least: Exact = 0, greatest: Exact | None = None) -> None:
        super().__init__()
        self.least = least
        self.greatest = greatest

    @abstractmethod
    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        """A figure in the unit in which the value is kept, and that unit. Raises Refused."""

    def worded(self, number: Exact) -> str:
        """A bound in words, for a message."""
        return with_commas(number)

    @property
    def silence(self) -> Possible:
        return Span(self.least, self.top, self.zero_unit)

    def parse(self, text: str) -> Facets:
        return {"": self.span_of(text)}

    def span_of(self, text: str) -> Span:
        """The range a text says. Raises Refused."""
        if text.strip().lower() in ZERO_WORDS:
            self._check(0, text)
            return Span(0, 0, self.zero_unit)
        typed_low, typed_high = figures_of(text)
        if typed_low is typed_high and typed_low is not None:
            low, unit = self.measured(typed_low, text)
            self._check(low, text)
            return Span(low, low, unit)
        ends = [self.measured(end, text) for end in (typed_low, typed_high) if end is not None]
        unit = ends[0][1]
        if unit != ends[-1][1]:
            raise Refused(f"{shown(text)}: two units in one range", "both ends in the same unit")
        low = self.least if typed_low is None else ends[0][0]
        high = self.top if typed_high is None else ends[-1][0]
        if typed_low is not None:
            self._check(low, text)
        if typed_high is not None and high is not None:
            self._check(high, text)
            if low > high:
                raise Refused(f"{shown(text)}: the low end is above the high end", "the smaller figure first")
        return Span(low, high, unit)

    def _check(self, number: Exact, text: str) -> None:
        if number >= self.least and (self.greatest is None or number <= self.greatest):
            return
        if self.greatest is None:
            bounds = f"{self.worded(self.least)} or more"
        else:
            bounds = f"from {self.worded(self.least)} to {self.worded(self.greatest)}"
        raise Refused(f"{shown(text)} is out of bounds", f"a value {bounds}")

    def read(self, node: Node, faults: Faults) -> Facets | None:
        if isinstance(node.content, dict):
            text = range_as_text(node, node.content, faults)
            return None if text is None else super().read(Node(text, node.mark), faults)
        return super().read(node, faults)

    def json_schema(self) -> JsonSchema:
        end: JsonSchema = {"type": ["number", "string"]}
        mapping = {"type": "object", "properties": dict.fromkeys(_RANGE_KEYS, end), "additionalProperties": False}
        return {"anyOf": [{"type": ["number", "string"]}, mapping], "description": self.describe()}


class Number(SpanType):
    """A plain number. `unit` names what is counted (`minutes`, `hours/week`, `patients`): people may type it too.

    Minutes and hours, and months and years, are converted into each other; any other unit is refused.
    """

    def __init__(self, least: Exact = 0, greatest: Exact | None = None, unit: str = "") -> None:
        super().__init__(least, greatest)
        self.unit = unit
        noun, period = parted_unit(unit.lower())
        self._noun = singular(noun) or noun.removesuffix("s")
        self._period = singular(period) or period

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, unit = figure
        if currency or unit[:1] == "%":
            raise Refused(f"{shown(text)}: money or a share where a number is expected", self._advice(number))
        if not unit:
            return number, ""
        typed, period = parted_unit(unit)
        noun = singular(typed) or typed.removesuffix("s")
        if period and (singular(period) or period) != self._period:
            raise Refused(f"{shown(text)} is per another time than {self.unit or 'here'}", self._advice(number))
        if not noun or noun == self._noun:
            return number, ""
        for factors in (MINUTES_IN, MONTHS_IN):
            if noun in factors and self._noun in factors:
                exact = Fraction(number * factors[noun], factors[self._noun])
                return whole(exact), ""
        if self._period and noun.partition(" ")[0] in MINUTES_IN:
            raise self._interval(figure, figure, text)
        message = f"{shown(text)} is not in {self.unit}" if self.unit else f"{shown(text)}: a plain number is expected"
        raise Refused(message, self._advice(number))

    def span_of(self, text: str) -> Span:
        before, every, interval = tidy(text).rpartition("every ")
        if every and self._period in MINUTES_IN and before in ("", "one ", "1 ", "once "):
            raise self._interval(*figures_of(interval), text)
        return super().span_of(text)

    def _interval(self, shortest: Figure | None, longest: Figure | None, text: str) -> Refused:
        """The refusal of a time between two where the field counts how many in a time: `every 15 minutes`."""
        message = f"{shown(text)} is not in {self.unit}"
        ends = [_minutes(end) for end in (longest, shortest) if end is not None]
        if self._period != "hour" or len(ends) < 2 or not all(ends):
            return Refused(message, self._advice(0))
        ways = dict.fromkeys(f"60/{with_commas(end)}" for end in ends)
        rates = dict.fromkeys(with_commas(whole(Fraction(60) / end)) for end in ends)
        return Refused(message, f"{'-'.join(rates)}, which is {' to '.join(ways)}")

    def _advice(self, number: Exact) -> str:
        return f"the figure in {self.unit}" if self.unit else with_commas(number)

    def describe(self) -> str:
        greatest = "" if self.greatest is None else f" to {with_commas(self.greatest)}"
        more = " or more" if self.greatest is None else ""
        return f"{self.unit or 'a number'}, {with_commas(self.least)}{greatest}{more}"

    @property
    def example(self) -> str:
        number = self.least + 1 if self.greatest is None else min(self.greatest, max(self.least, 4))
        return with_commas(number)


def _minutes(figure: Figure) -> Exact:
    """The minutes of a figure; 0 where it is in no unit of them."""
    number, currency, unit = figure
    noun = singular(unit) or singular(unit.replace("-", " ").partition(" ")[0])
    return 0 if currency else number * MINUTES_IN.get(noun, 0)


class Share(SpanType):
    """A share, typed with its percent sign and kept as a fraction of 1: 12% is 3/25. Nothing exceeds `greatest`."""

    def __init__(self, greatest: Exact = 1) -> None:
        super().__init__(0, greatest)
        self.top = greatest

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, unit = figure
        if currency:
            raise Refused(f"{shown(text)}: money where a share is expected", "a share, such as 12%")
        if unit in ("%", "percent", "per cent", "pct"):
            exact = Fraction(number, 100)
            return whole(exact), ""
        if unit:
            raise Refused(f"{shown(text)} is not a share", f"{with_commas(number)}%")
        if number == 0:
            return 0, ""
        if number < 1:
            percent = with_commas(number * 100)
            raise Refused(
                f"{shown(text)}: {percent}% or {with_commas(number)}%?", f"{percent}% or {with_commas(number)}%"
            )
        raise Refused(f"{shown(text)} without a percent sign", f"{text.strip()[:20]}%")

    def span_of(self, text: str) -> Span:
        if one_word(text) in _HALF:
            return Span(_A_HALF, _A_HALF)
        return super().span_of(text)

    def worded(self, number: Exact) -> str:
        return f"{with_commas(number * 100)}%"

    def describe(self) -> str:
        return f"a share, 0% to {self.worded(self.greatest or 1)}"

    @property
    def example(self) -> str:
        return "12%"
