"""Where the reader may treat, and where the policy does not follow their licences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.facts.derivation import with_facts
from offercheck.loading import load_offer
from offercheck.offer.possible import Members, Possible, Words
from offercheck.offer.readings import Values, said
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()
UNLICENSED, UNINSURED = "facts.states_unlicensed", "facts.states_licensed_uninsured"


def reading(text: str, **profile: str) -> Values:
    """An offer's values, and the profile's lists: words parted by spaces."""
    values = said(load_offer(f"offercheck: 1\ndocument: {{stage: contract}}\n{text}\n".encode()))
    return values | {f"me.{name}": listed(words.split()) for name, words in profile.items()}


def listed(words: list[str]) -> Possible:
    return Members(frozenset(words), frozenset(words))


def fact(path: str, values: Values) -> Members:
    found = with_facts(values, [path], SHIPPED)[path]
    assert isinstance(found, Members)
    return found


ROLES = [
    ("physician", {"licences": "TX", "compact": "imlc"}, {"CA", "FL"}),  # the IMLC gives licences, no authority
    ("rn", {"licences": "TX", "compact": "nlc"}, {"CA"}),  # California is not in the NLC
    ("lpn", {"licences": "TX", "compact": "nlc"}, {"CA"}),
    ("rn", {"licences": "TX", "compact": ""}, {"CA", "FL"}),
    ("np", {"licences": "TX", "compact": "nlc"}, {"CA", "FL"}),  # the APRN licence is no part of it
    ("psychologist", {"licences": "TX", "compact": "psypact"}, {"CA"}),
    ("therapist", {"licences": "TX CA FL", "compact": ""}, set()),
]


@pytest.mark.parametrize(("role", "profile", "missing"), ROLES)
def test_states_without_licence_or_authority(role: str, profile: dict[str, str], missing: set[str]) -> None:
    values = reading(f"role: {role}\nlicensure: {{patient_states: [TX, FL, CA]}}", **profile)
    assert fact(UNLICENSED, values) == Members(frozenset(missing), frozenset(missing))


def test_the_profile_says_who_is_asking_where_the_seat_does_not() -> None:
    values = reading("licensure: {patient_states: [TX, FL, CA]}", licences="TX", compact="nlc")
    assert fact(UNLICENSED, values | {"me.role": Words(frozenset({"rn"}))}) == Members(
        frozenset({"CA"}), frozenset({"CA"})
    )
    assert fact(UNLICENSED, values | {"me.role": Words(frozenset({"np"}))}).sure == {"CA", "FL"}


def test_what_the_profile_does_not_say_is_open() -> None:
    offer = "licensure: {patient_states: [TX, FL, CA]}"
    assert fact(UNLICENSED, reading(f"role: physician\n{offer}")).sure == frozenset()
    no_compact = reading(f"role: rn\n{offer}", licences="TX")
    assert fact(UNLICENSED, no_compact) == Members(frozenset({"CA"}), frozenset({"CA", "FL"}))


def test_licensed_where_the_policy_does_not_answer() -> None:
    values = reading("malpractice: {states_covered: [TX, FL]}", licences="TX GA")
    assert fact(UNINSURED, values) == Members(frozenset({"GA"}), frozenset({"GA"}))
    assert fact(UNINSURED, reading("role: rn", licences="TX GA")) == Members(frozenset(), frozenset({"TX", "GA"}))


ROLE_SETS = st.sets(st.sampled_from(["physician", "rn", "np", "psychologist"]), min_size=1)
STATES = st.sets(st.sampled_from(["TX", "CA", "FL"]))
COMPACTS = st.sets(st.sampled_from(["imlc", "nlc", "psypact"]))


@pytest.mark.parametrize("path", [UNLICENSED, UNINSURED])
@given(ROLE_SETS, STATES, STATES, STATES, COMPACTS, st.data())
def test_a_fact_only_gets_more_exact(
    path: str,
    roles: set[str],
    treated: set[str],
    held: set[str],
    covered: set[str],
    compacts: set[str],
    data: st.DataObject,
) -> None:
    fewer = data.draw(st.sets(st.sampled_from(sorted(roles)), min_size=1))
    full: Values = {
        "role": Words(frozenset(fewer)),
        "licensure.patient_states": listed(sorted(treated)),
        "malpractice.states_covered": listed(sorted(covered)),
        "me.licences": listed(sorted(held)),
        "me.compact": listed(sorted(compacts)),
    }
    kept = data.draw(st.sets(st.sampled_from(sorted(full))))
    before = {name: value for name, value in full.items() if name in kept}
    if "role" in kept:
        before["role"] = Words(frozenset(roles))
    later, earlier = fact(path, full), fact(path, before)
    assert earlier.sure <= later.sure
    assert later.maybe <= earlier.maybe
