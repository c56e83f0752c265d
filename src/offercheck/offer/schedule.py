"""Control over the schedule."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration, Quantity
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.records import Records
from offercheck.offer.values.special import AmountOf, Missed
from offercheck.offer.values.texts import Text, Texts
from offercheck.offer.values.words import YES, OneOf

SHIFT = {
    "count": Number(0, 100, "shifts"),
    "per": OneOf("week month", {"weekly": "week", "monthly": "month"}),
    "hours": Number(0, 48, "hours"),
    "from": Text(),
    "to": Text(),
    "zone": Text(),
    "days": Texts(),
    "says": Text(),
}

AREA = Area(
    "schedule",
    "Schedule",
    (
        Field(
            "set_by",
            OneOf(
                "clinician mutual employer algorithm",
                {"company": "employer", "jointly": "mutual", "software": "algorithm"},
                {"flexible": "who has the last word: clinician, mutual, employer, algorithm? Else leave it out"},
            ),
            "who decides when you work",
            template=True,
        ),
        Field("published_ahead", Duration(), "how long ahead the rota is known"),
        Field(
            "shifts",
            Records(SHIFT, open=True),
            "the shifts you work, with how many, how long (hours), clock times and time zone",
            closes=True,
        ),
        Field(
            "guaranteed",
            Quantity(),
            "the hours or visits that are promised to you, 0 where none are",
            absent="none",
        ),
        Field("maximum", Quantity(), "the most hours or visits you can be made to work"),
        Field("nights", AmountOf(), "night work: no, optional, required, or how much"),
        Field("weekends", AmountOf(), "weekend and holiday work: no, optional, required, or how much"),
        Field("on_call", AmountOf(), "on-call duty: no, optional, required, or how much"),
        Field(
            "cancelled_shift_pay",
            Missed(),
            "what a shift pays that the employer cancels late, in dollars, as a share, or in the words full or none",
        ),
        Field("cancel_notice", Duration(), "how much notice the employer must give to cancel without pay"),
        Field("own_cancel_notice", Duration(), "how much notice you must give to drop a shift"),
        Field("own_cancel_penalised", YES, "whether dropping a shift costs you pay, shifts or standing", absent="no"),
    ),
)
