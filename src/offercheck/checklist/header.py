"""What a checklist says of itself: its name and version, its areas in order and by gravity, weights, its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist import shape
from offercheck.checklist.shipped import shipped_names
from offercheck.offer.schema import nearest
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node

WEIGHTS = {"critical": 10, "high": 5, "medium": 2, "low": 1}
"""What a rule of each impact weighs unless the checklist says otherwise."""

HEADER_KEYS = ("name", "title", "version", "extends", "disable", "change", "areas", "gravest", "weights")
SOURCE_KEYS = ("title", "url", "dated", "as_of", "strength")
STRENGTHS = ("strong", "medium", "weak")


class Header:
    """The file checklist.yaml. It is not to be used where reading it found faults.

    `extends` is the shipped checklist that it builds on, empty where there is none; `disable` and `change` name rules
    of that one. `gravest` names the areas whose flags come before those of others, `weighs` says whether it has weights
    of its own.
    """

    __slots__ = ("areas", "change", "disable", "extends", "gravest", "name", "title", "version", "weighs", "weights")

    def __init__(self, node: Node, faults: Faults) -> None:
        entries = shape.mapping(node, HEADER_KEYS, ("name", "title", "version"), faults)
        self.extends = _extends(entries, faults)
        self.disable = _listed(entries.get("disable"), faults)
        self.change = _changes(entries.get("change"), faults)
        self.weighs = "weights" in entries
        self.name = shape.text(entries, "name", faults)
        self.title = shape.text(entries, "title", faults)
        self.version = shape.text(entries, "version", faults)
        self.areas = tuple(_areas(entries.get("areas"), "areas", "in the order of the report", faults))
        self.gravest = _areas(entries.get("gravest"), "gravest", "whose flags come first, the gravest first", faults)
        if not self.extends:
            check_gravest(self.gravest, self.areas, faults)
        self.weights = _weights(entries.get("weights"), faults)


def _extends(entries: dict[str, Node], faults: Faults) -> str:
    """The checklist that this one builds on. One that builds on none has areas, and nothing to change."""
    if "extends" not in entries:
        if entries and "areas" not in entries:
            first = next(iter(entries.values()))
            faults.at_key(first, "`areas` is missing", "areas: ...; or `extends: telemedicine`")
        for name in ("disable", "change"):
            if name in entries:
                faults.at_key(entries[name], f"`{name}` needs a checklist to build on", "extends: telemedicine")
        return ""
    name = shape.text(entries, "extends", faults)
    if name and name not in shipped_names():
        near = nearest(name, shipped_names())
        advice = f"did you mean `{near}`?" if near else f"it may be {' or '.join(shipped_names())}"
        faults.at(entries["extends"], f"no checklist `{name}` comes with offercheck", advice)
    return name


def _listed(node: Node | None, faults: Faults) -> list[Node]:
    if node is None or isinstance(node.content, list):
        return node.content if node is not None and isinstance(node.content, list) else []
    faults.at_key(node, "`disable` is not a list", "disable: [area/rule]")
    return []


def _changes(node: Node | None, faults: Faults) -> dict[str, Node]:
    if node is None or isinstance(node.content, dict):
        return node.content if node is not None and isinstance(node.content, dict) else {}
    faults.at_key(node, "`change` is not a mapping", "change: {area/rule: {impact: high}}")
    return {}


@record
class Source:
    """Where a rule's knowledge comes from: `dated` is the page's own date, `as_of` the day (ISO) on which it was read,
    `strength` how good it is (strong, medium, weak). What is not known is None."""

    title: str
    url: str | None
    as_of: str
    dated: str | None
    strength: str | None


def _areas(node: Node | None, key: str, order: str, faults: Faults) -> dict[str, Node]:
    """The names of areas that a key lists, each with its place."""
    if node is None:
        return {}
    if not isinstance(node.content, list) or not node.content:
        faults.at_key(node, f"`{key}` is not a list", f"name the areas {order}: [scope, technology]")
        return {}
    names: dict[str, Node] = {}
    for item in node.content:
        if not isinstance(item.content, str):
            faults.at(item, "an area is one word", "the name of its file without .yaml")
        elif item.content in names:
            faults.at(item, f"`{item.content}` stands twice", "keep one of the two")
        else:
            names[item.content] = item
    return names


def check_gravest(gravest: Mapping[str, Node], areas: Collection[str], faults: Faults) -> None:
    """Each area that is named as grave is one of the checklist's."""
    for name, node in gravest.items():
        if name not in areas:
            near = nearest(name, list(areas))
            advice = f"did you mean `{near}`?" if near else f"it may be {', '.join(areas)}"
            faults.at(node, f"`{name}` is none of the areas", advice)


def _weights(node: Node | None, faults: Faults) -> dict[str, int]:
    weights = dict(WEIGHTS)
    if node is None:
        return weights
    for impact, child in shape.mapping(node, tuple(WEIGHTS), (), faults).items():
        typed = child.content
        if isinstance(typed, str) and typed.isascii() and typed.isdigit() and 0 < int(typed) <= 1000:
            weights[impact] = int(typed)
        else:
            faults.at(child, f"`{typed}` is no weight", "a whole number from 1 to 1000")
    return weights


def read_sources(node: Node, faults: Faults) -> dict[str, Source]:
    """The sources by the key that rules name them by."""
    content = node.content
    if not isinstance(content, dict):
        faults.at(node, "sources are a mapping", "KEY: {title: ..., url: ..., as_of: 2026-11-23}")
        return {}
    return {key: _source(child, faults) for key, child in content.items()}


def _source(node: Node, faults: Faults) -> Source:
    entries = shape.mapping(node, SOURCE_KEYS, ("title", "as_of"), faults)
    as_of = shape.text(entries, "as_of", faults)
    if as_of and not shape.is_date(as_of):
        faults.at(entries["as_of"], f"`{as_of}` is no date", "year, month, day: 2026-11-23")
    strength = shape.text(entries, "strength", faults)
    if strength and strength not in STRENGTHS:
        faults.at(entries["strength"], f"`{strength}` is no strength", f"it may be {', '.join(STRENGTHS)}")
    return Source(
        title=shape.text(entries, "title", faults),
        url=shape.text(entries, "url", faults) or None,
        as_of=as_of,
        dated=shape.text(entries, "dated", faults) or None,
        strength=strength or None,
    )
