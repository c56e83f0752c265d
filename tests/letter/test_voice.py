"""What the checklist tells its reader, said by the reader."""

from __future__ import annotations

import re

import pytest

from offercheck.letter.voice import of_my_own
from offercheck.loading import load_checklist

CASES = [
    ("your own policy", "my own policy"),
    ("a fee for each message you handle", "a fee for each message I handle"),
    ("errors of yours that are shown to you", "errors of mine that are shown to me"),
    ("that you are ready", "that I am ready"),
    ("until both of you agree that you are ready", "until both of us agree that I am ready"),
    ("no patient reaches you", "no patient reaches me"),
    ("to buy yourself out", "to buy myself out"),
    ("nothing held against you for illness", "nothing held against me for illness"),
    ("a youth clinic", "a youth clinic"),
]


@pytest.mark.parametrize(("said", "own"), CASES, ids=[row[0] for row in CASES])
def test_turns_round(said: str, own: str) -> None:
    assert of_my_own(said) == own


def test_no_shipped_fallback_keeps_speaking_to_the_reader() -> None:
    """`me` after a word that takes an object; `I` only where a verb of its own follows."""
    told = [of_my_own(rule.fallback) for rule in load_checklist().rules]
    assert not [text for text in told if re.search(r"\byou(r|rs|rself)?\b", text, re.IGNORECASE)]
    assert not [text for text in told if re.search(r"\bI (afterwards|from|for|until|to|in|at)\b|\bI[.,;]|\bI$", text)]
