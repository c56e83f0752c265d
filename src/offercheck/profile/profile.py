"""A profile as its file states it, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.offer import Stated
from offercheck.offer.possible import Members, Span
from offercheck.offer.schema import AREA_OF, misplaced, nearest
from offercheck.offer.values.spelling import LEAVE_OUT
from offercheck.profile.fields import AREA, DEAL_BREAKERS, FORMAT, PRIORITIES, READ_BY_RULES, VERSION_KEY
from offercheck.reading.fault import COMMA_IN_BRACES, Fault, reported
from offercheck.reading.node import Document, Node
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from offercheck.offer.possible import Number, Possible
    from offercheck.reading.fault import Faults

_OFFER_VERSION = "offercheck"


@record
class Profile:
    """The reader of an offer.

    `values` are what rules may read, by path (`me.licences`; a path that is not there is open); `priorities` the
    weights of areas, above 0; `deal_breakers` the keys of rules whose red flag is a deal-breaker for this reader;
    `stated` all that the file gives, by path, each with its place.
    """

    document: Document
    stated: Mapping[str, Stated]
    values: Mapping[str, Possible]
    priorities: Mapping[str, Number]
    deal_breakers: frozenset[str]

    def typed(self, path: str) -> Node | None:
        """What the file has for a field, whether or not it could be understood."""
        content = self.document.root.content
        return content.get(path.removeprefix("me.")) if isinstance(content, dict) else None


def build_profile(document: Document, check: Callable[[Profile, Faults], None] | None = None) -> Profile:
    """The profile that a document states. Raises InputError with every fault, those of reading among them.

    `check` looks at the profile as a whole, and notes what it finds among the faults.
    """
    with reported(document) as faults:
        content = document.root.content
        stated: dict[str, Stated] = {}
        if isinstance(content, dict):
            _check_version(document.root, content, faults)
            try:
                stated = _read(content, document.root, faults)
            finally:
                _advise_without_evidence(faults)
        else:
            kind = "a list" if isinstance(content, list) else "a text"
            faults.at(document.root, f"{kind} where a profile's fields are expected", f"begin with: {_FIRST_LINE}")
        profile = Profile(document, stated, _values(stated), _priorities(stated), _deal_breakers(stated))
        if check is not None:
            check(profile, faults)
        return profile


def _advise_without_evidence(faults: Faults) -> None:
    """Take out of advice what an offer's file alone has: evidence of how a value is said."""
    for index, fault in enumerate(faults):
        if LEAVE_OUT in fault.advice:
            advice = fault.advice.replace(LEAVE_OUT, "leave it out")
            faults[index] = Fault(fault.line, fault.column, fault.message, advice, fault.width)


_FIRST_LINE = f"{VERSION_KEY}: {FORMAT}"


def _check_version(root: Node, content: Mapping[str, Node], faults: Faults) -> None:
    node = content.get(VERSION_KEY)
    if node is not None and node.content != FORMAT:
        typed = f"version `{node.content}`" if isinstance(node.content, str) else "a version of this kind"
        faults.at(node, f"{typed} is not known; this tool reads version {FORMAT}", _FIRST_LINE)
    elif node is None and _OFFER_VERSION in content:
        faults.at_key(
            content[_OFFER_VERSION], "this is an offer, not a profile", f"a profile begins with {_FIRST_LINE}"
        )
    elif node is None:
        faults.at(root, "the profile's version is missing", f"begin with: {_FIRST_LINE}")


def _read(content: Mapping[str, Node], root: Node, faults: Faults) -> dict[str, Stated]:
    """The fields that are given. A word that says nothing (`unknown`) leaves one as open as an empty value."""
    stated: dict[str, Stated] = {}
    for key, node in content.items():
        field = AREA.fields.get(key)
        if field is not None:
            facets = None if node.empty else field.type.read(node, faults)
            if facets:
                stated[field.path] = Stated(field, facets, node)
        elif key == _OFFER_VERSION and VERSION_KEY not in content:
            continue  # the whole file is an offer, and has been told so
        elif key != VERSION_KEY:
            _refuse(key, node, root, faults)
    return stated


def _refuse(key: str, node: Node, root: Node, faults: Faults) -> None:
    """Note a key that a profile does not have, with the name it may have meant."""
    shown = f"`{key}`" if len(key) <= 48 else f"`{key[:45]}...`"
    near = nearest(key, list(AREA.fields))
    if near is not None:
        faults.at_key(node, f"{shown} is not a field of a profile", f"{near}?")
    elif node.empty and (root.flow or " " in key):
        faults.at_key(node, f"{shown} is read as a key without a value", COMMA_IN_BRACES)
    elif key in AREA_OF or misplaced(key):
        faults.at_key(node, f"{shown} belongs to an offer, not to a profile", "write it in the offer's file")
    else:
        faults.at_key(node, f"{shown} is not a field of a profile", f"its fields: {', '.join(AREA.fields)}")


def _values(stated: Mapping[str, Stated]) -> dict[str, Possible]:
    return {path: one.facets[""] for path, one in stated.items() if path in READ_BY_RULES}


def _priorities(stated: Mapping[str, Stated]) -> dict[str, Number]:
    given = stated.get(PRIORITIES)
    weights = given.facets if given is not None else {}
    return {area: weight.low for area, weight in weights.items() if isinstance(weight, Span)}


def _deal_breakers(stated: Mapping[str, Stated]) -> frozenset[str]:
    given = stated.get(DEAL_BREAKERS)
    keys = given.facets[""] if given is not None else None
    return keys.sure if isinstance(keys, Members) else frozenset()


def nobody() -> Profile:
    """A profile that says nothing: every rule that reads one is open."""
    return Profile(Document("nobody", "", Node({}), ""), {}, {}, {}, frozenset())
