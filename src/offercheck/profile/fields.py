"""Every field of a profile, as rules name it: `me.licences`."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.header import ROLE_SYNONYMS, ROLES, SPECIALISTS
from offercheck.offer.values.money import Money
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.states import StateName
from offercheck.offer.values.words import OneOf, SomeOf
from offercheck.profile.kinds import HeldStates, RuleKeys, Weights

VERSION_KEY = "offercheck_me"
FORMAT = "1"
"""The one version of the profile's format."""

_IN_TRAINING = "role: physician, with career_stage: resident or fellow"
_ROLES = (
    ROLE_SYNONYMS
    | dict.fromkeys(SPECIALISTS, "physician")
    | {"PMHNP": "np", "psychiatric nurse practitioner": "np", "NP-C": "np"}
)
_NOT_A_ROLE = {
    "nurse": "rn, lpn, or np?",
    "provider": "which profession?",
    "clinician": "which profession?",
    "resident": _IN_TRAINING,
    "fellow": _IN_TRAINING,
    "intern": _IN_TRAINING,
}
_STAGES = {
    "intern": "resident",
    "residency": "resident",
    "fellowship": "fellow",
    "new grad": "new_graduate",
    "new graduate": "new_graduate",
    "recent graduate": "new_graduate",
    "early career": "early",
    "senior": "experienced",
}
_VISAS = {
    "citizen": "none",
    "US citizen": "none",
    "green card": "none",
    "permanent resident": "none",
    "O-1": "other",
    "TN": "other",
    "F-1": "other",
    "OPT": "other",
}
_COMPACTS = {
    "Interstate Medical Licensure Compact": "imlc",
    "Nurse Licensure Compact": "nlc",
    "multistate licence": "nlc",
    "multistate license": "nlc",
    "Psychology Interjurisdictional Compact": "psypact",
    "APIT": "psypact",
}

AREA = Area(
    "me",
    "You",
    (
        Field("role", OneOf(ROLES, _ROLES, _NOT_A_ROLE), "your profession", template=True),
        Field(
            "degree",
            OneOf("md do", {"MBBS": "md", "MBChB": "md"}),
            "a physician's degree, on which some boards and their fees depend",
            template=True,
        ),
        Field(
            "career_stage",
            OneOf("resident fellow new_graduate early experienced", _STAGES),
            "where you stand: early is under three years of practice after training",
            template=True,
        ),
        Field("years", Number(0, 70, "years"), "years of practice after training", template=True),
        Field("home_state", StateName(), "the state in which you live, for the law and compacts", template=True),
        Field("licences", HeldStates(), "the states in which you hold a full licence", template=True),
        Field(
            "compact",
            SomeOf("imlc nlc psypact", _COMPACTS),
            "the compacts by which you may practise or get licences: imlc where you qualify, nlc with a multistate"
            " licence, psypact with an authority",
            template=True,
        ),
        Field("dea_states", HeldStates(), "the states in which you hold a DEA registration", template=True),
        Field("training_licence", OneOf("yes no"), "whether a training licence is all you hold", template=True),
        Field("visa", OneOf("none j1 h1b other", _VISAS), "the visa on which your work depends", template=True),
        Field("other_wages", Money("year"), "what you earn elsewhere on W-2, for the payroll tax", template=True),
        Field("target_hourly", Money("hour"), "what an hour of work should come to, all of it counted", template=True),
        Field("target_hours", Number(0, 120, "hours/week"), "the hours a week you want to work", template=True),
        Field("priorities", Weights(), "how much an area matters to you, beside 1 for the others", template=True),
        Field(
            "deal_breakers",
            RuleKeys(),
            "rules whose red flag ends it for you, as a deal-breaker ends it for everybody",
            template=True,
        ),
    ),
)

PRIORITIES, DEAL_BREAKERS = "me.priorities", "me.deal_breakers"

FIELDS: dict[str, Field] = {field.path: field for field in AREA}

READ_BY_RULES: dict[str, Field] = {
    path: field for path, field in FIELDS.items() if path not in (PRIORITIES, DEAL_BREAKERS)
}
"""The fields that conditions may name. The other two change what the rules' results count."""
