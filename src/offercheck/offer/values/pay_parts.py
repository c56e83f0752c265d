"""The kinds of values that only an item of pay has."""

from __future__ import annotations

from collections.abc import Mapping

from offercheck.offer.possible import Line, Possible, Span, Words
from offercheck.offer.possible import Number as Exact
from offercheck.offer.values.base import Facets, JsonSchema, Refused, ScalarType, ValueType
from offercheck.offer.values.digits import number_of, refuse_three_decimals, with_commas
from offercheck.offer.values.figures import Figure
from offercheck.offer.values.numbers import Number, SpanType
from offercheck.offer.values.records import Keys, Record
from offercheck.offer.values.spelling import LONGEST_WORD, shown, tidy
from offercheck.offer.values.states import States
from offercheck.offer.values.texts import Texts
from offercheck.offer.values.units import parted_unit, singular, unit_named, unit_words
from offercheck.offer.values.words import SomeOf
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

MODALITIES = "video audio chat async monitoring in_person home_visit"
MODALITY_SYNONYMS = {
    "phone": "audio",
    "telephone": "audio",
    "telephonic": "audio",
    "audio only": "audio",
    "text": "chat",
    "messaging": "chat",
    "asynchronous": "async",
    "store and forward": "async",
    "synchronous video": "video",
    "home visits": "home_visit",
    "on site": "in_person",
    "rpm": "monitoring",
}
_DIGITS = tuple("0123456789")
_TIMES = "nights weekends holidays evenings days weekdays on_call"
_TIME_SYNONYMS = {
    "night": "nights",
    "overnight": "nights",
    "overnights": "nights",
    "weekend": "weekends",
    "holiday": "holidays",
    "evening": "evenings",
    "day": "days",
    "weekday": "weekdays",
    "call": "on_call",
}


class Per(ScalarType):
    """What an amount is paid per: a unit, with its count where there are several (`15 minutes`: minute, 15)."""

    def __init__(self) -> None:
        super().__init__()
        self.words = unit_words()
        self._parts: dict[str, ValueType] = {"count": Number(0)}

    @property
    def silence(self) -> Possible:
        return Words(frozenset(self.words))

    @property
    def parts(self) -> Mapping[str, ValueType]:
        return self._parts

    def parse(self, text: str) -> Facets:
        if len(text) > LONGEST_WORD:
            raise Refused(f"{shown(text)} is no unit known here", "a unit, such as hour or visit")
        typed = tidy(text).removeprefix("per ").removeprefix("a ").removeprefix("an ").removeprefix("each ")
        count = 1
        rest = typed.lstrip("0123456789.,") if typed[:1] in _DIGITS else typed
        first, rest = typed.removesuffix(rest), rest.lstrip(" -")
        if first and rest:
            number = number_of(first, text)
            if number.denominator != 1 or number == 0:
                raise Refused(f"{shown(text)}: the count of a unit is a whole number", "15 minutes")
            count, typed = int(number), rest
        elif first:
            raise Refused(f"{shown(text)}: {first} of which unit?", f"{first} minutes?")
        name = unit_named(typed)
        if name not in self.words:
            adjective, _, noun = name.partition("_")
            raise Refused(f"{shown(text)} is no unit known here", f"per: {noun}, counts: {adjective}")
        return {"": Words(frozenset((name,))), "count": Span(count, count)}

    def json_schema(self) -> JsonSchema:
        return {"anyOf": [{"enum": list(self.words)}, {"type": "string"}], "description": self.describe()}

    def describe(self) -> str:
        return "a unit, such as hour, visit, 15 minutes, once"

    @property
    def example(self) -> str:
        return "visit"


class Counted(ScalarType):
    """What the steps of a scale are counted in: `completed sessions/month` is kept as completed_session/month."""

    @property
    def silence(self) -> Possible:
        return Line(None)

    def parse(self, text: str) -> Facets:
        plain = tidy(text)
        noun, period = parted_unit(plain)
        kept = "/".join(filter(None, (singular(noun) or noun.replace(" ", "_"), singular(period) or period)))
        return {"": Line(kept)}

    def json_schema(self) -> JsonSchema:
        return {"type": "string", "description": self.describe()}

    def describe(self) -> str:
        return "what is counted and in what time: wrvu/year"

    @property
    def example(self) -> str:
        return "wrvu/year"


