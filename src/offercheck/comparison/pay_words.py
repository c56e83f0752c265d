"""Pay in a few words: the rates that an offer names, and what an hour of it really comes to."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from offercheck.offer.possible import Entries, Entry, Span, Words

if TYPE_CHECKING:
    from offercheck.evaluation.evaluate import Assessment
    from offercheck.evaluation.pay_line import PayLine

_RATES_SHOWN = 2
_OTHERS_SHOWN = ("floor", "bonus")


def hour_in_words(hour: PayLine | None, left_out: Sequence[str] = ()) -> str:
    """The figure that is expected, between its ends: `$112 ($71 to $140)`; `left_out` are currencies not counted."""
    if hour is None:
        return "cannot be worked out"
    beside = f"; the pay in {' and '.join(left_out)} is not counted" if left_out else ""
    if hour["low"] == hour["high"]:
        return dollars(hour["expected"]) + beside
    return f"{dollars(hour['expected'])} ({dollars(hour['low'])} to {dollars(hour['high'])}){beside}"


def other_currencies(one: Assessment) -> list[str]:
    """The currencies beside the dollar in which an offer pays: nothing is converted, so an hour leaves them out."""
    pay = one.said.get("compensation.pay")
    items = [*pay.sure, *pay.maybe] if isinstance(pay, Entries) else []
    units = [amount.unit for item in items if isinstance(amount := item.values.get("amount"), Span)]
    found = {unit.partition("/")[0] for unit in units if unit}
    return sorted(found - {"USD", "%"})


def dollars(amount: float) -> str:
    """An amount to the dollar, half up, with its sign before the dollar's."""
    whole = (2 * abs(Fraction(str(amount))) + 1) // 2
    return f"-${whole:,}" if amount < 0 and whole else f"${whole:,}"


def pay_in_words(one: Assessment) -> str:
    """The rates that the paper names: `$42 a visit; $5 to $8 a message`."""
    pay = one.said.get("compensation.pay")
    if not isinstance(pay, Entries):
        return "not said"
    items = [*pay.sure, *pay.maybe]
    rates = [words for item in items if _kind(item) == "rate" and (words := _rate(item))]
    shown = list(dict.fromkeys(rates))
    more = [f"{len(shown) - _RATES_SHOWN} more"] if len(shown) > _RATES_SHOWN else []
    others = [kind for kind in _OTHERS_SHOWN if any(_kind(item) == kind for item in items)]
    beside = [f"with a {kind}" for kind in others]
    return "; ".join([*shown[:_RATES_SHOWN], *more, *beside]) or "not said"


def _kind(item: Entry) -> str:
    kind = item.values.get("kind")
    return next(iter(kind.may)) if isinstance(kind, Words) and kind.exact else ""


def _rate(item: Entry) -> str:
    """One rate; where its figure is not given, what it is counted in."""
    per = item.values.get("per")
    unit = next(iter(per.may)).replace("_", " ") if isinstance(per, Words) and per.exact else ""
    count = item.values.get("per.count")
    each = f"a{'n' * unit.startswith('h')} {unit}" if unit else ""
    if unit and isinstance(count, Span) and count.exact and count.low != 1:
        each = f"for {count.low} {unit}s"
    amount, share, of = item.values.get("amount"), item.values.get("share"), item.values.get("of")
    if isinstance(amount, Span):
        return f"{_figure(amount)} {each}".strip()
    if isinstance(share, Span):
        whole = f" of {' or '.join(sorted(of.may))}".replace("_", " ") if isinstance(of, Words) else ""
        ends = [f"{float(100 * end):g}%" for end in (share.low, share.high) if end is not None]
        return " to ".join(dict.fromkeys(ends)) + whole
    return f"by the {unit}, the figure not said" if unit else ""


def _figure(amount: Span) -> str:
    """Dollars, or the amount with its currency where it is another."""
    currency = amount.unit or "USD"
    sign, after = ("$", "") if currency.startswith("USD") else ("", f" {currency}")
    ends = [f"{sign}{_amount(end)}" for end in (amount.low, amount.high) if end is not None]
    words = " to ".join(dict.fromkeys(ends))
    return (words if amount.high is not None else f"{words} or more") + after


def _amount(value: Fraction | int) -> str:
    cents = int(value * 100 + Fraction(1, 2))
    return f"{cents // 100:,}" + (f".{cents % 100:02}" if cents % 100 else "")
