"""A negotiation followed from paper to paper."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from offercheck.checklist.entry import IMPACTS
from offercheck.comparison.differences import tenths
from offercheck.comparison.measure import measure_of
from offercheck.evaluation.evaluate import Assessment, assess
from offercheck.evaluation.findings import offer_fields
from offercheck.evaluation.scorecard import waived_rules
from offercheck.letter.letter import QUESTIONS_ASKED, questions_asked
from offercheck.record import record
from offercheck.rounds.rounds import MOVES, Move, Paper, Rounds, RuleMove, Step, Unanswered
from offercheck.rounds.terms import term_changes

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.waivers import Waiver
    from offercheck.evaluation.score import Stake
    from offercheck.offer.offer import Offer
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference

_HALVES_OF_ALL = 50
"""Values are in halves: a good one counts 2, and all good ones 100 points."""


@record
class _Judged:
    """A paper as the reader's waivers have it, and without them: a waiver lifts caps, and what a rule moved is not to
    be hidden by that."""

    judged: Assessment
    plain: Assessment


def follow(
    offers: Sequence[Offer],
    checklist: Checklist,
    *,
    today: str,
    reference: Reference | None = None,
    profile: Profile | None = None,
    waivers: Sequence[Waiver] = (),
    asked: int = QUESTIONS_ASKED,
) -> Rounds:
    """What each of two or more papers, the oldest first, changed of the one before it. `asked` is how many questions of
    each paper the reader's letter put; `waivers` are the flags that the reader accepts."""
    plain = [assess(one, checklist, today=today, reference=reference, profile=profile) for one in offers]
    judged = plain
    if waivers:
        judged = [
            assess(one, checklist, today=today, reference=reference, profile=profile, waivers=waivers) for one in offers
        ]
    papers = [_Judged(*both) for both in zip(judged, plain, strict=True)]
    steps: list[Step] = []
    reads = {rule.key: offer_fields(rule.reads) for rule in checklist.rules}
    for place, (old, new) in enumerate(pairwise(papers)):
        steps.append(_step(place, place + 1, old, new, reads, steps, asked))
    last = len(papers) - 1
    return Rounds(
        schema="offercheck.rounds/1",
        papers=[_paper(one) for one in judged],
        steps=steps,
        whole=_step(0, last, papers[0], papers[-1], reads, [], asked) if last > 1 else None,
        asked=asked,
        set_aside=judged[0].scorecard.set_aside,
        produced_by=measure_of(judged[0]),
    )


def _step(
    before: int,
    after: int,
    old: _Judged,
    new: _Judged,
    reads: dict[str, frozenset[str]],
    earlier: Sequence[Step],
    asked: int,
) -> Step:
    terms = term_changes(old.plain.offer, new.plain.offer)
    changed = [one.field for one in terms]
    given = {one.rule: step.after for step in earlier for one in step.rules if one.move == "given"}
    rules = _moves(old, new, {rule: [one for one in changed if one in read] for rule, read in reads.items()}, given)
    passed_over = _unanswered(before, old.judged, new.judged, {*changed}, earlier[-1:], asked)
    return Step(before, after, terms, rules, passed_over)


def _moves(old: _Judged, new: _Judged, changed: dict[str, list[str]], given: dict[str, int]) -> list[RuleMove]:
    was = {one.rule: one for one in old.plain.scorecard.findings}
    waived = waived_rules(new.judged.scorecard)
    ends = (old.plain.low, old.plain.high, new.plain.low, new.plain.high)
    shared = ends[0].stakes.keys() & ends[2].stakes.keys()
    total = sum(ends[2].stakes[rule].weight for rule in shared)
    found = []
    for now in new.plain.scorecard.findings:
        rule = now.rule
        stakes = [end.stakes.get(rule) for end in ends]
        move = _move(*stakes)
        if move is None:
            continue
        if not changed[rule]:
            move = "shifted"
        low, high = _points(stakes[0], stakes[2], total, "low"), _points(stakes[1], stakes[3], total, "high")
        found.append(
            RuleMove(
                rule=rule,
                area=now.area,
                impact=now.impact,
                question=now.question,
                move=move,
                before=was[rule].outcome,
                after=now.outcome,
                message=now.message,
                fields=changed[rule],
                low=tenths(low),
                high=tenths(high),
                given_in=given.get(rule) if move == "taken_back" else None,
                waived=rule in waived,
            )
        )
    found.sort(key=lambda one: (MOVES.index(one.move), -abs(one.low + one.high), IMPACTS.index(one.impact), one.rule))
    return found


def _move(
    old_firm: Stake | None, old_said: Stake | None, new_firm: Stake | None, new_said: Stake | None
) -> Move | None:
    """What became of a rule, by what it has at stake as firm and as said."""
    if old_firm is None or old_said is None:
        return None if new_firm is None or new_said is None else "arises"
    if new_firm is None or new_said is None:
        return "falls_away"
    gave = new_said.high > old_said.high or new_said.high_cap > old_said.high_cap
    took = new_firm.low < old_firm.low or new_said.low < old_said.low or new_firm.low_cap < old_firm.low_cap
    if gave or took:
        # A bad term of which nothing is said any more is open again, and no concession.
        holds = new_said.low > old_said.low or new_said.low_cap > old_said.low_cap
        return "taken_back" if not gave else "given" if holds and not took else "opened"
    rose = new_firm.low > old_firm.low or new_said.low > old_said.low or new_firm.low_cap > old_firm.low_cap
    fell = new_said.high < old_said.high or new_said.high_cap < old_said.high_cap
    if rose or fell:
        return "answered_in_part" if rose and fell else "answered_well" if rose else "answered_badly"
    return None


def _points(old: Stake | None, new: Stake | None, total: int, end: str) -> Fraction:
    if old is None or new is None or not total:
        return Fraction(0)
    halves = new.low - old.low if end == "low" else new.high - old.high
    return Fraction(_HALVES_OF_ALL * new.weight * halves, total)


def _unanswered(
    place: int, old: Assessment, new: Assessment, changed: set[str], earlier: Sequence[Step], asked: int
) -> list[Unanswered]:
    """The questions that were put before and that the new paper passes over: their fields say what they said, vague
    words among them, and are still open."""
    put = [one for step in earlier for one in step.unanswered]
    known = {field for one in put for field in one.fields}
    put += [
        Unanswered(one.rule, one.ask, one.fields, one.points, place)
        for one in questions_asked(old.scorecard, asked)
        if not known.issuperset(one.fields)
    ]
    points = {field: one.points for one in new.scorecard.questions for field in one.fields}
    found = []
    for one in put:
        still = [field for field in one.fields if field in points]
        if still and changed.isdisjoint(one.fields):
            worth = max(points[field] for field in still)
            found.append(Unanswered(one.rule, one.ask, still, worth, one.since))
    found.sort(key=lambda one: (one.since, -one.points))
    return found


def _paper(one: Assessment) -> Paper:
    shown, dated = one.scorecard, one.offer.stated("document.dated")
    return Paper(
        shown.file,
        shown.produced_by.input_sha256,
        shown.offer,
        None if dated is None else str(dated.node.content),
        shown.verdict,
        shown.because,
        shown.score,
        shown.waivers,
    )
