"""What comparing offers gives. The field names are those of the JSON report (`offercheck schema comparison`).

Offers are named by their place in `offers`, counted from 0, which is the order in which they were given.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from offercheck.evaluation.scorecard import AreaRow, OfferHeading, Outcome, Score, WaiverShown
from offercheck.evaluation.verdict import VerdictWord
from offercheck.record import record

Relation: TypeAlias = Literal["ahead", "level", "open"]
"""`open`: they cannot be told apart until more is known."""

SIDE_BY_SIDE = 8
"""So many offers are set side by side and related to each other; more are ranked only."""


@record
class Column:
    """One offer. Offers that nothing of the order tells apart share a `rank`, counted from 1."""

    file: str
    input_sha256: str
    offer: OfferHeading
    rank: int
    verdict: VerdictWord
    because: str
    score: Score | None
    areas: list[AreaRow]
    waivers: list[WaiverShown]
    """What the reader accepts, and what that did to this offer."""


@record
class AreaCompared:
    """An area, and the offers that are best in it, surely: none where it is open or all are the same."""

    area: str
    title: str
    best: list[int]


@record
class Amount:
    """An amount between its ends, as numbers: `unit` is what it is for (`hour`)."""

    low: int | float
    expected: int | float
    high: int | float
    unit: str
    currency: str


@record
class FactRow:
    """A fact that people compare first: what each offer says of it, and which are surely best.

    `amounts` are the numbers behind the cells of the real hour, null where it cannot be worked out; other rows have
    none.
    """

    fact: str
    title: str
    cells: list[str]
    best: list[int]
    amounts: list[Amount | None]


@record
class Telling:
    """A question, and the offer that it is asked of."""

    of: int
    rule: str
    ask: str
    fields: list[str]
    points: int
    to: Literal["employer", "reader"]


@record
class Difference:
    """A rule that applies to both offers of a pair and does not say the same of them.

    `points` is what it adds to the lead of the first offer over the second, in points of the score over the rules that
    apply to both, below 0 where it speaks for the second: the middle of `low`, by what is certain of both, and `high`,
    by what is possible. `sure` says that no answer can turn it round. `waived` says of each offer whether the reader
    accepts what the rule shows there: it says the same and weighs the same, and caps nothing.
    """

    rule: str
    area: str
    impact: str
    question: str
    outcomes: tuple[Outcome, Outcome]
    messages: tuple[str, str]
    points: float
    low: float
    high: float
    sure: bool
    waived: tuple[bool, bool]


@record
class OneSided:
    """A rule that applies to one offer of a pair, and does not arise in the other."""

    rule: str
    area: str
    question: str
    outcome: Outcome
    message: str
    waived: bool


@record
class Pair:
    """Two offers, `first` before `second` in `offers`.

    `ahead` is the one that is better, whatever the answers to open questions are. Where they cannot be told apart,
    `questions` are those whose best answers would put `could_lead` ahead, the least that would; none where no answer
    could.
    """

    first: int
    second: int
    relation: Relation
    ahead: int | None
    could_lead: int | None
    questions: list[Telling]
    differences: list[Difference]
    only_first: list[OneSided]
    only_second: list[OneSided]


@record
class PriorityChange:
    """An area whose priority, multiplied by `factor`, would put others first: `winners`."""

    area: str
    title: str
    factor: float
    winners: list[int]


@record
class Sensitivity:
    """Whether the first place survives other weights of the areas.

    `shares` says in what percentage of `weightings`, drawn evenly among all there are, each offer ranks first (a place
    that several share is shared out). `changes` has, for each area that can do it, the smallest change of its priority
    that changes who is first, the smallest first. `most` is the greatest factor that was tried, up and down.
    """

    weightings: int
    seed: int
    winners: list[int]
    shares: list[float]
    changes: list[PriorityChange]
    most: int


@record
class ComparedBy:
    """What all the offers were judged by, and on which day (ISO)."""

    tool: str
    version: str
    formula_version: int
    checklist: str
    checklist_version: str
    checklist_fingerprint: str
    profile: str | None
    profile_sha256: str | None
    today: str


@record
class Comparison:
    """Offers side by side. `order` is from the first rank to the last.

    With more than eight offers `areas`, `facts` and `pairs` are empty.
    """

    schema: Literal["offercheck.comparison/1"]
    offers: list[Column]
    order: list[int]
    areas: list[AreaCompared]
    facts: list[FactRow]
    pairs: list[Pair]
    sensitivity: Sensitivity | None
    set_aside: list[str]
    produced_by: ComparedBy
