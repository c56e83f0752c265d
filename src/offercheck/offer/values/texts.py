"""Words in the paper's own writing, and dates."""

from __future__ import annotations

from offercheck.offer.possible import Line, Possible
from offercheck.offer.values.base import Facets, JsonSchema, Refused, ScalarType, ValueType
from offercheck.offer.values.spelling import LEAVE_OUT, says_nothing, shown
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

_SILENT = Line(None)


class Text(ScalarType):
    """Any text. Rules may ask whether it is there, never what it says."""

    # Texts do not recur, and may be long.
    _remembered_at_most = 0

    @property
    def silence(self) -> Possible:
        return _SILENT

    def parse(self, text: str) -> Facets:
        line = " ".join(text.split())
        return {"": Line(line)} if line else {}

    def json_schema(self) -> JsonSchema:
        return {"type": ["string", "number", "boolean"], "description": self.describe()}

    def describe(self) -> str:
        return "text"

    @property
    def example(self) -> str:
        return "a few words"


class Texts(ValueType):
    """One text or a list of texts, kept as one line. An empty list is the word none."""

    @property
    def silence(self) -> Possible:
        return _SILENT

    def read(self, node: Node, faults: Faults) -> Facets | None:
        if isinstance(node.content, str) and not node.content.strip():
            return {}
        items = node.content if isinstance(node.content, list) else [node]
        before = len(faults)
        texts: list[str] = []
        for item in items:
            if isinstance(item.content, str) and item.content.strip():
                texts.append(" ".join(item.content.split()))
            elif item.empty or isinstance(item.content, str):
                faults.at(item, "an item that says nothing", "delete it")
            elif isinstance(item.content, dict) and item.flow:
                faults.at(
                    item, "a mapping where a text is expected", "put a text that holds colons or commas in quotes"
                )
            else:
                faults.at(item, "a list or mapping where a text is expected", "put a text that holds a colon in quotes")
        return None if len(faults) > before else {"": Line("; ".join(texts) or "none")}

    def json_schema(self) -> JsonSchema:
        text: JsonSchema = {"type": ["string", "number", "boolean"]}
        return {"anyOf": [text, {"type": "array", "items": text}], "description": self.describe()}

    def describe(self) -> str:
        return "a text or a list of texts"

    @property
    def example(self) -> str:
        return "[a few words, a few more]"


class Date(ScalarType):
    """A day, typed and kept as 2026-03-02."""

    @property
    def silence(self) -> Possible:
        return _SILENT

    def parse(self, text: str) -> Facets:
        typed = text.strip()
        if len(typed) == 10 and typed[4] == typed[7] == "-" and typed.isascii():
            parts = typed.split("-")
            if len(parts) == 3 and all(map(str.isdigit, parts)):
                return {"": Line(_checked(typed, *map(int, parts)))}
        raise _not_iso(typed)

    def json_schema(self) -> JsonSchema:
        return {"type": "string", "description": self.describe()}

    def describe(self) -> str:
        return "a date as 2026-03-02"

    @property
    def example(self) -> str:
        return "2026-03-02"


def _checked(text: str, year: int, month: int, day: int) -> str:
    if not _exists(year, month, day):
        raise Refused(f"{shown(text)} is no day of the calendar", "year-month-day, as 2026-03-02")
    return f"{year:04}-{month:02}-{day:02}"


def _exists(year: int, month: int, day: int) -> bool:
    if not (1 <= month <= 12 and 1900 <= year <= 2199):
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    longest = 30 if month in (4, 6, 9, 11) else 31 if month != 2 else 29 if leap else 28
    return 1 <= day <= longest


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _not_iso(text: str) -> Refused:
    """The refusal of a date written another way, with the day or the days it may mean."""
    message = f"{shown(text)} is not a date as written here"
    if len(text) > 40:
        return Refused(message, "year-month-day, as 2026-03-02")
    words = text.replace(",", " ").replace("/", " ").replace("-", " ").replace(".", " ").split()
    numbers = [int(word) for word in words if word.isascii() and word.isdigit() and len(word) <= 4]
    named = [at for at, month in enumerate(_MONTHS, 1) for word in words if word[:3].lower() == month]
    days: list[str] = []
    if len(words) == 3 and len(numbers) == 3:
        first, second, third = numbers
        tries = [(first, second, third)] if first > 31 else [(third, first, second), (third, second, first)]
        tries = [(year + 2000 if year < 100 else year, month, day) for year, month, day in tries]
        days = [f"{year:04}-{month:02}-{day:02}" for year, month, day in tries if _exists(year, month, day)]
    elif len(words) == 3 and len(numbers) == 2 and named:
        year, day = max(numbers), min(numbers)
        days = [f"{year:04}-{named[0]:02}-{day:02}"] if _exists(year, named[0], day) else []
    if days:
        return Refused(message, " or ".join(dict.fromkeys(days)) + ("?" if len(set(days)) > 1 else ""))
    return Refused(message, LEAVE_OUT if says_nothing(text) else "year-month-day, as 2026-03-02")
