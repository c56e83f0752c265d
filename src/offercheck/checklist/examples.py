"""The examples of a rule as offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.entry import VERDICTS
from offercheck.reading.node import Document, Node, node_of
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from offercheck.checklist.rule import Rule
    from offercheck.reading.fault import Faults

BASE = {"offercheck": "1", "role": "physician", "document": {"stage": "contract"}}
"""The offer that every example is laid over."""

ME, READER = "me", {"offercheck_me": "1"}
"""The key under which an example has a reader's profile, and what that is laid over."""

OUTCOMES = (*VERDICTS, "silent", "ask", "not_applicable")
"""What an example may be of."""


@record
class Example:
    """An offer on which a rule is to show an outcome.

    The outcome `silent` is what the rule's `silent` says where its condition holds on that offer, and `ask` where it
    does not or there is none. `me` is the reader's profile, empty where the example has none under its key `me`.
    Places in the documents are those of the checklist's file.
    """

    outcome: str
    document: Document
    me: Document


def rule_examples(rule: Rule) -> list[Example]:
    """The examples of a rule, in the order of the file."""
    examples = []
    for outcome, node in rule.examples.items():
        for offer in _offers(node):
            paper, me = _parted(offer)
            root = laid_over(paper, node_of(BASE, offer.mark))
            examples.append(Example(outcome, _document(rule, root), _document(rule, me)))
    return examples


def _parted(example: Node) -> tuple[Node, Node]:
    """An example as an offer and a profile."""
    content = example.content if isinstance(example.content, dict) else {}
    me = laid_over(content.get(ME, Node({}, example.mark)), node_of(READER, example.mark))
    paper = Node({key: node for key, node in content.items() if key != ME}, example.mark, flow=example.flow)
    return paper, me


def _document(rule: Rule, root: Node) -> Document:
    return Document(rule.document.name, rule.document.text, root, rule.document.sha256)


def laid_over(upper: Node, lower: Node) -> Node:
    """One value over another: mappings are merged key by key, anything else replaces what is under it."""
    above, under = upper.content, lower.content
    if not isinstance(above, dict) or not isinstance(under, dict):
        return upper
    merged = dict(under)
    for key, node in above.items():
        merged[key] = laid_over(node, under[key]) if key in under else node
    return Node(merged, upper.mark, flow=upper.flow, key=upper.key, key_mark=upper.key_mark)


def check_examples(rule: Node, faults: Faults) -> None:
    """See that each verdict of a rule and its silence have an example, and that examples are offers."""
    content = rule.content if isinstance(rule.content, dict) else {}
    examples = content.get("examples")
    if content and examples is None:
        faults.at(rule, "the rule has no `examples`", "an offer for each verdict, and one that is silent: {silent: {}}")
    if examples is None or not isinstance(examples.content, dict):
        return
    for outcome in (*(name for name in VERDICTS if name in content), "silent"):
        if outcome not in examples.content:
            faults.at_key(examples, f"no example of `{outcome}`", f"{outcome}: an offer for which the rule shows it")
    for outcome, node in examples.content.items():
        _check_outcome(outcome, node, content.keys(), faults)
        for offer in _offers(node):
            if not isinstance(offer.content, dict):
                faults.at(
                    offer, "an example is an offer", "a mapping such as {malpractice: {paid_by: employer}}, or {}"
                )


def _check_outcome(outcome: str, node: Node, given: Iterable[str], faults: Faults) -> None:
    """See that a rule with these keys can show an outcome. Without any verdict true it is `caution`."""
    if outcome not in OUTCOMES:
        faults.at_key(node, f"`{outcome}` is no outcome", f"it may be {', '.join(OUTCOMES)}")
    elif outcome == "not_applicable" and "when" not in given:
        faults.at_key(node, "without a `when` the rule always applies", "delete the example, or give it a `when`")
    elif outcome in VERDICTS and outcome != "caution" and outcome not in given:
        faults.at_key(node, f"the rule cannot give `{outcome}`", "give it a condition, or delete the example")


def _offers(node: Node) -> list[Node]:
    """The one or several offers of an example."""
    return node.content if isinstance(node.content, list) and node.content else [node]


def without_examples(data: bytes) -> bytes:
    """The bytes of an area's file with an empty line for each line of its rules' examples.

    They are half of a checklist and nothing that judging an offer needs. All other lines keep their numbers.
    """
    kept: list[bytes] = []
    deeper_than = -1
    for line in data.split(b"\n"):
        text = line.lstrip(b" ")
        indent = len(line) - len(text)
        if deeper_than >= 0 and (indent > deeper_than or not text.strip()):
            kept.append(b"")
            continue
        begins = text.rstrip() == b"examples:"
        deeper_than = indent if begins else -1
        kept.append(b"" if begins else line)
    return b"\n".join(kept)
