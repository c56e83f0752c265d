"""What the rules of a checklist make of the two readings of an offer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from offercheck.evaluation.findings import open_leaves
from offercheck.evaluation.judgement import Judgement, Verdicts, judge, personal
from offercheck.evaluation.waiving import NONE_WAIVED

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.entry import Verdict
    from offercheck.checklist.rule import Rule
    from offercheck.offer.readings import Values
    from offercheck.profile.profile import Profile

_NOTHING: frozenset[str] = frozenset()


def verdicts_of(
    checklist: Checklist,
    as_said: Values,
    as_firm: Values,
    today: str,
    profile: Profile | None,
    *,
    waived: Mapping[str, Verdict] = NONE_WAIVED,
) -> list[Verdicts]:
    """What each rule makes of the two readings, for this reader; `waived` are the verdicts accepted, by rule."""
    weaker = _where_they_differ(as_said, as_firm)
    mine = profile.deal_breakers if profile is not None else frozenset()
    judged = []
    for rule in checklist.rules:
        if rule.reads_profile and profile is None:
            continue
        same = weaker.isdisjoint(rule.paths) and weaker.isdisjoint(rule.reads)
        of_said = judge(rule, as_said, today)
        of_firm = of_said if same else judge(rule, as_firm, today)
        if rule.key in mine:
            of_said, of_firm = personal(of_said), personal(of_firm)
        open_said = _left_open(rule, of_said, as_said)
        open_firm = open_said if same else _left_open(rule, of_firm, as_firm)
        judged.append(Verdicts(rule, of_said, of_firm, open_said, open_firm, waived.get(rule.key, "")))
    return judged


def unasked(rule: Rule, of_said: Judgement, of_firm: Judgement, as_said: Values) -> Verdicts:
    """What a rule makes of both readings where no question is put: what is open is only looked for where it may show
    as silence."""
    open_said = _left_open(rule, of_said, as_said) if _silence_may_show(rule, of_said) else _NOTHING
    return Verdicts(rule, of_said, of_firm, open_said, open_said)


def _where_they_differ(as_said: Values, as_firm: Values) -> set[str]:
    """The paths at which the readings differ. A rule that reads none of them is judged once."""
    return {path for path in as_said.keys() | as_firm.keys() if as_said.get(path) != as_firm.get(path)}


def _silence_may_show(rule: Rule, of_said: Judgement) -> bool:
    """Whether what is open decides how a rule is shown."""
    return rule.silent != "ask" and of_said.applies is True and not of_said.surely_red


def _left_open(rule: Rule, judgement: Judgement, values: Values) -> frozenset[str]:
    return open_leaves(rule, values) if judgement.undecided else _NOTHING
