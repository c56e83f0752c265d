"""Bytes to text: UTF-8 with or without a byte order mark, within the size limit, without control characters."""

from __future__ import annotations

import codecs
import re

from offercheck.reading.fault import Fault, InputError

LARGEST_INPUT = 1024 * 1024
"""Bytes of one document. An offer is a few kilobytes; a thirty-page contract typed out in full is under 200."""

_OTHER_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
LINE_BREAK = r"\r\n|[\n\r\x85\u2028\u2029]"
_CONTROL = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff"
    r"\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_SAVE_AS_UTF8 = "save the file as UTF-8 (most editors: Save with encoding)"


def decode(name: str, data: bytes) -> str:
    """The text of an input. Raises InputError for another encoding, a control character, or too many bytes."""
    if len(data) > LARGEST_INPUT:
        raise InputError(name, [Fault(0, 0, f"the input is larger than {LARGEST_INPUT // 1024} KiB", _SPLIT)])
    for mark, encoding in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise InputError(name, [Fault(1, 1, f"the file is {encoding}, not UTF-8", _SAVE_AS_UTF8)])
    data = data.removeprefix(codecs.BOM_UTF8)
    if data[1:2] == b"\0" or data[:1] == b"\0" != data[1:2]:
        raise InputError(name, [Fault(1, 1, "the file is not UTF-8 (UTF-16 without a mark?)", _SAVE_AS_UTF8)])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line, column = place_of(data[: error.start].decode(), error.start)
        message = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise InputError(name, [Fault(line, column, message, _SAVE_AS_UTF8)]) from None
    control = control_in(text)
    if control:
        line, column = place_of(text, text.index(control))
        raise InputError(name, [Fault(line, column, control_message(control), "delete it")], text)
    return text


def control_in(text: str) -> str:
    """The first character of a text that could steer a terminal or turn the order of its words; empty if none.

    Both as typed and as written with an escape in quotes: no report needs to be afraid of what it prints.
    """
    if text.isascii() and text.isprintable():
        return ""
    found = re.search(_CONTROL, text)
    return found.group() if found else ""


def control_message(control: str) -> str:
    kind = "control" if control < "\xa0" else "invisible"
    return f"{kind} character U+{ord(control):04X}"


_SPLIT = "one offer a file, without the contract's full text"


def place_of(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    before = lines_of(text[:index])
    return len(before), len(before[-1]) + 1


def lines_of(text: str) -> list[str]:
    """The lines as YAML counts them, for places and excerpts."""
    return re.split(LINE_BREAK, text)


def visible(text: str) -> str:
    """A text that no terminal can take for a command: control characters are written out."""
    while control := control_in(text):
        text = text.replace(control, f"\\u{ord(control):04x}")
    for line_break in "\n\r\x85\u2028\u2029":
        text = text.replace(line_break, f"\\u{ord(line_break):04x}" if line_break > "\r" else repr(line_break)[1:-1])
    return text.replace("\t", "    ")
