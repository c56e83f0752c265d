"""Words as people type them: what is ignored when two are compared, and what to say when none fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from offercheck.offer.values.base import JsonSchema, Refused

LEAVE_OUT = "leave it out, or say it in evidence with holds: vaguely"

LONGEST_WORD = 96
"""Characters of a text that is still looked up as a word or read as a figure."""

LONGEST_LIST = 2000
"""Characters of a text that is still taken apart as a list."""

MOST_FAULTS = 50
"""Of one list: whoever gets more of its items wrong has put something else there."""

YES_LIKE = ("yes", "y", "true", "on")
NO_LIKE = ("no", "n", "false", "off")

_IGNORED = str.maketrans(
    "", "", " \t\n-_./'\u2018\u2019\xa0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
)
_PLAIN = str.maketrans(
    dict.fromkeys("\xa0\u2007\u2009\u202f", " ") | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
)
_SAYS_NOTHING = frozenset(
    (
        "tbd",
        "tba",
        "tbc",
        "multistate",
        "various",
        "varies",
        "vary",
        "variable",
        "varying",
        "competitive",
        "negotiable",
        "doe",
        "depends",
        "depending",
        "dependent",
        "market",
        "commensurate",
        "pending",
        "open",
        "unclear",
        "unknown",
        "unsaid",
        "unspecified",
        "undisclosed",
        "confidential",
        "na",
        "discussed",
        "determined",
        "attractive",
        "generous",
        "flexible",
        "several",
        "many",
        "some",
        "multiple",
        "others",
        "reasonable",
        "customary",
        "standard",
        "usual",
        "appropriate",
    )
)


def bare(text: str) -> str:
    """A word without what people vary: case, spaces, hyphens, underscores, dots, slashes."""
    return text.translate(_IGNORED).lower()


def one_word(text: str) -> str:
    """The same, of a text that may be one word; empty for one too long to be."""
    return bare(text) if len(text) <= LONGEST_WORD else ""


def tidy(text: str) -> str:
    """A text in lower case with single spaces, hyphens for dashes of any length."""
    if not text.isascii():
        text = text.translate(_PLAIN)
    return " ".join(text.lower().split())


def shown(text: str) -> str:
    """A text for a message: one line, shortened."""
    text = " ".join(text.split())
    return f"`{text}`" if len(text) <= 48 else f"`{text[:45]}...`"


def says_nothing(text: str) -> bool:
    """Whether a text is one of the words that look like an answer and are none (`TBD`, `competitive`)."""
    short = text[:200]
    return bare(short) in _SAYS_NOTHING or any(bare(word).strip(",;:()$") in _SAYS_NOTHING for word in short.split())


@lru_cache(maxsize=256)
def _by_bare(names: tuple[str, ...]) -> dict[str, str]:
    return {bare(name): name for name in names}


def nearest(text: str, names: Iterable[str]) -> str:
    """The name most like a text that fits none; empty where none is near."""
    from difflib import get_close_matches  # costs 4 ms, and only a fault needs it

    by_bare = _by_bare(tuple(names))
    found = get_close_matches(bare(text[:48]), by_bare, 1, 0.7)
    return by_bare[found[0]] if found else ""


def not_one_of(text: str, words: Sequence[str], synonyms: Mapping[str, str] | None = None) -> Refused:
    """The refusal of a word that is none of a list, with what was likely meant, and the list."""
    listed = "one of: " + ", ".join(words)
    known = {bare(name): ", ".join(meaning.split()) for name, meaning in (synonyms or {}).items()}
    known |= {bare(word): word for word in words}
    near = nearest(text, (*words, *(synonyms or ())))
    if not near and says_nothing(text):
        return Refused(f"{shown(text)} does not say which", f"{LEAVE_OUT}; {listed}")
    meant = known[bare(near)] if near else _word_within(text, known)
    advice = f"{meant}? {listed}" if meant else listed
    if len(text.split()) >= _SENTENCE:
        advice += "; the paper's own words can stand in evidence: says"
    return Refused(f"{shown(text)} is none of the words for this", advice)


_SENTENCE = 5
"""As many words are somebody's sentence, which is worth keeping, and not a word misspelt."""

_NEGATIONS = frozenset(("no", "not", "never", "without", "nor", "neither", "except", "unless"))


def _word_within(text: str, known: Mapping[str, str]) -> str:
    """The last of a list's words that a longer text holds; empty where it holds none, or may deny it."""
    parts = [bare(part.strip(",;:()")) for part in text[:LONGEST_WORD].split()]
    if not _NEGATIONS.isdisjoint(parts):
        return ""
    return next((known[part] for part in reversed(parts) if len(part) > 2 and part in known), "")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r" ?[,;/&+] ?(?:(?:and|or) )?| (?:and|or) ")


def parted(text: str) -> list[str]:
    """The words of a list typed as one text: `NP/PA`, `video, audio and chat`. A long text is one part."""
    if len(text) > LONGEST_LIST:
        return [text]
    return [part for part in _between().split(" ".join(text.split())) if part]


def offered(description: str, words: Iterable[str] = (), kinds: Sequence[str] = ("string", "number")) -> JsonSchema:
    """A schema that accepts these JSON types and offers these words to a person who types."""
    loose: JsonSchema = {"type": list(kinds)}
    listed = list(words)
    if not listed:
        return {**loose, "description": description}
    return {"anyOf": [{"enum": listed}, loose], "description": description}
