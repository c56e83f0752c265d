"""An input is cut into its documents, each with its line; nothing is lost, and no more is held than one document."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.inputs import split
from offercheck.inputs.split import pieces
from offercheck.reading.text import LARGEST_INPUT

CASES = [
    ("one document", "a.yaml", b"a: 1\n", [(1, b"a: 1\n")]),
    ("with its marker", "a.yaml", b"# who\n---\na: 1\n", [(1, b"# who\n---\na: 1\n")]),
    ("two", "a.yaml", b"a: 1\n---\nb: 2\n", [(1, b"a: 1\n"), (2, b"---\nb: 2\n")]),
    ("an end marker", "a.yaml", b"a: 1\n...\n\n---\nb: 2\n", [(1, b"a: 1\n...\n"), (4, b"---\nb: 2\n")]),
    ("behind an end marker", "a.yaml", b"a: 1\n...\nb: 2\n", [(1, b"a: 1\n...\n"), (3, b"b: 2\n")]),
    ("a trailing marker", "a.yaml", b"a: 1\n---\n", [(1, b"a: 1\n")]),
    ("an empty one between", "a.yaml", b"a: 1\n---\n# c\n---\nb: 2\n", [(1, b"a: 1\n"), (4, b"---\nb: 2\n")]),
    ("dashes that are none", "a.yaml", b"a: 1\n---b\n ---\n", [(1, b"a: 1\n---b\n ---\n")]),
    ("a value on the marker's line", "a.yaml", b"--- {a: 1}\n--- {b: 2}", [(1, b"--- {a: 1}\n"), (2, b"--- {b: 2}\n")]),
    ("inside a text", "a.yaml", b"a: |\n  x\n---\nb: 2\n", [(1, b"a: |\n  x\n"), (3, b"---\nb: 2\n")]),
    ("line ends of Windows", "a.yaml", b"a: 1\r\n---\r\nb: 2\r\n", [(1, b"a: 1\r\n"), (2, b"---\r\nb: 2\r\n")]),
    ("nothing", "a.yaml", b"", [(1, b"")]),
    ("nothing but markers", "a.yaml", b"---\n---\n", [(1, b"---\n---\n")]),
    ("JSON", "a.json", b'{"a": 1}\n---\n', [(1, b'{"a": 1}\n---\n')]),
    ("JSON Lines", "a.jsonl", b'{"a": 1}\n\n{"b": 2}', [(1, b'{"a": 1}'), (3, b'{"b": 2}')]),
    ("JSON Lines, a broken one", "a.ndjson", b'{"a": 1}\nx\n', [(1, b'{"a": 1}'), (2, b"x")]),
    ("JSON Lines without a name", "standard input", b'{"a": 1}\n{"b": 2}\n', [(1, b'{"a": 1}'), (2, b'{"b": 2}')]),
    ("JSON of many lines without a name", "-", b'{\n"a": {}\n}\n', [(1, b'{\n"a": {}\n}\n')]),
    ("JSON Lines of nothing", "a.jsonl", b"\n\n", [(1, b"")]),
]


@pytest.mark.parametrize(("name", "data", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_documents(name: str, data: bytes, expected: list[tuple[int, bytes]]) -> None:
    assert [(piece.line, piece.data) for piece in pieces(name, BytesIO(data))] == expected


class Trickle(BytesIO):
    """A stream of which the most ever held can be seen: it never gives more than was asked for."""

    asked = 0

    def read(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size > 0
        self.asked = max(self.asked, size)
        return super().read(size)


@pytest.mark.parametrize("name", ["a.yaml", "a.jsonl"])
def test_a_long_stream_is_read_in_parts(name: str) -> None:
    count = 3 * LARGEST_INPUT // 100
    document = b'{"a": "%s"}\n' % (b"x" * 80) if name == "a.jsonl" else b"---\na: %s\n" % (b"x" * 80)
    stream = Trickle(document * count)
    found = list(pieces(name, stream))
    assert len(found) == count
    assert {piece.data.rstrip() for piece in found} == {document.rstrip()}
    assert found[-1].line == (count - 1) * document.count(b"\n") + 1
    assert stream.asked <= LARGEST_INPUT + 1


@pytest.mark.parametrize(("name", "between"), [("a.yaml", b"\n---\n"), ("a.jsonl", b"\n")])
@pytest.mark.parametrize("length", [LARGEST_INPUT + 200, 2 * LARGEST_INPUT + split.BLOCK, 4 * LARGEST_INPUT])
def test_a_document_too_large_is_cut_and_the_next_one_is_whole(name: str, between: bytes, length: int) -> None:
    large = (b"x" * 79 + b"\n") * (length // 80) if name == "a.yaml" else b"x" * length
    found = list(pieces(name, BytesIO(b"a" + between + large + between + b"z\n")))
    assert [piece.data.split()[-1][:1] for piece in found] == [b"a", b"x", b"z"]
    assert LARGEST_INPUT < len(found[1].data) <= LARGEST_INPUT + 200
    assert found[2].line == 2 * between.count(b"\n") + large.count(b"\n") + 1 - (name == "a.yaml")


LINES = st.lists(st.sampled_from([b"a: 1", b"---", b"...", b"# c", b"", b"--- x", b"  - y", b"%YAML 1.2"]), max_size=12)


@given(LINES)
def test_every_line_that_says_something_is_in_one_document_at_its_line(lines: list[bytes]) -> None:
    spoken = [(number, line) for number, line in enumerate(lines, 1) if line[:1] in (b"a", b" ") or line == b"--- x"]
    found = []
    for piece in pieces("a.yaml", BytesIO(b"\n".join(lines))):
        for number, line in enumerate(piece.data.split(b"\n"), piece.line):
            if line[:1] in (b"a", b" ") or line == b"--- x":
                found.append((number, line))
    assert found == spoken
