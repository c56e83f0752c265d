"""The JSON report: one input gives an object, several an array. Other tools rely on its shape."""

from __future__ import annotations

import json
from collections.abc import Sequence

from offercheck.reports.report import Options, Result


def render(results: Sequence[Result], options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """The report, a line for each entry of its lists, so that it can be read, searched and compared line by line.

    It is ASCII: no encoding and no terminal can change it, and no build server finds a command of its own in it.
    """
    shown = [_one(result) for result in results]
    text = (shown[0] if len(shown) == 1 else "[\n" + ",\n".join(shown) + "\n]") + "\n"
    return text.replace("##[", "\\u0023#[")


def _one(result: object) -> str:
    keys = [f"  {json.dumps(name)}: {_value(value)}" for name, value in _fields(result).items()]
    return "{\n" + ",\n".join(keys) + "\n}"


def as_json(shown: object) -> str:
    """Any other record for programs, in the same form as a scorecard."""
    return _one(shown).replace("##[", "\\u0023#[") + "\n"


def _value(value: object) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"    {json.dumps(item, default=_fields)}" for item in value) + "\n  ]"
    return json.dumps(value, default=_fields)


def _fields(record: object) -> dict[str, object]:
    """A slotted record as a mapping, in the order in which its fields are declared."""
    return {name: getattr(record, name) for name in record.__slots__}  # type: ignore[attr-defined]


def report_schema() -> dict[str, object]:
    """The JSON Schema of the report."""
    from pydantic import TypeAdapter

    # The scorecard names these without loading them; here they have to be found.
    from offercheck.evaluation.licensing_shape import (  # noqa: F401
        CovenantShown,
        LicensingCostShown,
        OldTable,
        StateShown,
    )
    from offercheck.evaluation.pay_line import PayLine  # noqa: F401

    schema = TypeAdapter(Result | list[Result]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "offercheck report"} | schema
