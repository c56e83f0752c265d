"""The one word over the scorecard, read from the displayed numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from offercheck.evaluation.judgement import Judgement, is_waived
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.checklist.entry import Verdict

VerdictWord: TypeAlias = Literal["walk_away", "renegotiate", "ask_first", "sound", "not_enough"]

ENOUGH_ANSWERED = 25
"""Percent answered from which good news is believed."""

SOUND_FROM = 60
"""The least score that is not a reason to negotiate."""

HEAVY = frozenset({"critical", "high"})


@record
class Judged:
    """A rule with what it makes of both readings, and the words for it: its question, and what is shown. `waived` is
    the worst verdict that decides nothing, as the reader accepts it."""

    impact: str
    said: Judgement
    firm: Judgement
    question: str
    message: str
    waived: Verdict | Literal[""] = ""

    @property
    def breaks(self) -> bool:
        return self.said.surely_deal_breaker and self.waived != "deal_breaker"

    @property
    def surely_red(self) -> bool:
        """Whatever is answered, it is a red flag or worse that the reader does not accept."""
        return self.said.surely_red and not is_waived(self.said.possible[-1], self.waived)

    @property
    def must_change(self) -> bool:
        """It is surely red, and heavy enough to be a reason to negotiate by itself."""
        return self.impact in HEAVY and self.surely_red

    @property
    def must_be_asked(self) -> bool:
        """It is critical, and the firm reading leaves it open."""
        return self.impact == "critical" and self.firm.applies is not False and not self.firm.decided

    @property
    def counts(self) -> bool:
        """Whether the word over the scorecard may hang on this rule alone."""
        return self.breaks or self.must_change or self.must_be_asked


def verdict(
    judged: Sequence[Judged], low: int | None, high: int | None, answered: int | None
) -> tuple[VerdictWord, str]:
    """The verdict and the reason for it in one line.

    Bad news needs no quorum, so it comes first and from what is said; good news is believed only as firm.
    """
    breakers = [one.message for one in judged if one.breaks]
    if breakers:
        return "walk_away", _first_of(breakers)
    reds = [one.message for one in judged if one.must_change]
    if reds:
        return "renegotiate", _first_of(reds)
    if low is None or high is None or answered is None:
        return "not_enough", "no rule of the checklist applies"
    if high < SOUND_FROM:
        return "renegotiate", f"even if every silence is good news it reaches {high} of 100"
    if answered < ENOUGH_ANSWERED:
        return "not_enough", f"the paper answers {answered}% of the checklist"
    undecided = [one.question for one in judged if one.must_be_asked]
    if undecided:
        return "ask_first", f"open and critical: {_first_of(undecided)}"
    if low < SOUND_FROM:
        return "ask_first", f"only {low} of 100 is certain"
    return "sound", f"at least {low} of 100 is certain, and nothing critical is open"


def _first_of(reasons: Sequence[str]) -> str:
    """The first reason, and how many more there are."""
    return reasons[0] + (f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else "")
