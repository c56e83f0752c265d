"""Fields that cannot both be so, and what is left alone because it can."""

from __future__ import annotations

import pytest

from offercheck.loading import load_offer
from offercheck.offer.build import build_offer
from offercheck.reading.fault import Fault, InputError
from offercheck.reading.load import read_document


def faults_of(text: str) -> list[Fault]:
    try:
        load_offer(f"offercheck: 1\n{text}\n".encode())
    except InputError as error:
        return error.faults
    return []


SHARES = [
    ("patient_states: [TX, FL], share_of_visits: {TX: 60%, GA: 40%}", ["GA"]),
    ("patient_states: TX, share_of_visits: {Georgia: 1-5%, NV: 10%}", ["GA", "NV"]),
    ("share_of_visits: {GA: 40%}, patient_states: {}", []),
    ("share_of_visits: {GA: 40%}", []),
    ("patient_states: [TX, GA], share_of_visits: {TX: 60%, Georgia: 40%}", []),
    ("patient_states: [TX], share_of_visits: {TX: 100%, GA: 0%}", []),
    ("patient_states: [TX], share_of_visits: {GA: up to 5%}", []),
    ("patient_states: [TX, any_one], share_of_visits: {GA: 40%}", []),
    ("patient_states: all, share_of_visits: {PR: 40%}", []),
    ("patient_states: where_licensed, share_of_visits: {GA: 40%}", []),
]


@pytest.mark.parametrize(("licensure", "states"), SHARES)
def test_visits_come_from_states_that_are_treated(licensure: str, states: list[str]) -> None:
    found = faults_of(f"licensure: {{{licensure}}}")
    said = "has a share of the visits and is not among the patients' states"
    assert [fault.message for fault in found] == [f"{state} {said}" for state in states]


def test_the_fault_stands_at_the_state() -> None:
    [fault] = faults_of("licensure:\n  patient_states: [TX]\n  share_of_visits:\n    TX: 60%\n    Georgia: 40%")
    assert (fault.line, fault.column, fault.width) == (6, 5, 7)


COMPLETED = [
    ("minimum_offered: 80 visits/month, minimum_completed: 96 visits/month", True),
    ("minimum_offered: 80 offered visits/month, minimum_completed: 96 completed visits/month", True),
    ("minimum_offered: 60-80 visits/month, minimum_completed: 81+ visits/month", True),
    ("minimum_offered: 80 visits/month, minimum_completed: 80 visits/month", False),
    ("minimum_offered: 80 visits/month, minimum_completed: 70-96 visits/month", False),
    ("minimum_offered: 80+ visits/month, minimum_completed: 96 visits/month", False),
    ("minimum_offered: 80 visits/month, minimum_completed: 96 sessions/month", False),
    ("minimum_offered: 20 visits/week, minimum_completed: 80 visits/month", False),
    ("minimum_offered: none, minimum_completed: 96 visits/month", False),
    ("minimum_offered: 80 visits/month, minimum_completed: none", False),
    ("minimum_completed: 96 visits/month", False),
]


@pytest.mark.parametrize(("productivity", "refused"), COMPLETED)
def test_no_more_is_completed_than_offered(productivity: str, refused: bool) -> None:
    found = [fault.message for fault in faults_of(f"productivity: {{{productivity}}}")]
    assert [message.partition(" (")[0] for message in found] == ["more must be completed"] * refused


@pytest.mark.parametrize("field", ["licensure.share_of_visits", "licensure.patient_states"])
@pytest.mark.parametrize(
    ("holds", "refused"),
    [("contradicted, or: X", False), ("vaguely", False), ("withheld", False), ("conditionally", True)],
)
def test_a_paper_may_contradict_itself(field: str, holds: str, refused: bool) -> None:
    other = {"licensure.patient_states": "[TX, GA]", "licensure.share_of_visits": "{TX: 100%}"}[field]
    terms = "licensure: {patient_states: [TX], share_of_visits: {GA: 40%}}"
    entry = f"evidence: [{{field: {field}, holds: {holds.replace('X', other)}}}]"
    assert bool(faults_of(f"{terms}\n{entry}")) is refused


VESTING = [
    ("tail_paid_by: employer, tail_vests_after: 3 years", True),
    ("tail_paid_by: included, tail_vests_after: 1-2 years", True),
    ("tail_paid_by: employer, tail_vests_after: {from: 1 year}", True),
    ("tail_paid_by: employer, tail_vests_after: none", False),
    ("tail_paid_by: employer, tail_vests_after: up to 3 years", False),
    ("tail_paid_by_if_dismissed: employer, tail_vests_after: 3 years", False),
    ("tail_paid_by: employer_if_vested, tail_vests_after: 3 years", False),
    ("tail_paid_by: clinician, tail_vests_after: 3 years", False),
    ("tail_vests_after: 3 years", False),
]


@pytest.mark.parametrize(("terms", "refused"), VESTING)
def test_a_tail_that_vests_is_not_the_employers(terms: str, refused: bool) -> None:
    document = read_document("offer.yaml", f"offercheck: 1\nmalpractice: {{{terms}}}\n".encode())
    if not refused:
        build_offer(document)
        return
    with pytest.raises(InputError) as caught:
        build_offer(document)
    [fault] = caught.value.faults
    assert (fault.line, fault.column, fault.advice) == (2, 29, "tail_paid_by: employer_if_vested")
    typed = terms.rpartition("tail_vests_after: ")[2]
    after = "some time" if typed.startswith("{") else typed
    assert fault.message == f"a tail that vests after {after} is not paid by the employer for whoever leaves earlier"


UNLICENSED = [
    ("legal_basis: federal, until_licensed: sees_patients", "beside legal_basis: federal"),
    ("patient_states: where_licensed, until_licensed: sees_patients", "beside patient_states: where_licensed"),
    ("patient_states: [where_licensed, any_one], until_licensed: sees_patients", ""),
    ("legal_basis: state_licence, until_licensed: sees_patients", ""),
    ("legal_basis: federal, until_licensed: sent_elsewhere", ""),
]


@pytest.mark.parametrize(("licensure", "said"), UNLICENSED)
def test_nobody_is_seen_without_a_licence_where_every_state_has_one(licensure: str, said: str) -> None:
    found = faults_of(f"licensure: {{{licensure}}}")
    assert [said in fault.message for fault in found] == [True] * bool(said)
