"""The shape of a rule in a checklist file: which keys it has, and what may stand under each.

By hand and not by a Pydantic model: the checklist is read at every start, and importing Pydantic would cost more than
everything else that a run does together (docs/decisions.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from offercheck.checklist.shape import is_date
from offercheck.offer.schema import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node, Plain

Verdict: TypeAlias = Literal["deal_breaker", "red_flag", "caution", "good"]
Silence: TypeAlias = Literal["red_flag", "caution", "ask"]
"""What silence can be shown as."""

VERDICTS: tuple[Verdict, ...] = ("deal_breaker", "red_flag", "caution", "good")
"""Worst first: the order in which they are tried."""

GUIDE = ("scope", "technology", "licensure", "malpractice", "productivity", "quality", "benefits", "schedule", "growth")
"""The factors of the guide (FAQ 4, then FAQ 3) that a rule may serve."""

IMPACTS = ("critical", "high", "medium", "low")
BASES = ("strong", "medium", "weak", "judgement")

_TEXTS = ("id", "item", "question", "why", "ask", "fallback")
_DATES = ("as_of", "review_by", "valid_until")
_CHOICES = {"guide": GUIDE, "impact": IMPACTS, "basis": BASES, "waivable": ("yes", "no")}
_MAPPINGS = ("params", "message", "examples")
_CONDITIONS = ("when", *VERDICTS, "silent")
KEYS = ("id", "item", "question", "guide", "impact", "when", "params", *VERDICTS, "silent", "message", "why", "ask",
        "fallback", "basis", "sources", "waivable", *_DATES, "examples")  # fmt: skip
_SAID = frozenset((*_TEXTS, *_DATES, *_CHOICES, "message", "sources"))
_REQUIRED = ("id", "question", "impact", "message", "why", "ask")

_MEANING = {
    "id": "a short name in small letters and hyphens: tail-payer",
    "question": "one short question to the reader",
    "impact": "critical, high, medium or low",
    "message": "one plain statement for each verdict: message: {red_flag: ..., good: ...}",
    "why": "one or two sentences on why it matters",
    "ask": "the question to send to the employer",
    "as_of": "the day on which its thresholds were checked: 2026-11-23",
    "review_by": "the last day on which it may go without a new check: 2027-11-23",
    "valid_until": "the last day of the law that it rests on: 2026-12-31",
    "waivable": "no, where nobody may accept its flags",
    "examples": "an offer for each verdict, and one that is silent: examples: {good: {...}, silent: {}}",
}


class RuleEntry:
    """A rule as it is typed, its texts checked. Conditions, params and examples are the rule's to read."""

    __slots__ = ("as_of", "ask", "basis", "examples", "fallback", "guide", "id", "impact", "item", "message",
                 "question", "review_by", "sources", "valid_until", "waivable", "why")  # fmt: skip

    def __init__(self, said: Mapping[str, Plain], examples: dict[str, Node]) -> None:
        def text(key: str, default: str = "") -> str:
            value = said.get(key)
            return value if isinstance(value, str) else default

        self.id = text("id")
        self.item = text("item")
        self.question = text("question")
        self.guide = text("guide")
        self.impact = text("impact")
        self.why = text("why").rstrip("\n")
        self.ask = text("ask").rstrip("\n")
        self.fallback = text("fallback").rstrip("\n")
        self.basis = text("basis", "judgement")
        self.waivable = text("waivable") != "no"
        self.as_of = text("as_of")
        self.review_by = text("review_by")
        self.valid_until = text("valid_until")
        message, sources = said.get("message"), said.get("sources")
        self.message = {key: str(value) for key, value in message.items()} if isinstance(message, dict) else {}
        self.sources = [str(item) for item in sources] if isinstance(sources, list) else []
        self.examples = examples


def read_entry(node: Node, faults: Faults) -> RuleEntry | None:
    """A rule's entry; None where its shape is wrong, with every reason among the faults."""
    content = node.content
    if not isinstance(content, dict):
        faults.at(node, "a rule is a mapping", "begin it with `- id: ...`")
        return None
    before = len(faults)
    for key in _REQUIRED:
        if key not in content:
            faults.at(node, f"the rule has no `{key}`", _MEANING[key])
    for key, child in content.items():
        _check(key, child, faults)
    if len(faults) == before:
        _check_order(content, faults)
    if len(faults) > before:
        return None
    said = {key: child.plain() for key, child in content.items() if key in _SAID}
    return RuleEntry(said, _inside(content, "examples"))


def _check(key: str, node: Node, faults: Faults) -> None:
    """See that a key is known, and that what stands under it has the right shape."""
    if key not in KEYS:
        near = nearest(key, KEYS)
        advice = f"did you mean `{near}`?" if near else f"it may be {', '.join(KEYS)}"
        faults.at_key(node, f"a rule has no key `{key}`", advice)
    elif node.empty and key not in (*_MAPPINGS, *_CONDITIONS):
        faults.at_key(node, f"`{key}` is empty", _MEANING.get(key, "say it, or leave the key out"))
    elif key in _TEXTS:
        _check_text(key, node, faults)
    elif key in _DATES:
        if not isinstance(node.content, str) or not is_date(node.content):
            faults.at(node, f"`{node.plain()}` is no date", _MEANING[key])
    elif key in _CHOICES and node.content not in _CHOICES[key]:
        faults.at(node, f"`{key}` cannot be `{node.plain()}`", f"write one of {', '.join(_CHOICES[key])}")
    elif key == "sources":
        _check_sources(node, faults)
    elif key in _MAPPINGS:
        _check_mapping(key, node, faults)


def _check_order(content: dict[str, Node], faults: Faults) -> None:
    """See that a rule is reviewed after it was checked."""
    checked, review = content.get("as_of"), content.get("review_by")
    if review is not None and checked is None:
        faults.at_key(review, "a rule with `review_by` says when it was checked", f"as_of: ...; {_MEANING['as_of']}")
    elif review is not None and checked is not None and str(review.content) < str(checked.content):
        faults.at(review, f"the review is due before the rule was checked ({checked.content})", _MEANING["review_by"])


def _check_mapping(key: str, node: Node, faults: Faults) -> None:
    if not isinstance(node.content, dict):
        faults.at(node, f"`{key}` is not a mapping", _MEANING.get(key, "write a mapping"))
        return
    for name, child in node.content.items() if key == "message" else ():
        if child.empty:
            faults.at_key(child, f"`{name}` is empty", _MEANING[key])
        elif not isinstance(child.content, str):
            faults.at(child, f"`{name}` is not a text", f"write a text; {_MEANING[key]}")


def _check_text(key: str, node: Node, faults: Faults) -> None:
    if not isinstance(node.content, str):
        faults.at(node, f"`{key}` is not a text", _MEANING.get(key, "write a text"))
    elif key == "id" and not _is_id(node.content):
        faults.at(node, f"`{node.content}` is no rule id", _MEANING[key])


def _is_id(text: str) -> bool:
    parts = text.split("-")
    letters = all(part and part.isascii() and part.isalnum() and part == part.lower() for part in parts)
    return letters and text[0].isalpha()


def _check_sources(node: Node, faults: Faults) -> None:
    if not isinstance(node.content, list):
        faults.at(node, "`sources` is not a list", "write a list: sources: [seed]")
        return
    for item in node.content:
        if not isinstance(item.content, str):
            faults.at(item, "a source is not a text", "a source is named by its key in sources.yaml: sources: [seed]")


def _inside(content: dict[str, Node], key: str) -> dict[str, Node]:
    node = content.get(key)
    return node.content if node is not None and isinstance(node.content, dict) else {}
