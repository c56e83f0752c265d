"""States and the cost of licences, as the scorecard carries them."""

from __future__ import annotations

import pytest

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.reference.reference import Reference
from offercheck.reference.table import TABLES, Row

CHECKLIST = load_checklist()
TEXAS = "role: physician\nlicensure: {patient_states: [TX], licence_fees_paid_by: clinician, dea_states: [TX]}"


def scorecard(text: str, *, today: str = "2026-11-24", reference: Reference | None = None) -> Scorecard:
    offer = load_offer(f"offercheck: 1\ndocument: {{stage: contract}}\n{text}\n".encode())
    return evaluate(offer, CHECKLIST, today=today, reference=reference)


def test_a_state_carries_its_answers_with_source_and_date() -> None:
    [row] = scorecard(TEXAS + "\nmalpractice: {states_covered: [TX]}").states
    assert (row["state"], row["treated"], row["licensed"], row["insured"]) == ("TX", "yes", "unknown", "yes")
    assert row["compact"] is not None
    assert (row["compact"]["value"], row["compact"]["as_of"]) == ("member", "2026-07-16")
    assert row["compact"]["url"].startswith("https://imlcc.com/")


def test_a_statute_insures_every_state_and_federal_law_needs_one_licence() -> None:
    shown = scorecard(
        "role: physician\nlicensure: {patient_states: all, legal_basis: federal}\nmalpractice: {paid_by: statute}"
    )
    assert len(shown.states) == 51
    assert {(one["insured"], one["route"], one["licence_needed"]) for one in shown.states} == {("yes", "federal", "no")}
    assert shown.licensing_cost is None


def test_the_cost_is_in_dollars_with_who_pays() -> None:
    cost = scorecard(TEXAS).licensing_cost
    assert cost is not None
    # the board's 867, the compact's 700 if it is used, and a third of the DEA's 888
    assert cost["first_year"] == {"low": 867 + 296, "high": 867 + 700 + 296}
    assert cost["yearly"] == {"low": 541.74, "high": 541.74}
    assert cost["clinician_first_year"] == {"low": 867, "high": 867 + 700 + 296}
    [texas, once] = cost["states"]
    assert [(fee["item"], fee["first_paid_by"], fee["spread_over_months"]) for fee in texas["fees"]] == [
        ("licence", "clinician", None),
        ("controlled_substances", "unknown", None),
        ("dea", "unknown", 36),
    ]
    assert (once["state"], once["fees"][0]["item"]) == ("", "imlc")
    assert (cost["states_without_data"], cost["oldest_as_of"]) == ([], "2020-07-24")


def test_a_missing_fee_has_no_upper_end_and_its_state_is_named() -> None:
    cost = scorecard("role: physician\nlicensure: {patient_states: [TX, FL], dea_states: none}").licensing_cost
    assert cost is not None
    assert (cost["first_year"], cost["states_without_data"]) == ({"low": 867, "high": None}, ["FL"])


AGES = [("2026-07-20", "compact_membership", False), ("2026-12-01", "compact_membership", True)]


@pytest.mark.parametrize(("today", "table", "old"), AGES)
def test_a_table_is_old_from_a_day_on(today: str, table: str, old: bool) -> None:
    assert (table in [one["table"] for one in scorecard(TEXAS, today=today).old_tables]) is old


def test_rows_of_ones_own_are_used() -> None:
    cells = dict.fromkeys(TABLES["licence_fees"].header, "")
    cells |= {
        "jurisdiction": "TX",
        "role": "physician_md",
        "item": "initial_fee",
        "value": "9000.5",
        "as_of": "2026-11",
    }
    own = Reference.shipped().with_rows([Row("licence_fees", cells)])
    cost = scorecard(TEXAS, reference=own).licensing_cost
    assert cost is not None
    assert cost["clinician_first_year"]["low"] == 9000.5


@pytest.mark.parametrize("text", ["role: physician", "role: coordinator\nlicensure: {patient_states: [TX, FL]}"])
def test_nothing_where_no_state_is_named_or_no_licence_is_needed(text: str) -> None:
    shown = scorecard(text)
    assert (shown.states, shown.noncompete, shown.licensing_cost, shown.old_tables) == ([], [], None, [])


def outcome(shown: Scorecard, rule: str) -> str:
    return next(one.outcome for one in shown.findings if one.rule == rule)


OWN = [
    ("patient_states: all, legal_basis: federal", "caution"),
    ("patient_states: [TX]", "caution"),
    ("patient_states: [TX, FL], legal_basis: state_licence", "red_flag"),
]


@pytest.mark.parametrize(("licensure", "shown"), OWN)
def test_keeping_the_one_licence_of_ones_own_is_no_red_flag(licensure: str, shown: str) -> None:
    paid = f"licensure: {{{licensure}, licence_fees_paid_by: clinician}}"
    text = f"role: physician\nengagement: {{classification: w2}}\n{paid}"
    assert outcome(scorecard(text), "licensure/licence-fees") == shown


def test_rows_of_ones_own_reach_the_rules() -> None:
    text = "role: np\nlicensure: {patient_states: [AZ], collaborating_physician: not_needed}"
    [arizona] = [row for row in Reference.shipped().rows("np_practice_authority") if row.key == ("AZ",)]
    own = Reference.shipped().with_rows([Row(arizona.table, {**arizona.cells, "agreement_required": "yes"})])
    assert outcome(scorecard(text), "licensure/collaborator") == "good"
    assert outcome(scorecard(text, reference=own), "licensure/collaborator") == "red_flag"
