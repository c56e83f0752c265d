"""From the bytes of an input to its documents: YAML between its markers, JSON Lines, or the whole as one.

However long a stream is, no more of it is held than one document and what is read at a time. In YAML a line that begins
with three dashes is a marker wherever it stands, so that one broken document does not take the others with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from offercheck.reading.text import LARGEST_INPUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

BLOCK = 256 * 1024
"""Bytes that are read at a time once an input is known to be a long one."""

LINES_SUFFIXES = (".jsonl", ".ndjson")
_MARKER = re.compile(rb"^(?:---|\.\.\.)(?=[ \t\r\n]|\Z)", re.MULTILINE)
_MARKS = frozenset((b"---", b"..."))
_BEHIND_MARKS = frozenset((b"", b" ", b"\t", b"\r"))
_OTHER_BREAKS = tuple(one.encode() for one in "\x85\u2028\u2029")
_NOTHING = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|#[^\n]*|%[^\n]*|(?:---|\.\.\.)(?=\s|\Z))*")
_TWO_OBJECTS = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\n\s*\{")
_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")


class Piece(NamedTuple):
    """One document: the line on which it begins, from 1, its bytes, and whether it is JSON (None: look and see)."""

    line: int
    data: bytes
    json: bool | None


def pieces(name: str, stream: BinaryIO) -> Iterator[Piece]:
    """The documents of an input. One that says nothing is left out where there are others.

    A name that ends in .jsonl or .ndjson says JSON Lines; so do, where the name tells nothing, two objects in two
    lines. A document beyond the limit is cut one byte behind it: its reader sees that it is too large.
    """
    head = stream.read(LARGEST_INPUT + 1)
    told = name.endswith((".yaml", ".yml", ".json"))
    if name.endswith(LINES_SUFFIXES) or (not told and _TWO_OBJECTS.match(head)):
        yield from _lines(head, stream)
    elif name.endswith(".json") or (not told and _OBJECT.match(head)):
        yield Piece(1, head, True)  # noqa: FBT003
    elif len(head) <= LARGEST_INPUT and not _MARKER.search(head):
        yield Piece(1, head, None)
    else:
        yield from _between_markers(head, stream)


def _lines(head: bytes, stream: BinaryIO) -> Iterator[Piece]:
    empty = True
    for number, line in enumerate(_each_line(head, stream), 1):
        if line and not line.isspace():
            empty = False
            yield Piece(number, line, True)  # noqa: FBT003
    if empty:
        yield Piece(1, b"", None)


def _each_line(buffer: bytes, stream: BinaryIO) -> Iterator[bytes]:
    while True:
        start = 0
        while (end := buffer.find(b"\n", start)) >= 0:
            yield buffer[start:end]
            start = end + 1
        buffer = buffer[start:]
        if len(buffer) > LARGEST_INPUT:
            yield buffer[: LARGEST_INPUT + 1]
            buffer = _behind_line(stream)
            if not buffer:
                return
            continue
        block = stream.read(BLOCK)
        if not block:
            if buffer:
                yield buffer
            return
        buffer += block


def _behind_line(stream: BinaryIO) -> bytes:
    """What was read behind the end of a line too long to be kept."""
    while block := stream.read(BLOCK):
        end = block.find(b"\n")
        if end >= 0:
            return block[end + 1 :] or stream.read(BLOCK)
    return b""


def _between_markers(head: bytes, stream: BinaryIO) -> Iterator[Piece]:
    """The YAML documents of a stream that say something; the whole of it if none does."""
    line, before, spoken = 1, b"", False
    for data, dropped in _between(head, stream):
        if not _NOTHING.fullmatch(data):
            yield Piece(line - breaks_in(before), before + data, None)
            before, spoken = b"", True
        elif not spoken:
            before = (before + data)[:BLOCK]  # comments over the first document belong to it
        line += breaks_in(data) + dropped
    if not spoken:
        yield Piece(1, before, None)


def _between(head: bytes, stream: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Stretches from marker to marker, each with the count of lines that were too much to keep."""
    kept: list[bytes] = []
    size = dropped = 0
    for line in _each_line(head, stream):
        mark = line[:3] if line[:3] in _MARKS and line[3:4] in _BEHIND_MARKS else b""
        if mark == b"---" and kept:
            yield _joined(kept), dropped
            kept, size, dropped = [], 0, 0
        if size <= LARGEST_INPUT:
            kept.append(line)
            size += len(line) + 1
        else:
            dropped += 1
        if mark == b"...":
            yield _joined(kept), dropped
            kept, size, dropped = [], 0, 0
    if kept:
        yield _joined(kept), dropped


def _joined(lines: list[bytes]) -> bytes:
    return b"\n".join(lines) + b"\n"


def breaks_in(data: bytes) -> int:
    """How many line breaks there are, as YAML counts them."""
    count = data.count(b"\n")
    if b"\r" in data:
        count += data.count(b"\r") - data.count(b"\r\n")
    return count if data.isascii() else count + sum(map(data.count, _OTHER_BREAKS))
