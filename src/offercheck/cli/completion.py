"""What a shell may offer next: offer files, rules, areas, tables.

Nothing here fails: where there is no answer, a shell completes by itself.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist

OFFER_SUFFIXES = (".yaml", ".yml", ".json")
_NEEDS_NO_QUOTES = re.compile(r"[\w./+@%=,-]*")


def offer_files(incomplete: str) -> list[str]:
    """The offer files that may be meant, and the folders on the way to more.

    The shells put a space after the only answer, so a single folder is answered by what is in it. None where a name
    would have to be quoted: shells can do that, and Typer cannot.
    """
    found = _entries(incomplete)
    while len(found) == 1 and found[0].endswith("/"):
        inside = _entries(found[0])
        if not inside:
            break
        found = inside
    return found if all(map(_NEEDS_NO_QUOTES.fullmatch, found)) else []


def _entries(incomplete: str) -> list[str]:
    begun = incomplete.rpartition("/")[2]
    lead = incomplete.removesuffix(begun)
    found = []
    with suppress(OSError, ValueError):
        for path in sorted(Path(lead or ".").iterdir()):
            if not path.name.startswith(begun) or (path.name.startswith(".") and not begun.startswith(".")):
                continue
            if path.is_dir():
                found.append(f"{lead}{path.name}/")
            elif path.suffix.lower() in OFFER_SUFFIXES:
                found.append(lead + path.name)
    return found


def rule_ids(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The rules whose key, or whose name within its area, begins so, each with its question."""
    rules = [] if (checklist := _checklist(ctx)) is None else checklist.rules
    keys = [(rule.key, rule.question) for rule in rules if rule.key.startswith(incomplete)]
    return keys or [(rule.id, rule.question) for rule in rules if rule.id.startswith(incomplete)]


def areas(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The areas of the checklist, each with its title."""
    found = [] if (checklist := _checklist(ctx)) is None else checklist.areas
    return [(name, title) for name, title in found if name.startswith(incomplete)]


def checklists(incomplete: str) -> list[str]:
    """The shipped checklists. A folder of one's own is for the shell to complete."""
    from offercheck.checklist.shipped import shipped_names

    return [name for name in shipped_names() if name.startswith(incomplete)]


def tables(incomplete: str) -> list[tuple[str, str]]:
    """The reference tables, each with its title."""
    from offercheck.reference.table import TABLES

    return [(name, table.title) for name, table in TABLES.items() if name.startswith(incomplete)]


def comparison_formats(incomplete: str) -> list[str]:
    """The formats of a comparison."""
    from offercheck.reports import COMPARISON_FORMATS

    return [name for name in COMPARISON_FORMATS if name.startswith(incomplete)]


def rounds_formats(incomplete: str) -> list[str]:
    """The formats of rounds."""
    from offercheck.reports import ROUNDS_FORMATS

    return [name for name in ROUNDS_FORMATS if name.startswith(incomplete)]


def formats(incomplete: str) -> list[str]:
    """The formats of a report."""
    from offercheck.reports import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def _checklist(ctx: typer.Context) -> Checklist | None:
    from offercheck.cli.options import chosen_checklist
    from offercheck.reading.fault import InputError

    params: dict[str, Any] = ctx.params
    with suppress(InputError, OSError):
        return chosen_checklist(params.get("checklist") or "telemedicine")
    return None
