from __future__ import annotations

import pytest

from offercheck.offer.possible import Entries, Entry, Line, Span, Words
from offercheck.offer.values.money import Money
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.pairs import Pairs
from offercheck.offer.values.records import NoneOr, Record, Records
from offercheck.offer.values.texts import Text
from offercheck.offer.values.words import OneOf
from offercheck.reading.fault import Faults
from offercheck.reading.load import read_document

COUNT = Number(0, 9)
PART = Record({"within": COUNT, "of": OneOf("gross net")})
KEYS = {"kind": OneOf("rate bonus"), "count": COUNT, "says": Text(), "repay": PART}


def _needs_count(node, said, faults):
    if "says" in said and "count" not in said:
        faults.at(node, "says what of how many?", "add count: 1")


def _short(text):
    return {"count": text[1:]} if text.startswith("#") else None


CLOSED = Records(KEYS, defaults={"kind": "rate"}, rules=_needs_count, shorthand=_short)
OPEN = Records({"count": COUNT}, open=True)
NEVER_EMPTY = Records({"count": COUNT}, may_be_empty=False)
NON_COMPETE = NoneOr({"miles": Number(0, 500, "miles"), "buyout": Money()})
RATE = Words(frozenset({"rate"}))
GIVEN = Words(frozenset({"given"}))


def count(number: int) -> Span:
    return Span(number, number, "")


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (CLOSED, [{"count": 1}], Entries((Entry({"kind": RATE, "count": count(1)}, 0),), (), None)),
        (CLOSED, {"count": 1}, Entries((Entry({"kind": RATE, "count": count(1)}, 0),), (), None)),
        (CLOSED, "#3", Entries((Entry({"kind": RATE, "count": count(3)}, 0),), (), None)),
        (
            CLOSED,
            ["#3", {"says": None}],
            Entries((Entry({"kind": RATE, "count": count(3)}, 0), Entry({"kind": RATE}, 1)), (), None),
        ),
        (
            CLOSED,
            [{"kind": "bonus", "repay": {"within": 2, "of": "net"}}],
            Entries(
                (
                    Entry(
                        {
                            "kind": Words(frozenset({"bonus"})),
                            "repay": GIVEN,
                            "repay.within": count(2),
                            "repay.of": Words(frozenset({"net"})),
                        },
                        0,
                    ),
                ),
                (),
                None,
            ),
        ),
        (CLOSED, [], Entries((), (), None)),
        (OPEN, "none", Entries((), (), None)),
        (OPEN, [{"count": 1}], Entries((Entry({"count": count(1)}, 0),), (), Entry({}))),
        (OPEN, ["nothing else", {"count": 1}], Entries((Entry({"count": count(1)}, 1),), (), None)),
    ],
)
def test_a_list_of_mappings(understood, kind, typed, expected):
    assert understood(kind, typed) == {"": expected}


def test_a_mapping_or_none(understood):
    assert understood(NON_COMPETE, "none") == {"": Words(frozenset({"none"}))}
    assert understood(NON_COMPETE, "no") == {"": Words(frozenset({"none"}))}
    assert understood(NON_COMPETE, "unknown") == {}
    assert understood(NON_COMPETE, {"miles": "10-20", "buyout": "$5,000 once"}) == {
        "": GIVEN,
        "miles": Span(10, 20, ""),
        "buyout": Span(5000, 5000, "USD/once"),
    }
    assert NON_COMPETE.silence == Words(frozenset({"none", "given"}))
    assert set(NON_COMPETE.parts) == {"miles", "buyout"}


@pytest.mark.parametrize(
    ("kind", "typed", "faults"),
    [
        (CLOSED, [{"cuont": 1}], [("`cuont` is not known", "count?")]),
        (CLOSED, [{"count": 99}, {"kind": "rat"}], [("out of bounds", "0 to 9"), ("`rat`", "rate?")]),
        (CLOSED, [{"count": 99, "kind": "x"}], [("out of bounds", "0 to 9"), ("`x`", "one of: rate, bonus")]),
        (CLOSED, [{"says": "x"}], [("of how many?", "add count")]),
        (CLOSED, [None], [("says nothing", "delete")]),
        (CLOSED, ["a sentence"], [("`a sentence` where a mapping", "for example: [{kind: rate, count: 4}]")]),
        (CLOSED, [["x"]], [("a list where a mapping", "for example")]),
        (CLOSED, "nights and weekends", [("where a mapping", "for example")]),
        (CLOSED, [{"repay": "net"}], [("`net` where a mapping", "for example: {within: 4, of: gross}")]),
        (CLOSED, [{"repay": {"withn": 1}}], [("`withn`", "within?")]),
        (NEVER_EMPTY, [], [("an empty list", "leave it out")]),
        (NEVER_EMPTY, "none", [("an empty list", "leave it out")]),
        (NON_COMPETE, "two years", [("the word none", "{miles:")]),
        (NON_COMPETE, ["x"], [("a list where a mapping", "for example")]),
    ],
)
def test_every_fault_of_every_entry_is_reported(refused, kind, typed, faults):
    found = refused(kind, typed)
    assert len(found) == len(faults)
    for fault, (message, advice) in zip(found, faults, strict=True):
        assert message in fault.message
        assert advice in fault.advice


@pytest.mark.parametrize(
    ("text", "column", "advice"),
    [
        ("x: {says: tail handled, on departure, count: 1}", 25, "put the whole text in quotes"),
        ("x: {says: paid, monthly}", 17, "put the whole text in quotes"),
        ("x: {count: 1, say: }", 15, "says?"),
    ],
)
def test_a_comma_in_an_unquoted_text_is_explained(text, column, advice):
    faults = Faults()
    document = read_document("offer.yaml", text.encode())
    assert isinstance(document.root.content, dict)
    assert CLOSED.read(document.root.content["x"], faults) is None
    assert (faults[0].line, faults[0].column) == (1, column)
    assert advice in faults[0].advice


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (PART, {f"key {number}": "x" for number in range(90)}),
        (OPEN, [{"count": "x"}] * 90),
        (Pairs("word", Text(), "count", COUNT), {f"key {number}": "x" for number in range(90)}),
        (Pairs("word", Text(), "count", COUNT), {f"key {number}": None for number in range(90)}),
    ],
)
def test_a_mapping_or_list_of_nonsense_is_given_up_early(refused, kind, typed):
    assert len(refused(kind, typed)) == 50


def test_share_and_text_keep_their_silence():
    assert Share().silence == Span(0, 1, "")
    assert Text().silence == Line(None)
    assert CLOSED.silence == Entries()
