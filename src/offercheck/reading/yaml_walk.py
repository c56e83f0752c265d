"""The only way YAML comes in: one walk over the parser's events.

Scalars stay text, so that nothing is misread as a boolean, a date or a number in base 60. Duplicate keys, anchors,
aliases, tags, keys that are not text, and depth beyond the limit are refused, each with its place. The walk keeps its
own stack: no file can make it recurse. It costs 0.4 of the time of CSafeLoader (benchmarks/README.md).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import yaml

from offercheck.reading.fault import COMMA_IN_BRACES, Fault, Faults
from offercheck.reading.node import Mark, Node
from offercheck.reading.text import control_in, control_message, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 32
"""Levels of nesting. An offer needs five."""

_Events: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PARSERS_LIMIT = "nesting depth"
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_COMMA = f"{COMMA_IN_BRACES}; a key needs its colon"
_ONE_DOCUMENT = "one offer a file: put the next one into a file of its own"
_NO_ANCHORS = "quote the text if it begins with & or *; otherwise write the value out where it is needed"


def walk_yaml(text: str, faults: Faults) -> Node | None:
    """The tree of the one document in a text; what is wrong is added to the faults.

    None where the walk could not be ended (a syntax error, too deep): half a tree would only breed false faults.
    """
    before = len(faults)
    walk = _Walk(faults, text)
    try:
        walk.follow(_Events(text).get_event)
    except _TooDeepError:
        return None
    except yaml.MarkedYAMLError as error:
        if _PARSERS_LIMIT in (error.problem or "") and error.problem_mark:
            # libyaml looks ahead and gives up at its own limit, before it hands out the levels at which ours is passed.
            del faults[before:]
            return walk_yaml(text[: error.problem_mark.index], faults)
        faults.append(_syntax_fault(error, text))
        return None
    except (yaml.YAMLError, ValueError) as error:
        faults.append(Fault(1, 1, f"not YAML: {error}"))
        return None
    return walk.root


class _Walk:
    """The open containers of a walk, and for each the key that waits for its value (always None in a list)."""

    def __init__(self, faults: Faults, text: str) -> None:
        self.faults = faults
        self.text = text
        self.root = Node(None)
        self.open: list[Node] = []
        self.keys: list[Node | None] = []
        self.documents = 0

    @cached_property
    def lines(self) -> list[str]:
        return lines_of(self.text)

    def follow(self, next_event: Callable[[], Any]) -> None:
        """Take event after event. The two commonest are dealt with here, without a call: this loop is the hot one."""
        scalar, place, nulls = yaml.ScalarEvent, self._place, _NULLS
        event: Any
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar:
                value: str | None = event.value
                style = event.style
                if event.anchor is not None or event.tag is not None:
                    self._refuse_properties(event)
                if not style:
                    if value in nulls and not self._key_expected():
                        value = None
                    place(Node(value, event.start_mark))
                else:
                    place(self._quoted(event, event.value))
            elif self._structure(event, kind):
                return

    def _structure(self, event: Any, kind: type) -> bool:
        """Take an event that is no scalar; true when the walk is over."""
        if kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open.pop()
            self.keys.pop()
        elif kind is yaml.MappingStartEvent:
            self._begin(Node({}, event.start_mark, False, bool(event.flow_style)), event)  # noqa: FBT003
        elif kind is yaml.SequenceStartEvent:
            self._begin(Node([], event.start_mark, False, bool(event.flow_style)), event)  # noqa: FBT003
        elif kind is yaml.AliasEvent:
            self._refuse(event.start_mark, f"an alias (*{event.anchor})", _NO_ANCHORS)
            self._place(Node(None, event.start_mark))
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self._refuse(event.start_mark, "a second document begins here", _ONE_DOCUMENT)
                return True
        return kind is yaml.StreamEndEvent

    def _quoted(self, event: Any, value: str) -> Node:
        if event.style == '"' and (control := control_in(value)):
            self._refuse(event.start_mark, control_message(control), "delete it")
            value = ""
        return Node(value, event.start_mark, event.style in "'\"")

    def _begin(self, node: Node, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if len(self.open) >= DEEPEST:
            self._refuse(event.start_mark, f"nested deeper than {DEEPEST} levels", "an offer needs five")
            raise _TooDeepError
        self._place(node)
        self.open.append(node)
        self.keys.append(None)

    def _key_expected(self) -> bool:
        return bool(self.open) and isinstance(self.open[-1].content, dict) and self.keys[-1] is None

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        content = self.open[-1].content
        if type(content) is list:
            content.append(node)
        elif type(content) is dict:
            key = self.keys[-1]
            if key is None:
                self.keys[-1] = node
                return
            self.keys[-1] = None
            name = key.content
            if type(name) is str and name not in content:
                node.key, node.key_mark = name, key.mark
                content[name] = node
                if node.content is None and self.open[-1].flow:
                    self._check_colon(key, name)
            else:
                self._refuse_key(content, key)

    def _check_colon(self, key: Node, name: str) -> None:
        """Refuse a key of {...} that no colon follows: YAML reads the rest of a text behind a comma as one."""
        line = self.lines[key.line - 1]
        behind = line[key.column - 1 + len(name) + 2 * key.quoted :].lstrip()
        if behind[:1] in (",", "}"):
            self.faults.append(
                Fault(
                    key.line, key.column, f"`{name[:48]}` is read as a key without a value", _COMMA, max(1, len(name))
                )
            )

    def _refuse_key(self, mapping: dict[str, Node], key: Node) -> None:
        name = key.content
        if isinstance(name, str) and self.open[-1].flow and name.isdigit():
            self._refuse(key.mark, f"`{name}` is read as a key without a value", _COMMA)
        elif isinstance(name, str):
            first = mapping[name].key_line + self.faults.lines_before
            message = f"`{name[:48]}` stands twice; the first is in line {first}"
            self.faults.append(Fault(key.line, key.column, message, "keep one of the two", max(1, len(name))))
        else:
            self._refuse(key.mark, "a key that is a list or a mapping", "a key is one word, such as `role:`")

    def _refuse_properties(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse(event.start_mark, f"a tag ({event.tag})", "quote the text if it begins with !")
        else:
            self._refuse(event.start_mark, f"an anchor (&{event.anchor})", _NO_ANCHORS)

    def _refuse(self, mark: Mark, message: str, advice: str) -> None:
        self.faults.append(Fault(mark.line + 1, mark.column + 1, message, advice))


class _TooDeepError(Exception):
    """Ends the walk; the fault is noted already."""


_SYNTAX_ADVICE = (
    ("mapping values are not allowed", "a colon and a space begin a key: put the whole text in quotes"),
    ("cannot start any token", "put the text in quotes: it begins with a character that YAML keeps for itself"),
    ("expected ',' or '}'", "close the mapping with }, or put a text that holds commas or brackets in quotes"),
    ("expected ',' or ']'", "close the list with ], or put a text that holds commas or brackets in quotes"),
    ("unexpected end of stream", "close the quote"),
    (
        "did not find expected key",
        "keys of one mapping begin in the same column; a text that goes on in the next line is indented",
    ),
    ("did not find expected '-' indicator", "every item of a list begins with a dash in the same column"),
    ("could not find expected ':'", "a key ends with a colon and a space"),
)


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "not YAML"
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    advice = next((advice for words, advice in _SYNTAX_ADVICE if words in problem), "")
    if error.context_mark and ("unexpected end of stream" in problem or "could not find expected ':'" in problem):
        line, column = error.context_mark.line + 1, error.context_mark.column + 1
    if "cannot start any token" in problem and lines_of(text)[line - 1][column - 1 : column] == "\t":
        problem, advice = "a tab where YAML allows only spaces", "indent with spaces"
    return Fault(line, column, f"not YAML: {problem}", advice)
