"""One word, or some words, of a closed list."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from offercheck.offer.possible import Members, Possible, Words
from offercheck.offer.values.base import Facets, JsonSchema, Refused, ScalarType, ValueType
from offercheck.offer.values.spelling import LONGEST_WORD, MOST_FAULTS, NO_LIKE, YES_LIKE, offered, parted
from offercheck.offer.values.vocabulary import Vocabulary, booleans, persons, unclear_persons
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

_REMEMBERED = 4096

_SILENT_WORDS = frozenset({"unknown", "unsaid"})
_NONE_WORDS = frozenset({"none", "nothing"})
_LIST_WORDS = _NONE_WORDS | {"nothing_else", "everything"}

_SILENT: frozenset[str] = frozenset()
_NONE = frozenset({"none"})
_EVERYTHING = frozenset({"everything"})
_NOTHING_ELSE = frozenset({"nothing_else"})
_UNKNOWN = frozenset({"unknown"})


def _beside_unknown() -> Refused:
    return Refused("`unknown` beside other words", "the words it may be, all of them; or leave it out")


class OneOf(ScalarType):
    """One word of a list. Case, spaces and hyphens do not matter; `unknown` and `unsaid` are silence.

    Where `either` is among the words it stands for all the others, and two of them may be typed (`W-2 or 1099`).
    """

    def __init__(
        self,
        words: str,
        synonyms: Mapping[str, str] | None = None,
        refused: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        listed = words.split()
        self.either = "either" in listed
        self.words = tuple(word for word in listed if word not in _SILENT_WORDS and word != "either")
        special = booleans(self.words) | persons(self.words) | dict.fromkeys(_SILENT_WORDS, _SILENT)
        if self.either:
            special |= dict.fromkeys(("either", "both", "any"), frozenset(self.words))
        self.vocabulary = Vocabulary(self.words, synonyms, {**unclear_persons(self.words), **(refused or {})}, special)
        self._silence = Words(frozenset(self.words))

    @property
    def silence(self) -> Possible:
        return self._silence

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if isinstance(content, list) and len(content) == 1:
            return super().read(content[0], faults)
        return super().read(node, faults)

    def parse(self, text: str) -> Facets:
        if self.either and not self.vocabulary.knows(text):
            parts = parted(text)
            if len(parts) > 1:
                meanings = [self.vocabulary.meaning(part) for part in parts]
                if not all(meanings):
                    raise _beside_unknown()
                return {"": Words(frozenset().union(*meanings))}
        meaning = self.vocabulary.meaning(text)
        return {"": Words(meaning)} if meaning else {}

    def json_schema(self) -> JsonSchema:
        return offered(self.describe(), self._offered, ("string", "number", "boolean", "array"))

    @property
    def _offered(self) -> tuple[str, ...]:
        return (*self.words, "either") if self.either else self.words

    def describe(self) -> str:
        return "one of " + ", ".join(self._offered)

    @property
    def example(self) -> str:
        return self.words[0]


class _ListOfWords(ValueType):
    """Words typed as a list, as one word, or as one text (`NP/PA`)."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.words = vocabulary.words
        self._understood: dict[str, Facets] = {}

    @abstractmethod
    def gathered(self, meanings: list[frozenset[str]]) -> Facets:
        """The value of a list, from what each of its words may mean. Raises Refused."""

    def read(self, node: Node, faults: Faults) -> Facets | None:
        content = node.content
        if isinstance(content, str):
            known = self._understood.get(content)
            if known is not None:
                return known
            items = [node] if self.vocabulary.knows(content) else self._parts(node, content)
        elif isinstance(content, list):
            items = content
        else:
            faults.at(node, f"a mapping where {self.describe()} is expected", f"for example: {self.example}")
            return None
        before = len(faults)
        meanings: list[frozenset[str]] = []
        for item in items:
            meanings.append(self._meaning(item, faults))
            if len(faults) - before >= MOST_FAULTS:
                break
        if len(faults) > before:
            return None
        try:
            facets = self.gathered(meanings)
        except Refused as refused:
            faults.at(node, refused.message, refused.advice)
            return None
        if isinstance(content, str) and len(content) <= LONGEST_WORD and len(self._understood) < _REMEMBERED:
            self._understood[content] = facets
        return facets

    def _parts(self, node: Node, text: str) -> list[Node]:
        """The words of a text, each at the place of the whole."""
        parts = parted(text)
        return [Node(part, node.mark) for part in parts] if len(parts) > 1 else [node]

    def _meaning(self, item: Node, faults: Faults) -> frozenset[str]:
        content = item.content
        if not isinstance(content, str) or not content.strip():
            kind = "a list" if isinstance(content, list) else "a mapping" if isinstance(content, dict) else "nothing"
            faults.at(item, f"{kind} where a word is expected", f"for example: {self.example}")
            return _SILENT
        try:
            return self.vocabulary.meaning(content)
        except Refused as refused:
            faults.at(item, refused.message, refused.advice)
            return _SILENT

    def json_schema(self) -> JsonSchema:
        item = offered("", self._offered, ("string", "number", "boolean"))
        listed: JsonSchema = {"type": "array", "items": {"anyOf": item["anyOf"]}}
        one: JsonSchema = {"type": ["string", "number", "boolean"]}
        return {"anyOf": [{"enum": list(self._offered)}, one, listed], "description": self.describe()}

    @property
    def _offered(self) -> tuple[str, ...]:
        return self.words

    @property
    def example(self) -> str:
        return f"[{', '.join(self.words[:2])}]"


