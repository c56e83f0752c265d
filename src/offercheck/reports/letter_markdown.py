"""The letter as Markdown. Words of the offer are escaped, see `markdown_text`."""

from __future__ import annotations

from collections.abc import Iterator

from offercheck.letter.letter import Letter
from offercheck.reports.letter_text import REQUESTS, closing, greeting, opening, request_parts, subject
from offercheck.reports.markdown_text import escaped


def letter_as_markdown(letter: Letter) -> str:
    """The letter alone, the questions as lists that go on counting from area to area."""
    return "\n".join(_lines(letter)).rstrip("\n") + "\n"


def _lines(letter: Letter) -> Iterator[str]:
    yield f"# {escaped(subject(letter))}\n"
    yield f"{escaped(greeting(letter))}\n"
    yield from (f"{escaped(paragraph)}\n" for paragraph in opening(letter))
    for group in letter.groups:
        yield f"## {escaped(group.title)}\n"
        yield from (f"{point.number}. {escaped(point.ask)}" for point in group.points)
        yield ""
    if letter.requests:
        yield f"## Terms to talk about\n\n{REQUESTS}\n"
        for number, parts in request_parts(letter):
            yield f"{number}. " + "\\\n   ".join(escaped(part) for part in parts)
        yield ""
    yield from (f"{escaped(paragraph)}\n" for paragraph in closing(letter))
