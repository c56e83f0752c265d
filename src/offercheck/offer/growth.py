"""What comes after the first year."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.texts import Texts
from offercheck.offer.values.words import YES, OneOf

AREA = Area(
    "growth",
    "Growth",
    (
        Field("pay_reviewed_every", Duration(), "how often pay is reviewed"),
        Field("roles", Texts(), "the further posts that are named"),
        Field("onboarding_hours", Number(0, 2000, "hours"), "the hours of training at the start"),
        Field("onboarding_paid", YES, "whether training at the start is paid"),
        Field("case_mix", OneOf("broad narrow one_condition"), "how broad the work is"),
        Field("turnover", Share(greatest=3), "the share of clinicians who leave in a year"),
        Field("layoffs", YES, "whether clinicians were laid off in the last two years"),
        Field("runway", Duration(), "how long the company's money in hand lasts"),
        Field("largest_customer_share", Share(), "the share of the company's income from its largest customer"),
    ),
)
