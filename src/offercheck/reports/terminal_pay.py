"""The pay of offers for a terminal: the named hour and the real one, what lies between them, and what to ask for.

Everything from an offer reaches Rich as Text, never as markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from offercheck.evaluation.pay_result import (
    AssumptionShown,
    ExposureShown,
    OfferPay,
    PayReport,
    PriceShown,
    ReachShown,
    Rounded,
    StepShown,
)
from offercheck.reading.text import visible
from offercheck.reports.pay_words import amount, cut, ends, money, number, plain, rate, span, unit
from offercheck.reports.report import Options
from offercheck.reports.terminal_page import Page
from offercheck.reports.terminal_pay_order import side_by_side

LEVERS_SHOWN = 5
APART_SHOWN = 6
NAMES = 38
"""Columns for what a row is about."""
FOOT = "Before income tax, which is left out; no market percentiles. Estimates, not legal or tax advice."
ORIGINS = {
    "asked": "you",
    "offer": "the offer",
    "profile": "your profile",
    "tables": "tables",
    "benchmark": "benchmark",
}
STAGES = {"job_ad": "job advert", "offer_letter": "offer letter", "contract": "contract"}


def render(report: PayReport, options: Options) -> str:
    """Each offer, and where there are several a table of them first."""
    page = Page(options)
    if report.order:
        side_by_side(page, report)
    for index, offer in enumerate(report.offers):
        if index or report.order:
            page.rule()
        _offer(page, offer)
    if report.offers:
        page.gap()
        page.line(Text(FOOT, style="dim"))
    return page.text()


def _offer(page: Page, offer: OfferPay) -> None:
    page.line(Text(visible(offer.title or offer.file), style="bold"))
    parts = [offer.employer, offer.role, STAGES[offer.stage], offer.file if offer.title else None]
    page.line(Text(" · ".join(visible(part) for part in parts if part), style="dim"))
    page.gap()
    if offer.price is None:
        _without_price(page, offer)
    else:
        _headline(page, offer.price)
        _waterfall(page, offer.price)
        _year(page, offer, offer.price)
        _movers(page, offer.price)
        for reached in offer.price.reach:
            _reach(page, reached)
        _levers(page, offer.price.levers)
    _exposure(page, offer.exposure)
    _apart(page, offer)
    _assumptions(page, offer.assumptions)


def _without_price(page: Page, offer: OfferPay) -> None:
    page.line(Text.assemble((" NO PRICE ", "bold yellow"), "  The rate is missing, or what it is counted by."))
    hours = f"About {number(offer.hours.expected)} hours a year"
    if offer.completed_visits.expected:
        hours += f", with {number(offer.completed_visits.expected)} completed visits"
    page.line(Text(hours + "."))
    if offer.costs:
        page.heading("What you would pay yourself")
        _steps(page, offer.costs, 0)


def _headline(page: Page, price: PriceShown) -> None:
    """The two figures that people compare, and how far they are apart."""
    named, real = price.headline.per_hour, price.per_hour
    page.line(Text.assemble((f"{money(named.expected, cents=True):>10}", "bold"), f"  an hour: {price.headline.how}"))
    around = "" if real.low == real.high else f", {money(real.low)} to {money(real.high)}"
    gap = _gap(named.expected, real.expected)
    style = "bold green" if real.expected >= named.expected else "bold red"
    words = f"  for each hour that it really takes{around}{gap}"
    page.line(Text.assemble((f"{money(real.expected, cents=True):>10}", style), words))


def _gap(named: Rounded, real: Rounded) -> str:
    if not named:
        return ""
    share = round(100 * (1 - real / named))
    return f": {abs(share)}% {'less' if share > 0 else 'more'}" if share else ""


def _waterfall(page: Page, price: PriceShown) -> None:
    """A row for each step, with a bar from where the last one ended to where it leads."""
    page.heading("From one to the other, for each hour worked and for the year")
    named, real = price.headline.per_hour.expected, price.per_hour.expected
    marks = [0.0, float(named)]
    for step in price.waterfall:
        marks.append(marks[-1] + step.per_hour)
    width = page.options.width - NAMES - 26
    scale = _Scale(page, max(marks), min(marks), width)
    _row(page, "as named", named, None, scale.stretch(0, float(named), "cyan"))
    at = float(named)
    for step in price.waterfall:
        style = "red" if step.per_hour < 0 else "green"
        _row(page, step.name, step.per_hour, step.per_year, scale.stretch(at, at + step.per_hour, style), signed=True)
        at += step.per_hour
    _row(page, "really", real, price.value.expected, scale.stretch(0, float(real), "cyan"), style="bold")
    tax = price.payroll_tax
    if tax is not None:
        what = "payroll tax, then" if price.hired == "1099" else "payroll tax then, both halves"
        _row(page, what, tax.per_hour, tax.per_year, Text(""), signed=True, style="dim")


class _Scale:
    """Bars for dollars on a line that has room for the least and the greatest."""

    def __init__(self, page: Page, greatest: float, least: float, width: int) -> None:
        self.sign = "#" if page.options.ascii else "█"
        self.least = min(least, 0.0)
        self.whole = (max(greatest, 0.0) - self.least) or 1.0
        self.width = width

    def stretch(self, start: float, end: float, style: str) -> Text:
        """A bar between two sums, at least one column wide; nothing where there is no room for bars."""
        if self.width < 8:
            return Text("")
        first, last = sorted(round((sum_ - self.least) / self.whole * self.width) for sum_ in (start, end))
        first = min(first, self.width - 1)
        return Text.assemble(" " * first, (self.sign * max(last - first, 1), style))


def _row(
    page: Page,
    name: str,
    hour: Rounded,
    year: Rounded | None,
    bar: Text,
    *,
    signed: bool = False,
    style: str = "",
) -> None:
    by_hour = money(hour, cents=True, signed=signed)
    by_year = "" if year is None else money(year, signed=signed)
    room = max(min(NAMES, page.options.width - 24), 10)
    page.line(Text.assemble((f"{cut(name, room)} {by_hour:>9} {by_year:>10}  ", style), bar), indent=2)


def _steps(page: Page, steps: Sequence[StepShown], most: int) -> None:
    for step in steps[: most or None]:
        by_hour, by_year = money(step.per_hour, cents=True, signed=True), money(step.per_year, signed=True)
        page.line(Text(f"{by_hour:>9} {by_year:>10}  {step.name}"), indent=2)
    if most and len(steps) > most:
        page.line(Text(f"and {len(steps) - most} more: --all shows them", style="dim"), indent=2)


def _year(page: Page, offer: OfferPay, price: PriceShown) -> None:
    page.heading("A year")
    hired = {"w2": "an employee (W-2)", "1099": "a contractor (1099)"}[price.hired]
    page.line(Text(f"worth {span(price.value)} to {hired}, before payroll tax; paid {span(price.gross)}"), indent=2)
    work = f"{plain(offer.hours)} hours"
    if offer.completed_visits.high:
        work += f", {plain(offer.completed_visits)} completed visits"
    page.line(Text(work), indent=2)
    if price.wages_worth is not None:
        page.line(Text(f"as much as W-2 wages of {money(price.wages_worth)} without benefits"), indent=2)


def _movers(page: Page, price: PriceShown) -> None:
    if not price.movers:
        return
    page.heading("What moves it most")
    for one in price.movers:
        values = f"{amount(one.value.low, one.unit)} to {amount(one.value.high, one.unit)} {unit(one.unit)}".rstrip()
        hour = f"{money(one.at_low, cents=True)} to {money(one.at_high, cents=True)} an hour"
        page.line(Text(f"{one.meaning}, {values}: {hour}"), indent=2)


def _reach(page: Page, reached: ReachShown) -> None:
    page.heading(f"To reach {money(reached.target, cents=True)} for each hour worked")
    if reached.slots is not None and reached.completed is not None:
        half = ""
        if reached.slots_half_paid is not None and reached.slots_half_paid < reached.slots:
            half = f", or {reached.slots_half_paid:.2f} if missed visits were paid by half"
        words = f"{reached.completed:.2f} completed visits for each scheduled hour: {reached.slots:.2f} slots{half}"
        page.line(Text(words), indent=2)
        if reached.repaying_visits:
            page.line(Text(f"{number(reached.repaying_visits)} visits a year only repay your costs"), indent=2)
    elif reached.rate_unit in ("USD/visit", "USD/session", "USD/encounter"):
        page.line(Text("no number of visits does: the unpaid minutes of each cost more than it pays"), indent=2)
    alternative = "or " if reached.slots is not None else ""
    if reached.rate is not None:
        page.line(Text(f"{alternative}a rate of {rate(reached.rate)} {unit(reached.rate_unit)}"), indent=2)
    elif reached.rate_unit:
        page.line(Text("no rate does"), indent=2)
    else:
        page.line(Text("it hangs on the fee and the share, or on the wRVU: try --assume"), indent=2)


def _levers(page: Page, steps: Sequence[StepShown]) -> None:
    if steps:
        page.heading("What single terms are worth, an hour and a year")
        _steps(page, steps, 0 if page.options.unfold else LEVERS_SHOWN)


def _exposure(page: Page, exposed: Sequence[ExposureShown]) -> None:
    if not exposed:
        return
    page.heading("What may fall due at once, and is not in the pay")
    for one in exposed:
        what = one.why if one.amount is None else f"{span(one.amount)} ({one.why})"
        page.line(Text(visible(f"{one.name}: {what}")), indent=2)
        if len(one.schedule) > 1:
            owed = ", ".join(f"month {owed.month} {money(owed.amount)}" for owed in one.schedule)
            page.line(Text(f"owed on leaving: {owed}", style="dim"), indent=4)


def _apart(page: Page, offer: OfferPay) -> None:
    """What is not in the price, rows with the same reason together."""
    reasons: dict[str, list[str]] = {}
    for one in offer.apart:
        reasons.setdefault(one.why, []).append(one.field)
    if not reasons:
        return
    page.heading("Not counted" if offer.price is not None else "What keeps it from a price")
    shown = list(reasons.items())[: None if page.options.unfold else APART_SHOWN]
    for why, fields in shown:
        more = f" and {len(fields) - 1} more" if len(fields) > 1 else ""
        page.line(Text(visible(f"{fields[0]}{more}: {why}")), indent=2)
    if len(reasons) > len(shown):
        page.line(Text(f"and {len(reasons) - len(shown)} more: --all shows them", style="dim"), indent=2)


def _assumptions(page: Page, assumptions: Sequence[AssumptionShown]) -> None:
    """What does not come from the offer; what does is folded into a count."""
    shown = [one for one in assumptions if page.options.unfold or one.origin != "offer"]
    if shown:
        page.heading("Assumed (--assume NAME=VALUE puts your own in place)")
    for one in shown:
        value = f"{ends(one.value, one.unit)} {unit(one.unit)}".rstrip()
        page.line(
            Text.assemble((one.name, "bold"), f" {value}: {one.meaning} ", (f"({_source(one)})", "dim")), indent=2
        )
    folded = len(assumptions) - len(shown)
    if folded:
        page.line(
            Text(f"{folded} input{'s' if folded > 1 else ''} as the offer says: --all shows them", style="dim"), 2
        )


def _source(one: AssumptionShown) -> str:
    """Where a value comes from and how far to trust it, in few words."""
    if one.confidence == "judgement":
        return f"{ORIGINS[one.origin]}: {one.source.partition(';')[0]}"
    trust = f", {one.confidence} confidence" if one.confidence else ""
    return visible(f"{ORIGINS[one.origin]}: {one.source}{trust}")
