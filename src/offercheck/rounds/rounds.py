"""What following a negotiation gives. The field names are those of the JSON report (`offercheck schema rounds`).

Papers are named by their place in `papers`, counted from 0, the oldest first.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from offercheck.comparison.comparison import ComparedBy
from offercheck.evaluation.scorecard import OfferHeading, Outcome, Score, WaiverShown
from offercheck.evaluation.verdict import VerdictWord
from offercheck.record import record

Move: TypeAlias = Literal[
    "given",
    "taken_back",
    "opened",
    "answered_well",
    "answered_in_part",
    "answered_badly",
    "arises",
    "falls_away",
    "shifted",
]
"""What became of a rule. `given`: the best that it can be rose, and what is said for certain with it. `taken_back`:
what was certain is so no more. `opened`: the best rose and nothing is said for certain, as where a bad term is gone, or
both. The answers narrow what was open: to the good, to the middle, to the bad. `arises` and `falls_away`: it applies
now, or no more. `shifted`: no term that it reads has changed, only the kind of paper."""

MOVES: tuple[Move, ...] = (
    "given",
    "taken_back",
    "opened",
    "answered_well",
    "answered_in_part",
    "answered_badly",
    "arises",
    "falls_away",
    "shifted",
)
"""In the order in which a reader wants them."""

Standing: TypeAlias = Literal["same", "weaker", "firmer"]


@record
class Paper:
    """One round's paper, judged."""

    file: str
    input_sha256: str
    offer: OfferHeading
    dated: str | None
    """The date on the paper (ISO), where the file has it."""
    verdict: VerdictWord
    because: str
    score: Score | None
    waivers: list[WaiverShown]
    """What the reader accepts, and what that did to this paper."""


@record
class TermChange:
    """A field that says something else, or says it in another place.

    Of a list `before` and `after` hold the items that only one of the papers has; both are empty where the value is the
    same. `standing` is `weaker` where the place binds less than before (from the contract to an email), `firmer` where
    it begins to bind.
    """

    field: str
    before: list[str]
    after: list[str]
    place_before: str | None
    place_after: str | None
    standing: Standing


@record
class RuleMove:
    """A rule that a round moved, with the changed fields that it reads.

    `low` and `high` are what it adds to the two ends, in points of the score over the rules that apply to both papers.
    `given_in` is the round that had given what this one takes back; `waived` says whether the reader accepts what the
    rule shows of the new paper.
    """

    rule: str
    area: str
    impact: str
    question: str
    move: Move
    before: Outcome
    after: Outcome
    message: str
    fields: list[str]
    low: float
    high: float
    given_in: int | None
    waived: bool


@record
class Unanswered:
    """A question that was asked of the paper `since` and that no paper after it answers."""

    rule: str
    ask: str
    fields: list[str]
    points: int
    since: int


@record
class Step:
    """From one paper to the next."""

    before: int
    after: int
    terms: list[TermChange]
    rules: list[RuleMove]
    unanswered: list[Unanswered]


@record
class Rounds:
    """A negotiation. `whole` is the step from the first paper to the last where there are more than two."""

    schema: Literal["offercheck.rounds/1"]
    papers: list[Paper]
    steps: list[Step]
    whole: Step | None
    asked: int
    """So many questions of each paper count as asked."""
    set_aside: list[str]
    produced_by: ComparedBy
