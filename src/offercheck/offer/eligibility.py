"""Who may take the post, and what a beginner finds."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.texts import Text, Texts
from offercheck.offer.values.words import YES

AREA = Area(
    "eligibility",
    "Eligibility",
    (
        Field("credential", Texts(), "the licence, certificate or boards asked for"),
        Field("years_required", Number(0, 60, "years"), "the years of practice asked for"),
        Field("new_graduates", YES, "whether new graduates are welcome"),
        Field("training_licence", YES, "whether a resident's training licence is enough", template=True),
        Field("visa", Text(), "the visa terms, in the paper's words"),
        Field("mentor", YES, "whether you get a named mentor or a supervised start"),
        Field("ramp", Duration(), "how long the load is lighter at first"),
    ),
)
