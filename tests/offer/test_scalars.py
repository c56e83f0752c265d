"""Scalars that YAML readers are known to misread, in whole files: understood as their field means them, or refused."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.loading import load_offer
from offercheck.offer.possible import Entries, Members, Possible, Span, Words
from offercheck.offer.readings import said
from offercheck.reading.fault import InputError


def value(line: str, path: str) -> Possible:
    return said(load_offer(f"offercheck: 1\n{line}\n".encode()))[path]


def words(*names: str) -> Words:
    return Words(frozenset(names))


UNDERSTOOD = [
    ("compensation:\n  cme: $3,500/year", "compensation.cme", Span(3500, 3500, "USD/year")),
    ("no_show: {expected_rate: 12%}", "no_show.expected_rate", Span(Fraction(3, 25), Fraction(3, 25))),
    ("scope: {escalation_protocol: no}", "scope.escalation_protocol", words("no")),
    ("scope: {escalation_protocol: NO}", "scope.escalation_protocol", words("no")),
    ("engagement: {classification: W-2}", "engagement.classification", words("w2")),
    ("engagement: {classification: W2}", "engagement.classification", words("w2")),
    ("engagement: {classification: 1099}", "engagement.classification", words("1099")),
    ("engagement: {basis: part-time}", "engagement.basis", words("part_time")),
    ("role: NP/PA", "role", words("np", "pa")),
    ("role: [NP, PA]", "role", words("np", "pa")),
    ("care: Urgent care", "care", Members(*[frozenset({"urgent_care"})] * 3)),
    ("engagement: {place: fully remote}", "engagement.place", Members(*[frozenset({"remote"})] * 3)),
    ("licensure: {patient_states: North Carolina}", "licensure.patient_states", Members(*[frozenset({"NC"})] * 3)),
    (
        "licensure: {patient_states: [NY, NE, OR]}",
        "licensure.patient_states",
        Members(*[frozenset({"NY", "NE", "OR"})] * 3),
    ),
    ("terms: {law: the State of Texas}", "terms.law", words("TX")),
    ("terms: {law: Laws of Minnesota}", "terms.law", words("MN")),
    ("terms: {law: where the clinician lives}", "terms.law", words("clinician_residence")),
    ("terms: {law: Abroad}", "terms.law", words("abroad")),
    ("productivity: {minutes_per_visit: 60 min}", "productivity.minutes_per_visit", Span(60, 60)),
]


@pytest.mark.parametrize(("line", "path", "expected"), UNDERSTOOD)
def test_is_understood(line: str, path: str, expected: Possible) -> None:
    assert value(line, path) == expected


AMOUNTS = [
    ("{per: year, amount: '$250,000'}", 250_000, 250_000),
    ("{per: year, amount: '52,000-190,000+'}", 52_000, None),
    ("{per: hour, amount: $135-$170}", 135, 170),
    ("{per: hour, amount: up to $50}", 0, 50),
    ("{per: hour, amount: 40+}", 40, None),
    ("{per: year, amount: '87,035 to 187,460'}", 87_035, 187_460),
    ("{per: year, amount: {low: 85000, high: 120000}}", 85_000, 120_000),
]


@pytest.mark.parametrize(("item", "low", "high"), AMOUNTS)
def test_amounts(item: str, low: int, high: int | None) -> None:
    pay = value(f"compensation: {{pay: [{item}]}}", "compensation.pay")
    assert isinstance(pay, Entries)
    amount = pay.sure[0].values["amount"]
    assert isinstance(amount, Span)
    assert (amount.low, amount.high) == (low, high)


REFUSED = [
    ("malpractice: {tail_paid_by: no}", ["nobody"]),
    ("productivity: {slots_per_hour: 8:30}", ["figure"]),
    ("scope: {supervises: 1:4}", ["figure"]),
    ("productivity: {slots_per_hour: 010}", ["10"]),
    ("licensure: {patient_states: [NY, NO, ON]}", ["ND", "Canada"]),
    ("terms: {notice_from_employer: TBD}", ["leave it out"]),
    ("licensure: {patient_states: multi-state}", ["leave it out"]),
    ("role: psychiatrist", ["specialty: psychiatry"]),
    ("document: {dated: 02/16/2026}", ["2026-02-16"]),
    ("schedule: {shifts: three evenings a week}", ["count"]),
    ("evidence: [{field: title, source: email, says: yes, on departure}]", ["comma"]),
    ("terms: {law: England}", ["abroad"]),
    ("terms: {law: patient_states}", ["postal code"]),
    ("terms: {notice_from_employer: 90}", ["90 days"]),
    ("engagement: {hours_per_week: 40-32}", ["smaller"]),
    ("slots_per_hour: 4", ["productivity"]),
    ("malpractice: {tail_payed_by: clinician}", ["tail_paid_by"]),
]


@pytest.mark.parametrize(("line", "advice"), REFUSED, ids=[row[0] for row in REFUSED])
def test_is_refused_with_line_and_advice(line: str, advice: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        load_offer(f"offercheck: 1\n{line}\n".encode())
    faults = [fault for fault in caught.value.faults if "has no value" not in fault.message]
    assert [fault.line for fault in faults] == [2] * len(advice)
    for fault, word in zip(faults, advice, strict=True):
        assert word in fault.advice, fault


SILENT = ["", "~", "null", '""', "{}", "unknown", "unsaid"]


@pytest.mark.parametrize("typed", SILENT)
def test_nothing_silent_is_read_as_a_value(typed: str) -> None:
    offer = load_offer(f"offercheck: 1\nmalpractice:\n  policy_type: {typed}\n".encode())
    assert "malpractice.policy_type" not in said(offer)
