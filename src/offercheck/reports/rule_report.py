"""The rules of a checklist as data and as Markdown, and everything that one rule is."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from offercheck.evaluation.explanation import Decision, Part, conditions_of, in_parts
from offercheck.reading.node import Plain
from offercheck.reading.text import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.header import Source
    from offercheck.checklist.rule import Rule


@dataclass(slots=True)
class RuleRow:
    """A rule in a list: what it asks, what it weighs, and the outcomes that it has a condition for."""

    rule: str
    impact: str
    weight: int
    question: str
    outcomes: list[str]
    silent: str


@dataclass(slots=True)
class RuleList:
    """Some rules of a checklist, in its order."""

    schema: Literal["offercheck.rules/1"]
    checklist: str
    version: str
    fingerprint: str
    rules: list[RuleRow]


@dataclass(slots=True)
class SourceRow:
    """A source of a rule: `dated` is the page's own date, `as_of` the day on which it was read."""

    key: str
    title: str
    url: str | None
    dated: str | None
    as_of: str
    strength: str | None


@dataclass(slots=True)
class RuleShown:
    """Everything that a rule is, and how it decided on an offer where one is given."""

    schema: Literal["offercheck.rule/1"]
    rule: str
    item: str
    guide: str
    question: str
    impact: str
    weight: int
    why: str
    conditions: dict[str, Part]
    params: dict[str, Plain]
    silent: str
    message: dict[str, str]
    ask: str
    fallback: str
    basis: str
    sources: list[SourceRow]
    as_of: str | None
    review_by: str | None
    valid_until: str | None
    waivable: bool
    examples: dict[str, Plain]
    decision: Decision | None


def rule_list(rules: Sequence[Rule], checklist: Checklist) -> RuleList:
    """A list of some of a checklist's rules."""
    rows = [
        RuleRow(
            rule.key,
            rule.impact,
            checklist.weights[rule.impact],
            rule.question,
            [name for name, _ in rule.verdicts],
            rule.silent,
        )
        for rule in rules
    ]
    return RuleList("offercheck.rules/1", checklist.name, checklist.version, checklist.fingerprint, rows)


def rule_shown(rule: Rule, checklist: Checklist, decision: Decision | None = None) -> RuleShown:
    """Everything that a rule is."""
    return RuleShown(
        schema="offercheck.rule/1",
        rule=rule.key,
        item=rule.item,
        guide=rule.guide,
        question=rule.question,
        impact=rule.impact,
        weight=checklist.weights[rule.impact],
        why=rule.why,
        conditions={name: in_parts(condition) for name, condition in conditions_of(rule).items()},
        params={name: node.plain() for name, node in rule.params.items()},
        silent=rule.silent,
        message=dict(rule.message),
        ask=rule.ask,
        fallback=rule.fallback,
        basis=rule.basis,
        sources=[_source(key, checklist.sources[key]) for key in rule.sources],
        as_of=rule.as_of or None,
        review_by=rule.review_by or None,
        valid_until=rule.valid_until or None,
        waivable=rule.waivable,
        examples={name: node.plain() for name, node in rule.examples.items()},
        decision=decision,
    )


def _source(key: str, source: Source) -> SourceRow:
    return SourceRow(key, source.title, source.url, source.dated, source.as_of, source.strength)


def as_json(shown: RuleList | RuleShown) -> str:
    """A list of rules, or a rule, for programs. It is ASCII, as every JSON report is."""
    return json.dumps(asdict(shown), indent=2) + "\n"


def list_as_markdown(shown: RuleList) -> str:
    """A list of rules as a table."""
    lines = [f"# {_cell(shown.checklist)} {_cell(shown.version)}", "", "| rule | impact | question | outcomes |"]
    lines.append("| --- | --- | --- | --- |")
    for row in shown.rules:
        outcomes = ", ".join(row.outcomes).replace("_", "-")
        lines.append(f"| `{row.rule}` | {row.impact} ({row.weight}) | {_cell(row.question)} | {outcomes} |")
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A text of the checklist inside a table, where none of its characters is markup."""
    plain = visible(" ".join(text.split()))
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>|#" else mark for mark in plain)
