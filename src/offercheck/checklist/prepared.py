"""A shipped checklist in the form in which it loads fast: made when the wheel is built, from files found right.

YAML's events are half of what loading costs, and checking what was checked before the rest but compiling. The prepared
file lies beside the YAML files and carries their fingerprint: whoever edits one of them is judged by what it says.
A checkout has none.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from offercheck.checklist.header import Source
from offercheck.checklist.rule import trusted_rule
from offercheck.reading.node import Document, Node, Place, node_of

if TYPE_CHECKING:
    from pathlib import Path

    from offercheck.checklist.load import Checklist
    from offercheck.checklist.rule import Rule

PREPARED_FILE = "prepared.json"

_FORM = 1
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
        "weights": checklist.weights,
        "sources": {key: _plain_source(source) for key, source in checklist.sources.items()},
        "rules": [[rule.area, rule.node.line, _plain_rule(rule)] for rule in checklist.rules],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _plain_source(source: Source) -> list[str | None]:
    return [source.title, source.url, source.as_of, source.dated, source.strength]


def _plain_rule(rule: Rule) -> dict[str, object]:
    content = rule.node.content
    entries = content if isinstance(content, dict) else {}
    return {key: node.plain() for key, node in entries.items() if key != "examples"}


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
    documents = {
        area: Document(str(folder / f"{area}.yaml"), "", Node(None), "")
        for area in {area for area, _, _ in data["rules"]}
    }
    return tuple(
        trusted_rule(node_of(plain, Place(line - 1, 0)), area, documents[area]) for area, line, plain in data["rules"]
    )


def sources_of(data: dict[str, Any]) -> dict[str, Source]:
    """The sources of a prepared form by their key."""
    return {key: Source(*plain) for key, plain in data["sources"].items()}
