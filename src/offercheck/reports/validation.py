"""What `validate` finds out about each document, and the account of all of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal, TypeAlias

from offercheck.record import record
from offercheck.reports.report import ErrorShown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.inputs.inputs import Input
    from offercheck.reading.fault import InputError

Status: TypeAlias = Literal["valid", "faulty", "unreadable"]


@record
class Validated:
    """One document: where it is, whether its offer can be judged, and what is wrong in it."""

    file: str
    document: int
    line: int
    status: Status
    errors: list[ErrorShown]


@record
class Account:
    """How many documents there were in how many files, and what became of them: the three last add up to the first."""

    documents: int
    files: int
    valid: int
    faulty: int
    unreadable: int


def refused(source: Input, error: InputError) -> Validated:
    """A document with faults. One that none of them has a place in could not be read."""
    shown = [ErrorShown(fault.line, fault.column, fault.message, fault.advice) for fault in error.faults]
    inside = any(fault.line for fault in error.faults)
    return Validated(source.name, source.number, source.line, "faulty" if inside else "unreadable", shown)


def account(validated: Sequence[Validated]) -> Account:
    found = [one.status for one in validated]
    files = sum(one.document == 1 for one in validated)
    return Account(len(found), files, found.count("valid"), found.count("faulty"), found.count("unreadable"))


def render_json(validated: Sequence[Validated], set_aside: Sequence[str]) -> str:
    """The whole as one JSON object, a line for each document. It is ASCII."""
    head = {"schema": "offercheck.validation/1"} | _fields(account(validated)) | {"set_aside": list(set_aside)}
    lines = [f"  {json.dumps(name)}: {json.dumps(value)}," for name, value in head.items()]
    rows = ",\n".join(f"    {json.dumps(one, default=_fields)}" for one in validated)
    return "{\n" + "\n".join(lines) + '\n  "inputs": [' + (f"\n{rows}\n  " if rows else "") + "]\n}\n"


def _fields(shown: object) -> dict[str, object]:
    return {name: getattr(shown, name) for name in shown.__dataclass_fields__}  # type: ignore[attr-defined]


def closing(found: Account, set_aside: int) -> str:
    """The account in one line."""
    parts = [f"{found.valid} valid"]
    parts += [f"{found.faulty} with faults"] if found.faulty else []
    parts += [f"{found.unreadable} could not be read"] if found.unreadable else []
    documents = "1 document" if found.documents == 1 else f"{found.documents} documents"
    files = "" if found.files == found.documents else f" in {found.files} file{'s' if found.files != 1 else ''}"
    aside = f"; {set_aside} set aside" if set_aside else ""
    return f"{documents}{files}: {', '.join(parts)}{aside}\n"
