"""What the promised hours hold: the threshold of a bonus, and the hours that the reader wants."""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.bounds import OPEN, bounds, over, rest, times
from offercheck.facts.fact import Fact, words_for
from offercheck.facts.rates import FILL, HOURS, MISSED, PAY, SLOTS, WEEKS, word
from offercheck.offer.possible import Entries, Entry, Line, Members, Span, Truth, Words, some
from offercheck.offer.readings import Values
from offercheck.offer.values.numbers import Share
from offercheck.offer.values.words import OneOf

_MINE = "me.target_hours"
_LONGEST = {"week": Fraction(1), "month": Fraction(31, 7), "quarter": Fraction(92, 7)}
"""The weeks that a period may have."""
_PART_OF_YEAR = {"week": 52, "month": 12, "quarter": 4, "year": 1}
_VISITS = frozenset({"visit", "session", "encounter"})
_ON_VOLUME = frozenset({"volume", "unknown"})


def _bonus_out_of_reach(values: Values) -> Words:
    pay = values.get(PAY)
    if not isinstance(pay, Entries):
        return words_for(None)
    out = [_out_of_reach(entry, values) for entry in pay.sure]
    others = [*pay.maybe, *([pay.unnamed] if pay.unnamed else [])]
    perhaps = [False if _out_of_reach(entry, values) is False else None for entry in others]
    return words_for(some((*out, *perhaps)))


def _out_of_reach(entry: Entry, values: Values) -> Truth:
    """Whether an item is a bonus over a threshold that the promised hours cannot hold."""
    kind, per = entry.values.get("kind"), entry.values.get("per")
    if isinstance(kind, Words) and "bonus" not in kind.may:
        return False
    if isinstance(per, Words) and per.may.isdisjoint(_PART_OF_YEAR):
        return False  # for each unit of the work, or once
    threshold = _threshold(entry)
    if threshold is None:
        depends = entry.values.get("depends_on")
        return False if isinstance(depends, Members) and depends.maybe.isdisjoint(_ON_VOLUME) else None
    beyond = _beyond(threshold, values)
    return beyond if word(entry, "kind") == "bonus" or beyond is False else None


def _threshold(entry: Entry) -> Span | None:
    """What must be reached before anything is paid, with its unit: the first step where there are several."""
    needs, counted, tiers = (entry.values.get(key) for key in ("needs", "tier_of", "tiers"))
    if isinstance(needs, Span):
        return needs
    if not isinstance(counted, Line) or counted.text is None or not isinstance(tiers, Entries):
        return None
    starts = [start for tier in tiers.sure if isinstance(start := tier.values.get("from"), Span)]
    if len(starts) < len(tiers.sure) or not starts:
        return None
    first = min(starts, key=lambda start: start.low)
    return Span(first.low, first.high, counted.text)


def _beyond(threshold: Span, values: Values) -> Truth:
    """Whether it lies above all that the promised hours can hold; false where they surely bring it."""
    if threshold.high == 0:
        return False
    counted, _, period = (threshold.unit or "").partition("/")
    noun = counted.rpartition("_")[2]
    if period not in _PART_OF_YEAR or noun not in _VISITS | {"hour"}:
        return None
    work = _in_an_hour(values) if noun in _VISITS else Span(1, 1)
    weekly = times(work, bounds(values, HOURS))
    weeks = bounds(values, WEEKS, 53)
    longest = _LONGEST.get(period, weeks.high or 53)
    if weekly.high is not None and threshold.low > weekly.high * longest:
        return True
    surely = Fraction(weekly.low) if period == "week" else weekly.low * weeks.low / Fraction(_PART_OF_YEAR[period])
    return False if threshold.high is not None and threshold.high <= surely else None


def _in_an_hour(values: Values) -> Span:
    return times(times(bounds(values, SLOTS), bounds(values, FILL, 1)), rest(bounds(values, MISSED, 1)))


def _share_of_your_hours(values: Values) -> Span:
    return over(bounds(values, HOURS), bounds(values, _MINE)) if HOURS in values and _MINE in values else OPEN


BONUS_OUT_OF_REACH = Fact(
    "facts.bonus_out_of_reach",
    OneOf("yes no"),
    (PAY, HOURS, WEEKS, SLOTS, FILL, MISSED),
    _bonus_out_of_reach,
    "A bonus begins above what the promised hours, or the visits they hold, can come to.",
)
SHARE_OF_YOUR_HOURS = Fact(
    "facts.share_of_your_hours",
    Share(10),
    (HOURS, _MINE),
    _share_of_your_hours,
    "The hours a week that the paper names, beside those that you want.",
)
