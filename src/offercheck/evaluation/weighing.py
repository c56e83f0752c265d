"""What each rule puts into a summary, worked out once for all offers that answer its questions alike."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from offercheck.evaluation.answers import Questions
from offercheck.evaluation.findings import shown_outcome
from offercheck.evaluation.judgement import judge, personal
from offercheck.evaluation.known_facts import KnownFacts
from offercheck.evaluation.sums import caps, part_of, stake_of
from offercheck.evaluation.verdict import Judged
from offercheck.evaluation.verdicts import unasked
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from offercheck.checklist.rule import Rule
    from offercheck.evaluation.judgement import Verdicts
    from offercheck.evaluation.score import Stake
    from offercheck.evaluation.scorecard import Outcome
    from offercheck.evaluation.sums import Part
    from offercheck.offer.readings import Values
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference

KEPT_AT_MOST = 256
"""Sets of answers that are told apart for one rule."""


@record
class Weighed:
    """All that a rule puts into a summary. `caps` is whether it could hold an end of the score down, `word` what may
    decide the verdict; None where it cannot."""

    verdicts: Verdicts
    outcome: Outcome
    low: Stake | None
    high: Stake | None
    part: Part
    caps: bool
    word: Judged | None


class Weighing:
    """Rules for one reader on one day, and what they made of the offers that were weighed before."""

    def __init__(
        self,
        rules: Sequence[Rule],
        weights: Mapping[str, int],
        today: str,
        profile: Profile | None,
        reference: Reference | None,
    ) -> None:
        self._mine = profile.deal_breakers if profile is not None else frozenset[str]()
        self._weights = weights
        self._today = today
        self._facts = KnownFacts(frozenset().union(*(rule.facts for rule in rules)), reference, today)
        self._questions = Questions(rules)
        in_all = len(self._questions.answered({}))
        self._rules: list[tuple[Rule, Callable[[Sequence[object]], Any], dict[Any, Weighed]]] = [
            (rule, itemgetter(*places, *(in_all + place for place in places)), {})
            for rule, places in zip(rules, self._questions.of_rules, strict=True)
        ]

    def weigh(self, as_said: Values, as_firm: Values) -> list[Weighed]:
        """What each rule makes of two readings, which are given without their facts."""
        said, firm = self._facts.added_to(as_said), self._facts.added_to(as_firm)
        answers = [*self._questions.answered(said), *self._questions.answered(firm)]
        found = []
        for rule, decisive, known in self._rules:
            key = decisive(answers)
            weighed = known.get(key)
            if weighed is None:
                if len(known) >= KEPT_AT_MOST:
                    known.clear()
                weighed = known[key] = self._weigh(rule, said, firm)
            found.append(weighed)
        return found

    def _weigh(self, rule: Rule, as_said: Values, as_firm: Values) -> Weighed:
        of_said, of_firm = judge(rule, as_said, self._today), judge(rule, as_firm, self._today)
        if rule.key in self._mine:
            of_said, of_firm = personal(of_said), personal(of_firm)
        one = unasked(rule, of_said, of_firm, as_said)
        weight = self._weights[rule.key]
        low, high = stake_of(one, weight, firm=True), stake_of(one, weight, firm=False)
        word = Judged(rule.impact, of_said, of_firm, "", "")
        outcome, _ = shown_outcome(one, as_said)
        return Weighed(one, outcome, low, high, part_of(one, low, high), caps(low, high), word if word.counts else None)
