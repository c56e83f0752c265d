"""The two readings: the table of the design cell by cell, and what a complete contract settles."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.offer.build import build_offer
from offercheck.offer.offer import Offer
from offercheck.offer.possible import Entries, Entry, Line, Members, Possible, Span, Words
from offercheck.offer.readings import Values, firm, read_as_absent, said
from offercheck.offer.schema import FIELDS
from offercheck.offer.values.states import EVERYTHING
from offercheck.reading.load import read_document
from offercheck.reading.node import Document, node_of

STAGES = ["job_ad", "offer_letter", "contract"]
SOURCES = [None, "contract", "offer_letter", "policy", "email", "verbal", "job_ad", "web_page", "third_party"]
HOLDS = [None, "stated", "conditionally", "vaguely", "contradicted", "withheld"]
PAPERS = {None, "contract", "offer_letter", "policy"}


def build(text: str) -> Offer:
    return build_offer(read_document("offer.yaml", f"offercheck: 1\n{text}".encode()))


def plain(**areas: object) -> Offer:
    return build_offer(Document("x", "", node_of({"offercheck": 1, **areas}), ""))


def words(*which: str) -> Words:
    return Words(frozenset(which))


def expected(stage: str, source: str | None, holds: str | None) -> tuple[bool, bool]:
    """Whether a field has its value as said and as firm: section 3's table, row by row."""
    if holds in ("vaguely", "contradicted", "withheld"):
        return False, False
    if holds == "conditionally":
        return True, False
    if source in PAPERS or stage == "job_ad":
        return True, True
    return True, False


CELLS = [*product(STAGES, SOURCES, HOLDS)]


@pytest.mark.parametrize(("stage", "source", "holds"), CELLS)
def test_a_field_in_both_readings(stage: str, source: str | None, holds: str | None) -> None:
    entry = {"field": "malpractice.limits", "source": source, "holds": holds}
    if holds == "contradicted":
        entry["or"] = "$2M/$4M"
    offer = plain(document={"stage": stage}, malpractice={"limits": "$1M/$3M"}, evidence=[entry])
    parts = ["malpractice.limits", "malpractice.limits.per_claim", "malpractice.limits.per_year"]
    for reading, there in zip((said(offer), firm(offer)), expected(stage, source, holds), strict=True):
        assert [part in reading for part in parts] == [there] * 3


@pytest.mark.parametrize(("stage", "source", "holds"), CELLS)
def test_a_whole_list_of_pay_in_both_readings(stage: str, source: str | None, holds: str | None) -> None:
    entry = {"field": "compensation.pay", "source": source, "holds": holds}
    if holds == "contradicted":
        entry["or"] = "$50/hour"
    offer = plain(document={"stage": stage}, compensation={"pay": "$40/hour"}, evidence=[entry])
    for reading, there in zip((said(offer), firm(offer)), expected(stage, source, holds), strict=True):
        assert ("compensation.pay" in reading) == there


@pytest.mark.parametrize(("stage", "source", "holds"), CELLS)
def test_an_item_of_pay_in_both_readings(stage: str, source: str | None, holds: str | None) -> None:
    item: dict[str, object] = {"kind": "bonus", "per": "once", "source": source, "holds": holds}
    figure_is_gone = holds in ("vaguely", "withheld")
    if not figure_is_gone:
        item["amount"] = 5000
    if holds == "contradicted":
        item["or"] = 4000
    offer = plain(document={"stage": stage}, compensation={"pay": [{"per": "hour", "amount": 40}, item]})
    weight = expected(stage, source, "stated" if figure_is_gone else holds)
    for reading, sure in zip((said(offer), firm(offer)), weight, strict=True):
        pay = pay_of(reading)
        assert [entry.index for entry in pay.sure] == ([0, 1] if sure else [0])
        assert [entry.index for entry in pay.maybe] == ([] if sure else [1])
        kept = next(entry for entry in (*pay.sure, *pay.maybe) if entry.index == 1)
        assert kept.values["per"] == words("once")
        assert ("amount" in kept.values) == (not figure_is_gone and holds != "contradicted")


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("source", SOURCES[1:])
def test_a_source_for_all_counts_for_fields_without_an_entry(stage: str, source: str) -> None:
    evidence = [{"field": "all", "source": source}, {"field": "role", "source": "contract"}]
    document = {"stage": stage, "dated": "2026-03-02"}
    offer = plain(role="np", care="triage", document=document, compensation={"pay": "$9/hour"}, evidence=evidence)
    binds = source in PAPERS or stage == "job_ad"
    both = {"role", "document.stage", "document.dated"}
    assert said(offer).keys() == both | {"care", "compensation.pay"}
    assert firm(offer).keys() == (said(offer).keys() if binds else both)


