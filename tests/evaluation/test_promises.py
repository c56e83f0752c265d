"""What the score promises, held against brute force: every completion of the silent facts of random offers under random
checklists. The checklists use the real offer schema, a handful of fields of every shape."""

from __future__ import annotations

import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.load import load_checklist
from offercheck.checklist.personal import read_profile
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.offer.build import build_offer
from offercheck.reading.load import read_document

DAY = "2026-11-24"


@dataclass(frozen=True)
class Chosen:
    """A field for random offers: the values it may take in full, values that leave something open, and matchers."""

    path: str
    full: tuple[object, ...]
    partial: tuple[object, ...]
    matchers: tuple[object, ...]


FIELDS = (
    Chosen(
        "malpractice.policy_type",
        ("occurrence", "claims_made", "claims_paid"),
        (),
        ("occurrence", ["claims_made", "claims_paid"], {"not": "occurrence"}, {"stated": "yes"}),
    ),
    Chosen(
        "technology.help_for_clinician",
        ("all_hours", "business_hours", "none"),
        (),
        ("all_hours", {"not": ["all_hours", "none"]}),
    ),
    Chosen(
        "productivity.slots_per_hour",
        ("2", "4", "6"),
        ("2-4", "4-6", "up to 4", "4+"),
        ({"at_least": "4"}, {"above": "4"}, {"below": "4"}, {"at_most": "2"}, {"not": {"at_least": "6"}}, "4"),
    ),
    Chosen(
        "scope.modalities",
        (["video"], ["audio"], ["video", "audio"]),
        (),
        (
            {"includes": "video"},
            {"within": ["video"]},
            {"includes_all": ["video", "audio"]},
            {"includes_any": ["audio"]},
        ),
    ),
    Chosen(
        "licensure.patient_states",
        (["TX"], ["TX", "GA"]),
        (["TX", "any_one"],),
        ({"includes": "GA"}, {"within": {"fact": "malpractice.states_covered"}}, {"not": {"within": ["TX"]}}),
    ),
    Chosen("me.years", ("1", "4"), ("1-4",), ({"at_least": "2"}, {"below": "4"}, {"stated": "yes"})),
    Chosen("malpractice.states_covered", (["TX"], ["TX", "GA"]), (["TX", "any_one"],), ({"includes": "GA"},)),
)
BY_PATH = {field.path: field for field in FIELDS}


@st.composite
def leaves(draw: st.DrawFn) -> dict[str, object]:
    field = draw(st.sampled_from(FIELDS))
    return {field.path: draw(st.sampled_from(field.matchers))}


conditions = st.recursive(
    leaves(),
    lambda inner: st.builds(
        lambda word, parts: {word: parts},
        st.sampled_from(["any", "all", "none"]),
        st.lists(inner, min_size=1, max_size=2),
    ),
    max_leaves=3,
)
verdicts = st.fixed_dictionaries(
    {"good": conditions},
    optional={"deal_breaker": conditions, "red_flag": conditions, "caution": conditions, "when": conditions},
)


@st.composite
def rules(draw: st.DrawFn) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for number in range(draw(st.integers(1, 4))):
        chosen = draw(verdicts)
        outcomes = [key for key in chosen if key != "when"]
        rule: dict[str, object] = {
            "id": f"rule-{number}",
            "item": "x",
            "question": "?",
            "impact": draw(st.sampled_from(["critical", "high", "medium", "low"])),
            "message": dict.fromkeys(outcomes, "."),
            "why": ".",
            "ask": "?",
            "fallback": ".",
            "basis": "judgement",
            "sources": ["seed"],
            "examples": {key: {} for key in [*outcomes, "silent"]},
        }
        found.append(rule | chosen)
    return found


