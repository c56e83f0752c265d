"""The rules of a checklist, and one rule in full, as plain lines. Control characters in them are written out."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from offercheck.evaluation.explanation import AnsweredPart, Part
from offercheck.evaluation.wording import in_words
from offercheck.reading.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offercheck.evaluation.explanation import Decision
    from offercheck.offer.possible import Truth
    from offercheck.reading.node import Plain
    from offercheck.reports.rule_report import RuleList, RuleShown, SourceRow

_MARKS: dict[Truth, str] = {True: "yes", False: "no", None: "?"}
_COMBINED = {"all": "all of:", "any": "any of:", "none": "none of:"}


def list_as_text(shown: RuleList, width: int) -> str:
    """A list of rules, two lines or more for each, and how many there are."""
    lines: list[str] = []
    for row in shown.rules:
        outcomes = ", ".join(row.outcomes).replace("_", "-")
        lines += _wrapped(f"{row.rule}  [{row.impact}, weight {row.weight}]  {outcomes}", 0, width)
        lines += _wrapped(row.question, 4, width)
    count = len(shown.rules)
    lines.append(visible(f"{count} rule{'' if count == 1 else 's'} of {shown.checklist} {shown.version}"))
    return "\n".join(lines) + "\n"


def rule_as_text(shown: RuleShown, width: int) -> str:
    """Everything that a rule is; what it says of an offer comes first where one is given."""
    lines = _wrapped(f"{shown.rule}  [{shown.impact}, weight {shown.weight}]", 0, width)
    lines += _wrapped(shown.question, 0, width)
    if shown.decision is not None:
        lines += ["", *_decision(shown.decision, width)]
    lines += ["", *_titled("Why", shown.why, width)]
    if shown.decision is None:
        for name, part in shown.conditions.items():
            lines += ["", *_wrapped(_heading(name, shown.silent), 0, width), *_part(part, 2, width)]
    if shown.params:
        lines += ["", "Thresholds", *_pairs(shown.params, width)]
    lines += ["", "It says"]
    for outcome, message in shown.message.items():
        lines += _wrapped(f"{outcome.replace('_', '-')}: {message}", 2, width)
    lines += ["", *_titled("Ask", shown.ask, width)]
    if shown.fallback:
        lines += ["", *_titled("Settle for", shown.fallback, width)]
    lines += ["", *_wrapped(f"Thresholds rest on: {shown.basis}", 0, width), *_sources(shown.sources, width)]
    lines += _dates(shown, width)
    if shown.examples:
        lines += ["", "Examples", *_examples(shown.examples, width)]
    return "\n".join(lines) + "\n"


def _heading(name: str, silent: str) -> str:
    if name == "when":
        return "Applies when"
    if name == "silent":
        return f"From the offer letter on, silence is a {silent.replace('_', ' ')} when"
    return f"{name.replace('_', ' ').capitalize()} when"


def _part(part: Part, indent: int, width: int) -> list[str]:
    lines = _wrapped(_said(part), indent, width)
    for child in part.parts:
        lines += _part(child, indent + 2, width)
    return lines


def _said(part: Part | AnsweredPart) -> str:
    if part.kind == "leaf":
        return f"{part.path}: {part.asks}"
    return _COMBINED.get(part.kind, part.kind)


def _decision(decision: Decision, width: int) -> list[str]:
    """The outcome, and each condition with its two answers before it."""
    finding = decision.finding
    possible = ", ".join(finding.possible).replace("_", "-") or "none"
    lines = _wrapped(f"{decision.file}: {finding.outcome.replace('_', ' ')}. {finding.message}", 0, width)
    lines += _wrapped(f"Still possible: {possible}. {'Decided.' if finding.decided else 'Not decided.'}", 0, width)
    lines += ["", "said firm  (the paper at its word, and what of it binds: yes, no, ? for unknown)"]
    for name, part in decision.conditions.items():
        lines += _wrapped(_heading(name, "finding"), 0, width)
        lines += _answers(part, 0, width)
    return lines


def _answers(part: AnsweredPart, indent: int, width: int) -> list[str]:
    value = f" ({part.value})" if part.kind == "leaf" else ""
    marks = f"{_MARKS[part.said]:<5}{_MARKS[part.firm]:<5}"
    first, *rest = _wrapped(_said(part) + value, indent + 2, width - len(marks))
    lines = [marks + first, *(" " * len(marks) + line for line in rest)]
    for child in part.parts:
        lines += _answers(child, indent + 2, width)
    return lines


def _titled(title: str, text: str, width: int) -> list[str]:
    return [title, *_wrapped(text, 2, width)]


def _pairs(values: dict[str, Plain], width: int) -> Iterator[str]:
    for name, value in values.items():
        yield from _wrapped(f"{name}: {in_words(value)}", 2, width)


def _sources(sources: list[SourceRow], width: int) -> Iterator[str]:
    for source in sources:
        dated = f"dated {source.dated}, " if source.dated else ""
        strength = f", {source.strength}" if source.strength else ""
        yield from _wrapped(f"{source.title} ({dated}read {source.as_of}{strength})", 2, width)
        if source.url:
            yield from _wrapped(source.url, 4, width)


def _dates(shown: RuleShown, width: int) -> Iterator[str]:
    dates = {"Checked": shown.as_of, "Due for review": shown.review_by, "Known until": shown.valid_until}
    for name, day in dates.items():
        if day:
            yield from _wrapped(f"{name}: {day}", 0, width)
    if not shown.waivable:
        yield "Nobody can waive it."


def _examples(examples: dict[str, Plain], width: int) -> Iterator[str]:
    for outcome, example in examples.items():
        for offer in example if isinstance(example, list) else [example]:
            yield from _wrapped(f"{outcome.replace('_', '-')}: {_flow(offer)}", 2, width)


def _flow(value: Plain) -> str:
    """A value in one line, in braces and brackets, as one could type it."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    return "null" if value is None else value


def _wrapped(text: str, indent: int, width: int) -> list[str]:
    """A text in lines of a width, in words; what it holds cannot steer a terminal."""
    return textwrap.wrap(
        visible(" ".join(text.split())),
        max(width, indent + 20),
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [""]
