"""What stands in for an offer's silence, by kind of care: for the pay report alone, never for a fact of rules."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from offercheck.facts.pay.range import Range, as_range, between
from offercheck.record import record

JUDGEMENT = "own judgement; nothing published was found"
_PACE = "own judgement, around Wheel's 3 to 5 visits an hour (about 2021)"
_NO_SHOWS = "own judgement, around JGIM, 311,517 visits (2021), and Healio, rural behavioural health (2023)"
_TAIL = "contract lawyers: Chelle Law; Sopyla (2026-04)"
_COLLABORATOR = "mixed published fees, 400 to 2,000 a month"
_ENROLMENT = "payer enrolment of 60 to 180 days: Midwest Credentialing; PayerReady"
_HEALTH = "KFF Employer Health Benefits Survey 2025, what employers pay for one person to a family"
_PREMIUM = "brokers' pages: AllInRemote; The Docs Agency (2017); CarePro (2025-07)"


@record(frozen=True)
class Benchmark:
    """A range with its source, and how far to trust it: high, medium, low, or judgement."""

    value: Range
    source: str = JUDGEMENT
    confidence: str = "judgement"


def _percent(low: int, expected: int, high: int) -> Range:
    return between(low, expected, high) / 100


BEHAVIOURAL = frozenset({"psychiatry", "therapy", "addiction"})

ANY = ""
"""The kind of care of a benchmark that holds for all those without one of their own."""

BENCHMARKS: Mapping[str, Mapping[str, Benchmark]] = {
    "weeks": {ANY: Benchmark(between(44, 46, 48))},
    "hours": {ANY: Benchmark(between(30, 36, 40)), "part_time": Benchmark(between(10, 20, 30))},
    "slots": {
        ANY: Benchmark(between(2, 3, 4), _PACE),
        "urgent_care": Benchmark(between(3, 4, 5), _PACE),
        "primary_care": Benchmark(between(2, Fraction(5, 2), 3), _PACE),
        "psychiatry": Benchmark(between(1, 2, Fraction(5, 2)), _PACE),
        "therapy": Benchmark(between(Fraction(4, 5), 1, Fraction(6, 5)), _PACE),
        "dermatology": Benchmark(between(6, 8, 10), _PACE),
        "triage": Benchmark(between(4, Fraction(9, 2), 5), _PACE),
        "async": Benchmark(between(6, 8, 10), _PACE),
    },
    "fill": {ANY: Benchmark(_percent(60, 85, 95))},
    "no_shows": {
        ANY: Benchmark(_percent(5, 12, 20), _NO_SHOWS, "medium"),
        "urgent_care": Benchmark(_percent(0, 5, 12), _NO_SHOWS),
        **{care: Benchmark(_percent(5, 17, 30), _NO_SHOWS, "medium") for care in BEHAVIOURAL},
    },
    "failed": {ANY: Benchmark(_percent(0, 1, 3))},
    "unpaid_minutes": {
        ANY: Benchmark(between(2, 4, 8)),
        "urgent_care": Benchmark(between(1, 3, 6)),
        "primary_care": Benchmark(between(2, 5, 10)),
        "therapy": Benchmark(between(5, 10, 15)),
        "psychiatry": Benchmark(between(5, 8, 12)),
        "async": Benchmark(between(0, 1, 2)),
    },
    "unpaid_hours": {ANY: Benchmark(between(1, 2, 4))},
    "missed_pay": {ANY: Benchmark(_percent(0, 0, 50), "silence read as unpaid; some platforms pay half", "low")},
    "failed_pay": {ANY: Benchmark(_percent(0, 0, 100), "silence read as unpaid", "judgement")},
    "shift_hours": {ANY: Benchmark(between(8, 10, 12))},
    "wrvu_per_visit": {ANY: Benchmark(between(Fraction(9, 10), Fraction(13, 10), Fraction(19, 10)))},
    "bonus_share": {ANY: Benchmark(_percent(0, 50, 100))},
    "tenure": {ANY: Benchmark(between(1, 2, 4))},
    "tail_chance": {ANY: Benchmark(_percent(0, 50, 100))},
    "tail_multiple": {ANY: Benchmark(between(Fraction(3, 2), 2, Fraction(5, 2)), _TAIL, "medium")},
    "premium": {
        ANY: Benchmark(between(300, 1000, 2000), _PREMIUM, "low"),
        "physician": Benchmark(between(4500, 6000, 12000), _PREMIUM, "low"),
        "np": Benchmark(between(1000, 1800, 3000), _PREMIUM, "low"),
        "pa": Benchmark(between(1000, 1800, 3000), _PREMIUM, "low"),
        "rn": Benchmark(between(100, 200, 300), _PREMIUM, "low"),
    },
    "unsaid_costs": {ANY: Benchmark(_percent(0, 100, 100)), "w2": Benchmark(_percent(0, 0, 100))},
    "credentialing_fees": {ANY: Benchmark(between(0, 300, 1000))},
    "next_job": {ANY: Benchmark(between(2, 4, 6), _ENROLMENT, "medium")},
    "start_wait": {ANY: Benchmark(between(1, 2, 4), _ENROLMENT, "medium")},
    "withheld": {
        ANY: Benchmark(as_range(Fraction(2965, 10000)), "22% flat rate for bonuses and 7.65% payroll tax", "high")
    },
    "dues": {ANY: Benchmark(between(0, 500, 3000))},
    "equipment": {ANY: Benchmark(between(500, 1080, 1800))},
    "collaborator_fee": {ANY: Benchmark(between(400, 500, 2000), _COLLABORATOR, "low")},
    "unlisted_fee": {ANY: Benchmark(between(0, 275, 600))},
    "health": {ANY: Benchmark(between(7885, 7885, 20143), _HEALTH, "high")},
}
"""By input, then by kind of care, or by role for what follows from it."""


def benchmark(name: str, *kinds: str) -> Benchmark | None:
    """The stand-in for an input: of the first of these kinds that has its own, else of any."""
    by_kind = BENCHMARKS.get(name, {})
    return next((by_kind[kind] for kind in (*kinds, ANY) if kind in by_kind), None)
