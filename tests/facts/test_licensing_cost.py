"""What licences cost: sums by hand, who pays, and what no table knows."""

from __future__ import annotations

from fractions import Fraction

import pytest

from offercheck.facts.licensing import states_table
from offercheck.facts.licensing_cost import LicensingCost, added, licensing_cost
from offercheck.loading import load_offer
from offercheck.offer.possible import Members, Span, Words
from offercheck.offer.readings import Values, said
from offercheck.reference.reference import Reference
from offercheck.reference.table import TABLES, Row

SHIPPED = Reference.shipped()


def reading(text: str, **profile: str) -> Values:
    """An offer's values, and the profile's: words parted by spaces, lists but for the degree and the home state."""
    values = said(load_offer(f"offercheck: 1\ndocument: {{stage: contract}}\n{text}\n".encode()))
    for name, words in profile.items():
        found = frozenset(words.split())
        values[f"me.{name}"] = Words(found) if name in ("home_state", "degree") else Members(found, found)
    return values


NO_DEA = "dea_states: none"


def cost(text: str, reference: Reference = SHIPPED, **profile: str) -> LicensingCost:
    values = reading(text, **profile)
    table = states_table(values, reference)
    assert table is not None
    return licensing_cost(table, values, reference)


def usd(low: object, high: object = ...) -> Span:
    last = low if high is ... else high
    return Span(Fraction(str(low)), None if last is None else Fraction(str(last)), "USD")


def physician(states: str, more: str = NO_DEA) -> str:
    return f"role: physician\nlicensure: {{patient_states: [{states}], {more}}}"


def test_a_licence_from_the_board() -> None:
    found = cost(physician("TX"), degree="md", licences="NY", compact="none")
    assert found.first_year == usd(867)
    assert found.yearly == usd("245.74")
    assert (found.states_incomplete, found.oldest_as_of) == (0, "2026-09-18")


def test_the_compact_is_paid_once_beside_every_state() -> None:
    found = cost(physician("TX, GA"), degree="md", licences="NY", compact="imlc")
    assert found.first_year == usd(867 + 500 + 700)
    assert found.yearly == usd("360.74")
    assert [one.first_year for one in found.states] == [usd(500), usd(867)]


def test_a_compact_that_may_be_used_may_cost() -> None:
    assert cost(physician("TX"), degree="md", licences="NY").first_year == usd(867, 867 + 700)
    assert cost(physician("CA"), degree="md", licences="NY").first_year == usd(1850)


def test_a_missing_fee_leaves_no_high_end() -> None:
    found = cost(physician("TX, FL"), degree="md", licences="NY", compact="none")
    assert found.first_year == usd(867, None)
    assert found.states_incomplete == 1
    assert [one.missing for one in found.states] == [["licence"], []]
    assert found.clinician_first_year == usd(0, None)


def test_held_licences_cost_nothing_and_without_a_profile_all_are_counted() -> None:
    assert cost(physician("TX, GA"), degree="md", licences="TX GA").first_year == usd(0)
    assert cost(physician("TX, GA"), degree="md", compact="none").first_year == usd(1367)


def test_a_do_pays_the_mds_fee_only_where_there_is_one_board() -> None:
    assert cost(physician("TX"), degree="do", compact="none").first_year == usd(867)
    assert cost(physician("CA"), degree="do", compact="none").first_year == usd(0, None)


PAYERS = [
    ("employer", usd(0)),
    ("clinician", usd(867)),
    ("deducted", usd(867)),
    ("shared", usd(0, 867)),
    ("reimbursed", usd(0, 867)),
    ("nobody", usd(0, 867)),
]


@pytest.mark.parametrize(("payer", "mine"), PAYERS)
def test_who_pays(payer: str, mine: Span) -> None:
    text = physician("TX", f"{NO_DEA}, licence_fees_paid_by: {payer}")
    assert cost(text, degree="md", compact="none").clinician_first_year == mine


def test_an_employer_who_pays_leaves_nothing_even_of_an_unknown_fee() -> None:
    found = cost(physician("FL", f"{NO_DEA}, licence_fees_paid_by: employer"), degree="md", compact="none")
    assert (found.first_year, found.clinician_first_year) == (usd(0, None), usd(0))


def test_renewals_have_a_payer_of_their_own() -> None:
    text = physician("TX", f"{NO_DEA}, licence_fees_paid_by: employer, renewals_paid_by: clinician")
    found = cost(text, degree="md", compact="none")
    assert (found.clinician_first_year, found.clinician_yearly) == (usd(0), usd("245.74"))


def test_registrations_where_they_are_asked_for_and_not_held() -> None:
    asked = physician("UT, TX", "dea_states: [UT], dea_paid_by: clinician, licence_fees_paid_by: employer")
    found = cost(asked, degree="md", licences="UT TX")
    assert [(one.item, one.first_year, one.yearly) for one in found.items] == [
        ("controlled_substances", usd(100), usd(39)),
        ("dea", usd(296), usd(296)),
    ]
    assert (found.clinician_first_year, found.clinician_yearly) == (usd(396), usd(335))
    assert cost(asked, degree="md", licences="UT TX", dea_states="UT").first_year == usd(0)


def test_where_the_paper_does_not_say_a_registration_may_cost() -> None:
    silent = "role: physician\nlicensure: {patient_states: [TX]}"
    assert cost(silent, degree="md", licences="TX").first_year == usd(0, 296)
    assert cost(physician("MD", "dea_states: [MD]"), degree="md", licences="MD").first_year == usd(296, None)


def test_the_nurses_compact_spares_the_licence_but_not_the_aprns() -> None:
    nurse = cost("role: rn\nlicensure: {patient_states: [TX]}", home_state="FL", licences="FL")
    assert nurse.first_year == usd(0)
    text = f"role: np\nlicensure: {{patient_states: [KY], {NO_DEA}}}"
    items = {one.item: one for one in cost(text, home_state="FL", licences="FL", compact="nlc").items}
    assert set(items) == {"licence", "rn_layer", "prescriptive_authority"}
    assert items["rn_layer"].first_year == usd(0)
    assert items["licence"].first_year.low > 0
    alone = {one.item: one for one in cost(text, home_state="CA", licences="CA").items}
    assert alone["rn_layer"].first_year == usd(0, None)


def test_an_authority_is_no_licence_and_its_price_is_in_no_table() -> None:
    found = cost("role: psychologist\nlicensure: {patient_states: [TX]}", compact="psypact", licences="NY")
    assert [(one.state, one.item, one.first_year) for one in found.items] == [
        ("TX", "licence", usd(0)),
        ("", "psypact", usd(0, None)),
    ]


def test_roles_that_do_not_prescribe_have_no_registrations() -> None:
    found = cost("role: therapist\nlicensure: {patient_states: [TX], dea_states: [TX]}", licences="TX")
    assert (found.items, found.first_year, found.oldest_as_of) == ([], usd(0), "")


def test_a_row_of_ones_own_fills_a_gap() -> None:
    cells = dict.fromkeys(TABLES["licence_fees"].header, "")
    cells |= {"jurisdiction": "FL", "role": "physician_md", "item": "initial_fee", "value": "350", "as_of": "2026-01"}
    own = SHIPPED.with_rows([Row("licence_fees", cells)])
    found = cost(physician("FL"), own, degree="md", compact="none")
    assert (found.first_year, found.oldest_as_of) == (usd(350), "2026-01")


def test_nothing_adds_up_to_nothing() -> None:
    assert added([]) == usd(0)
