"""Read without places, JSON is what it is with them; whatever is refused with them is refused without."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.reading.fault import Faults
from offercheck.reading.json_unplaced import unplaced_json
from offercheck.reading.json_walk import walk_json
from offercheck.reading.node import Node

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def unplaced(node: Node) -> object:
    """All that a tree says but for the places."""
    content = node.content
    if isinstance(content, list):
        return [unplaced(item) for item in content]
    if isinstance(content, dict):
        return {key: (item.key, unplaced(item)) for key, item in content.items()}
    return content, node.quoted


@given(VALUES)
def test_the_tree_is_that_of_the_walk(value: object) -> None:
    text = json.dumps(value, ensure_ascii=False)
    faults = Faults()
    walked, found = walk_json(text, faults), unplaced_json(text)
    assert (found is None) == (walked is None or bool(faults))
    if found is not None:
        assert walked is not None
        assert unplaced(found) == unplaced(walked)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a": NaN}',
        '{"a": -Infinity}',
        '{"a": "\\u001b[31m"}',
        '{"\\u202e": 1}',
        '{"a": "\\ud800"}',
        '{"a": 1,}',
        '{"a": 1} x',
        '{"a": [1',
        '{"a": 01}',
        '{"a": "b\tc"}',
        "",
        "[" * 33 + "]" * 33,
        '{"a":' * 40_000 + "1" + "}" * 40_000,
    ],
)
def test_what_the_walk_refuses_has_no_tree(text: str) -> None:
    faults = Faults()
    walk_json(text, faults)
    assert faults
    assert unplaced_json(text) is None


@pytest.mark.parametrize(
    "text", ['{"a": 1e3, "b": -0, "c": 1.50}', "[" * 32 + "]" * 32, ' \n{"a": {}, "b": []}\t', "null"]
)
def test_numbers_stay_as_typed_and_the_depth_is_the_same(text: str) -> None:
    faults = Faults()
    walked, found = walk_json(text, faults), unplaced_json(text)
    assert walked is not None
    assert found is not None
    assert not faults
    assert unplaced(found) == unplaced(walked)
