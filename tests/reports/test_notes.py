"""The last lines of a scorecard."""

from __future__ import annotations

from dataclasses import replace

import pytest

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Overdue, Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.reports.notes import notes

SCORECARD = evaluate(load_offer(b"offercheck: 1\nrole: np\n"), load_checklist(), today="2026-01-01")
PLAIN = replace(SCORECARD, unread=[], set_aside=[], overdue=[])

CASES = [
    (PLAIN, []),
    (
        replace(PLAIN, offer=replace(PLAIN.offer, role=None)),
        ["No role is named: fill in role, care and compensation.pay first, as most of the rest hangs on them."],
    ),
    (replace(PLAIN, set_aside=["a/b"]), ["1 rule needs your profile (--me) and was set aside."]),
    (replace(PLAIN, set_aside=["a/b", "a/c"]), ["2 rules need your profile (--me) and were set aside."]),
    (
        replace(PLAIN, produced_by=replace(PLAIN.produced_by, profile="me.yaml")),
        ["Judged for the reader that me.yaml describes."],
    ),
    (replace(PLAIN, overdue=[Overdue("a/b", "2025-01-01", "2025-06-01")]), ["1 rule is due for review: a/b."]),
    (
        replace(PLAIN, unread=["terms.length", "terms.law", "growth.roles"]),
        ["Not judged by this checklist: 3 fields of terms, growth (--checklist names others)."],
    ),
]


@pytest.mark.parametrize(
    ("scorecard", "lines"), CASES, ids=["nothing", "role", "one", "two", "profile", "overdue", "unread"]
)
def test_says_only_what_there_is_to_say(scorecard: Scorecard, lines: list[str]) -> None:
    assert list(notes(scorecard)) == lines
