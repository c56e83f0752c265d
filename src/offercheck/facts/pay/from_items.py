"""From the sorted items of an offer to the terms of the model."""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.pay.bonuses import bonuses, for_more_visits
from offercheck.facts.pay.gross import Collections, PerHour, PerVisit, Salary, Term, Wrvu
from offercheck.facts.pay.inputs import Inputs, range_of
from offercheck.facts.pay.items import SHIFTS, Apart, Item, Sorted, split_of, stated_rate, tiers_of
from offercheck.facts.pay.range import Range, as_range, between, lesser
from offercheck.facts.pay.terms import Terms, capped, for_a_year, places
from offercheck.facts.pay.work import NONE, WHOLE
from offercheck.offer.possible import Entries, Entry, Span

FULL_TIME_HOURS = 40
_MINUTES_AN_HOUR = 60


def terms_of(items: Sorted, inputs: Inputs) -> Terms:
    """All terms of an offer. Without any, `apart` says what keeps it from a price."""
    found = Terms(list(items.apart))
    _for_time(items, inputs, found)
    _for_visits(items, inputs, found)
    if items.shares:
        _for_fees(items, inputs, found)
    for item in items.wrvu[:1]:
        _for_wrvu(item, inputs, found)
    found.apart += [Apart(item.place, "a second rate per wRVU: only the first is counted") for item in items.wrvu[1:]]
    if not found.terms:
        _guaranteed_alone(items, inputs, found)
    if not found.terms:
        found.apart += [
            Apart(item.place, "it comes beside a rate, and none is said") for item in (*items.bonuses, *items.by_visit)
        ]
        return found
    bonuses(items.bonuses, inputs, found)
    for item in items.by_visit:
        for_more_visits(item, found)
    for item in items.floors:
        found.guarantee = _floor(item, inputs)
    return found


def _guaranteed_alone(items: Sorted, inputs: Inputs, found: Terms) -> None:
    """Where no rate can be counted, a guarantee is what is sure to come."""
    if items.floors:
        floor = _floor(items.floors[0], inputs)
        found.terms.append(floor)
        found.hourly, found.yearly = getattr(floor, "rate", None), getattr(floor, "yearly", None)
        found.full_time = found.yearly
        found.apart.append(Apart(items.floors[0].place, "the guarantee alone is counted: no rate is said beside it"))


def _for_time(items: Sorted, inputs: Inputs, found: Terms) -> None:
    if items.hourly:
        rates = stated_rate(_by_hour(items.hourly, inputs))
        found.hourly = inputs.rate("rate", rates, places(items.hourly), "hour")
        found.unit = "hour"
        found.terms.append(capped(PerHour(rate=found.hourly), items.hourly, found))
    elif items.periodic:
        item = items.periodic[0]
        each = inputs.rate("rate", stated_rate(items.periodic), places(items.periodic), item.per)
        sum_of_year = for_a_year(each, item.per, inputs)
        found.full_time = sum_of_year
        found.unit = item.per
        found.yearly = _pro_rated(sum_of_year, item.word("pro_rata"), inputs)
        found.terms.append(Salary(yearly=found.yearly))


def _by_hour(items: list[Item], inputs: Inputs) -> list[Item]:
    turned: list[Item] = []
    for item in items:
        hours = as_range(Fraction(1, _MINUTES_AN_HOUR)) if item.per == "minute" else WHOLE
        if item.per in SHIFTS:
            hours = inputs.need("shift_hours")
        turned.append(Item(item.entry, item.place, hours))
    return turned


def _pro_rated(yearly: Range, pro_rata: str, inputs: Inputs) -> Range:
    """A full-time figure for the hours of this job: all of it, or perhaps, where the paper leaves that open."""
    if pro_rata not in ("yes", "partly"):
        return yearly
    share = lesser(1, inputs.need("hours") / FULL_TIME_HOURS)
    reduced = yearly * share
    if pro_rata == "yes":
        return reduced
    return between(reduced.low, (reduced.expected + yearly.expected) / 2, yearly.high)


