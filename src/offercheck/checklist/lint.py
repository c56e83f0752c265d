"""What is wrong with a checklist: all that keeps it from being read, and what its rules must not do together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.load import load_checklist
from offercheck.reading.fault import Fault, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from offercheck.checklist.rule import Rule

HARD_STOPS = frozenset({
    "compensation/wages-repayable",
    "compliance/controlled-policy",
    "compliance/free-to-report",
    "compliance/patient-contact",
    "compliance/pay-per-prescription",
    "compliance/privacy-agreement",
    "eligibility/training-licence",
    "licensure/until-licensed",
    "malpractice/main-service",
    "malpractice/payer",
    "malpractice/states-insured",
    "scope/emergency-path",
    "terms/exit-right",
})  # fmt: skip
"""The rules of the shipped checklists with a deal-breaker: work that is unlawful, uninsured, or a trap to leave."""


def lint(folder: Path, *, shipped: bool) -> list[InputError]:
    """All that is wrong in a checklist's folder, an error for each file; none where it is well formed.

    A `shipped` checklist keeps to the hard stops, too.
    """
    refused: list[InputError] = []
    try:
        checklist = load_checklist(folder, refused=refused)
    except InputError as error:
        return [error]
    by_file: dict[str, tuple[str, list[Fault]]] = {}
    for rule in checklist.rules:
        for fault in _deal_breaker_faults(rule, shipped=shipped):
            by_file.setdefault(rule.document.name, (rule.document.text, []))[1].append(fault)
    return [*refused, *(InputError(name, faults, text) for name, (text, faults) in by_file.items())]


def _deal_breaker_faults(rule: Rule, *, shipped: bool) -> Iterator[Fault]:
    content = rule.node.content
    node = content.get("deal_breaker") if isinstance(content, dict) else None
    if node is None:
        return
    if rule.basis == "weak":
        message = "a deal-breaker rests on a weak basis"
        yield Fault(node.key_line, node.key_column, message, "make it a red flag, or find a better source", 12)
    if shipped and rule.key not in HARD_STOPS:
        message = f"{rule.key} is none of the hard stops, and has a deal-breaker"
        yield Fault(node.key_line, node.key_column, message, "make it a red flag", 12)
