"""From files to what can be evaluated: the first half of the Python API."""

from __future__ import annotations

from pathlib import Path

from offercheck.checklist.load import Checklist
from offercheck.checklist.load import load_checklist as load_folder
from offercheck.checklist.shipped import shipped_checklist
from offercheck.offer.build import build_offer
from offercheck.offer.offer import Offer
from offercheck.reading.load import read_document
from offercheck.reading.source import read_file


def load_offer(source: str | Path | bytes, *, name: str = "offer") -> Offer:
    """The offer of a file, or of bytes under a name. Raises InputError with every fault."""
    if isinstance(source, bytes):
        return build_offer(read_document(name, source))
    return build_offer(read_document(str(source), read_file(Path(source))))


def load_checklist(folder: str | Path | None = None) -> Checklist:
    """The checklist of a folder, or the one that is shipped. Raises InputError with every fault."""
    return load_folder(Path(folder) if folder is not None else shipped_checklist())
