"""The examples of a checklist's rules, run: each offer must show the outcome under which it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from offercheck.checklist.examples import rule_examples
from offercheck.evaluation.evaluate import evaluate
from offercheck.offer.build import build_offer
from offercheck.profile.profile import build_profile
from offercheck.reading.fault import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.examples import Example
    from offercheck.checklist.rule import Rule
    from offercheck.evaluation.scorecard import Finding


@dataclass(slots=True, frozen=True)
class FailedExample:
    """An example that shows something else, at its place in the checklist's file."""

    file: str
    line: int
    rule: str
    message: str


@dataclass(slots=True)
class ExampleRun:
    """How many examples were run, and those that failed."""

    count: int
    failed: list[FailedExample]


def run_examples(checklist: Checklist, *, today: str) -> ExampleRun:
    """Run every example of every rule. `today` is an ISO date."""
    failed: list[FailedExample] = []
    count = 0
    for rule in checklist.rules:
        alone = replace(checklist, rules=(rule,), facts=tuple(sorted(rule.facts)))
        for example in rule_examples(rule):
            count += 1
            failed += _failures(rule, example, alone, today)
    return ExampleRun(count, failed)


def _failures(rule: Rule, example: Example, alone: Checklist, today: str) -> Iterator[FailedExample]:
    document = example.document
    try:
        offer = build_offer(document)
        profile = build_profile(example.me) if rule.reads_profile else None
    except InputError as error:
        for fault in error.faults:
            advice = f" ({fault.advice})" if fault.advice else ""
            yield FailedExample(document.name, fault.line or document.root.line, rule.key, fault.message + advice)
        return
    [finding] = evaluate(offer, alone, today=_day(rule, today), profile=profile).findings
    if not _shows(example.outcome, finding, rule):
        by_silence = " by its silence" if finding.silent else ""
        said = f"an example of {example.outcome} shows {finding.outcome}{by_silence}: {finding.message}"
        yield FailedExample(document.name, document.root.line, rule.key, said)


def _day(rule: Rule, today: str) -> str:
    """The day to judge by: examples show a rule while the law that it rests on holds."""
    return min(today, rule.valid_until) if rule.valid_until else today


def _shows(outcome: str, finding: Finding, rule: Rule) -> bool:
    """Whether a finding is what an example is of. A silent offer leaves its rule undecided."""
    if outcome != "silent":
        return finding.outcome == outcome and not finding.silent
    at_best = "ask" if "good" in finding.possible else "caution"
    return not finding.decided and finding.outcome in ("ask", rule.silent, at_best)
