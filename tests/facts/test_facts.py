"""What follows from an offer, and that it only gets more exact as its inputs do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.facts import FACTS
from offercheck.facts.derivation import with_facts
from offercheck.loading import load_offer
from offercheck.offer.possible import Members, Possible, Span, Words
from offercheck.offer.readings import Values, said
from offercheck.offer.schema import FIELDS
from offercheck.reference.reference import Reference
from offercheck.reference.table import Row

SHIPPED = Reference.shipped()


def reading(text: str) -> Values:
    return said(load_offer(f"offercheck: 1\ndocument: {{stage: contract}}\n{text}\n".encode()))


def derived(path: str, text: str) -> Possible:
    return with_facts(reading(text), [path], SHIPPED)[path]


YES, NO, OPEN = {"yes"}, {"no"}, {"yes", "no"}

WORDS = [
    ("facts.clinical", "", OPEN),
    ("facts.clinical", "role: physician", YES),
    ("facts.clinical", "role: assistant", YES),
    ("facts.clinical", "role: [np, pa]", YES),
    ("facts.clinical", "role: coordinator", NO),
    ("facts.clinical", "role: [coordinator, informatics]", NO),
    ("facts.clinical", "role: [coordinator, rn]", OPEN),
    ("facts.clinical", "role: other", OPEN),
    ("facts.prescriber", "role: np", YES),
    ("facts.prescriber", "role: rn", NO),
    ("facts.prescriber", "role: pharmacist", OPEN),
    ("facts.prescriber", "role: [physician, therapist]", OPEN),
    ("facts.paid_by_visit", "", OPEN),
    ("facts.paid_by_visit", "compensation: {pay: [{per: visit, amount: 42}]}", YES),
    ("facts.paid_by_visit", "compensation: {pay: [{per: session, amount: 80}]}", YES),
    ("facts.paid_by_visit", "compensation: {pay: [{per: visit, share: 60%, of: collected}]}", YES),
    ("facts.paid_by_visit", "compensation: {pay: [{per: hour, amount: 140}]}", NO),
    ("facts.paid_by_visit", "compensation: {pay: [{per: year, amount: 215000}]}", NO),
    ("facts.paid_by_visit", "compensation: {pay: [{per: message, amount: 6}]}", NO),
    ("facts.paid_by_visit", "compensation: {pay: [{per: year, amount: 230000}, {per: wrvu, amount: 45}]}", NO),
    (
        "facts.paid_by_visit",
        "compensation: {pay: [{per: visit, amount: 42}, {per: day, amount: 200, for: on_call}]}",
        YES,
    ),
    ("facts.paid_by_visit", "compensation: {pay: [{kind: bonus, per: visit, amount: 5}]}", OPEN),
    ("facts.paid_by_visit", "compensation: {pay: [{per: visit, holds: withheld}]}", YES),
    ("facts.paid_by_visit", "compensation: {pay: [{per: visit, amount: 42, holds: contradicted, or: 38}]}", OPEN),
    ("facts.paid_by_output", "compensation: {pay: [{per: message, amount: 6}]}", YES),
    ("facts.paid_by_output", "compensation: {pay: [{per: case, amount: 20}]}", YES),
    ("facts.paid_by_output", "compensation: {pay: [{per: hour, amount: 140}]}", NO),
    ("facts.paid_per_prescription", "", OPEN),
    ("facts.paid_per_prescription", "compensation: {pay: [{per: signature, amount: 100}]}", YES),
    ("facts.paid_per_prescription", "compensation: {pay: [{per: patient, depends_on: prescription}]}", YES),
    ("facts.paid_per_prescription", "compliance: {same_pay_without_prescription: no}", YES),
    ("facts.paid_per_prescription", "compliance: {same_pay_without_prescription: yes}", NO),
    ("facts.paid_per_prescription", "compliance: {same_pay_without_prescription: partly}", OPEN),
    ("facts.paid_per_prescription", "compensation: {pay: [{per: hour, amount: 140}]}", OPEN),
    ("facts.patient_states_named", "", OPEN),
    ("facts.patient_states_named", "licensure: {patient_states: [TX, any_one]}", OPEN),
    ("facts.patient_states_named", "licensure: {patient_states: where_licensed}", YES),
]


@pytest.mark.parametrize(("path", "text", "may"), WORDS)
def test_words(path: str, text: str, may: set[str]) -> None:
    found = derived(path, text)
    assert isinstance(found, Words)
    assert found.may == may


def test_states_uninsured_are_those_treated_and_surely_not_covered() -> None:
    found = derived(
        "facts.states_uninsured",
        "licensure: {patient_states: [TX, GA, AZ]}\nmalpractice: {states_covered: [TX, FL]}",
    )
    assert found == Members(frozenset({"GA", "AZ"}), frozenset({"GA", "AZ"}))
    open_cover = derived("facts.states_uninsured", "licensure: {patient_states: [TX, GA]}")
    assert open_cover == Members(frozenset(), frozenset({"TX", "GA"}))
    same = "licensure: {patient_states: [TX, any_one]}\nmalpractice: {states_covered: patient_states}"
    assert derived("facts.states_uninsured", same) == Members(frozenset(), frozenset())


LICENCES = [
    ("patient_states: [TX], legal_basis: state_licence", Span(1, 1)),
    ("patient_states: [TX]", Span(1, 1)),
    ("patient_states: [TX, FL, GA], legal_basis: compact", Span(3, 3)),
    ("patient_states: all, legal_basis: federal", Span(1, 1)),
    ("patient_states: [TX, FL, GA]", Span(1, 3)),
    ("patient_states: [TX, any_one], legal_basis: state_licence", Span(1, 51)),
    ("legal_basis: federal", Span(1, 1)),
    ("work_from: [TX]", Span(0, 51)),
]


@pytest.mark.parametrize(("licensure", "count"), LICENCES)
def test_licences_wanted_are_one_a_state_or_one_for_all(licensure: str, count: Span) -> None:
    assert derived("facts.licences_wanted", f"licensure: {{{licensure}}}") == count


AGREEMENTS = [
    ("[TX]", YES),  # required, and restricted practice
    ("[PA]", YES),  # required, though the practice is reduced and not restricted
    ("[AZ, NM]", NO),
    ("[WA]", NO),  # nothing said of an agreement, and full practice
    ("[NY]", {"partly"}),  # full practice after some years
    ("[FL]", {"partly"}),
    ("[AZ, NY]", {"partly"}),
    ("[AZ, TX]", YES),
    ("[TX, any_one]", YES),
    ("[NY, any_one]", {"partly", "yes"}),
    ("[AZ, any_one]", {"no", "partly", "yes"}),
]


@pytest.mark.parametrize(("states", "may"), AGREEMENTS)
def test_agreement_needed_by_the_patients_states(states: str, may: set[str]) -> None:
    values = reading(f"role: np\nlicensure: {{patient_states: {states}}}")
    found = with_facts(values, ["facts.np_agreement_needed"], SHIPPED)["facts.np_agreement_needed"]
    assert found == Words(frozenset(may))


def test_agreement_is_open_where_the_table_does_not_say() -> None:
    values = reading("role: np\nlicensure: {patient_states: [AZ, WA]}")
    [row] = [row for row in SHIPPED.rows("np_practice_authority") if row.key == ("WA",)]
    emptied = SHIPPED.with_rows([Row(row.table, {**row.cells, "aanp_class": ""})])
    found = with_facts(values, ["facts.np_agreement_needed"], emptied)["facts.np_agreement_needed"]
    assert found == Words(frozenset({"no", "partly", "yes"}))


def test_dea_states_are_counted() -> None:
    assert derived("facts.dea_states_count", "licensure: {dea_states: [TX, GA]}") == Span(2, 2)
    assert derived("facts.dea_states_count", "licensure: {dea_states: none}") == Span(0, 0)


def part_of(later: Possible, before: Possible) -> bool:
    """Whether a value allows nothing that an earlier one did not."""
    if isinstance(later, Words) and isinstance(before, Words):
        return later.may <= before.may
    if isinstance(later, Members) and isinstance(before, Members):
        return before.sure <= later.sure and later.maybe <= before.maybe
    if isinstance(later, Span) and isinstance(before, Span):
        below = before.high is None or (later.high is not None and later.high <= before.high)
        return before.low <= later.low and below
    return False


ROLES = st.sets(
    st.sampled_from(["physician", "np", "rn", "pharmacist", "coordinator", "informatics", "other"]), min_size=1
)
STATES = st.sets(st.sampled_from(["TX", "AZ", "FL", "any_one", "where_licensed"]), min_size=1, max_size=3)
PAY = st.lists(
    st.fixed_dictionaries(
        {"per": st.sampled_from(["visit", "hour", "message", "year"]), "amount": st.just("40")},
        optional={"kind": st.sampled_from(["rate", "bonus", "floor"])},
    ),
    min_size=1,
    max_size=2,
)


@st.composite
def refinements(draw: st.DrawFn) -> tuple[str, str]:
    """An offer, and the same with silences filled and alternatives narrowed."""
    roles, pay = draw(ROLES), draw(PAY)
    fewer = draw(st.sets(st.sampled_from(sorted(roles)), min_size=1))
    states: dict[str, object] = {path: sorted(draw(STATES)) for path in ("patient_states", "dea_states")}
    states["legal_basis"] = draw(st.sampled_from(["federal", "compact", "state_licence"]))
    covered = sorted(draw(STATES))
    full = [
        f"role: [{', '.join(sorted(fewer))}]",
        f"compensation: {{pay: {pay}}}".replace("'", ""),
        f"licensure: {states}".replace("'", ""),
        f"malpractice: {{states_covered: {covered}}}".replace("'", ""),
    ]
    before = [f"role: [{', '.join(sorted(roles))}]", *full[1:]]
    if draw(st.booleans()):
        silent = draw(st.sampled_from(sorted(states)))
        before[2] = f"licensure: { {path: value for path, value in states.items() if path != silent} }".replace("'", "")
    kept = draw(st.lists(st.sampled_from(range(4)), unique=True))
    return "\n".join(before[index] for index in sorted(kept)), "\n".join(full)


@pytest.mark.parametrize("path", FACTS)
@given(refinements())
def test_a_fact_only_gets_more_exact(path: str, pair: tuple[str, str]) -> None:
    before, later = pair
    assert part_of(derived(path, later), derived(path, before))


@pytest.mark.parametrize("path", FACTS)
def test_a_fact_declares_its_inputs(path: str) -> None:
    fact = FACTS[path]
    assert fact.inputs
    assert all(name in FIELDS or name.startswith("me.") for name in fact.inputs)
    assert all(name.startswith("reference.") for name in fact.tables)
    assert fact.meaning.endswith(".")
    unread = {name: value for name, value in reading("title: x\ncare: triage").items() if name not in fact.inputs}
    assert fact.derive(unread) == fact.derive({})
