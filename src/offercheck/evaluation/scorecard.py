"""The result of evaluating one offer. Its field names are those of the JSON report (`offercheck schema report`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from offercheck.evaluation.score import Cap
from offercheck.evaluation.verdict import VerdictWord
from offercheck.record import record

if TYPE_CHECKING:  # where no state is named nothing of these is built; the schema of the report brings them itself
    from offercheck.evaluation.licensing_shape import CovenantShown, LicensingCostShown, OldTable, StateShown
    from offercheck.evaluation.pay_line import PayLine

Outcome: TypeAlias = Literal["deal_breaker", "red_flag", "caution", "good", "ask", "not_applicable"]

OUTCOMES: tuple[Outcome, ...] = ("deal_breaker", "red_flag", "caution", "ask", "good", "not_applicable")
"""In the order in which a reader wants them."""


@record
class OfferHeading:
    """Which offer this is. `stage_stated` is false where the file does not say and `job_ad` was assumed."""

    title: str | None
    employer: str | None
    role: str | None
    stage: str
    stage_stated: bool
    read_as_absent: list[str]
    """Clauses that a complete contract does not have, read as its `none`."""


@record
class Score:
    """The interval, 0 to 100: what the paper guarantees, and what it allows. `answered` is a percentage too."""

    low: int
    high: int
    answered: int
    uncapped_low: int
    uncapped_high: int
    low_cap: Cap | None
    high_cap: Cap | None
    low_unless: int
    """The low end if none of the rules in `unless` turns out badly."""
    unless: list[str]
    """Rules that hold the low end down by what is merely possible."""


@record
class AreaRow:
    """One area: the same sums without caps, and how many of its rules are shown as what."""

    area: str
    title: str
    low: int | None
    high: int | None
    answered: int | None
    deal_breaker: int
    red_flag: int
    caution: int
    good: int
    ask: int
    not_applicable: int


@record
class FieldShown:
    """A field that a rule read, as the file has it. The value is plain data as typed; it and its
    place are null where the paper is silent."""

    path: str
    value: object
    line: int | None
    column: int | None
    source: str | None
    holds: str | None
    says: str | None
    clause: str | None


@record
class SourceShown:
    """Where a rule's knowledge comes from, and when it was read."""

    key: str
    title: str
    url: str | None
    as_of: str


@record
class Finding:
    """What one rule says of the offer."""

    rule: str
    area: str
    outcome: Outcome
    possible: list[str]
    decided: bool
    silent: bool
    impact: str
    question: str
    message: str
    why: str
    ask: str
    fallback: str
    basis: str
    fields: list[FieldShown]
    sources: list[SourceShown]


@record
class Question:
    """What to ask, and how many points of the score the answer can move: `up` the low end, `down` the high end."""

    rule: str
    ask: str
    fields: list[str]
    points: int
    up: int
    down: int
    settles: list[str]
    to: Literal["employer", "reader"]


@record
class Overdue:
    """A rule that should have been checked anew by a day that is past. Both are ISO dates."""

    rule: str
    as_of: str
    review_by: str


@record
class WaiverShown:
    """A waiver of the reader's, and what it did.

    `used`: it accepts what the rule shows, `outcome`, so that this neither decides the verdict nor caps the score at
    `cap`, as it would. `unused`: the rule shows nothing that it accepts. `silence`: what the rule shows is the paper's
    silence, which decides nothing and cannot be waived. `expired`: its day `until` (ISO) is past.
    """

    rule: str
    accepts: str
    reason: str
    until: str
    state: Literal["used", "unused", "silence", "expired"]
    outcome: str | None
    cap: int | None


@record
class ProducedBy:
    """What the result was made with: the same of all of these gives the same bytes."""

    tool: str
    version: str
    formula_version: int
    checklist: str
    checklist_version: str
    checklist_fingerprint: str
    input_sha256: str
    profile: str | None
    profile_sha256: str | None
    today: str


@record
class Scorecard:
    """Everything there is to say of one offer."""

    schema: Literal["offercheck.report/1"]
    file: str
    offer: OfferHeading
    verdict: VerdictWord
    because: str
    score: Score | None
    areas: list[AreaRow]
    findings: list[Finding]
    """What each rule says, in the order of the checklist."""
    flags: list[str]
    """The rules of the deal-breakers and red flags, the gravest first; those that silence raised come last."""
    questions: list[Question]
    unread: list[str]
    """Fields that the paper gives and no rule of the checklist reads."""
    provisional: list[str]
    """Terms that the employer may change alone, pay or duties among them: every good mark may not last."""
    set_aside: list[str]
    """Rules that read the reader's profile, where there is none: they are no part of the result."""
    overdue: list[Overdue]
    """Rules of the checklist that are due for review."""
    states: list[StateShown]
    """Each state that is treated, licensed or insured by name, for a role that has licences."""
    noncompete: list[CovenantShown]
    """What is on record of covenants not to compete in the reader's home state."""
    licensing_cost: LicensingCostShown | None
    old_tables: list[OldTable]
    """Tables that were used past their age."""
    waivers: list[WaiverShown]
    """What the reader accepts. Findings that are waived stay what they are, and are counted."""
    pay: PayLine | None
    """What an hour of the work really comes to; null where it was not asked for, or nothing said of pay has a price."""
    produced_by: ProducedBy


def flagged(scorecard: Scorecard) -> list[Finding]:
    """The deal-breakers and red flags, the gravest first."""
    by_rule = {one.rule: one for one in scorecard.findings}
    return [by_rule[rule] for rule in scorecard.flags]


def waived_rules(scorecard: Scorecard) -> dict[str, WaiverShown]:
    """The waivers that do something, by the rule whose flag the reader accepts."""
    return {one.rule: one for one in scorecard.waivers if one.state == "used"}


def moved(scorecard: Scorecard, lines: int) -> Scorecard:
    """The same scorecard of an offer before which some lines of its file stand."""
    from dataclasses import replace

    findings = []
    for one in scorecard.findings:
        fields = [replace(field, line=None if field.line is None else field.line + lines) for field in one.fields]
        findings.append(replace(one, fields=fields))
    return replace(scorecard, findings=findings)
