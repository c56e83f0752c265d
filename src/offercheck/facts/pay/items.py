"""The items of `compensation.pay` sorted: which are rates of one kind, which come on top, which cannot be counted."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from offercheck.facts.pay.inputs import range_of
from offercheck.facts.pay.range import Range, as_range, between
from offercheck.offer.possible import Entries, Entry, Line, Members, Span, Words
from offercheck.offer.readings import Values
from offercheck.record import record

PAY = "compensation.pay"
MOST_ITEMS = 100
"""More than any offer has, and few enough to be worked out at once."""
HOURS = frozenset({"minute", "hour"})
SHIFTS = frozenset({"shift", "day", "night"})
PERIODS = frozenset({"week", "month", "quarter", "year"})
VISITS = frozenset({"visit", "session", "encounter", "slot"})
PIECES = ("case", "chart", "message")
ONE = as_range(1)
_COUNTED = VISITS | HOURS | SHIFTS | PERIODS | frozenset(PIECES)
_FEES = frozenset({"collected", "billed", "patient_fee"})
_PARTS = ("service", "modality", "credential", "states", "payer", "time", "patients")


@record(frozen=True)
class Apart:
    """An item of the offer that is not in the price, and why."""

    field: str
    why: str


@record(frozen=True)
class Item:
    """One item of pay: its place, and what it says of itself in plain words."""

    entry: Entry
    place: str
    hours: Range = ONE
    """The hours that its unit takes, where it counts by the hour."""

    def word(self, key: str) -> str:
        value = self.entry.values.get(key)
        return next(iter(value.may)) if isinstance(value, Words) and value.exact else ""

    def text(self, key: str) -> str:
        value = self.entry.values.get(key)
        return value.text or "" if isinstance(value, Line) else ""

    def range(self, key: str) -> Range | None:
        return range_of(self.entry.values.get(key))

    def span(self, key: str) -> Span | None:
        value = self.entry.values.get(key)
        return value if isinstance(value, Span) else None

    def members(self, key: str) -> frozenset[str]:
        value = self.entry.values.get(key)
        return value.sure if isinstance(value, Members) else frozenset()

    @property
    def per(self) -> str:
        return self.word("per")

    @property
    def each(self) -> Range | None:
        """The sum for one unit: 22 for 15 minutes is 22/15 for one. None without a sum."""
        amount, count = self.range("amount"), self.span("per.count")
        return None if amount is None else amount / (self.hours * Fraction(count.low if count else 1))

    @property
    def narrowed(self) -> bool:
        """Whether it is for some of the work only."""
        return any(f"for.{part}" in self.entry.values for part in _PARTS)

    @property
    def purpose(self) -> str:
        """What it is for where that is not some of the work."""
        return "" if self.narrowed else self.text("for")

    @property
    def currency(self) -> str:
        span = self.span("amount")
        return span.unit or "" if span is not None else ""


class Sorted:
    """Rates for time and for visits, shares of fees, other items by their kind; what is kept out, with the reason.

    With `rate_asked` the reader brings a figure for a rate that the offer does not give.
    """

    def __init__(self, *, rate_asked: bool = False) -> None:
        self.rate_asked = rate_asked
        self.hourly: list[Item] = []
        self.periodic: list[Item] = []
        self.visits: list[Item] = []
        self.pieces: list[Item] = []
        self.wrvu: list[Item] = []
        self.shares: list[Item] = []
        self.bonuses: list[Item] = []
        self.by_visit: list[Item] = []
        self.floors: list[Item] = []
        self.fees: list[Item] = []
        self.apart: list[Apart] = []

    def keep_out(self, item: Item, why: str) -> None:
        self.apart.append(Apart(item.place, why))


def sort_items(values: Values, *, rate_asked: bool = False) -> Sorted:
    """Every item in its place."""
    found = Sorted(rate_asked=rate_asked)
    pay = values.get(PAY)
    if not isinstance(pay, Entries) or not pay.sure:
        found.apart.append(Apart(PAY, _no_rate(values)))
        return found
    for item in (Item(entry, f"{PAY}[{entry.index + 1}]") for entry in pay.sure[:MOST_ITEMS]):
        _sort(item, found)
    if len(pay.sure) > MOST_ITEMS:
        found.apart.append(Apart(PAY, f"the first {MOST_ITEMS} items are counted, the others are not"))
    _one_statement_of_time(found)
    _one_kind_of_piece(found)
    return found


def _no_rate(values: Values) -> str:
    if "compensation.advertised" in values:
        return "the figures are advertised, and owed by nobody: ask for the rate in writing"
    return "no rate is said: ask what is paid, and per what"


def _sort(item: Item, found: Sorted) -> None:
    kind = item.word("kind")
    amount = item.span("amount")
    if amount is not None and amount.high is None:
        found.keep_out(item, "what lies above its lowest figure: it names no upper end")
    if item.currency not in ("", "USD", "%"):
        found.keep_out(item, f"{_in_its_currency(item)}: currencies are kept apart, never converted")
    elif kind == "rate":
        _sort_rate(item, found)
    elif kind in ("bonus", "stipend"):
        _sort_bonus(item, found)
    elif kind == "floor":
        _sort_floor(item, found)
    elif kind == "fee":
        found.fees.append(item)
    else:
        found.keep_out(item, _NOT_PAY.get(kind, "it may be of several kinds: say which"))


def _in_its_currency(item: Item) -> str:
    """`GBP 18 a session`."""
    amount = item.range("amount")
    if amount is None:
        return f"in {item.currency}"
    ends = [f"{float(end):g}" for end in (amount.low, amount.high)]
    return f"{item.currency} {ends[0] if amount.exact else '-'.join(ends)} {_a(item.per)}"


_NOT_PAY = {
    "advance": "an advance is earned or repaid: it adds nothing to a year's pay",
    "expense": "what you spend comes back: it is not pay",
    "in_kind": "it has no price here",
    "differential": "on top of the rate, for work whose share of the hours is not said",
}


def _sort_rate(item: Item, found: Sorted) -> None:
    per = item.per
    if "of" in item.entry.values:
        _sort_share(item, found)
    elif _without_figure(item) and not (found.rate_asked and per in _COUNTED):
        guess = "; --assume rate=40 tries a guess" if per in _COUNTED else ""
        found.keep_out(item, f"the figure is not said: ask what {_a(per)} pays{guess}")
    elif per in ("wrvu",):
        found.wrvu.append(item)
    elif "on_call" in item.members("for.time"):
        found.keep_out(item, "for being on call: how often is not said")
    elif per in VISITS:
        found.visits.append(item)
    elif per in PIECES and "depends_on" not in item.entry.values:
        found.pieces.append(item)
    elif per in HOURS | SHIFTS | PERIODS:
        _sort_time(item, found)
    else:
        found.keep_out(item, _unit_not_counted(per))


def _without_figure(item: Item) -> bool:
    return "tiers" not in item.entry.values and item.range("amount") is None


def _sort_share(item: Item, found: Sorted) -> None:
    if item.word("of") not in _FEES:
        found.keep_out(item, "a share of the pay: of which part of the work is not said")
    elif split_of(item) is None:
        found.keep_out(item, "the share is not said: ask how much of the fee is yours")
    else:
        found.shares.append(item)


def split_of(item: Item) -> Range | None:
    """The share of a fee that is the clinician's; the whole of one that patients pay unless a share is named."""
    shares = [share for share in (range_of(tier.values.get("share")) for tier in tiers_of(item)) if share is not None]
    if shares:
        return between(min(one.low for one in shares), shares[0].expected, max(one.high for one in shares))
    stated = item.range("share")
    return as_range(1) if stated is None and item.word("of") == "patient_fee" else stated


