"""Malpractice cover."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration
from offercheck.offer.values.money import Limits
from offercheck.offer.values.states import States
from offercheck.offer.values.words import PAYER, YES, OneOf, SomeOf

_SERVICES = (
    "video audio messaging async prescribing controlled supervision medical_director home_visits medico_legal jails"
)
_SERVICE_SYNONYMS = {
    "phone": "audio",
    "telephone": "audio",
    "chat": "messaging",
    "messages": "messaging",
    "asynchronous": "async",
    "store and forward": "async",
    "prescriptions": "prescribing",
    "controlled substances": "controlled",
    "supervising": "supervision",
    "house calls": "home_visits",
    "corrections": "jails",
    "correctional": "jails",
    "moonlighting": "outside_work",
    "license defense": "licence_defence",
    "licence defense": "licence_defence",
    "license defence": "licence_defence",
    "cyber": "privacy_breach",
    "contractual liability": "contract_liability",
    "telemedicine": "telehealth",
}

AREA = Area(
    "malpractice",
    "Malpractice cover",
    (
        Field(
            "paid_by",
            PAYER,
            "who buys the policy (deducted: your pay is charged for it, statute: federal or state law answers instead)",
            template=True,
        ),
        Field("certificate", YES, "whether you get a certificate in your name before the first visit"),
        Field("telehealth_named", YES, "whether the policy says that it covers telemedicine", template=True),
        Field("states_covered", States(cover=True), "the states in which the policy answers", template=True),
        Field(
            "policy_type",
            OneOf("occurrence claims_made claims_paid", {"claims": "claims_made"}),
            "what triggers the policy: the incident (occurrence), the claim, or its payment",
            template=True,
        ),
        Field("prior_acts", YES, "whether work before this policy's first day is covered"),
        Field("tail_paid_by", PAYER, "who pays for tail cover when you leave", template=True),
        Field("tail_paid_by_if_dismissed", PAYER, "who pays for tail cover when the employer ends it without cause"),
        Field("tail_vests_after", Duration(), "how long you must stay until the employer pays the whole tail"),
        Field("limits", Limits(), "the limits for one claim and for all claims of a year, in dollars", template=True),
        Field(
            "limits_are",
            OneOf("individual shared", {"separate": "individual", "own": "individual"}),
            "whether the limits are yours alone or shared with others",
        ),
        Field(
            "settlement_consent",
            OneOf("clinician clinician_with_hammer employer nobody", {"hammer": "clinician_with_hammer"}),
            "whose consent the insurer needs to settle a claim against you",
        ),
        Field(
            "covers",
            SomeOf(f"{_SERVICES} outside_work licence_defence privacy_breach", _SERVICE_SYNONYMS, open=True),
            "the services that the policy names as covered",
        ),
        Field(
            "excludes",
            SomeOf(f"{_SERVICES} outside_work contract_liability telehealth", _SERVICE_SYNONYMS, open=True),
            "the services that the policy names as excluded",
            template=True,
            closes=True,
        ),
        Field(
            "defence_costs",
            OneOf("outside_limits inside_limits", {"outside": "outside_limits", "inside": "inside_limits"}),
            "whether defence costs come on top of the limits or use them up",
        ),
        Field("deductible_paid_by", PAYER, "who pays the policy's deductible"),
        Field(
            "insurer",
            OneOf("rated unrated captive self_insured surplus_lines", {"admitted": "rated", "A-rated": "rated"}),
            "what kind of insurer writes the policy",
        ),
        Field("told_if_it_ends", YES, "whether you must be told before the cover ends or changes"),
    ),
)
