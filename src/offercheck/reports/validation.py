"""What `validate` finds out about each document, and the account of all of them."""

from __future__ import annotations

import json
from textwrap import wrap
from typing import TYPE_CHECKING, Literal, TypeAlias

from offercheck.reading.text import visible
from offercheck.record import record
from offercheck.reports.report import ErrorShown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.evaluation.scorecard import Scorecard
    from offercheck.inputs.inputs import Input
    from offercheck.reading.fault import Fault, InputError

Status: TypeAlias = Literal["valid", "faulty", "unreadable"]


@record
class Open:
    """What candidates will ask, the fields that would answer it, and how many points of the score hang on it."""

    ask: str
    fields: list[str]
    points: int


@record
class Completeness:
    """How much of what candidates of this role ask an offer answers, in percent of its weight, and what is left, in the
    order in which they will ask it. `answered` is None where no rule applies."""

    answered: int | None
    questions: list[Open]


@record
class Validated:
    """One document: where it is, whether its offer can be judged, and what is wrong in it."""

    file: str
    document: int
    line: int
    status: Status
    errors: list[ErrorShown]
    doubts: list[ErrorShown]
    completeness: Completeness | None = None


@record
class Account:
    """How many documents there were in how many files, and what became of them: valid, faulty and unreadable add up."""

    documents: int
    files: int
    valid: int
    faulty: int
    unreadable: int
    short: int
    """Of the valid ones those that answer less than was required."""


def refused(source: Input, error: InputError) -> Validated:
    """A document with faults. One that none of them has a place in could not be read."""
    shown = [ErrorShown(fault.line, fault.column, fault.message, fault.advice) for fault in error.faults]
    inside = any(fault.line for fault in error.faults)
    return Validated(source.name, source.number, source.line, "faulty" if inside else "unreadable", shown, [])


def valid(source: Input, doubts: Sequence[Fault], card: Scorecard | None = None) -> Validated:
    """A document without faults, with what is open in it where it was judged."""
    shown = [ErrorShown(one.line, one.column, one.message, one.advice) for one in doubts]
    judged = completeness(card) if card is not None else None
    return Validated(source.name, source.number, source.line, "valid", [], shown, judged)


def completeness(card: Scorecard) -> Completeness:
    """What a scorecard leaves open for the employer to say."""
    asked = [Open(one.ask, one.fields, one.points) for one in card.questions if one.to == "employer"]
    return Completeness(card.score.answered if card.score is not None else None, asked)


def account(validated: Sequence[Validated], required: int = 0) -> Account:
    """The account; `required` is the percentage that each valid one is to answer."""
    found = [one.status for one in validated]
    files = sum(one.document == 1 for one in validated)
    short = sum(falls_short(one, required) for one in validated)
    return Account(len(found), files, found.count("valid"), found.count("faulty"), found.count("unreadable"), short)


def falls_short(one: Validated, required: int) -> bool:
    """Whether a valid document was judged and answers less than is required."""
    return one.completeness is not None and (one.completeness.answered or 0) < required


def completeness_text(one: Validated, most: int, required: int, width: int = 80) -> str:
    """How much a valid document answers, and what candidates will ask first."""
    found = one.completeness
    if found is None:
        return ""
    place = visible(f"{one.file}:{one.line}" if one.line > 1 else one.file)
    answered = "no rule applies to it" if found.answered is None else f"{found.answered}% answered"
    lines = [f"{place}: {answered}{f', {required}% required' if required else ''}"]
    if most and found.questions:
        lines.append(f"Candidates will ask ({len(found.questions)} questions in all):")
        for number, question in enumerate(found.questions[:most], 1):
            lines += wrap(visible(question.ask), width, initial_indent=f"{number:>2}. ", subsequent_indent="    ")
            fields = wrap(", ".join(question.fields), width, initial_indent="    ", subsequent_indent="    ")
            lines += fields
    return "\n".join(lines) + "\n"


def render_json(validated: Sequence[Validated], set_aside: Sequence[str], required: int = 0) -> str:
    """The whole as one JSON object, a line for each document. It is ASCII."""
    found = _fields(account(validated, required))
    head = {"schema": "offercheck.validation/1"} | found | {"set_aside": list(set_aside)}
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
    parts += [f"{found.short} of them answer{'s' if found.short == 1 else ''} too little"] if found.short else []
    aside = f"; {set_aside} set aside" if set_aside else ""
    return f"{documents}{files}: {', '.join(parts)}{aside}\n"
