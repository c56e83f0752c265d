"""A checklist as it is used: its rules by area, and the mark by which its files can be known again."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from offercheck.checklist.header import Source
    from offercheck.checklist.rule import Rule


@record
class Checklist:
    """Rules by area, in the order of the report.

    `areas` are pairs of name and title; `gravest` the areas whose flags come before those of others, where rules have
    one impact, the gravest first; `facts` the facts that the rules and their messages read; `fingerprint` the SHA-256
    of its files, by which two results can be known to come from the same judgement.
    """

    name: str
    title: str
    version: str
    areas: tuple[tuple[str, str], ...]
    gravest: tuple[str, ...]
    rules: tuple[Rule, ...]
    weights: dict[str, int]
    sources: dict[str, Source]
    facts: tuple[str, ...]
    fingerprint: str


def fingerprint(files: Mapping[str, bytes]) -> str:
    """The SHA-256 of some files: their names and what they hold, in the order of their names.

    Line ends do not count, so that a checkout on Windows is the same checklist.
    """
    digest = sha256()
    for name in sorted(files):
        content = files[name].replace(b"\r\n", b"\n")
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
