"""What `ask` announces, held over every shipped rule: an answer to one question never widens the interval, and moves it
by no more than its points. The offers and the answers are made of what shipped examples and rules' own examples say."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Question, Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.offer.build import build_offer
from offercheck.offer.evidence import UNSOURCED
from offercheck.offer.schema import FIELDS
from offercheck.offer.template import EXAMPLES as TEMPLATE
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document
from offercheck.reading.node import Document, Plain, node_of

CHECKLIST = load_checklist()
DAY = "2026-11-24"
EXAMPLES = Path(__file__).parents[2] / "examples"
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
    shipped = [path for path in sorted(EXAMPLES.glob("*.yaml")) if path.name != "broken.yaml"]
    wholes += [load_offer(path).document.root.plain() for path in shipped]
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


def judged(stated: Given, stage: str) -> Scorecard | None:
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
    return evaluate(offer, CHECKLIST, today=DAY)


def check_narrowed(before: Scorecard, after: Scorecard | None, question: Question) -> None:
    if after is None or before.score is None or after.score is None:
        return
    assert 0 <= after.score.low - before.score.low <= question.up
    assert 0 <= before.score.high - after.score.high <= question.down
    assert after.score.answered >= before.score.answered


def _of_terms(question: Question) -> list[str]:
    """What a question asks of terms. That a contract was read completely answers for every clause that it does not
    have: it makes another paper of it."""
    return [path for path in question.fields if not path.startswith("document.")]


@st.composite
def givens(draw: st.DrawFn) -> Given:
    stated: Given = {}
    for path in draw(st.sets(st.sampled_from(ASKED), max_size=25)) | {"role"}:
        stated[path] = (draw(st.sampled_from(VALUES[path])), draw(st.sampled_from(["contract", "contract", "email"])))
    return stated


@settings(max_examples=40, deadline=None)
@given(givens(), st.sampled_from(["contract", "offer_letter", "job_ad"]), st.data())
def test_any_answer_narrows_within_its_points(stated: Given, stage: str, data: st.DataObject) -> None:
    before = judged(stated, stage)
    assume(before is not None and before.questions)
    assert before is not None
    for question in data.draw(st.lists(st.sampled_from(before.questions), min_size=1, max_size=3)):
        answered = dict(stated)
        for path in _of_terms(question):
            if path in stated:
                answered[path] = (stated[path][0], "contract")
            else:
                answered[path] = (data.draw(st.sampled_from(VALUES[path])), "contract")
        check_narrowed(before, judged(answered, stage), question)


def test_every_question_of_a_silent_paper() -> None:
    """Nothing is said, so that nearly every rule is open, and its question is asked."""
    stated: Given = {"role": ("physician", "contract")}
    before = judged(stated, "contract")
    assert before is not None
    chance = random.Random(7)  # noqa: S311  # the same answers every time
    for question in before.questions:
        answers: Given = {path: (chance.choice(VALUES[path]), "contract") for path in _of_terms(question)}
        check_narrowed(before, judged(stated | answers, "contract"), question)
