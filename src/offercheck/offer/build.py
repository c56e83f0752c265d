"""Document to Offer: every key is known, every value is understood, or everything that is not is reported at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.consistency import check_consistency
from offercheck.offer.evidence import read_evidence
from offercheck.offer.offer import Offer, Stated
from offercheck.offer.possible import Words
from offercheck.offer.schema import AREA_OF, FIELDS, FORMAT, misplaced, nearest
from offercheck.reading.fault import COMMA_IN_BRACES, Faults, reported
from offercheck.reading.node import Node

if TYPE_CHECKING:
    from offercheck.offer.field import Area, Field
    from offercheck.reading.node import Document

_HEADER = AREA_OF[""]
_EVIDENCE = "evidence"
_VERSION = "offercheck"
_NO_OFFERS = {"offercheck_me": ("a profile", "--me"), "offercheck_waivers": ("a file of waivers", "--waivers")}
"""By its version key what else a file may be, and the option that reads it."""

_STAGE = "document.stage"


def build_offer(document: Document) -> Offer:
    """The offer that a document states. Raises InputError with every fault, those of reading among them."""
    with reported(document) as faults:
        reader = _Reader(document, faults)
        content = document.root.content
        if isinstance(content, dict):
            other = next((key for key in _NO_OFFERS if key in content and _VERSION not in content), None)
            if other is not None:
                what, option = _NO_OFFERS[other]
                faults.at_key(
                    content[other], f"this is {what}, not an offer", f"an offer to judge, and {option} with this file"
                )
                return reader.offer()
            reader.format(content)
            for key, node in content.items():
                reader.top(key, node)
        else:
            kind = "a list" if isinstance(content, list) else "a text"
            faults.at(document.root, f"{kind} where an offer's fields are expected", "begin with: offercheck: 1")
        return reader.offer()


class _Reader:
    """What was read of one document so far."""

    def __init__(self, document: Document, faults: Faults) -> None:
        self.document = document
        self.faults = faults
        self.fields: dict[str, Stated] = {}
        self.refused: set[str] = set()
        self.evidence: Node | None = None

    def format(self, content: dict[str, Node]) -> None:
        """The version comes first: a file of another one may mean other things."""
        node = content.get(_VERSION)
        if node is None:
            self.faults.at(self.document.root, "the format's version is missing", f"begin with: {_VERSION}: {FORMAT}")
        elif node.content != FORMAT:
            typed = f"version `{node.content}`" if isinstance(node.content, str) else "a version of this kind"
            self.faults.at(node, f"{typed} is not known; this tool reads version {FORMAT}", f"{_VERSION}: {FORMAT}")

    def top(self, key: str, node: Node) -> None:
        """One key of the file itself."""
        if key in AREA_OF and key:
            self.area(AREA_OF[key], node)
        elif key == _EVIDENCE:
            self.evidence = node
        elif key in _HEADER.fields:
            if key != _VERSION:
                self.field(_HEADER.fields[key], node)
        else:
            self.unknown(key, node, self.document.root, _HEADER)

    def area(self, area: Area, node: Node) -> None:
        """The fields of one area."""
        if node.empty:
            return
        content = node.content
        if not isinstance(content, dict):
            kind = "a list" if isinstance(content, list) else "a text"
            first = next(iter(area))
            self.faults.at(
                node,
                f"{kind} where the fields of `{area.name}` are expected",
                f"{area.name}: {{{first.name}: {first.type.example}}}",
            )
            return
        for key, item in content.items():
            field = area.fields.get(key)
            if field is not None:
                self.field(field, item)
            else:
                self.unknown(key, item, node, area)

    def field(self, field: Field, node: Node) -> None:
        """One field. A word that says nothing (`unknown`) leaves it as silent as an empty value."""
        if node.empty:
            return
        facets = field.type.read(node, self.faults)
        if facets is None:
            self.refused.add(field.path)
        elif facets:
            self.fields[field.path] = Stated(field, facets, node)

    def unknown(self, key: str, node: Node, mapping: Node, area: Area) -> None:
        """Note a key that is none of an area's fields: the name it may have meant, or the area it belongs to."""
        shown = f"`{key}`" if len(key) <= 48 else f"`{key[:45]}...`"
        here = f"in {area.name}" if area.name else "at the top level"
        elsewhere = misplaced(key)
        if (key in AREA_OF or key == _EVIDENCE) and area.name:
            message, advice = f"{shown} does not belong in {area.name}", f"`{key}:` begins in the first column"
        elif elsewhere:
            message = f"{shown} is not a field {here}"
            advice = " or ".join(_place(path) for path in elsewhere)
        elif node.empty and (mapping.flow or " " in key):
            message, advice = f"{shown} is read as a key without a value", COMMA_IN_BRACES
        else:
            message, advice = f"{shown} is not a field {here}", _guess(key, area)
        self.faults.at_key(node, message, advice)

    def offer(self) -> Offer:
        """The offer, once everything is read."""
        stage = self.word(_STAGE)
        paper = stage or "job_ad"
        node = self.evidence or Node(None)
        evidence, everywhere = read_evidence(node, self.fields, self.refused, paper, self.faults)
        check_consistency(self.fields, evidence, self.faults)
        complete = paper == "contract" and self.word("document.complete") == "yes"
        return Offer(self.document, paper, bool(stage), complete, self.fields, evidence, everywhere)

    def word(self, path: str) -> str:
        """The one word of a field; empty where it says none."""
        stated = self.fields.get(path)
        value = stated.facets.get("") if stated is not None else None
        return next(iter(value.may)) if isinstance(value, Words) and value.exact else ""


def _place(path: str) -> str:
    area, _, name = path.rpartition(".")
    return f"`{name}` belongs under `{area}:`" if area else f"`{name}:` begins in the first column"


def _guess(key: str, area: Area) -> str:
    """What an unknown key may have meant: first a field of the same area, then one of any area."""
    names = list(area.fields)
    if not area.name:
        names += [name for name in AREA_OF if name] + [_EVIDENCE]
    near = nearest(key, names)
    if near is not None:
        return f"{near}?"
    by_name = {field.name: field.path for field in FIELDS.values()}
    near = nearest(key, by_name)
    if near is not None:
        return f"{by_name[near]}?" if "." in by_name[near] else _place(near)
    return f"the fields of {area.name}: {', '.join(names)}" if area.name else f"areas and fields: {', '.join(names)}"
