"""Where each term is written, and whether it holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from offercheck.offer.document import DOCUMENT
from offercheck.offer.possible import Line, Words
from offercheck.offer.schema import AREA_OF, FIELDS, field_of, misplaced, nearest
from offercheck.offer.values.pay import HOLDS, SOURCES
from offercheck.offer.values.pay_parts import Anything
from offercheck.offer.values.records import read_keys
from offercheck.offer.values.texts import Text
from offercheck.offer.values.words import OneOf
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.offer.values.base import Facets, ValueType
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node

FIRM_SOURCES = frozenset({"contract", "offer_letter", "policy"})
"""Papers whose statements bind; the others count for the firm reading only while all there is is an advert."""

WITHOUT_VALUE = frozenset({"vaguely", "contradicted", "withheld"})
"""Ways of holding that leave a field silent: the wording is shown, no value is taken from it."""

_SOURCES = {
    "agreement": "contract",
    "letter": "offer_letter",
    "handbook": "policy",
    "policies": "policy",
    "e-mail": "email",
    "recruiter email": "email",
    "message": "email",
    "phone": "verbal",
    "call": "verbal",
    "phone call": "verbal",
    "recruiter": "verbal",
    "interview": "verbal",
    "advert": "job_ad",
    "ad": "job_ad",
    "job posting": "job_ad",
    "website": "web_page",
    "site": "web_page",
    "review": "third_party",
    "forum": "third_party",
}
_HOLDS = {"vague": "vaguely", "conditional": "conditionally", "contradictory": "contradicted"}

KEYS: dict[str, ValueType] = {
    "field": Text(),
    "source": OneOf(SOURCES, _SOURCES),
    "clause": Text(),
    "says": Text(),
    "holds": OneOf(HOLDS, _HOLDS),
    "or": Anything(),
}
MEANINGS: dict[str, str] = {
    "field": "the field, as area.field, or all for every field without an entry of its own",
    "source": "where it is written",
    "clause": "the clause, paragraph or page",
    "says": "the paper's own words",
    "holds": "whether it is stated, or weaker than that",
    "or": "the other value, where the paper contradicts itself",
}
"""What each key of an entry is for."""

EVERYWHERE = "all"
UNSOURCED = frozenset({DOCUMENT, "notes", "offercheck", "evidence"})
_EXAMPLE = "- {field: terms.length, source: email, clause: 3 March, says: two years}"
_BY_FIRMNESS = {"contradicted": 0, "stated": 1, "conditionally": 2, "vaguely": 3, "withheld": 4}
_BY_SOURCE = {source: rank for rank, source in enumerate(SOURCES.split())}


@record
class Evidence:
    """One entry: the field's path, its source (always known: the stage's own paper where none is named), the clause
    and the words where they are given, how it holds, and where the entry was typed."""

    field: str
    source: str
    holds: str
    clause: str | None
    says: str | None
    node: Node


def read_evidence(
    node: Node, valued: Collection[str], refused: Collection[str], paper: str, faults: Faults
) -> tuple[dict[str, Evidence], Evidence | None]:
    """The entry of each field that has one, and the entry for all the others.

    `valued` are the fields with a value, `refused` those whose value is already among the faults; `paper` is the source
    of what names none. Of several entries for a field `contradicted` wins, otherwise the firmest.
    """
    entries: list[Evidence] = []
    everywhere: Evidence | None = None
    for item in _items(node, faults):
        before = len(faults)
        entry = _entry(item, faults)
        if entry is None or len(faults) > before:
            continue
        if entry.field != EVERYWHERE:
            _check_value(entry, item, valued, refused, faults)
            entries.append(entry)
        elif everywhere is not None:
            faults.at(item, "a second entry for all fields", "keep one of the two")
        else:
            everywhere = entry
    for entry in entries:
        entry.source = entry.source or (everywhere.source if everywhere is not None else paper)
    return _strongest(entries), everywhere


def _items(node: Node, faults: Faults) -> list[Node]:
    if node.empty:
        return []
    if isinstance(node.content, dict):
        return [node]
    if isinstance(node.content, list):
        return node.content
    faults.at(node, "a text where a list of entries is expected", _EXAMPLE)
    return []


def _entry(item: Node, faults: Faults) -> Evidence | None:
    """One entry, checked for itself. None where it names no field that could have one."""
    content = item.content
    if not isinstance(content, dict):
        faults.at(item, "an entry of `evidence` is a mapping", _EXAMPLE)
        return None
    said = read_keys(item, content, KEYS, faults)
    named = content.get("field")
    if named is None or not isinstance(named.content, str) or not named.content.strip():
        if "field" not in content or (named is not None and named.empty):
            faults.at(item, "an entry without its `field`", _EXAMPLE)
        return None
    path = named.content.strip()
    entry = Evidence(
        path, _word(said, "source"), _word(said, "holds") or "stated", _line(said, "clause"), _line(said, "says"), item
    )
    if path == EVERYWHERE:
        _check_everywhere(item, content, faults)
    elif path not in FIELDS or path.partition(".")[0] in UNSOURCED:
        _refuse_field(named, path, faults)
        return None
    else:
        _check_other(entry, content, faults)
    return entry


def _word(said: dict[str, Facets], key: str) -> str:
    value = said.get(key, {}).get("")
    return next(iter(value.may)) if isinstance(value, Words) and value.exact else ""


def _line(said: dict[str, Facets], key: str) -> str | None:
    value = said.get(key, {}).get("")
    return value.text if isinstance(value, Line) else None


def _check_everywhere(item: Node, content: dict[str, Node], faults: Faults) -> None:
    for key in ("says", "holds", "or"):
        if key in content and not content[key].empty:
            faults.at_key(content[key], f"`{key}` cannot be said of all fields at once", "name the field it belongs to")
    if "source" not in content or content["source"].empty:
        faults.at(item, "an entry for all fields names their source", "{field: all, source: email}")


def _check_other(entry: Evidence, content: dict[str, Node], faults: Faults) -> None:
    """The other value of a contradiction: it belongs to one, and is a value of that field."""
    other = content.get("or")
    if other is None or other.empty:
        if entry.holds == "contradicted":
            faults.at(entry.node, f"{entry.field} is contradicted: by what?", "the other value, as or: 30 days")
    elif entry.holds != "contradicted":
        faults.at_key(other, "`or` belongs to an entry that holds `contradicted`", "holds: contradicted")
    else:
        FIELDS[entry.field].type.read(other, faults)


def _check_value(
    entry: Evidence, item: Node, valued: Collection[str], refused: Collection[str], faults: Faults
) -> None:
    if entry.holds in WITHOUT_VALUE or entry.field in valued or entry.field in refused:
        return
    content = item.content
    place = content["field"] if isinstance(content, dict) else item
    faults.at(
        place,
        f"{entry.field} has no value, and this entry says that it holds ({entry.holds})",
        f"give {entry.field} its value, or say holds: vaguely or withheld",
    )


def _refuse_field(node: Node, path: str, faults: Faults) -> None:
    head = path.partition(".")[0]
    if head in UNSOURCED:
        faults.at(node, f"`{path}` has no evidence: it is about the paper or this file itself", "delete the entry")
    elif path in AREA_OF:
        first = next(iter(AREA_OF[path].fields))
        faults.at(node, f"`{path}` is a whole area", f"one entry a field, such as field: {path}.{first}")
    elif field_of(path) in FIELDS:
        faults.at(node, f"`{path}` is a part of a field", f"field: {field_of(path)}")
    else:
        guesses = misplaced(path.rpartition(".")[2]) or _near(path)
        faults.at(node, f"`{path}` is no field", " or ".join(f"{guess}?" for guess in guesses) or "area.field, or all")


def _near(path: str) -> list[str]:
    found = nearest(path, FIELDS)
    if found is None:
        by_name = {field.name: field.path for field in FIELDS.values()}
        name = nearest(path.rpartition(".")[2], by_name)
        found = by_name[name] if name is not None else None
    return [found] if found is not None else []


def _strongest(entries: Iterable[Evidence]) -> dict[str, Evidence]:
    """One entry a field: a contradiction, else the firmest; the earlier of two equals."""
    chosen: dict[str, Evidence] = {}
    for entry in entries:
        other = chosen.get(entry.field)
        if other is None or _rank(entry) < _rank(other):
            chosen[entry.field] = entry
    return chosen


def _rank(entry: Evidence) -> tuple[int, bool, int]:
    return _BY_FIRMNESS[entry.holds], entry.source not in FIRM_SOURCES, _BY_SOURCE[entry.source]
