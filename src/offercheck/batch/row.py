"""One document of a batch as a row: what its offer comes to, or what keeps it from being judged."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from offercheck.inputs.inputs import offer_of
from offercheck.reading.fault import InputError
from offercheck.reports.validation import refused

if TYPE_CHECKING:
    from offercheck.batch.plan import Tools
    from offercheck.evaluation.scorecard import AreaRow, Outcome
    from offercheck.evaluation.summary import Summary
    from offercheck.inputs.inputs import Input

Value: TypeAlias = "str | int | list[str] | dict[str, list[int] | None] | None"
Row: TypeAlias = "dict[str, Value]"

COLUMNS: dict[str, str] = {
    "file": "the file as it was named or found; `standard input` for -",
    "document": "the how-manieth document of the file, from 1",
    "line": "the line of the file on which the document begins",
    "sha256": "the SHA-256 of the document's bytes; empty where none could be read",
    "judged_by": "the same in two rows that were judged by the same version, checklist, date, profile and tables",
    "status": "judged, faulty (see the fault), or unreadable",
    "title": "of the offer",
    "employer": "of the offer",
    "role": "of the offer",
    "stage": "job_ad, offer_letter or contract",
    "verdict": "walk_away, renegotiate, ask_first, not_enough or sound",
    "low": "the low end of the score, what the paper guarantees, of 100",
    "high": "the high end of the score, what the paper allows, of 100",
    "answered": "percent of the weight that is decided",
    "deal_breaker": "how many rules are shown as deal-breakers",
    "red_flag": "how many are red flags",
    "caution": "how many are cautions",
    "ask": "how many are open",
    "good": "how many are good",
    "not_applicable": "how many do not apply",
    "deal_breakers": "the rules behind the count of deal-breakers",
    "red_flags": "the rules behind the count of red flags",
    "cautions": "the rules behind the count of cautions",
    "areas": "the low and the high end of each area, null where no rule applies (JSON Lines only)",
    "faults": "how many faults the document has",
    "fault_line": "the line of the first fault in the file; empty for the file as a whole",
    "fault_column": "its column",
    "fault": "what is wrong there",
    "advice": "what to write instead",
}
"""The columns and what stands in them. Columns are added at the end, never removed."""

_NOTHING: Row = dict.fromkeys(COLUMNS)
_LISTED: dict[Outcome, str] = {"deal_breaker": "deal_breakers", "red_flag": "red_flags", "caution": "cautions"}


def row_of(source: Input, tools: Tools) -> Row:
    """The row of a document."""
    try:
        offer = offer_of(source, placed=False)
    except InputError as error:
        return _refused(source, error, tools.judged_by)
    return _judged(source, tools.summariser.summary(offer), tools.judged_by)


def _judged(source: Input, summary: Summary, judged_by: str) -> Row:
    score = summary.score
    listed: dict[Outcome, list[str]] = {"deal_breaker": [], "red_flag": [], "caution": []}
    counts = {"deal_breaker": 0, "red_flag": 0, "caution": 0, "ask": 0, "good": 0, "not_applicable": 0}
    for key, outcome in summary.outcomes.items():
        counts[outcome] += 1
        if outcome in listed:
            listed[outcome].append(key)
    return {
        **_NOTHING,
        **_head(source, summary.input_sha256, judged_by, "judged"),
        "title": summary.title,
        "employer": summary.employer,
        "role": summary.role,
        "stage": summary.stage,
        "verdict": summary.verdict,
        "low": score.low if score else None,
        "high": score.high if score else None,
        "answered": score.answered if score else None,
        **counts,
        **{_LISTED[outcome]: keys for outcome, keys in listed.items()},
        "areas": {one.area: _ends(one) for one in summary.areas},
        "faults": 0,
    }


def _ends(area: AreaRow) -> list[int] | None:
    return None if area.low is None or area.high is None else [area.low, area.high]


def _refused(source: Input, error: InputError, judged_by: str) -> Row:
    shown = refused(source, error)
    first = shown.errors[0]
    digest = sha256(source.data).hexdigest() if source.fault is None else None
    return {
        **_NOTHING,
        **_head(source, digest, judged_by, shown.status),
        "faults": len(shown.errors),
        "fault_line": first.line or None,
        "fault_column": first.column or None,
        "fault": first.message,
        "advice": first.advice or None,
    }


def _head(source: Input, digest: str | None, judged_by: str, status: str) -> Row:
    return {
        "file": source.name,
        "document": source.number,
        "line": source.line,
        "sha256": digest,
        "judged_by": judged_by,
        "status": status,
    }
