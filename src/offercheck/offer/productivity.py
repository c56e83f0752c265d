"""Pace, targets, and the work around the visits."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration, Quantity
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.words import YES, OneOf, SomeOf

_CONSEQUENCES = {
    "termination": "dismissal",
    "fired": "dismissal",
    "no bonus": "bonus_lost",
    "fewer hours": "hours_cut",
    "loss of benefits": "benefits_lost",
}
_EXCUSES = {"PTO": "leave", "vacation": "leave", "holidays": "leave", "downtime": "outages", "ramp-up": "ramp"}
_UNPAID = {
    "refund": "refunded",
    "late note": "note_late",
    "late notes": "note_late",
    "missing note": "note_missing",
}

AREA = Area(
    "productivity",
    "Scheduling and productivity",
    (
        Field(
            "slots_per_hour",
            Number(0, 60, "slots/hour"),
            "the appointments an hour that patients can book, charting time not taken out",
            template=True,
        ),
        Field("minutes_per_visit", Number(0, 480, "minutes/visit"), "the minutes planned for a usual visit"),
        Field("minutes_new_visit", Number(0, 480, "minutes/visit"), "the minutes planned for a first visit"),
        Field(
            "visit_length_set_by",
            OneOf("clinician employer payer", {"company": "employer"}),
            "who decides how long a visit takes",
        ),
        Field("caseload", Quantity(), "the patients, sessions, beds or facilities you carry"),
        Field(
            "minimum_offered",
            Quantity(),
            "the hours or visits you must make available",
            absent="none",
        ),
        Field(
            "minimum_completed",
            Quantity(),
            "the visits, sessions or other units you must complete",
            template=True,
            absent="none",
        ),
        Field(
            "missed_target",
            SomeOf(
                "nothing bonus_lost pay_cut hours_cut benefits_lost dismissal",
                _CONSEQUENCES,
            ),
            "what follows when a minimum or target is missed",
            absent="nothing",
            unless="a minimum is set",
        ),
        Field(
            "target_excuses",
            SomeOf(
                "no_shows outages leave ramp nothing",
                _EXCUSES,
                open=True,
            ),
            "what is taken out of the count before you are measured",
            closes=True,
        ),
        Field("fill_rate", Share(), "the share of slots that is booked"),
        Field("may_leave_when_idle", YES, "whether you may log off while the queue is empty"),
        Field(
            "unpaid_minutes_per_visit",
            Number(0, 240, "minutes/visit"),
            "the minutes of charting and other work a visit takes outside paid time",
            template=True,
        ),
        Field(
            "admin_hours_paid_per_week",
            Number(0, 80, "hours/week"),
            "the hours a week of protected, paid time for paperwork",
        ),
        Field(
            "unpaid_hours_per_week",
            Number(0, 100, "hours/week"),
            "the unpaid hours a week of meetings, inbox and waiting",
        ),
        Field("reply_within", Duration(), "how fast messages or results must be answered"),
        Field("inbox_paid", YES, "whether messages, refills and results count as paid work"),
        Field("note_deadline", Duration(), "how soon after the visit notes are due"),
        Field(
            "unpaid_when",
            SomeOf(
                "refunded note_late note_missing client_left",
                _UNPAID,
            ),
            "for which reasons work already done goes unpaid",
            absent="none",
            unless="pay waits for collection or can be taken back",
        ),
    ),
)
