"""Answers filled into an offer, and the file to fill in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from offercheck.evaluation.evaluate import evaluate
from offercheck.letter.answers import filled_in
from offercheck.letter.letter import letter
from offercheck.loading import load_checklist, load_offer
from offercheck.reading.load import read_document
from offercheck.reading.text import control_in
from offercheck.reports.answers_form import answers_form
from offercheck.reports.offer_yaml import offer_as_yaml

ROOT = Path(__file__).parents[2]
CHECKLIST = load_checklist()
OFFERS = [
    path
    for path in sorted((ROOT / "examples").glob("*.yaml"))
    if path.name != "broken.yaml" and "\noffercheck: 1" in f"\n{path.read_text(encoding='utf-8')}"
]
OFFER = """\
offercheck: 1
document: {stage: offer_letter}
terms: {length: 1 year}
malpractice: {tail_paid_by: clinician}
evidence:
  - {field: malpractice.tail_paid_by, holds: vaguely, says: handled on leaving}
  - {field: terms.length, clause: "2"}
"""
BY_EMAIL = "evidence: [{field: all, source: email}]\n"


def merged(offer: str, answers: str) -> tuple[dict[str, object], list[str]]:
    filled = filled_in(load_offer(offer.encode()), load_offer(f"offercheck: 1\n{answers}".encode()))
    text = offer_as_yaml(filled.offer)
    load_offer(text.encode())
    return dict(filled.offer), filled.fields


def test_an_answer_by_email_is_filled_in_as_one() -> None:
    whole, fields = merged(OFFER, "terms: {exit_without_cause: yes}\n" + BY_EMAIL)
    assert fields == ["terms.exit_without_cause"]
    assert whole["terms"] == {"length": "1 year", "exit_without_cause": "yes"}
    assert {"field": "terms.exit_without_cause", "source": "email"} in whole["evidence"]  # type: ignore[operator]
    assert len(whole["evidence"]) == 3  # type: ignore[arg-type]


def test_an_answer_takes_the_place_of_a_vague_word_and_of_its_evidence() -> None:
    whole, fields = merged(OFFER, "malpractice: {tail_paid_by: clinician}\n")
    assert fields == ["malpractice.tail_paid_by"]
    assert whole["evidence"] == [{"field": "terms.length", "clause": "2"}]


def test_what_the_offer_says_already_is_no_answer() -> None:
    whole, fields = merged(OFFER, "terms: {length: 1 year}\n" + BY_EMAIL)
    assert fields == []
    assert whole["evidence"] == merged(OFFER, "")[0]["evidence"]


def test_a_vague_answer_keeps_its_words() -> None:
    whole, fields = merged(OFFER, "evidence: {field: terms.severance, holds: withheld, says: later}\n")
    assert fields == ["terms.severance"]
    assert {"field": "terms.severance", "holds": "withheld", "says": "later"} in whole["evidence"]  # type: ignore[operator]


def test_an_answer_of_the_paper_is_not_taken_for_one_of_the_email_the_offer_came_by() -> None:
    offer = "offercheck: 1\ndocument: {stage: offer_letter}\n" + BY_EMAIL
    whole, _ = merged(offer, "terms: {exit_without_cause: yes}\n")
    assert {"field": "terms.exit_without_cause", "source": "offer_letter"} in whole["evidence"]  # type: ignore[operator]


@pytest.mark.parametrize("path", OFFERS, ids=lambda path: path.stem)
def test_the_form_as_it_is_written_answers_nothing(path: Path) -> None:
    offer = load_offer(path)
    scorecard = evaluate(offer, CHECKLIST, today="2026-11-24")
    form = answers_form(letter(scorecard, most=40), offer)
    filled = filled_in(offer, load_offer(form.encode()))
    assert filled.fields == []
    again = load_offer(offer_as_yaml(filled.offer).encode())
    assert again.document.root.plain() == offer.document.root.plain()


@pytest.mark.parametrize("path", OFFERS, ids=lambda path: path.stem)
def test_every_field_that_the_letter_asks_for_stands_in_the_form_once(path: Path) -> None:
    offer = load_offer(path)
    written = letter(evaluate(offer, CHECKLIST, today="2026-11-24"), most=400)
    form = answers_form(written, offer)
    for group in written.groups:
        for point in group.points:
            for field in point.fields:
                name = field.rpartition(".")[2]
                assert f"{name}:" in form
    load_offer(form.encode())


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n\t,:#-{}[]'\" \u0085\u2028"))
texts = texts.filter(lambda text: not control_in(text))  # no offer that was read holds one
plain = st.recursive(
    texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts.filter(bool), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(texts.filter(bool), plain, min_size=1, max_size=4))
@example({"0" * 97: []})
def test_what_is_written_reads_back_as_it_was(data: dict[str, object]) -> None:
    document = read_document("x.yaml", offer_as_yaml(data).encode())  # type: ignore[arg-type]
    assert document.root.plain() == data
