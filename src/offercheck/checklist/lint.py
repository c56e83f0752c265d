"""What is wrong with a checklist: all that keeps it from being read, and what its rules must not do together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.load import load_checklist
from offercheck.reading.fault import Fault, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from offercheck.checklist.rule import Rule

HARD_STOPS: Mapping[str, frozenset[str]] = {
    "practice without a licence": frozenset({"licensure/until-licensed"}),
    "no cover, or none where the patients are": frozenset({"malpractice/payer", "malpractice/states-insured"}),
    "the main service is not covered": frozenset({"malpractice/main-service"}),
    "pay for prescriptions, or signing orders made out beforehand": frozenset(
        {"compliance/pay-per-prescription", "compliance/patient-contact"}
    ),
    "prescribing outside the law, or tools without a privacy agreement": frozenset(
        {"compliance/controlled-policy", "compliance/privacy-agreement"}
    ),
    "patients in danger without a path to emergency care": frozenset({"scope/emergency-path"}),
    "training or a visa forbids the work": frozenset({"eligibility/licence-in-training"}),
    "wages that can be taken back": frozenset({"compensation/wages-repayable"}),
    "no right to leave": frozenset({"terms/exit-right"}),
    "no right to report": frozenset({"compliance/free-to-report"}),
}
"""The ten hard stops, each with the shipped rules that may call it a deal-breaker: work that is unlawful, uninsured, or
a trap to leave."""

_MAY_STOP = frozenset().union(*HARD_STOPS.values())


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
    if shipped and rule.key not in _MAY_STOP:
        message = f"{rule.key} is none of the hard stops, and has a deal-breaker"
        yield Fault(node.key_line, node.key_column, message, "make it a red flag", 12)
