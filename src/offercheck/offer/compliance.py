"""Prescribing and compliance."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.spelling import YES_LIKE
from offercheck.offer.values.texts import Texts
from offercheck.offer.values.words import PAYER, YES, OneOf, SomeOf

AREA = Area(
    "compliance",
    "Prescribing and compliance",
    (
        Field(
            "same_pay_without_prescription",
            YES,
            "whether you are paid the same when you order and prescribe nothing",
            template=True,
        ),
        Field(
            "patient_contact",
            OneOf("live on_request none", {"synchronous": "live", "on demand": "on_request"}),
            "whether you meet the patient before an order or decision",
            template=True,
        ),
        Field("records_available", YES, "whether you can read the patient's record"),
        Field("orders_prefilled", YES, "whether orders come to you ready to sign", template=True),
        Field(
            "patients_found_by",
            OneOf(
                "clinician employer payer client marketer supplier",
                {"company": "employer", "advertising": "employer", "lead generator": "marketer"},
            ),
            "who sends the patients",
        ),
        Field(
            "customer",
            SomeOf(
                "patient insurer employer government health_system client pharmacy supplier litigation advertiser",
                {
                    "patients": "patient",
                    "self-pay": "patient",
                    "cash": "patient",
                    "payer": "insurer",
                    "payers": "insurer",
                    "insurers": "insurer",
                    "insurance": "insurer",
                    "employers": "employer",
                    "medicare": "government",
                    "medicaid": "government",
                    "hospital": "health_system",
                    "hospitals": "health_system",
                    "clients": "client",
                },
            ),
            "who pays the company",
        ),
        Field("owns_pharmacy", YES, "whether the company owns, or shares owners with, a pharmacy or supplier it uses"),
        Field(
            "controlled_substances",
            OneOf("none some main"),
            "how much of the work is prescribing controlled substances",
            template=True,
        ),
        Field(
            "controlled_policy",
            OneOf("lawful none against_the_law", refused=dict.fromkeys(YES_LIKE, "lawful?")),
            "whether there is a lawful, dated policy on controlled substances (against_the_law: you are told to"
            " prescribe outside the law)",
            template=True,
        ),
        Field(
            "controlled_plan",
            YES,
            "whether there is a plan for the day when the federal exception for controlled substances ends",
        ),
        Field(
            "privacy_agreement",
            YES,
            "whether the company holds business associate agreements for the tools you use",
            template=True,
        ),
        Field(
            "consent_taken_by",
            OneOf("employer clinician", {"company": "employer"}),
            "who takes the patient's consent to telehealth",
        ),
        Field("breach_cost_on", PAYER, "who pays for a privacy breach"),
        Field(
            "owned_by",
            OneOf(
                "clinicians absent_clinician investors health_system public",
                {"physicians": "clinicians", "private equity": "investors", "venture capital": "investors"},
            ),
            "who owns the entity that signs (absent_clinician: an owner on paper who takes no part)",
        ),
        Field("claims_visible", YES, "whether you can see what is billed in your name"),
        Field("lends_name", YES, "whether you are made owner or director on paper only", absent="no"),
        Field(
            "may_report",
            OneOf("protected yes limited barred"),
            "whether you may speak to boards, regulators and the public",
            template=True,
            absent="yes",
        ),
        Field("known_actions", Texts(), "lawsuits, pleas and orders against the company, as reported"),
    ),
)
