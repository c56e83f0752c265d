"""The clinician's own file: what is understood, and what is refused with its place and advice."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.personal import read_profile
from offercheck.checklist.shipped import shipped_checklist
from offercheck.offer.field import Field
from offercheck.offer.possible import Members, Possible, Span, Words
from offercheck.profile.fields import FIELDS
from offercheck.profile.profile import Profile, build_profile
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

CHECKLIST = load_checklist(shipped_checklist())


def profile(text: str) -> Profile:
    return read_profile(read_document("me.yaml", text.encode()), CHECKLIST)


def one(*words: str) -> Words:
    return Words(frozenset(words))


def some(*words: str) -> Members:
    return Members(frozenset(words), frozenset(words), frozenset(words))


UNDERSTOOD: list[tuple[str, str, Possible]] = [
    ("role: NP", "me.role", one("np")),
    ("role: psychiatrist", "me.role", one("physician")),
    ("role: PMHNP", "me.role", one("np")),
    ("degree: D.O.", "me.degree", one("do")),
    ("career_stage: new grad", "me.career_stage", one("new_graduate")),
    ("years: 3", "me.years", Span(3, 3)),
    ("years: 18 months", "me.years", Span(Fraction(3, 2), Fraction(3, 2))),
    ("home_state: North Carolina", "me.home_state", one("NC")),
    ("licences: [TX, Florida, GU]", "me.licences", some("TX", "FL", "GU")),
    ("licences: []", "me.licences", Members(frozenset(), frozenset())),
    ("compact: [IMLC]", "me.compact", some("imlc")),
    ("compact: none", "me.compact", Members(frozenset(), frozenset(), frozenset())),
    ("dea_states: TX", "me.dea_states", some("TX")),
    ("training_licence: yes", "me.training_licence", one("yes")),
    ("visa: J-1", "me.visa", one("j1")),
    ("visa: green card", "me.visa", one("none")),
    ("visa: no", "me.visa", one("none")),
    ("other_wages: $180,000", "me.other_wages", Span(180000, 180000, "USD/year")),
    ("target_hourly: $120/hour", "me.target_hourly", Span(120, 120, "USD/hour")),
    ("target_hours: 20-24", "me.target_hours", Span(20, 24)),
]


@pytest.mark.parametrize(("line", "path", "value"), UNDERSTOOD, ids=[row[0] for row in UNDERSTOOD])
def test_is_understood_as_people_type_it(line: str, path: str, value: Possible) -> None:
    assert profile(f"offercheck_me: 1\n{line}\n").values == {path: value}


FAULTS = [
    ("role: physician", 1, 1, "version is missing", "begin with: offercheck_me: 1"),
    ("offercheck_me: 2", 1, 16, "version `2` is not known", "offercheck_me: 1"),
    ("offercheck: 1\nrole: np", 1, 1, "an offer, not a profile", "begins with offercheck_me: 1"),
    ("[a, b]", 1, 1, "a list where a profile's fields are expected", "begin with"),
    ("offercheck_me: 1\nrol: np", 2, 1, "`rol` is not a field", "role?"),
    ("offercheck_me: 1\nlicenses: TX", 2, 1, "`licenses` is not a field", "licences?"),
    ("offercheck_me: 1\nmalpractice: {}", 2, 1, "belongs to an offer", "in the offer's file"),
    ("offercheck_me: 1\npaid_by: employer", 2, 1, "belongs to an offer", "in the offer's file"),
    ("offercheck_me: 1\nqwerty: 1", 2, 1, "`qwerty` is not a field", "its fields: role, degree"),
    ("offercheck_me: 1\nrole: nurse", 2, 7, "`nurse` is none of the words", "rn, lpn, or np?"),
    ("offercheck_me: 1\nrole: resident", 2, 7, "`resident`", "career_stage"),
    ("offercheck_me: 1\nyears: lots", 2, 8, "`lots` is not a figure", ""),
    ("offercheck_me: 1\nyears: unknown", 2, 8, "`unknown`", "leave it out"),
    ("offercheck_me: 1\nyears: 99", 2, 8, "out of bounds", "from 0 to 70"),
    ("offercheck_me: 1\nlicences: [TX, compact]", 2, 16, "compact does not say which states", "[TX, FL]"),
    ("offercheck_me: 1\nlicences: [TX, Florda]", 2, 16, "`Florda` is no state", "Florida?"),
    ("offercheck_me: 1\nhome_state: ON", 2, 13, "`ON` is no state", "postal code"),
    ("offercheck_me: 1\nother_wages: $8,000/month", 2, 14, "not per year", "$96,000/year"),
    ("offercheck_me: 1\npriorities: [growth]", 2, 13, "a mapping of areas", "{compensation: 2"),
    ("offercheck_me: 1\npriorities: {growth: 0}", 2, 22, "one number above 0", "2 counts double"),
    ("offercheck_me: 1\npriorities: {growth: -1}", 2, 22, "`-1`", ""),
    ("offercheck_me: 1\npriorities: {growth: 1-2}", 2, 22, "one number above 0", "2 counts double"),
    ("offercheck_me: 1\npriorities: {growth: }", 2, 14, "`growth` has no weight", "a number above 0"),
    ("offercheck_me: 1\npriorities: {growht: 2}", 2, 14, "`growht` is no area", "growth?"),
    ("offercheck_me: 1\npriorities: {growht: 0}", 2, 14, "`growht` is no area", "growth?"),
    ("offercheck_me: 1\ndeal_breakers: [malpractice/tail-payr]", 2, 17, "no rule", "malpractice/tail-payer"),
    ("offercheck_me: 1\ndeal_breakers: tail-payer", 2, 16, "no rule", "did you mean `malpractice/tail-payer`"),
    ("offercheck_me: 1\ndeal_breakers: [{a: b}]", 2, 17, "a rule is named by its key", "malpractice/tail-payer"),
    ("offercheck_me: 1\nrole: np\nrole: pa", 3, 1, "twice", ""),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "advice"), FAULTS, ids=[row[0] for row in FAULTS])
def test_is_refused_at_its_place(text: str, line: int, column: int, message: str, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        profile(text)
    found = [fault for fault in caught.value.faults if message in fault.message]
    assert [(fault.line, fault.column) for fault in found] == [(line, column)], caught.value.faults
    assert advice in found[0].advice


def test_every_fault_is_reported() -> None:
    with pytest.raises(InputError) as caught:
        profile("offercheck_me: 1\nrol: np\nyears: lots\npriorities: {growht: 2}\ndeal_breakers: [nothing/here]\n")
    assert [fault.line for fault in caught.value.faults] == [2, 3, 4, 5]


def test_one_bad_item_hides_no_other() -> None:
    with pytest.raises(InputError) as caught:
        profile("offercheck_me: 1\npriorities: {growth: lots, growht: 2}\ndeal_breakers: [{a: b}, nothing/here]\n")
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(2, 22), (2, 28), (3, 17), (3, 25)]


@pytest.mark.parametrize("line", ["years: unknown", "licences: [TX, several]", "other_wages: competitive"])
def test_no_advice_names_the_evidence_that_a_profile_lacks(line: str) -> None:
    with pytest.raises(InputError) as caught:
        profile(f"offercheck_me: 1\n{line}\n")
    assert not [fault for fault in caught.value.faults if "evidence" in fault.advice]


@pytest.mark.parametrize("line", ["deal_breakers: none", "deal_breakers: []", "deal_breakers:", ""])
def test_there_may_be_no_deal_breaker(line: str) -> None:
    assert profile(f"offercheck_me: 1\n{line}\n").deal_breakers == frozenset()


def test_weights_and_deal_breakers_are_not_values() -> None:
    mine = profile("offercheck_me: 1\npriorities: {growth: 2, terms: 0.5}\ndeal_breakers: [malpractice/tail-payer]\n")
    assert mine.values == {}
    assert {area: float(weight) for area, weight in mine.priorities.items()} == {"growth": 2, "terms": 0.5}
    assert mine.deal_breakers == {"malpractice/tail-payer"}


def test_a_rule_that_never_gives_a_red_flag_cannot_become_a_deal_breaker() -> None:
    mild = [
        rule.key for rule in CHECKLIST.rules if not {"red_flag", "deal_breaker"} & {name for name, _ in rule.verdicts}
    ]
    with pytest.raises(InputError, match="never gives a red flag"):
        profile(f"offercheck_me: 1\ndeal_breakers: [{mild[0]}]\n")


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.path)
def test_a_field_understands_its_own_example(field: Field) -> None:
    text = f"offercheck_me: 1\n{field.name}: {field.type.example}\n"
    assert field.path in build_profile(read_document("me.yaml", text.encode())).stated


SHIPPED = sorted((Path(__file__).parents[2] / "examples" / "me").glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_examples_say_who_reads_where_and_what_matters(path: Path) -> None:
    mine = read_profile(read_document(str(path), path.read_bytes()), CHECKLIST)
    assert {"me.role", "me.career_stage", "me.home_state", "me.licences", "me.compact"} <= mine.values.keys()
    assert mine.priorities
    assert mine.deal_breakers