class Alternatives(_ListOfWords):
    """One word, not known which: a list is what it may be (`role: [np, pa]`), never several at once."""

    def __init__(
        self,
        words: str,
        synonyms: Mapping[str, str] | None = None,
        refused: Mapping[str, str] | None = None,
    ) -> None:
        listed = tuple(word for word in words.split() if word not in _SILENT_WORDS and word != "either")
        special = dict.fromkeys(_SILENT_WORDS, _UNKNOWN) | dict.fromkeys(("either", "any"), frozenset(listed))
        super().__init__(Vocabulary(listed, synonyms, refused, special))

    @property
    def silence(self) -> Possible:
        return Words(frozenset(self.words))

    def gathered(self, meanings: list[frozenset[str]]) -> Facets:
        found = frozenset().union(*meanings)
        if not found:
            raise Refused("an empty list says that there is none", "leave it out where the paper does not say")
        if "unknown" in found and len(found) > 1:
            raise _beside_unknown()
        return {} if "unknown" in found else {"": Words(found)}

    def describe(self) -> str:
        return "one of " + ", ".join(self.words) + "; a list where one seat takes several"


class SomeOf(_ListOfWords):
    """Some words of a list. A closed list says all there is; an open one leaves silent what it does not name.

    `nothing_else` in an open list closes it; `unknown` in a list opens it. `none`, `nothing` and an empty list say
    that there is none, unless `may_be_empty` forbids it; `everything` names all the words.
    """

    def __init__(
        self,
        words: str,
        synonyms: Mapping[str, str] | None = None,
        *,
        open: bool = False,  # noqa: A002 - the design's word for such a list
        may_be_empty: bool = True,
        refused: Mapping[str, str] | None = None,
    ) -> None:
        listed = words.split()
        kept = tuple(word for word in listed if word not in _SILENT_WORDS and word not in _LIST_WORDS)
        special = dict.fromkeys(_SILENT_WORDS, _UNKNOWN) | dict.fromkeys(_NONE_WORDS, _NONE)
        special |= dict.fromkeys(("everything", "all"), _EVERYTHING) | {"nothing_else": _NOTHING_ELSE}
        if not _NONE_WORDS.isdisjoint(listed):
            special |= dict.fromkeys(NO_LIKE, _NONE)
        super().__init__(Vocabulary(kept, synonyms, refused, special))
        self.open = open
        self.may_be_empty = may_be_empty

    @property
    def silence(self) -> Possible:
        return Members(frozenset(), frozenset(self.words))

    def gathered(self, meanings: list[frozenset[str]]) -> Facets:
        found = frozenset().union(*meanings)
        if found == _UNKNOWN:
            return {}
        if "none" in found and len(found) > 1:
            raise Refused("`none` beside other words", "keep `none` alone, or leave it out")
        all_words = frozenset(self.words)
        sure = all_words if "everything" in found else found & all_words
        if not sure and "unknown" not in found and not self.may_be_empty:
            raise Refused("there is no such thing as none here", "leave it out where the paper does not say")
        closed = "unknown" not in found and (not self.open or "nothing_else" in found or not sure)
        return {"": Members(sure, sure if closed else all_words, sure)}

    @property
    def _offered(self) -> tuple[str, ...]:
        extra = ("everything", *(("none",) if self.may_be_empty else ()), *(("nothing_else",) if self.open else ()))
        return (*self.words, *extra)

    def describe(self) -> str:
        return ("some of " if not self.open else "some of (`nothing_else` closes the list) ") + ", ".join(self.words)


YES = OneOf(
    "yes no partly",
    {"partially": "partly", "in part": "partly", "some": "partly", "sometimes": "partly"},
    {"written": "yes, where the paper gives it"},
)
WRITTEN = OneOf(
    "yes no partly written",
    {"partially": "partly", "in part": "partly", "in writing": "written", "on paper": "written"},
)
_WHO = "nobody, or clinician?"
PAYER = OneOf(
    "employer clinician shared reimbursed deducted statute included employer_if_vested client nobody",
    {
        "company": "employer",
        "practice": "employer",
        "the employer": "employer",
        "contractor": "clinician",
        "physician": "clinician",
        "provider": "clinician",
        "the clinician": "clinician",
        "self": "clinician",
        "split": "shared",
        "50/50": "shared",
        "no one": "nobody",
        "reimbursement": "reimbursed",
        "ftca": "statute",
    },
    dict.fromkeys((*NO_LIKE, "none", "nothing"), f"say who: {_WHO}")
    | dict.fromkeys(YES_LIKE, "say who: employer, or clinician?")
    | {"employee": "clinician?", "provided": "employer?", "covered": "employer?"},
)
