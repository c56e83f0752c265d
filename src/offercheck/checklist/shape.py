"""Mappings and texts of a checklist's own files, with a fault for what does not belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.schema import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node


def mapping(node: Node, known: Sequence[str], required: Sequence[str], faults: Faults) -> dict[str, Node]:
    """The entries of a mapping whose keys are known; empty where it is none."""
    content = node.content
    if not isinstance(content, dict):
        faults.at(node, "a mapping is expected", f"with the keys {', '.join(known)}")
        return {}
    for name, child in content.items():
        if name not in known:
            near = nearest(name, known)
            advice = f"did you mean `{near}`?" if near else f"it may be {', '.join(known)}"
            faults.at_key(child, f"unknown key `{name}`", advice)
    for name in required:
        if name not in content:
            faults.at(node, f"`{name}` is missing", f"{name}: ...")
    return content


def text(entries: dict[str, Node], name: str, faults: Faults) -> str:
    """The text under a key; empty where the key is absent, or its value is no text."""
    node = entries.get(name)
    if node is None:
        return ""
    if not isinstance(node.content, str) or not node.content:
        faults.at_key(node, f"`{name}` is not a text", f"{name}: ...")
        return ""
    return node.content


def is_date(text: str) -> bool:
    """Whether a text is a day as ISO 8601 writes it: 2026-11-23."""
    year, month, day = text[:4], text[5:7], text[8:]
    digits = (year + month + day).isdigit() and text.isascii() and len(text) == len("2026-11-23")
    return digits and text[4] == text[7] == "-" and 1 <= int(month) <= 12 and 1 <= int(day) <= 31
