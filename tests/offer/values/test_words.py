from __future__ import annotations

import pytest

from offercheck.offer.possible import Members, Words
from offercheck.offer.values.words import PAYER, WRITTEN, YES, Alternatives, OneOf, SomeOf
from offercheck.reading.fault import Faults
from offercheck.reading.load import read_document

CLASSIFICATION = OneOf("w2 1099 either contractor_abroad")
BASIS = OneOf("full_time part_time per_diem")
PLACE = OneOf("remote hub on_site home_visits", {"fully remote": "remote", "from home": "remote"})
BACKUP = OneOf("all_hours business_hours none")
ASKED = OneOf("satisfaction volume unknown")
CARE = OneOf("urgent_care primary_care psychiatry")
ROLE = Alternatives(
    "physician np pa rn other",
    {"MD": "physician", "DO": "physician", "advanced practice provider": "np pa"},
    {"psychiatrist": "role: physician, specialty: psychiatry"},
)
MODALITIES = SomeOf("video audio chat async", {"phone": "audio"}, may_be_empty=False)
STAFF = SomeOf("none intake scheduling billing", open=True)
TARGET = SomeOf("nothing bonus_lost pay_cut")
BENEFITS = SomeOf("none health dental retirement match", {"401k match": "retirement match"}, open=True)


def words(*may: str) -> Words:
    return Words(frozenset(may))


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (YES, "no", words("no")),
        (YES, "NO", words("no")),
        (YES, "Yes", words("yes")),
        (YES, "true", words("yes")),
        (YES, "off", words("no")),
        (YES, "On", words("yes")),
        (YES, "y", words("yes")),
        (YES, "n", words("no")),
        (YES, "Partially", words("partly")),
        (YES, ["yes"], words("yes")),
        (WRITTEN, "written", words("written")),
        (WRITTEN, "in writing", words("written")),
        (WRITTEN, True, words("yes")),
        (WRITTEN, "false", words("no")),
        (CLASSIFICATION, "W-2", words("w2")),
        (CLASSIFICATION, "W2", words("w2")),
        (CLASSIFICATION, 1099, words("1099")),
        (CLASSIFICATION, "either", words("w2", "1099", "contractor_abroad")),
        (CLASSIFICATION, "W-2 or 1099", words("w2", "1099")),
        (CLASSIFICATION, "1099/W2", words("w2", "1099")),
        (BASIS, "part-time", words("part_time")),
        (BASIS, "Per Diem", words("per_diem")),
        (CARE, "Urgent care", words("urgent_care")),
        (PLACE, "fully remote", words("remote")),
        (PLACE, "On-site", words("on_site")),
        (BACKUP, "no", words("none")),
        (BACKUP, "none", words("none")),
        (PAYER, "Employer", words("employer")),
        (PAYER, "employer if vested", words("employer_if_vested")),
        (PAYER, "50/50", words("shared")),
        (PAYER, "me", words("clinician")),
        (PAYER, "they", words("employer")),
        (PAYER, "Them", words("employer")),
        (ROLE, "NP/PA", words("np", "pa")),
        (ROLE, ["NP", "PA"], words("np", "pa")),
        (ROLE, "md", words("physician")),
        (ROLE, "MD/DO", words("physician")),
        (ROLE, "physician, np or pa", words("physician", "np", "pa")),
        (ROLE, "advanced practice provider", words("np", "pa")),
        (ROLE, "either", words("physician", "np", "pa", "rn", "other")),
    ],
)
def test_one_word_is_understood(understood, kind, typed, expected):
    assert understood(kind, typed) == {"": expected}


@pytest.mark.parametrize(
    ("typed", "sure", "closed"),
    [
        (["video", "audio"], {"video", "audio"}, True),
        ("video", {"video"}, True),
        ("Video, phone", {"video", "audio"}, True),
        ("video/chat", {"video", "chat"}, True),
        (["video", "video"], {"video"}, True),
        ("everything", {"video", "audio", "chat", "async"}, True),
        (["video", "unknown"], {"video"}, False),
    ],
)
def test_a_closed_list_says_all_there_is(understood, typed, sure, closed):
    assert understood(MODALITIES, typed) == {
        "": Members(frozenset(sure), frozenset(sure if closed else MODALITIES.words), frozenset(sure))
    }


@pytest.mark.parametrize(
    ("kind", "typed", "sure", "closed"),
    [
        (STAFF, ["intake"], {"intake"}, False),
        (STAFF, ["intake", "nothing_else"], {"intake"}, True),
        (STAFF, ["nothing else"], set(), True),
        (STAFF, "none", set(), True),
        (STAFF, "no", set(), True),
        (STAFF, [], set(), True),
        (STAFF, ["everything"], {"intake", "scheduling", "billing"}, True),
        (TARGET, "nothing", set(), True),
        (TARGET, "none", set(), True),
        (BENEFITS, "health, 401k match", {"health", "retirement", "match"}, False),
    ],
)
def test_an_open_list_leaves_silent_what_it_does_not_name(understood, kind, typed, sure, closed):
    found = understood(kind, typed)[""]
    assert found == Members(frozenset(sure), frozenset(sure if closed else kind.words), frozenset(sure))


