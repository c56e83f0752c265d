"""Rounds of a negotiation as Markdown. Words of an offer are escaped, see `markdown_text`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from offercheck.reports.comparison_words import interval, waived_words
from offercheck.reports.markdown_text import coded, escaped
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
from offercheck.rounds.rounds import Rounds, RuleMove, Step, TermChange


def render(rounds: Rounds, options: Options) -> str:
    """A table of the papers, then each step from one to the next."""
    return "\n".join(_lines(rounds, options)) + "\n"


def _lines(rounds: Rounds, options: Options) -> Iterator[str]:
    yield f"# {len(rounds.papers)} rounds\n"
    yield from _papers(rounds)
    for step in rounds.steps:
        yield from _step(rounds, step, options)
    if rounds.whole is not None:
        yield f"## {step_title(rounds.whole)}\n"
        yield f"{score_line(rounds, rounds.whole)}\n\n{counted(rounds.whole)}\n"
    yield from (f"{escaped(note)}\n" for note in notes(rounds))
    yield f"*{DISCLAIMER}*"


def _papers(rounds: Rounds) -> Iterator[str]:
    waived = any(one.waivers for one in rounds.papers)
    yield "| round | file | paper | verdict | of 100 | answered |" + (" waived |" if waived else "")
    yield "| ---: | --- | --- | --- | ---: | ---: |" + (" --- |" if waived else "")
    for number, one in enumerate(rounds.papers, 1):
        cells = [str(number), coded(one.file).replace("|", "\\|"), STAGES[one.offer.stage]]
        cells += [f"**{VERDICT_WORDS[one.verdict]}**", interval(one.score)]
        cells += [f"{one.score.answered}%" if one.score else "", *([waived_words(one.waivers)] if waived else [])]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _step(rounds: Rounds, step: Step, options: Options) -> Iterator[str]:
    yield f"## {step_title(step)}\n"
    yield f"{score_line(rounds, step)}\n\n{counted(step)}\n"
    terms = {one.field: one for one in step.terms}
    for title, found in moves(step):
        yield f"### {title}\n"
        yield from _moved(found, terms, options)
    yield from _terms("In a weaker place than before", weaker(step))
    if step.unanswered:
        yield "### Asked and not answered\n"
        yield from (f"- {escaped(unanswered_line(one, step))} `{one.rule}`" for one in step.unanswered)
        yield ""
    yield from _terms("Changed beside that", unread(step))


def _moved(found: Sequence[RuleMove], terms: dict[str, TermChange], options: Options) -> Iterator[str]:
    shown = shown_of(found, unfold=options.unfold)
    for one in shown:
        lines = [
            f"- {escaped(rule_line(one))} `{one.rule}`",
            *(escaped(term_line(terms[field])) for field in one.fields),
        ]
        yield "\\\n  ".join(lines)
    if len(shown) < len(found):
        yield f"\n{len(found) - len(shown)} more: `--all` shows them."
    yield ""


def _terms(title: str, found: Sequence[TermChange]) -> Iterator[str]:
    if found:
        yield f"### {title}\n"
        yield from (f"- {escaped(term_line(one))}" for one in found)
        yield ""
