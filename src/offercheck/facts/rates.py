"""The rates of an offer beside what an hour should come to for the reader: never a benchmark, only what is stated."""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.bounds import OPEN, bounds, over, plus, rest, times
from offercheck.facts.fact import Fact
from offercheck.offer.possible import Entries, Entry, Span, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.money import Money
from offercheck.offer.values.numbers import Number, Share
from offercheck.record import record

PAY, TARGET = "compensation.pay", "me.target_hourly"
HOURS, WEEKS = "engagement.hours_per_week", "engagement.weeks_per_year"
SLOTS, FILL, MISSED = "productivity.slots_per_hour", "productivity.fill_rate", "no_show.expected_rate"
_MINUTES, _UNPAID = "productivity.unpaid_minutes_per_visit", "productivity.unpaid_hours_per_week"
_MISSED_PAY = "no_show.pay_per_missed_visit"
_MISSED_SHARE, _MISSED_SUM = f"{_MISSED_PAY}.share", f"{_MISSED_PAY}.amount"
_WORK = (HOURS, WEEKS, SLOTS, FILL, MISSED, _MINUTES, _UNPAID)
_CASE = "case"
"""Without an appointment: nobody fails to come."""
_VISITS = frozenset({"visit", "session", "encounter", "slot", _CASE})
_A_YEAR = {"month": 12, "quarter": 4, "year": 1}
_WHATEVER_COMES = frozenset({"offered", "logged_in", "worked"})
_DOLLARS = ("USD", "", None)
_UNMET = 61
"""More slots than an hour has: what stands for a pace that no hour holds."""


@record(frozen=True)
class Rate:
    """What one unit pays in dollars, all rates of the offer together; `counts` is what of it counts, where said."""

    per: str
    amount: Span
    counts: str


def word(entry: Entry, key: str) -> str:
    value = entry.values.get(key)
    return next(iter(value.may)) if isinstance(value, Words) and value.exact else ""


def stated_rate(values: Values) -> Rate | None:
    """The rates as one, from the lowest to the highest; None where they do not add up to a sum for one unit."""
    pay = values.get(PAY)
    if not isinstance(pay, Entries):
        return None
    open_ends = [*pay.maybe, *([pay.unnamed] if pay.unnamed else [])]
    rates = [entry for entry in pay.sure if _may_be_rate(entry)]
    if not rates or any(word(entry, "kind") != "rate" for entry in rates) or any(map(_may_be_rate, open_ends)):
        return None
    amounts = [amount for entry in rates if (amount := _sum_of_one(entry)) is not None]
    units, counted = {word(entry, "per") for entry in rates}, {word(entry, "counts") for entry in rates}
    if len(amounts) < len(rates) or len(units) > 1:
        return None
    highs = [amount.high for amount in amounts]
    high = None if None in highs else max(high for high in highs if high is not None)
    counts = counted.pop() if len(counted) == 1 else "completed"
    return Rate(units.pop(), Span(min(amount.low for amount in amounts), high), counts)


def _may_be_rate(entry: Entry) -> bool:
    kind = entry.values.get("kind")
    return not isinstance(kind, Words) or "rate" in kind.may


def _sum_of_one(entry: Entry) -> Span | None:
    """The sum for one unit; None for shares, steps, other currencies, and full-time figures for part of the time.

    A rate that hangs on something may come to nothing.
    """
    amount, count = entry.values.get("amount"), entry.values.get("per.count")
    if not isinstance(amount, Span) or amount.unit not in _DOLLARS or "tiers" in entry.values:
        return None
    if word(entry, "pro_rata") not in ("", "no"):
        return None
    certain = "depends_on" not in entry.values and "min_minutes" not in entry.values
    each = Span(amount.low if certain else 0, amount.high)
    return over(each, count) if isinstance(count, Span) else each


def _completed(values: Values) -> Span:
    """Visits completed in a scheduled hour."""
    return times(times(bounds(values, SLOTS), bounds(values, FILL, 1)), rest(bounds(values, MISSED, 1)))


def _unpaid_hours(values: Values) -> Span:
    """Unpaid meetings and inbox for each scheduled hour."""
    unpaid = bounds(values, _UNPAID)
    return Span(0, 0) if unpaid.high == 0 else over(unpaid, bounds(values, HOURS))


def _pay_per_hour(values: Values) -> Span:
    rate = stated_rate(values)
    paid = _per_scheduled_hour(rate, values) if rate is not None else OPEN
    charting = times(_completed(values), times(bounds(values, _MINUTES), Span(Fraction(1, 60), Fraction(1, 60))))
    found = over(paid, plus(Span(1, 1), plus(_unpaid_hours(values), charting)))
    return Span(found.low, found.high, "USD/hour")


