"""The pay of offers as JSON. Other tools rely on its shape."""

from __future__ import annotations

import json

from offercheck.evaluation.pay_result import PayReport
from offercheck.reports.report import Options


def render(report: PayReport, options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """The report, indented and in ASCII: no encoding and no terminal can change it."""
    return json.dumps(report, default=_fields, indent=2) + "\n"


def _fields(one: object) -> dict[str, object]:
    """A record as a mapping, in the order in which its fields are declared."""
    return {name: getattr(one, name) for name in one.__slots__}  # type: ignore[attr-defined]


def pay_schema() -> dict[str, object]:
    """The JSON Schema of the report."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(PayReport).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "offercheck pay"} | schema
