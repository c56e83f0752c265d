"""JSON with the place of every value, as strict as the YAML walk: duplicate keys and depth are refused.

Numbers stay text, as in YAML: `1e3` or `NaN` is for the field to refuse. true and false become `yes` and `no`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from json.decoder import JSONDecodeError, scanstring  # type: ignore[attr-defined]  # typeshed leaves scanstring out

from offercheck.reading.fault import Fault, Faults
from offercheck.reading.node import Mark, Node, Place
from offercheck.reading.text import LINE_BREAK, control_in, control_message
from offercheck.reading.yaml_walk import DEEPEST

_WORDS = {"true": "yes", "false": "no", "null": None}


def walk_json(text: str, faults: Faults) -> Node | None:
    """The tree of a JSON text; what is wrong is added to the faults. None where the walk could not be ended."""
    scan = _Scan(text, faults)
    try:
        root, end = scan.value(scan.skip(0), 0)
        end = scan.skip(end)
        if end < len(text):
            scan.refuse(end, "something follows the end of the JSON value", "one offer a file")
    except JSONDecodeError as error:
        scan.refuse(error.pos, f"not JSON: {error.msg[0].lower()}{error.msg[1:]}", "")
    except _EndedError:
        pass
    else:
        return root
    return None


class _EndedError(Exception):
    """Ends the walk; the fault is noted already."""


@cache
def _tokens() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(r"[ \t\n\r]*"), re.compile(
        r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null"
    )


class _Scan:
    def __init__(self, text: str, faults: Faults) -> None:
        self.text = text
        self.faults = faults
        self.space, self.atom = _tokens()
        self.starts = [0, *(match.end() for match in re.finditer(LINE_BREAK, text))]

    def place(self, index: int) -> Place:
        line = bisect_right(self.starts, index) - 1
        return Place(line, index - self.starts[line])

    def refuse(self, index: int, message: str, advice: str) -> None:
        place = self.place(index)
        self.faults.append(Fault(place.line + 1, place.column + 1, message, advice))

    def skip(self, index: int) -> int:
        match = self.space.match(self.text, index)
        return match.end() if match else index

    def expect(self, index: int, wanted: str) -> int:
        """The index after one of the wanted characters. Raises JSONDecodeError where none of them stands."""
        if self.text[index : index + 1] not in tuple(wanted):
            raise JSONDecodeError("expected " + " or ".join(f"'{one}'" for one in wanted), self.text, index)
        return index + 1

    def string(self, index: int) -> tuple[str, int]:
        """The text between the quotes that begin at an index, and the index after them."""
        content, end = scanstring(self.text, index + 1)
        if control := control_in(content):
            self.refuse(index, control_message(control), "delete it")
            content = ""
        return content, end

    def value(self, index: int, depth: int) -> tuple[Node, int]:
        """The value that begins at an index, and the index after it. The depth is bounded, so is the recursion."""
        mark = self.place(index)
        first = self.text[index : index + 1]
        if first == '"':
            content, end = self.string(index)
            return Node(content, mark, quoted=True), end
        if first in ("{", "["):
            if depth >= DEEPEST:
                self.refuse(index, f"nested deeper than {DEEPEST} levels", "an offer needs five")
                raise _EndedError
            return self._mapping(index, depth, mark) if first == "{" else self._list(index, depth, mark)
        match = self.atom.match(self.text, index)
        if not match:
            raise JSONDecodeError("expected a value", self.text, index)
        word = match.group()
        return Node(_WORDS.get(word, word), mark), match.end()

    def _list(self, index: int, depth: int, mark: Mark) -> tuple[Node, int]:
        items: list[Node] = []
        index = self.skip(index + 1)
        if self.text[index : index + 1] == "]":
            return Node(items, mark), index + 1
        while True:
            item, index = self.value(index, depth + 1)
            items.append(item)
            index = self.skip(index)
            end = self.expect(index, ",]")
            if self.text[index] == "]":
                return Node(items, mark), end
            index = self.skip(end)

    def _mapping(self, index: int, depth: int, mark: Mark) -> tuple[Node, int]:
        entries: dict[str, Node] = {}
        index = self.skip(index + 1)
        if self.text[index : index + 1] == "}":
            return Node(entries, mark), index + 1
        while True:
            key_index = index
            self.expect(index, '"')
            key, index = self.string(index)
            index = self.skip(self.expect(self.skip(index), ":"))
            node, index = self.value(index, depth + 1)
            node.key, node.key_mark = key, self.place(key_index)
            if key in entries:
                first = entries[key].key_line + self.faults.lines_before
                self.refuse(key_index, f"`{key}` stands twice; the first is in line {first}", "keep one of the two")
            else:
                entries[key] = node
            index = self.skip(index)
            end = self.expect(index, ",}")
            if self.text[index] == "}":
                return Node(entries, mark), end
            index = self.skip(end)
