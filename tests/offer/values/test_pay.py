from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from offercheck.offer.possible import Entries, Entry, Line, Members, Span, Words
from offercheck.offer.values.pay import PAY
from offercheck.offer.values.pay_parts import Per, Purpose
from offercheck.reading.fault import Faults
from offercheck.reading.load import read_document

SHAPES = read_document("pay_shapes.yaml", (Path(__file__).parent / "pay_shapes.yaml").read_bytes())


def words(*may: str) -> Words:
    return Words(frozenset(may))


def _shapes():
    assert isinstance(SHAPES.root.content, dict)
    return [pytest.param(node, id=name) for name, node in SHAPES.root.content.items() if not node.empty]


@pytest.mark.parametrize("node", _shapes())
def test_every_shape_of_real_pay_loads(node):
    faults = Faults()
    facets = PAY.read(node, faults)
    assert not faults
    assert facets is not None
    entries = facets[""]
    assert isinstance(entries, Entries)
    assert isinstance(node.content, list)
    assert len(entries.sure) == len(node.content)
    assert entries.unnamed == Entry({})
    for entry, item in zip(entries.sure, node.content, strict=True):
        assert isinstance(item.content, dict)
        assert {path.partition(".")[0] for path in entry.values} == {
            "kind",
            *(key for key, said in item.content.items() if said.content != "unknown"),
        }


def test_what_an_item_holds(understood):
    item = {"per": "15 minutes", "amount": "£18", "for": "nights", "repay": {"if": "leave", "within": "24 months"}}
    assert understood(PAY, item)[""].sure == (
        Entry(
            {
                "kind": words("rate"),
                "per": words("minute"),
                "per.count": Span(15, 15),
                "amount": Span(18, 18, "GBP"),
                "for": Line("nights"),
                "for.time": Members(frozenset({"nights"}), frozenset({"nights"}), frozenset({"nights"})),
                "repay": words("given"),
                "repay.if": Members(frozenset({"leave"}), frozenset({"leave"}), frozenset({"leave"})),
                "repay.within": Span(730, 730, "days"),
            },
            0,
        ),
    )


@pytest.mark.parametrize(
    ("typed", "per", "key", "value"),
    [
        ("$40/hour", "hour", "amount", Span(40, 40, "USD")),
        ("$40 per hour", "hour", "amount", Span(40, 40, "USD")),
        ("$135-$170/hour", "hour", "amount", Span(135, 170, "USD")),
        ("$250,000 a year", "year", "amount", Span(250000, 250000, "USD")),
        ("$135/hr to $170/hr", "hour", "amount", Span(135, 170, "USD")),
        ("$135 per hour - $170 per hour", "hour", "amount", Span(135, 170, "USD")),
        ("$250,000 yearly", "year", "amount", Span(250000, 250000, "USD")),
        ("$20/completed visit", None, "", None),
        ("60% of collections", None, "share", Span(Fraction(3, 5), Fraction(3, 5), "")),
    ],
)
def test_one_text_is_short_for_one_item(understood, refused, typed, per, key, value):
    if not key:
        assert "counts: completed" in refused(PAY, typed)[0].advice
        return
    entry = understood(PAY, typed)[""].sure[0]
    assert entry.values[key] == value
    if per:
        assert entry.values["per"] == words(per)
    else:
        assert entry.values["of"] == words("collected")


