"""Technology and support: the systems, what happens when they fail, and who helps."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.words import PAYER, WRITTEN, OneOf, SomeOf

_SUPPORT = {
    "tech support": "patient_help",
    "patient support": "patient_help",
    "help desk": "patient_help",
    "prior authorization": "prior_auth",
    "prior authorisation": "prior_auth",
    "prior auths": "prior_auth",
    "interpreters": "interpreter",
    "refill": "refills",
    "referral": "referrals",
    "billing support": "billing",
    "nurse": "nursing",
    "nurses": "nursing",
    "administrative": "admin",
    "front desk": "admin",
    "lab": "labs",
}

AREA = Area(
    "technology",
    "Technology and support",
    (
        Field("systems", Number(0, 30, "systems"), "how many systems you log in to for one visit"),
        Field(
            "eprescribing",
            OneOf(
                "none no_controlled with_controlled yes",
                {"EPCS": "with_controlled", "non-controlled": "no_controlled"},
            ),
            "whether prescriptions go out electronically, and controlled substances with them",
        ),
        Field("uptime", Share(), "the share of time the platform works, as measured or promised"),
        Field("fallback", WRITTEN, "whether a visit can be finished another way (the phone) when the platform fails"),
        Field(
            "outage_pay",
            OneOf("full part hourly none", {"partial": "part", "unpaid": "none", "paid": "full"}),
            "what you are paid when the platform, not you, stops a visit",
        ),
        Field(
            "help_for_clinician",
            OneOf("all_hours business_hours tickets_only none", {"24/7": "all_hours", "tickets": "tickets_only"}),
            "when live technical help answers you on duty",
            template=True,
        ),
        Field("help_within", Duration(), "how fast help answers when a visit is stopped"),
        Field(
            "staff_support",
            SomeOf(
                "none patient_help intake scheduling prior_auth referrals refills interpreter billing"
                " care_coordination labs nursing admin marketing",
                _SUPPORT,
                open=True,
            ),
            "the non-clinical work that staff take off you",
        ),
        Field("equipment_paid_by", PAYER, "who pays for computer, phone, internet and a private room"),
        Field(
            "visits_recorded",
            OneOf("no with_consent yes used_to_judge"),
            "whether visits are recorded, and whether recordings are used to judge you",
        ),
        Field(
            "ai",
            OneOf("none optional required decides", {"mandatory": "required"}),
            "whether software drafts your notes, scores you or decides",
        ),
    ),
)
