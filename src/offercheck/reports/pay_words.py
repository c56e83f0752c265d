"""Sums, numbers and units of pay in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offercheck.evaluation.pay_line import PayLine
    from offercheck.evaluation.pay_result import Figure, Rounded


WITHOUT_CENTS = 1000


def pay_words(line: PayLine) -> str:
    """The pay of an hour in one sentence, for the scorecard. Ends further apart than the named hour is high have no
    middle worth naming."""
    low, high, count = line["low"], line["high"], line["assumed"]
    if high - low > abs(line["named"]):
        really = f"really anything from {money(low)} to {money(high)}"
    else:
        ends = "" if low == high else f" ({money(low)} to {money(high)})"
        really = f"really {money(line['expected'], cents=True)}{ends}"
    assumed = f", {count} {'input' if count == 1 else 'inputs'} assumed" if count else ""
    return (
        f"Pay: {money(line['named'], cents=True)} an hour as named; {really}{assumed}. `offercheck pay` shows the way."
    )


def money(value: Rounded, *, cents: bool = False, signed: bool = False) -> str:
    sign = "-" if value < 0 else "+" if signed and value > 0 else ""
    return f"{sign}${abs(value):,.2f}" if cents else f"{sign}${abs(value):,.0f}"


def rate(value: Rounded) -> str:
    """What a unit would have to pay: to the cent, to the dollar from 1,000 on."""
    return money(value, cents=value < WITHOUT_CENTS)


def number(value: Rounded) -> str:
    return f"{value:,.0f}"


def span(figure: Figure) -> str:
    """A sum, with the ends that it may have."""
    if figure.low == figure.high:
        return money(figure.expected)
    return f"{money(figure.expected)} ({money(figure.low)} to {money(figure.high)})"


def plain(figure: Figure) -> str:
    if figure.low == figure.high:
        return number(figure.expected)
    return f"{number(figure.expected)} ({number(figure.low)} to {number(figure.high)})"


def ends(figure: Figure, unit: str) -> str:
    """A value as `12%`, or with its ends as `12% (5% to 20%)`."""
    expected = amount(figure.expected, unit)
    if figure.low == figure.high:
        return expected
    return f"{expected} ({amount(figure.low, unit)} to {amount(figure.high, unit)})"


def amount(value: Rounded, unit: str) -> str:
    if unit.startswith("share"):
        return f"{value * 100:g}%"
    if unit.startswith("USD"):
        return f"${value:,.2f}".removesuffix(".00")
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def unit(unit: str) -> str:
    """What a number is of: `an hour` for USD/hour, `slots an hour` for slots/hour, nothing for a share."""
    if unit.startswith("share"):
        return unit.removeprefix("share").strip()
    noun, _, per = unit.partition("/")
    noun = "" if noun == "USD" else noun
    return " ".join(part for part in (noun, f"{'an' if per[:1] in 'aeiouh' else 'a'} {per}" if per else "") if part)


def cut(name: str, room: int) -> str:
    """A name in a column, shortened where it has to be."""
    return f"{name if len(name) <= room else name[: room - 1] + '…':<{room}}"
