"""Offers side by side for a terminal, by what an hour of them really comes to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from offercheck.evaluation.pay_result import PayReport, Placed, Turn
from offercheck.reading.text import visible
from offercheck.reports.pay_words import amount, cut, money, rate, unit
from offercheck.reports.terminal_page import Page

NARROW = 70
"""Below so many columns a table of offers shows the two rates alone."""


def side_by_side(page: Page, report: PayReport) -> None:
    """Offers by the hour, the best first; what is too close to call is said."""
    page.line(Text("Side by side, for each hour that it really takes", style="bold"))
    page.gap()
    titles = _titles(report)
    prices = {place: offer.price for place, offer in enumerate(report.offers) if offer.price}
    narrow = page.options.width < NARROW
    room = max(page.options.width - (24 if narrow else 50), 10)
    more = "" if narrow else f"  {'from - to':<15} a year"
    page.line(Text(f"{'':<{room}} {'named':>9} {'really':>9}{more}", style="dim"), indent=2)
    for one in report.order:
        price = prices[one.offer]
        named, real = (money(each.expected, cents=True) for each in (price.headline.per_hour, one.per_hour))
        low, high = money(one.per_hour.low), money(one.per_hour.high)
        around = low if low == high else f"{low}–{high}"
        more = "" if narrow else f"  {around:<15} {money(price.value.expected)}"
        page.line(Text(f"{cut(titles[one.offer], room)} {named:>9} {real:>9}{more}"), indent=2)
    for place, title in enumerate(titles):
        if place not in prices:
            page.line(Text(f"{title}: no price", style="yellow"), indent=2)
    remarks = [*_ties(report.order, titles), *_matches(report.order, titles), *_turned(report.turns, titles)]
    if remarks:
        page.gap()
    for words in remarks:
        page.line(Text(words), indent=2)


def _titles(report: PayReport) -> list[str]:
    """What each offer is called: by its title, its file, or its number, as none before tells it from another."""
    titles, files = ([getattr(offer, name) for offer in report.offers] for name in ("title", "file"))
    return [
        visible(
            title if title and titles.count(title) == 1 else file if files.count(file) == 1 else f"{file} ({number})"
        )
        for number, (title, file) in enumerate(zip(titles, files, strict=True), 1)
    ]


def _ties(order: Sequence[Placed], titles: Sequence[str]) -> Iterator[str]:
    tied = [titles[one.offer] for one in order if one.tied_with_first]
    if tied:
        yield f"Too close to call, within 5% of the first: {', '.join(tied)}."


def _matches(order: Sequence[Placed], titles: Sequence[str]) -> Iterator[str]:
    for one in order[1:]:
        if one.rate_to_match is not None:
            asked = f"{rate(one.rate_to_match)} {unit(one.rate_unit)}"
            yield f"{titles[one.offer]} would have to pay {asked} to match the first."


def _turned(turns: Sequence[Turn], titles: Sequence[str]) -> Iterator[str]:
    """The single inputs that would turn the order of the first two, by the offer that they are of."""
    for place in dict.fromkeys(one.offer for one in turns):
        inputs = ", ".join(f"{one.name} {amount(one.at, one.unit)}" for one in turns if one.offer == place)
        yield f"The first two change places with any of these in {titles[place]}: {inputs}."
