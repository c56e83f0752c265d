"""Entries of evidence: what they may say, and which of several counts."""

from __future__ import annotations

from itertools import permutations

import pytest

from offercheck.offer.build import build_offer
from offercheck.offer.offer import Offer
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

OFFER = """\
offercheck: 1
role: np
notes: [words]
document: {stage: offer_letter}
malpractice: {paid_by: employer, limits: $1M/$3M}
terms: {other_work: unknown, notice_from_clinician: 60 days}
compensation: {pay: $40/hour}
evidence:
"""


def build(*entries: str) -> Offer:
    text = OFFER + "".join(f"  - {entry}\n" for entry in entries)
    return build_offer(read_document("offer.yaml", text.encode()))


ACCEPTED = [
    ("{field: malpractice.paid_by}", ("offer_letter", "stated", None, None)),
    ("{field: malpractice.paid_by, source: policy, clause: 7.1}", ("policy", "stated", "7.1", None)),
    ("{field: malpractice.paid_by, source: e-mail}", ("email", "stated", None, None)),
    (
        "{field: malpractice.paid_by, source: verbal, says: 'we do, always'}",
        ("verbal", "stated", None, "we do, always"),
    ),
    ("{field: role, holds: conditionally}", ("offer_letter", "conditionally", None, None)),
    ("{field: compensation.pay, source: email}", ("email", "stated", None, None)),
    ("{field: terms.length, holds: vaguely, says: long}", ("offer_letter", "vaguely", None, "long")),
    ("{field: terms.severance, holds: withheld}", ("offer_letter", "withheld", None, None)),
    (
        "{field: terms.notice_from_clinician, holds: contradicted, or: 30 days}",
        ("offer_letter", "contradicted", None, None),
    ),
    ("{field: malpractice.paid_by, source: }", ("offer_letter", "stated", None, None)),
]


@pytest.mark.parametrize(("entry", "expected"), ACCEPTED)
def test_an_entry_says_where_and_how(entry: str, expected: tuple[str, str, str | None, str | None]) -> None:
    (found,) = build(entry).evidence.values()
    assert (found.source, found.holds, found.clause, found.says) == expected


REFUSED = [
    ("{field: document.stage, source: email}", 13, "has no evidence", "delete"),
    ("{field: notes, source: email}", 13, "has no evidence", "delete"),
    ("{field: malpractice, source: email}", 13, "is a whole area", "field: malpractice.paid_by"),
    ("{field: malpractice.limits.per_claim}", 13, "is a part of a field", "field: malpractice.limits"),
    ("{field: tail_paid_by, holds: vaguely}", 13, "is no field", "malpractice.tail_paid_by?"),
    ("{field: malpractice.paid_bye}", 13, "is no field", "malpractice.paid_by?"),
    ("{field: terms.paid_by}", 13, "is no field", "malpractice.paid_by?"),
    ("{field: xyzzy}", 13, "is no field", "area.field, or all"),
    ("{field: terms.other_work}", 13, "has no value", "holds: vaguely or withheld"),
    ("{field: terms.severance, holds: conditionally}", 13, "has no value", "give terms.severance its value"),
    ("{field: terms.notice_from_clinician, holds: contradicted}", 5, "contradicted: by what?", "or: 30 days"),
    ("{field: terms.notice_from_clinician, or: 30 days}", 42, "`or` belongs", "holds: contradicted"),
    ("{field: terms.notice_from_clinician, holds: contradicted, or: soon}", 67, "soon", ""),
    ("{field: all, source: email, holds: vaguely}", 33, "of all fields at once", "name the field"),
    ("{field: all, source: email, says: hello}", 33, "of all fields at once", "name the field"),
    ("{field: all}", 5, "names their source", "{field: all, source: email}"),
    ("{source: email}", 5, "without its `field`", "field: terms.length"),
    ("{field: , source: email}", 5, "without its `field`", "field: terms.length"),
    ("{field: [role]}", 13, "a list", ""),
    ("{field: role, source: rumour}", 27, "rumour", "one of: contract"),
    ("{field: role, sauce: email}", 19, "sauce", "source"),
    ("{field: role, says: not for us, she said}", 37, "key without a value", "quotes"),
    ("role", 5, "is a mapping", "field: terms.length"),
]


@pytest.mark.parametrize(("entry", "column", "message", "advice"), REFUSED)
def test_an_entry_is_refused_with_advice(entry: str, column: int, message: str, advice: str) -> None:
    with pytest.raises(InputError) as raised:
        build(entry)
    (fault,) = raised.value.faults
    assert (fault.line, fault.column) == (9, column)
    assert message in fault.message
    assert advice in fault.advice


def test_evidence_is_a_list_or_one_entry() -> None:
    one = build_offer(read_document("x", b"offercheck: 1\nrole: np\nevidence: {field: role, source: email}\n"))
    assert one.evidence["role"].source == "email"
    with pytest.raises(InputError, match="a list of entries"):
        build_offer(read_document("x", b"offercheck: 1\nevidence: in the email\n"))


def test_a_value_that_is_refused_is_not_called_missing_too() -> None:
    with pytest.raises(InputError) as raised:
        build_offer(read_document("x", b"offercheck: 1\nrole: king\nevidence: {field: role, source: email}\n"))
    assert len(raised.value.faults) == 1


def test_one_entry_for_all_is_enough() -> None:
    with pytest.raises(InputError, match="second entry for all"):
        build("{field: all, source: email}", "{field: all, source: contract}")


def test_the_source_of_all_is_that_of_what_names_none() -> None:
    offer = build("{field: malpractice.paid_by, clause: 2}", "{field: all, source: email, clause: of 3 March}")
    assert offer.evidence["malpractice.paid_by"].source == "email"
    everywhere = offer.evidence_of("terms.notice_from_clinician")
    assert everywhere is not None
    assert (everywhere.source, everywhere.clause) == ("email", "of 3 March")
    assert offer.evidence_of("terms.severance") is None
    assert offer.evidence_of("document.stage") is None


FIRMEST_FIRST = [
    "{field: terms.notice_from_clinician, source: web_page, holds: contradicted, or: 30 days}",
    "{field: terms.notice_from_clinician, source: contract}",
    "{field: terms.notice_from_clinician, source: policy}",
    "{field: terms.notice_from_clinician, source: email}",
    "{field: terms.notice_from_clinician, source: third_party}",
    "{field: terms.notice_from_clinician, source: contract, holds: conditionally}",
    "{field: terms.notice_from_clinician, source: contract, holds: vaguely}",
    "{field: terms.notice_from_clinician, source: contract, holds: withheld}",
]


@pytest.mark.parametrize(("first", "second"), [*permutations(range(len(FIRMEST_FIRST)), 2)])
def test_of_several_entries_a_contradiction_counts_else_the_firmest(first: int, second: int) -> None:
    (alone,) = build(FIRMEST_FIRST[min(first, second)]).evidence.values()
    (chosen,) = build(FIRMEST_FIRST[first], FIRMEST_FIRST[second]).evidence.values()
    assert (chosen.source, chosen.holds) == (alone.source, alone.holds)
