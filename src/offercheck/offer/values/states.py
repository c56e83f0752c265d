"""Lists of states, as codes, names, or the words that offers use instead."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from offercheck.offer.possible import Entries, Entry, Members, Possible, Span, Words
from offercheck.offer.possible import Number as Exact
from offercheck.offer.values.base import Facets, JsonSchema, Refused, ScalarType, ValueType
from offercheck.offer.values.numbers import Share
from offercheck.offer.values.pairs import Pairs
from offercheck.offer.values.spelling import (
    LEAVE_OUT,
    LONGEST_LIST,
    LONGEST_WORD,
    MOST_FAULTS,
    NO_LIKE,
    bare,
    nearest,
    says_nothing,
    shown,
)
from offercheck.offer.values.state_words import EVERYTHING, NAMES, SET_WORDS, TERRITORIES, state_named
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

_PROVINCES = frozenset(("ON", "QC", "BC", "AB", "MB", "SK", "NS", "NB", "NL", "PE", "YT", "NT", "NU"))
_NONE = frozenset(("none", "nothing"))
_OTHERS = "any_one or more_as_required beside those that are named"
_NOBODY: frozenset[str] = frozenset()
_CODES = frozenset(NAMES)

__all__ = ["EVERYTHING", "NAMES", "SET_WORDS", "TERRITORIES", "Law", "StateName", "StateShares", "States"]


@cache
def _between() -> re.Pattern[str]:
    # `or` and `and` part names in lower case only: OR is Oregon.
    # A `+` after a digit is no comma: `10+ states`.
    return re.compile(r" ?(?:[,;/&]|(?<![0-9])\+) ?(?:(?:and|or) )?| (?:and|or) ")


@cache
def _codes() -> re.Pattern[str]:
    return re.compile(r"[A-Z]{2}(?: [A-Z]{2})+")


class States(ValueType):
    """A closed list of states. As `cover` (where a policy answers) `all` may reach the territories too.

    `self_word` is the set word that would name the field itself, and is refused there.
    """

    words = (*NAMES, *SET_WORDS)

    def __init__(self, cover: bool = False, *, self_word: str = "", may_be_empty: bool = True) -> None:
        self.cover = cover
        self.self_word = self_word
        self.may_be_empty = may_be_empty
        self._widest = EVERYTHING | TERRITORIES if cover else EVERYTHING
        self._understood: dict[str, Facets] = {}

    @property
    def silence(self) -> Possible:
        return Members(_NOBODY, self._widest)

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if isinstance(content, str):
            known = self._understood.get(content)
            if known is not None:
                return known
            items = self._parts(node, content)
        elif isinstance(content, list):
            items = content
        else:
            faults.at(node, "a mapping where states are expected", f"for example: {self.example}")
            return None
        if not items or (len(items) == 1 and bare(str(items[0].content or "")) in _NONE):
            return self._none(node, faults)
        before = len(faults)
        _refuse_unclear(items, faults)
        tokens: set[str] = set()
        for item in items:
            tokens.add(self._token(item, faults, alone=len(items) == 1))
            if len(faults) - before >= MOST_FAULTS:
                break
        if len(faults) > before:
            return None
        facets: Facets = {"": self.members(frozenset(tokens))}
        if isinstance(content, str) and len(content) <= LONGEST_WORD and len(self._understood) < 4096:
            self._understood[content] = facets
        return facets

    def members(self, named: frozenset[str]) -> Members:
        """The two sets that codes and set words stand for; those of the profile and of other fields stay open."""
        codes = named & _CODES
        if "all" in named:
            return Members(codes | EVERYTHING, codes | self._widest, named)
        if codes == named:
            return Members(codes, codes, named)
        return Members(codes, codes | (self._widest if "patient_states" in named else EVERYTHING), named)

    def _none(self, node: Node, faults: Faults) -> Facets | None:
        if self.may_be_empty:
            return {"": Members(_NOBODY, _NOBODY)}
        faults.at(node, "no state at all cannot be", "leave it out where the paper does not say")
        return None

    def _parts(self, node: Node, text: str) -> list[Node]:
        """The states of one text, each at the place of the whole."""
        if state_named(text):
            return [node]
        if len(text) > LONGEST_LIST:
            return [node]
        parts = text.split()
        plain = " ".join(parts)
        if not (_codes().fullmatch(plain) and "OR" not in parts):
            parts = [part for part in _between().split(plain) if part]
        if "washingtondc" in "".join(map(bare, parts)):
            return [node]
        return [Node(part, node.mark) for part in parts] if len(parts) > 1 else [node]

    def _token(self, item: Node, faults: Faults, alone: bool) -> str:
        text = item.content
        if not isinstance(text, str) or not text.strip():
            faults.at(item, "a state is one text", "a postal code such as TX, or a name")
            return ""
        token = state_named(text)
        if not token:
            faults.at(item, f"{shown(text)} is no state", self._advice(text, alone))
        elif token == self.self_word:
            faults.at(item, f"{token} names this list itself", f"the states, or {LEAVE_OUT}")
        return token

    def _advice(self, text: str, alone: bool) -> str:
        word = bare(text)
        if word in _NONE:
            return "`none` stands alone, without other states"
        if word in NO_LIKE and (alone or word != "no"):
            return "states by code or name, `all`, or leave it out"
        if word.upper() in _PROVINCES:
            return f"{word.upper()} is a province of Canada; this list holds states of the US: leave it out"
        unnamed = _advice_for_unnamed(text, word)
        if unnamed:
            return unnamed
        if len(word) == 2:
            near = [code for code in NAMES if code[0] == word[0].upper()]
            return f"{', '.join(near)}? or the name in full" if near else "a postal code such as TX, or a name"
        if "washington" in word and "dc" in word:
            return "a list such as [TX, DC] or [TX, WA, DC]: which Washington is not plain"
        if " OR " in text:
            return "a list such as [TX, FL]; OR is Oregon"
        near_name = nearest(text, (*NAMES.values(), *SET_WORDS))
        return f"{near_name}?" if near_name else f"a postal code such as TX, a name, or one of {', '.join(SET_WORDS)}"

    def json_schema(self) -> JsonSchema:
        offered: JsonSchema = {"enum": list(self.words)}
        item: JsonSchema = {"anyOf": [offered, {"type": ["string", "boolean"]}]}
        return {
            "anyOf": [offered, {"type": ["string", "boolean"]}, {"type": "array", "items": item}],
            "description": self.describe(),
        }

    def describe(self) -> str:
        words = ", ".join(word for word in SET_WORDS if word != self.self_word)
        return f"states, by postal code or name, or {words}"

    @property
    def example(self) -> str:
        return "[TX, FL]"


_HELD = "where_licensed? or the states by code"


def _advice_for_unnamed(text: str, word: str) -> str:
    """What to write instead of words and counts for states that are not named; empty for any other text."""
    if word in ("anystate", "any", "anyusstate"):
        return "any_one where one of them is enough, all where every state is meant"
    if word in ("others", "other", "otherstates", "more", "additional", "additionalstates", "etc", "morestates"):
        return _OTHERS
    if "licens" in word or "licenc" in word:
        return f"compact, where one licence for its states is meant; else {LEAVE_OUT}" if "multi" in word else _HELD
    if any(map(str.isdigit, text)):
        return f"{_OTHERS}, or {LEAVE_OUT}"
    return LEAVE_OUT if says_nothing(text) or word in ("unknown", "unsaid") else ""


def _refuse_unclear(items: list[Node], faults: Faults) -> None:
    """Note a `Washington` beside `DC`: two states, or one city parted by its comma."""
    for item, after in pairwise(items):
        if {_short(item), _short(after)} == {"washington", "dc"}:
            place = item if _short(item) == "washington" else after
            advice = "DC alone, or both by code: WA, DC"
            faults.at(place, "`Washington` beside `DC`: which Washington is not plain", advice)
            return


def _short(item: Node) -> str:
    text = item.content
    return bare(text) if isinstance(text, str) and len(text) <= LONGEST_WORD else ""


class StateName(ScalarType):
    """One state, by code or name."""

    words = tuple(NAMES)

    @property
    def silence(self) -> Possible:
        return Words(frozenset(self.words))

    def parse(self, text: str) -> Facets:
        code = state_named(text)
        if code not in NAMES:
            near = nearest(text, NAMES.values())
            raise Refused(f"{shown(text)} is no state", f"{near}?" if near else "a postal code such as TX, or a name")
        return {"": Words(frozenset((code,)))}

    def json_schema(self) -> JsonSchema:
        return {"anyOf": [{"enum": list(self.words)}, {"type": "string"}], "description": self.describe()}

    def describe(self) -> str:
        return "a state, by postal code or name"

    @property
    def example(self) -> str:
        return "TX"


class Law(StateName):
    """Whose law governs: one state's, by code or name, that of the state where the clinician lives, or a law abroad."""

    words = (*NAMES, "clinician_residence", "abroad")

    def parse(self, text: str) -> Facets:
        plain = text.strip()
        for start in ("the laws of", "laws of", "the law of", "law of", "the", "state of", "the state of"):
            if plain.lower().startswith(f"{start} "):
                plain = plain[len(start) + 1 :]
        word = plain.lower() if plain.lower() == "abroad" else state_named(plain)
        if word in self.words:
            return {"": Words(frozenset((word,)))}
        near = nearest(text, NAMES.values())
        advice = (
            f"{near}?" if near else "a postal code such as TX, clinician_residence, or abroad for another country's"
        )
        raise Refused(f"{shown(text)} is no state", advice)

    def describe(self) -> str:
        return "a state, by postal code or name, or clinician_residence, or abroad"


class StateShares(Pairs):
    """How the visits spread over states: `{TX: 40%, FL: 60%}`, each pair an entry with `state` and `share`.

    Shares that add up to 100% close the list; more than 100% is refused.
    """

    def __init__(self) -> None:
        super().__init__("state", StateName(), "share", Share())

    def check(self, node: Node, entries: list[Entry], faults: Faults) -> None:
        if len({entry.values["state"] for entry in entries}) < len(entries):
            faults.at(node, "a state stands twice", "one share for each state")
        elif sum(_low(entry) for entry in entries) > 1:
            faults.at(node, "the shares add up to more than 100%", "shares of one whole")

    def gathered(self, entries: list[Entry]) -> Entries:
        whole = sum(_low(entry) for entry in entries) == 1
        return Entries(tuple(entries), (), None if whole else Entry({}))


def _low(entry: Entry) -> Exact:
    share = entry.values["share"]
    return share.low if isinstance(share, Span) else 0
