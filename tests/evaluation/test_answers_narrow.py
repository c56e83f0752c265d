"""What `ask` announces, held over every shipped rule: an answer to one question never widens the interval, and moves it
by no more than its points. The offers and the answers are made of what shipped examples and rules' own examples say."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offercheck.checklist.personal import read_profile
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Question, Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.offer.build import build_offer
from offercheck.offer.evidence import UNSOURCED
from offercheck.offer.schema import FIELDS
from offercheck.offer.template import EXAMPLES as TEMPLATE
from offercheck.profile.profile import Profile
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document
from offercheck.reading.node import Document, Plain, node_of

CHECKLIST = load_checklist()
DAY = "2026-11-24"
EXAMPLES = Path(__file__).parents[2] / "examples"
OFFERS = [path for path in sorted(EXAMPLES.glob("*.yaml")) if path.name != "broken.yaml"]
Given = dict[str, tuple[Plain, str]]
"""Of each field that the paper speaks of, the value and the place where it is written."""


def said_in(whole: Plain) -> Iterator[tuple[str, Plain]]:
    """The fields of an offer as plain data, with their values."""
    for key, value in whole.items() if isinstance(whole, dict) else ():
        if key in FIELDS:
            yield key, value
        elif isinstance(value, dict):
            yield from ((f"{key}.{name}", item) for name, item in value.items() if f"{key}.{name}" in FIELDS)


def values_by_field() -> dict[str, list[Plain]]:
    """Every value that an example gives a field, the example beside its name in the template among them."""
    wholes = [node.plain() for rule in CHECKLIST.rules for node in rule.examples.values()]
    wholes += [load_offer(path).document.root.plain() for path in OFFERS]
    found: dict[str, list[Plain]] = {}
    for whole in wholes:
        for path, value in said_in(whole):
            if value is not None and value not in found.setdefault(path, []):
                found[path].append(value)
    for path, field in FIELDS.items():
        example = f"value: {TEMPLATE.get(path, field.type.example)}"
        root = read_document("example.yaml", example.encode()).root.plain()
        assert isinstance(root, dict)
        found.setdefault(path, [root["value"]])
    return found


VALUES = values_by_field()
ASKED = sorted(path for path in VALUES if path.partition(".")[0] not in UNSOURCED and path != "title")


def judged(stated: Given, stage: str, me: Profile | None = None) -> Scorecard | None:
    """The scorecard; None where two values contradict each other: what contradicts a paper is another paper."""
    data: dict[str, object] = {"offercheck": "1", "document": {"stage": stage}}
    evidence = []
    for path, (value, source) in stated.items():
        area, _, name = path.rpartition(".")
        inner = data.setdefault(area, {}) if area else data
        assert isinstance(inner, dict)
        inner[name] = value
        if path.partition(".")[0] not in UNSOURCED:
            evidence.append({"field": path, "source": source})
    data["evidence"] = evidence
    try:
        offer = build_offer(Document("generated", "", node_of(data), ""))
    except InputError:
        return None
    return evaluate(offer, CHECKLIST, today=DAY, profile=me)


READER = read_profile(read_document("me.yaml", (EXAMPLES / "three-offers" / "me.yaml").read_bytes()), CHECKLIST)
"""A physician who has filled in every field of a profile."""
COMPLETE = "document.complete"


def check_narrowed(before: Scorecard, after: Scorecard | None, question: Question, *, answers_all: bool) -> None:
    """That all of a contract was read answers for every clause that it does not have, which is more than its question
    announces: it narrows too, but no points bound it (docs/scoring.md says so)."""
    if after is None or before.score is None or after.score is None:
        return
    assert 0 <= after.score.low - before.score.low <= (100 if answers_all else question.up)
    assert 0 <= before.score.high - after.score.high <= (100 if answers_all else question.down)
    assert after.score.answered >= before.score.answered


def _answers_all(answers: Given) -> bool:
    return COMPLETE in answers and str(answers[COMPLETE][0]).lower() == "yes"


@st.composite
def givens(draw: st.DrawFn) -> Given:
    stated: Given = {}
    for path in draw(st.sets(st.sampled_from(ASKED), max_size=25)) | {"role"}:
        stated[path] = (draw(st.sampled_from(VALUES[path])), draw(st.sampled_from(["contract", "contract", "email"])))
    return stated


@settings(max_examples=40, deadline=None)
@given(givens(), st.sampled_from(["contract", "offer_letter", "job_ad"]), st.sampled_from([None, READER]), st.data())
def test_any_answer_narrows_within_its_points(
    stated: Given, stage: str, me: Profile | None, data: st.DataObject
) -> None:
    before = judged(stated, stage, me)
    assume(before is not None and before.questions)
    assert before is not None
    for question in data.draw(st.lists(st.sampled_from(before.questions), min_size=1, max_size=3)):
        answered = dict(stated)
        for path in question.fields:
            if path in stated:
                answered[path] = (stated[path][0], "contract")
            else:
                answered[path] = (data.draw(st.sampled_from(VALUES[path])), "contract")
        check_narrowed(before, judged(answered, stage, me), question, answers_all=_answers_all(answered))


def test_every_question_of_a_silent_paper() -> None:
    """Nothing is said, so that nearly every rule is open, and its question is asked."""
    stated: Given = {"role": ("physician", "contract")}
    before = judged(stated, "contract")
    assert before is not None
    chance = random.Random(7)  # noqa: S311  # the same answers every time
    for question in before.questions:
        answers: Given = {path: (chance.choice(VALUES[path]), "contract") for path in question.fields}
        after = judged(stated | answers, "contract")
        check_narrowed(before, after, question, answers_all=_answers_all(answers))


@pytest.mark.parametrize("answer", ["no", "partly", "yes"])
@pytest.mark.parametrize("path", OFFERS, ids=lambda path: path.stem)
def test_whether_all_was_read_narrows_every_shipped_offer(path: Path, answer: str) -> None:
    whole = load_offer(path).document.root.plain()
    assert isinstance(whole, dict)
    cards = []
    for said in ({}, {"complete": answer}):
        document = {key: value for key, value in dict(whole.get("document") or {}).items() if key != "complete"}
        data = {**whole, "document": {**document, **said}}
        try:
            offer = build_offer(Document("generated", "", node_of(data), ""))
        except InputError:
            return  # it says what a complete contract cannot say
        cards.append(evaluate(offer, CHECKLIST, today=DAY))
    for question in cards[0].questions:
        if COMPLETE in question.fields:
            check_narrowed(*cards, question, answers_all=answer == "yes")
    assert cards[0].score
    assert cards[1].score
    assert cards[0].score.low <= cards[1].score.low <= cards[1].score.high <= cards[0].score.high
