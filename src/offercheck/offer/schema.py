"""Every field of an offer file by its path, and what can be asked of a path."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from offercheck.offer import (
    compensation,
    compliance,
    document,
    eligibility,
    engagement,
    growth,
    header,
    licensure,
    malpractice,
    no_show,
    productivity,
    quality,
    schedule,
    scope,
    technology,
    terms,
)
from offercheck.offer.values.spelling import nearest as nearest_name
from offercheck.offer.values.states import States

if TYPE_CHECKING:
    from offercheck.offer.field import Area, Field
    from offercheck.offer.possible import Possible
    from offercheck.offer.values.base import ValueType

FORMAT = "1"
"""The one version of the offer file's format."""

AREAS: tuple[Area, ...] = (
    header.AREA,
    engagement.AREA,
    document.AREA,
    scope.AREA,
    technology.AREA,
    licensure.AREA,
    malpractice.AREA,
    productivity.AREA,
    no_show.AREA,
    quality.AREA,
    compensation.AREA,
    schedule.AREA,
    terms.AREA,
    compliance.AREA,
    eligibility.AREA,
    growth.AREA,
)
"""Every area in the order of the file; the header, whose name is empty, first."""

AREA_OF: dict[str, Area] = {area.name: area for area in AREAS}

JUDGED_AREAS = frozenset(AREA_OF) - {"", "engagement", "document"}
"""The thirteen areas; the header, the engagement and the paper itself say which offer it is."""

FIELDS: dict[str, Field] = {field.path: field for area in AREAS for field in area}


def _with_parts(path: str, kind: ValueType) -> Iterable[tuple[str, ValueType]]:
    yield path, kind
    for name, part in kind.parts.items():
        yield from _with_parts(f"{path}.{name}", part)


PATIENT_STATES = "licensure.patient_states"

STATES_OF_PATIENTS: dict[str, States] = {
    path: kind
    for field in FIELDS.values()
    for path, kind in _with_parts(field.path, field.type)
    if isinstance(kind, States) and field.path != PATIENT_STATES
}
"""The lists of states, parts of fields among them, in which the word `patient_states` may stand."""


def field_of(path: str) -> str:
    """The field a path belongs to: `malpractice.limits` of `malpractice.limits.per_claim`. Any other path is itself."""
    field = path
    while field and field not in FIELDS:
        field = field.rpartition(".")[0]
    return field or path


def type_at(path: str) -> ValueType | None:
    """The kind of value at a path, that of a field or of a part of one; None where there is nothing."""
    field = FIELDS.get(path)
    if field is not None:
        return field.type
    field = FIELDS.get(field_of(path))
    return None if field is None else _part(field.type.parts, path[len(field.path) + 1 :])


def _part(parts: Mapping[str, ValueType], path: str) -> ValueType | None:
    found = parts.get(path)
    if found is not None:
        return found
    name, _, rest = path.partition(".")
    outer = parts.get(name)
    return _part(outer.parts, rest) if outer is not None and rest else None


LISTS_OF_STATES: dict[str, States] = {
    path: kind for path in (PATIENT_STATES, *STATES_OF_PATIENTS) if isinstance(kind := type_at(path), States)
}
"""Every list of states. That of the patients, which others may refer to, stands first."""


def silence_at(path: str) -> Possible:
    """What a path may be when the paper says nothing of it. Raises KeyError where there is no such path."""
    kind = type_at(path)
    if kind is None:
        raise KeyError(path)
    return kind.silence


def sentence(meaning: str) -> str:
    """A field's meaning, or the description of a kind, as a sentence of its own."""
    return f"{meaning[0].upper()}{meaning[1:]}."


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like one that is not known; None where none comes near."""
    return nearest_name(name, names) or None


def misplaced(name: str) -> list[str]:
    """The paths of the fields of that name, in whatever area."""
    return [field.path for field in FIELDS.values() if field.name == name]
