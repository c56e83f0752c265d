"""What is in a checklist, as plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.reading.text import visible

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist


def checklist_as_text(checklist: Checklist) -> str:
    """Its name and version, the rules of each area, the weights, and the fingerprint of its files."""
    lines = [f"{checklist.name} {checklist.version}: {checklist.title}"]
    for area, title in checklist.areas:
        rules = [rule for rule in checklist.rules if rule.area == area]
        lines += ["", f"{area}: {title} ({len(rules)} rule{'' if len(rules) == 1 else 's'})"]
        lines += [f"  {rule.key}  [{rule.impact}]  {rule.question}" for rule in rules]
    weights = ", ".join(f"{impact} {weight}" for impact, weight in checklist.weights.items())
    lines += ["", f"rules: {len(checklist.rules)}", f"sources: {len(checklist.sources)}", f"weights: {weights}"]
    if checklist.gravest:
        lines.append(f"gravest first: {', '.join(checklist.gravest)}")
    lines.append(f"fingerprint: {checklist.fingerprint}")
    return "\n".join(map(visible, lines)) + "\n"
