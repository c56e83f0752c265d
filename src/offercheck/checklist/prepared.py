"""A shipped checklist in the form in which it loads fast: made when the wheel is built, from files found right.

YAML's events are half of what loading costs, checking and compiling what was checked and compiled before the rest: the
prepared form keeps what came of it, and each condition is put together when it is first asked. The prepared file lies
beside the YAML files and carries their fingerprint: whoever edits one of them is judged by what it says.
A checkout has none.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from offercheck.checklist.entry import VERDICTS, RuleEntry
from offercheck.checklist.header import Source
from offercheck.checklist.kept import KeptCondition, LateNode, plain_condition
from offercheck.checklist.rule import Asked, assembled
from offercheck.checklist.scope import OFFER
from offercheck.reading.node import NOWHERE, Document, Node, Place

if TYPE_CHECKING:
    from pathlib import Path

    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.condition import Condition
    from offercheck.checklist.rule import Rule

PREPARED_FILE = "prepared.json"

_FORM = 4
"""Changes with what the file holds, so that one of another version of offercheck is left alone."""


def prepared(checklist: Checklist) -> str:
    """The prepared form of a checklist that was read from its files, without the examples of its rules."""
    data = {
        "form": _FORM,
        "fingerprint": checklist.fingerprint,
        "name": checklist.name,
        "title": checklist.title,
        "version": checklist.version,
        "areas": checklist.areas,
        "gravest": checklist.gravest,
        "weights": checklist.weights,
        "sources": {key: _plain_source(source) for key, source in checklist.sources.items()},
        "rules": [_plain_rule(rule) for rule in checklist.rules],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _plain_source(source: Source) -> list[str | None]:
    return [source.title, source.url, source.as_of, source.dated, source.strength]


def _plain_rule(rule: Rule) -> dict[str, object]:
    """A rule as it was typed, and what its compilation found out."""
    content = rule.node.content
    entries = content if isinstance(content, dict) else {}
    conditions: dict[str, Condition | None] = {"when": rule.when, **dict(rule.verdicts), "silent": rule.silent_when}
    return {
        "area": rule.area,
        "line": rule.node.line,
        "typed": {key: node.plain() for key, node in entries.items() if key != "examples"},
        "silent": rule.silent,
        "conditions": {name: plain_condition(one) for name, one in conditions.items() if one is not None},
        "paths": sorted(rule.paths),
        "reads": sorted(rule.reads),
        "facts": sorted(rule.facts),
    }


def read_prepared(folder: Path, fingerprint: str) -> dict[str, Any] | None:
    """What a folder's prepared file holds; None where there is none, or it was made of other files, or otherwise."""
    try:
        data = json.loads((folder / PREPARED_FILE).read_bytes())
    except (OSError, ValueError):
        return None
    right = isinstance(data, dict) and data.get("form") == _FORM and data.get("fingerprint") == fingerprint
    return data if right else None


def rules_of(data: dict[str, Any], folder: Path) -> tuple[Rule, ...]:
    """The rules of a prepared form, each with the file and the line where it stands."""
    areas = {kept["area"] for kept in data["rules"]}
    documents = {area: Document(str(folder / f"{area}.yaml"), "", Node(None), "") for area in areas}
    return tuple(_rule(kept, documents[kept["area"]]) for kept in data["rules"])


def _rule(kept: dict[str, Any], document: Document) -> Rule:
    """The rule that was found right when it was kept: nothing is checked again."""
    typed = kept["typed"]
    params = {name: LateNode(value, NOWHERE, name) for name, value in typed.get("params", {}).items()}
    conditions = {
        name: KeptCondition(form, partial(_condition_typed, name, typed), OFFER, params)
        for name, form in kept["conditions"].items()
    }
    asked = Asked(
        params,
        conditions.get("when"),
        tuple((name, conditions[name]) for name in VERDICTS if name in conditions),
        kept["silent"],
        conditions.get("silent"),
        frozenset(kept["paths"]),
    )
    node = LateNode(typed, Place(kept["line"] - 1, 0))
    place = (kept["area"], node, document)
    return assembled(RuleEntry(typed, {}), asked, frozenset(kept["reads"]), frozenset(kept["facts"]), place)


def _condition_typed(name: str, typed: dict[str, Any]) -> Any:
    """A condition as typed; that of `silent` stands under what silence shows as."""
    return next(iter(typed[name].values())) if name == "silent" else typed[name]


def sources_of(data: dict[str, Any]) -> dict[str, Source]:
    """The sources of a prepared form by their key."""
    return {key: Source(*plain) for key, plain in data["sources"].items()}
