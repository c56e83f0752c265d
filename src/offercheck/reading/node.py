"""The tree of a document as it was typed: texts, lists and mappings, each with its place.

Nothing is interpreted here. A scalar stays the text that was typed (or None where YAML says null or nothing
stands there): what `no`, `8:30` or `$250,000` means depends on the field, and only the offer knows its fields.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.reading.fault import Fault


class Mark(Protocol):
    """A place in the text, counted from 0. PyYAML's own marks serve as they are: most are never looked at."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@record(frozen=True)
class Place:
    """A mark of our own, for JSON and for values that no file holds."""

    line: int
    column: int


NOWHERE = Place(-1, 0)

Content: TypeAlias = "str | list[Node] | dict[str, Node] | None"
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


class Node:
    """A value: its content, its place, and the key under which it stands, if it stands under one.

    `flow` marks a list or mapping typed in brackets: there a comma inside a text silently starts a new key.
    """

    __slots__ = ("content", "flow", "key", "key_mark", "mark", "quoted")

    def __init__(
        self,
        content: Content,
        mark: Mark = NOWHERE,
        quoted: bool = False,
        flow: bool = False,
        key: str = "",
        key_mark: Mark = NOWHERE,
    ) -> None:
        self.content = content
        self.mark = mark
        self.quoted = quoted
        self.flow = flow
        self.key = key
        self.key_mark = key_mark

    @property
    def line(self) -> int:
        """The line, counted from 1; 0 where no file holds the value."""
        return self.mark.line + 1

    @property
    def column(self) -> int:
        return self.mark.column + 1

    @property
    def key_line(self) -> int:
        return self.key_mark.line + 1

    @property
    def key_column(self) -> int:
        return self.key_mark.column + 1

    @property
    def width(self) -> int:
        """How many characters a caret should underline: the text of a one-line scalar, else 1."""
        if isinstance(self.content, str) and "\n" not in self.content:
            return max(1, len(self.content) + 2 * self.quoted)
        return 1

    @property
    def empty(self) -> bool:
        """Nothing is said here: absent, null, an empty text, an empty mapping. (An empty list says: none.)"""
        return self.content is None or self.content == "" or self.content == {}

    def plain(self) -> Plain:
        """The value without its places, as typed."""
        content = self.content
        if isinstance(content, list):
            return [item.plain() for item in content]
        if isinstance(content, dict):
            return {key: item.plain() for key, item in content.items()}
        return content


@record(frozen=True)
class Document:
    """One document of an input: its name for messages, its text for excerpts, its tree, the SHA-256 of its bytes.

    `faults` are those that reading alone can see (syntax, duplicate keys, aliases). They are carried on, so that
    whoever reads further reports them together with its own.
    """

    name: str
    text: str
    root: Node
    sha256: str
    faults: tuple[Fault, ...] = ()


def node_of(value: object, mark: Mark = NOWHERE) -> Node:
    """A tree for plain data that no file holds (an example laid over another, a value in a test)."""
    return Node(_content_of(value, mark), mark)


def _content_of(value: object, mark: Mark) -> Content:
    if value is None or type(value) is str:
        return value
    if isinstance(value, dict):
        return {
            name: Node(_content_of(item, mark), mark, False, False, name, mark)  # noqa: FBT003
            for name, item in ((str(key), item) for key, item in value.items())
        }
    if isinstance(value, list | tuple):
        return [Node(_content_of(item, mark), mark) for item in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
