"""The profile as JSON Schema, for editors: descriptions and words to choose from, and no key that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.json_schema import DIALECT, described
from offercheck.profile.fields import AREA, FORMAT, VERSION_KEY

if TYPE_CHECKING:
    from offercheck.offer.values.base import JsonSchema


def profile_schema() -> JsonSchema:
    """The schema (2020-12). It accepts all that the reader understands, and more: what a text says is the reader's."""
    properties: JsonSchema = {
        VERSION_KEY: {
            "anyOf": [{"const": int(FORMAT)}, {"const": FORMAT}],
            "description": "The version of the format: 1, the only one so far.",
        }
    }
    properties |= {field.name: described(field) for field in AREA}
    return {
        "$schema": DIALECT,
        "title": "The reader of telemedicine job offers, for offercheck",
        "description": "What is left out, or left empty, stays open.",
        "type": "object",
        "properties": properties,
        "required": [VERSION_KEY],
        "additionalProperties": False,
    }
