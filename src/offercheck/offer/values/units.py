"""The units people count work, time and money in, by their singular (`visit`, `month`), and how they type them."""

from __future__ import annotations

from functools import cache

from offercheck.offer.values.base import Refused
from offercheck.offer.values.spelling import nearest, shown

_TIMES = "minute:min,mins hour:hr,hrs,h day:d week:wk,wks month:mo,mos,mth quarter year:yr,yrs,annum"
_WORK = (
    "visit:consult,consultation,appointment,televisit,teleconsult,telehealth_visit,video_visit"
    " session encounter wrvu:rvu,work_rvu message chart case:read,study,report order signature patient:pt,pts"
    " shift transaction mile prescription:rx,script procedure slot call night weekend holiday note panel"
    " bed facility:facilities person:people clinician provider licence:license state site student supervisee"
)
_MODIFIERS = frozenset(
    (
        "completed",
        "clinical",
        "billable",
        "billed",
        "booked",
        "scheduled",
        "paid",
        "worked",
        "offered",
        "new",
        "direct",
        "client",
        "therapy",
        "remote",
    )
)
_ADVERBS = {
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "yearly": "year",
    "annually": "year",
    "annual": "year",
    "once": "once",
    "one-time": "once",
    "one time": "once",
}
_SEPARATORS = ("/", " per ", " a ", " an ", " each ", " every ")

_INSTEAD = {
    "client": "patient",
    "clients": "patients",
    "member": "patient",
    "members": "patients",
    "booking": "slot",
    "bookings": "slots",
}

PERIODS = ("hour", "day", "week", "month", "quarter", "year")
STANDING = frozenset(
    (
        "patient",
        "bed",
        "facility",
        "person",
        "clinician",
        "provider",
        "state",
        "site",
        "student",
        "supervisee",
        "panel",
        "licence",
    )
)
"""What one carries rather than gets through: `60 patients` needs no period, `60 visits` does."""

MINUTES_IN = {"minute": 1, "hour": 60}
MONTHS_IN = {"month": 1, "year": 12}


@cache
def _singulars() -> dict[str, str]:
    names: dict[str, str] = {}
    for word in f"{_TIMES} {_WORK}".split():
        name, _, others = word.partition(":")
        for typed in (name, *filter(None, others.split(","))):
            names[typed] = names.setdefault(typed + "s", name)
    return names


def unit_words() -> tuple[str, ...]:
    """Every unit by its singular, `once` among them."""
    return (*dict.fromkeys(_singulars().values()), "once")


def singular(text: str) -> str:
    """A unit as it is kept: `visits` is visit, `completed sessions` completed_session. Empty where it is none."""
    text = text.strip(".")
    name = _singulars().get(text) or _ADVERBS.get(text)
    if name:
        return name
    words = text.replace("_", " ").replace("-", " ").split()
    joined = _singulars().get("_".join(words))
    if joined:
        return joined
    if len(words) == 2 and words[0] in _MODIFIERS:
        name = _singulars().get(words[1])
        return f"{words[0]}_{name}" if name else ""
    return ""


def unit_instead(text: str) -> str:
    """The unit to write for a word that is none here (`clients`: patients); empty where none is known."""
    return _INSTEAD.get(text, "")


def unit_named(text: str) -> str:
    """The same, of a word that must be a unit. Raises Refused with the nearest."""
    name = singular(text)
    if not name:
        near = unit_instead(text) or nearest(text, _singulars())
        hint = f"{singular(near)}? " * bool(near) + "one of: " + ", ".join(unit_words())
        raise Refused(f"{shown(text)} is no unit known here", hint)
    return name


def parted_unit(text: str) -> tuple[str, str]:
    """What stands after a figure, as what is counted and per what, neither understood yet: `hours a week`, `/hour`."""
    if not text:
        return "", ""
    padded = f" {text} "
    for separator in _SEPARATORS:
        noun, found, period = padded.partition(separator)
        if found:
            return noun.strip(), period.strip()
    noun, _, last = text.rpartition(" ")
    if text in _ADVERBS:
        return "", text
    return (noun, last) if last in _ADVERBS else (text, "")
