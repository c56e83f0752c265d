"""From files to what can be evaluated: the first half of the Python API."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.load import load_checklist as load_folder
from offercheck.checklist.shipped import shipped_checklist
from offercheck.offer.build import build_offer
from offercheck.offer.offer import Offer
from offercheck.reading.load import read_document
from offercheck.reading.source import read_file

if TYPE_CHECKING:
    from offercheck.checklist.waivers import Waiver
    from offercheck.profile.profile import Profile


def load_offer(source: str | Path | bytes, *, name: str = "offer") -> Offer:
    """The offer of a file, or of bytes under a name. Raises InputError with every fault."""
    if isinstance(source, bytes):
        return build_offer(read_document(name, source))
    return build_offer(read_document(str(source), read_file(Path(source))))


def load_profile(source: str | Path | bytes, checklist: Checklist, *, name: str = "me") -> Profile:
    """The reader's profile of a file, or of bytes under a name, for judging by a checklist: its deal-breakers must be
    rules of that one. Raises InputError with every fault."""
    from offercheck.checklist.personal import read_profile  # most offers are read for nobody in particular

    if isinstance(source, bytes):
        return read_profile(read_document(name, source), checklist)
    return read_profile(read_document(str(source), read_file(Path(source))), checklist)


def load_waivers(source: str | Path | bytes, checklist: Checklist, *, name: str = "waivers") -> list[Waiver]:
    """The flags that a reader accepts, of a file, or of bytes under a name, for judging by a checklist: its rules say
    what can be waived. Raises InputError with every fault."""
    from offercheck.checklist.waivers import read_waivers  # most offers are judged without

    if isinstance(source, bytes):
        return read_waivers(read_document(name, source), checklist)
    return read_waivers(read_document(str(source), read_file(Path(source))), checklist)


def load_checklist(folder: str | Path | None = None) -> Checklist:
    """The checklist of a folder, or the one that is shipped. Raises InputError with every fault."""
    return load_folder(Path(folder) if folder is not None else shipped_checklist())
