"""Offers side by side for a terminal: who is ahead and why, or what one would have to know to tell.

Everything from an offer reaches Rich as Text, never as markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text

from offercheck.comparison.comparison import Column, Comparison, Difference, Pair
from offercheck.evaluation.scorecard import AreaRow, Score
from offercheck.reading.text import visible
from offercheck.reports.comparison_words import (
    broken_by,
    interval,
    letter,
    notes,
    one_sided_line,
    pairs_shown,
    relation,
    rules_counted,
    speaking_for,
    speaking_line,
    survival,
    title,
    waived_words,
    what_would_tell,
)
from offercheck.reports.report import DISCLAIMER, STAGES, VERDICT_WORDS, Options
from offercheck.reports.terminal import VERDICT_STYLES
from offercheck.reports.terminal_columns import GAP, Columns
from offercheck.reports.terminal_page import Page

_LABEL = 17
_NARROW_LABEL = 15
_NARROW = 60
_WIDE = 100
_BAR = 24
_AREA_BAR = 10
_REASONS_SHOWN = 4
_QUESTIONS_SHOWN = 5
_NAME_LINES = 3


def render(comparison: Comparison, options: Options) -> str:
    """The columns, how the offers stand to each other, and what other weights would change."""
    page = Page(options)
    if comparison.pairs:
        _side_by_side(page, comparison)
        shown = pairs_shown(comparison, unfold=options.unfold)
        for pair in shown:
            _pair(page, comparison, pair)
        if len(shown) < len(comparison.pairs):
            page.gap()
            page.line(Text(f"{len(comparison.pairs) - len(shown)} more pairs: --all shows them.", style="dim"))
    else:
        _list(page, comparison)
    if comparison.sensitivity is not None:
        page.heading("Other weights")
        for sentence in survival(comparison, comparison.sensitivity):
            page.line(Text(visible(sentence)), indent=2)
    page.gap()
    for note in (*notes(comparison), DISCLAIMER):
        page.line(Text(visible(note), style="dim"))
    return page.text()


def _best(page: Page) -> str:
    return "*" if page.options.ascii else "◆"


def _side_by_side(page: Page, comparison: Comparison) -> None:
    """As many columns as the page takes, the others below them."""
    count = len(comparison.offers)
    label = _LABEL if page.options.width >= _NARROW else _NARROW_LABEL
    beside = Columns.that_fit(page, label, count)
    widest = max(len(area.title) for area in comparison.areas) + GAP
    if Columns.that_fit(page, widest, count) == beside and page.options.width >= _WIDE:
        label = max(label, widest)
    for start in range(0, count, beside):
        if start:
            page.rule()
        _columns(page, comparison, list(range(start, min(start + beside, count))), label)
    page.gap()
    page.line(Text(f"{_best(page)} surely no worse than any other offer here", style="dim"))


def _columns(page: Page, comparison: Comparison, shown: Sequence[int], label: int) -> None:
    grid = Columns.for_width(page, label, len(shown))
    offers = [comparison.offers[at] for at in shown]
    grid.row("", [Text(letter(at), style="bold") for at in shown])
    grid.row("", [Text(visible(title(comparison, at)), style="bold") for at in shown], most=_NAME_LINES)
    if any(one.offer.employer for one in offers):
        grid.row("", [Text(visible(one.offer.employer or "")) for one in offers], most=_NAME_LINES)
    if any(one.offer.title for one in offers):
        grid.row("", [Text(_file(one, grid.width), style="dim") for one in offers])
    grid.row("Paper", [Text(_paper(one.offer.stage, stated=one.offer.stage_stated)) for one in offers])
    page.gap()
    grid.row("Rank", [Text(_rank(comparison, at), style="bold") for at in shown])
    grid.row("Verdict", [Text(VERDICT_WORDS[one.verdict].upper(), style=_plain(one.verdict)) for one in offers])
    grid.row("Of 100", [_score(page, one.score, min(_BAR, grid.width)) for one in offers])
    if any(one.waivers for one in offers):
        grid.row("Waived", [Text(waived_words(one.waivers)) for one in offers])
    page.gap()
    for row in comparison.facts:
        grid.row(row.title, [_cell(page, row.cells[at], best=at in row.best) for at in shown])
    page.gap()
    for number, area in enumerate(comparison.areas):
        cells = [_area(page, one.areas[number], best=at in area.best) for at, one in zip(shown, offers, strict=True)]
        grid.row(area.title, cells)


def _file(one: Column, width: int) -> str:
    """The file of an offer on one line, of a long name the end, unless it stands for the title already."""
    shown = visible(one.file) if one.offer.title else ""
    while cell_len(shown) > width:
        folder, slash, rest = shown.removeprefix("…/").partition("/")
        shown = f"…/{rest}" if slash else f"…{folder.removeprefix('…')[1:]}"
    return shown


def _plain(verdict: str) -> str:
    """A verdict's colour without a ground, which would fill the column."""
    return "bold red" if " on " in VERDICT_STYLES[verdict] else VERDICT_STYLES[verdict]


