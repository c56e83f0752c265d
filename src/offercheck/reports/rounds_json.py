"""Rounds of a negotiation as JSON, for programs."""

from __future__ import annotations

from offercheck.reports.json_report import as_json
from offercheck.reports.report import Options
from offercheck.rounds.rounds import Rounds


def render(rounds: Rounds, options: Options) -> str:  # noqa: ARG001  # a renderer's signature
    """Everything there is, a line for each entry of its lists."""
    return as_json(rounds)


def rounds_schema() -> dict[str, object]:
    """The JSON Schema of rounds."""
    from pydantic import TypeAdapter

    schema = TypeAdapter(Rounds).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "offercheck rounds"} | schema
