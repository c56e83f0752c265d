"""The letter: what goes into it, and what stays with the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.checklist.waivers import Waiver
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.letter.letter import Letter, letter
from offercheck.loading import load_checklist, load_offer, load_profile
from offercheck.reports.letter_markdown import letter_as_markdown
from offercheck.reports.letter_text import letter_as_text, stakes_as_text

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(path for path in (ROOT / "examples").glob("*.yaml") if path.name != "broken.yaml")
CHECKLIST = load_checklist()


def offers() -> list[Path]:
    return [path for path in EXAMPLES if path.read_text(encoding="utf-8").find("\noffercheck: 1") >= 0]


def card(path: Path) -> Scorecard:
    return evaluate(load_offer(path), CHECKLIST, today="2026-11-24")


def flat(written: Letter) -> str:
    """The letter as one line."""
    return " ".join(letter_as_text(written, 80).split())


def points_of(written: Letter) -> list[tuple[int, str]]:
    return [(point.number, point.rule) for group in written.groups for point in group.points]


@pytest.mark.parametrize("path", offers(), ids=lambda path: path.stem)
def test_asks_the_questions_worth_most_and_counts_the_others(path: Path) -> None:
    scorecard = card(path)
    written = letter(scorecard, most=4)
    worth = [one.rule for one in scorecard.questions if one.to == "employer"]
    asked = points_of(written)
    assert {rule for _, rule in asked} == set(worth[:4])
    assert [number for number, _ in asked] == list(range(1, len(asked) + 1))
    assert written.further == len(worth) - len(asked)
    titles = {row.area: row.title for row in scorecard.areas}
    for group in written.groups:
        assert group.title == titles[group.area]
        assert all(point.rule.startswith(f"{group.area}/") for point in group.points)


@pytest.mark.parametrize("path", offers(), ids=lambda path: path.stem)
def test_stakes_and_reasons_stay_out_of_the_letter(path: Path) -> None:
    scorecard = card(path)
    written = letter(scorecard)
    for text in (flat(written), letter_as_markdown(written)):
        assert "low end" not in text
        assert "deal-breaker" not in text
        assert "red flag" not in text
        assert "settle for" not in text
        assert not [one.rule for one in scorecard.findings if one.rule in text]
        assert not [one.rule for one in written.requests if one.why in text]


def test_fallbacks_are_told_only_where_it_is_wished() -> None:
    scorecard = card(ROOT / "examples" / "northstar-urgent-care.yaml")
    told = flat(letter(scorecard, mentions_fallbacks=True))
    assert "I could settle for half the fee for a missed visit" in told
    assert "no patient reaches me from a state" in told
    kept = letter(scorecard)
    assert "half the fee" not in flat(kept)
    assert "Settle for: half the fee" in stakes_as_text(kept, 4000)


def test_the_deal_breaker_comes_first_with_the_words_of_the_offer() -> None:
    written = letter(card(ROOT / "examples" / "northstar-urgent-care.yaml"))
    first = written.requests[0]
    assert (first.rule, first.outcome) == ("malpractice/states-insured", "deal_breaker")
    assert "states covered: TX, FL" in first.terms
    assert "role: physician" not in first.terms


def test_what_the_reader_accepts_is_not_talked_about() -> None:
    accepted = [Waiver("malpractice/states-insured", "deal_breaker", "my own policy", "2027-01-01")]
    offer = load_offer(ROOT / "examples" / "northstar-urgent-care.yaml")
    written = letter(evaluate(offer, CHECKLIST, today="2026-11-24", waivers=accepted))
    assert [one.rule for one in written.requests] == ["no_show/missed-visit-pay"]


def test_each_waiver_is_told_beside_the_letter_and_not_in_it() -> None:
    accepted = [
        Waiver("malpractice/states-insured", "deal_breaker", "my own policy", "2027-01-01"),
        Waiver("terms/telemedicine-ban", "red_flag", "never mind", "2027-01-01"),
        Waiver("malpractice/limits", "red_flag", "once", "2026-01-01"),
    ]
    offer = load_offer(ROOT / "examples" / "northstar-urgent-care.yaml")
    written = letter(evaluate(offer, CHECKLIST, today="2026-11-24", waivers=accepted))
    assert [one.state for one in written.waivers] == ["used", "unused", "expired"]
    told = stakes_as_text(written, 4000)
    for words in (
        "Waived until 2027-01-01: malpractice/states-insured (deal-breaker): my own policy",
        "is not used",
        "ended",
    ):
        assert words in told
    for text in (flat(written), letter_as_markdown(written)):
        assert "waive" not in text.lower()
        assert "my own policy" not in text


def test_terms_that_stand_behind_several_flags_are_quoted_once() -> None:
    written = letter(card(ROOT / "examples" / "telepsychiatry-hourly.yaml"))
    text = flat(written)
    assert text.count("lasts 12 months") == 1
    assert "As I read it: patient states: MN, WI, IA; the terms under 12. What" in text
    assert "As I read it: the terms under 12. What" in text


def test_what_is_the_readers_own_to_say_is_not_asked_of_the_employer() -> None:
    me = load_profile(b"offercheck_me: 1\n", CHECKLIST)
    offer = load_offer(ROOT / "examples" / "job-advert.yaml")
    scorecard = evaluate(offer, CHECKLIST, today="2026-11-24", profile=me)
    mine = [one.ask for one in scorecard.questions if one.to == "reader"]
    written = letter(scorecard, most=500)
    assert mine
    assert written.mine == mine
    assert not [ask for ask in mine if ask in flat(written)]
    assert mine[0] in stakes_as_text(written, 4000)


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    written = letter(card(ROOT / "examples" / "northstar-urgent-care.yaml"), most=50)
    subject, *lines = letter_as_text(written, width).splitlines()
    assert subject.startswith("Subject: ")  # a header of mail, never broken
    assert max(map(len, lines)) <= min(width, 78)


HOSTILE = """\
offercheck: 1
title: "<b>*Job*</b> ::error::x"
employer: "[link](http://a.b) @all"
role: physician
document: {stage: contract}
licensure: {patient_states: [TX, GA]}
malpractice: {paid_by: employer, states_covered: [TX]}
"""


def test_words_of_an_offer_are_no_markup() -> None:
    scorecard = evaluate(load_offer(HOSTILE.encode()), CHECKLIST, today="2026-11-24")
    text = letter_as_markdown(letter(scorecard))
    assert "<b>" not in text
    assert "[link](" not in text
    assert "@all" not in text


def test_an_offer_that_answers_everything_is_thanked_for() -> None:
    scorecard = card(ROOT / "examples" / "health-system-w2.yaml")
    scorecard.questions, scorecard.findings = [], []
    text = letter_as_text(letter(scorecard), 80)
    assert "It answers everything" in text
    assert "Kind regards," in text
    assert stakes_as_text(letter(scorecard), 80) == ""
