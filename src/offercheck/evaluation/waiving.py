"""Flags that the reader accepts: which waivers are in force, and what each did."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from offercheck.checklist.entry import VERDICTS
from offercheck.evaluation.judgement import Verdicts, is_waived
from offercheck.evaluation.score import NO_CAP, cap_of
from offercheck.evaluation.scorecard import WaiverShown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from offercheck.checklist.entry import Verdict
    from offercheck.checklist.waivers import Waiver
    from offercheck.evaluation.scorecard import Finding

NONE_WAIVED: Mapping[str, Verdict] = {}


def in_force(waivers: Sequence[Waiver], today: str) -> Mapping[str, Verdict]:
    """The worst verdict that is accepted of each rule, on a day (ISO)."""
    return {one.rule: one.outcome for one in waivers if one.until >= today}


def waivers_shown(
    waivers: Sequence[Waiver], judged: Sequence[Verdicts], findings: Sequence[Finding], today: str
) -> list[WaiverShown]:
    """Each waiver with what it did to an offer, in the order of their file."""
    by_rule = {one.rule.key: (one, shown) for one, shown in zip(judged, findings, strict=True)}
    return [_shown(one, by_rule.get(one.rule), today) for one in waivers]


def _shown(waiver: Waiver, judged: tuple[Verdicts, Finding] | None, today: str) -> WaiverShown:
    shown = WaiverShown(waiver.rule, waiver.outcome, waiver.reason, waiver.until, "unused", None, None)
    if waiver.until < today:
        shown.state = "expired"
        return shown
    if judged is None or judged[1].outcome not in VERDICTS[:3]:
        return shown
    verdicts, found = judged
    shown.outcome = found.outcome
    if found.silent:
        shown.state = "silence"
    elif is_waived(cast("Verdict", found.outcome), waiver.outcome):
        shown.state = "used"
        cap = cap_of(verdicts.said.possible[-1], verdicts.rule.impact)
        shown.cap = cap if cap < NO_CAP else None
    return shown
