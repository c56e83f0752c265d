"""The page on coverage: what there is to find out about an offer, and the rules that judge it or why none can."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Item:
    """One thing to find out: its title, the keys of the rules that judge it, and why a file cannot decide it, if so."""

    key: str
    title: str
    rules: tuple[str, ...]
    reason: str


def rules_by_item() -> dict[str, list[str]]:
    """The keys of the shipped rules by the item that they name."""
    found: dict[str, list[str]] = {}
    for rule in load_checklist(shipped_checklist(), examples=False).rules:
        found.setdefault(rule.item, []).append(rule.key)
    return found


def coverage() -> list[Item]:
    """The items of docs/items.yaml in their order."""
    listed = yaml.safe_load((ROOT / "docs" / "items.yaml").read_text(encoding="utf-8"))
    rules = rules_by_item()
    return [
        Item(key, entry["title"], tuple(rules.get(key, ())), entry.get("reason", "").strip())
        for key, entry in listed.items()
    ]


def coverage_page(note: str) -> str:
    items = coverage()
    judged = sum(bool(item.rules) for item in items)
    parts = [
        "# What the rules cover\n\n",
        note,
        f"\n{len(items)} things to find out about an offer: {judged} have rules; of the others the table says why a ",
        "file cannot decide them.\n\n| item | what it is | rules, or why there are none |\n| --- | --- | --- |\n",
    ]
    for item in items:
        shown = ", ".join(f"`{key}`" for key in item.rules) or item.reason
        parts.append(f"| `{item.key}` | {item.title} | {shown} |\n")
    return "".join(parts)
