"""Every document of everything that is named, in order. None is passed over: what cannot be read is one too."""

from __future__ import annotations

import re
from contextlib import closing, suppress
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from offercheck.inputs.paths import Nothing, SetAside, files_of
from offercheck.inputs.split import pieces
from offercheck.offer.build import build_offer
from offercheck.reading.fault import Fault, InputError
from offercheck.reading.load import read_document
from offercheck.reading.source import open_file, unreadable
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from offercheck.offer.offer import Offer

_NO_OFFERS = {b"offercheck_me": "a profile", b"offercheck_waivers": "waivers"}
"""By its first key what a file of the reader's own is."""

STANDARD_INPUT = "-"
STANDARD_INPUT_SHOWN = "standard input"


@record
class Input:
    """One document: the file it is in, the how-manieth there, the line on which it begins (both from 1), its bytes.

    `json` is None where its text has to tell. `fault` is set where there are no bytes, and says why.
    """

    name: str
    number: int
    line: int
    data: bytes
    json: bool | None = None
    fault: Fault | None = None


Named: TypeAlias = "Input | Nothing | SetAside"


def inputs_of(arguments: Iterable[str], standard_input: BinaryIO | None) -> Iterator[Named]:
    """The documents of files, folders, patterns and, for `-`, of standard input, in the order in which they are named.

    Beside them: what was looked through and held none, and what in a folder is no offer.
    """
    for argument in arguments:
        if argument == STANDARD_INPUT:
            yield from _streamed(standard_input)
            continue
        for found in files_of(argument):
            if isinstance(found, str):
                yield from _of_file(found, named=found == argument)
            elif isinstance(found, InputError):
                yield Input(found.name, 1, 1, b"", fault=found.faults[0])
            else:
                yield found


def offer_of(source: Input, *, placed: bool = True) -> Offer:
    """The offer of a document. Raises InputError with every fault, placed as in the whole file.

    Unless its values are to be `placed`, those of JSON may have no lines, which is quicker; faults have theirs.
    """
    if source.fault is not None:
        raise InputError(source.name, [source.fault])
    before = source.line - 1
    if source.json and not placed:
        with suppress(InputError):
            return build_offer(read_document(source.name, source.data, json=True, placed=False))
    try:
        return build_offer(read_document(source.name, source.data, json=source.json, lines_before=before))
    except InputError as error:
        raise error.moved(before) from None


def _streamed(stream: BinaryIO | None) -> Iterator[Named]:
    if stream is None:
        fault = Fault(0, 0, "cannot be read: it is closed, or would have to be waited for")
        yield Input(STANDARD_INPUT_SHOWN, 1, 1, b"", fault=fault)
        return
    for one in _documents(STANDARD_INPUT_SHOWN, stream):
        if not one.data and one.fault is None:
            yield Nothing(STANDARD_INPUT_SHOWN, "held nothing")
        else:
            yield one


def _of_file(name: str, *, named: bool) -> Iterator[Named]:
    """The documents of a file. One that was not `named` itself may turn out to be the reader's own."""
    try:
        stream = open_file(name)
    except InputError as error:
        yield Input(name, 1, 1, b"", fault=error.faults[0])
        return
    with closing(stream):
        for one in _documents(name, stream):
            what = None if named else next((_NO_OFFERS[key] for key in _NO_OFFERS if _begins(key, one.data)), None)
            yield SetAside(name, what) if what else one


def _begins(key: bytes, data: bytes) -> bool:
    return key in data and _begins_with(key).search(data) is not None


@cache
def _begins_with(key: bytes) -> re.Pattern[bytes]:
    return re.compile(rb'(?m)^(?:\{\s*"%b"|%b)\s*:' % (key, key))


def _documents(name: str, stream: BinaryIO) -> Iterator[Input]:
    number = 0
    found = pieces(name, stream)
    while True:
        try:
            piece = next(found, None)
        except (OSError, ValueError) as error:
            yield Input(name, number + 1, 1, b"", fault=unreadable(name, error).faults[0])
            return
        if piece is None:
            return
        number += 1
        yield Input(name, number, piece.line, piece.data, piece.json)
