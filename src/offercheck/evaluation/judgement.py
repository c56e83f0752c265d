"""What one rule makes of one reading of an offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from offercheck.checklist.entry import VERDICTS, Verdict
from offercheck.checklist.rule import ended
from offercheck.offer.possible import Truth
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.checklist.rule import Rule
    from offercheck.offer.readings import Values

RED: frozenset[Verdict] = frozenset(VERDICTS[:2])


@record(frozen=True)
class Judgement:
    """Whether the rule applies, and the verdicts that are still possible, worst first.

    `ended` is true where all of them are, because the law that the rule rests on has ended. `own` are the verdicts that
    the rule itself leaves possible, where the reader takes its red flag for a deal-breaker; else it is empty.
    """

    applies: Truth
    possible: tuple[Verdict, ...]
    ended: bool = False
    own: tuple[Verdict, ...] = ()

    @property
    def decided(self) -> bool:
        """It surely applies, and one verdict is left."""
        return self.applies is True and len(self.possible) == 1

    @property
    def surely_red(self) -> bool:
        """It surely applies, and whatever the silent facts turn out to be, it is a red flag or worse."""
        return self.applies is True and RED.issuperset(self.possible)

    @property
    def surely_deal_breaker(self) -> bool:
        return self.applies is True and self.possible == ("deal_breaker",)

    @property
    def undecided(self) -> bool:
        """An answer could still change it."""
        return self.applies is not False and not self.decided and not self.ended


@record
class Verdicts:
    """A rule and what it makes of both readings, with the paths that could still move it in each, where it is undecided
    there. `waived` is the worst verdict of it that the reader accepts; empty where none is."""

    rule: Rule
    said: Judgement
    firm: Judgement
    said_open: frozenset[str]
    firm_open: frozenset[str]
    waived: Verdict | Literal[""] = ""


def is_waived(verdict: Verdict, waived: Verdict | Literal[""]) -> bool:
    """Whether a verdict is the one that the reader accepts, or a milder one."""
    return waived != "" and VERDICTS.index(verdict) >= VERDICTS.index(waived)


NOT_APPLICABLE = Judgement(applies=False, possible=())


def personal(judgement: Judgement) -> Judgement:
    """The judgement for a reader to whom the rule's red flag is a deal-breaker."""
    able = {"deal_breaker" if verdict == "red_flag" else verdict for verdict in judgement.possible}
    possible = tuple(verdict for verdict in VERDICTS if verdict in able)
    return Judgement(judgement.applies, possible, judgement.ended, judgement.possible)


def judge(rule: Rule, values: Values, today: str) -> Judgement:
    """Try a rule's verdicts from worst to best.

    A true one ends the search; an unknown one stays possible; when none is true, nothing fits, and `caution` stays
    possible, so that a case nobody thought of is never waved through. On a day (ISO)
    after the rule's `valid_until` every verdict is possible.
    """
    applies = True if rule.when is None else rule.when.test(values)
    if applies is False:
        return NOT_APPLICABLE
    if ended(rule, today):
        able = {"caution", *(verdict for verdict, _ in rule.verdicts)}
        return Judgement(applies, tuple(verdict for verdict in VERDICTS if verdict in able), ended=True)
    possible: list[Verdict] = []
    for verdict, condition in rule.verdicts:
        truth = condition.test(values)
        if truth is not False:
            possible.append(verdict)
            if truth is True:
                return Judgement(applies, tuple(possible))
    if "caution" not in possible:
        possible.append("caution")
        possible.sort(key=VERDICTS.index)
    return Judgement(applies, tuple(possible))
