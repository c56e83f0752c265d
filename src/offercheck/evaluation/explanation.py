"""How a rule decides: its conditions as a tree in words and, on an offer, the answer to each part in both readings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.wording import derived_in_words, value_in_words
from offercheck.facts.derivation import with_facts
from offercheck.offer.possible import Truth
from offercheck.offer.readings import firm, said
from offercheck.offer.schema import FIELDS, field_of
from offercheck.profile.profile import nobody

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.condition import Condition
    from offercheck.checklist.rule import Rule
    from offercheck.evaluation.scorecard import Finding
    from offercheck.offer.offer import Offer
    from offercheck.offer.readings import Values
    from offercheck.profile.profile import Profile


@dataclass(slots=True)
class Part:
    """A part of a condition: `all`, `any` or `none` of its parts, `otherwise`, or a `path` and what is asked of it."""

    kind: str
    path: str
    asks: str
    parts: list[Part]


@dataclass(slots=True)
class AnsweredPart:
    """A part with its answers, null where unknown: with every term at its word, and with the firm ones alone.

    `value` is what the paper says, or what a derived fact may be as said.
    """

    kind: str
    path: str
    asks: str
    said: Truth
    firm: Truth
    value: str
    parts: list[AnsweredPart]


@dataclass(slots=True)
class Decision:
    """What a rule shows for an offer, and the answers by condition: `when` and its verdicts, worst first."""

    file: str
    finding: Finding
    conditions: dict[str, AnsweredPart]


def conditions_of(rule: Rule) -> dict[str, Condition]:
    """The conditions of a rule in the order in which they are tried; the one for silence stands last."""
    found: dict[str, Condition] = {} if rule.when is None else {"when": rule.when}
    found |= dict(rule.verdicts)
    if rule.silent_when is not None:
        found["silent"] = rule.silent_when
    return found


def in_parts(condition: Condition) -> Part:
    """A condition as a tree in words. The condition on an entry of a list stays inside its leaf's words."""
    parts = [] if condition.kind == "leaf" else [in_parts(child) for child in condition.children]
    return Part(condition.kind, condition.path, condition.matcher, parts)


def decide(rule: Rule, offer: Offer, checklist: Checklist, *, today: str, profile: Profile | None = None) -> Decision:
    """How a rule of a checklist decides on an offer, for a reader; one without a profile is nobody in particular.

    `today` is an ISO date.
    """
    reader = nobody() if profile is None and rule.reads_profile else profile
    shown = evaluate(offer, checklist, today=today, profile=reader)
    [finding] = [one for one in shown.findings if one.rule == rule.key]
    me = reader.values if reader is not None else None
    as_said, as_firm = _with_facts(said(offer, me), rule, today), _with_facts(firm(offer, me), rule, today)
    answered = {name: _answered(one, offer, as_said, as_firm) for name, one in conditions_of(rule).items()}
    return Decision(offer.document.name, finding, answered)


def may_apply(rule: Rule, offer: Offer) -> bool:
    """Whether a rule applies to an offer at its word, or may do so."""
    return rule.when is None or rule.when.test(_with_facts(said(offer), rule)) is not False


def _with_facts(values: Values, rule: Rule, today: str = "") -> Values:
    return with_facts(values, sorted(rule.facts), None, today)


def _answered(condition: Condition, offer: Offer, as_said: Values, as_firm: Values) -> AnsweredPart:
    children = () if condition.kind == "leaf" else condition.children
    return AnsweredPart(
        kind=condition.kind,
        path=condition.path,
        asks=condition.matcher,
        said=condition.test(as_said),
        firm=condition.test(as_firm),
        value=_value(condition.path, offer, as_said) if condition.kind == "leaf" else "",
        parts=[_answered(child, offer, as_said, as_firm) for child in children],
    )


def _value(path: str, offer: Offer, as_said: Values) -> str:
    """What stands at a path; of a value that is not taken at its word, also how it holds."""
    if field_of(path) in FIELDS:
        evidence = offer.evidence_of(field_of(path))
        how = f", {evidence.holds}" if evidence is not None and path not in as_said else ""
        return value_in_words(offer, path) + how
    return derived_in_words(path, as_said.get(path))
