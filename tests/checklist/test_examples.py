"""Examples laid over the offer that they all share."""

from __future__ import annotations

import pytest

from offercheck.checklist.examples import laid_over, rule_examples, without_examples
from offercheck.checklist.rule import read_rule
from offercheck.reading.fault import Faults
from offercheck.reading.load import read_document
from offercheck.reading.node import Plain, node_of

RULE = """\
id: a
question: a?
impact: low
good: {role: np}
message: {good: a}
why: a
ask: a?
examples:
  good:
    - {role: np}
    - {document: {complete: yes}, role: np, scope: {modalities: [video]}}
  silent: {role: }
"""

LAID = [
    ({}, {"a": "1"}, {"a": "1"}),
    ({"a": "2"}, {"a": "1", "b": "1"}, {"a": "2", "b": "1"}),
    ({"a": {"x": "1"}}, {"a": {"y": "2"}}, {"a": {"y": "2", "x": "1"}}),
    ({"a": {"x": "1"}}, {"a": "2"}, {"a": {"x": "1"}}),
    ({"a": ["1"]}, {"a": ["2"]}, {"a": ["1"]}),
    ({"a": None}, {"a": "2"}, {"a": None}),
]


@pytest.mark.parametrize(("upper", "lower", "result"), LAID)
def test_mappings_are_merged(upper: object, lower: object, result: Plain) -> None:
    assert laid_over(node_of(upper), node_of(lower)).plain() == result


def test_examples_are_offers_with_the_places_of_the_checklist() -> None:
    document = read_document("scope.yaml", RULE.encode())
    rule = read_rule(document.root, "scope", document, Faults())
    assert rule is not None
    examples = rule_examples(rule)
    assert [example.outcome for example in examples] == ["good", "good", "silent"]
    assert [example.document.root.plain() for example in examples] == [
        {"offercheck": "1", "role": "np", "document": {"stage": "contract"}},
        {
            "offercheck": "1",
            "role": "np",
            "document": {"stage": "contract", "complete": "yes"},
            "scope": {"modalities": ["video"]},
        },
        {"offercheck": "1", "role": None, "document": {"stage": "contract"}},
    ]
    second = examples[1].document
    assert (second.name, second.text) == ("scope.yaml", RULE)
    assert isinstance(second.root.content, dict)
    assert [second.root.content[key].line for key in ("offercheck", "role", "scope")] == [11, 11, 11]


CUT = [
    ("a: 1\n", "a: 1\n"),
    ("- a: 1\n  examples:\n    good: {}\n\n    silent: {}\n\n- a: 2\n", "- a: 1\n\n\n\n\n\n- a: 2\n"),
    ("- a: 1\n  examples:\r\n    good: {}\n  b: 2", "- a: 1\n\n\n  b: 2"),
    ("- examples: {good: {}}\n  b: examples:\n   c: 1", "- examples: {good: {}}\n  b: examples:\n   c: 1"),
    ("examples:\nb: 2\n", "\nb: 2\n"),
]


@pytest.mark.parametrize(("text", "rest"), CUT)
def test_examples_can_be_left_out(text: str, rest: str) -> None:
    assert without_examples(text.encode()).decode() == rest
