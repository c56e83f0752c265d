"""Document to Offer: what is accepted, and every fault at its own place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.offer.build import build_offer
from offercheck.offer.offer import Offer
from offercheck.offer.schema import AREAS, FIELDS
from offercheck.reading.fault import Fault, InputError
from offercheck.reading.load import read_document
from offercheck.reading.node import Document, node_of

SAMPLE = """\
offercheck: 1
title: Virtual urgent care physician
employer: Northstar Medical Group, PC      # who signs; parties: lists brand, practice entities, insurer, agency where they differ
role: physician                            # physician np pa rn lpn psychologist therapist pharmacist informatics coordinator assistant other
care: urgent_care
engagement: {classification: 1099, hours_per_week: 36, weeks_per_year: 46}
document: {stage: offer_letter, dated: 2026-03-02}     # job_ad | offer_letter | contract
scope: {modalities: [video, audio], conditions_excluded: written, escalation_protocol: true}
licensure: {patient_states: [TX, FL, GA, AZ], licence_fees_paid_by: clinician}
malpractice: {paid_by: employer, telehealth_named: true, states_covered: [TX, FL], policy_type: claims_made, tail_paid_by: clinician}
productivity: {slots_per_hour: 4, unpaid_minutes_per_visit: 3}
no_show: {pay_per_missed_visit: 0, expected_rate: 12%}
compensation:
  pay:
    - {per: visit, amount: 42, counts: completed}
    - {per: message, amount: {low: 5, high: 8}}
evidence:
  - {field: malpractice.tail_paid_by, source: email, says: tail handled on departure, holds: vaguely}
"""  # noqa: E501 - as the design prints it


def build(text: str, name: str = "offer.yaml") -> Offer:
    return build_offer(read_document(name, text.encode()))


def faults_of(text: str, name: str = "offer.yaml") -> list[Fault]:
    with pytest.raises(InputError) as raised:
        build(text, name)
    assert raised.value.name == name
    assert raised.value.text == text
    return raised.value.faults


def test_the_sample_of_the_design() -> None:
    offer = build(SAMPLE)
    assert offer.title == "Virtual urgent care physician"
    assert offer.employer == "Northstar Medical Group, PC"
    assert offer.role == "physician"
    assert (offer.stage, offer.stage_stated, offer.complete) == ("offer_letter", True, False)
    tail = offer.evidence_of("malpractice.tail_paid_by")
    assert tail is not None
    assert (tail.source, tail.holds, tail.says, tail.clause) == ("email", "vaguely", "tail handled on departure", None)
    stated = offer.stated("malpractice.tail_paid_by")
    assert stated is not None
    assert (stated.node.line, stated.node.key_line) == (10, 10)
    assert SAMPLE.splitlines()[9][stated.node.column - 1 :] == "clinician}"
    assert offer.stated("malpractice.limits") is None


def test_the_smallest_offer_is_a_silent_advert() -> None:
    offer = build("offercheck: 1\n")
    assert (offer.stage, offer.stage_stated, offer.complete) == ("job_ad", False, False)
    assert (offer.title, offer.employer, offer.role) == (None, None, None)
    assert not offer.fields
    assert not offer.evidence
    assert offer.everywhere is None


@pytest.mark.parametrize("empty", ["", " ~", " null", " ''", " {}", " unknown", " unsaid"])
def test_what_says_nothing_is_silent(empty: str) -> None:
    assert not build(f"offercheck: 1\nmalpractice:\n  policy_type:{empty}\n").fields


@pytest.mark.parametrize("empty", ["", " ~", " {}", " ''"])
def test_an_empty_area_is_silent(empty: str) -> None:
    offer = build(f"offercheck: 1\nmalpractice:{empty}\nevidence:{empty}\n")
    assert not offer.fields
    assert not offer.evidence


def test_json_is_read_the_same() -> None:
    text = '{"offercheck": 1, "role": ["np", "pa"], "malpractice": {"telehealth_named": true}}'
    offer = build(text, "offer.json")
    assert offer.role == "np or pa"
    assert "malpractice.telehealth_named" in offer.fields


@pytest.mark.parametrize(
    ("document", "stage", "complete"),
    [
        ("{stage: contract, complete: yes}", "contract", True),
        ("{stage: contract, complete: partly}", "contract", False),
        ("{stage: contract}", "contract", False),
        ("{stage: offer_letter, complete: yes}", "offer_letter", False),
        ("{complete: yes}", "job_ad", False),
        ("{stage: unknown}", "job_ad", False),
    ],
)
def test_only_a_contract_is_complete(document: str, stage: str, complete: bool) -> None:
    offer = build(f"offercheck: 1\ndocument: {document}\n")
    assert (offer.stage, offer.complete) == (stage, complete)


FAULTS = [
    ("- offercheck: 1\n", 1, 1, "a list", "offercheck: 1"),
    ("just words\n", 1, 1, "a text", "offercheck: 1"),
    ("role: np\n", 1, 1, "version is missing", "offercheck: 1"),
    ("offercheck: 2\n", 1, 13, "version `2` is not known", "offercheck: 1"),
    ("offercheck: [1]\n", 1, 13, "a version of this kind", "offercheck: 1"),
    ("offercheck:\n", 1, 12, "version of this kind", "offercheck: 1"),
    ("offercheck: 1\nrole: np\nrole: pa\n", 3, 1, "stands twice", "keep one"),
    ("offercheck: 1\ntail_paid_by: employer\n", 2, 1, "at the top level", "under `malpractice:`"),
    ("offercheck: 1\nmalpractice:\n  tail_payed_by: x\n", 3, 3, "in malpractice", "tail_paid_by?"),
    ("offercheck: 1\ncompensation:\n  pay_per_missed_visit: 0\n", 3, 3, "in compensation", "under `no_show:`"),
    ("offercheck: 1\nscope:\n  role: np\n", 3, 3, "in scope", "`role:` begins in the first column"),
    ("offercheck: 1\nscope:\n  terms: {length: 1 year}\n", 3, 3, "in scope", "`terms:` begins in the first column"),
    ("offercheck: 1\nscope:\n  evidence: []\n", 3, 3, "in scope", "`evidence:` begins in the first column"),
    ("offercheck: 1\nmalpratice: {}\n", 2, 1, "at the top level", "malpractice?"),
    ("offercheck: 1\ntail_payed_by: x\n", 2, 1, "at the top level", "malpractice.tail_paid_by?"),
    ("offercheck: 1\nscope:\n  rolle: x\n", 3, 3, "in scope", "`role:` begins in the first column"),
    ("offercheck: 1\nxyzzy: 3\n", 2, 1, "at the top level", "areas and fields: offercheck, title"),
    ("offercheck: 1\ngrowth: {xyzzy: 3}\n", 2, 10, "in growth", "the fields of growth: pay_reviewed_every"),
    ("offercheck: 1\nscope: [video]\n", 2, 8, "a list where the fields of `scope`", "scope: {modalities:"),
    ("offercheck: 1\nscope: video\n", 2, 8, "a text where the fields of `scope`", "scope: {modalities:"),
    (
        "offercheck: 1\ncompliance: {known_actions: a suit, later settled, privacy_agreement: yes}\n",
        2,
        37,
        "read as a key without a value",
        "put the whole text in quotes",
    ),
    ("offercheck: 1\nnotes: [a, b]\nschedule: {set_by: me, if possible}\n", 3, 24, "without a value", "quotes"),
]


@pytest.mark.parametrize(("text", "line", "column", "message", "advice"), FAULTS)
def test_a_fault_stands_at_its_place(text: str, line: int, column: int, message: str, advice: str) -> None:
    faults = faults_of(text)
    assert len(faults) == 1, faults
    assert (faults[0].line, faults[0].column) == (line, column)
    assert message in faults[0].message
    assert advice in faults[0].advice


TEN_FAULTS = """\
offercheck: 1
role: psychiatrist
colour: blue
document: {stage: offer_letter, dated: 02/16/2026}
scope:
  supervises: 1:4
