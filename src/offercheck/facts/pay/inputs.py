"""The inputs of the model by name: from the reader's own say, the offer, the profile, or a benchmark, in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Literal, TypeAlias

from offercheck.facts.pay.benchmarks import benchmark
from offercheck.facts.pay.range import Range, between
from offercheck.offer.possible import Span, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.base import Refused
from offercheck.offer.values.numbers import Number, Share, SpanType
from offercheck.offer.values.spelling import nearest, shown
from offercheck.record import record

Origin: TypeAlias = Literal["asked", "offer", "profile", "tables", "benchmark"]

UNITS = {
    "weeks": ("weeks/year", "weeks worked"),
    "hours": ("hours/week", "scheduled hours"),
    "slots": ("slots/hour", "slots for visits"),
    "fill": ("share", "slots that are booked"),
    "no_shows": ("share", "patients who do not come"),
    "failed": ("share", "visits that the technology ends"),
    "unpaid_minutes": ("minutes/visit", "unpaid charting"),
    "unpaid_hours": ("hours/week", "unpaid inbox and meetings"),
    "missed_pay": ("share of the rate", "pay for a missed visit"),
    "failed_pay": ("share of the rate", "pay for a visit that the technology ends"),
    "shift_hours": ("hours/shift", "length of a shift or day"),
    "wrvu_per_visit": ("wRVU/visit", "wRVU of an average visit"),
    "fee_per_visit": ("USD/visit", "what a visit is charged or collected at"),
    "bonus_share": ("share", "what of a conditional bonus is paid"),
    "tenure": ("years", "how long you stay"),
    "tail_chance": ("share", "chance that you come to owe the tail"),
    "tail_multiple": ("premiums", "tail over a year's premium"),
    "premium": ("USD/year", "malpractice premium"),
    "licences": ("USD/year", "state licences that you pay"),
    "dea": ("USD/year", "DEA registrations that you pay"),
    "registrations": ("USD/year", "state controlled-substance registrations that you pay"),
    "credentialing_fees": ("USD", "fees of credentialing"),
    "credentialing_hours": ("hours", "unpaid hours that credentialing takes"),
    "unsaid_costs": ("share", "what you pay of the costs of which the paper does not say who pays them"),
    "equipment": ("USD/year", "equipment"),
    "collaborator_fee": ("USD/month", "a collaborating physician"),
    "unlisted_fee": ("USD/year", "a licence fee that no table has"),
    "next_job": ("months", "from the end of this job to the pay of the next"),
    "start_wait": ("months", "wait for the first paid day"),
    "withheld": ("share", "what is withheld from a bonus"),
    "health": ("USD/year", "the employer's part of health insurance"),
    "dues": ("USD/year", "licence and society dues that are paid for you"),
    "rate": ("USD", "the rate that is paid for time, else for a visit"),
    "visit_rate": ("USD/visit", "the rate for a visit beside one for time"),
    "target": ("USD/hour", "your target for an hour"),
    "other_wages": ("USD/year", "your W-2 wages elsewhere"),
}
"""Each input that `--assume` may set: its unit, and what it is."""

_SHARES = frozenset(name for name, (unit, _) in UNITS.items() if unit.startswith("share"))
_POSITIVE = frozenset({"weeks", "hours", "tenure", "shift_hours"})
_MOST = {"weeks": 53, "hours": 168, "slots": 60, "unpaid_minutes": 240, "unpaid_hours": 100, "shift_hours": 24}
_MOST_OTHER, _MOST_DOLLARS = 1000, 10_000_000
FIELDS_OF = {
    "weeks": "engagement.weeks_per_year",
    "hours": "engagement.hours_per_week",
    "slots": "productivity.slots_per_hour",
    "fill": "productivity.fill_rate",
    "no_shows": "no_show.expected_rate",
    "unpaid_minutes": "productivity.unpaid_minutes_per_visit",
    "unpaid_hours": "productivity.unpaid_hours_per_week",
    "credentialing_hours": "licensure.credentialing_hours",
}
PROFILE_OF = {"hours": "me.target_hours", "target": "me.target_hourly", "other_wages": "me.other_wages"}


@record(frozen=True)
class Assumption:
    """An input that the result rests on: where it comes from, and how far to trust a benchmark."""

    name: str
    value: Range
    unit: str
    origin: Origin
    source: str
    confidence: str = ""


def asked_value(name: str, text: str) -> Range:
    """What the reader types for an input: a figure or a range of it. Raises Refused."""
    if name not in UNITS:
        near = nearest(name, UNITS)
        raise Refused(f"no input is named {shown(name)}", near or ", ".join(UNITS))
    dollars = UNITS[name][0].startswith("USD")
    value = range_of(_kind(name).parse(text.replace("$", "") if dollars else text).get(""))
    if value is None:
        raise Refused(f"{shown(text)} says nothing", "leave it out")
    if name in _POSITIVE and value.low == 0:
        raise Refused(f"{name} is above 0", f"{name}=1")
    return value


def _kind(name: str) -> SpanType:
    if name in _SHARES:
        return Share()
    dollars = UNITS[name][0].startswith("USD")
    return Number(0, _MOST_DOLLARS if dollars else _MOST.get(name, _MOST_OTHER))


def range_of(span: object) -> Range | None:
    """A stated number. Without an upper end it counts at its lowest; a range is expected at its middle."""
    if not isinstance(span, Span):
        return None
    low = Fraction(span.low)
    high = low if span.high is None else Fraction(span.high)
    return between(low, (low + high) / 2, high)


class Inputs:
    """What an offer, its reader and the benchmarks give; what was asked of it is in `used`, with its origin."""

    def __init__(self, values: Values, asked: Mapping[str, Range]) -> None:
        self.values = values
        self.asked = asked
        self.used: dict[str, Assumption] = {}

    def take(self, name: str, stated: Range | None = None, source: str = "", *kinds: str) -> Range | None:
        """An input, noted as used. `stated` is the offer's own where its field does not give it as it is."""
        found = self._find(name, stated, source, kinds or self.kinds())
        if found is None:
            return None
        self.used[name] = found
        return found.value

    def need(self, name: str, stated: Range | None = None, source: str = "", *kinds: str) -> Range:
        """The same of an input that has a benchmark."""
        found = self.take(name, stated, source, *kinds)
        if found is None:
            raise LookupError(name)
        return found

    def rate(self, name: str, stated: Range | None, source: str, per: str) -> Range:
        """What is paid for a unit. Without a stated one it has been asked for."""
        value = self.need(name, stated, source)
        one = self.used[name]
        self.used[name] = Assumption(one.name, one.value, f"USD/{per}", one.origin, one.source, one.confidence)
        return value

    def looked_up(self, name: str, found: Range, source: str) -> Range:
        """An input that the reference tables give, unless it was asked for."""
        if name in self.asked:
            return self.need(name)
        self.used[name] = Assumption(name, found, UNITS[name][0], "tables", source)
        return found

    def words(self, path: str) -> frozenset[str]:
        """What a field may say; empty where it is silent."""
        value = self.values.get(path)
        return value.may if isinstance(value, Words) else frozenset()

    def kinds(self) -> tuple[str, ...]:
        """The kind of care where it is one, and the role, as benchmarks know them."""
        care = self.values.get("care")
        named = tuple(sorted(getattr(care, "sure", frozenset())))
        role = sorted(self.words("role"))
        return (*(named if len(named) == 1 else ()), *(role if len(role) == 1 else ()))

    def _find(self, name: str, stated: Range | None, source: str, kinds: tuple[str, ...]) -> Assumption | None:
        unit = UNITS.get(name, UNITS["rate"])[0]
        if name in self.asked:
            return Assumption(name, self.asked[name], unit, "asked", "--assume")
        path = FIELDS_OF.get(name, "")
        own = stated if stated is not None else _DERIVED.get(name, range_of)(self.values.get(path))
        if own is None and name == "slots":
            own, path = self._slots_from_length(), "productivity.minutes_per_visit"
        if own is None and name == "hours":
            own, path = self._hours_from_caseload()
        if own is not None and not (own.high == 0 and name in _POSITIVE):
            return Assumption(name, own, unit, "offer", source or path)
        mine = range_of(self.values.get(PROFILE_OF.get(name, "")))
        if mine is not None and not (mine.low == 0 and name in _POSITIVE):
            return Assumption(name, mine, unit, "profile", PROFILE_OF[name])
        standing = benchmark(name, *kinds)
        if standing is None:
            return None
        return Assumption(name, standing.value, unit, "benchmark", standing.source, standing.confidence)

    def _slots_from_length(self) -> Range | None:
        minutes = range_of(self.values.get("productivity.minutes_per_visit"))
        return 60 / minutes if minutes is not None and minutes.low > 0 else None

    def _hours_from_caseload(self) -> tuple[Range | None, str]:
        """The hours of a week that is counted in hours or visits to be offered, and the field that says so."""
        for path in ("productivity.caseload", "productivity.minimum_offered"):
            span = self.values.get(path)
            amount = range_of(span)
            if not isinstance(span, Span) or amount is None or amount.low <= 0:
                continue
            counted, _, period = (span.unit or "").partition("/")
            noun = counted.rpartition("_")[2]
            weekly = amount * _A_WEEK[period] if period in _A_WEEK else None
            if weekly is not None and noun == "hour":
                return weekly, path
            slots = self._find("slots", None, "", ()) if noun in _VISITS else None
            if weekly is not None and slots is not None and slots.origin != "benchmark":
                return weekly / slots.value, path
        return None, ""


_A_WEEK = {"week": Fraction(1), "month": Fraction(12, 52), "year": Fraction(1, 52)}
_VISITS = frozenset({"visit", "session", "encounter", "slot"})


def _at_least_something(span: object) -> Range | None:
    """Weeks or hours of a range that begins at none: some work is done."""
    found = range_of(span)
    if found is None or found.low > 0:
        return found
    return between(min(found.expected, Fraction(1)), found.expected, found.high) if found.expected > 0 else None


_DERIVED: dict[str, Callable[[object], Range | None]] = {"weeks": _at_least_something, "hours": _at_least_something}
