"""Traps in contract, pay, role and schedule, each named after what a naive reading would get wrong."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Finding
from offercheck.loading import load_offer

CHECKLIST = load_checklist(shipped_checklist(), examples=False)


@dataclass(frozen=True)
class Trap:
    """What an offer says, and what one rule must show for it."""

    name: str
    offer: str
    rule: str
    outcome: str
    silent: bool = False


def found(text: str, rule: str) -> Finding:
    start = "offercheck: 1\n" + ("" if text.startswith("document:") else "document: {stage: contract}\n")
    start += "" if text.startswith("role:") else "role: physician\n"
    scorecard = evaluate(load_offer((start + text).encode()), CHECKLIST, today="2026-11-24")
    return next(one for one in scorecard.findings if one.rule == rule)


NON_COMPETE = "terms: {non_compete: {lasts: 12 months, radius_miles: 10, "
SALARY = "{per: year, amount: 215000}"

CONTRACT = [
    Trap("a non-compete measured from every site is a wide one", NON_COMPETE + "measured_from: all_sites}}",
         "terms/competition-reach", "red_flag"),
    Trap("one measured from the patients bites a remote job", NON_COMPETE + "measured_from: patients}}",
         "terms/competition-reach", "red_flag"),
    Trap("a non-compete that takes in telehealth bans the whole trade",
         NON_COMPETE + "measured_from: one_site, telehealth: included}}", "terms/telemedicine-ban", "red_flag"),
    Trap("without a non-compete a long ban on patients can work like one",
         "care: primary_care\nterms: {non_compete: none, non_solicit: {lasts: 36 months, patients: yes,"
         " may_tell_patients: no}}", "terms/solicitation", "red_flag"),
    Trap("a non-compete that also binds those who are laid off",
         "terms: {non_compete: {lasts: 12 months, after: any_ending}}",
         "terms/competition-trigger", "red_flag"),
    Trap("unequal notice", "terms: {notice_from_clinician: 120 days, notice_from_employer: 14 days}",
         "terms/equal-notice", "red_flag"),
    Trap("equal notice means little if you can be sent away unpaid at once",
         "terms: {notice_from_clinician: 90 days, notice_from_employer: 90 days, paid_during_notice: no}",
         "terms/paid-notice", "red_flag", silent=True),
    Trap("pay that the company may change without warning",
         "terms: {employer_may_change: [pay], change_notice: 0 days}", "terms/one-sided-change", "red_flag"),
    Trap("a handbook that the company may change is how handbooks are",
         "terms: {employer_may_change: [policies]}", "terms/one-sided-change", "caution"),
    Trap("a contractor with fixed shifts and no other clients is an employee without the cover",
         "engagement: {classification: 1099}\nschedule: {set_by: employer}\nterms: {other_work: forbidden}",
         "compensation/contractor-control", "red_flag"),
    Trap("an indemnity on top of the insurance is not insured", "terms: {indemnity: clinician_only}",
         "terms/indemnity", "red_flag"),
    Trap("exhibits that were not supplied are part of what you would sign", "document: {stage: contract, complete: no}",
         "terms/papers-seen", "red_flag"),
    Trap("an employer without a name cannot be looked up", "title: Telehealth physician", "compliance/employer-named",
         "red_flag", silent=True),
]  # fmt: skip

PAY = [
    Trap("pay for a signature is pay for signing", "compensation: {pay: [{per: signature, amount: 12}]}",
         "compliance/pay-per-prescription", "deal_breaker"),
    Trap("and a high one buys more than minutes", "compensation: {pay: [{per: signature, amount: 150}]}",
         "compliance/signature-fee", "red_flag"),
    Trap("a bonus on sales works like one on prescriptions",
         f"compensation: {{pay: [{SALARY}, {{kind: bonus, per: month, amount: 300, depends_on: [sale]}}]}}",
         "compliance/sales-pay", "red_flag"),
    Trap("wages for hours worked can be taken back", "compensation: {wages_repayable: yes}",
         "compensation/wages-repayable", "deal_breaker"),
    Trap("a draw called salary is owed back",
         "compensation: {pay: [{kind: advance, per: month, amount: 5200, repay: {if: [leave, dismissed]}}]}",
         "compensation/advance", "red_flag"),
    Trap("a base that is guaranteed for ninety days is no guarantee",
         "compensation: {pay: [{per: year, amount: 215000, lasts: 90 days}]}", "compensation/base-guarantee",
         "red_flag"),
    Trap("wRVU pay that counts a remote visit for less",
         "compensation: {pay: [{per: wrvu, amount: 45, telehealth_credit: 80%}]}", "compensation/wrvu-credit",
         "red_flag"),
    Trap("wRVU pay that does not say what a remote visit counts", "compensation: {pay: [{per: wrvu, amount: 45}]}",
         "compensation/wrvu-credit", "ask"),
    Trap("pay on collection puts the payer's refusal on you",
         "compensation: {pay: [{per: visit, share: 60%, of: collected}], collection_risk: clinician}",
         "compensation/collection-risk", "red_flag"),
    Trap("a percentage fee hides in the platform's split",
         "compensation: {pay: [{per: visit, of: patient_fee, set_by: clinician}, {kind: fee, share: 15%,"
         " of: patient_fee, for: platform}]}", "compensation/percentage-fees", "red_flag"),
    Trap("benefits are no question for a contractor", "engagement: {classification: 1099}",
         "compensation/health-cover", "not_applicable"),
    Trap("stars that lead to discipline unheard are a threshold too",
         "quality: {measures: [{name: stars, measures: satisfaction, used_for: discipline}], heard_before_action: no}",
         "quality/patient-ratings", "red_flag"),
]  # fmt: skip

ROLE = [
    Trap("a script is no licence to triage", "role: coordinator\nscope: {duties: [intake, triage]}",
         "eligibility/licensed-work", "red_flag"),
    Trap("a registered nurse holds that licence", "role: rn\nscope: {duties: [triage]}", "eligibility/licensed-work",
         "not_applicable"),
    Trap("autonomy without backup is a risk for beginners on acute work",
         "role: rn\ncare: triage\nscope: {backup: none}\neligibility: {years_required: 0}",
         "eligibility/acute-experience", "red_flag"),
    Trap("a therapist who is kept from knowing the patient cannot report",
         "role: therapist\nscope: {patient_identified: no}", "compliance/withheld-names", "red_flag"),
    Trap("a training licence vetoes an offer outside the programme",
         "employer_kind: company\neligibility: {training_licence: yes}", "eligibility/training-licence", "red_flag"),
    Trap("years of practice asked for may be a payer's term", "eligibility: {new_graduates: no}",
         "eligibility/experience-terms", "ask"),
    Trap("a visa programme's first term is no lack of a way out",
         "terms: {exit_without_cause: yes, exit_barred_for: 3 years}", "terms/exit-right", "good"),
]  # fmt: skip


@pytest.mark.parametrize("trap", CONTRACT + PAY + ROLE, ids=lambda trap: trap.name)
def test_trap(trap: Trap) -> None:
    finding = found(trap.offer, trap.rule)
    assert (finding.outcome, finding.silent) == (trap.outcome, trap.silent), finding.message


def test_flexible_beside_a_minimum_is_no_number() -> None:
    finding = found("evidence: [{field: schedule.set_by, holds: vaguely, says: flexible}]", "schedule/who-decides")
    assert not finding.decided
