"""What comes in as bytes is understood, or refused with its place; nothing takes the process down."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from offercheck.reading.fault import MOST_FAULTS, InputError
from offercheck.reading.load import read_document
from offercheck.reading.node import Document
from offercheck.reading.text import LARGEST_INPUT


def faults_of(name: str, data: bytes) -> list[tuple[int, int, str]]:
    """Line, column and message of every fault, whether the input gave a tree or not."""
    try:
        found = read_document(name, data).faults
    except InputError as error:
        found = tuple(error.faults)
    return [(fault.line, fault.column, fault.message) for fault in found]


REFUSED = [
    ("an alias", "a.yaml", b"a: 1\nb: *x\n", (2, 4, "an alias (*x)")),
    ("an anchor", "a.yaml", b"a: &x 1\n", (1, 4, "an anchor (&x)")),
    ("a tag", "a.yaml", b"a: !!str 1\n", (1, 4, "a tag (tag:yaml.org,2002:str)")),
    ("a bare tag", "a.yaml", b"a: ! 1\n", (1, 4, "a tag (!)")),
    ("a duplicate key", "a.yaml", b"a: 1\nb: 2\na: 3\n", (3, 1, "`a` stands twice; the first is in line 1")),
    ("a duplicate key, quoted", "a.yaml", b"a: 1\n'a': 3\n", (2, 1, "`a` stands twice; the first is in line 1")),
    ("a list as a key", "a.yaml", b"? [x]\n: 1\n", (1, 3, "a key that is a list or a mapping")),
    ("two documents", "a.yaml", b"a: 1\n---\nb: 2\n", (2, 1, "a second document begins here")),
    ("deep nesting", "a.yaml", b"[" * 25_000, (1, 33, "nested deeper than 32 levels")),
    ("deep nesting, block", "a.yaml", b"".join(b" " * n + b"a:\n" for n in range(500)), (33, 33, "nested deeper")),
    ("deep nesting, JSON", "a.json", b"[" * 25_000, (1, 33, "nested deeper than 32 levels")),
    ("an open quote", "a.yaml", b'a: 1\nb: "x', (2, 4, "not YAML: found unexpected end of stream")),
    ("a colon in a text", "a.yaml", b"a: b: c", (1, 5, "not YAML: mapping values are not allowed")),
    ("a tab", "a.yaml", b"a:\n\tb: 1", (2, 1, "not YAML: a tab where YAML allows only spaces")),
    ("a sign that YAML keeps", "a.yaml", b"a: @x", (1, 4, "not YAML: found character that cannot start")),
    ("nothing", "a.yaml", b"", (0, 0, "the input is empty")),
    ("only a comment", "a.yaml", b"# later\n", (0, 0, "the input is empty")),
    ("a NUL", "a.yaml", b"a: x\0y", (1, 5, "control character U+0000")),
    ("an escape sequence", "a.yaml", b"a: \x1b[31mred", (1, 4, "control character U+001B")),
    ("an escape sequence, written out", "a.yaml", b'a: "\\e[31mred"', (1, 4, "control character U+001B")),
    ("an escape sequence in JSON", "a.json", b'{"a": "\\u001b[31m"}', (1, 7, "control character U+001B")),
    ("half a character in JSON", "a.json", b'{"a": "\\ud800"}', (1, 7, "invisible character U+D800")),
    ("text turned round", "a.yaml", "a: x\u202ey".encode(), (1, 5, "invisible character U+202E")),
    ("a mark that turns text", "a.yaml", "a: x\u200fy".encode(), (1, 5, "invisible character U+200F")),
    ("a space without width", "a.yaml", "role: np\u200b".encode(), (1, 9, "invisible character U+200B")),
    ("a key in braces without its colon", "a.yaml", b"a: {b: 1, c, d: 2}", (1, 11, "`c` is read as a key without")),
    ("the rest of a text behind a comma", "a.yaml", b"a: {says: see it, clause}", (1, 19, "`clause` is read as a key")),
    ("a key without its space", "a.yaml", b"a: 1\nrole:np\n", (2, 1, "not YAML: could not find expected ':'")),
    ("a date in JSON without quotes", "a.json", b'{"a": 2026-02-16}', (1, 11, "not JSON")),
    ("JSON behind a line separator", "a.json", '{"a": "x\u2028y",\n"a": 1}'.encode(), (3, 1, "`a` stands twice")),
    ("Latin-1", "a.yaml", "a: 1\nb: caf\u00e9".encode("latin-1"), (2, 7, "byte 0xE9 is not UTF-8")),
    ("UTF-16 with a mark", "a.yaml", "a: 1".encode("utf-16"), (1, 1, "the file is UTF-16, not UTF-8")),
    ("UTF-16 without one", "a.yaml", "a: 1".encode("utf-16-le"), (1, 1, "the file is not UTF-8")),
    ("UTF-16 big-endian", "a.yaml", "a: 1".encode("utf-16-be"), (1, 1, "the file is not UTF-8")),
    ("UTF-32", "a.yaml", "a: 1".encode("utf-32"), (1, 1, "the file is UTF-32, not UTF-8")),
    ("50 MB", "a.yaml", b"x" * (50 << 20), (0, 0, "the input is larger than 1024 KiB")),
    ("a comma too many", "a.json", b'{"a": 1,}', (1, 9, "not JSON: expected '\"'")),
    ("a duplicate key in JSON", "a.json", b'{"a": 1,\n "a": 2}', (2, 2, "`a` stands twice")),
    ("more after the end", "a.json", b'{"a": 1} x', (1, 10, "something follows the end")),
    ("a word that JSON lacks", "a.json", b'{"a": NaN}', (1, 7, "not JSON: expected a value")),
    ("an open bracket", "a.json", b'{"a": [1', (1, 9, "not JSON: expected ',' or ']'")),
]


@pytest.mark.parametrize(("name", "data", "fault"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_is_refused_with_its_place(name: str, data: bytes, fault: tuple[int, int, str]) -> None:
    line, column, message = fault
    found = faults_of(name, data)
    assert found
    assert found[0][:2] == (line, column)
    assert found[0][2].startswith(message)


UNDERSTOOD = [
    (
        "scalars stay text",
        b"a: no\nb: 8:30\nc: 010\nd: 1e3\ne: 2026-03-01",
        {"a": "no", "b": "8:30", "c": "010", "d": "1e3", "e": "2026-03-01"},
    ),
    ("states stay text", b"[NY, NO, ON]", ["NY", "NO", "ON"]),
    (
        "nulls",
        b"{a: , b: ~, c: null, d: NULL, e: '', f: [], g: {}}",
        {"a": None, "b": None, "c": None, "d": None, "e": "", "f": [], "g": {}},
    ),
    ("a quoted null is a text", b"a: 'null'", {"a": "null"}),
    ("a byte order mark", b"\xef\xbb\xbfa: 1", {"a": "1"}),
    ("carriage returns", b"a: 1\r\nb: 2\r\n", {"a": "1", "b": "2"}),
    ("a block text", b"a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
    ("document marks", b"---\na: 1\n...\n", {"a": "1"}),
    ("an equals sign", b"a: =", {"a": "="}),
    ("a merge key is a key", b"<<: {b: 1}", {"<<": {"b": "1"}}),
    (
        "JSON",
        b'{"a": [1, 2.50, true, null, "x\\u00e9\\ud83d\\ude00"], "b": {}}',
        {"a": ["1", "2.50", "yes", None, "xé😀"], "b": {}},
    ),
]


@pytest.mark.parametrize(("data", "plain"), [row[1:] for row in UNDERSTOOD], ids=[row[0] for row in UNDERSTOOD])
def test_is_understood(data: bytes, plain: object) -> None:
    document = read_document("input", data)
    assert document.root.plain() == plain
    assert document.faults == ()


def test_a_file_that_is_wrong_from_end_to_end_ends_after_a_hundred_faults() -> None:
    for data in (b"[" + b"*a," * 100_000 + b"]", b"".join(b"a: 1\n" for _ in range(5_000))):
        assert len(faults_of("a.yaml", data)) == MOST_FAULTS


def test_an_empty_value_in_braces_is_empty_when_its_colon_is_there() -> None:
    assert read_document("a.yaml", b"a: {b: , c: 1}").root.plain() == {"a": {"b": None, "c": "1"}}


def test_a_file_with_several_faults_reports_them_all() -> None:
    found = faults_of("a.yaml", b"a: &x 1\nb: *x\na: 2\nc: !t 3\n")
    assert [line for line, _, _ in found] == [1, 2, 3, 4]


def test_every_value_and_key_knows_its_place() -> None:
    for name, data in (("a.yaml", b"a:\n  b: [x, 'y z']\n"), ("a.json", b'{"a":\n {"b": ["x", "y z"]}}')):
        document = read_document(name, data)
        assert isinstance(document.root.content, dict)
        inner = document.root.content["a"].content
        assert isinstance(inner, dict)
        b = inner["b"]
        assert isinstance(b.content, list)
        assert (b.key, b.key_line, b.line) == ("b", 2, 2)
        assert data.decode().split("\n")[1][b.content[1].column - 1 :].lstrip("\"'").startswith("y z")


def test_json_is_known_by_its_name_or_its_first_signs() -> None:
    assert faults_of("a.yaml", b'{"a": yes}') == []
    assert faults_of("standard input", b'{"a": yes}')[0][2].startswith("not JSON")
    assert faults_of("standard input", b"{a: yes}") == []


def test_one_byte_over_the_limit_is_refused_and_the_limit_is_not() -> None:
    at_limit = b"a: " + b"x" * (LARGEST_INPUT - 3)
    assert faults_of("a.yaml", at_limit) == []
    assert faults_of("a.yaml", at_limit + b"x")[0][0] == 0


plain_values = st.recursive(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abc_", min_size=1, max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.text("abc_", min_size=1, max_size=4), plain_values, min_size=1, max_size=4))
def test_agrees_with_the_libraries_on_what_they_write(value: dict[str, object]) -> None:
    as_json = json.dumps(value).encode()
    assert read_document("a.json", as_json).root.plain() == json.loads(as_json)
    as_yaml = yaml.safe_dump(value, default_style="'", allow_unicode=True)
    assert read_document("a.yaml", as_yaml.encode()).root.plain() == yaml.load(as_yaml, Loader=yaml.BaseLoader)  # noqa: S506


@given(st.binary(max_size=64) | st.text(alphabet="[]{}:,-'\"&*!|>%@`#ab \n\t?\\", max_size=40).map(str.encode))
def test_no_bytes_escape_as_anything_but_an_input_error(data: bytes) -> None:
    for name in ("a.yaml", "a.json"):
        with suppress(InputError):
            assert isinstance(read_document(name, data), Document)
