"""A checklist that builds on a shipped one: rules of it left out or changed, others added."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from offercheck.checklist import shape
from offercheck.checklist.examples import laid_over
from offercheck.checklist.header import check_gravest
from offercheck.checklist.lookup import find_rule, rule_advice
from offercheck.checklist.rule import read_rule
from offercheck.offer.schema import nearest
from offercheck.reading.node import Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.header import Header
    from offercheck.checklist.rule import Rule
    from offercheck.reading.fault import Faults

CHANGES = ("impact", "params", "examples")
"""What of a rule may be changed; whoever wants more disables it and writes a rule of their own."""


def adapted(base: Checklist, header: Header, faults: Faults, *, examples: bool) -> Checklist:
    """A checklist without the rules that an extending one disables, and with those that it changes as it wants them.

    Every name that the base does not have is a fault.
    """
    disabled = {rule.key for rule in _named(header.disable, base.rules, faults)}
    changes: dict[str, Node] = {}
    for name, node in header.change.items():
        rule = find_rule(name, base.rules)
        if rule is None:
            faults.at_key(node, f"{base.name} has no rule `{name}`", rule_advice(name, base.rules))
        elif rule.key in disabled:
            faults.at_key(node, f"`{rule.key}` is disabled and changed", "do one of the two")
        else:
            changes[rule.key] = node
    kept = []
    for rule in base.rules:
        changed = _changed(rule, changes[rule.key], faults, examples=examples) if rule.key in changes else rule
        if changed is not None and rule.key not in disabled:
            kept.append(changed)
    check_gravest(header.gravest, [*(name for name, _ in base.areas), *header.areas], faults)
    return replace(base, rules=tuple(kept))


def _named(nodes: Sequence[Node], rules: Sequence[Rule], faults: Faults) -> list[Rule]:
    found = []
    for node in nodes:
        name = node.content if isinstance(node.content, str) else ""
        rule = find_rule(name, rules)
        if rule is None:
            faults.at(node, f"no rule `{name}` to disable", rule_advice(name, rules))
        else:
            found.append(rule)
    return found


def _changed(rule: Rule, node: Node, faults: Faults, *, examples: bool) -> Rule | None:
    """A rule with another impact, other thresholds, or other examples; None where the change is refused."""
    before = len(faults)
    entries = shape.mapping(node, CHANGES, (), faults)
    params = entries.get("params")
    for name, param in params.content.items() if params is not None and isinstance(params.content, dict) else ():
        if name not in rule.params:
            near = nearest(name, list(rule.params))
            advice = f"did you mean `{near}`?" if near else f"it has {', '.join(rule.params) or 'none'}"
            faults.at_key(param, f"{rule.key} has no param `{name}`", advice)
    if len(faults) > before:
        return None
    own = {name: child for name, child in entries.items() if examples or name != "examples"}
    upper = Node(dict(own), node.mark, key=node.key, key_mark=node.key_mark)
    return read_rule(laid_over(upper, rule.node), rule.area, rule.document, faults, examples=examples)


def joined(base: Checklist, own: Checklist, *, weights: bool) -> Checklist:
    """The rules of both, area by area: those of the base first. `weights` says whether the extending one has its own.

    Its fingerprint is set by whoever knows the files of both.
    """
    titles = dict(own.areas) | dict(base.areas)
    order = dict.fromkeys([*(name for name, _ in base.areas), *(name for name, _ in own.areas)])
    rules = [rule for area in order for rule in (*base.rules, *own.rules) if rule.area == area]
    used = {rule.area for rule in rules}
    return replace(
        own,
        areas=tuple((name, titles[name]) for name in order if name in used),
        gravest=own.gravest or base.gravest,
        rules=tuple(rules),
        weights=own.weights if weights else base.weights,
        sources=base.sources | own.sources,
        facts=tuple(sorted(frozenset().union(*(rule.facts for rule in rules)))),
    )


def seen_in(base: Checklist) -> dict[str, str]:
    """The ids of a checklist's rules, each with its place."""
    return {rule.id: f"{rule.document.name}:{rule.node.line}" for rule in base.rules}