def checklist_of(found: list[dict[str, object]]) -> Checklist:
    """A checklist of one area from rules as data."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        header = {"name": "random", "title": "Random", "version": "1", "areas": ["malpractice"],
                  "weights": {"critical": 10, "high": 5, "medium": 2, "low": 1}}  # fmt: skip
        source = {"seed": {"title": "Nothing", "as_of": "2026-01-01", "strength": "weak"}}
        (home / "checklist.yaml").write_text(json.dumps(header))
        (home / "sources.yaml").write_text(json.dumps(source))
        (home / "malpractice.yaml").write_text(json.dumps({"area": "malpractice", "title": "Random", "rules": found}))
        return load_checklist(home)


Given = dict[str, tuple[object, str]]
"""Of each field that the paper speaks of, the value and the place where it is written."""


@st.composite
def givens(draw: st.DrawFn) -> Given:
    stated: Given = {}
    for field in FIELDS:
        if draw(st.booleans()):
            value = draw(st.sampled_from([*field.full, *field.partial]))
            stated[field.path] = (value, draw(st.sampled_from(["contract", "contract", "email"])))
    return stated


def judged(given_fields: Given, checklist: Checklist) -> Scorecard:
    data: dict[str, object] = {"offercheck": 1, "document": {"stage": "contract"}}
    evidence = []
    me: dict[str, object] = {"offercheck_me": 1, "deal_breakers": ["malpractice/rule-0"] if harsh(checklist) else []}
    for path, (value, source) in given_fields.items():
        area, name = path.split(".")
        if area == "me":
            me[name] = value
            continue
        inner = data.setdefault(area, {})
        assert isinstance(inner, dict)
        inner[name] = value
        evidence.append({"field": path, "source": source})
    data["evidence"] = evidence
    offer = build_offer(read_document("random.json", json.dumps(data).encode()))
    profile = read_profile(read_document("me.json", json.dumps(me).encode()), checklist)
    return evaluate(offer, checklist, today=DAY, profile=profile)


def harsh(checklist: Checklist) -> bool:
    """Whether the reader makes the first rule's red flag a deal-breaker: wherever it can give one."""
    return any(name == "red_flag" for name, _ in checklist.rules[0].verdicts)


NUMBERS = {"1-4": ("1", "4"), "2-4": ("2", "4"), "4-6": ("4", "6"), "up to 4": ("2", "4"), "4+": ("4", "6")}


def completions(given_fields: Given, read: str = "") -> list[Given]:
    """Every way to settle what is silent, ranged, open-ended, or stands only in an email.

    With `read`, the rules as text, a field that none of them names is settled in one way: no result hangs on it.
    """
    choices: list[list[tuple[object, str]]] = []
    for field in FIELDS:
        value, _ = given_fields.get(field.path, (None, ""))
        options: tuple[object, ...]
        if value is None:
            options = field.full
        elif isinstance(value, list) and "any_one" in value:
            options = (["TX"], ["TX", "GA"])
        else:
            options = NUMBERS.get(str(value), (value,))
        ways = options if not read or field.path in read else options[:1]
        choices.append([(option, "contract") for option in ways])
    return [dict(zip(BY_PATH, combination, strict=True)) for combination in itertools.product(*choices)]


def answers(given_fields: Given, fields: list[str]) -> list[Given]:
    """Every way to answer one question: its fields settled, firmly, each to a value that fits what was said."""
    found = []
    seen = set()
    for completion in completions(given_fields):
        answered = given_fields | {path: completion[path] for path in fields if path in completion}
        key = json.dumps(answered, sort_keys=True)
        if key not in seen:
            seen.add(key)
            found.append(answered)
    return found


WORSE = ("walk_away", "renegotiate")


@settings(max_examples=120)
@given(rules(), givens())
def test_every_completion_scores_within_the_interval(found: list[dict[str, object]], stated: Given) -> None:
    checklist = checklist_of(found)
    before = judged(stated, checklist)
    if before.score is None:
        return
    for completion in completions(stated, json.dumps(found)):
        after = judged(completion, checklist)
        if after.score is not None:
            assert before.score.low <= after.score.low
            assert after.score.high <= before.score.high
            assert after.score.low <= after.score.high


@settings(max_examples=120)
@given(rules(), givens())
def test_an_answer_only_narrows_and_within_its_points(found: list[dict[str, object]], stated: Given) -> None:
    checklist = checklist_of(found)
    before = judged(stated, checklist)
    for question in before.questions:
        for answered in answers(stated, question.fields):
            after = judged(answered, checklist)
            if before.verdict == "walk_away":
                assert after.verdict == "walk_away"
            if before.verdict == "renegotiate":
                assert after.verdict in WORSE
            if before.score is None or after.score is None:
                continue
            assert 0 <= after.score.low - before.score.low <= question.up
            assert 0 <= before.score.high - after.score.high <= question.down
            assert after.score.answered >= before.score.answered


@settings(max_examples=150)
@given(rules(), givens())
def test_no_field_is_asked_twice(found: list[dict[str, object]], stated: Given) -> None:
    asked = [path for question in judged(stated, checklist_of(found)).questions for path in question.fields]
    assert len(asked) == len(set(asked))


@settings(max_examples=150)
@given(rules(), st.lists(givens(), min_size=2, max_size=2))
def test_where_none_is_judged_worse_no_end_is_lower(found: list[dict[str, object]], pair: list[Given]) -> None:
    checklist = checklist_of(found)
    first, second = (judged(one, checklist) for one in pair)
    if first.score is None or second.score is None:
        return
    order = ["deal_breaker", "red_flag", "caution", "good"]
    for before, after in zip(first.findings, second.findings, strict=True):
        if not (before.decided and after.decided):
            return
        if order.index(after.possible[0]) < order.index(before.possible[0]):
            return
    assert second.score.low >= first.score.low
    assert second.score.high >= first.score.high