@pytest.mark.parametrize(
    ("typed", "message", "advice"),
    [
        ([{"amount": 40}], "an amount needs `per`", "per: hour"),
        ([{"share": "60%"}], "a share needs `of`", "collected"),
        ([{"per": "visit", "amount": 40, "share": "60%", "of": "pay"}], "an amount and a share", "one item for each"),
        ([{"per": "visit", "amount": 40, "holds": "vaguely"}], "a figure cannot be vague", "varies_with"),
        ([{"share": "5%", "of": "pay", "holds": "withheld"}], "a figure cannot be vague", "leave the figure out"),
        ([{"per": "visit", "holds": "contradicted"}], "contradicted by what?", "or: 40"),
        ([{"per": "visit", "or": 40}], "the other value", "holds: contradicted"),
        ([{"per": "month", "tiers": [{"from": 60, "amount": 300}]}], "tiers need `tier_of`", "wrvu/year"),
        ([{"tier_of": "wrvu/year", "tiers": [{"from": 60, "amount": 300}]}], "an amount needs `per`", "per: hour"),
        ([{"per": "fortnight", "amount": 1}], "`fortnight` is no unit", "one of"),
        ([{"per": "vist", "amount": 1}], "`vist` is no unit", "visit?"),
        ([{"per": "² hours", "amount": 3}], "no unit known", "hour?"),
        ([{"per": "① visits", "amount": 3}], "no unit known", "visit?"),
        ([{"per": "visit", "for": "x", "weights": {" ": 2}}], "a units of no service", "for example"),
        ([{"per": "month", "tier_of": "visit/month", "tiers": [{"from": "$1.200", "amount": 1}]}], "three", "$1,200"),
        ([{"per": 15, "amount": 1}], "of which unit?", "15 minutes?"),
        ([{"per": "visit", "amount": "$40/hour"}], "its own key", "per: hour, amount: $40"),
        ([{"per": "visit", "amount": "competitive"}], "is not a figure", "holds: vaguely"),
        ([{"knd": "bonus"}], "`knd` is not known", "kind?"),
        ([{"per visit": "$28-35"}], "`per visit` is not known", "{per: visit, amount: $28-35}"),
        ([{"visit": 42, "counts": "completed"}], "`visit` is not known", "{per: visit, amount: 42}"),
        ([{"hourly": "$1,200"}], "`hourly` is not known", '{per: hourly, amount: "$1,200"}'),
        ({"per 15 minutes": "$18"}, "`per 15 minutes` is not known", "{per: 15 minutes, amount: $18}"),
        ({"per visit": {"low": 28, "high": 35}}, "`per visit` is not known", "{per: visit, amount: {low: 28"),
        ([{"per visit": "60%"}], "`per visit` is not known", "one of: kind"),
        ([{"per visti": 4}], "`per visti` is not known", "one of: kind"),
        ([{"per": "visit", "amount": 40, "depends_on": "prescribing"}], "`prescribing`", "prescription?"),
        ([{"for": {"modalty": "video"}, "per": "visit"}], "`modalty`", "modality?"),
        ("none", "an empty list", "leave it out"),
        ([], "an empty list", "leave it out"),
        ("competitive", "`competitive` says not what is paid for", "{per: visit, holds: withheld, says: competitive}"),
        ("salary, bonus", "`salary, bonus` says not what", '{per: year, holds: withheld, says: "salary, bonus"}'),
        ("$65,000 - $95,000", "`$65,000 - $95,000` for what?", "$65,000 - $95,000/year?"),
        ("$40/hour to $50/visit", "`$40/hour to $50/visit` where a mapping", "{per: visit, amount: 42"),
        ("per visit, details on the call", "where a mapping", "{per: visit, amount: 42"),
    ],
)
def test_what_does_not_stand_together_is_refused(refused, typed, message, advice):
    fault = refused(PAY, typed)[0]
    assert message in fault.message
    assert advice in fault.advice


@pytest.mark.parametrize(
    ("typed", "unit", "count"),
    [
        ("visit", "visit", 1),
        ("per visit", "visit", 1),
        ("Visits", "visit", 1),
        ("hourly", "hour", 1),
        ("15 minutes", "minute", 15),
        ("15min", "minute", 15),
        ("15-minute", "minute", 15),
        ("RVU", "wrvu", 1),
        ("one-time", "once", 1),
    ],
)
def test_per_is_a_unit_and_a_count(understood, typed, unit, count):
    assert understood(Per(), typed) == {"": words(unit), "count": Span(count, count)}


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("sign-on", {}),
        ("on call", {"time"}),
        (["nights", "weekends"], {"time"}),
        ("video", {"modality"}),
        ({"states": ["TX"], "time": "nights"}, {"states", "time"}),
        ("none", {}),
    ],
)
def test_what_an_item_is_for(understood, typed, parts):
    assert set(understood(Purpose(), typed)) == {"", *parts}


def test_a_purpose_of_spaces_is_silent(understood):
    assert understood(Purpose(), "  ") == {}


def test_a_closed_list_of_pay(understood):
    assert understood(PAY, [{"per": "hour", "amount": 90}, "nothing_else"])[""].unnamed is None
