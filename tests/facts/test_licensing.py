"""The states of an offer against those of its reader: what is needed, and by which way."""

from __future__ import annotations

import pytest

from offercheck.facts.licensing import StatesTable, compact_open, states_table
from offercheck.loading import load_offer
from offercheck.offer.possible import Members, Words
from offercheck.offer.readings import Values, said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()


def reading(text: str, **profile: str) -> Values:
    """An offer's values, and the profile's: codes or words parted by spaces, lists but for the home state."""
    values = said(load_offer(f"offercheck: 1\ndocument: {{stage: contract}}\n{text}\n".encode()))
    for name, words in profile.items():
        found = frozenset(words.split())
        values[f"me.{name}"] = Words(found) if name in ("home_state", "degree") else Members(found, found)
    return values


def table(text: str, **profile: str) -> StatesTable:
    found = states_table(reading(text, **profile), SHIPPED)
    assert found is not None
    return found


OFFER = "role: physician\nlicensure: {patient_states: [TX, CA, GA]}\nmalpractice: {states_covered: [TX, FL]}"


def test_treated_licensed_insured_and_what_is_needed() -> None:
    rows = table(OFFER, licences="TX NY").rows
    assert [(one.state, one.treated, one.licensed, one.insured, one.licence_needed) for one in rows] == [
        ("CA", "yes", "no", "no", "yes"),
        ("FL", "no", "no", "yes", "no"),
        ("GA", "yes", "no", "no", "yes"),
        ("NY", "no", "yes", "no", "no"),
        ("TX", "yes", "yes", "yes", "no"),
    ]


def test_without_a_profile_nothing_is_known_of_licences() -> None:
    rows = table(OFFER).rows
    assert {one.licensed for one in rows} == {"unknown"}
    assert [one.licence_needed for one in rows] == ["unknown", "no", "unknown", "unknown"]


def test_open_lists_stay_open() -> None:
    rows = table("role: rn\nlicensure: {patient_states: [TX, any_one]}", licences="TX NY").rows
    assert [(one.state, one.treated, one.insured) for one in rows] == [
        ("NY", "unknown", "unknown"),
        ("TX", "yes", "unknown"),
    ]


def test_a_policy_that_answers_everywhere_adds_no_rows() -> None:
    rows = table("role: rn\nlicensure: {patient_states: [TX]}\nmalpractice: {states_covered: all}").rows
    assert [(one.state, one.insured) for one in rows] == [("TX", "yes")]


@pytest.mark.parametrize(
    "text",
    [
        "role: physician",
        "licensure: {patient_states: [TX]}",
        "role: coordinator\nlicensure: {patient_states: [TX]}",
        "role: [np, pa]\nlicensure: {patient_states: [TX]}",
        "role: np\nlicensure: {patient_states: any_one}",
    ],
)
def test_no_table_without_states_or_a_licensed_role(text: str) -> None:
    assert states_table(reading(text), SHIPPED) is None


ROUTES = [
    ("physician", "TX", {"compact": "imlc"}, "imlc"),
    ("physician", "TX", {"compact": "none"}, "state_licence"),
    ("physician", "TX", {}, "unknown"),
    ("physician", "CA", {"compact": "imlc"}, "state_licence"),
    ("physician", "MA", {"compact": "imlc"}, "state_licence"),
    ("psychologist", "TX", {"compact": "psypact"}, "psypact"),
    ("psychologist", "CA", {"compact": "psypact"}, "state_licence"),
    ("rn", "TX", {"home_state": "FL"}, "nlc"),
    ("lpn", "TX", {"home_state": "FL"}, "nlc"),
    ("rn", "TX", {"home_state": "CA"}, "state_licence"),
    ("rn", "TX", {"home_state": "TX"}, "state_licence"),
    ("rn", "TX", {}, "unknown"),
    ("rn", "TX", {"home_state": "FL", "compact": "none"}, "state_licence"),
    ("np", "TX", {"home_state": "FL", "compact": "nlc"}, "state_licence"),
    ("pa", "TX", {"compact": "pa"}, "state_licence"),
]


@pytest.mark.parametrize(("role", "state", "profile", "route"), ROUTES)
def test_route(role: str, state: str, profile: dict[str, str], route: str) -> None:
    rows = table(f"role: {role}\nlicensure: {{patient_states: [{state}]}}", licences="NY", **profile).rows
    assert next(one.route for one in rows if one.state == state) == route
    assert next(one.route for one in rows if one.state == "NY") == ""


def test_a_jurisdiction_that_is_in_no_table_is_unknown() -> None:
    assert compact_open("PSYPACT", "PR", reading("role: psychologist", compact="psypact"), SHIPPED) is None


def test_authority_is_that_of_the_patients_state() -> None:
    rows = table("role: np\nlicensure: {patient_states: [AL]}", licences="AL AK", home_state="AK").rows
    by_state = {one.state: one for one in rows}
    authority = by_state["AL"].np_authority
    assert authority is not None
    assert (authority.value, authority.as_of, by_state["AL"].np_agreement) == ("reduced", "2023-03", "yes")
    assert by_state["AK"].np_authority is None
    assert by_state["AL"].telehealth is None


def test_covenants_are_those_of_the_readers_state() -> None:
    found = table("role: physician\nlicensure: {patient_states: [TX]}", home_state="WA").covenants
    assert [(one.scope, one.rule.value, one.effective) for one in found] == [("all_workers", "ban", "2027-06-30")]
    assert table("role: physician\nlicensure: {patient_states: [CA]}").covenants == []


def test_telehealth_registration_carries_its_source() -> None:
    (row,) = table("role: physician\nlicensure: {patient_states: [MN]}").rows
    assert row.telehealth is not None
    assert row.telehealth.value == "registration"
    assert row.telehealth.as_of
    assert row.telehealth.url.startswith("https://")
