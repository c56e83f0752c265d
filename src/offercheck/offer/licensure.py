"""Licensure and credentialing: the three lists of states begin here."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.spelling import YES_LIKE
from offercheck.offer.values.states import States, StateShares
from offercheck.offer.values.texts import Date
from offercheck.offer.values.words import PAYER, YES, OneOf, SomeOf

_WAITS_FOR = {
    "license": "licences",
    "licenses": "licences",
    "licensure": "licences",
    "licence": "licences",
    "credentialing": "payer_enrolment",
    "payer enrollment": "payer_enrolment",
    "enrollment": "payer_enrolment",
    "payer credentialing": "payer_enrolment",
    "hospital privileges": "privileges",
    "background": "background_check",
    "drug test": "background_check",
    "onboarding": "training",
}

AREA = Area(
    "licensure",
    "Licensure and credentialing",
    (
        Field(
            "patient_states",
            States(self_word="patient_states", may_be_empty=False),
            "the states whose patients you treat",
            template=True,
        ),
        Field("licences_required", States(), "the states whose licence you must hold at the start", template=True),
        Field(
            "until_licensed",
            OneOf("waits sent_elsewhere sees_patients", {"rerouted": "sent_elsewhere", "waiting": "waits"}),
            "what happens to a state's patients until your licence for it is there",
            template=True,
        ),
        Field(
            "legal_basis",
            OneOf(
                "state_licence federal compact registration waiver",
                {"state license": "state_licence", "license": "state_licence", "IMLC": "compact", "NLC": "compact"},
            ),
            "what is said to make the work across state lines lawful",
        ),
        Field("share_of_visits", StateShares(), "each state's share of the visits"),
        Field("licence_fees_paid_by", PAYER, "who pays for the first licences", template=True),
        Field(
            "licence_fees_repayable",
            YES,
            "whether you pay licence fees back when you leave early (partly where the sum falls with time)",
            absent="no",
        ),
        Field("renewals_paid_by", PAYER, "who pays when licences are renewed"),
        Field(
            "dea_paid_by",
            PAYER,
            "who pays for DEA and state controlled-substance registrations",
            template=True,
        ),
        Field("dea_states", States(), "the states in which you are asked to hold a DEA registration", template=True),
        Field(
            "dea_address_from",
            OneOf("employer clinician", {"company": "employer", "home": "clinician", "own": "clinician"}),
            "whose address stands on your DEA registrations",
        ),
        Field("credentialing_paid_by", PAYER, "who pays for credentialing and enrolment with payers"),
        Field(
            "credentialing_done_by",
            OneOf("employer clinician agency", {"company": "employer"}),
            "who does the paperwork of credentialing",
        ),
        Field("credentialing_hours", Number(0, 500, "hours"), "the unpaid hours that credentialing takes you"),
        Field(
            "start_waits_for",
            SomeOf("licences payer_enrolment privileges background_check training", _WAITS_FOR, open=True),
            "what must arrive before your first paid day",
            closes=True,
        ),
        Field("starts_on", Date(), "the date from which you are paid, whatever is still missing"),
        Field("paid_while_waiting", YES, "whether you are paid between the start date and your first patient"),
        Field("work_from", States(), "the states where you may live and sit while working"),
        Field("abroad_allowed", YES, "whether you may work while you are outside the country"),
        Field(
            "collaborating_physician",
            OneOf(
                "provided found_by_clinician not_needed",
                {"supplied": "provided", "find your own": "found_by_clinician", "not required": "not_needed"},
                dict.fromkeys(YES_LIKE, "provided?"),
            ),
            "who finds the collaborating physician that an np or pa needs",
            template=True,
        ),
        Field("collaborating_physician_paid_by", PAYER, "who pays the collaborating physician"),
        Field("collaboration_states", States(), "the states in which a licensed collaborating physician is provided"),
        Field(
            "collaboration_backup",
            YES,
            "whether another collaborating physician stands in when yours is away or leaves",
        ),
    ),
)
