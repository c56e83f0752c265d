"""From what the command line names to files: folders are looked through, patterns are matched, in a fixed order."""

from __future__ import annotations

import re
from fnmatch import translate
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from offercheck.reading.fault import Fault, InputError
from offercheck.reading.source import Entry, entries_of, identity_of
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SUFFIXES = (".yaml", ".yml", ".json", ".jsonl", ".ndjson")
"""The endings by which a folder's offers are known. A file that is named may end as it likes."""

CHECKLIST = "checklist.yaml"
"""A folder that holds this is a checklist, and its files are no offers."""

_MAGIC = re.compile(r"[*?\[]")
_ANY_FOLDERS = "**"


@record(frozen=True)
class Nothing:
    """A folder or a pattern that names no file: what it was, and why."""

    name: str
    reason: str


@record(frozen=True)
class SetAside:
    """What a folder holds that is no offer: its name, and what it is."""

    name: str
    reason: str


Found: TypeAlias = "str | InputError | Nothing | SetAside"
"""The name of a file; or what could not be read, what was looked through and left nothing, what is no offer."""


def files_of(argument: str) -> Iterator[Found]:
    """The files that one argument names.

    A folder stands for the offers in it and in the folders below it, by the order of their names; names that begin with
    a dot are left out. A pattern matches as in a shell (`*`, `?`, `[a-z]`), and `**` matches any number of folders; a
    folder that it matches is looked through. Whatever bears the very name of the argument comes before any pattern.
    """
    found = False
    folder = bool(argument) and _exists(argument, folder=True)
    pattern = not folder and bool(_MAGIC.search(argument)) and not _exists(argument)
    names = _matching(argument) if pattern else iter((argument,))
    for name in names:
        if isinstance(name, str) and (folder or (pattern and _exists(name, folder=True))):
            for one in _walk(name):
                found = found or not isinstance(one, SetAside)
                yield one
        else:
            found = True
            yield name
    if not found:
        yield Nothing(argument, "matches no file" if pattern else f"holds no offer ({', '.join(SUFFIXES)})")


def _exists(name: str, *, folder: bool = False) -> bool:
    try:
        return Path(name).is_dir() if folder else Path(name).exists()
    except (OSError, ValueError):  # too long, or with a character that no name has: opening it will say so
        return False


def _walk(folder: str) -> Iterator[Found]:
    try:
        yield from _below(folder, (identity_of(folder),))
    except InputError as error:
        yield error


def _below(folder: str, above: tuple[tuple[int, int], ...]) -> Iterator[Found]:
    """The offers in a folder and below. `above` are the folders on the way, so that no link leads in a circle."""
    try:
        entries = entries_of(folder)
    except InputError as error:
        yield error
        return
    if any(entry.name == CHECKLIST for entry in entries):
        yield SetAside(folder, "a checklist")
        return
    for entry in entries:
        name = _join(folder, entry.name)
        if entry.name[0] == ".":
            continue
        if not entry.folder:
            if entry.name.lower().endswith(SUFFIXES):
                yield name
        elif entry.identity in above:
            yield InputError(name, [Fault(0, 0, "this link leads back to a folder above it", "remove the link")])
        else:
            yield from _below(name, (*above, entry.identity))


def _join(folder: str, name: str) -> str:
    return f"{folder}{name}" if folder.endswith("/") else f"{folder}/{name}" if folder else name


def _matching(pattern: str) -> Iterator[str | InputError]:
    """The files and folders that a pattern matches, each once, in the order of their names."""
    plain = pattern.replace("\\", "/") if _separator() == "\\" else pattern
    parts = [part for part in plain.split("/") if part not in ("", ".")]
    start = "/" if plain.startswith("/") else "./" if plain.startswith("./") else ""
    seen: set[str] = set()
    for name in _descend(start, parts):
        key = name if isinstance(name, str) else name.name
        if key not in seen:
            seen.add(key)
            yield name


def _separator() -> str:
    return str(Path("a", "b"))[1]


def _descend(folder: str, parts: list[str]) -> Iterator[str | InputError]:
    """What the parts of a pattern match, seen from a folder."""
    if not parts:
        yield folder
        return
    part, rest = parts[0], parts[1:]
    if part == _ANY_FOLDERS:
        yield from _at_any_depth(folder, rest) if rest else (folder or ".",)
    elif not _MAGIC.search(part):
        name = _join(folder, part)
        if _exists(name, folder=bool(rest)):
            yield from _descend(name, rest)
    else:
        matches = _matcher(part)
        for entry in _listed(folder):
            if isinstance(entry, InputError):
                yield entry
            elif matches(entry.name) and (entry.folder or not rest) and (entry.name[0] != "." or part[0] == "."):
                yield from _descend(_join(folder, entry.name), rest)


def _at_any_depth(folder: str, rest: list[str]) -> Iterator[str | InputError]:
    yield from _descend(folder, rest)
    for entry in _listed(folder):
        if isinstance(entry, InputError):
            yield entry
        elif entry.folder and entry.name[0] != ".":
            name = _join(folder, entry.name)
            if not Path(name).is_symlink():  # as in a shell: a link may lead in a circle
                yield from _at_any_depth(name, rest)


def _listed(folder: str) -> list[Entry | InputError]:
    try:
        return list(entries_of(folder or "."))
    except InputError as error:
        return [error]


@lru_cache(maxsize=64)
def _matcher(part: str) -> Callable[[str], object]:
    """What tells whether a name matches one part of a pattern; small and capital letters are told apart everywhere."""
    return re.compile(translate(part)).match
