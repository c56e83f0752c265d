"""The only way YAML comes in: one walk over the parser's events.

Scalars stay text, so that nothing is misread as a boolean, a date or a number in base 60. Duplicate keys, anchors,
aliases, tags, keys that are not text, and depth beyond the limit are refused, each with its place. The walk keeps its
own stack: no file can make it recurse. It costs 0.4 of the time of CSafeLoader (benchmarks/README.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from offercheck.reading.fault import Fault, Faults
from offercheck.reading.node import Mark, Node
from offercheck.reading.text import control_in, control_message, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 32
"""Levels of nesting. An offer needs five."""

_Events: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_ONE_DOCUMENT = "one offer a file: put the next one into a file of its own"
_NO_ANCHORS = "quote the text if it begins with & or *; otherwise write the value out where it is needed"


def walk_yaml(text: str, faults: Faults) -> Node | None:
    """The tree of the one document in a text; what is wrong is added to the faults.

    None where the walk could not be ended (a syntax error, too deep): half a tree would only breed false faults.
    """
    walk = _Walk(faults)
    try:
        walk.follow(_Events(text).get_event)
    except _TooDeepError:
        return None
    except yaml.MarkedYAMLError as error:
        faults.append(_syntax_fault(error, text))
        return None
    except (yaml.YAMLError, ValueError) as error:
        faults.append(Fault(1, 1, f"not YAML: {error}"))
        return None
    return walk.root


class _Walk:
    """The open containers of a walk, the key that waits for its value, and the root."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.root = Node(None)
        self.open: list[Node] = []
        self.keys: list[Node | None] = []
        self.documents = 0

    def follow(self, next_event: Callable[[], Any]) -> None:
        scalar, sequence_start, mapping_start = yaml.ScalarEvent, yaml.SequenceStartEvent, yaml.MappingStartEvent
        ends = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar:
                self._scalar(event)
            elif kind is mapping_start:
                self._begin(Node({}, event.start_mark, flow=bool(event.flow_style)), event)
            elif kind is sequence_start:
                self._begin(Node([], event.start_mark, flow=bool(event.flow_style)), event)
            elif kind in ends:
                self.open.pop()
                self.keys.pop()
            elif kind is yaml.AliasEvent:
                self._refuse(event.start_mark, f"an alias (*{event.anchor})", _NO_ANCHORS)
                self._place(Node(None, event.start_mark))
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    self._refuse(event.start_mark, "a second document begins here", _ONE_DOCUMENT)
                    return
            elif kind is yaml.StreamEndEvent:
                return

    def _scalar(self, event: Any) -> None:
        value: str | None = event.value
        style = event.style
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event)
        if not style and value in _NULLS and not self._key_expected():
            value = None
        elif style == '"' and (control := control_in(event.value)):
            self._refuse(event.start_mark, control_message(control), "delete it")
            value = ""
        self._place(Node(value, event.start_mark, quoted=style == '"' or style == "'"))

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
        if isinstance(content, list):
            content.append(node)
        elif isinstance(content, dict):
            key = self.keys[-1]
            if key is None:
                self.keys[-1] = node
                return
            self.keys[-1] = None
            self._enter(content, key, node)

    def _enter(self, mapping: dict[str, Node], key: Node, node: Node) -> None:
        name = key.content
        if not isinstance(name, str):
            self._refuse(key.mark, "a key that is a list or a mapping", "a key is one word, such as `role:`")
            return
        node.key, node.key_mark = name, key.mark
        if name in mapping:
            first = mapping[name].key_line
            message = f"`{name}` stands twice; the first is in line {first}"
            self.faults.append(Fault(key.line, key.column, message, "keep one of the two", max(1, len(name))))
        else:
            mapping[name] = node

    def _refuse_properties(self, event: Any) -> None:
        if event.tag is not None and event.tag != "!":
            self._refuse(event.start_mark, f"a tag ({event.tag})", "quote the text if it begins with !")
        elif event.tag is not None:
            self._refuse(event.start_mark, "a tag (!)", "quote the text if it begins with !")
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
    if "unexpected end of stream" in problem and error.context_mark:
        line, column = error.context_mark.line + 1, error.context_mark.column + 1
    if "cannot start any token" in problem and lines_of(text)[line - 1][column - 1 : column] == "\t":
        problem, advice = "a tab where YAML allows only spaces", "indent with spaces"
    return Fault(line, column, f"not YAML: {problem}", advice)
