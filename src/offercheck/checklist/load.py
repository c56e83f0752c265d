"""A folder of YAML files to a checklist."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from offercheck.checklist import shape
from offercheck.checklist.checklist import Checklist, fingerprint
from offercheck.checklist.examples import without_examples
from offercheck.checklist.extend import adapted, joined, seen_in
from offercheck.checklist.header import Header, Source, read_sources
from offercheck.checklist.prepared import read_prepared, rules_of, sources_of
from offercheck.checklist.rule import Rule, read_rule
from offercheck.checklist.shipped import shipped_checklist
from offercheck.offer.schema import nearest
from offercheck.reading.fault import Fault, Faults, InputError, reported
from offercheck.reading.load import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from offercheck.reading.node import Document, Node

HEADER_FILE = "checklist.yaml"
SOURCES_FILE = "sources.yaml"


def load_checklist(folder: Path, *, examples: bool = True, refused: list[InputError] | None = None) -> Checklist:
    """The checklist in a folder: checklist.yaml, sources.yaml, and a file for each area.

    Without `examples`, those of the rules are neither read nor checked, and a prepared form of the same files is taken
    where there is one; the rest, the fingerprint too, is the same. Raises InputError for the first file, in the order
    of the checklist, in which something is wrong, with all that is wrong in it. Where `refused` is given, the errors of
    areas' files are added to it instead, and the checklist is what is left.
    """
    files = _files(folder)
    found = None if examples else read_prepared(folder, fingerprint(files))
    if found is not None:
        return _prepared(found, folder)
    if HEADER_FILE not in files:
        advice = f"a checklist is a folder with {HEADER_FILE} and a file for each area"
        raise InputError(str(folder), [Fault(0, 0, f"no {HEADER_FILE} in this folder", advice)])
    header = _header(folder, files)
    sources = _sources(folder, files)
    areas: list[tuple[str, str]] = []
    rules: list[Rule] = []
    base = _base(folder, files, header, examples=examples) if header.extends else None
    known = sources if base is None else base.sources | sources
    seen = {} if base is None else seen_in(base)
    for name in header.areas:
        if f"{name}.yaml" in files:
            content = files[f"{name}.yaml"]
            with _set_aside(refused):
                read = content if examples else without_examples(content)
                document = read_document(str(folder / f"{name}.yaml"), read)
                title, of_area = _area(document, name, known, seen, examples=examples)
                areas.append((name, title))
                rules.extend(of_area)
    own = Checklist(
        name=header.name,
        title=header.title,
        version=header.version,
        areas=tuple(areas),
        gravest=tuple(header.gravest),
        rules=tuple(rules),
        weights=header.weights,
        sources=sources,
        facts=_facts(rules),
        fingerprint=fingerprint(files if base is None else files | {"": base.fingerprint.encode()}),
    )
    return own if base is None else joined(base, own, weights=header.weighs)


def _prepared(data: dict[str, Any], folder: Path) -> Checklist:
    rules = rules_of(data, folder)
    return Checklist(
        name=data["name"],
        title=data["title"],
        version=data["version"],
        areas=tuple((name, title) for name, title in data["areas"]),
        gravest=tuple(data["gravest"]),
        rules=rules,
        weights=data["weights"],
        sources=sources_of(data),
        facts=_facts(rules),
        fingerprint=data["fingerprint"],
    )


def _facts(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(sorted(frozenset().union(*(rule.facts for rule in rules))))


def _base(folder: Path, files: Mapping[str, bytes], header: Header, *, examples: bool) -> Checklist:
    """The shipped checklist that another one builds on, with what that one changes of it."""
    shipped = load_checklist(shipped_checklist(header.extends), examples=examples)
    with reported(read_document(str(folder / HEADER_FILE), files[HEADER_FILE])) as faults:
        return adapted(shipped, header, faults, examples=examples)


@contextmanager
def _set_aside(refused: list[InputError] | None) -> Iterator[None]:
    """Input errors go to a list, where there is one."""
    try:
        yield
    except InputError as error:
        if refused is None:
            raise
        refused.append(error)


def _files(folder: Path) -> dict[str, bytes]:
    try:
        parts = [path for path in sorted(folder.iterdir()) if path.suffix == ".yaml" and path.name[0] != "."]
        return {path.name: path.read_bytes() for path in parts}
    except OSError as error:
        advice = f"name a folder with {HEADER_FILE}"
        raise InputError(str(folder), [Fault(0, 0, f"cannot be read: {error.strerror}", advice)]) from None


def _header(folder: Path, files: Mapping[str, bytes]) -> Header:
    document = read_document(str(folder / HEADER_FILE), files[HEADER_FILE])
    with reported(document) as faults:
        header = Header(document.root, faults)
        listed = (
            document.root.content.get("areas", document.root.content.get("extends"))
            if isinstance(document.root.content, dict)
            else None
        )
        if listed is not None and not faults:
            for name in files.keys() - {HEADER_FILE, SOURCES_FILE, *(f"{area}.yaml" for area in header.areas)}:
                advice = f"add `{name.removesuffix('.yaml')}`, or remove the file"
                faults.at_key(listed, f"{name} is none of the areas", advice)
    return header


def _sources(folder: Path, files: Mapping[str, bytes]) -> dict[str, Source]:
    if SOURCES_FILE not in files:
        return {}
    document = read_document(str(folder / SOURCES_FILE), files[SOURCES_FILE])
    with reported(document) as faults:
        return read_sources(document.root, faults)


def _area(
    document: Document, name: str, sources: Mapping[str, Source], seen: dict[str, str], *, examples: bool
) -> tuple[str, list[Rule]]:
    """The title and the rules of an area's file. `seen` are the ids of rules so far, each with its place."""
    with reported(document) as faults:
        keys = ("area", "title", "rules")
        entries = shape.mapping(document.root, keys, keys, faults)
        named = shape.text(entries, "area", faults)
        if named and named != name:
            faults.at(entries["area"], f"the file is {name}.yaml, and its area is `{named}`", f"area: {name}")
        title = shape.text(entries, "title", faults)
        nodes = _rule_nodes(entries.get("rules"), faults)
        rules = [read_rule(node, name, document, faults, examples=examples) for node in nodes]
        complete = [rule for rule in rules if rule is not None]
        for rule in complete:
            _check_id(rule, seen, faults)
            _check_sources(rule, sources, faults)
    return title, complete


def _rule_nodes(node: Node | None, faults: Faults) -> Iterable[Node]:
    if node is None:
        return ()
    if not isinstance(node.content, list):
        faults.at_key(node, "`rules` is not a list", "begin each rule with `- id: ...`")
        return ()
    return node.content


def _check_id(rule: Rule, seen: dict[str, str], faults: Faults) -> None:
    node = _child(rule, "id")
    place = f"{rule.document.name}:{node.line}"
    if rule.id in seen:
        faults.at(node, f"a rule `{rule.id}` stands in {seen[rule.id]}", "give this one another id")
    seen.setdefault(rule.id, place)


def _check_sources(rule: Rule, sources: Mapping[str, Source], faults: Faults) -> None:
    for index, key in enumerate(rule.sources):
        if key not in sources:
            near = nearest(key, list(sources))
            advice = f"did you mean `{near}`?" if near else f"add it to {SOURCES_FILE}"
            listed = _child(rule, "sources").content
            faults.at(listed[index] if isinstance(listed, list) else rule.node, f"no source `{key}`", advice)


def _child(rule: Rule, name: str) -> Node:
    content = rule.node.content
    return content.get(name, rule.node) if isinstance(content, dict) else rule.node
