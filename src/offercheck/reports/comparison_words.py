"""The sentences of a comparison, for the reports that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from offercheck.comparison.comparison import SIDE_BY_SIDE, Comparison, Difference, Pair, Sensitivity
from offercheck.evaluation.scorecard import Score, WaiverShown

OUTCOME_WORDS = {
    "deal_breaker": "deal-breaker",
    "red_flag": "red flag",
    "caution": "caution",
    "ask": "open",
    "good": "good",
    "not_applicable": "does not apply",
}
_LETTERS = "ABCDEFGH"
_ALL_PAIRS = 3
"""So many offers have each of their pairs shown; of more, those that follow each other in the order."""


def letter(at: int) -> str:
    """The name of a column."""
    return _LETTERS[at]


def title(comparison: Comparison, at: int) -> str:
    """What an offer is called: its title, else its file."""
    one = comparison.offers[at]
    return one.offer.title or one.file


def called(comparison: Comparison, at: int) -> str:
    """The letter of an offer's column, or its file where there are too many for columns."""
    return letter(at) if len(comparison.offers) <= SIDE_BY_SIDE else comparison.offers[at].file


def outcome_words(outcome: str, waived: bool) -> str:
    """What a rule shows, and whether the reader accepts it."""
    return f"{OUTCOME_WORDS[outcome]} (waived)" if waived else OUTCOME_WORDS[outcome]


def rules_counted(shown: Sequence[Difference], of: Sequence[Difference]) -> str:
    """How many rules there are where not all of them are shown."""
    return f" ({len(of)} rules)" if len(shown) < len(of) else ""


_NAMED = 8
"""So many offers are named in one sentence; of more, the first."""


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: `A, B and C`, of very many the first: `a.yaml, b.yaml and 9 more`."""
    shown = list(names) if len(names) <= _NAMED else [*names[: _NAMED - 1], f"{len(names) - _NAMED + 1} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def interval(score: Score | None) -> str:
    """A score's ends."""
    if score is None:
        return "no score"
    return str(score.low) if score.low == score.high else f"{score.low}–{score.high}"


def pairs_shown(comparison: Comparison, *, unfold: bool) -> list[Pair]:
    """The pairs that a report tells of: all of a few offers, else those of neighbours in the order."""
    if unfold or len(comparison.offers) <= _ALL_PAIRS:
        return comparison.pairs
    order = comparison.order
    neighbours = [set(pair) for pair in pairwise(order)]
    return [pair for pair in comparison.pairs if {pair.first, pair.second} in neighbours]


def relation(comparison: Comparison, pair: Pair) -> str:
    """How two offers stand to each other, and by what."""
    first, second = letter(pair.first), letter(pair.second)
    if pair.relation == "level":
        return f"{first} and {second} are level."
    if pair.ahead is None:
        scores = [interval(comparison.offers[at].score) for at in (pair.first, pair.second)]
        return f"{first} and {second} cannot be told apart yet: {' and '.join(scores)}."
    behind = pair.second if pair.ahead == pair.first else pair.first
    return f"{letter(pair.ahead)} is ahead of {letter(behind)}: {_by_what(comparison, pair.ahead, behind)}."


def _by_what(comparison: Comparison, ahead: int, behind: int) -> str:
    better, worse = comparison.offers[ahead].score, comparison.offers[behind].score
    if better is not None and worse is not None and better.low > worse.high:
        return f"at least {better.low} against at most {worse.high}"
    return f"{letter(behind)} has a deal-breaker, and in {letter(ahead)} none is possible"


def broken_by(comparison: Comparison, pair: Pair) -> str | None:
    """The deal-breaker of the one behind, in the checklist's words and the offer's; None where it is not out."""
    for at in (pair.first, pair.second):
        one = comparison.offers[at]
        if pair.ahead not in (None, at) and one.verdict == "walk_away":
            return f"{letter(at)} is out: {one.because}"
    return None


def what_would_tell(pair: Pair) -> str:
    """The line above the questions of a pair that cannot be told apart."""
    if pair.could_lead is None:
        return "No answer to an open question could tell them apart."
    return f"The shortest way to tell: {letter(pair.could_lead)} would be ahead if the answers to these favour it:"


def speaking_for(pair: Pair, at: int) -> list[Difference]:
    """The differences that speak for one offer of a pair, the weightiest first."""
    return [one for one in pair.differences if (one.points > 0 if at == pair.first else one.points < 0)]


