"""A reader's waivers as their file states them."""

from __future__ import annotations

import pytest

from offercheck.checklist.waivers import Waiver, read_waivers
from offercheck.loading import load_checklist
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

CHECKLIST = load_checklist()
GOOD = "{rule: malpractice/tail-payer, outcome: red_flag, reason: paid for, until: 2027-06-30}"


def read(text: str) -> list[Waiver]:
    return read_waivers(read_document("waivers.yaml", text.encode()), CHECKLIST)


def one(entry: str) -> str:
    return f"offercheck_waivers: 1\nwaivers:\n  - {entry}\n"


def test_a_waiver_names_its_rule_by_key_or_id() -> None:
    expected = [Waiver("malpractice/tail-payer", "red_flag", "paid for", "2027-06-30")]
    assert read(one(GOOD)) == expected
    assert read(one(GOOD.replace("malpractice/", ""))) == expected


def test_a_file_may_hold_none() -> None:
    assert read("offercheck_waivers: 1\n") == []
    assert read("offercheck_waivers: 1\nwaivers:\n") == []


REFUSED = [
    ("waivers: []\n", "these are no waivers"),
    ("offercheck: 1\n", "these are no waivers"),
    ("offercheck_waivers: 2\n", "this version is not known"),
    ("offercheck_waivers: 1\nwaivers: yes\n", "a list of waivers is expected"),
    ("- x\n", "these are no waivers"),
    (one("x"), "a mapping is expected"),
    (one(GOOD.replace("tail-payer", "tail-player")), "has no rule"),
    (one(GOOD.replace("red_flag", "ask")), "`ask` is no flag"),
    (one(GOOD.replace("2027-06-30", "next year")), "is no date"),
    (one(GOOD.replace("paid for", '" "')), "the reason is empty"),
    (one(GOOD.replace(", reason: paid for", "")), "`reason` is missing"),
    (one(GOOD.replace("reason: paid for", "reason: [x]")), "`reason` is not a text"),
    (one(GOOD.replace("reason:", "because:")), "unknown key `because`"),
    (one(GOOD) + f"  - {GOOD}\n", "is waived twice"),
    (one(GOOD.replace("malpractice/tail-payer", "compliance/pay-per-prescription")), "cannot be waived"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=[repr(text) for text, _ in REFUSED])
def test_what_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert any(message in fault.message for fault in caught.value.faults)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        read(one("{rule: nope, outcome: bad, reason: x, until: soon}"))
    assert len(caught.value.faults) == 3
