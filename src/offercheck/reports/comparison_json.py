"""A comparison as JSON, for programs."""

from __future__ import annotations

from offercheck.comparison.comparison import Comparison
from offercheck.reports.json_report import as_json
from offercheck.reports.report import Options


def render(comparison: Comparison, options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """Everything there is, a line for each entry of its lists."""
    return as_json(comparison)


def comparison_schema() -> dict[str, object]:
    """The JSON Schema of a comparison."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Comparison).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "offercheck comparison"} | schema