def speaking_line(pair: Pair, at: int, one: Difference) -> str:
    """What a rule says of both, the one that it speaks for first."""
    mine, theirs = one.outcomes if at == pair.first else one.outcomes[::-1]
    words = [outcome_words(*shown) for shown in zip(one.outcomes, one.waived, strict=True)]
    here, there = words if at == pair.first else words[::-1]
    other = pair.second if at == pair.first else pair.first
    not_yet = "" if one.sure else ", so far"
    if mine == theirs:
        better = one.high > 0 if at == pair.first else one.high < 0
        worst = "but here it is firm" if mine in ("caution", "good") else "but here it cannot turn out as badly"
        return f"{here} in both, {'but here it may turn out better' if better else worst}"
    return f"{here}, in {letter(other)} {there}{not_yet}"


def one_sided_line(pair: Pair) -> str:
    """How many rules apply to one offer of a pair alone; empty where none do."""
    counts = ((pair.first, pair.only_first), (pair.second, pair.only_second))
    parts = [f"{len(rules)} in {letter(at)}" for at, rules in counts if rules]
    return f"Rules that apply to one only: {' and '.join(parts)}." if parts else ""


def survival(comparison: Comparison, found: Sensitivity) -> Iterator[str]:
    """What other weights of the areas do to the first place, in sentences."""
    shares = sorted(range(len(found.shares)), key=lambda at: (-found.shares[at], at))
    named = [f"{called(comparison, at)} in {found.shares[at]:g}%" for at in shares if found.shares[at]]
    yield f"Over {found.weightings:,} weightings of the areas, drawn evenly, first is {listed(named)}."
    if not found.changes:
        yield f"No area alone, raised or lowered up to {found.most} times, changes who is first."
        return
    smallest = found.changes[0]
    winners = listed([called(comparison, at) for at in smallest.winners])
    yield (
        f"The smallest change that does: {smallest.title} at {smallest.factor:g} times its priority puts "
        f"{winners} first."
    )
    others = [f"{one.title} ({one.factor:g} times)" for one in found.changes[1:4]]
    if others:
        yield f"Then {listed(others)}."


def waived_words(waivers: Sequence[WaiverShown]) -> str:
    """How many flags of an offer the reader accepts, and the cap that they lift: `2 flags (39 at most without)`."""
    used = [one for one in waivers if one.state == "used"]
    if not used:
        return "none"
    caps = [one.cap for one in used if one.cap is not None]
    return f"{len(used)} flag{'s' if len(used) > 1 else ''}" + (f", else {min(caps)} at most" if caps else "")


def waiver_notes(named: Sequence[tuple[str, Sequence[WaiverShown]]]) -> Iterator[str]:
    """What each waiver did to offers that have names, in the order of their file."""
    for at, one in enumerate(named[0][1]):
        rule, did = one.rule, [(name, waivers[at]) for name, waivers in named]
        used = [f"{name} ({_accepted(shown)})" for name, shown in did if shown.state == "used"]
        silent = [name for name, shown in did if shown.state == "silence"]
        if one.state == "expired":
            yield f"A waiver of {rule} ended on {one.until}: {one.reason}"
        elif used:
            yield f"Waived until {one.until}: {rule} in {listed(used)}: {one.reason}"
        elif not silent:
            flag = one.accepts.replace("_", "-")
            yield f"The waiver of {rule} is not used: there is no {flag} or milder flag."
        if silent:
            yield (
                f"The waiver of {rule} does nothing for {listed(silent)}: what the paper does not say cannot be "
                "accepted, only asked."
            )


def _accepted(shown: WaiverShown) -> str:
    words = OUTCOME_WORDS[shown.outcome or shown.accepts]
    return words if shown.cap is None else f"{words}, else {shown.cap} at most"


def notes(comparison: Comparison) -> Iterator[str]:
    """What the comparison rests on."""
    yield from waiver_notes([(called(comparison, at), one.waivers) for at, one in enumerate(comparison.offers)])
    roles = list(dict.fromkeys(one.offer.role or "no role said" for one in comparison.offers))
    if len(roles) > 1:
        yield f"Not the same job ({', '.join(roles)}): many rules apply to one only."
    if comparison.produced_by.profile is not None:
        yield f"All are judged for the reader that {comparison.produced_by.profile} describes."
    yield from set_aside_note(comparison.set_aside)


def set_aside_note(rules: Sequence[str]) -> Iterator[str]:
    """How many rules had no profile to read."""
    if len(rules) == 1:
        yield "1 rule needs your profile (--me) and was set aside."
    elif rules:
        yield f"{len(rules)} rules need your profile (--me) and were set aside."
