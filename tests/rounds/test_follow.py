"""A negotiation followed: gives, take-backs, silences, and places that bind less."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from offercheck.checklist.waivers import Waiver
from offercheck.loading import load_checklist, load_offer, load_profile
from offercheck.offer.offer import Offer
from offercheck.reports import ROUNDS_FORMATS, render_rounds
from offercheck.reports.report import Options
from offercheck.reports.terminal_rounds import render
from offercheck.rounds.follow import follow
from offercheck.rounds.rounds import Rounds, Step
from offercheck.rounds.terms import term_changes

EXAMPLES = Path(__file__).parents[2] / "examples"
ROUNDS = sorted((EXAMPLES / "rounds").glob("*.yaml"))
CHECKLIST = load_checklist()
DAY = "2026-11-24"


def followed(*offers: Offer, asked: int = 10) -> Rounds:
    return follow(offers, CHECKLIST, today=DAY, asked=asked)


def moved(step: Step, move: str) -> list[str]:
    return [one.rule for one in step.rules if one.move == move]


@pytest.fixture(scope="module")
def example() -> Rounds:
    return followed(*map(load_offer, ROUNDS))


def test_the_second_round_gives(example: Rounds) -> None:
    step = example.steps[0]
    assert moved(step, "given") == ["malpractice/tail-payer", "no_show/missed-visit-pay"]
    assert moved(step, "taken_back") == []
    assert "terms/exit-right" in moved(step, "answered_well")


def test_the_third_takes_back_and_names_the_round_that_gave(example: Rounds) -> None:
    step = example.steps[1]
    back = {one.rule: one for one in step.rules if one.move == "taken_back"}
    assert back["no_show/missed-visit-pay"].given_in == 1
    assert [one.field for one in step.terms if one.standing == "weaker"] == ["terms.notice_from_employer"]
    assert [one.field for one in step.terms if one.standing == "firmer"] == ["compliance.same_pay_without_prescription"]


def test_what_is_passed_over_twice_is_counted_from_the_first_time(example: Rounds) -> None:
    first, second = example.steps
    assert {one.since for one in first.unanswered} == {0}
    assert {one.rule for one in first.unanswered} <= {one.rule for one in second.unanswered if one.since == 0}


def test_order_and_spelling_are_no_change(example: Rounds) -> None:
    changed = {one.field for one in example.steps[0].terms}
    assert changed.isdisjoint(
        {"care", "scope.modalities", "licensure.patient_states", "compensation.pay", "terms.length"}
    )


def test_a_move_without_a_changed_term_is_the_papers_own(example: Rounds) -> None:
    for step in example.steps:
        for one in step.rules:
            assert (one.move == "shifted") == (not one.fields)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_same_paper_twice_changes_nothing(path: Path) -> None:
    if path.name == "broken.yaml":
        return
    offer = load_offer(path)
    [step] = followed(offer, offer).steps
    assert step.terms == step.rules == []
    assert len(step.unanswered) <= 10


HEAD = "offercheck: 1\nrole: physician\ndocument: {stage: contract}\n"
TERMS = [
    ("terms: {length: 1 year}", "terms: {length: 12 months}", None),
    ("terms: {length: 1 year}", "terms: {length: 2 years}", (["1 year"], ["2 years"])),
    ("licensure: {patient_states: [TX, FL]}", "licensure: {patient_states: [Florida, GA]}", (["TX"], ["GA"])),
    ("compensation: {pay: $40/hour}", "compensation: {pay: [{per: hour, amount: 40}]}", None),
    (
        "compensation: {pay: [{per: visit, amount: 40}, {per: message, amount: 5}]}",
        "compensation: {pay: [{per: message, amount: 4}, {per: visit, amount: $40}]}",
        (["per message, amount 5"], ["per message, amount 4"]),
    ),
    ("terms: {length: 1 year}", "terms: {}", (["1 year"], [])),
    ("scope: {modalities: [video]}", "scope: {modalities: [video, audio]}", ([], ["audio"])),
]


@pytest.mark.parametrize(("old", "new", "change"), TERMS, ids=[f"{old} - {new}" for old, new, _ in TERMS])
def test_terms(old: str, new: str, change: tuple[list[str], list[str]] | None) -> None:
    found = term_changes(load_offer(f"{HEAD}{old}\n".encode()), load_offer(f"{HEAD}{new}\n".encode()))
    assert [(one.before, one.after) for one in found] == ([] if change is None else [change])


def test_a_complete_contract_takes_a_clause_away_by_not_having_it() -> None:
    old = load_offer((HEAD + "terms: {non_compete: {lasts: 2 years}}\n").encode())
    new = load_offer(b"offercheck: 1\nrole: physician\ndocument: {stage: contract, complete: yes}\n")
    [found] = [one for one in term_changes(old, new) if one.field == "terms.non_compete"]
    assert found.after == ["no such clause"]


def test_a_vague_word_is_no_answer() -> None:
    vague = "evidence: [{field: terms.exit_without_cause, holds: vaguely, says: we are fair people}]\n"
    old, new = load_offer(HEAD.encode()), load_offer((HEAD + vague).encode())
    [step] = followed(old, new, asked=400).steps
    assert "terms.exit_without_cause" in {field for one in step.unanswered for field in one.fields}


def test_an_answered_question_is_not_unanswered() -> None:
    old, new = load_offer(HEAD.encode()), load_offer((HEAD + "terms: {exit_without_cause: no}\n").encode())
    [step] = followed(old, new, asked=400).steps
    assert "terms.exit_without_cause" not in {field for one in step.unanswered for field in one.fields}


BREAKS = "licensure: {patient_states: [TX, GA]}\nmalpractice: {paid_by: employer, states_covered: [TX]}\n"
HOLDS = "licensure: {patient_states: [TX, GA]}\nmalpractice: {paid_by: employer, states_covered: [TX, GA]}\n"
TAIL = "malpractice: {paid_by: employer, policy_type: claims_made, tail_paid_by: "
BY_EMAIL = "evidence: [{field: malpractice.tail_paid_by, source: email}]\n"
MOVES = [
    (f"{TAIL}clinician}}\n", f"{TAIL}employer}}\n", "given"),
    (f"{TAIL}clinician}}\n", f"{TAIL}employer}}\n{BY_EMAIL}", "given"),
    (f"{TAIL}clinician}}\n", "malpractice: {paid_by: employer, policy_type: claims_made}\n", "opened"),
    (f"{TAIL}employer}}\n", f"{TAIL}clinician}}\n", "taken_back"),
    (f"{TAIL}employer}}\n", "malpractice: {paid_by: employer, policy_type: claims_made}\n", "taken_back"),
    ("malpractice: {paid_by: employer, policy_type: claims_made}\n", f"{TAIL}employer}}\n", "answered_well"),
    ("malpractice: {paid_by: employer, policy_type: claims_made}\n", f"{TAIL}clinician}}\n", "answered_badly"),
    (BREAKS, HOLDS, "given"),
    (BREAKS, "licensure: {patient_states: [TX, GA]}\nmalpractice: {paid_by: employer}\n", "opened"),
]


@pytest.mark.parametrize(("old", "new", "move"), MOVES, ids=[f"{old} - {new}" for old, new, _ in MOVES])
def test_moves(old: str, new: str, move: str) -> None:
    [step] = followed(*(load_offer((HEAD + text).encode()) for text in (old, new))).steps
    rule = "malpractice/states-insured" if "states" in old else "malpractice/tail-payer"
    assert [one.move for one in step.rules if one.rule == rule] == [move]


DATED = [
    ("2026-08-03", "2026-08-17", False),
    ("2026-08-17", "2026-08-17", False),
    ("2026-08-17", "2026-08-03", True),
    ("2026-08-17", None, False),
]


@pytest.mark.parametrize(("first", "second", "told"), DATED)
def test_papers_in_the_wrong_order_are_told(first: str | None, second: str | None, *, told: bool) -> None:
    texts = [
        f"offercheck: 1\ndocument: {{stage: contract{f', dated: {day}' if day else ''}}}\n" for day in (first, second)
    ]
    found = followed(*(load_offer(text.encode()) for text in texts))
    assert [paper.dated for paper in found.papers] == [first, second]
    for form in ("terminal", "markdown"):
        text = render_rounds(form, found, Options())
        assert ("Round 2 is dated 2026-08-03, before round 1" in text) == told


def test_a_profile_counts() -> None:
    me = load_profile(b"offercheck_me: 1\nrole: physician\n", CHECKLIST)
    offer = load_offer(HEAD.encode())
    found = follow([offer, offer], CHECKLIST, today=DAY, profile=me)
    assert found.set_aside == []
    assert found.produced_by.profile == "me"


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("unfold", [False, True])
def test_lines_keep_to_the_width(example: Rounds, width: int, *, unfold: bool) -> None:
    text = render(example, Options(width=width, unfold=unfold, ascii=True))
    assert max(map(len, text.splitlines())) <= width
    assert text.isascii()
    assert "(given in round 2)" in " ".join(text.split())


def test_a_waiver_hides_no_move_and_is_named() -> None:
    papers = [load_offer((HEAD + text).encode()) for text in (HOLDS, BREAKS)]
    accepted = [Waiver("malpractice/states-insured", "deal_breaker", "my own policy", "2027-01-01")]
    plain, waived = (follow(papers, CHECKLIST, today=DAY, waivers=given) for given in ([], accepted))
    assert [one.verdict for one in plain.papers][1] == "walk_away"
    assert [one.verdict for one in waived.papers][1] != "walk_away"
    [before], [after] = plain.steps, waived.steps
    assert [replace(one, waived=False) for one in after.rules] == before.rules
    [shown] = [one for one in after.rules if one.waived]
    assert (shown.rule, shown.move, shown.after) == ("malpractice/states-insured", "taken_back", "deal_breaker")
    assert [[one.state for one in paper.waivers] for paper in waived.papers] == [["unused"], ["used"]]
    for form in ("terminal", "markdown"):
        text = " ".join(render_rounds(form, waived, Options(width=200)).split())
        assert "good → deal-breaker (waived)" in text
        assert "malpractice/states-insured in round 2 (deal-breaker, else 39 at most): my own policy" in text


GOLDEN = Path(__file__).parents[1] / "reports" / "golden"


def test_markdown_is_as_stored() -> None:
    papers = [load_offer((GOLDEN / name).read_bytes(), name=name) for name in ("offer.yaml", "few-states.yaml")]
    found = follow(papers, load_checklist(GOLDEN / "checklist"), today=DAY)
    stored, drawn = GOLDEN / "rounds.md", render_rounds("markdown", found, Options())
    if not stored.exists():
        stored.write_text(drawn, encoding="utf-8")
        pytest.fail(f"{stored.name} was written: read it, and keep it")
    assert drawn == stored.read_text(encoding="utf-8")


HOSTILE = "=1+1 <b>x</b> [y](http://z) @all |"


def test_words_of_a_paper_are_no_markup() -> None:
    text = json.dumps(HOSTILE)
    clause = f"terms: {{length: 1 year}}\nevidence: [{{field: terms.length, clause: {text}}}]\n"
    old, new = (load_offer((HEAD + more).encode(), name=f"{HOSTILE}\x1b[31m.yaml") for more in ("", clause))
    found = followed(old, new)
    for form in ROUNDS_FORMATS:
        drawn = render_rounds(form, found, Options())
        assert "\x1b" not in drawn
        if form == "markdown":
            shown = MarkdownIt().enable("table").render(drawn)
            assert not re.search(r"<b>|<a |<h\d>x", shown)
            assert shown.count("<tr>") == 3
