"""How the work is measured, and what a measure can do."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.records import Records
from offercheck.offer.values.texts import Text
from offercheck.offer.values.words import WRITTEN, YES, OneOf, SomeOf

MEASURE = {
    "name": Text(),
    "measures": SomeOf(
        "satisfaction complaints clinical documentation speed availability volume engagement prescribing conversion"
        " protocol unknown",
        {
            "star rating": "satisfaction",
            "ratings": "satisfaction",
            "patient satisfaction": "satisfaction",
            "NPS": "satisfaction",
            "outcomes": "clinical",
            "readmissions": "clinical",
            "notes": "documentation",
            "productivity": "volume",
            "retention": "engagement",
            "sales": "conversion",
            "adherence": "protocol",
        },
    ),
    "wanted": OneOf("more less", {"up": "more", "higher": "more", "down": "less", "lower": "less", "fewer": "less"}),
    "threshold": Text(),
    "min_responses": Number(0, 10_000, "responses"),
    "used_for": SomeOf(
        "feedback bonus pay shifts discipline dismissal unknown",
        {"termination": "dismissal", "scheduling": "shifts", "routing": "shifts", "information": "feedback"},
    ),
    "appeal": YES,
}

AREA = Area(
    "quality",
    "Quality measures",
    (
        Field(
            "measures",
            Records(MEASURE, open=True),
            "what you are measured by, with what each measure watches and everything it is used for",
            template=True,
            closes=True,
        ),
        Field("measures_written", WRITTEN, "whether definitions and thresholds of the measures are given"),
        Field("heard_before_action", YES, "whether you get notice and a reply before suspension or dismissal"),
        Field(
            "reviewed_by",
            OneOf("same_specialty clinician company algorithm", {"peer": "same_specialty", "software": "algorithm"}),
            "who judges the quality of your care",
        ),
        Field("pay_at_risk", Share(), "the share of pay that depends on measures"),
    ),
)
