"""Contract terms: leaving, being dismissed, what binds you afterwards, who may change what."""

from __future__ import annotations

from offercheck.offer.field import Area, Field
from offercheck.offer.values.durations import Duration
from offercheck.offer.values.money import Money
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.records import NoneOr
from offercheck.offer.values.states import Law, States
from offercheck.offer.values.texts import Texts
from offercheck.offer.values.words import YES, OneOf, SomeOf

NON_COMPETE = {
    "lasts": Duration(),
    "radius_miles": Number(0, 5000, "miles"),
    "measured_from": OneOf("one_site all_sites patients clinician unsaid"),
    "area": States(),
    "telehealth": OneOf("included excluded unsaid"),
    "after": OneOf(
        "resignation dismissal any_ending",
        {"resign": "resignation", "termination": "any_ending", "any": "any_ending", "any termination": "any_ending"},
    ),
    "buyout": Money(per="once"),
}
NON_SOLICIT = {
    "lasts": Duration(),
    "patients": YES,
    "own_patients": YES,
    "staff": YES,
    "may_tell_patients": YES,
}

AREA = Area(
    "terms",
    "Contract terms",
    (
        Field("length", Duration(), "how long the contract runs"),
        Field(
            "ends_with_funding",
            YES,
            "whether the post ends when a grant, a budget or a client's contract ends",
            absent="no",
        ),
        Field("exit_without_cause", YES, "whether you may leave without giving a cause", template=True),
        Field("exit_barred_for", Duration(), "how long from the start you may not give notice", absent="none"),
        Field("exit_for_breach", YES, "whether you may leave at once when the employer breaks the contract"),
        Field(
            "notice_from_clinician",
            Duration(),
            "how much notice you must give to leave without cause",
            template=True,
        ),
        Field(
            "notice_from_employer",
            Duration(),
            "how much notice you get when dismissed without cause, 0 days where at once",
            template=True,
        ),
        Field("paid_during_notice", YES, "whether you are paid to the end of the notice, even off the rota"),
        Field(
            "severance",
            Money(),
            "what you are paid after a dismissal without cause, in dollars, once or by the month",
            absent="$0 once",
        ),
        Field(
            "exit_cost",
            Money(per="once"),
            "the penalty in dollars for leaving early, repayments apart",
            absent="$0 once",
        ),
        Field(
            "dismissal_causes",
            OneOf("listed open none_needed", {"at will": "none_needed", "at-will": "none_needed"}),
            "whether the causes for dismissal are a closed list, an open one, or none is needed",
        ),
        Field("cure_period", Duration(), "how long you have to put a breach right"),
        Field(
            "non_compete",
            NoneOr(NON_COMPETE),
            "where and how long you may not work for others afterwards, or the word none",
            template=True,
            absent="none",
        ),
        Field(
            "non_solicit",
            NoneOr(NON_SOLICIT),
            "whom you may not approach afterwards, and how long, or the word none",
            absent="none",
        ),
        Field(
            "other_work",
            OneOf("free with_consent forbidden", {"allowed": "free", "permitted": "free", "prohibited": "forbidden"}),
            "whether you may work elsewhere meanwhile",
            absent="free",
        ),
        Field("outside_income_taken", YES, "whether what you earn elsewhere goes to the employer", absent="no"),
        Field(
            "inventions",
            OneOf("work_only related all none"),
            "which of your own works the employer owns",
            absent="none",
        ),
        Field(
            "indemnity",
            OneOf("none mutual insured_only clinician_only employer_only lopsided"),
            "who must pay for whose losses",
            absent="none",
        ),
        Field(
            "employer_may_change",
            SomeOf(
                "nothing pay duties policies schedule status everything",
                {"compensation": "pay", "rates": "pay", "hours": "schedule", "handbook": "policies"},
            ),
            "what the employer may change without your signature",
            template=True,
            absent="nothing",
        ),
        Field("change_notice", Duration(), "how long ahead you are told of a change the employer makes alone"),
        Field(
            "may_leave_on_change",
            YES,
            "whether a change the employer makes alone lets you leave at once and without cost",
        ),
        Field("law", Law(), "whose law governs"),
        Field(
            "disputes",
            OneOf("court arbitration mediation_first", {"litigation": "court", "mediation": "mediation_first"}),
            "where a dispute is settled",
        ),
        Field(
            "dispute_costs",
            OneOf("shared each_own loser clinician employer", {"split": "shared", "loser pays": "loser"}),
            "who pays for a dispute",
        ),
        Field("papers_missing", Texts(), "annexes, policies and other papers that are mentioned and were not seen"),
        Field("records_after_exit", YES, "whether you can reach charts afterwards to defend yourself"),
    ),
)
