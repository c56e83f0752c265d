"""Patients who do not appear."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.records import Records
from offercheck.offer.values.special import Missed
from offercheck.offer.values.words import YES, OneOf

NOTICE = {"under": Duration(), "pay": Missed()}

AREA = Area(
    "no_show",
    "No-shows",
    (
        Field(
            "pay_per_missed_visit",
            Missed(),
            "what a missed visit pays, in dollars, as a share of the rate, or in the words full or none",
            template=True,
        ),
        Field("late_cancel", Records(NOTICE), "what a cancelled visit pays by how short the notice was"),
        Field(
            "patient_charge_kept_by",
            OneOf("employer clinician shared", {"company": "employer"}),
            "who keeps what the patient is charged for not coming",
        ),
        Field("wait_minutes", Number(0, 240, "minutes"), "the minutes you wait before you may close a visit"),
        Field("wait_paid", YES, "whether waiting for a patient who does not come is paid"),
        Field("counts_against", YES, "whether missed visits lower your targets, ratings or benefits"),
        Field("expected_rate", Share(), "the share of booked visits to which nobody comes", template=True),
    ),
)
