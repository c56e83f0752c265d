"""The scorecard as Markdown: for a pull request, a job summary, a note to oneself.

Words of an offer are escaped, see `markdown_text`; values that a checklist names (rules, fields) stand as code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from offercheck.evaluation.scorecard import FieldShown, Finding, Scorecard, flagged, waived_rules
from offercheck.reading.text import visible
from offercheck.reports.located import weight
from offercheck.reports.markdown_text import coded, escaped
from offercheck.reports.notes import notes
from offercheck.reports.report import (
    DISCLAIMER,
    STAGES,
    VERDICT_WORDS,
    FailedInput,
    Options,
    Result,
    scorecards,
    summary,
)

QUESTIONS_SHOWN = 5
_SIGNS = {"yes": "yes", "no": "**no**", "unknown": "?"}
_COUNTS = (
    ("deal_breaker", "deal-breakers"),
    ("red_flag", "red flags"),
    ("caution", "cautions"),
    ("ask", "open"),
    ("good", "good"),
)
_REST = {"caution": "Cautions", "ask": "Left open", "good": "Good", "not_applicable": "Does not apply"}
_FOLDED = {"caution": "cautions", "ask": "left open", "good": "good", "not_applicable": "not applicable"}


def render(results: Sequence[Result], options: Options) -> str:
    """A part for each input, with a closing count of several."""
    parts = []
    for result in results:
        lines = _scorecard(result, options) if isinstance(result, Scorecard) else _failed(result)
        parts.append("\n".join(lines))
    if len(results) > 1:
        parts.append(f"{summary(results)}.\n")
    if scorecards(results):
        parts.append(f"*{DISCLAIMER}*\n")
    return "\n".join(parts)


def _failed(failed: FailedInput) -> Iterator[str]:
    yield f"# {coded(failed.file)}\n\nThis input could not be judged.\n"
    for fault in failed.errors:
        place = f"line {fault.line}, column {fault.column}: " if fault.line else ""
        advice = f" Help: {escaped(fault.advice)}" if fault.advice else ""
        yield f"- {place}{escaped(fault.message)}.{advice}"
    yield ""


def _scorecard(card: Scorecard, options: Options) -> Iterator[str]:
    yield from _heading(card)
    yield from _areas(card)
    flags = flagged(card)
    waived = {rule: f" (waived until {one.until})" for rule, one in waived_rules(card).items()}
    shown = [(one, _flag(one, waived.get(one.rule, ""))) for one in flags if not one.silent]
    yield from _section("Deal-breakers", [text for one, text in shown if one.outcome == "deal_breaker"])
    yield from _section("Red flags", [text for one, text in shown if one.outcome == "red_flag"])
    yield from _section("Red flags by silence", [_open(one) for one in flags if one.silent])
    yield from _states(card)
    yield from _questions(card, options)
    yield from _rest(card, options)
    yield from (f"{escaped(note)}\n" for note in notes(card))


def _heading(card: Scorecard) -> Iterator[str]:
    offer = card.offer
    yield f"# {escaped(offer.title) if offer.title else coded(card.file)}\n"
    stage = STAGES[offer.stage] + ("" if offer.stage_stated else " (assumed: the file does not say)")
    named = [escaped(part) for part in (offer.employer, offer.role) if part]
    yield " · ".join([*named, stage, *([coded(card.file)] if offer.title else [])]) + "\n"
    yield f"**{VERDICT_WORDS[card.verdict].upper()}**: {escaped(card.because)}\n"
    if card.score:
        score = card.score
        interval = str(score.low) if score.low == score.high else f"{score.low} to {score.high}"
        if_kept = ", if the advert is kept" if offer.stage == "job_ad" else ""
        capped = f" No more than {score.high_cap.at} because of `{score.high_cap.rule}`." if score.high_cap else ""
        yield f"**{interval} of 100**{if_kept}, {score.answered}% answered.{capped}\n"
    if card.provisional:
        named = [f"`{path}`" for path in card.provisional]
        yield f"The employer may change these terms alone: {', '.join(named)}; read every good mark as provisional.\n"


def _areas(card: Scorecard) -> Iterator[str]:
    yield f"| area | of 100 | {' | '.join(words for _, words in _COUNTS)} |"
    yield "| --- | ---: |" + " ---: |" * len(_COUNTS)
    for row in card.areas:
        if row.low is None or row.high is None:
            yield f"| {escaped(row.title)} | does not apply |" + " |" * len(_COUNTS)
            continue
        interval = str(row.low) if row.low == row.high else f"{row.low}–{row.high}"
        counts = " | ".join(str(getattr(row, name) or "") for name, _ in _COUNTS)
        yield f"| {escaped(row.title)} | {interval} | {counts} |"
    yield ""


def _section(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"## {title}\n"
        yield from items
        yield ""


def _flag(finding: Finding, waived: str) -> str:
    """A finding with its reason, the lines it rests on, and what to settle for."""
    may_be = (
        " (may be a deal-breaker)" if finding.outcome != "deal_breaker" and "deal_breaker" in finding.possible else ""
    )
    lines = [f"- **{escaped(finding.message)}**{may_be}{waived} `{finding.rule}`", escaped(finding.why)]
    where = "; ".join(_place(field) for field in finding.fields if field.line is not None)
    lines += [where] if where else []
    lines += [f"Settle for: {escaped(finding.fallback)}"] if finding.fallback else []
    return "\\\n  ".join(lines)


def _place(field: FieldShown) -> str:
    details = [f"line {field.line}"]
    details += [escaped(part) for part in (field.clause, (field.source or "").replace("_", " ")) if part]
    says = f': "{escaped(field.says)}"' if field.says else ""
    return f"`{field.path}` ({', '.join(details)}){says}"


def _open(finding: Finding) -> str:
    return f"- {escaped(finding.message)} `{finding.rule}`\\\n  Ask: {escaped(finding.ask)}"


def _states(card: Scorecard) -> Iterator[str]:
    if len(card.states) > 1:
        yield "## States\n\n| state | treated | licensed | insured |\n| --- | --- | --- | --- |"
        for row in card.states:
            cells = (_SIGNS[row["treated"]], _SIGNS[row["licensed"]], _SIGNS[row["insured"]])
            yield f"| {visible(row['state'])} | {' | '.join(cells)} |"
        yield ""
    if card.licensing_cost is not None:
        from offercheck.reports.terminal_states import cost_line  # loads Rich: only where there is a sum to show

        known = any(row["licensed"] != "unknown" for row in card.states)
        yield f"{escaped(cost_line(card.licensing_cost, licences_known=known))}\n"


def _questions(card: Scorecard, options: Options) -> Iterator[str]:
    shown = card.questions if options.unfold else card.questions[:QUESTIONS_SHOWN]
    if not shown:
        return
    yield (
        "## Ask first"
        + (f" ({len(card.questions)} questions in all)" if len(shown) < len(card.questions) else "")
        + "\n"
    )
    for number, question in enumerate(shown, 1):
        points = f" (up to {question.points} point{'s' if question.points > 1 else ''})" if question.points else ""
        yield f"{number}. {escaped(question.ask)}{points}"
    yield ""


def _rest(card: Scorecard, options: Options) -> Iterator[str]:
    """Everything else: a list each with everything unfolded, else counts."""
    if options.unfold:
        for outcome, title in _REST.items():
            found = sorted((one for one in card.findings if one.outcome == outcome), key=weight)
            yield from _section(title, [f"- {escaped(one.message)} `{one.rule}`" for one in found])
        return
    counts = {words: sum(one.outcome == outcome for one in card.findings) for outcome, words in _FOLDED.items()}
    folded = ", ".join(f"{count} {words}" for words, count in counts.items() if count)
    if folded:
        yield f"Folded: {folded}. `--all` shows them.\n"
