from __future__ import annotations

import pytest

from offercheck.offer.possible import Entries, Entry, Members, Span, Words
from offercheck.offer.values.states import EVERYTHING, NAMES, TERRITORIES, States, StateShares

ANYWHERE = States()
COVER = States(cover=True)
PATIENTS = States(self_word="patient_states", may_be_empty=False)
SHARES = StateShares()


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (["TX", "FL"], {"TX", "FL"}),
        ("TX", {"TX"}),
        ("tx", {"TX"}),
        ("TX, FL", {"TX", "FL"}),
        ("TX/FL", {"TX", "FL"}),
        ("TX+FL", {"TX", "FL"}),
        ("TX & FL", {"TX", "FL"}),
        ("TX FL GA", {"TX", "FL", "GA"}),
        ("TX, FL, and GA", {"TX", "FL", "GA"}),
        ("Texas and New York", {"TX", "NY"}),
        ("North Carolina", {"NC"}),
        ("north-carolina", {"NC"}),
        (["N.C.", "Washington, DC", "washington"], {"NC", "DC", "WA"}),
        ("District of Columbia", {"DC"}),
        ("Washington, D.C.", {"DC"}),
        (["WA", "DC"], {"WA", "DC"}),
        (["Washington", "MD", "DC"], {"WA", "MD", "DC"}),
        (["Washington State", "DC"], {"WA", "DC"}),
        (["OR", "IN", "ME", "HI"], {"OR", "IN", "ME", "HI"}),
        ("TX, OR", {"TX", "OR"}),
        (["PR", "Guam", "Virgin Islands", "American Samoa", "MP"], {"PR", "GU", "VI", "AS", "MP"}),
        (["TX", "Texas", "tx"], {"TX"}),
    ],
)
def test_states_are_codes_or_names(understood, typed, codes):
    assert understood(ANYWHERE, typed) == {"": Members(frozenset(codes), frozenset(codes), frozenset(codes))}


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("all", "all"),
        ("all 50 states", "all"),
        ("All 50 states and DC", "all"),
        ("nationwide", "all"),
        ("any_one", "any_one"),
        ("any one state", "any_one"),
        ("compact", "compact"),
        ("IMLC", "compact"),
        ("where licensed", "where_licensed"),
        ("home state", "clinician_residence"),
        ("patient_states", "patient_states"),
        ("more as required", "more_as_required"),
        ("additional states as needed", "more_as_required"),
    ],
)
def test_set_words_keep_their_name(understood, typed, word):
    found = understood(ANYWHERE, typed)[""]
    assert found.named == {word}
    assert found.sure == (EVERYTHING if word == "all" else frozenset())
    assert found.maybe == EVERYTHING
    assert len(EVERYTHING) == 51


def test_a_list_with_room_for_more(understood):
    named = frozenset({"TX", "any_one"})
    assert understood(ANYWHERE, ["TX", "any_one"]) == {"": Members(frozenset({"TX"}), EVERYTHING, named)}
    with_territory = understood(ANYWHERE, ["PR", "more_as_required"])[""]
    assert with_territory.maybe == EVERYTHING | {"PR"}


def test_cover_of_all_states_may_reach_the_territories(understood):
    assert understood(COVER, "all") == {"": Members(EVERYTHING, EVERYTHING | TERRITORIES, frozenset({"all"}))}
    assert COVER.silence == Members(frozenset(), EVERYTHING | TERRITORIES)
    assert ANYWHERE.silence == Members(frozenset(), EVERYTHING)


@pytest.mark.parametrize("typed", ["none", "nothing", [], ["none"]])
def test_none_is_a_stated_empty_list(understood, refused, typed):
    assert understood(ANYWHERE, typed) == {"": Members(frozenset(), frozenset())}
    assert "leave it out" in refused(PATIENTS, typed)[0].advice


