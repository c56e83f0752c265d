"""What the pay is counted in."""

from __future__ import annotations

from collections.abc import Callable

from offercheck.facts.fact import Fact, words_for
from offercheck.offer.possible import Entries, Entry, Truth, Words, every, some, turned
from offercheck.offer.readings import Values
from offercheck.offer.values.words import OneOf

_PAY = "compensation.pay"
_VISITS = frozenset({"visit", "session", "encounter", "wrvu"})
_OUTPUTS = _VISITS | {"message", "chart", "case", "order", "prescription", "signature", "patient", "transaction"}
_BASE = frozenset({"hour", "week", "month", "year"})
_SHARES_OF_VISITS = frozenset({"collected", "billed", "patient_fee"})


def _one_of(entry: Entry, key: str, words: frozenset[str]) -> Truth:
    value = entry.values.get(key)
    if not isinstance(value, Words):
        return None
    return True if value.may <= words else None if value.may & words else False


def _is_rate(entry: Entry) -> Truth:
    return _one_of(entry, "kind", frozenset({"rate"}))


def _counted_in(entry: Entry, units: frozenset[str]) -> Truth:
    """Whether an entry's money comes with each unit of work done."""
    if "of" in entry.values:
        return _one_of(entry, "of", _SHARES_OF_VISITS)
    return _one_of(entry, "per", units)


def _paid_by(values: Values, units: frozenset[str]) -> Words:
    pay = values.get(_PAY)
    if not isinstance(pay, Entries):
        return words_for(None)

    def fits(entry: Entry) -> Truth:
        return every((_is_rate(entry), _counted_in(entry, units)))

    return words_for(every((_some_entry(pay, fits), turned(_some_entry(pay, _is_base)))))


def _is_base(entry: Entry) -> Truth:
    """Whether an entry pays for time whatever is done in it. One with a purpose (on call, nights) comes on top."""
    if any(key == "for" or key.startswith("for.") for key in entry.values):
        return False
    return every((_is_rate(entry), _one_of(entry, "per", _BASE)))


def _some_entry(pay: Entries, fits: Callable[[Entry], Truth]) -> Truth:
    """Whether some item of the pay fits: a sure one does, none can, or it is open."""
    if some(fits(entry) for entry in pay.sure) is True:
        return True
    others = [*pay.sure, *pay.maybe, *([pay.unnamed] if pay.unnamed else [])]
    return False if every(turned(fits(entry)) for entry in others) is True else None


_TYPE = OneOf("yes no")

PAID_BY_VISIT = Fact(
    "facts.paid_by_visit",
    _TYPE,
    (_PAY,),
    lambda values: _paid_by(values, _VISITS),
    "A visit that does not happen is not paid: the pay is a rate per visit, session, encounter or wRVU, or a share of "
    "fees, and no base for the time stands beside it.",
)
PAID_BY_OUTPUT = Fact(
    "facts.paid_by_output",
    _TYPE,
    (_PAY,),
    lambda values: _paid_by(values, _OUTPUTS),
    "Pay follows the amount of work done, visits and also messages, cases, charts, orders, with no base for the time.",
)
