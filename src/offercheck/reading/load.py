"""Bytes to Document: what kind of text an input is, and the walk that reads it."""

from __future__ import annotations

from hashlib import sha256

from offercheck.reading.fault import Fault, Faults, InputError, TooManyFaultsError
from offercheck.reading.json_unplaced import unplaced_json
from offercheck.reading.json_walk import walk_json
from offercheck.reading.node import Document
from offercheck.reading.text import decode
from offercheck.reading.yaml_walk import walk_yaml


def read_document(
    name: str, data: bytes, *, json: bool | None = None, lines_before: int = 0, placed: bool = True
) -> Document:
    """The one document of an input, YAML or JSON.

    Without `json`, that is what a name ending in .json says; without a telling name, a text that begins with a bracket
    and a quote. `lines_before` come before it where it is one of several: messages that name a line count them.
    Unless the values are to be `placed`, those of JSON may have no lines, which takes a seventh of the time.
    Raises InputError where no tree can be had: an encoding or a syntax error, nothing at all. Other faults that
    reading alone can see travel with the document.
    """
    text = decode(name, data)
    json = _is_json(name, text, json)
    faults = Faults()
    faults.lines_before = lines_before
    try:
        root = unplaced_json(text) if json and not placed else None
        if root is None:
            root = walk_json(text, faults) if json else walk_yaml(text, faults)
    except TooManyFaultsError:
        root = None
    if root is not None and root.content is None and not faults:
        faults.append(Fault(0, 0, "the input is empty", "`offercheck new` writes a template to fill in"))
        root = None
    if root is None:
        raise InputError(name, faults, text)
    return Document(name, text, root, sha256(data).hexdigest(), tuple(faults))


def _is_json(name: str, text: str, known: bool | None) -> bool:
    if known is not None:
        return known
    if name.endswith((".json", ".yaml", ".yml")):
        return name.endswith(".json")
    start = text.lstrip()
    return start[:1] == "{" and start[1:].lstrip()[:1] == '"'
