"""The fifty traps for a naive checker, each with the tests named after it, or the reason why no file can show it."""

from __future__ import annotations

from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PLAIN, TERMS, READERS = (f"evaluation/test_traps{part}.py" for part in ("", "_of_terms", "_of_readers"))
PAY = "facts/pay/test_traps.py"

SHOWN: dict[int, list[tuple[str, str]]] = {
    # Silence, vague words, claims
    1: [
        (PLAIN, "silence about missed visits is harmless on a salary"),
        (PLAIN, "and a red flag on pay by the visit"),
    ],
    2: [
        (PLAIN, "a benefit that is not written is not given"),
        (PAY, "test_a_benefit_that_is_not_written_is_worth_nothing"),
    ],
    3: [
        (PLAIN, "'malpractice provided' leaves the type open"),
        (PLAIN, "and the tail"),
        (PLAIN, "and the states"),
        (PLAIN, "and whether telehealth is named"),
        (PLAIN, "and whose limits they are"),
    ],
    4: [(PLAIN, "a tail with a vesting condition is no tail for leavers")],
    5: [(PLAIN, "an occurrence policy needs no tail, whatever a clause says")],
    6: [(PLAIN, "limits of unknown kind are not individual")],
    7: [(TERMS, "test_flexible_beside_a_minimum_is_no_number")],
    8: [(PLAIN, "'competitive' is no number"), (PLAIN, "test_up_to_is_not_the_figure_it_names")],
    9: [
        (PLAIN, "a figure without its unit is not guessed"),
        (PLAIN, "a duration without its unit is not guessed"),
    ],
    10: [(READERS, "test_to_call_a_contract_standard_or_final_changes_nothing")],
    # States and licences
    11: [
        (PLAIN, "three lists: treated and insured are compared"),
        ("facts/test_authority.py", "test_states_without_licence_or_authority"),
        ("facts/test_authority.py", "test_licensed_where_the_policy_does_not_answer"),
    ],
    12: [
        (PLAIN, "a compact is no licence for a physician"),
        (PLAIN, "and is one for a nurse"),
        ("facts/test_licensing_cost.py", "test_the_compact_is_paid_once_beside_every_state"),
        ("facts/test_licensing_cost.py", "test_an_authority_is_no_licence_and_its_price_is_in_no_table"),
    ],
    13: [(READERS, "test_the_companys_licences_are_not_yours")],
    14: [(READERS, "test_where_patients_are_and_where_you_sit_are_two_questions")],
    15: [(READERS, "test_the_volume_promised_is_that_of_all_the_states")],
    # Pay
    16: [
        ("facts/pay/test_properties.py", "test_every_booked_visit_is_completed_or_lost"),
        ("facts/pay/test_properties.py", "test_more_no_shows_never_raise_pay_unless_missed_visits_pay_more"),
    ],
    17: [(PLAIN, "missed visits count against salaried people too")],
    18: [
        (TERMS, "wRVU pay that counts a remote visit for less"),
        (TERMS, "wRVU pay that does not say what a remote visit counts"),
        ("facts/pay/test_estimate.py", "test_a_bonus_that_the_telehealth_credit_takes"),
    ],
    19: [
        (TERMS, "a base that is guaranteed for ninety days is no guarantee"),
        (TERMS, "a draw called salary is owed back"),
    ],
    20: [
        ("facts/pay/test_worked_examples.py", "test_one_basis"),
        ("facts/pay/test_estimate.py", "test_payroll_tax_of_a_quarter_of_a_million"),
    ],
    21: [
        (PAY, "test_the_hours_are_those_of_the_contract_and_not_2080"),
        (PAY, "test_unpaid_administration_comes_on_top_of_the_clinical_hours"),
    ],
    22: [(PAY, "test_paid_leave_is_counted_once_in_the_weeks_and_not_again_as_a_benefit")],
    23: [
        (TERMS, "pay on collection puts the payer's refusal on you"),
        ("facts/pay/test_worked_examples.py", "test_late_collections_leave_a_gap_in_the_first_year"),
    ],
    24: [
        (TERMS, "a percentage fee hides in the platform's split"),
        ("facts/pay/test_shapes.py", "test_malpractice_taken_from_the_hour_which_one_may_decline"),
    ],
    25: [
        (TERMS, "pay for a signature is pay for signing"),
        (TERMS, "a bonus on sales works like one on prescriptions"),
        (PLAIN, "ratings that decide over shifts reward prescriptions"),
        (PLAIN, "conversion as a measure of success"),
    ],
    26: [(PAY, "test_a_premium_for_hours_that_nobody_promises_you_is_not_in_the_hour")],
    # Malpractice and risk
    27: [
        (PLAIN, "cover that leaves out the main service is none"),
        (PLAIN, "telehealth excluded is no cover for telehealth"),
    ],
    28: [(PLAIN, "defence costs inside the limits")],
    29: [(TERMS, "an indemnity on top of the insurance is not insured")],
    30: [(PLAIN, "a former employer that settles over your head")],
    # Contract
    32: [
        (TERMS, "a non-compete measured from every site is a wide one"),
        (TERMS, "one measured from the patients bites a remote job"),
        (TERMS, "a non-compete that takes in telehealth bans the whole trade"),
        (TERMS, "a non-compete that also binds those who are laid off"),
    ],
    33: [(TERMS, "without a non-compete a long ban on patients can work like one")],
    34: [
        (TERMS, "unequal notice"),
        (TERMS, "equal notice means little if you can be sent away unpaid at once"),
    ],
    35: [
        (TERMS, "pay that the company may change without warning"),
        ("evaluation/test_provisional.py", "test_what_may_be_changed_alone"),
    ],
    36: [(TERMS, "exhibits that were not supplied are part of what you would sign")],
    37: [(READERS, "test_the_law_that_governs_need_not_be_that_of_the_state_you_live_in")],
    38: [(TERMS, "a contractor with fixed shifts and no other clients is an employee without the cover")],
    # Role and stage
    40: [
        ("facts/test_facts.py", "test_agreement_needed_by_the_patients_states"),
        (PLAIN, "a physician needs no collaborator"),
    ],
    41: [
        (PLAIN, "a nurse has no DEA registration"),
        (PLAIN, "a therapist prescribes nothing"),
        ("evaluation/test_roles.py", "test_what_does_not_apply_to_a_role_says_why"),
    ],
    42: [(TERMS, "a training licence vetoes an offer outside the programme")],
    43: [(TERMS, "years of practice asked for may be a payer's term")],
    44: [(TERMS, "autonomy without backup is a risk for beginners on acute work")],
    # Time and truth
    45: [
        (READERS, "test_a_law_with_a_last_day_is_no_answer_after_it"),
        (READERS, "test_a_non_compete_law_counts_from_the_day_it_is_in_force"),
        ("evaluation/test_licences.py", "test_a_table_is_old_from_a_day_on"),
    ],
    46: [(READERS, "test_to_prescribe_much_is_evidence_only_with_pay_or_pressure")],
    47: [(PAY, "test_missed_visits_are_not_assumed_to_be_rarer_or_commoner_by_video_everywhere")],
    48: [
        (PLAIN, "test_a_weighted_average_hides_no_deal_breaker"),
        ("comparison/test_relation.py", "test_an_offer_is_level_with_itself"),
    ],
    49: [
        (PLAIN, "a recruiter's whole email is unconfirmed"),
        (PLAIN, "a benefit for leavers only said on the phone is not in the contract"),
    ],
    50: [
        (READERS, "test_one_readers_priorities_are_not_anothers"),
        (READERS, "test_your_states_decide_whether_an_offer_has_them"),
    ],
}

NOT_SHOWN = {
    31: "what a web page says of occurrence stands in no offer; docs/fields.md says what the word means here",
    39: "the contract that one already has is another paper; terms/other-work reminds the reader of it",
}


@pytest.mark.parametrize("trap", range(1, 51))
def test_each_of_the_fifty_has_a_test_or_a_reason(trap: int) -> None:
    assert (trap in SHOWN) != (trap in NOT_SHOWN)
    assert all(SHOWN.get(trap, ["a reason"]))


NAMED = [(file, name) for tests in SHOWN.values() for file, name in tests]


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_test_that_is_named_is_there(file: str, name: str) -> None:
    text = (TESTS / file).read_text(encoding="utf-8")
    assert f"def {name}(" in text or f'"{name}"' in text