def _unit_not_counted(per: str) -> str:
    return "paid once: not part of a year's pay" if per == "once" else f"how often {_a(per)} comes is not said"


def _a(unit: str) -> str:
    unit = unit or "unit"
    return f"{'an' if unit[0] in 'aeiou' and unit != 'unit' else 'a'} {unit.replace('_', ' ')}"


def _sort_time(item: Item, found: Sorted) -> None:
    if item.purpose:
        found.keep_out(item, f"for {item.purpose}: how much work it takes is not said")
    elif item.members("depends_on"):
        found.keep_out(item, f"it hangs on {', '.join(sorted(item.members('depends_on')))}: whether it comes is open")
    else:
        (found.periodic if item.per in PERIODS else found.hourly).append(item)


def _sort_bonus(item: Item, found: Sorted) -> None:
    if item.per == "wrvu":
        found.wrvu.append(item)
    elif item.per in VISITS - {"slot"} and _for_all_visits(item):
        found.by_visit.append(item)
    elif item.per not in PERIODS:
        found.keep_out(item, _unit_not_counted(item.per))
    elif _without_figure(item):
        found.keep_out(item, "the figure is not said")
    else:
        found.bonuses.append(item)


def _for_all_visits(item: Item) -> bool:
    """Whether a bonus comes with every visit beyond a number of them, whatever else."""
    return not item.narrowed and not {"depends_on", "when", "needs", "for"} & item.entry.values.keys()