def test_without_evidence_both_readings_are_the_same() -> None:
    offer = plain(role=["np", "pa"], terms={"non_compete": {"lasts": "1 year"}}, compensation={"pay": "$9/hour"})
    assert said(offer) == firm(offer)
    assert said(offer)["role"] == words("np", "pa")
    assert said(offer)["terms.non_compete"] == words("given")
    assert said(offer)["terms.non_compete.lasts"] == Span(365, 365, "days")
    assert said(offer)["document.stage"] == words("job_ad")


def pay_of(values: Values) -> Entries:
    pay = values["compensation.pay"]
    assert isinstance(pay, Entries)
    return pay


KINDS = {"rate", "bonus", "stipend", "differential", "floor", "advance", "fee", "expense", "in_kind"}
ANYTHING = Entry({})
NO_FURTHER_RATE = Entry({"kind": Words(frozenset(KINDS - {"rate"}))})

CLOSING = [
    ("a rate closes the rates", "[{per: hour, amount: 40}]", "", NO_FURTHER_RATE),
    ("so does one whose figure is withheld", "[{per: visit, holds: withheld}]", "", NO_FURTHER_RATE),
    ("a bonus alone closes nothing", "[{kind: bonus, per: once, amount: 5}]", "", ANYTHING),
    ("nothing_else closes all", "[{kind: bonus, per: once, amount: 5}, nothing_else]", "", None),
    (
        "so does a complete contract",
        "[{kind: bonus, per: once, amount: 5}]",
        "document: {stage: contract, complete: yes}",
        None,
    ),
    (
        "one read in part does not",
        "[{per: hour, amount: 40}]",
        "document: {stage: contract, complete: partly}",
        NO_FURTHER_RATE,
    ),
]


@pytest.mark.parametrize(("pay", "document", "unnamed"), [row[1:] for row in CLOSING], ids=[row[0] for row in CLOSING])
def test_what_further_items_of_pay_there_may_be(pay: str, document: str, unnamed: Entry | None) -> None:
    offer = build(f"{document}\ncompensation:\n  pay: {pay}\n")
    assert pay_of(said(offer)).unnamed == unnamed
    assert pay_of(firm(offer)).unnamed == unnamed


def test_a_rate_that_is_not_firm_leaves_the_rates_open() -> None:
    pay = "[{kind: bonus, per: once, amount: 5}, {per: hour, amount: 40, source: email}]"
    offer = build(f"document: {{stage: offer_letter}}\ncompensation:\n  pay: {pay}\n")
    assert pay_of(said(offer)).unnamed == NO_FURTHER_RATE
    assert pay_of(firm(offer)).unnamed == ANYTHING
    assert [entry.index for entry in pay_of(firm(offer)).maybe] == [1]


def test_an_items_own_evidence_wins_over_its_lists() -> None:
    items = "[{per: hour, amount: 40}, {kind: bonus, per: once, amount: 5, source: contract}]"
    text = f"document: {{stage: contract}}\ncompensation:\n  pay: {items}\nevidence:\n"
    by_email = build(f"{text}  - {{field: compensation.pay, source: email}}\n")
    assert [entry.index for entry in pay_of(firm(by_email)).sure] == [1]
    assert [entry.index for entry in pay_of(firm(by_email)).maybe] == [0]
    vague = build(
        text.replace("source: contract}", "holds: stated}") + "  - {field: compensation.pay, holds: vaguely}\n"
    )
    pay = pay_of(said(vague))
    assert [entry.index for entry in pay.sure] == [1]
    assert [sorted(entry.values) for entry in pay.maybe] == [["kind", "per", "per.count"]]
    assert pay.unnamed == ANYTHING


def test_a_list_without_a_sure_item_is_silent() -> None:
    offer = build(
        "document: {stage: contract, complete: yes}\ncompensation: {pay: [{per: hour, amount: 4, source: verbal}]}"
    )
    assert "compensation.pay" in said(offer)
    assert "compensation.pay" not in firm(offer)


COMPLETE = "document: {stage: contract, complete: yes}\n"
CLAUSES = [field.path for field in FIELDS.values() if field.absent]


