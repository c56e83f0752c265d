"""The scorecard for a terminal: in ten seconds what is wrong, why, and what to ask first.

Everything from an offer reaches Rich as Text, never as markup.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from offercheck.evaluation.scorecard import (
    AreaRow,
    FieldShown,
    Finding,
    Question,
    Score,
    Scorecard,
    WaiverShown,
    flagged,
    waived_rules,
)
from offercheck.offer.evidence import FIRM_SOURCES
from offercheck.reading.text import visible
from offercheck.reports.located import weight
from offercheck.reports.notes import notes
from offercheck.reports.pay_words import pay_words
from offercheck.reports.report import DISCLAIMER, STAGES, VERDICT_WORDS, Options, Result, scorecards, summary
from offercheck.reports.terminal_page import Page

QUESTIONS_SHOWN = 5

VERDICT_STYLES = {
    "walk_away": "bold white on red",
    "renegotiate": "bold red",
    "ask_first": "bold yellow",
    "not_enough": "bold cyan",
    "sound": "bold green",
}
OUTCOMES = {
    "deal_breaker": ("DEAL-BREAKER", "bold red", "✗", "X"),
    "red_flag": ("RED FLAG", "bold red", "▲", "!"),
    "caution": ("CAUTION", "yellow", "●", "~"),
    "ask": ("ASK", "cyan", "?", "?"),
    "good": ("GOOD", "green", "✓", "+"),
    "not_applicable": ("NOT APPLICABLE", "dim", "-", "-"),
}
FLAGS = ("deal_breaker", "red_flag")
COUNTED = {
    "caution": ("caution", "cautions"),
    "ask": ("point left open", "points left open"),
    "good": ("good", "good"),
    "not_applicable": ("does not apply", "do not apply"),
}
BAR = 16


def render(results: Sequence[Result], options: Options) -> str:
    """A scorecard for each offer; with several inputs, a closing line that counts them."""
    page = _Page(options)
    shown = scorecards(results)
    for index, scorecard in enumerate(shown):
        if index:
            page.rule()
        _scorecard(page, scorecard)
    if len(results) > 1:
        page.rule()
        page.line(Text(summary(results)))
    if shown:
        page.line(Text(DISCLAIMER, style="dim"))
    return page.text()


class _Page(Page):
    """A page of scorecards."""

    def sign(self, outcome: str) -> str:
        """One character for an outcome."""
        return OUTCOMES[outcome][3 if self.options.ascii else 2]


def _scorecard(page: _Page, scorecard: Scorecard) -> None:
    _heading(page, scorecard)
    _verdict(page, scorecard)
    if scorecard.score:
        _score(page, scorecard.score, scorecard.offer.stage)
        for one in scorecard.waivers:
            if one.cap is not None:
                page.line(Text(f"Waived until {one.until}: no more than {one.cap} because of {one.rule}."))
    _pay(page, scorecard)
    _areas(page, scorecard.areas)
    flags = flagged(scorecard)
    waived = waived_rules(scorecard)
    for finding in flags:
        if not finding.silent:
            page.gap()
            _flag(page, finding, waived.get(finding.rule))
    _silences(page, [one for one in flags if one.silent])
    _states(page, scorecard)
    _questions(page, scorecard)
    _rest(page, scorecard.findings)
    for note in notes(scorecard):
        page.line(Text(visible(note), style="dim"))
    page.gap()


def _heading(page: _Page, scorecard: Scorecard) -> None:
    offer = scorecard.offer
    page.line(Text(visible(offer.title or scorecard.file), style="bold"))
    stage = STAGES[offer.stage] + ("" if offer.stage_stated else " (assumed: the file does not say)")
    parts = [offer.employer, offer.role, stage, scorecard.file if offer.title else None]
    page.line(Text(" · ".join(visible(part) for part in parts if part), style="dim"))


def _verdict(page: _Page, scorecard: Scorecard) -> None:
    words, style = VERDICT_WORDS[scorecard.verdict].upper(), VERDICT_STYLES[scorecard.verdict]
    page.gap()
    page.line(Text.assemble((f" {words} ", style), "  ", scorecard.because))
    if scorecard.provisional:
        named = ", ".join(scorecard.provisional)
        page.line(Text(f"The employer may change these terms alone: {named}; read every good mark as provisional."))


def _score(page: _Page, score: Score, stage: str) -> None:
    interval = str(score.low) if score.low == score.high else f"{score.low}–{score.high}"
    if_kept = ", if the advert is kept" if stage == "job_ad" else ""
    page.gap()
    words = Text.assemble((f"{interval} of 100", "bold"), f"{if_kept}, {score.answered}% answered")
    bar = page.bar(score.low, score.high, min(40, page.options.width - max(44, len(words) + 2)))
    page.line(Text.assemble(bar, "  ", words))
    if score.high_cap:
        page.line(Text(f"No more than {score.high_cap.at} because of {score.high_cap.rule}."))
    if score.unless and score.low_unless > score.low:
        named = ", ".join(score.unless[:3]) + (f" and {len(score.unless) - 3} more" if len(score.unless) > 3 else "")
        page.line(Text(f"At least {score.low_unless} unless one of these turns out badly: {named}."))


def _pay(page: _Page, scorecard: Scorecard) -> None:
    """The named hour and the real one, where the paper says enough of pay to work them out."""
    if scorecard.pay is not None:
        page.gap()
        page.line(Text(pay_words(scorecard.pay)))


def _areas(page: _Page, areas: Sequence[AreaRow]) -> None:
    """One row an area: its title, its bar and interval, and how many of its rules are shown as what."""
    named = max((len(row.title) for row in areas), default=0)
    page.gap()
    page.line(Text.assemble((" " * (named + BAR + 14), ""), *_legend(page)), indent=2)
    for row in areas:
        if row.low is None or row.high is None:
            page.line(Text(f"{row.title:<{named}}  does not apply", style="dim"), indent=2)
            continue
        interval = f"{row.low}–{row.high}" if row.low != row.high else str(row.low)
        bar = page.bar(row.low, row.high, BAR)
        page.line(Text.assemble(f"{row.title:<{named}}  ", bar, f"  {interval:>7}   ", *_counts(row)), indent=2)
    page.line(
        Text("  ".join(f"{page.sign(name)} {OUTCOMES[name][0].lower()}" for name in _COLUMNS), style="dim"), indent=2
    )


_COLUMNS = ("deal_breaker", "red_flag", "caution", "ask", "good")


def _legend(page: _Page) -> list[tuple[str, str]]:
    """The signs over the counts; what they stand for is said below them."""
    return [(f"{page.sign(name):>3} ", OUTCOMES[name][1]) for name in _COLUMNS]


def _counts(row: AreaRow) -> list[tuple[str, str]]:
    counts = (row.deal_breaker, row.red_flag, row.caution, row.ask, row.good)
    shown = zip(_COLUMNS, counts, strict=True)
    return [(f"{count or '∙':>3} ", OUTCOMES[name][1] if count else "dim") for name, count in shown]


def _flag(page: _Page, finding: Finding, waived: WaiverShown | None) -> None:
    words, style = OUTCOMES[finding.outcome][:2]
    may_be = ", may be a deal-breaker" if finding.outcome == "red_flag" and "deal_breaker" in finding.possible else ""
    accepted = "" if waived is None else f", waived until {waived.until}"
    title = f"{page.sign(finding.outcome)} {words}{may_be}{accepted}"
    page.line(Text.assemble((title, style), "  ", (finding.rule, "dim")))
    page.line(Text(finding.message, style="bold"), indent=2)
    page.line(Text(finding.why), indent=2)
    where = _where(finding)
    if where:
        page.line(Text(where, style="dim"), indent=2)
    if finding.fallback:
        page.line(Text(f"Settle for: {finding.fallback}"), indent=2)


def _silences(page: _Page, findings: Sequence[Finding]) -> None:
    """Red flags that silence raised: one paragraph each, with the reason only when everything is unfolded."""
    if not findings:
        return
    page.gap()
    page.line(Text(f"{page.sign('red_flag')} RED FLAGS BY SILENCE", style=OUTCOMES["red_flag"][1]))
    for finding in findings:
        page.line(Text.assemble(finding.message, "  ", (finding.rule, "dim")), indent=2)
        page.line(Text(f"Ask: {visible(finding.ask)}"), indent=4)
        if page.options.unfold:
            page.line(Text(finding.why), indent=4)
        for field in finding.fields:
            if field.says:
                page.line(Text(f"{field.path}: {_quoted(field)}", style="dim"), indent=4)


def _states(page: _Page, scorecard: Scorecard) -> None:
    """The states and their licences; where none are named nothing of it is loaded."""
    if scorecard.states:
        from offercheck.reports.terminal_states import states_section

        page.gap()
        for line, indent in states_section(scorecard, page.options):
            page.line(line, indent)


def _where(finding: Finding) -> str:
    """The fields that decided, with line and clause, and the source where it is not the paper itself."""
    places = []
    for field in finding.fields:
        if field.line is None:
            continue
        details = [f"line {field.line}", *(part for part in (field.clause, _elsewhere(field)) if part)]
        places.append(f"{field.path} ({', '.join(details)})")
    return visible("; ".join(places))


def _quoted(field: FieldShown) -> str:
    """The paper's own words, and where they stand."""
    place = _elsewhere(field) or field.clause
    return visible(f'"{field.says}"' + (f" ({place})" if place else ""))


