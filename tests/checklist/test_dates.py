"""The dates of a rule as they are typed."""

from __future__ import annotations

import pytest

from offercheck.checklist.rule import read_rule
from offercheck.reading.fault import Faults
from offercheck.reading.load import read_document

RULE = """\
id: limits
question: Are the limits high enough?
impact: high
good: {malpractice.limits.per_claim: {at_least: $1M}}
message: {good: They are.}
why: You owe the rest.
ask: What are the limits?
examples: {good: {malpractice: {limits: $1M/$3M}}, silent: {}}
"""

REFUSED = [
    ("as_of: November 2026", "`November 2026` is no date"),
    ("valid_until: 2026-13-01", "`2026-13-01` is no date"),
    ("valid_until: [2026-12-01]", "is no date"),
    ("review_by: 2026-12-01", "a rule with `review_by` says when it was checked"),
    ("as_of: 2026-12-02\nreview_by: 2026-12-01", "the review is due before the rule was checked"),
]


def test_a_rule_knows_its_dates() -> None:
    document = read_document(
        "rule.yaml", f"{RULE}as_of: 2026-11-23\nreview_by: 2027-11-23\nvalid_until: 2026-12-31".encode()
    )
    faults = Faults()
    rule = read_rule(document.root, "malpractice", document, faults)
    assert not faults
    assert rule is not None
    assert (rule.as_of, rule.review_by, rule.valid_until) == ("2026-11-23", "2027-11-23", "2026-12-31")


@pytest.mark.parametrize(("dates", "message"), REFUSED)
def test_what_is_no_date_is_refused(dates: str, message: str) -> None:
    document = read_document("rule.yaml", f"{RULE}{dates}".encode())
    faults = Faults()
    assert read_rule(document.root, "malpractice", document, faults) is None
    assert [message in fault.message for fault in faults] == [True]
