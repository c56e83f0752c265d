"""The letter that a scorecard makes: what to ask, what to talk about, and, kept apart, what is at stake in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from offercheck.evaluation.scorecard import (
    FieldShown,
    Finding,
    Question,
    Scorecard,
    WaiverShown,
    flagged,
    waived_rules,
)
from offercheck.evaluation.wording import in_words
from offercheck.offer.evidence import FIRM_SOURCES
from offercheck.offer.schema import JUDGED_AREAS
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.reading.node import Plain

QUESTIONS_ASKED = 10
"""As many as a busy person answers in one sitting."""


@record
class Point:
    """A question of the letter under its number, with the most that its answer moves the score: `up` the low end,
    `down` the high end. `fields` are those that it asks for."""

    number: int
    rule: str
    ask: str
    fields: list[str]
    points: int
    up: int
    down: int


@record
class Request:
    """A term to talk about: a red flag or a deal-breaker of the paper.

    `terms` are the words of the offer that it rests on; `fallback` is what the reader may settle for. `why` is for the
    reader alone.
    """

    number: int
    rule: str
    outcome: str
    ask: str
    terms: list[str]
    fallback: str
    why: str


@record
class Group:
    """The questions of one area, the one worth most first."""

    area: str
    title: str
    points: list[Point]


@record
class Letter:
    """A letter to the employer. `further` counts the questions left for another day; `mine` are those that the reader's
    own profile answers; `mentions_fallbacks` says whether the letter shows what the reader would settle for; `waivers`
    are what the reader accepts and so does not talk about."""

    schema: Literal["offercheck.letter/1"]
    file: str
    title: str | None
    employer: str | None
    stage: str
    groups: list[Group]
    requests: list[Request]
    further: int
    mine: list[str]
    mentions_fallbacks: bool
    waivers: list[WaiverShown]


def questions_asked(scorecard: Scorecard, most: int = QUESTIONS_ASKED) -> list[Question]:
    """The questions of a letter, in order of points: those that the employer can answer, `most` of them at the most."""
    return [one for one in scorecard.questions if one.to == "employer"][:most]


def letter(scorecard: Scorecard, *, most: int = QUESTIONS_ASKED, mentions_fallbacks: bool = False) -> Letter:
    """The letter for an offer, with `most` questions at the most, grouped by area in the order of the checklist."""
    asked = questions_asked(scorecard, most)
    groups = []
    number = 0
    for row in scorecard.areas:
        points = []
        for one in asked:
            if one.rule.partition("/")[0] == row.area:
                number += 1
                points.append(Point(number, one.rule, one.ask, one.fields, one.points, one.up, one.down))
        if points:
            groups.append(Group(row.area, row.title, points))
    to_employer = sum(one.to == "employer" for one in scorecard.questions)
    return Letter(
        schema="offercheck.letter/1",
        file=scorecard.file,
        title=scorecard.offer.title,
        employer=scorecard.offer.employer,
        stage=scorecard.offer.stage,
        groups=groups,
        requests=_requests(scorecard, number),
        further=to_employer - len(asked),
        mine=[one.ask for one in scorecard.questions if one.to == "reader"],
        mentions_fallbacks=mentions_fallbacks,
        waivers=scorecard.waivers,
    )


def _requests(scorecard: Scorecard, last: int) -> list[Request]:
    """What the paper says and should not, unless the reader accepts it; what it leaves open is among the questions."""
    accepted = waived_rules(scorecard)
    red = [one for one in flagged(scorecard) if not one.silent and one.rule not in accepted]
    return [
        Request(number, one.rule, one.outcome, one.ask, _terms(one), one.fallback, f"{one.message} {one.why}")
        for number, one in enumerate(red, last + 1)
    ]


def _terms(finding: Finding) -> list[str]:
    """The offer's own words behind a finding; whom the seat is for only where there is nothing else."""
    given = [one for one in finding.fields if one.value is not None and one.source != "profile"]
    terms = [one for one in given if one.path.partition(".")[0] in JUDGED_AREAS]
    return [_term(one) for one in terms or given]


def _term(field: FieldShown) -> str:
    words = in_words(cast("Plain", field.value)).replace("_", " ")
    where = ", ".join(part for part in (field.clause, _where(field.source)) if part)
    return f"{_name(field.path)}: {words}" + (f" ({where})" if where else "")


def _where(source: str | None) -> str:
    """A place worth naming: what is not in the paper itself."""
    return "" if source is None or source in FIRM_SOURCES else source.replace("_", " ")


def _name(path: str) -> str:
    return path.rpartition(".")[2].replace("_", " ")