def _elsewhere(field: FieldShown) -> str:
    return field.source.replace("_", " ") if field.source and field.source not in FIRM_SOURCES else ""


def _questions(page: _Page, scorecard: Scorecard) -> None:
    questions = scorecard.questions
    shown = questions if page.options.unfold else questions[:QUESTIONS_SHOWN]
    if not shown:
        return
    page.heading("Ask first" + ("" if len(shown) == len(questions) else f" ({len(questions)} questions in all)"))
    for number, question in enumerate(shown, 1):
        effect = _effect(question, scorecard.score)
        answers = Text(f"{', '.join(question.fields)}{effect}", style="dim")
        page.numbered(number, Text(visible(question.ask)))
        page.line(answers, indent=4)


def _effect(question: Question, score: Score | None) -> str:
    """What an answer can do to the score, in words; nothing where it moves no point by itself."""
    if question.points:
        return f": up to {question.points} point{'s' if question.points > 1 else ''}"
    return ": holds the low end down" if score is not None and question.rule in score.unless else ""


def _rest(page: _Page, findings: Sequence[Finding]) -> None:
    """Everything else: one paragraph each with --all, else counts."""
    rest = [one for one in findings if one.outcome not in FLAGS]
    if page.options.unfold:
        page.heading("Everything else")
        for finding in sorted(rest, key=weight):
            words, style = OUTCOMES[finding.outcome][:2]
            sign = page.sign(finding.outcome)
            page.line(
                Text.assemble((f"{sign} {words.lower()}", style), f"  {finding.question}", ("  " + finding.rule, "dim"))
            )
            page.line(Text(finding.message), indent=2)
        return
    counts = [(sum(one.outcome == name for one in rest), words) for name, words in COUNTED.items()]
    folded = ", ".join(f"{count} {words[0] if count == 1 else words[1]}" for count, words in counts if count)
    if folded:
        page.gap()
        page.line(Text(f"Folded: {folded}. --all shows them.", style="dim"))
