"""The paper itself: how far it has come and how much of it was read. Nothing here is a term of the offer."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.texts import Date
from offercheck.offer.values.words import YES, OneOf

_STAGES = {
    "ad": "job_ad",
    "advert": "job_ad",
    "advertisement": "job_ad",
    "job advert": "job_ad",
    "job post": "job_ad",
    "job posting": "job_ad",
    "posting": "job_ad",
    "listing": "job_ad",
    "web page": "job_ad",
    "offer": "offer_letter",
    "letter": "offer_letter",
    "letter of intent": "offer_letter",
    "LOI": "offer_letter",
    "term sheet": "offer_letter",
    "agreement": "contract",
    "draft contract": "contract",
    "employment agreement": "contract",
    "services agreement": "contract",
}
_AN_EMAIL = "job_ad or offer_letter, by what it promises; and evidence: [{field: all, source: email}]"
_NOT_A_STAGE = dict.fromkeys(("email", "recruiter email", "phone", "phone call", "verbal"), _AN_EMAIL)

DOCUMENT = "document"
"""The name of this area. No evidence is asked for it, and none weakens it."""

AREA = Area(
    DOCUMENT,
    "The paper",
    (
        Field(
            "stage",
            OneOf("job_ad offer_letter contract", _STAGES, _NOT_A_STAGE),
            "how far the paper has come: job_ad is a public page or first mail, offer_letter also an email with terms",
            template=True,
        ),
        Field(
            "complete",
            YES,
            "whether all of the contract was read, annexes and policies too, and every clause found is in this file",
            template=True,
        ),
        Field("dated", Date(), "the date on the paper"),
        Field(
            "filled_in_by",
            OneOf("clinician recruiter employer script", {"candidate": "clinician"}),
            "who typed this file",
        ),
        Field("negotiable", YES, "whether the paper's terms may still be changed"),
    ),
)
