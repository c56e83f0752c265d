"""Which offer is ahead: what holds for every two, whatever stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path

import pytest

from offercheck.checklist.waivers import Waiver
from offercheck.comparison.compare import compare, compared, pair
from offercheck.comparison.comparison import Difference, Pair, Telling
from offercheck.comparison.measure import NotComparable
from offercheck.comparison.relation import best_end, is_ahead, ordered, rank_key, surely_best, worst_end
from offercheck.evaluation.evaluate import Assessment, assess
from offercheck.loading import load_checklist, load_offer, load_profile

DAY = "2026-11-24"
EXAMPLES = Path(__file__).parents[2] / "examples"


def turned(difference: Difference) -> Difference:
    return replace(
        difference,
        outcomes=difference.outcomes[::-1],
        messages=difference.messages[::-1],
        points=-difference.points,
        low=-difference.low,
        high=-difference.high,
        waived=difference.waived[::-1],
    )


def other_way_round(shown: Pair) -> Pair:
    swap = {0: 1, 1: 0, None: None}
    return Pair(
        first=0,
        second=1,
        relation=shown.relation,
        ahead=swap[shown.ahead],
        could_lead=swap[shown.could_lead],
        questions=[replace(one, of=1 - one.of) for one in shown.questions],
        differences=[turned(one) for one in shown.differences],
        only_first=shown.only_second,
        only_second=shown.only_first,
    )


@pytest.mark.usefixtures("hours_once")
def test_swapping_two_offers_changes_the_order_of_columns_only(shipped: list[Assessment]) -> None:
    assert len(shipped) > 8
    for one, other in combinations(shipped, 2):
        here, there = compared([one, other]), compared([other, one])
        assert here.pairs == [other_way_round(each) for each in there.pairs]
        assert here.offers == there.offers[::-1]
        assert [here.offers[at] for at in here.order] == [there.offers[at] for at in there.order]
        for row, swapped in zip(here.facts, there.facts, strict=True):
            assert (row.cells, row.amounts) == (swapped.cells[::-1], swapped.amounts[::-1])
        for row, swapped in zip([*here.facts, *here.areas], [*there.facts, *there.areas], strict=True):
            assert row.best == sorted(1 - at for at in swapped.best)


def test_swapping_keeps_what_is_waived_with_its_offer(shipped: list[Assessment]) -> None:
    checklist = load_checklist()
    flags = {one.rule for each in shipped for one in each.scorecard.findings if one.outcome in ("red_flag", "caution")}
    accepted = [Waiver(rule.key, "red_flag", "x", "2027-01-01") for rule in checklist.rules if rule.key in flags]
    offers = [assess(one.offer, checklist, today=DAY, waivers=accepted) for one in shipped[:6]]
    pairs = [pair([one, other], 0, 1) for one, other in permutations(offers, 2)]
    back = [pair([other, one], 0, 1) for one, other in permutations(offers, 2)]
    assert pairs == [other_way_round(one) for one in back]
    assert any(one.waived == (True, False) for each in pairs for one in each.differences)


@pytest.mark.usefixtures("hours_once")
def test_others_beside_them_change_nothing_between_two(shipped: list[Assessment]) -> None:
    """Every two shipped offers meet among eight, or fewer in the last of them, and stand as they do alone."""
    alone = {both: pair([shipped[at] for at in both], 0, 1) for both in combinations(range(len(shipped)), 2)}
    groups = [list(range(start, min(start + 4, len(shipped)))) for start in range(0, len(shipped), 4)]
    seen = set()
    for one, other in combinations(groups, 2):
        places = [*one, *other]
        beside = compared([shipped[at] for at in places])
        for each in beside.pairs:
            both = (places[each.first], places[each.second])
            seen.add(both)
            assert moved_to(each, 0, 1) == alone[both]
            ranked = [places[at] for at in beside.order if places[at] in both]
            assert ranked == [both[at] for at in ordered([shipped[at] for at in both])[0]]
    assert seen == alone.keys()


def moved_to(shown: Pair, first: int, second: int) -> Pair:
    """A pair as it is with its offers in other places."""
    places = {shown.first: first, shown.second: second}
    return replace(
        shown,
        first=first,
        second=second,
        ahead=None if shown.ahead is None else places[shown.ahead],
        could_lead=None if shown.could_lead is None else places[shown.could_lead],
        questions=[replace(one, of=places[one.of]) for one in shown.questions],
    )


def test_an_offer_is_level_with_itself(shipped: list[Assessment]) -> None:
    for one in shipped:
        shown = compared([one, one])
        assert shown.pairs == [Pair(0, 1, "level", None, None, [], [], [], [])]
        assert [column.rank for column in shown.offers] == [1, 1]


def test_the_order_never_contradicts_who_is_ahead(shipped: list[Assessment]) -> None:
    told = [(one, other) for one, other in permutations(shipped, 2) if is_ahead(one, other)]
    assert told
    for one, other in told:
        assert rank_key(one) > rank_key(other)
        assert not is_ahead(other, one)
        assert all(is_ahead(one, third) for third in shipped if is_ahead(other, third))


def test_the_order_is_that_of_the_offers_not_of_the_arguments(shipped: list[Assessment]) -> None:
    order, ranks = ordered(shipped)
    backwards, ranks_backwards = ordered(shipped[::-1])
    assert [shipped[at].scorecard.file for at in order] == [shipped[::-1][at].scorecard.file for at in backwards]
    assert ranks == ranks_backwards[::-1]


def would_tell(questions: Sequence[Telling], at: int, leader: Assessment, behind: Assessment) -> bool:
    mine = frozenset(field for each in questions if each.of == at for field in each.fields)
    theirs = frozenset(field for each in questions if each.of != at for field in each.fields)
    return worst_end(leader, mine) > best_end(behind, theirs)


def test_the_questions_that_would_tell_do_and_none_of_them_is_idle(shipped: list[Assessment]) -> None:
    seen = 0
    for one, other in combinations(shipped, 2):
        found = pair([one, other], 0, 1)
        if found.could_lead is None:
            continue
        seen += 1
        leader, behind = (one, other) if found.could_lead == 0 else (other, one)
        assert would_tell(found.questions, found.could_lead, leader, behind)
        for idle in found.questions[:5]:
            others = [each for each in found.questions if each is not idle]
            assert not would_tell(others, found.could_lead, leader, behind)
    assert seen > 5


CLINICIAN = "offercheck: 1\nrole: physician\ndocument: {stage: contract}\n"


def test_two_silent_files_of_other_words_cannot_be_told_apart() -> None:
    one, other = (load_offer(f"{CLINICIAN}# {name}\n".encode(), name=name) for name in ("a.yaml", "b.yaml"))
    shown = compare([one, other], load_checklist(), today=DAY)
    assert shown.pairs[0].relation == "open"
    assert [column.rank for column in shown.offers] == [1, 1]
    assert shown.pairs[0].could_lead is not None


def test_offers_judged_by_other_measures_are_refused(shipped: list[Assessment]) -> None:
    offer, checklist = shipped[0].offer, load_checklist()
    mine = load_profile(b"offercheck_me: 1\nrole: physician\n", checklist)
    others = load_checklist(EXAMPLES / "checklist-residency")
    for changed in (
        assess(offer, checklist, today="2026-11-25"),
        assess(offer, checklist, today=DAY, priorities={"terms": 2}),
        assess(offer, checklist, today=DAY, profile=mine),
        assess(offer, others, today=DAY),
    ):
        with pytest.raises(NotComparable):
            compared([shipped[0], changed])
    with pytest.raises(NotComparable):
        compared(shipped[:1])


def test_more_than_eight_are_ranked_only(shipped: list[Assessment]) -> None:
    shown = compared(shipped[:9])
    assert (shown.pairs, shown.facts, shown.areas) == ([], [], [])
    assert len(shown.order) == 9


@pytest.mark.parametrize(
    ("merits", "best"),
    [
        ([(2, 2), (0, 2)], [0]),
        ([(0, 2), (0, 0)], []),  # it may turn out no better
        ([(1, 1), (1, 1), (0, 1)], [0, 1]),
        ([(1, 1), (1, 1)], []),
        ([(1, 2), (0, 2)], []),
        ([(2, 2), None], []),
        ([None, (2, 2), (0, 1)], [1]),
        ([], []),
    ],
)
def test_best_is_what_no_other_can_beat(merits: list[tuple[int, int] | None], best: list[int]) -> None:
    assert surely_best(merits) == best
