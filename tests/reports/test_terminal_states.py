"""The words for what licences cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offercheck.evaluation.evaluate import evaluate
from offercheck.loading import load_checklist, load_offer, load_profile
from offercheck.reports.report import Options
from offercheck.reports.terminal_states import cost_line, dea_line, states_section

if TYPE_CHECKING:
    from offercheck.evaluation.licensing_shape import LicensingCostShown

CHECKLIST = load_checklist()


def cost(licensure: str, role: str = "physician") -> LicensingCostShown:
    offer = load_offer(f"offercheck: 1\nrole: {role}\nlicensure: {{{licensure}}}\n".encode())
    found = evaluate(offer, CHECKLIST, today="2026-11-24").licensing_cost
    assert found is not None
    return found


NY = "patient_states: [NY], dea_states: none"  # in no compact, and its fee is known
WHO = [
    ("licence_fees_paid_by: clinician", "yours to pay"),
    ("licence_fees_paid_by: deducted", "yours to pay"),
    ("licence_fees_paid_by: employer", "not yours to pay"),
    ("licence_fees_paid_by: reimbursed", "who pays: reimbursed"),
    ("renewals_paid_by: employer", "the paper does not say who pays"),
]


@pytest.mark.parametrize(("paid", "words"), WHO)
def test_who_pays(paid: str, words: str) -> None:
    line = cost_line(cost(f"{NY}, {paid}"), licences_known=True)
    assert line == f"Licences and registrations in 1 state: $735 the first year, {words} (oldest figure 2026-09-18)."


def test_a_gap_is_said_and_what_is_counted_too_much() -> None:
    line = cost_line(cost("patient_states: [TX, FL], dea_states: none"), licences_known=False)
    assert "in 2 states, as if you held none: $867 or more the first year" in line
    assert "; 1 state not all in our data (" in line


def test_a_sum_of_which_nothing_is_known() -> None:
    assert ": an unknown sum the first year" in cost_line(
        cost("patient_states: [CO]", "therapist"), licences_known=True
    )


def test_a_state_that_the_reader_holds_says_so_before_its_price() -> None:
    offer = load_offer(b"offercheck: 1\nrole: physician\nlicensure: {patient_states: [AZ, NY], dea_states: [NY]}\n")
    me = load_profile(b"offercheck_me: 1\nlicences: [AZ, NY]\n", CHECKLIST)
    scorecard = evaluate(offer, CHECKLIST, today="2026-11-24", profile=me)
    lines = [text.plain.split() for text, _ in states_section(scorecard, Options())]
    assert [" ".join(line[4:]) for line in lines[1:3]] == ["licence held", "licence held: $296"]


def test_a_dea_registration_is_a_third_of_what_is_due() -> None:
    assert dea_line(cost("patient_states: [NY], dea_states: [NY]")) == (
        "A DEA registration, where one is wanted, counts with $296 a year of its $888 for 36 months."
    )
    assert dea_line(cost(NY)) == ""