def _per_scheduled_hour(rate: Rate, values: Values) -> Span:
    """What a rate pays for an hour on duty, if it pays for time.

    R;  R * 60 by the minute;  S / H by the week;  S * 12 / (W * H) by the month, and so on
    """
    hours = bounds(values, HOURS)
    if rate.per in ("minute", "hour"):
        each = 60 if rate.per == "minute" else 1
        sure = not rate.counts or rate.counts in _WHATEVER_COMES
        paid = times(rate.amount, Span(each, each))
        return paid if sure else Span(0, paid.high)
    if rate.per == "week":
        return over(rate.amount, hours)
    if rate.per in _A_YEAR:
        yearly = times(rate.amount, Span(_A_YEAR[rate.per], _A_YEAR[rate.per]))
        return over(yearly, times(bounds(values, WEEKS, 53), hours))
    return OPEN


def _share_of_target(values: Values) -> Span:
    return over(_pay_per_hour(values), bounds(values, TARGET))


def _slots_to_target(values: Values) -> Span:
    """Slots an hour that bring a visit's rate to the target for each real hour.

    v = T * (1 + u) / (f * (p * (1 - n) + q * n - T * (1 - n) * d / 60))
    """
    rate = stated_rate(values)
    if rate is None or rate.per not in _VISITS:
        return OPEN
    target, unpaid = bounds(values, TARGET), _unpaid_hours(values)
    missed = Span(0, 0) if rate.per == _CASE else bounds(values, MISSED, 1)
    fill, minutes = bounds(values, FILL, 1), bounds(values, _MINUTES)
    missed_pay = _for_a_missed_visit(rate, values)
    shares = (Fraction(missed.low), Fraction(1 if missed.high is None else min(missed.high, 1)))

    def left(pay: Fraction, missed_sum: Fraction, target: Fraction, minutes: Fraction, share: Fraction) -> Fraction:
        return pay * (1 - share) + missed_sum * share - target * (1 - share) * minutes / 60

    low = Fraction(0)
    if rate.amount.high is not None and missed_pay.high is not None:
        ends = Fraction(rate.amount.high), Fraction(missed_pay.high), Fraction(target.low), Fraction(minutes.low)
        best = max(left(*ends, share) for share in shares) * Fraction(1 if fill.high is None else fill.high)
        low = target.low * (1 + unpaid.low) / best if best > 0 else Fraction(_UNMET if target.low > 0 else 0)
    if target.high is None or minutes.high is None or unpaid.high is None:
        return Span(low, None)
    ends = Fraction(rate.amount.low), Fraction(missed_pay.low), Fraction(target.high), Fraction(minutes.high)
    worst = min(left(*ends, share) for share in shares) * fill.low
    return Span(low, target.high * (1 + unpaid.high) / worst if worst > 0 else None)


def _for_a_missed_visit(rate: Rate, values: Values) -> Span:
    """Dollars for a visit to which nobody comes; between nothing and the whole rate where that is not said."""
    if rate.counts in ("offered", "booked"):
        return rate.amount
    found, share, dollars = values.get(_MISSED_PAY), values.get(_MISSED_SHARE), values.get(_MISSED_SUM)
    if isinstance(found, Words) and found.may == {"none"}:
        return Span(0, 0)
    if isinstance(found, Words) and found.may == {"full"}:
        return rate.amount
    if isinstance(dollars, Span) and dollars.unit in _DOLLARS:
        return dollars
    return times(rate.amount, share) if isinstance(share, Span) else Span(0, rate.amount.high)


def _share_of_pace(values: Values) -> Span:
    return over(bounds(values, SLOTS), _slots_to_target(values))


PAY_PER_HOUR = Fact(
    "facts.pay_per_hour",
    Money("hour"),
    (PAY, *_WORK),
    _pay_per_hour,
    "What a rate for time comes to for an hour of all the work, the unpaid part too. Bonuses, guarantees and what you "
    "pay yourself are apart.",
)
SHARE_OF_TARGET = Fact(
    "facts.share_of_target",
    Share(10),
    (PAY, *_WORK, TARGET),
    _share_of_target,
    "What a rate for time comes to for an hour of all the work, beside your target for an hour.",
)
SLOTS_TO_TARGET = Fact(
    "facts.slots_to_target",
    Number(0, None, "slots/hour"),
    (PAY, HOURS, FILL, MISSED, _MISSED_PAY, _MINUTES, _UNPAID, TARGET),
    _slots_to_target,
    "The slots or cases an hour that it takes until a rate for each comes to your target for an hour of all the work.",
)
SHARE_OF_PACE = Fact(
    "facts.share_of_pace",
    Share(10),
    (PAY, HOURS, SLOTS, FILL, MISSED, _MISSED_PAY, _MINUTES, _UNPAID, TARGET),
    _share_of_pace,
    "The slots or cases an hour that the paper names, beside those that it takes to reach your target for an hour.",
)