def test_a_complete_contract_answers_the_clauses_it_does_not_have() -> None:
    offer = build(COMPLETE)
    assert read_as_absent(offer) == CLAUSES
    values = said(offer)
    assert values == firm(offer)
    assert values.keys() == {"document.stage", "document.complete", *CLAUSES}
    assert values["terms.non_compete"] == words("none")
    assert values["terms.other_work"] == words("free")
    assert values["compliance.may_report"] == words("yes")
    assert values["terms.employer_may_change"] == Members(frozenset(), frozenset())
    assert "quality.pay_at_risk" not in values
    assert _zero(values["productivity.minimum_completed"])
    assert _zero(values["terms.severance"])


def _zero(value: Possible) -> bool:
    return isinstance(value, Span) and value.low == 0 == value.high


@pytest.mark.parametrize(
    "document",
    [
        "{}",
        "{stage: contract}",
        "{stage: contract, complete: partly}",
        "{stage: offer_letter, complete: yes}",
        "{complete: yes}",
    ],
)
def test_no_other_paper_answers_them(document: str) -> None:
    offer = build(f"document: {document}\n")
    assert read_as_absent(offer) == []
    assert said(offer).keys() <= {"document.stage", "document.complete"}


MENTIONED = [
    ("terms: {non_compete: {lasts: 1 year}}", "", True, True),
    ("terms: {non_compete: none}", "", True, True),
    ("terms: {non_compete: none}", "source: email", True, False),
    ("terms: {non_compete: none}", "holds: conditionally", True, False),
    ("terms: {non_compete: none}", "holds: vaguely", False, False),
    ("", "holds: vaguely", False, False),
    ("", "holds: withheld", False, False),
]


@pytest.mark.parametrize(("term", "entry", "as_said", "as_firm"), MENTIONED)
def test_a_clause_that_is_mentioned_is_never_read_as_absent(
    term: str, entry: str, as_said: bool, as_firm: bool
) -> None:
    evidence = f"evidence: [{{field: terms.non_compete, {entry}}}]" if entry else ""
    offer = build(f"{COMPLETE}{term}\n{evidence}\n")
    assert "terms.non_compete" not in read_as_absent(offer)
    assert ("terms.non_compete" in said(offer)) == as_said
    assert ("terms.non_compete" in firm(offer)) == as_firm


@pytest.mark.parametrize("empty", ["", "~", "{}", "''", "unknown"])
def test_a_clause_left_empty_is_absent(empty: str) -> None:
    offer = build(f"{COMPLETE}terms:\n  non_compete: {empty}\n")
    assert "terms.non_compete" in read_as_absent(offer)


def test_a_complete_contract_closes_the_lists_it_gives() -> None:
    terms = (
        "compensation: {benefits: [health, leave]}\nlicensure: {start_waits_for: training}\nscope: {duties: [triage]}\n"
    )
    for text, closed in ((COMPLETE + terms, True), (terms, False)):
        for reading in (said(build(text)), firm(build(text))):
            assert reading["compensation.benefits"].exact == closed
            assert reading["licensure.start_waits_for"].exact == closed
            assert not reading["scope.duties"].exact
    excluded = "malpractice: {excludes: [controlled]}\nquality: {measures: [{name: star rating}]}\n"
    closed_by_contract = said(build(COMPLETE + excluded))
    assert closed_by_contract["malpractice.excludes"].exact
    measures = closed_by_contract["quality.measures"]
    assert isinstance(measures, Entries)
    assert measures.unnamed is None
    shifts = said(build(COMPLETE + "schedule: {shifts: [{count: 3}]}"))["schedule.shifts"]
    assert isinstance(shifts, Entries)
    assert shifts.unnamed is None


SPOKEN_OF = [
    ("productivity.missed_target", "productivity: {minimum_completed: 220 visits/month}", False),
    ("productivity.missed_target", "productivity: {minimum_offered: 20 hours/week}", False),
    ("productivity.missed_target", "evidence: [{field: productivity.minimum_offered, holds: vaguely}]", False),
    ("productivity.missed_target", "productivity: {fill_rate: 80%}", True),
    ("productivity.unpaid_when", "compensation: {pay: 60% of collections}", False),
    ("productivity.unpaid_when", "compensation: {pay: {per: visit, amount: 40, counts: collected}}", False),
    ("productivity.unpaid_when", "compensation: {pay: {per: visit, amount: 40, repay: {if: denial}}}", False),
    ("productivity.unpaid_when", "compensation: {pay: [{per: hour, amount: 90, counts: worked}]}", True),
    ("productivity.unpaid_when", "compensation: {pay: 60% of billings}", True),
]


@pytest.mark.parametrize(("path", "term", "absent"), SPOKEN_OF)
def test_a_clause_that_another_term_speaks_of_is_not_answered(path: str, term: str, absent: bool) -> None:
    offer = build(f"{COMPLETE}{term}\n")
    assert (path in read_as_absent(offer)) == absent
    assert (path in said(offer)) == (path in firm(offer)) == absent


