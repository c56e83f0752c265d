"""The shape of a rule in a checklist file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from offercheck.offer.schema import nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node

VERDICTS = ("deal_breaker", "red_flag", "caution", "good")
"""Worst first: the order in which they are tried."""

Text = Annotated[str, Field(min_length=1)]


class RuleEntry(BaseModel):
    """A rule as it is typed. Conditions, `silent`, and the keys of messages and examples are checked by the rule."""

    model_config = ConfigDict(extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    item: Text = ""
    question: Text
    guide: (
        Literal[
            "scope",
            "technology",
            "licensure",
            "malpractice",
            "productivity",
            "quality",
            "benefits",
            "schedule",
            "growth",
        ]
        | None
    ) = None
    impact: Literal["critical", "high", "medium", "low"]
    when: Any = None
    params: dict[str, Any] = {}
    deal_breaker: Any = None
    red_flag: Any = None
    caution: Any = None
    good: Any = None
    silent: Any = None
    message: dict[str, Text]
    why: Text
    ask: Text
    fallback: Text = ""
    basis: Literal["strong", "medium", "weak", "judgement"] = "judgement"
    sources: list[Text] = []
    examples: dict[str, Any] = {}


_TYPED = frozenset({"when", "silent", *VERDICTS})
_KEYED = frozenset({"params", "examples"})

_MEANING = {
    "id": "a short name in small letters and hyphens: tail-payer",
    "question": "one short question to the reader",
    "impact": "critical, high, medium or low",
    "message": "one plain statement for each verdict: message: {red_flag: ..., good: ...}",
    "why": "one or two sentences on why it matters",
    "ask": "the question to send to the employer",
    "examples": "an offer for each verdict, and one that is silent: examples: {good: {...}, silent: {}}",
}


def read_entry(node: Node, faults: Faults) -> RuleEntry | None:
    """A rule's entry; None where its shape is wrong, with every reason among the faults."""
    content = node.content
    if not isinstance(content, dict):
        faults.at(node, "a rule is a mapping", "begin it with `- id: ...`")
        return None
    try:
        return RuleEntry.model_validate({key: _value(key, child) for key, child in content.items()})
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=True):
            _note(detail, node, faults)
        return None


def _value(key: str, node: Node) -> object:
    """What the model checks: texts as they are, conditions as the nodes that they stay."""
    if key in _TYPED:
        return node
    if key in _KEYED and isinstance(node.content, dict):
        return node.content
    return node.plain()


def _note(detail: ErrorDetails, rule: Node, faults: Faults) -> None:
    """Put an error of the model at its place in the file, in words."""
    kind = detail["type"]
    found, name = _find(rule, detail["loc"])
    if kind == "missing":
        faults.at(rule, f"the rule has no `{name}`", _MEANING.get(name, ""))
    elif kind == "extra_forbidden":
        near = nearest(name, list(RuleEntry.model_fields))
        advice = f"did you mean `{near}`?" if near else f"it may be {', '.join(RuleEntry.model_fields)}"
        faults.at_key(found, f"a rule has no key `{name}`", advice)
    elif kind == "literal_error":
        faults.at(found, f"`{name}` cannot be `{detail['input']}`", f"write {detail['ctx']['expected']}")
    elif kind == "string_pattern_mismatch":
        faults.at(found, f"`{detail['input']}` is no rule id", _MEANING["id"])
    elif found.empty:
        faults.at_key(found, f"`{name}` is empty", _MEANING.get(name, "say it, or leave the key out"))
    else:
        wanted = {"list_type": "a list", "dict_type": "a mapping"}.get(kind, "a text")
        faults.at(found, f"`{name}` is not {wanted}", _MEANING.get(name, f"write {wanted}"))


def _find(node: Node, names: Sequence[int | str]) -> tuple[Node, str]:
    """The node at a path of keys and positions, as far as it exists, and the last name on the path."""
    last = ""
    for name in names:
        content = node.content
        if isinstance(content, dict) and isinstance(name, str):
            last = name
            node = content.get(name, node)
        elif isinstance(content, list) and isinstance(name, int) and name < len(content):
            node = content[name]
    return node, last
