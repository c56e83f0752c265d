"""The JSON report: one input gives an object, several an array. Other tools rely on its shape."""

from __future__ import annotations

import json
from collections.abc import Sequence

from offercheck.reports.report import Options, Result


def render(results: Sequence[Result], options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """The report, indented for people, ending in a newline. It is ASCII: no encoding and no terminal can change it."""
    shown = results[0] if len(results) == 1 else list(results)
    return json.dumps(shown, default=_fields, indent=2) + "\n"


def _fields(record: object) -> dict[str, object]:
    """A slotted record as a mapping, in the order in which its fields are declared."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}  # type: ignore[attr-defined]


def report_schema() -> dict[str, object]:
    """The JSON Schema of the report."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Result | list[Result]).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "offercheck report"} | schema
