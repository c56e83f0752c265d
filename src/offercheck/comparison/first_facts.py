"""The facts that people compare first, in an offer's own words, and which offer is surely best in each.

What is better in a term is the checklist's to say: a cell is judged as the rule for it judges, by what is firm for the
good news and by what is said for the bad. Notice is counted in days, pay in dollars.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from offercheck.comparison.comparison import Amount, FactRow
from offercheck.comparison.pay_words import hour_in_words, other_currencies, pay_in_words
from offercheck.comparison.relation import surely_best
from offercheck.evaluation.findings import WEAK
from offercheck.evaluation.wording import in_words, value_in_words
from offercheck.facts import FACTS
from offercheck.facts.pay.worth import close
from offercheck.offer.evidence import FIRM_SOURCES, WITHOUT_VALUE
from offercheck.offer.possible import Members, Span, Words
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.evaluation.evaluate import Assessment
    from offercheck.evaluation.pay_line import PayLine

_LONGEST_LIST = 8
_FOREVER = 10**9
"""More than any figure here: the end of a stretch that has none."""

Merit: TypeAlias = tuple[int, int] | None
"""From the worst to the best that a cell can turn out to be, the greater the better; None where it has no part."""


@record
class _Row:
    """One row: what it says of an offer, and how good that is. Where its `rule` does not arise, silence is no gap."""

    fact: str
    title: str
    words: Callable[[Assessment], str]
    merit: Callable[[Assessment], Merit] | None = None
    rule: str = ""

    def cell(self, one: Assessment) -> str:
        words = self.words(one)
        if "not said" in words and any(
            found.rule == self.rule and found.outcome == "not_applicable" for found in one.scorecard.findings
        ):
            return "does not apply"
        return words


def _judged(fact: str, title: str, words: Callable[[Assessment], str], rule: str) -> _Row:
    """A row that a rule of the checklist judges."""
    return _Row(fact, title, words, _by_rule(rule), rule)


def first_facts(offers: Sequence[Assessment], hours: Sequence[PayLine | None]) -> list[FactRow]:
    """The rows, each with a cell for each offer. `hours` is what an hour of each really pays."""
    rows = [
        FactRow(
            row.fact,
            row.title,
            [row.cell(one) for one in offers],
            surely_best([row.merit(one) for one in offers]) if row.merit else [],
            [],
        )
        for row in _ROWS
    ]
    left_out = [other_currencies(one) for one in offers]
    words = [hour_in_words(*each) for each in zip(hours, left_out, strict=True)]
    whole = [None if each else hour for hour, each in zip(hours, left_out, strict=True)]
    real = FactRow("real_hour", "Real hour", words, _best_hour(whole), [_hour(one) for one in hours])
    after = next(at for at, row in enumerate(rows, 1) if row.fact == "pay")
    return [*rows[:after], real, *rows[after:]]


def _hour(one: PayLine | None) -> Amount | None:
    """The real hour as numbers. Only dollars are worked out: no currency is converted."""
    return None if one is None else Amount(one["low"], one["expected"], one["high"], "hour", "USD")


def _best_hour(hours: Sequence[PayLine | None]) -> list[int]:
    """Cents for an hour: best is who has more at the low end than any other at the high one, which an unknown hour
    may always beat. Two hours within 5% are a tie, and neither is best."""
    unknown = (-_FOREVER, _FOREVER)
    best = surely_best([(round(100 * hour["low"]), round(100 * hour["high"])) if hour else unknown for hour in hours])
    expected = [_cents(hour["expected"]) for hour in hours if hour]
    for place in best:
        hour = hours[place]
        if hour and sum(close(_cents(hour["expected"]), other) for other in expected) > 1:
            return []
    return best


def _cents(amount: float) -> Fraction:
    return Fraction(round(100 * amount), 100)


def _said(one: Assessment, path: str) -> str:
    """A field as the paper has it, with where it stands or how it holds where that is not firm."""
    evidence = one.offer.evidence_of(path)
    if evidence is not None and evidence.holds in WITHOUT_VALUE:
        words = f': "{in_words(evidence.says)}"' if evidence.says else ""
        return f"{WEAK[evidence.holds]}{words}"
    if path in one.scorecard.offer.read_as_absent:
        return "none (not in the contract)"
    stated = value_in_words(one.offer, path)
    if stated == "not said" or evidence is None:
        return stated
    weak = [evidence.source.replace("_", " ")] if evidence.source and evidence.source not in FIRM_SOURCES else []
    weak += ["conditional"] if evidence.holds == "conditionally" else []
    return f"{stated} ({', '.join(weak)})" if weak else stated


def _states(one: Assessment) -> str:
    treated = one.said.get("licensure.patient_states")
    if isinstance(treated, Members) and treated.exact and len(treated.sure) > _LONGEST_LIST:
        return f"{len(treated.sure)} states"
    return _said(one, "licensure.patient_states")


def _insured(one: Assessment) -> str:
    """Who insures the work, and whether in every state."""
    path = "facts.states_uninsured"
    bare = one.said[path] if path in one.said else FACTS[path].derive(one.said)
    payer = _said(one, "malpractice.paid_by")
    words = f"by {payer}" if payer in ("employer", "clinician", "client") else payer
    if not isinstance(bare, Members) or not bare.exact:
        sure = bare.sure if isinstance(bare, Members) else ()
        return f"{words}; " + (f"not in {', '.join(sorted(sure))}" if sure else "where is not settled")
    return f"{words}; " + (f"not in {', '.join(sorted(bare.sure))}" if bare.sure else "in every state")


def _tail(one: Assessment) -> str:
    kind, payer = _said(one, "malpractice.policy_type"), _said(one, "malpractice.tail_paid_by")
    if kind == "occurrence":
        return "occurrence: none needed"
    return f"{kind}; tail: {payer}"


def _missed(one: Assessment) -> str:
    path = "facts.paid_by_visit"
    by_visit = one.said[path] if path in one.said else FACTS[path].derive(one.said)
    stated = _said(one, "no_show.pay_per_missed_visit")
    if stated == "not said" and isinstance(by_visit, Words) and by_visit.may == {"no"}:
        return "not paid by the visit"
    return "nothing" if stated in ("0", "none") else stated


def _pace(one: Assessment) -> str:
    slots, minutes = _said(one, "productivity.slots_per_hour"), _said(one, "productivity.minutes_per_visit")
    parts = [f"{slots} an hour"] if slots != "not said" else []
    parts += [f"{minutes} minutes each"] if minutes != "not said" else []
    return "; ".join(parts) or "not said"


def _notice(one: Assessment) -> str:
    theirs, yours = _said(one, "terms.notice_from_employer"), _said(one, "terms.notice_from_clinician")
    return f"to you: {theirs}; by you: {yours}"


def _non_compete(one: Assessment) -> str:
    words = _said(one, "terms.non_compete").replace("_", " ")
    return re.sub(r"radius miles ([\d.]+)", r"within \1 miles", words)


def _by_rule(rule: str) -> Callable[[Assessment], Merit]:
    """As a rule of the checklist has it; no part where it does not arise or is not in the checklist."""

    def merit(one: Assessment) -> Merit:
        low, high = one.low.stakes.get(rule), one.high.stakes.get(rule)
        return (low.low, high.high) if low is not None and high is not None else None

    return merit


def _days(path: str) -> Callable[[Assessment], Merit]:
    """The longer the better: what is firm at the least, what is said at the most."""

    def merit(one: Assessment) -> Merit:
        least, most = one.firm.get(path), one.said.get(path)
        high = most.high if isinstance(most, Span) else None
        return int(least.low) if isinstance(least, Span) else 0, int(high) if high is not None else _FOREVER

    return merit


_ROWS = (
    _Row("classification", "Hired as", lambda one: _said(one, "engagement.classification")),
    _Row("pay", "Pay", pay_in_words),
    _Row("states", "States", _states),
    _judged("insured", "Insured", _insured, "malpractice/states-insured"),
    _judged("tail", "Tail", _tail, "malpractice/tail-payer"),
    _judged("no_show", "Missed visits", _missed, "no_show/missed-visit-pay"),
    _judged("pace", "Pace", _pace, "productivity/pace"),
    _Row("notice", "Notice", _notice, _days("terms.notice_from_employer")),
    _judged("non_compete", "Non-compete", _non_compete, "terms/telemedicine-ban"),
)