@pytest.mark.parametrize("kind", [YES, WRITTEN, PAYER, CLASSIFICATION, ASKED, ROLE, MODALITIES, STAFF])
@pytest.mark.parametrize("typed", ["unknown", "Unsaid", "UNKNOWN"])
def test_words_for_silence_are_silence(understood, kind, typed):
    assert understood(kind, typed) == {}


@pytest.mark.parametrize(
    ("kind", "typed", "message", "advice"),
    [
        (PAYER, "no", "`no`", "nobody, or clinician?"),
        (PAYER, False, "`no`", "nobody, or clinician?"),
        (PAYER, "off", "`off`", "nobody, or clinician?"),
        (PAYER, "none", "`none`", "nobody, or clinician?"),
        (PAYER, "yes", "`yes`", "employer, or clinician?"),
        (PAYER, "you", "`you`", "clinician, or employer?"),
        (PAYER, "we", "`we`", "employer, or clinician?"),
        (PAYER, "provided", "`provided`", "employer?"),
        (PAYER, "covered", "`covered`", "employer?"),
        (PAYER, "emploier", "`emploier`", "employer? one of: employer, clinician, shared"),
        (PAYER, "yourself", "`yourself`", "clinician, or employer?"),
        (PAYER, "deducted, $8 per hour", "`deducted, $8 per hour`", "deducted? one of: employer"),
        (PAYER, "not by the employer", "`not by the employer`", "one of: employer, clinician"),
        (PAYER, ["employer", "clinician"], "a list", "for example"),
        (WRITTEN, "agreed with the facility before the first patient", "`agreed", "evidence: says"),
        (BENEFITS, ["80% of health"], "`80% of health`", "health? one of"),
        (BENEFITS, ["401k match up to 5%"], "`401k match up to 5%`", "retirement, match? one of"),
        (MODALITIES, ["mostly by phone"], "`mostly by phone`", "audio? one of: video, audio, chat, async"),
        (ROLE, "advanced practice providers", "`advanced practice providers`", "np, pa? one of"),
        (YES, "maybe", "`maybe`", "one of: yes, no, partly"),
        (YES, {"a": "b"}, "a mapping", "for example: yes"),
        (CARE, "urgant care", "`urgant care`", "urgent_care? one of: urgent_care, primary_care"),
        (CARE, "TBD", "`TBD` does not say which", "holds: vaguely"),
        (CARE, "multi-state", "`multi-state` does not say which", "holds: vaguely"),
        (ROLE, "psychiatrist", "`psychiatrist`", "role: physician, specialty: psychiatry"),
        (ROLE, "none", "`none`", "one of: physician"),
        (ROLE, [], "an empty list", "leave it out"),
        (ROLE, ["unknown", "np"], "`unknown` beside other words", "leave it out"),
        (ROLE, "np or unknown", "`unknown` beside other words", "leave it out"),
        (CLASSIFICATION, "W-2 or unknown", "`unknown` beside other words", "leave it out"),
        (MODALITIES, [], "no such thing as none", "leave it out"),
        (MODALITIES, "none", "no such thing as none", "leave it out"),
        (MODALITIES, "no", "`no`", "one of: video"),
        (MODALITIES, [["video"]], "a list where a word is expected", "for example"),
        (MODALITIES, ["video", None], "nothing where a word is expected", "for example"),
        (MODALITIES, {"video": "yes"}, "a mapping", "for example: [video, audio]"),
        (STAFF, ["none", "intake"], "`none` beside other words", "alone"),
    ],
)
def test_what_is_no_word_is_refused_with_advice(refused, kind, typed, message, advice):
    fault = refused(kind, typed)[0]
    assert message in fault.message
    assert advice in fault.advice


def test_each_wrong_word_of_a_list_is_a_fault_at_its_place():
    faults = Faults()
    document = read_document("offer.yaml", b"modalities: [vidio, audio, telepathy]")
    assert isinstance(document.root.content, dict)
    assert MODALITIES.read(document.root.content["modalities"], faults) is None
    assert [(fault.line, fault.column, fault.width) for fault in faults] == [(1, 14, 5), (1, 28, 9)]
    assert "video?" in faults[0].advice


def test_a_list_of_nonsense_is_given_up_early(refused):
    assert len(refused(MODALITIES, [f"word {number}" for number in range(1000)])) == 50


def test_silence_is_every_word():
    assert YES.silence == words("yes", "no", "partly")
    assert ASKED.silence == words("satisfaction", "volume")
    assert ASKED.words == ("satisfaction", "volume")
    assert TARGET.words == ("bonus_lost", "pay_cut")
    assert MODALITIES.silence == Members(frozenset(), frozenset(MODALITIES.words))