licensure: {patient_states: [NY, NO, ON]}
malpractice:
  tail_payed_by: clinician
  limits: 1/3
productivity:
  slots_per_hour: 8:30
terms: {notice_from_employer: TBD}
evidence:
  - {field: terms.length, source: contract}
"""


def test_ten_faults_are_reported_in_the_order_of_the_file() -> None:
    faults = faults_of(TEN_FAULTS.replace("NY, NO, ON", "NY, NO"))
    assert [fault.line for fault in faults] == [2, 3, 4, 6, 7, 9, 10, 12, 13, 15]
    assert all(fault.advice for fault in faults)
    assert [fault.column for fault in faults_of(TEN_FAULTS) if fault.line == 7] == [34, 38]


_WORDS = st.sampled_from(
    ["yes", "no", "12%", "$40/hour", "none", "TX", "all", "employer", "60 days", "{", "4-2", "\u00a0"]
)
_TEXTS = st.one_of(_WORDS, st.text(max_size=12))
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.one_of(st.sampled_from(["per", "amount", "low", "lasts", "TX"]), _TEXTS), inner, max_size=3),
    ),
    max_leaves=5,
)
_NAMES = st.sampled_from([field.name for field in FIELDS.values()])
_AREA = st.dictionaries(st.one_of(_NAMES, _TEXTS), _VALUES, max_size=4)
_KEYS = st.sampled_from([area.name for area in AREAS if area.name])
_ENTRIES = st.lists(
    st.fixed_dictionaries(
        {"field": st.one_of(st.sampled_from([*FIELDS, "all"]), _TEXTS)},
        optional={"source": _TEXTS, "holds": st.sampled_from(["stated", "vaguely", "contradicted"]), "or": _VALUES},
    ),
    max_size=2,
)


@given(
    st.dictionaries(_KEYS, _AREA, max_size=3), st.dictionaries(st.one_of(_NAMES, _TEXTS), _VALUES, max_size=3), _ENTRIES
)
def test_whatever_is_typed_is_an_offer_or_a_list_of_faults(
    areas: dict[str, object], header: dict[str, object], evidence: list[object]
) -> None:
    root = node_of({"offercheck": 1, **header, **areas, "evidence": evidence})
    try:
        offer = build_offer(Document("x", "", root, ""))
    except InputError as error:
        faults = error.faults
        fields = {}
    else:
        faults = []
        fields = offer.fields
    assert faults or fields.keys() <= FIELDS.keys()
    assert all(fault.message for fault in faults)
    assert all(stated.facets for stated in fields.values())