@pytest.mark.parametrize(
    ("kind", "typed", "faults"),
    [
        (ANYWHERE, ["NY", "NO", "ON"], [("`NO`", "NC, ND?"), ("`ON`", "a province of Canada")]),
        (ANYWHERE, [False], [("`no`", "leave it out")]),
        (ANYWHERE, "no", [("`no`", "leave it out")]),
        (ANYWHERE, "multi-state", [("`multi-state`", "holds: vaguely")]),
        (ANYWHERE, "various", [("`various`", "holds: vaguely")]),
        (ANYWHERE, "unknown", [("`unknown`", "holds: vaguely")]),
        (ANYWHERE, ["TX", "others"], [("`others`", "any_one or more_as_required")]),
        (ANYWHERE, "any state", [("`any state`", "any_one where one of them is enough, all")]),
        (ANYWHERE, ["TX", "none"], [("`none`", "stands alone")]),
        (ANYWHERE, "Texs", [("`Texs`", "Texas?")]),
        (ANYWHERE, "10+ states", [("`10+ states`", "beside those that are named, or leave it out")]),
        (ANYWHERE, "TX, FL and 10+ states", [("`10+ states`", "any_one or more_as_required beside")]),
        (ANYWHERE, "over 20 states", [("`over 20 states`", "any_one or more_as_required beside")]),
        (ANYWHERE, "compct", [("`compct`", "compact?")]),
        (ANYWHERE, "Oregon, Washington, DC", [("`Oregon, Washington, DC`", "which Washington is not plain")]),
        (ANYWHERE, ["MD", "VA", "Washington", "DC"], [("which Washington is not plain", "WA, DC")]),
        (ANYWHERE, ["Washington", "D.C."], [("which Washington is not plain", "WA, DC")]),
        (ANYWHERE, ["DC", "washington"], [("which Washington is not plain", "WA, DC")]),
        (ANYWHERE, "MD, DC, Washington", [("which Washington is not plain", "WA, DC")]),
        (ANYWHERE, "TX OR FL", [("`TX OR FL`", "OR is Oregon")]),
        (ANYWHERE, ["TX", None], [("a state is one text", "postal code")]),
        (ANYWHERE, [["TX"]], [("a state is one text", "postal code")]),
        (ANYWHERE, {"TX": "yes"}, [("a mapping", "[TX, FL]")]),
        (ANYWHERE, "the states where they are licensed", [("is no state", "where_licensed?")]),
        (ANYWHERE, "only in states you hold a license for", [("is no state", "where_licensed?")]),
        (ANYWHERE, "multistate RN license", [("is no state", "compact, where one licence")]),
        (PATIENTS, "patient_states", [("names this list itself", "leave it out")]),
        (SHARES, {"TX": "60%", "FL": "60%"}, [("more than 100%", "one whole")]),
        (SHARES, {"TX": "60%", "Texas": "10%"}, [("stands twice", "one share")]),
        (SHARES, {"TX": "60", "ZZ": "10%"}, [("without a percent sign", "60%"), ("`ZZ` is no state", "postal code")]),
        (SHARES, {"TX": None}, [("`TX` has no share", "TX")]),
        (SHARES, "TX", [("a mapping of state to share", "{TX: 12%}")]),
    ],
)
def test_what_is_no_state_is_refused_at_its_place(refused, kind, typed, faults):
    found = refused(kind, typed)
    assert len(found) == len(faults)
    for fault, (message, advice) in zip(found, faults, strict=True):
        assert message in fault.message
        assert advice in fault.advice


def test_shares_of_states_are_entries(understood):
    def entry(code: str, low: str, index: int) -> Entry:
        share = understood(SHARES.keys["share"], low)[""]
        return Entry({"state": Words(frozenset({code})), "share": share}, index)

    typed = {"Texas": "40%", "FL": "60%"}
    assert understood(SHARES, typed) == {"": Entries((entry("TX", "40%", 0), entry("FL", "60%", 1)), (), None)}
    part = understood(SHARES, {"TX": "40-50%"})[""]
    assert part.unnamed == Entry({})
    assert isinstance(part.sure[0].values["share"], Span)


def test_there_are_fifty_six_names():
    assert len(NAMES) == 56
    assert all(len(code) == 2 and code.isupper() for code in NAMES)
