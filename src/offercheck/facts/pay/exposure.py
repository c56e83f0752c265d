"""What an offer may come to cost at once: shown beside the pay of a year, and never mixed into it. Dollars."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from offercheck.facts.pay.estimate import Priced
from offercheck.facts.pay.gross import Collections
from offercheck.facts.pay.inputs import Assumption, Inputs, range_of
from offercheck.facts.pay.items import MOST_ITEMS, PAY, Item
from offercheck.facts.pay.prices import (
    months_without_pay,
    notice_shortfall_months,
    sign_on_owed,
    sign_on_repaid_gross,
    tail_premium,
)
from offercheck.facts.pay.range import Range, lesser
from offercheck.offer.possible import Entries, Members
from offercheck.record import record

_DAYS_A_MONTH = 30
_DAYS_A_YEAR = 365
_MONTHS_A_YEAR = 12
_STEPS = 4
_THEIRS = frozenset({"employer", "included", "client", "statute", "reimbursed"})
_WAITS = {
    "licences": "the licences are issued",
    "payer_enrolment": "the payers have enrolled you",
    "privileges": "the privileges are granted",
}


@record(frozen=True)
class Owed:
    """What of a payment is still owed on leaving after so many months, in dollars."""

    month: int
    amount: Fraction


@record(frozen=True)
class Exposure:
    """A sum that may fall due, why, and for a repayment how it falls with time. No sum where none can be said."""

    name: str
    amount: Range | None
    why: str
    field: str
    schedule: tuple[Owed, ...] = ()


@record(frozen=True)
class Exposures:
    """All of an offer, and the assumptions that they rest on."""

    found: tuple[Exposure, ...]
    assumptions: tuple[Assumption, ...]


def exposures(inputs: Inputs, priced: Priced | None) -> Exposures:
    """Tail cover, repayments, short notice, the wait for a first day, pay that comes late."""
    wages = priced is None or priced.hired == "w2"
    found = [*_tail(inputs), *_repayments(inputs, wages=wages), *_exit_cost(inputs)]
    if priced is not None:
        yearly = priced.year.gross()
        found += [*_notice(inputs, yearly), *_first_day(inputs, yearly), *_late_pay(priced)]
    return Exposures(tuple(found), tuple(inputs.used.values()))


def _tail(inputs: Inputs) -> Iterator[Exposure]:
    kinds, payer = inputs.words("malpractice.policy_type"), inputs.words("malpractice.tail_paid_by")
    if not kinds & {"claims_made"} or (payer and payer <= _THEIRS):
        return
    why = "on leaving a claims-made policy" + ("" if payer else "; the paper does not say who pays")
    cost = tail_premium(inputs.need("premium"), inputs.need("tail_multiple"))
    yield Exposure("tail cover", cost, why, "malpractice.tail_paid_by")


def _repayments(inputs: Inputs, *, wages: bool) -> Iterator[Exposure]:
    pay = inputs.values.get(PAY)
    items = pay.sure[:MOST_ITEMS] if isinstance(pay, Entries) else ()
    for item in (Item(entry, f"{PAY}[{entry.index + 1}]") for entry in items):
        if any(key == "repay" or key.startswith("repay.") for key in item.entry.values):
            yield _repayment(item, inputs, wages=wages)
    if "yes" in inputs.words("licensure.licence_fees_repayable"):
        yield Exposure("licence fees", None, "paid back on leaving early", "licensure.licence_fees_repayable")


def _repayment(item: Item, inputs: Inputs, *, wages: bool) -> Exposure:
    name = item.purpose or item.text("name") or _called(item)
    amount, within = item.range("amount"), item.span("repay.within")
    reasons = sorted(item.members("repay.if"))
    why = f"repaid on {', '.join(reasons)}".replace("_", " ") if reasons else "repayable"
    if amount is None or item.currency != "USD":
        return Exposure(name, None, why + ": the sum is not said in dollars", item.place)
    if item.per != "once":
        return Exposure(name, None, f"what was paid by the {item.per} is {why}", item.place)
    if item.word("repay.of") == "gross" and wages:
        withheld = inputs.need("withheld").expected
        lost = sign_on_repaid_gross(amount.expected, withheld)
        why += f", before tax: ${round(lost):,} more than arrived"
    months = round(Fraction(within.low) * _MONTHS_A_YEAR / _DAYS_A_YEAR) if within is not None else 0
    return Exposure(name, amount, why, item.place, _schedule(item, amount, months))


def _called(item: Item) -> str:
    kind = item.word("kind") or "rate"
    return f"pay by the {item.per.replace('_', ' ')}" if kind == "rate" and item.per else kind


def _schedule(item: Item, amount: Range, months: int) -> tuple[Owed, ...]:
    """What is owed at quarters of the time for which it can be asked back, to its end."""
    marks = sorted({months * part // _STEPS for part in range(_STEPS + 1)}) if months else [0]
    return tuple(Owed(month, owed_at(amount.expected, month, months, item.word("repay.falls"))) for month in marks)


def owed_at(amount: Fraction, month: int, months: int, falls: str) -> Fraction:
    """What of a payment is owed on leaving after some months, by how it falls: monthly, yearly, else all of it."""
    if months and month >= months:
        return Fraction(0)
    if falls == "monthly":
        return sign_on_owed(amount, Fraction(month), Fraction(months))
    if falls == "yearly":
        return sign_on_owed(amount, Fraction(month // _MONTHS_A_YEAR * _MONTHS_A_YEAR), Fraction(months))
    return amount


def _exit_cost(inputs: Inputs) -> Iterator[Exposure]:
    cost = range_of(inputs.values.get("terms.exit_cost"))
    if cost is not None and cost.high > 0:
        yield Exposure("penalty for leaving early", cost, "beside repayments", "terms.exit_cost")


def _notice(inputs: Inputs, yearly: Range) -> Iterator[Exposure]:
    notice = range_of(inputs.values.get("terms.notice_from_employer"))
    if notice is None:
        return
    months = notice_shortfall_months(inputs.need("next_job"), notice / _DAYS_A_MONTH)
    if months.high > 0:
        why = f"{_months(months)} between the end of the notice and the pay of the next job"
        yield Exposure("short notice", months_without_pay(yearly, months), why, "terms.notice_from_employer")


def _first_day(inputs: Inputs, yearly: Range) -> Iterator[Exposure]:
    listed = inputs.values.get("licensure.start_waits_for")
    waits = listed.sure & _WAITS.keys() if isinstance(listed, Members) else frozenset()
    if waits and inputs.words("licensure.paid_while_waiting") != {"yes"}:
        months = inputs.need("start_wait")
        why = f"{_months(months)} until {' and '.join(_WAITS[one] for one in sorted(waits))}"
        yield Exposure("wait for the first day", months_without_pay(yearly, months), why, "licensure.start_waits_for")


def _late_pay(priced: Priced) -> Iterator[Exposure]:
    """What a share of collections pays only after the first year."""
    for term in priced.year.pay.terms:
        if isinstance(term, Collections) and term.lag_days.high > 0:
            late = term.gross(priced.year.work) * lesser(term.lag_days / _DAYS_A_YEAR, 1)
            why = f"{round(term.lag_days.expected)} days from visit to pay: it comes after the first year"
            yield Exposure("pay that comes late", late, why, PAY)


def _months(months: Range) -> str:
    low, high = (f"{float(round(end, 1)):g}" for end in (months.low, months.high))
    return f"{low} months" if low == high else f"{low} to {high} months"
