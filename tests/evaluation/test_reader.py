"""One offer for several readers: what a profile sets aside, asks, weighs, narrows and breaks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.load import load_checklist
from offercheck.checklist.personal import read_profile
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_offer
from offercheck.offer.possible import Members, Possible, Words
from offercheck.offer.readings import said
from offercheck.profile.profile import build_profile
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

CONTRACT = "offercheck: 1\ndocument: {stage: contract}\n"

YEARS = {
    "id": "years",
    "question": "Do you have the years?",
    "impact": "critical",
    "red_flag": {"me.years": {"below": 2}, "eligibility.training_licence": "no"},
    "good": {"any": [{"me.years": {"at_least": 2}}, {"eligibility.training_licence": "yes"}]},
    "silent": "red_flag",
    "message": {"red_flag": "You have {me.years} years.", "good": "It fits.", "silent": "Nothing is said."},
}
TAIL = {
    "id": "tail",
    "question": "Who buys the tail?",
    "impact": "high",
    "red_flag": {"malpractice.tail_paid_by": "clinician"},
    "good": {"malpractice.tail_paid_by": "employer"},
    "message": {"red_flag": "You buy it.", "good": "They buy it."},
}


@pytest.fixture(scope="module")
def checklist(tmp_path_factory: pytest.TempPathFactory) -> Checklist:
    home = tmp_path_factory.mktemp("checklist")
    header = {"name": "two", "title": "Two", "version": "1", "areas": ["eligibility", "malpractice"],
              "weights": {"critical": 10, "high": 5, "medium": 2, "low": 1}}  # fmt: skip
    source = {"seed": {"title": "Nothing", "as_of": "2026-01-01", "strength": "weak"}}
    (home / "checklist.yaml").write_text(json.dumps(header))
    (home / "sources.yaml").write_text(json.dumps(source))
    for area, rule in (("eligibility", YEARS), ("malpractice", TAIL)):
        common = {"why": ".", "ask": f"{area}?", "fallback": ".", "basis": "judgement", "sources": ["seed"]}
        examples = {"examples": {"red_flag": {}, "good": {}, "silent": {}}}
        file = {"area": area, "title": area, "rules": [rule | common | examples]}
        (home / f"{area}.yaml").write_text(json.dumps(file))
    return load_checklist(home)


def judged(checklist: Checklist, offer: str, me: str | None = None) -> Scorecard:
    profile = None
    if me is not None:
        profile = read_profile(read_document("me.yaml", f"offercheck_me: 1\n{me}\n".encode()), checklist)
    return evaluate(load_offer((CONTRACT + offer).encode()), checklist, today="2026-11-24", profile=profile)


OFFER = "eligibility: {training_licence: no}\nmalpractice: {tail_paid_by: employer}\n"


def test_without_a_profile_rules_that_read_one_are_nowhere(checklist: Checklist) -> None:
    shown = judged(checklist, OFFER)
    alone = evaluate(
        load_offer((CONTRACT + OFFER).encode()), replace(checklist, rules=checklist.rules[1:]), today="2026-11-24"
    )
    assert shown.set_aside == ["eligibility/years"]
    assert shown.findings == alone.findings
    assert (shown.score, shown.verdict, shown.questions) == (alone.score, alone.verdict, alone.questions)
    assert (shown.produced_by.profile, shown.produced_by.profile_sha256) == (None, None)


def test_with_a_profile_they_are_judged_and_the_profile_is_named(checklist: Checklist) -> None:
    shown = judged(checklist, OFFER, "years: 1")
    [years] = [one for one in shown.findings if one.rule == "eligibility/years"]
    assert (years.outcome, years.message) == ("red_flag", "You have 1 years.")
    mine = next(field for field in years.fields if field.path == "me.years")
    assert (mine.value, mine.line, mine.source) == ("1", None, "profile")
    assert shown.set_aside == []
    assert shown.produced_by.profile == "me.yaml"
    assert shown.produced_by.profile_sha256 is not None
    assert len(shown.produced_by.profile_sha256) == 64


def test_what_the_profile_leaves_open_is_asked_of_the_reader(checklist: Checklist) -> None:
    shown = judged(checklist, "malpractice: {tail_paid_by: employer}", "role: physician")
    asked = {tuple(one.fields): (one.to, one.ask) for one in shown.questions}
    assert asked == {
        ("eligibility.training_licence",): ("employer", "eligibility?"),
        ("me.years",): ("reader", "For your profile: years of practice after training?"),
    }


def test_a_gap_of_the_profile_is_not_the_employers_silence(checklist: Checklist) -> None:
    [years] = [one for one in judged(checklist, OFFER, "role: np").findings if one.rule == "eligibility/years"]
    assert (years.outcome, years.silent) == ("ask", False)
    assert years.message == "me.years is not in your profile."
    paper = judged(checklist, "malpractice: {tail_paid_by: employer}", "years: 1")
    [years] = [one for one in paper.findings if one.rule == "eligibility/years"]
    assert (years.outcome, years.silent) == ("red_flag", True)


def test_priorities_move_the_score(checklist: Checklist) -> None:
    offer = "eligibility: {training_licence: no}\nmalpractice: {tail_paid_by: clinician}\n"

    def low(me: str) -> int:
        score = judged(checklist, offer, f"years: 5\n{me}").score
        assert score is not None
        return score.low

    assert low("") == 67
    assert low("priorities: {malpractice: 6}") == 25
    assert low("priorities: {malpractice: 0.5}") == 80


def test_a_priority_given_to_the_function_wins_over_the_profiles(checklist: Checklist) -> None:
    profile = read_profile(
        read_document("me.yaml", b"offercheck_me: 1\nyears: 5\npriorities: {malpractice: 6}"), checklist
    )
    offer = load_offer((CONTRACT + "malpractice: {tail_paid_by: clinician}\n").encode())
    shown = evaluate(offer, checklist, today="2026-11-24", profile=profile, priorities={"malpractice": 2})
    assert shown.score is not None
    assert shown.score.low == 50


def test_a_personal_deal_breaker_caps_and_decides(checklist: Checklist) -> None:
    offer = "eligibility: {training_licence: yes}\nmalpractice: {tail_paid_by: clinician}\n"
    usual, mine = (judged(checklist, offer, me) for me in ("role: np", "deal_breakers: [malpractice/tail]"))
    assert usual.score is not None
    assert mine.score is not None
    assert (usual.verdict, usual.score.high, usual.score.high_cap) == ("renegotiate", 67, None)
    assert (mine.verdict, mine.score.high) == ("walk_away", 39)
    assert mine.score.high_cap is not None
    assert mine.score.high_cap.rule == "malpractice/tail"
    [tail] = [one for one in mine.findings if one.area == "malpractice"]
    assert (tail.outcome, tail.possible) == ("deal_breaker", ["deal_breaker"])
    assert tail.message == "You buy it. You made this a deal-breaker."
    assert (mine.score.uncapped_low, mine.score.uncapped_high) == (67, 67)


def test_a_personal_deal_breaker_that_is_only_possible_holds_the_low_end(checklist: Checklist) -> None:
    mine = judged(checklist, "eligibility: {training_licence: yes}", "deal_breakers: [malpractice/tail]")
    assert mine.score is not None
    assert (mine.score.low, mine.score.high, mine.score.unless) == (39, 100, ["malpractice/tail"])
    assert mine.verdict == "ask_first"


def test_a_reader_without_a_licence_earns_no_good_mark_by_it() -> None:
    paper = "role: physician\nlicensure: {patient_states: where_licensed}\nmalpractice: {states_covered: [TX]}\n"
    offer = load_offer((CONTRACT + paper).encode())
    shipped = load_checklist(shipped_checklist())

    def good(me: str) -> set[str]:
        profile = read_profile(read_document("me.yaml", f"offercheck_me: 1\n{me}\n".encode()), shipped)
        findings = evaluate(offer, shipped, today="2026-11-24", profile=profile).findings
        return {one.rule for one in findings if one.outcome == "good"}

    assert good("licences: []") == good("role: physician")
    assert good("licences: [TX]") > good("licences: []")


EVERYWHERE = said(load_offer(b"offercheck: 1\nlicensure: {patient_states: all}\n"))["licensure.patient_states"]
assert isinstance(EVERYWHERE, Members)
PATIENTS, REQUIRED = "licensure.patient_states", "licensure.licences_required"
ALL = set(EVERYWHERE.sure)
SETS: list[tuple[str, str, str, set[str], set[str]]] = [
    ("patient_states: where_licensed", "licences: [TX, FL]", PATIENTS, {"TX", "FL"}, {"TX", "FL"}),
    ("patient_states: [GA, where_licensed]", "licences: [TX]", PATIENTS, {"TX", "GA"}, {"TX", "GA"}),
    ("patient_states: clinician_residence", "home_state: NC", PATIENTS, {"NC"}, {"NC"}),
    ("patient_states: where_licensed", "licences: []", PATIENTS, set(), ALL),
    ("patient_states: [GA, where_licensed]", "licences: []", PATIENTS, {"GA"}, ALL),
    ("patient_states: where_licensed, licences_required: patient_states", "licences: []", REQUIRED, set(), ALL),
    ("patient_states: where_licensed", "role: np", PATIENTS, set(), ALL),
    ("patient_states: [any_one, where_licensed]", "licences: [TX]", PATIENTS, {"TX"}, ALL),
    ("patient_states: where_licensed, licences_required: patient_states", "licences: TX", REQUIRED, {"TX"}, {"TX"}),
    ("licences_required: [GA, clinician_residence]", "home_state: NC", REQUIRED, {"GA", "NC"}, {"GA", "NC"}),
]


@pytest.mark.parametrize(("offer", "me", "path", "sure", "maybe"), SETS, ids=[f"{row[0]}; {row[1]}" for row in SETS])
def test_words_for_the_readers_states(offer: str, me: str, path: str, sure: set[str], maybe: set[str]) -> None:
    value = said(load_offer(f"offercheck: 1\nlicensure: {{{offer}}}\n".encode()), values(me))[path]
    assert isinstance(value, Members)
    assert (value.sure, value.maybe) == (sure, maybe)


def values(me: str) -> dict[str, Possible]:
    return dict(build_profile(read_document("me.yaml", f"offercheck_me: 1\n{me}\n".encode())).values)


@pytest.mark.parametrize(
    ("role", "mine", "left"),
    [
        ("[np, pa]", "np", {"np"}),
        ("[physician, np]", "rn", {"physician", "np"}),
        ("np", "np", {"np"}),
    ],
)
def test_a_seat_for_several_professions_is_narrowed_to_the_readers(role: str, mine: str, left: set[str]) -> None:
    found = said(load_offer(f"offercheck: 1\nrole: {role}\n".encode()), values(f"role: {mine}"))
    assert found["role"] == Words(frozenset(left))


def test_an_offer_that_is_silent_on_the_role_stays_silent() -> None:
    assert "role" not in said(load_offer(b"offercheck: 1\n"), values("role: np"))


def test_a_rule_of_a_field_that_no_profile_has_is_refused(tmp_path: Path) -> None:
    rule = (
        "- {id: a, question: q, impact: low, good: {me.licenses: {includes: TX}}, message: {good: g}, why: w, ask: a}"
    )
    (tmp_path / "checklist.yaml").write_text(
        "{name: n, title: t, version: '1', areas: [terms], weights: {critical: 1, high: 1, medium: 1, low: 1}}"
    )
    (tmp_path / "terms.yaml").write_text(f"area: terms\ntitle: t\nrules:\n  {rule}\n")
    with pytest.raises(InputError) as caught:
        load_checklist(tmp_path)
    [fault] = [one for one in caught.value.faults if "me.licenses" in one.message]
    assert fault.advice == "did you mean `me.licences`?"


@pytest.mark.parametrize(
    ("home", "message"),
    [
        ("CA", "Where you live (CA), a law on record bans non-competes of your profession."),
        ("OH", "The reference tables do not say."),
    ],
)
def test_a_table_without_a_row_is_nobodys_silence(home: str, message: str) -> None:
    paper = "role: physician\nterms: {non_compete: {lasts: 12 months, telehealth: excluded}}\n"
    shown = judged(load_checklist(shipped_checklist()), paper, f"role: physician\nhome_state: {home}")
    [found] = [one for one in shown.findings if one.rule == "licensure/noncompete-at-home"]
    assert (found.message, found.silent) == (message, False)
    assert not [one for one in shown.questions if one.rule == found.rule]
