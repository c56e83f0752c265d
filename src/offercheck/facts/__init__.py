"""What follows from an offer: values that rules share, each derived from stated fields by a pure function.

A fact may only get more exact as its inputs do; a silent input leaves it open. No benchmark ever fills one.
"""

from offercheck.facts.authority import STATES_LICENSED_UNINSURED, STATES_UNLICENSED
from offercheck.facts.fact import Fact
from offercheck.facts.noncompete import NONCOMPETE_AT_HOME
from offercheck.facts.np_practice import NP_AGREEMENT_NEEDED
from offercheck.facts.pay_basis import PAID_BY_OUTPUT, PAID_BY_VISIT
from offercheck.facts.prescribing import PAID_PER_PRESCRIPTION
from offercheck.facts.rates import PAY_PER_HOUR, SHARE_OF_PACE, SHARE_OF_TARGET, SLOTS_TO_TARGET
from offercheck.facts.reach import BONUS_OUT_OF_REACH, SHARE_OF_YOUR_HOURS
from offercheck.facts.role import CLINICAL, PRESCRIBER
from offercheck.facts.states import DEA_STATES_COUNT, LICENCES_WANTED, PATIENT_STATES_NAMED, STATES_UNINSURED
from offercheck.facts.volume import SHARE_IN_YOUR_STATES

FACTS: dict[str, Fact] = {
    fact.path: fact
    for fact in (
        CLINICAL,
        PRESCRIBER,
        PAID_BY_VISIT,
        PAID_BY_OUTPUT,
        PAID_PER_PRESCRIPTION,
        STATES_UNINSURED,
        PATIENT_STATES_NAMED,
        DEA_STATES_COUNT,
        LICENCES_WANTED,
        NP_AGREEMENT_NEEDED,
        STATES_UNLICENSED,
        STATES_LICENSED_UNINSURED,
        NONCOMPETE_AT_HOME,
        SHARE_IN_YOUR_STATES,
        PAY_PER_HOUR,
        SHARE_OF_TARGET,
        SLOTS_TO_TARGET,
        SHARE_OF_PACE,
        BONUS_OUT_OF_REACH,
        SHARE_OF_YOUR_HOURS,
    )
}

__all__ = ["FACTS", "Fact"]
