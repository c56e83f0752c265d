"""Rounds of a negotiation for a terminal: what was given, what was taken back, and what was passed over.

Everything from an offer reaches Rich as Text, never as markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from offercheck.reading.text import visible
from offercheck.reports.report import DISCLAIMER, STAGES, VERDICT_WORDS, Options
from offercheck.reports.rounds_lines import (
    counted,
    moves,
    notes,
    rule_line,
    score_line,
    shown_of,
    step_title,
    term_line,
    unanswered_line,
    unread,
    weaker,
)
from offercheck.reports.terminal import VERDICT_STYLES
from offercheck.reports.terminal_page import Page
from offercheck.rounds.rounds import Paper, Rounds, RuleMove, Step, TermChange

_SIGNS = {"given": "+", "answered_well": "+", "taken_back": "-", "answered_badly": "-"}
_STYLES = {"+": "green", "-": "bold red", "~": "yellow"}
_BAR = 20


def render(rounds: Rounds, options: Options) -> str:
    """The papers, then each step from one to the next."""
    page = Page(options)
    for place, paper in enumerate(rounds.papers):
        _paper(page, place, paper)
    for step in rounds.steps:
        _step(page, rounds, step)
    if rounds.whole is not None:
        page.heading(step_title(rounds.whole))
        page.line(Text(score_line(rounds, rounds.whole)), indent=2)
        page.line(Text(counted(rounds.whole)), indent=2)
    page.gap()
    for note in (*notes(rounds), DISCLAIMER):
        page.line(Text(visible(note), style="dim"))
    return page.text()


def _paper(page: Page, place: int, paper: Paper) -> None:
    page.line(Text.assemble((f"Round {place + 1}  ", "bold"), visible(paper.file), f", {STAGES[paper.offer.stage]}"))
    verdict = Text(f" {VERDICT_WORDS[paper.verdict].upper()} ", style=VERDICT_STYLES[paper.verdict])
    line = Text.assemble("  ", verdict)
    if paper.score:
        low, high = paper.score.low, paper.score.high
        shown = str(low) if low == high else f"{low}–{high}"
        line = Text.assemble("  ", page.bar(low, high, _BAR), f"  {shown} of 100 ", verdict)
    page.line(line)


def _step(page: Page, rounds: Rounds, step: Step) -> None:
    page.heading(step_title(step))
    page.line(Text(score_line(rounds, step)), indent=2)
    page.line(Text(counted(step)), indent=2)
    terms = {one.field: one for one in step.terms}
    for title, found in moves(step):
        _moved(page, title, found, terms)
    _terms(page, "In a weaker place than before", weaker(step), "-")
    if step.unanswered:
        page.heading("  Asked and not answered")
        for one in step.unanswered:
            _item(page, "?", unanswered_line(one, step), "cyan")
    _terms(page, "Changed beside that", unread(step), "~")


def _moved(page: Page, title: str, found: Sequence[RuleMove], terms: dict[str, TermChange]) -> None:
    page.heading(f"  {title}")
    shown = shown_of(found, unfold=page.options.unfold)
    for one in shown:
        sign = _SIGNS.get(one.move, "~")
        _item(page, sign, rule_line(one), _STYLES[sign])
        for field in one.fields:
            page.line(Text(visible(term_line(terms[field])), style="dim"), indent=6)
    if len(shown) < len(found):
        page.line(Text(f"{len(found) - len(shown)} more: --all shows them.", style="dim"), indent=4)


def _terms(page: Page, title: str, found: Sequence[TermChange], sign: str) -> None:
    if found:
        page.heading(f"  {title}")
        for one in found:
            _item(page, sign, term_line(one), _STYLES[sign])


def _item(page: Page, sign: str, text: str, style: str) -> None:
    for index, line in enumerate(Text(visible(text)).wrap(page.console, page.options.width - 4)):
        page.line(Text.assemble((f"  {sign} " if index == 0 else "    ", style), line))
