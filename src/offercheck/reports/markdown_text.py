"""Texts in Markdown that stay texts: no markup, no HTML, no link, and on GitHub no mention of anybody."""

from __future__ import annotations

import re

from offercheck.reading.text import visible

_MARKUP = re.compile(r"[\\`*_{}\[\]|~$<>#!^]")
_LIST_MARK = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")
_SPARK = re.compile(r"@(?=\w)|:(?=//)|:(?=[\w+-]+:)|(?<=\bwww)\.|(?<=#)(?=\d)", re.IGNORECASE)
"""What is made into something only after Markdown is read: mentions, bare links, emoji names, issue numbers.
Backslashes come too early for these; an empty comment parts them, and shows nowhere."""


def escaped(text: str) -> str:
    """A text of any origin, as one run of Markdown text."""
    parted = _SPARK.sub(lambda spark: f"{spark.group()}\0", visible(text).strip())
    safe = _MARKUP.sub(r"\\\g<0>", parted.replace("&", "&amp;"))
    return _LIST_MARK.sub(_marked, safe).replace("\0", "<!-- -->")


def _marked(mark: re.Match[str]) -> str:
    """A sign that would begin a list or underline a heading, as a text."""
    return f"{mark.group()}\\" if mark.group().isdigit() else f"\\{mark.group()}"


def coded(text: str) -> str:
    """A name as code, where nothing is read: in more backticks than it has in a row itself."""
    shown = visible(text)
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest or not shown.strip() else ""
    return f"{fence}{space}{shown}{space}{fence}"
