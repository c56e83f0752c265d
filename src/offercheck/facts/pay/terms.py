"""From the sorted items of an offer to the terms of the model."""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.pay.gross import (
    MONTHS_A_YEAR,
    Capped,
    Collections,
    PerHour,
    PerVisit,
    PerVisitAbove,
    Salary,
    Steps,
    Term,
    Wrvu,
)
from offercheck.facts.pay.inputs import Inputs, range_of
from offercheck.facts.pay.items import SHIFTS, Apart, Item, Sorted, split_of, stated_rate, steps_of, tiers_of
from offercheck.facts.pay.range import Range, as_range, between, lesser
from offercheck.facts.pay.work import NONE, WHOLE
from offercheck.offer.possible import Entries, Entry, Span

FULL_TIME_HOURS = 40
_PER_YEAR = {"month": MONTHS_A_YEAR, "quarter": 4, "year": 1}
_PERIODS_A_YEAR = {"week": 52, **_PER_YEAR}
_MINUTES_AN_HOUR = 60


class Terms:
    """What is paid: the terms, a guarantee, what is kept out; the main pay; how visits are paid, if they are.

    `yearly` is the year's sum for the hours of this job, `full_time` as it is named; `unit` what the main rate is for.
    `by_visit` says that pay follows the number of visits; `by_piece` that these are cases without appointments.
    """

    def __init__(self, apart: list[Apart]) -> None:
        self.apart = apart
        self.terms: list[Term] = []
        self.guarantee: Term | None = None
        self.visit: PerVisit | None = None
        self.hourly: Range | None = None
        self.yearly: Range | None = None
        self.full_time: Range | None = None
        self.unit = ""
        self.by_visit = False
        self.by_piece = False


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
    _bonuses(items.bonuses, inputs, found)
    for item in items.by_visit:
        _for_more_visits(item, found)
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
        found.hourly = inputs.rate("rate", rates, _places(items.hourly), "hour")
        found.unit = "hour"
        found.terms.append(_capped(PerHour(rate=found.hourly), items.hourly, found))
    elif items.periodic:
        item = items.periodic[0]
        each = inputs.rate("rate", stated_rate(items.periodic), _places(items.periodic), item.per)
        sum_of_year = _for_a_year(each, item.per, inputs)
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


def _for_a_year(amount: Range, per: str, inputs: Inputs) -> Range:
    return amount * inputs.need("weeks") if per == "week" else amount * _PER_YEAR[per]


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
        found.apart.append(Apart(_places(paid), "paid with nothing, and no other rate is said"))
        return
    found.by_visit, found.by_piece = True, not items.visits
    name = "visit_rate" if items.hourly or items.periodic else "rate"
    rate = inputs.rate(name, stated, _places(paid), paid[0].per)
    found.unit = found.unit or paid[0].per
    counts = {item.word("counts") for item in paid}
    if counts <= {"offered", "booked"}:
        found.visit = PerVisit(rate=rate, missed_pay=rate, failed_pay=rate)
        if counts == {"offered"}:
            found.visit = None
            found.terms.append(_capped(PerHour(rate=rate * inputs.need("slots")), paid, found))
            return
    elif found.by_piece:
        found.visit = PerVisit(rate=rate)
    else:
        found.visit = PerVisit(rate=rate, missed_pay=_missed(rate, inputs), failed_pay=_failed(rate, inputs))
    found.terms.append(_capped(found.visit, paid, found))
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
    place = _places(items.shares)
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
    found.terms.append(_capped(Wrvu(rate=rate, per_visit=per_visit, credit=credit, threshold=threshold), [item], found))


def _capped(term: Term, items: list[Item], found: Terms) -> Term:
    """A term with the cap of the one item that it is made of; a cap among several items is kept out."""
    caps = [item for item in items if item.span("cap") is not None]
    if not caps:
        return term
    most = _cap_of_year(caps[0]) if len(items) == 1 else None
    if most is None:
        found.apart.append(Apart(_places(caps), "a cap counts where it is a sum for a month, a quarter or a year"))
        return term
    return Capped(term=term, most=most)


def _cap_of_year(item: Item) -> Range | None:
    cap = item.span("cap")
    currency, _, period = (cap.unit or "").partition("/") if cap is not None else ("", "", "")
    most = range_of(cap)
    return most * _PER_YEAR[period] if most is not None and currency == "USD" and period in _PER_YEAR else None


def _bonuses(items: list[Item], inputs: Inputs, found: Terms) -> None:
    """Bonuses and stipends for a period: those without steps are one sum for the year."""
    total = NONE
    for item in items:
        if tiers_of(item):
            _stepped(item, found)
            continue
        yearly = _for_a_year(item.range("amount") or NONE, item.per, inputs)
        share = _condition(item, inputs)
        most = _cap_of_year(item)
        if share is None:
            found.apart.append(Apart(item.place, "what it needs is counted in a unit that the hours do not answer"))
        else:
            total += yearly * share if most is None else lesser(most, yearly * share)
    if total.high > 0:
        found.terms.append(Salary(yearly=total))


def _for_more_visits(item: Item, found: Terms) -> None:
    """A bonus for each visit, or for those above one number of them in a week, a month, a quarter or a year."""
    tiers = tiers_of(item)
    counted, _, period = item.text("tier_of").rpartition("/")
    of_visits = counted.removeprefix("completed_") in ("visit", "session", "encounter") and period in _PERIODS_A_YEAR
    first = tiers[0].values if tiers else item.entry.values
    rate, start = range_of(first.get("amount")), range_of(first.get("from"))
    if rate is None or len(tiers) > 1 or (tiers and (start is None or not of_visits)):
        found.apart.append(Apart(item.place, "one bonus for a visit above one number of visits is what can be counted"))
        return
    found.by_visit = True
    beyond = start * _PERIODS_A_YEAR[period] if start is not None else NONE
    found.terms.append(_capped(PerVisitAbove(rate=rate, beyond=beyond), [item], found))


def _stepped(item: Item, found: Terms) -> None:
    steps = steps_of(item)
    counted, _, period = item.text("tier_of").rpartition("/")
    of_visits = counted.removeprefix("completed_") in ("visit", "session", "encounter")
    if steps is None or item.per != "month" or period != "month" or not of_visits:
        found.apart.append(
            Apart(item.place, "steps are counted where they pay by the month for visits completed in it")
        )
        return
    found.by_visit = True
    found.terms.append(Steps(steps=steps))


def _condition(item: Item, inputs: Inputs) -> Range | None:
    """How much of a bonus comes: all, what its threshold of hours leaves, or the usual share of a conditional one."""
    needs = item.span("needs")
    if needs is not None:
        unit, _, period = (needs.unit or "").partition("/")
        if not unit.endswith("hour") or period not in ("week", "month", "year"):
            return None
        yearly = inputs.need("weeks") * inputs.need("hours")
        reached = yearly / {"week": 52, "month": MONTHS_A_YEAR, "year": 1}[period]
        return reached.through(lambda hours: Fraction(hours >= needs.low))
    if item.members("depends_on") or item.text("when"):
        return inputs.need("bonus_share")
    return WHOLE


def _floor(item: Item, inputs: Inputs) -> Term:
    each = item.each or NONE
    if item.per in ("minute", "hour"):
        return PerHour(rate=each * _MINUTES_AN_HOUR if item.per == "minute" else each)
    return Salary(yearly=_for_a_year(each, item.per, inputs))


def _places(items: list[Item]) -> str:
    return ", ".join(item.place for item in items)
