"""What holds for every kind of value, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterable

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offercheck.offer.possible import Entries, Line, Members, Possible, Span, Words
from offercheck.offer.values.base import Refused, ScalarType, ValueType
from offercheck.offer.values.durations import Duration, Quantity
from offercheck.offer.values.money import Amount, Limits, Money
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.pay import PAY
from offercheck.offer.values.pay_parts import AnyFigure, Counted, FirstOf, Per, Purpose
from offercheck.offer.values.records import NoneOr, Record, Records
from offercheck.offer.values.special import AmountOf, Missed
from offercheck.offer.values.states import States, StateShares
from offercheck.offer.values.texts import Date, Text, Texts
from offercheck.offer.values.words import PAYER, WRITTEN, YES, Alternatives, OneOf, SomeOf
from offercheck.reading.fault import Faults
from offercheck.reading.load import read_document
from offercheck.reading.node import node_of

COUNT = Number(0, 10**9)
KINDS: dict[str, ValueType] = {
    "yes": YES,
    "written": WRITTEN,
    "payer": PAYER,
    "one of": OneOf("w2 1099 either"),
    "alternatives": Alternatives("physician np pa"),
    "some of": SomeOf("video audio chat", may_be_empty=False),
    "open list": SomeOf("none health dental", open=True),
    "number": COUNT,
    "minutes": Number(5, 240, "minutes"),
    "hours a week": Number(1, 120, "hours/week"),
    "share": Share(),
    "money": Money(),
    "yearly money": Money(per="year"),
    "amount": Amount(),
    "limits": Limits(),
    "duration": Duration(),
    "quantity": Quantity(),
    "states": States(),
    "cover": States(cover=True),
    "patients": States(self_word="patient_states", may_be_empty=False),
    "state shares": StateShares(),
    "text": Text(),
    "texts": Texts(),
    "date": Date(),
    "missed": Missed(),
    "amount of": AmountOf(),
    "record": Record({"a": COUNT}),
    "none or": NoneOr({"a": COUNT}),
    "records": Records({"a": COUNT, "b": Text()}, open=True),
    "pay": PAY,
    "per": Per(),
    "counted": Counted(),
    "figure": AnyFigure(),
    "first of": FirstOf(Money(), Quantity()),
    "purpose": Purpose(),
}
every_kind = pytest.mark.parametrize("kind", list(KINDS.values()), ids=list(KINDS))

FRAGMENTS = [
    "0",
    "1",
    "4",
    "12",
    "40",
    "010",
    "1,500",
    "1.5",
    ".5",
    "90",
    "250,000",
    "$",
    "£",
    "€",
    "%",
    "+",
    "-",
    "–",
    "to",
    "up",
    "at",
    "least",
    "most",
    "from",
    "between",
    "and",
    "or",
    "/",
    ":",
    "k",
    "M",
    "million",
    "x",
    "e",
    "_",
    "(",
    ")",
    ".",
    ",",
    "~",
    "about",
    "over",
    "per",
    "a",
    "an",
    "hour",
    "hours",
    "week",
    "month",
    "months",
    "year",
    "day",
    "days",
    "visit",
    "visits",
    "session",
    "once",
    "none",
    "no",
    "yes",
    "either",
    "unknown",
    "TBD",
    "competitive",
    "all",
    "any_one",
    "compact",
    "TX",
    "NO",
    "ON",
    "Texas",
    "nothing",
    "nothing_else",
    "everything",
    "full",
    "part",
    "optional",
    "employer",
    "clinician",
    "video",
    "w2",
    "1099",
    "aggregate",
    "business",
    "2026-03-02",
    "inf",
    "nan",
]
typed_texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(FRAGMENTS), max_size=7).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=7).map("".join),
    st.sampled_from(FRAGMENTS).map(lambda fragment: fragment * 300),
)
typed_values = st.recursive(
    typed_texts | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["low", "high", "up_to", "from", "a", "per", "amount", "TX", "x"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)


def part_of(part: Possible, whole: Possible) -> bool:
    """Whether all that `part` may be is something that `whole` may be."""
    if isinstance(part, Words) and isinstance(whole, Words):
        return part.may <= whole.may
    if isinstance(part, Members) and isinstance(whole, Members):
        return part.sure >= whole.sure and part.maybe <= whole.maybe
    if isinstance(part, Span) and isinstance(whole, Span):
        below = whole.high is None or (part.high is not None and part.high <= whole.high)
        return part.low >= whole.low and below and (whole.unit is None or part.unit == whole.unit)
    return isinstance(part, Line) and whole == Line(None)


def spans_of(values: Iterable[Possible]) -> Iterable[Span]:
    for value in values:
        if isinstance(value, Span):
            yield value
        elif isinstance(value, Entries):
            for entry in value.sure:
                yield from spans_of(entry.values.values())


def _refusal(kind: ScalarType, typed: str) -> Refused | None:
    try:
        kind.parse(typed)
    except Refused as refused:
        return refused
    return None


@every_kind
@settings(max_examples=50)
@given(typed=typed_texts)
def test_a_text_is_understood_or_refused_with_advice(kind, typed):
    if isinstance(kind, ScalarType):
        refusal = _refusal(kind, typed)
        assert refusal is None or (refusal.message and refusal.advice)


@every_kind
@settings(max_examples=50)
@given(typed=typed_values)
def test_a_value_is_understood_or_refused_never_both(kind, typed):
    node, faults = node_of(typed), Faults()
    if node.empty:
        return
    facets = kind.read(node, faults)
    assert (facets is None) == bool(faults)
    assert all(fault.message and fault.advice for fault in faults)
    for span in spans_of((facets or {}).values()):
        assert span.high is None or span.low <= span.high
        assert span.low >= 0
        assert not isinstance(span.low, float)


@every_kind
@settings(max_examples=50)
@given(typed=typed_texts)
def test_what_is_said_is_part_of_what_silence_leaves_open(kind, typed):
    facets = kind.read(node_of(typed), Faults()) if typed else None
    for part, possible in (facets or {}).items():
        silence = kind.parts[part].silence if part else kind.silence
        territories = isinstance(possible, Members) and not possible.maybe <= States().silence.maybe
        assert part_of(possible, silence) or isinstance(possible, Entries) or territories


@every_kind
@settings(max_examples=50)
@given(typed=typed_texts)
def test_a_text_is_understood_the_same_twice(kind, typed):
    if typed:
        assert kind.read(node_of(typed), Faults()) == kind.read(node_of(typed), Faults())


figures = st.integers(0, 10**6)
UNITS = [
    (COUNT, "{}"),
    (Number(0, 10**9, "minutes"), "{} minutes"),
    (Amount(), "${}"),
    (Money(), "${}/hour"),
    (Duration(None), "{} days"),
    (Quantity(), "{} visits/month"),
]


@pytest.mark.parametrize(("kind", "form"), UNITS)
@given(low=figures, step=figures, more=figures)
def test_the_more_exact_text_says_a_part_of_the_vaguer(kind, form, low, step, more):
    def of(text: str) -> Span:
        return kind.parse(form.format(text).replace("$up to ", "up to $"))[""]

    middle, high = low + step, low + step + more
    assert part_of(of(f"{low + 1}-{middle + 1}"), of(f"{low + 1}-{high + 1}"))
    assert part_of(of(f"{middle + 1}"), of(f"{low + 1}-{high + 1}"))
    assert part_of(of(f"{low + 1}-{high + 1}"), of(f"up to {high + 1}"))
    assert part_of(of(f"{low + 1}-{high + 1}"), of(f"{low + 1}+"))
    assert of(f"{low + 1}-{high + 1}") == of(f"{low + 1:,} to {high + 1:,}")
    assert of(f"{low + 1}-{high + 1}") == of(f"{low + 1}–{high + 1}")


@every_kind
def test_its_own_example_is_understood(kind):
    document = read_document("example.yaml", f"value: {kind.example}".encode())
    faults = Faults(document.faults)
    assert isinstance(document.root.content, dict)
    assert kind.read(document.root.content["value"], faults)
    assert not faults
    assert kind.describe()


SEVERAL = {
    "yes": [True, "no", "partly"],
    "one of": ["w2", 1099, "W-2 or 1099"],
    "some of": ["video", ["video", "Audio"], "video/audio"],
    "open list": [[], "none", ["health", "nothing_else"]],
    "number": [4, 0.5, "10-12", "none", {"low": 1, "high": 2}],
    "share": ["12%", 0, {"up_to": "12%"}],
    "money": ["$8/hour", 0, {"low": "$8/hour", "high": "$9/hour"}],
    "limits": ["$1M/$3M", {"per_claim": "$1M"}, "none"],
    "duration": ["60 days", 0, "none"],
    "states": ["all", ["TX", "Texas"], "TX, FL", []],
    "state shares": [{"TX": "40%"}],
    "texts": ["x", ["x", "y"]],
    "missed": [0, "full", "$20", {"up_to": "$20"}],
    "amount of": [False, "2 nights/month"],
    "none or": ["none", False, {"a": 4}, {"a": None}],
    "records": [[{"a": 4}], {"a": 4}, "none", [{"a": 1}, "nothing_else"]],
    "pay": ["$40/hour", [{"per": "visit", "amount": 42}], {"per": "visit", "for": {"time": ["nights"]}}],
}


@pytest.mark.parametrize(("name", "typed"), [(name, typed) for name, values in SEVERAL.items() for typed in values])
def test_an_editor_accepts_what_is_understood(understood, name, typed):
    understood(KINDS[name], typed)
    schema = KINDS[name].json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(typed, schema, cls=jsonschema.Draft202012Validator)
