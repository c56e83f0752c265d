"""The offer file as JSON Schema, for editors: descriptions and words to choose from, and no key that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.evidence import EVERYWHERE, KEYS, MEANINGS
from offercheck.offer.schema import AREAS, FIELDS, FORMAT, sentence

if TYPE_CHECKING:
    from offercheck.offer.field import Area, Field
    from offercheck.offer.values.base import JsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TITLE = "A telemedicine job offer, as offercheck reads it"
_NULL: JsonSchema = {"type": "null"}


def offer_schema() -> JsonSchema:
    """The schema (2020-12). It accepts all that the reader understands, and more: what a text says is the reader's."""
    properties: JsonSchema = {}
    for area in AREAS:
        if area.name:
            properties[area.name] = _area(area)
        else:
            properties |= {field.name: described(field) for field in area}
    properties["offercheck"] = {
        "anyOf": [{"const": int(FORMAT)}, {"const": FORMAT}],
        "description": sentence(FIELDS["offercheck"].meaning),
    }
    properties["evidence"] = _evidence()
    return {
        "$schema": DIALECT,
        "title": _TITLE,
        "description": "What the paper does not say is left out, or left empty.",
        "type": "object",
        "properties": properties,
        "required": ["offercheck"],
        "additionalProperties": False,
    }


def _area(area: Area) -> JsonSchema:
    return {
        "anyOf": [_mapping({field.name: described(field) for field in area}), _NULL],
        "description": f"{area.title}.",
    }


def _mapping(properties: JsonSchema) -> JsonSchema:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def described(field: Field) -> JsonSchema:
    """A field of a file: its values, or nothing, and what it means."""
    description = f"{sentence(field.meaning)} {sentence(field.type.describe())}"
    if field.absent:
        description += f" In a complete contract without it: {field.read_as}."
    return {"anyOf": [field.type.json_schema(), _NULL], "description": description}


def _evidence() -> JsonSchema:
    keys = {
        key: {"anyOf": [kind.json_schema(), _NULL], "description": sentence(MEANINGS[key])}
        for key, kind in KEYS.items()
    }
    paths = [path for path in FIELDS if not path.startswith("document.") and path not in ("offercheck", "notes")]
    keys["field"] = {"enum": [*paths, EVERYWHERE], "description": sentence(MEANINGS["field"])}
    entry = {**_mapping(dict(keys)), "required": ["field"]}
    return {
        "anyOf": [{"type": "array", "items": entry}, entry, _NULL],
        "description": "Where terms are written, and whether they hold. What has no entry stands in the paper itself.",
    }
