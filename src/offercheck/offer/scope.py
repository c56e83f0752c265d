"""Clinical scope: what is treated, how patients are met, who decides, and who is there when it goes wrong."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.pay_parts import MODALITIES, MODALITY_SYNONYMS
from offercheck.offer.values.words import WRITTEN, YES, OneOf, SomeOf

_MODALITIES = MODALITY_SYNONYMS | {
    "voice": "audio",
    "calls": "audio",
    "video visits": "video",
    "live video": "video",
    "zoom": "video",
    "texting": "chat",
    "SMS": "chat",
    "messages": "chat",
    "secure messaging": "chat",
    "e-visit": "async",
    "e-visits": "async",
    "remote monitoring": "monitoring",
    "remote patient monitoring": "monitoring",
    "face to face": "in_person",
    "house calls": "home_visit",
}
_VIDEO_OR_AUDIO = "video, or audio? A list where it is both: [video, audio]"
_DUTIES = {
    "prescribing": "prescribe",
    "diagnosis": "diagnose",
    "chart reviews": "chart_review",
    "charts": "chart_review",
    "sign orders": "order_signing",
    "messages": "messaging",
    "inbox": "messaging",
    "supervision": "supervise",
    "oversight": "oversee",
    "medical director": "oversee",
    "teaching": "teach",
    "precepting": "teach",
    "care coordination": "coordinate",
    "counseling": "therapy",
    "verification": "verify_orders",
    "expert witness": "testimony",
}

AREA = Area(
    "scope",
    "Clinical scope",
    (
        Field(
            "modalities",
            SomeOf(
                MODALITIES,
                _MODALITIES,
                may_be_empty=False,
                refused=dict.fromkeys(("telehealth", "telemedicine", "virtual", "synchronous"), _VIDEO_OR_AUDIO),
            ),
            "the ways in which you meet patients",
            template=True,
        ),
        Field(
            "duties",
            SomeOf(
                "diagnose prescribe triage chart_review order_signing messaging assessment therapy verify_orders"
                " interpret supervise oversee teach coordinate intake consent reports testimony billing",
                _DUTIES,
                open=True,
            ),
            "what the seat does",
        ),
        Field(
            "clinical_judgment",
            OneOf("protected free with_approval overruled"),
            "who has the last clinical word: protected by a clause, free in practice, with approval, or overruled by a"
            " protocol or order that is fulfilled whatever you find",
        ),
        Field(
            "conditions_excluded",
            WRITTEN,
            "whether there is a list of what is not treated remotely",
            template=True,
        ),
        Field(
            "protocols_set_by",
            OneOf("clinician medical_director practice company client payer"),
            "who decides the clinical rules",
        ),
        Field(
            "may_decline",
            OneOf("paid unpaid penalised no", {"penalized": "penalised"}, {"yes": "paid, or unpaid?"}),
            "whether you may turn a patient away or refer them on, and what that does to your pay",
            template=True,
        ),
        Field("may_require_video", YES, "whether you may insist on video or a live visit"),
        Field("patient_ages", Number(0, 120, "years"), "the patients' ages in years"),
        Field("emergencies", OneOf("excluded optional included"), "whether emergencies or crises are part of the work"),
        Field(
            "escalation_protocol",
            WRITTEN,
            "whether there is a working path to in-person or emergency care",
            template=True,
        ),
        Field(
            "backup",
            OneOf("all_hours business_hours none", {"24/7": "all_hours", "always": "all_hours"}),
            "when a licensed colleague can be reached while you are on duty",
            template=True,
        ),
        Field(
            "patient_identified",
            YES,
            "whether you know each patient's name, whereabouts and call-back number",
        ),
        Field(
            "followup_owner",
            OneOf("clinician team primary_care nobody", {"PCP": "primary_care", "pool": "team", "me": "clinician"}),
            "who owns results, refills and messages after the visit",
        ),
        Field("days_off_covered", YES, "whether a colleague takes your results and messages on your days off"),
        Field(
            "supervises",
            Number(0, 100, "people"),
            "how many people's care you must oversee or sign for",
        ),
        Field("supervision_paid", YES, "whether overseeing and signing for other people is paid"),
    ),
)