class AnyFigure(SpanType):
    """A figure whose kind its place in the paper tells: a count (unit empty), dollars (USD) or a share (%)."""

    zero_unit = None

    def measured(self, figure: Figure, text: str) -> tuple[Exact, str | None]:
        number, currency, unit = figure
        if currency:
            refuse_three_decimals(text)
        if unit in ("%", "percent"):
            return number, "%"
        if unit and not currency and unit_named(parted_unit(unit)[0]):
            return number, ""
        if unit:
            raise Refused(f"{shown(text)} is not a figure as written here", with_commas(number))
        return number, currency

    def describe(self) -> str:
        return "a count, a sum ($400) or a share (90%)"

    @property
    def example(self) -> str:
        return "60"


class FirstOf(ScalarType):
    """A figure of one of several kinds; the first kind that understands a text has it."""

    def __init__(self, *kinds: SpanType) -> None:
        super().__init__()
        self.kinds = kinds

    @property
    def silence(self) -> Possible:
        return Span(0, None, None)

    def parse(self, text: str) -> Facets:
        refused: Refused | None = None
        for kind in self.kinds:
            try:
                return kind.parse(text)
            except Refused as why:
                refused = refused or why
        raise refused or Refused(f"{shown(text)} is not a figure")

    def json_schema(self) -> JsonSchema:
        return {"type": ["string", "number"], "description": self.describe()}

    def describe(self) -> str:
        return ", or ".join(kind.describe() for kind in self.kinds)

    @property
    def example(self) -> str:
        return self.kinds[0].example


class Anything(ValueType):
    """A value of a kind that is not known here, kept as words."""

    @property
    def silence(self) -> Possible:
        return Line(None)

    def read(self, node: Node, faults: Faults) -> Facets | None:  # noqa: ARG002 - nothing is refused
        return {"": Line(in_line(node))}

    def json_schema(self) -> JsonSchema:
        return {"description": self.describe()}

    def describe(self) -> str:
        return "a value as the field takes it"

    @property
    def example(self) -> str:
        return "another value"


def in_line(node: Node) -> str:
    content = node.content
    if isinstance(content, list):
        return ", ".join(map(in_line, content))
    if isinstance(content, dict):
        return ", ".join(f"{key} {in_line(item)}" for key, item in content.items())
    return " ".join((content or "").split())


class Purpose(Record):
    """What a pay item is for: words (`sign-on`, `on_call`), or a mapping that narrows it to some of the work.

    A word for a time (`nights`) is understood as one, and so is a word for a way of meeting patients (`video`).
    """

    def __init__(self) -> None:
        self._times = SomeOf(_TIMES, _TIME_SYNONYMS, may_be_empty=False)
        self._modalities = SomeOf(MODALITIES, MODALITY_SYNONYMS, may_be_empty=False)
        keys: Keys = {
            "service": Texts(),
            "modality": self._modalities,
            "credential": Texts(),
            "states": States(may_be_empty=False),
            "payer": Texts(),
            "time": self._times,
            "patients": Texts(),
        }
        super().__init__(keys)

    @property
    def silence(self) -> Possible:
        return Line(None)

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if isinstance(content, dict):
            facets = super().read(node, faults)
            return None if facets is None else {**facets, "": Line(in_line(node))}
        if isinstance(content, list):
            facets = Texts().read(node, faults)
            if facets is None:
                return None
            words = [item.content for item in content if isinstance(item.content, str)]
        else:
            if not (content or "").strip():
                return {}
            facets = {"": Line(in_line(node))}
            words = [content or ""]
        for key, kind in (("time", self._times), ("modality", self._modalities)):
            if words and all(map(kind.vocabulary.knows_word, words)):
                facets[key] = (kind.read(node, faults) or {"": kind.silence})[""]
        return facets

    def json_schema(self) -> JsonSchema:
        word: JsonSchema = {"type": ["string", "number"]}
        listed: JsonSchema = {"type": "array", "items": word}
        return {"anyOf": [word, listed, self._mapping_schema()], "description": self.describe()}

    def describe(self) -> str:
        return "words, or a mapping of " + ", ".join(self.keys)

    @property
    def example(self) -> str:
        return "{time: nights}"