def _paper(stage: str, *, stated: bool) -> str:
    return STAGES[stage] + ("" if stated else " (assumed)")


def _rank(comparison: Comparison, at: int) -> str:
    rank = comparison.offers[at].rank
    shared = sum(one.rank == rank for one in comparison.offers) > 1
    return f"{rank}, shared" if shared else str(rank)


def _score(page: Page, score: Score | None, width: int) -> Text:
    if score is None:
        return Text("no score: no rule applies")
    words = Text.assemble((interval(score), "bold"), f", {score.answered}% answered")
    return Text("\n").join([words, page.bar(score.low, score.high, width)])


def _cell(page: Page, words: str, *, best: bool) -> Text:
    """A cell; the best one has a sign before it, and not a colour alone."""
    if best:
        return Text.assemble((f"{_best(page)} ", "bold green"), (visible(words), "bold"))
    return Text(visible(words))


def _area(page: Page, row: AreaRow, *, best: bool) -> Text:
    if row.low is None or row.high is None:
        return Text("does not apply", style="dim")
    ends = f"{row.low}–{row.high}" if row.low != row.high else str(row.low)
    mark = (f" {_best(page)}", "bold green") if best else ("", "")
    return Text.assemble(page.bar(row.low, row.high, _AREA_BAR), f" {ends:>6}", mark)


def _pair(page: Page, comparison: Comparison, pair: Pair) -> None:
    page.heading(relation(comparison, pair))
    broken = broken_by(comparison, pair)
    if broken:
        page.line(Text(visible(broken)), indent=2)
    if pair.relation == "open":
        _questions(page, pair)
    for at in (pair.first, pair.second):
        _reasons(page, pair, at)
    one_sided = one_sided_line(pair)
    if one_sided:
        page.line(Text(one_sided, style="dim"), indent=2)
        if page.options.unfold:
            for at, rules in ((pair.first, pair.only_first), (pair.second, pair.only_second)):
                for rule in rules:
                    page.line(Text(f"{letter(at)}: {rule.question}  {rule.rule}", style="dim"), indent=4)


def _questions(page: Page, pair: Pair) -> None:
    page.line(Text(what_would_tell(pair)), indent=2)
    shown = pair.questions if page.options.unfold else pair.questions[:_QUESTIONS_SHOWN]
    for number, one in enumerate(shown, 1):
        to = "you" if one.to == "reader" else letter(one.of)
        page.numbered(number, Text.assemble((f"{to}: ", "bold"), visible(one.ask)))
    if len(shown) < len(pair.questions):
        page.line(Text(f"and {len(pair.questions) - len(shown)} more; --all shows them.", style="dim"), indent=4)


def _reasons(page: Page, pair: Pair, at: int) -> None:
    """What speaks for one offer of a pair, in order of points."""
    reasons = speaking_for(pair, at)
    if not reasons:
        return
    shown = reasons if page.options.unfold else reasons[:_REASONS_SHOWN]
    page.line(Text(f"For {letter(at)}, in points{rules_counted(shown, reasons)}:"), indent=2)
    for one in shown:
        _reason(page, pair, at, one)


def _reason(page: Page, pair: Pair, at: int, one: Difference) -> None:
    points = Text(f"{abs(one.points):>5.1f}  ", style="bold")
    words = Text.assemble(one.question, " ", (speaking_line(pair, at, one), "bold"), ("  " + one.rule, "dim"))
    for index, line in enumerate(words.wrap(page.console, page.options.width - 9)):
        page.line(Text.assemble(points if index == 0 else " " * 7, line), indent=2)


def _list(page: Page, comparison: Comparison) -> None:
    """Too many for columns: a line each, in order."""
    for at in comparison.order:
        one = comparison.offers[at]
        score = interval(one.score)
        answered = f"{one.score.answered}% answered" if one.score else ""
        page.line(
            Text.assemble(
                (f"{one.rank:>3}. ", "bold cyan"),
                f"{score:>8}  ",
                (f"{VERDICT_WORDS[one.verdict]:<20}  ", VERDICT_STYLES[one.verdict].replace(" on red", "")),
                f"{answered:<13}  " if answered else "",
            )
        )
        named = " · ".join(visible(part) for part in (one.offer.title, one.offer.employer, one.file) if part)
        page.line(Text(named, style="dim"), indent=5)
