"""A reader's waivers: flags that they accept, each with a reason and a last day, in a file of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from offercheck.checklist import shape
from offercheck.checklist.entry import VERDICTS
from offercheck.checklist.lookup import find_rule, rule_advice
from offercheck.reading.fault import reported
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.entry import Verdict
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Document, Node

VERSION_KEY = "offercheck_waivers"
FORMAT = "1"
ACCEPTABLE = VERDICTS[:3]
_KEYS = ("rule", "outcome", "reason", "until")
_EXAMPLE = "- {rule: malpractice/tail-payer, outcome: red_flag, reason: I buy my own, until: 2027-06-30}"


@record
class Waiver:
    """A rule's outcome that a reader accepts, and milder ones with it, to the end of a day (ISO)."""

    rule: str
    outcome: Verdict
    reason: str
    until: str


def read_waivers(document: Document, checklist: Checklist) -> list[Waiver]:
    """The waivers that a document holds, for judging by a checklist. Raises InputError with every fault."""
    with reported(document) as faults:
        waivers: list[Waiver] = []
        content = document.root.content
        if not isinstance(content, dict) or VERSION_KEY not in content:
            faults.at(document.root, "these are no waivers", f"a file of waivers begins with {VERSION_KEY}: {FORMAT}")
            return waivers
        entries = shape.mapping(document.root, (VERSION_KEY, "waivers"), (), faults)
        if entries[VERSION_KEY].content != FORMAT:
            faults.at(entries[VERSION_KEY], "this version is not known", f"{VERSION_KEY}: {FORMAT}")
        for node in _items(entries.get("waivers"), faults):
            waiver = _waiver(node, checklist, faults)
            if waiver is not None and any(waiver.rule == other.rule for other in waivers):
                faults.at(node, f"{waiver.rule} is waived twice", "keep one of the two")
            elif waiver is not None:
                waivers.append(waiver)
        return waivers


def _items(node: Node | None, faults: Faults) -> list[Node]:
    if node is None or node.empty:
        return []
    if isinstance(node.content, list):
        return node.content
    faults.at(node, "a list of waivers is expected", _EXAMPLE)
    return []


def _waiver(node: Node, checklist: Checklist, faults: Faults) -> Waiver | None:
    before = len(faults)
    entries = shape.mapping(node, _KEYS, _KEYS, faults)
    named, outcome, reason, until = (shape.text(entries, name, faults).strip() for name in _KEYS)
    rule = find_rule(named, checklist.rules) if named else None
    if named and rule is None:
        faults.at(entries["rule"], f"{checklist.name} has no rule `{named[:80]}`", rule_advice(named, checklist.rules))
    elif rule is not None and not rule.waivable:
        faults.at(entries["rule"], f"{rule.key} cannot be waived: its checklist forbids it", "delete this waiver")
    if outcome and outcome not in ACCEPTABLE:
        faults.at(entries["outcome"], f"`{outcome[:40]}` is no flag", f"one of {', '.join(ACCEPTABLE)}")
    if until and not shape.is_date(until):
        faults.at(entries["until"], f"`{until[:40]}` is no date", "the last day on which it holds: 2027-06-30")
    if "reason" in entries and isinstance(entries["reason"].content, str) and not reason and entries["reason"].content:
        faults.at(entries["reason"], "the reason is empty", "say why you accept it: you will read it again")
    if rule is None or len(faults) > before:
        return None
    return Waiver(rule.key, cast("Verdict", outcome), " ".join(reason.split()), until)
