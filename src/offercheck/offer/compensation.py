"""Pay and benefits."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.base import Facets
from offercheck.offer.values.durations import Duration, Quantity
from offercheck.offer.values.money import Amount, Money
from offercheck.offer.values.numbers import Number, Share
from offercheck.offer.values.pay import PAY
from offercheck.offer.values.pay_parts import Per
from offercheck.offer.values.pay_short import short_item
from offercheck.offer.values.records import Records
from offercheck.offer.values.texts import Text
from offercheck.offer.values.words import YES, OneOf, SomeOf
from offercheck.reading.fault import Faults
from offercheck.reading.node import Node

_BENEFITS = {
    "medical": "health",
    "health insurance": "health",
    "medical insurance": "health",
    "short-term disability": "disability",
    "long-term disability": "disability",
    "STD": "disability",
    "LTD": "disability",
    "life insurance": "life",
    "401k": "retirement",
    "401(k)": "retirement",
    "403b": "retirement",
    "403(b)": "retirement",
    "pension": "retirement",
    "401k match": "retirement match",
    "401(k) match": "retirement match",
    "PTO": "leave",
    "vacation": "leave",
    "paid time off": "leave",
    "sick leave": "sick",
    "sick days": "sick",
    "paid holidays": "holidays",
    "parental leave": "parental",
    "maternity": "parental",
    "maternity leave": "parental",
    "CME allowance": "cme",
    "continuing education": "cme",
    "CE": "cme",
    "tuition reimbursement": "tuition",
    "license dues": "licence_dues",
    "dues": "licence_dues",
    "equity": "stock",
    "stock options": "stock",
    "HSA": "fsa",
}

ADVERTISED = {
    "per": Per(),
    "amount": Amount(),
    "by": OneOf("employer third_party", {"company": "employer", "recruiter": "third_party", "agency": "third_party"}),
    "assumes": Text(),
    "says": Text(),
}


def _has_unit(node: Node, said: dict[str, Facets], faults: Faults) -> None:
    """A figure without its unit is refused, not guessed."""
    if "amount" in said and "per" not in said:
        faults.at(node, "an amount without `per`", "say what it is paid per: per: year")


AREA = Area(
    "compensation",
    "Pay and benefits",
    (
        Field(
            "pay",
            PAY,
            "what is owed, item by item: rates, bonuses, differentials, floors, fees taken from you",
            template=True,
            closes=True,
        ),
        Field(
            "advertised",
            Records(ADVERTISED, open=True, rules=_has_unit, shorthand=short_item),
            "earnings figures that nobody owes, such as `earn up to`",
            template=True,
        ),
        Field(
            "wages_repayable",
            YES,
            "whether pay for hours you worked can be taken back",
            template=True,
            absent="no",
        ),
        Field(
            "may_offset",
            OneOf("no with_notice without_notice"),
            "whether the employer may keep back from your pay what it says you owe",
            absent="no",
        ),
        Field(
            "paid_on",
            OneOf("completion collection schedule", {"completed": "completion", "collected": "collection"}),
            "what starts a payment: the visit done, the money collected, or the calendar",
        ),
        Field("paid_every", Text(), "how often you are paid, in the paper's words"),
        Field(
            "collection_risk",
            OneOf("employer clinician shared", {"company": "employer"}),
            "who loses when a payer denies a claim",
        ),
        Field(
            "benefits",
            SomeOf(
                "none health dental vision disability life retirement match leave sick holidays parental cme tuition"
                " licence_dues stock fsa relocation stipend other",
                _BENEFITS,
                open=True,
            ),
            "the benefits named",
            template=True,
            closes=True,
        ),
        Field("benefits_need", Quantity(), "the hours or visits below which benefits end", absent="none"),
        Field("health_paid_by_employer", Share(), "the share of your health premium that the employer pays"),
        Field("health_starts_after", Duration(), "how long you wait for health cover"),
        Field("retirement_match", Share(), "the employer's contribution to retirement as a share of pay"),
        Field(
            "retirement_vests_after",
            Duration(),
            "how long until the employer's retirement contributions are wholly yours",
        ),
        Field("leave_days", Number(0, 366, "days/year"), "the paid days off a year, education days apart"),
        Field("cme", Money(per="year"), "the education money a year, in dollars"),
        Field("cme_days", Number(0, 60, "days/year"), "the paid education days a year"),
    ),
)
