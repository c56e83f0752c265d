"""Which bad news comes first: the order in which a careful colleague would speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.entry import IMPACTS
from offercheck.evaluation.scorecard import OUTCOMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from offercheck.checklist.checklist import Checklist
    from offercheck.evaluation.judgement import Verdicts
    from offercheck.evaluation.scorecard import Finding


def gravity(checklist: Checklist) -> Callable[[Verdicts], tuple[bool, int, int]]:
    """A key that sorts what rules make of an offer, the gravest first.

    A rule that may turn out a deal-breaker by the checklist comes before one that can do so only by the reader's own
    word, then the impact counts, then how grave the checklist says that the rule's area is. Equals keep their order.
    """
    grave = {area: place for place, area in enumerate(checklist.gravest)}

    def key(one: Verdicts) -> tuple[bool, int, int]:
        able = one.said.own or one.said.possible
        return "deal_breaker" not in able, IMPACTS.index(one.rule.impact), grave.get(one.rule.area, len(grave))

    return key


def flags_of(checklist: Checklist, judged: Sequence[Verdicts], findings: Sequence[Finding]) -> list[str]:
    """The rules that show a deal-breaker or a red flag, the gravest first; those that silence raised come last."""
    grave = gravity(checklist)
    flags = [
        (OUTCOMES.index(shown.outcome), shown.silent, grave(one), shown.rule)
        for one, shown in zip(judged, findings, strict=True)
        if shown.outcome in ("deal_breaker", "red_flag")
    ]
    flags.sort(key=lambda flag: flag[:3])
    return [rule for *_, rule in flags]