def states(*sure: str, maybe: frozenset[str] | None = None, named: str = "") -> Members:
    known = frozenset(sure)
    return Members(known, known if maybe is None else maybe, frozenset(named.split()) if named else known)


WORD = "patient_states"
RESOLVED = [
    ("[TX, FL]", WORD, states("TX", "FL", named=WORD)),
    ("[TX, FL]", "[patient_states, GA]", states("TX", "FL", "GA", named=f"{WORD} GA")),
    ("[TX, any_one]", WORD, states("TX", maybe=EVERYTHING, named=WORD)),
    ("where_licensed", WORD, states(maybe=EVERYTHING, named=WORD)),
    ("all", WORD, states(*EVERYTHING, named=WORD)),
    ("[TX]", "[patient_states, compact]", states("TX", maybe=EVERYTHING, named=f"{WORD} compact")),
    ("[TX]", "where_licensed", states(maybe=EVERYTHING, named="where_licensed")),
    ("[TX]", "[GA]", states("GA")),
]


@pytest.mark.parametrize(("treated", "listed", "resolved"), RESOLVED)
def test_patient_states_is_what_that_field_turns_out_to_be(treated: str, listed: str, resolved: Members) -> None:
    lists = f"licensure: {{patient_states: {treated}, licences_required: {listed}}}\n"
    values = said(build(f"{lists}terms: {{non_compete: {{area: {listed}}}}}\n"))
    assert values["licensure.licences_required"] == resolved
    assert values["terms.non_compete.area"] == resolved


def test_patient_states_is_resolved_within_each_reading() -> None:
    evidence = "evidence: [{field: licensure.patient_states, source: email}]\n"
    lists = "licensure: {patient_states: [TX]}\nmalpractice: {states_covered: patient_states}\n"
    offer = build(f"document: {{stage: contract}}\n{lists}{evidence}")
    path = "malpractice.states_covered"
    assert said(offer)[path] == states("TX", named=WORD)
    unresolved = firm(offer)[path]
    assert isinstance(unresolved, Members)
    assert not unresolved.sure
    assert unresolved.maybe >= EVERYTHING


ENTRIES = st.fixed_dictionaries(
    {
        "field": st.sampled_from(
            ["licensure.patient_states", "malpractice.states_covered", "terms.length", "role", "all"]
        ),
        "source": st.sampled_from(SOURCES[1:]),
    },
    optional={"holds": st.sampled_from(["stated", "conditionally", "vaguely", "withheld"])},
)


@given(
    st.sampled_from(STAGES),
    st.sampled_from([["TX"], ["TX", "any_one"], "all"]),
    st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry["field"]),
)
def test_what_is_firm_is_said_and_no_more_exact(stage: str, treated: object, entries: list[dict[str, str]]) -> None:
    for entry in entries:
        if entry["field"] == "all":
            entry.pop("holds", None)
    offer = plain(
        role="np",
        document={"stage": stage, "complete": "yes"},
        licensure={"patient_states": treated},
        malpractice={"states_covered": ["patient_states", "GA"]},
        terms={"length": "1 year"},
        evidence=entries,
    )
    as_said, as_firm = said(offer), firm(offer)
    assert as_firm.keys() <= as_said.keys()
    for path, value in as_firm.items():
        other = as_said[path]
        if isinstance(value, Members) and isinstance(other, Members):
            assert value.sure <= other.sure <= other.maybe <= value.maybe
        else:
            assert value == other


def test_texts_are_there_and_nothing_more() -> None:
    values = said(build("title: A seat\nnotes: [one, two]\n"))
    assert values["title"] == Line("A seat")
    assert "notes" in values
    assert "offercheck" not in values


UNTIL = "licensure.until_licensed"


@pytest.mark.parametrize(
    ("licensure", "until"),
    [
        ({"legal_basis": "federal"}, {"waits", "sent_elsewhere"}),
        ({"patient_states": "where_licensed"}, {"waits", "sent_elsewhere"}),
        ({"patient_states": "where_licensed", "until_licensed": "waits"}, {"waits"}),
        ({"patient_states": ["where_licensed", "any_one"]}, None),
        ({"patient_states": "all"}, None),
        ({"legal_basis": "compact"}, None),
    ],
)
def test_nobody_is_seen_without_a_licence_where_none_can_be_missing(licensure: object, until: set[str] | None) -> None:
    found = said(plain(licensure=licensure)).get(UNTIL)
    assert found == (None if until is None else Words(frozenset(until)))
