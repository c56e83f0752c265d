"""Rounds of a negotiation in words, line by line, for the reports that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from offercheck.evaluation.scorecard import Score
from offercheck.reports.comparison_words import OUTCOME_WORDS, interval, outcome_words, set_aside_note, waiver_notes
from offercheck.rounds.rounds import Move, Rounds, RuleMove, Step, TermChange, Unanswered

MOVE_TITLES: dict[Move, str] = {
    "given": "Given",
    "taken_back": "Taken back",
    "opened": "Opened again",
    "answered_well": "Answered well",
    "answered_in_part": "Answered in part",
    "answered_badly": "Answered badly",
    "arises": "Now arises",
    "falls_away": "No longer arises",
    "shifted": "Moved by the kind of paper alone",
}

_FOLDED = 5
"""So many of a kind are shown of what is not a matter of give and take."""


def step_title(step: Step) -> str:
    return f"From round {step.before + 1} to round {step.after + 1}"


def score_line(rounds: Rounds, step: Step) -> str:
    """How the interval moved: `20-39, 20% answered → 35-69, 41% answered`."""
    return f"{_score(rounds.papers[step.before].score)} → {_score(rounds.papers[step.after].score)}"


def _score(score: Score | None) -> str:
    return interval(score) if score is None else f"{interval(score)}, {score.answered}% answered"


def counted(step: Step) -> str:
    """How often each happened: `2 given, 1 taken back, 3 asked and not answered`."""
    counts = [
        f"{_count(step, move)} {title[0].lower()}{title[1:]}"
        for move, title in MOVE_TITLES.items()
        if _count(step, move)
    ]
    if step.unanswered:
        counts.append(f"{len(step.unanswered)} asked and not answered")
    return ", ".join(counts) or "no rule is judged differently"


def _count(step: Step, move: Move) -> int:
    return sum(one.move == move for one in step.rules)


def rule_line(one: RuleMove) -> str:
    """`Who buys the tail?  red flag → good, low end +2.1, high end +2.1`."""
    moved = [f"{name} {points:+g}" for name, points in (("low end", one.low), ("high end", one.high)) if points]
    again = f" (given in round {one.given_in + 1})" if one.given_in is not None else ""
    before, after = OUTCOME_WORDS[one.before], outcome_words(one.after, one.waived)
    changed = after if one.before == one.after else f"{before} → {after}"
    return f"{one.question} {', '.join([changed, *moved])}{again}"


def term_line(one: TermChange) -> str:
    """`malpractice.tail_paid_by: clinician → employer (email)`."""
    places = _places(one)
    if not one.before and not one.after:
        return f"{one.field}: the same ({places})"
    return f"{one.field}: {'; '.join(one.before) or 'not said'} → {'; '.join(one.after) or 'not said'}" + (
        f" ({places})" if places else ""
    )


def _places(one: TermChange) -> str:
    before, after = one.place_before, one.place_after
    if before is None or after is None or before == after:
        return after or ""
    return f"{before} → {after}"


def unanswered_line(one: Unanswered, step: Step) -> str:
    since = f" Asked since round {one.since + 1}." if one.since < step.before else ""
    return f"{one.ask}{since}"


def weaker(step: Step) -> list[TermChange]:
    """What stands in a place that binds less than before."""
    return [one for one in step.terms if one.standing == "weaker"]


def unread(step: Step) -> list[TermChange]:
    """The changed terms under no rule that moved, nor under those in a weaker place."""
    told = {field for one in step.rules for field in one.fields}
    return [one for one in step.terms if one.field not in told and one.standing != "weaker"]


def notes(rounds: Rounds) -> Iterator[str]:
    """What the rounds rest on."""
    for at, (old, new) in enumerate(pairwise(rounds.papers), 1):
        if old.dated is not None and new.dated is not None and new.dated < old.dated:
            yield f"Round {at + 1} is dated {new.dated}, before round {at}: the oldest paper comes first."
    yield from waiver_notes([(f"round {at}", one.waivers) for at, one in enumerate(rounds.papers, 1)])
    if rounds.produced_by.profile is not None:
        yield f"All are judged for the reader that {rounds.produced_by.profile} describes."
    yield from set_aside_note(rounds.set_aside)


def moves(step: Step) -> Iterator[tuple[str, Sequence[RuleMove]]]:
    """The rules that moved, by what became of them."""
    for move, title in MOVE_TITLES.items():
        found = [one for one in step.rules if one.move == move]
        if found:
            yield title, found


def shown_of(found: Sequence[RuleMove], *, unfold: bool) -> Sequence[RuleMove]:
    """Of the rules that moved one way those that are shown: all, unless it is no matter of give and take."""
    return found if unfold or found[0].move in ("given", "taken_back") else found[:_FOLDED]
