"""The words of a closed list, and all that people type for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from offercheck.offer.values.base import Refused
from offercheck.offer.values.spelling import NO_LIKE, YES_LIKE, bare, not_one_of, shown

_NO_WORDS: frozenset[str] = frozenset()


class Vocabulary:
    """The words of a list, and all that people type for them.

    A synonym may stand for several words ("advanced practice provider": "np pa"): then it is one of these. `refused`
    gives the advice for what people type that is no word of the list.
    """

    def __init__(
        self,
        words: tuple[str, ...],
        synonyms: Mapping[str, str] | None = None,
        refused: Mapping[str, str] | None = None,
        special: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self.words = words
        self._synonyms = synonyms or {}
        self._refused = refused or {}
        self._special = special or {}

    @cached_property
    def _index(self) -> dict[str, frozenset[str]]:
        index = {bare(word): frozenset((word,)) for word in self.words}
        for text, words in self._synonyms.items():
            index.setdefault(bare(text), frozenset(words.split()))
        for text, meaning in self._special.items():
            index.setdefault(bare(text), meaning)
        return index

    @cached_property
    def _advice(self) -> dict[str, str]:
        return {bare(text): advice for text, advice in self._refused.items()}

    def knows(self, text: str) -> bool:
        return bare(text) in self._index

    def knows_word(self, text: str) -> bool:
        """Whether a text means words of the list, not one of the words about lists (`none`, `unknown`)."""
        return bool(self._index.get(bare(text), _NO_WORDS).intersection(self.words))

    def meaning(self, text: str) -> frozenset[str]:
        """The words that a text may mean; empty for one that says nothing. Raises Refused."""
        key = bare(text)
        found = self._index.get(key)
        if found is not None:
            return found
        advice = self._advice.get(key)
        if advice is not None:
            raise Refused(f"{shown(text)} is none of the words for this", advice)
        raise not_one_of(text, self.words, self._synonyms)


_CLINICIAN = frozenset({"clinician"})
_EMPLOYER = frozenset({"employer"})
_UNCLEAR = {
    "you": "clinician, or employer? `you` may be either, by whose words these are",
    "yourself": "clinician, or employer? `yourself` may be either, by whose words these are",
    "we": "employer, or clinician? `we` may be either, by whose words these are",
}


def _names_both_sides(words: tuple[str, ...]) -> bool:
    return "clinician" in words and "employer" in words


def persons(words: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """How a list of who does something understands pronouns: the file is the clinician's."""
    if not _names_both_sides(words):
        return {}
    return dict.fromkeys(("me", "myself", "I"), _CLINICIAN) | dict.fromkeys(("they", "them"), _EMPLOYER)


def unclear_persons(words: tuple[str, ...]) -> dict[str, str]:
    """The pronouns that could be either side, with what to say of them."""
    if not _names_both_sides(words):
        return {}
    return _UNCLEAR


def booleans(words: tuple[str, ...]) -> dict[str, frozenset[str]]:
    """How a list understands what YAML would make a boolean: `no` is also a word for none at all."""
    special: dict[str, frozenset[str]] = {}
    if "yes" in words:
        special |= dict.fromkeys(YES_LIKE, frozenset({"yes"}))
    no = next((word for word in ("no", "none", "nothing") if word in words), None)
    if no:
        special |= dict.fromkeys((*NO_LIKE, "none", "nothing"), frozenset({no}))
    return special
