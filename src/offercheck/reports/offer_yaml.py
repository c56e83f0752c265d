"""Plain data of an offer as YAML: what reads back as the same texts, lists and mappings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offercheck.reading.node import Plain

WIDTH = 100
_BARE = re.compile(r"[A-Za-z0-9$](?:[A-Za-z0-9 $%._/+()'-]*[A-Za-z0-9$%._/+()'-])?")
"""Texts that mean themselves wherever they stand, in brackets too."""

_NOTHING = frozenset({"null", "Null", "NULL"})
_UNSEEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def offer_as_yaml(offer: dict[str, Plain]) -> str:
    """The text of an offer's file: an area with a line for each field, a list with a line for each item."""
    return "\n".join(fields_as_yaml(offer, "")) + "\n"


def value_as_yaml(value: Plain) -> str:
    """A value on one line, in brackets where it has parts."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        return f"[{', '.join(map(value_as_yaml, value))}]"
    return "{" + ", ".join(f"{_text(key)}: {value_as_yaml(item)}" for key, item in value.items()) + "}"


def fields_as_yaml(fields: dict[str, Plain], indent: str) -> Iterator[str]:
    """Lines for some keys of an offer, of its top level or, indented, of an area."""
    for key, value in fields.items():
        lead = f"{indent}{_text(key)}:"
        if value is None:
            yield lead
        elif isinstance(value, dict) and value and not indent:
            yield lead
            yield from fields_as_yaml(value, "  ")
        elif isinstance(value, list) and value and len(f"{lead} {value_as_yaml(value)}") > WIDTH:
            yield lead
            yield from (f"{indent}  - {value_as_yaml(item)}" for item in value)
        else:
            yield f"{lead} {value_as_yaml(value)}"


def _text(text: str) -> str:
    if _BARE.fullmatch(text) and text not in _NOTHING:
        return text
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
