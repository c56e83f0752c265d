"""A comparison as Markdown. Words of an offer are escaped, see `markdown_text`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from offercheck.comparison.comparison import Comparison, Pair
from offercheck.reports.comparison_words import (
    broken_by,
    called,
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
from offercheck.reports.markdown_text import coded, escaped
from offercheck.reports.report import DISCLAIMER, STAGES, VERDICT_WORDS, Options

_REASONS_SHOWN = 4
_QUESTIONS_SHOWN = 5


def render(comparison: Comparison, options: Options) -> str:
    """A table of the offers, how they stand to each other, and what other weights would change."""
    return "\n".join(_lines(comparison, options)) + "\n"


def _lines(shown: Comparison, options: Options) -> Iterator[str]:
    yield f"# {len(shown.offers)} offers compared\n"
    yield from _table(shown) if shown.pairs else _list(shown)
    pairs = pairs_shown(shown, unfold=options.unfold)
    for pair in pairs:
        yield from _pair(shown, pair, options)
    if len(pairs) < len(shown.pairs):
        yield f"{len(shown.pairs) - len(pairs)} more pairs: `--all` shows them.\n"
    if shown.sensitivity is not None:
        yield "## Other weights\n"
        yield "\n".join(escaped(sentence) for sentence in survival(shown, shown.sensitivity)) + "\n"
    yield from (f"{escaped(note)}\n" for note in notes(shown))
    yield f"*{DISCLAIMER}*"


def _row(label: str, cells: Sequence[str]) -> str:
    return f"| {label} | {' | '.join(cells)} |"


def _table(shown: Comparison) -> Iterator[str]:
    offers = shown.offers
    yield _row("", [letter(at) for at in range(len(offers))])
    yield "| --- |" + " --- |" * len(offers)
    yield _row("offer", [f"**{escaped(title(shown, at))}**" for at in range(len(offers))])
    if any(one.offer.employer for one in offers):
        yield _row("employer", [escaped(one.offer.employer or "") for one in offers])
    yield _row("file", [coded(one.file).replace("|", "\\|") for one in offers])
    yield _row("paper", [STAGES[one.offer.stage] + ("" if one.offer.stage_stated else " (assumed)") for one in offers])
    yield _row("rank", [str(one.rank) for one in offers])
    yield _row("verdict", [f"**{VERDICT_WORDS[one.verdict]}**" for one in offers])
    yield _row("of 100", [interval(one.score) for one in offers])
    yield _row("answered", [f"{one.score.answered}%" if one.score else "" for one in offers])
    if any(one.waivers for one in offers):
        yield _row("waived", [waived_words(one.waivers) for one in offers])
    for row in shown.facts:
        cells = [escaped(words) for words in row.cells]
        yield _row(row.title.lower(), [_marked(words, best=at in row.best) for at, words in enumerate(cells)])
    for number, area in enumerate(shown.areas):
        ends = [(one.areas[number].low, one.areas[number].high) for one in offers]
        cells = [
            "does not apply" if low is None else str(low) if low == high else f"{low}–{high}" for low, high in ends
        ]
        yield _row(escaped(area.title), [_marked(words, best=at in area.best) for at, words in enumerate(cells)])
    yield "\n◆ surely no worse than any other offer here\n"


def _marked(words: str, *, best: bool) -> str:
    return f"◆ **{words}**" if best else words


def _list(shown: Comparison) -> Iterator[str]:
    yield "| rank | offer | file | verdict | of 100 | answered |"
    yield "| ---: | --- | --- | --- | ---: | ---: |"
    for at in shown.order:
        one = shown.offers[at]
        answered = f"{one.score.answered}%" if one.score else ""
        cells = [escaped(called(shown, at)), coded(one.file), VERDICT_WORDS[one.verdict], interval(one.score), answered]
        yield _row(str(one.rank), cells)
    yield ""


def _pair(shown: Comparison, pair: Pair, options: Options) -> Iterator[str]:
    yield f"## {relation(shown, pair)}\n"
    broken = broken_by(shown, pair)
    if broken:
        yield f"{escaped(broken)}\n"
    if pair.relation == "open":
        yield from _questions(pair, options)
    for at in (pair.first, pair.second):
        reasons = speaking_for(pair, at)
        kept = reasons if options.unfold else reasons[:_REASONS_SHOWN]
        if kept:
            yield f"For {letter(at)}, in points{rules_counted(kept, reasons)}:\n"
            for one in kept:
                line = escaped(speaking_line(pair, at, one))
                yield f"- {abs(one.points):.1f}: {escaped(one.question)} **{line}** `{one.rule}`"
            yield ""
    one_sided = one_sided_line(pair)
    if one_sided:
        yield f"{one_sided}\n"
        if options.unfold:
            for at, rules in ((pair.first, pair.only_first), (pair.second, pair.only_second)):
                yield from (f"- {letter(at)}: {escaped(rule.question)} `{rule.rule}`" for rule in rules)
            yield ""


def _questions(pair: Pair, options: Options) -> Iterator[str]:
    yield what_would_tell(pair) + "\n"
    shown = pair.questions if options.unfold else pair.questions[:_QUESTIONS_SHOWN]
    for number, one in enumerate(shown, 1):
        yield f"{number}. {'you' if one.to == 'reader' else letter(one.of)}: {escaped(one.ask)}"
    if len(shown) < len(pair.questions):
        yield f"\nand {len(pair.questions) - len(shown)} more; `--all` shows them."
    yield ""