def _for_visits(items: Sorted, inputs: Inputs, found: Terms) -> None:
    paid = items.visits or items.pieces
    if not paid:
        return
    stated = stated_rate(paid)
    if stated is not None and stated.high == 0 and "rate" not in inputs.asked:
        found.apart.append(Apart(places(paid), "paid with nothing, and no other rate is said"))
        return
    found.by_visit, found.by_piece = True, not items.visits
    name = "visit_rate" if items.hourly or items.periodic else "rate"
    rate = inputs.rate(name, stated, places(paid), paid[0].per)
    found.unit = found.unit or paid[0].per
    counts = {item.word("counts") for item in paid}
    if counts <= {"offered", "booked"}:
        found.visit = PerVisit(rate=rate, missed_pay=rate, failed_pay=rate)
        if counts == {"offered"}:
            found.visit = None
            found.terms.append(capped(PerHour(rate=rate * inputs.need("slots")), paid, found))
            return
    elif found.by_piece:
        found.visit = PerVisit(rate=rate)
    else:
        found.visit = PerVisit(rate=rate, missed_pay=_missed(rate, inputs), failed_pay=_failed(rate, inputs))
    found.terms.append(capped(found.visit, paid, found))
    short = [item for item in paid if "min_minutes" in item.entry.values]
    found.apart += [Apart(item.place, "visits that are too short go unpaid: how many is not said") for item in short]


def _missed(rate: Range, inputs: Inputs) -> Range:
    """What a missed visit pays: a share of the rate, or a sum of its own."""
    path = "no_show.pay_per_missed_visit"
    amount = range_of(inputs.values.get(f"{path}.amount"))
    word = inputs.words(path)
    if amount is not None and amount.high > 0 and "missed_pay" not in inputs.asked:
        return amount
    share = range_of(inputs.values.get(f"{path}.share"))
    if share is None and word == {"part"}:
        share = between(0, Fraction(1, 2), 1)
    if share is None and not word and "missed_pay" not in inputs.asked:
        late = _cancelled_last(inputs)
        if late is not None and isinstance(late.values.get("pay.amount"), Span):
            return range_of(late.values.get("pay.amount")) or NONE
        share, path = range_of(late.values.get("pay.share")) if late is not None else None, "no_show.late_cancel"
    return rate * inputs.need("missed_pay", share, path)


def _cancelled_last(inputs: Inputs) -> Entry | None:
    """What is paid at the shortest notice, as the nearest to a patient who does not come at all."""
    notices = inputs.values.get("no_show.late_cancel")
    entries = notices.sure if isinstance(notices, Entries) else ()
    dated = [(under.low, entry) for entry in entries if isinstance(under := entry.values.get("under"), Span)]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def _failed(rate: Range, inputs: Inputs) -> Range:
    path = "technology.outage_pay"
    word = inputs.words(path)
    share = {"full": WHOLE, "none": NONE, "part": between(0, Fraction(1, 2), 1)}.get("".join(word))
    return rate * inputs.need("failed_pay", share, path)


def _for_fees(items: Sorted, inputs: Inputs, found: Terms) -> None:
    """A share of what visits bring in, less what is taken from it."""
    place = places(items.shares)
    bases = [base for base in (item.range("base") for item in items.shares) if base is not None]
    charged = inputs.take("fee_per_visit", _enclosing(bases) if bases else None, place)
    if charged is None:
        found.apart.append(
            Apart(place, "what a visit is charged or collected at is not said: --assume fee_per_visit=120")
        )
        return
    taken = [share for share in (fee.range("share") for fee in items.fees) if share is not None]
    split = _enclosing([split for split in map(split_of, items.shares) if split is not None]) - sum(taken, start=NONE)
    if split.low < 0:
        found.apart.append(Apart(place, "more is taken from the fee than it comes to"))
        return
    found.by_visit = True
    lag = items.shares[0].range("paid_after") or NONE
    found.terms.append(Collections(allowed=charged, collected=WHOLE, split=split, lag_days=lag))
    found.visit = found.visit or PerVisit(rate=charged * split)


def _enclosing(figures: list[Range]) -> Range:
    """From the lowest to the highest of some figures; expected is the middle of what is expected of them."""
    expected = sum((one.expected for one in figures), start=Fraction(0)) / len(figures)
    return between(min(one.low for one in figures), expected, max(one.high for one in figures))


def _for_wrvu(item: Item, inputs: Inputs, found: Terms) -> None:
    tiers = tiers_of(item)
    first = tiers[0].values if tiers else item.entry.values
    rate, threshold = range_of(first.get("amount")), range_of(first.get("from")) or NONE
    if rate is None or len(tiers) > 1:
        found.apart.append(Apart(item.place, "one rate per wRVU above one threshold is what can be counted"))
        return
    found.by_visit = True
    credit = item.range("telehealth_credit") or WHOLE
    per_visit = inputs.need("wrvu_per_visit")
    found.terms.append(capped(Wrvu(rate=rate, per_visit=per_visit, credit=credit, threshold=threshold), [item], found))


def _floor(item: Item, inputs: Inputs) -> Term:
    each = item.each or NONE
    if item.per in ("minute", "hour"):
        return PerHour(rate=each * _MINUTES_AN_HOUR if item.per == "minute" else each)
    return Salary(yearly=for_a_year(each, item.per, inputs))
