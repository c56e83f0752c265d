"""Whether the order survives other weights."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.checklist.checklist import Checklist
from offercheck.comparison.relation import rank_key
from offercheck.comparison.weightings import WEIGHTINGS, drawn, sensitivity
from offercheck.evaluation.evaluate import Assessment, assess
from offercheck.loading import load_checklist, load_offer

GOOD_COVER = b"""
offercheck: 1
role: physician
document: {stage: contract}
licensure: {patient_states: [TX]}
malpractice: {policy_type: occurrence, paid_by: employer, states_covered: [TX], telehealth_named: yes}
"""
GOOD_TERMS = b"""
offercheck: 1
role: physician
document: {stage: contract}
licensure: {patient_states: [TX]}
terms: {exit_without_cause: yes, notice_from_clinician: 30 days, notice_from_employer: 90 days, non_compete: none,
        indemnity: none, paid_during_notice: yes}
"""


@cache
def shipped_checklist() -> Checklist:
    return load_checklist()


def judged(priorities: dict[str, Fraction] | None = None) -> list[Assessment]:
    return [
        assess(load_offer(data, name=name), shipped_checklist(), today="2026-11-24", priorities=priorities)
        for name, data in (("cover", GOOD_COVER), ("terms", GOOD_TERMS))
    ]


def first(offers: Sequence[Assessment]) -> list[int]:
    keys = [rank_key(one) for one in offers]
    return [at for at, key in enumerate(keys) if key == max(keys)]


def test_the_same_offers_give_the_same_shares_which_add_up() -> None:
    found = sensitivity(judged())
    assert found == sensitivity(judged())
    assert sum(found.shares) == pytest.approx(100, abs=0.1)
    assert all(share > 1 for share in found.shares)


def test_the_change_that_is_named_changes_who_is_first_and_half_of_it_does_not() -> None:
    found = sensitivity(judged())
    assert found.changes
    for change in found.changes:
        assert first(judged({change.area: Fraction(str(change.factor))})) == change.winners != found.winners
    least = found.changes[0]
    assert first(judged({least.area: (Fraction(str(least.factor)) + 1) / 2})) == found.winners


def test_the_reader_s_own_priorities_do_not_bend_the_drawn_ones() -> None:
    assert sensitivity(judged({"terms": Fraction(7, 2)})).shares == sensitivity(judged()).shares


def test_the_same_offer_twice_shares_the_first_place(shipped: list[Assessment]) -> None:
    found = sensitivity([shipped[0], shipped[0]])
    assert (found.shares, found.changes) == ([50.0, 50.0], [])


@given(st.integers(1, 20))
def test_drawn_weights_are_above_nothing_and_of_one_sum(areas: int) -> None:
    weights = list(drawn(areas, 5))
    assert {len(one) for one in weights} == {areas}
    assert len({sum(one) for one in weights}) == 1
    assert all(each > 0 for one in weights for each in one)


def test_weights_are_drawn_evenly_from_all_there_are() -> None:
    times = 10 * WEIGHTINGS
    weights = list(drawn(4, times))
    total = sum(weights[0])
    for area in range(4):
        assert sum(one[area] for one in weights) / (times * total) == pytest.approx(0.25, abs=0.006)
        # Of four weights drawn so, one is more than half of all with a chance of (1/2) to the third.
        assert sum(2 * one[area] > total for one in weights) / times == pytest.approx(0.125, abs=0.01)