def _sort_floor(item: Item, found: Sorted) -> None:
    lasts = item.span("lasts")
    if lasts is not None and lasts.low < 365:
        found.keep_out(item, "the guarantee ends within the year: the pay shown is the one without it")
    elif item.each is None or item.per not in HOURS | PERIODS:
        found.keep_out(item, "a guarantee is counted where its sum per hour, week, month or year is said")
    else:
        found.floors.append(item)


def _one_statement_of_time(found: Sorted) -> None:
    """An hourly and a yearly figure side by side say the same pay twice."""
    if found.hourly:
        for item in found.periodic:
            found.keep_out(item, "the hourly rate is counted; this reads as the same pay for a longer time")
        found.periodic = []
    elif found.periodic:
        longest = max((item.per for item in found.periodic), key=("week", "month", "quarter", "year").index)
        for item in [item for item in found.periodic if item.per != longest]:
            found.keep_out(item, f"the pay by the {longest} is counted; this reads as the same")
            found.periodic.remove(item)


def _one_kind_of_piece(found: Sorted) -> None:
    """Messages, charts and cases come in numbers that are not said: one kind can stand for the whole work."""
    present = [unit for unit in PIECES if any(item.per == unit for item in found.pieces)]
    whole = [] if found.visits or found.shares or found.hourly or found.periodic else present[:1]
    for item in [item for item in found.pieces if item.per not in whole]:
        found.keep_out(item, _unit_not_counted(item.per))
        found.pieces.remove(item)


def stated_rate(items: list[Item]) -> Range | None:
    """The rates of some items as one; None where none of them has a figure."""
    return one_rate(items) if any(_rates_of(item) for item in items) else None


def one_rate(items: Iterable[Item]) -> Range:
    """Rates that differ by place, time, credential and so on as one: from the lowest to the highest.

    Expected is the one for all work where there is one, else the middle of the expected values.
    """
    rates = [(item, rate) for item in items for rate in _rates_of(item)]
    plain = [rate for item, rate in rates if not item.narrowed and not item.purpose] or [rate for _, rate in rates]
    expected = sum((rate.expected for rate in plain), start=Fraction(0)) / len(plain)
    low, high = min(rate.low for _, rate in rates), max(rate.high for _, rate in rates)
    return between(low, expected, high)


def _rates_of(item: Item) -> list[Range]:
    each = item.each
    if each is not None:
        return [each]
    return [amount for amount in (range_of(tier.values.get("amount")) for tier in tiers_of(item)) if amount is not None]


def tiers_of(item: Item) -> tuple[Entry, ...]:
    tiers = item.entry.values.get("tiers")
    return tiers.sure if isinstance(tiers, Entries) else ()


def steps_of(item: Item) -> tuple[tuple[Fraction, Fraction], ...] | None:
    """The steps of a bonus as their start and sum, no sum above its cap; None where they are not plain figures."""
    steps = []
    cap = item.span("cap")
    for tier in tiers_of(item):
        start, amount = tier.values.get("from"), tier.values.get("amount")
        if not (isinstance(start, Span) and isinstance(amount, Span) and start.unit == "" and amount.exact):
            return None
        paid = Fraction(amount.low)
        if cap is not None and cap.unit == "USD/month" and cap.high is not None:
            paid = min(paid, Fraction(cap.high))
        steps.append((Fraction(start.low), paid))
    ordered = sorted(steps)
    sums = [paid for _, paid in ordered]
    return tuple(ordered) if sums == sorted(sums) else None
