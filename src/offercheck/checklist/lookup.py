"""A rule by the name that a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.schema import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.checklist.rule import Rule


def find_rule(name: str, rules: Sequence[Rule]) -> Rule | None:
    """The rule of that key (`malpractice/tail-payer`), or of that id where no other rule has it."""
    found = [rule for rule in rules if name in (rule.key, rule.id)]
    return found[0] if len(found) == 1 else None


def rule_advice(name: str, rules: Sequence[Rule]) -> str:
    """What an unknown name of a rule may have meant."""
    ids = {rule.id: rule.key for rule in rules}
    near = nearest(name, [rule.key for rule in rules]) or ids.get(nearest(name.rpartition("/")[2], list(ids)) or "")
    return f"did you mean `{near}`?" if near else "`offercheck rules` lists them all"
