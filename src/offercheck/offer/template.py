"""The text that `offercheck new` writes: every question an offer file can answer, none of them answered."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from offercheck.offer.schema import AREA_OF, FORMAT, sentence

if TYPE_CHECKING:
    from offercheck.offer.field import Area, Field

READING_ORDER = (
    "document",
    "",
    "engagement",
    "scope",
    "technology",
    "licensure",
    "schedule",
    "productivity",
    "no_show",
    "quality",
    "compensation",
    "malpractice",
    "terms",
    "compliance",
    "eligibility",
    "growth",
)
"""The areas as a contract takes them: first what paper this is, then the parties, the work, the pay, the risks."""

EXAMPLES: dict[str, str] = {
    "document.stage": "offer_letter",
    "document.complete": "no",
    "title": "Virtual urgent care physician",
    "employer": "Northstar Medical Group, PC",
    "specialty": "family medicine",
    "parties": "[{name: Northstar, is: brand}, {name: Hale Staffing, is: agency}]",
    "role": "physician",
    "care": "[urgent_care]",
    "country": "US",
    "notes": '["relocation possible, terms to be agreed"]',
    "engagement.classification": "1099",
    "engagement.hours_per_week": "36",
    "engagement.weeks_per_year": "46",
    "engagement.place": "[remote]",
    "scope.conditions_excluded": "written",
    "scope.clinical_judgment": "protected",
    "scope.patient_ages": "18+",
    "scope.escalation_protocol": "written",
    "scope.backup": "business_hours",
    "scope.supervises": "up to 2",
    "technology.systems": "2",
    "technology.uptime": "99.9%",
    "technology.help_within": "15 minutes",
    "licensure.licences_required": "[TX, FL]",
    "licensure.licence_fees_paid_by": "clinician",
    "licensure.dea_paid_by": "reimbursed",
    "licensure.dea_states": "[TX]",
    "licensure.credentialing_hours": "10",
    "malpractice.policy_type": "claims_made",
    "malpractice.tail_paid_by": "clinician",
    "malpractice.tail_vests_after": "2 years",
    "malpractice.excludes": "[controlled, outside_work]",
    "productivity.slots_per_hour": "4",
    "productivity.minutes_per_visit": "15",
    "productivity.minutes_new_visit": "30",
    "productivity.minimum_offered": "20 hours/week",
    "productivity.minimum_completed": "220 visits/month",
    "productivity.caseload": "60 patients",
    "productivity.fill_rate": "85%",
    "productivity.unpaid_minutes_per_visit": "3",
    "productivity.unpaid_hours_per_week": "2",
    "productivity.reply_within": "24 hours",
    "productivity.note_deadline": "48 hours",
    "no_show.late_cancel": "[{under: 24 hours, pay: 50%}]",
    "no_show.wait_minutes": "10",
    "quality.measures": "[{name: star rating, measures: satisfaction, used_for: bonus}]",
    "quality.pay_at_risk": "5%",
    "compensation.advertised": "[{per: year, amount: up to 340000, by: employer}]",
    "compensation.wages_repayable": "no",
    "compensation.paid_every": "two weeks",
    "compensation.benefits": "[health, retirement, leave]",
    "compensation.benefits_need": "30 hours/week",
    "compensation.health_paid_by_employer": "75%",
    "compensation.health_starts_after": "30 days",
    "compensation.retirement_match": "4%",
    "compensation.retirement_vests_after": "2 years",
    "compensation.leave_days": "20",
    "compensation.cme": "$2,500",
    "compensation.cme_days": "5",
    "schedule.set_by": "mutual",
    "schedule.published_ahead": "4 weeks",
    "schedule.shifts": "[{count: 3, per: week, hours: 12, from: 8 am, to: 8 pm, zone: Central}]",
    "schedule.guaranteed": "24 hours/week",
    "schedule.maximum": "40 hours/week",
    "schedule.cancel_notice": "48 hours",
    "schedule.own_cancel_notice": "7 days",
    "terms.length": "1 year",
    "terms.severance": "$20,000 once",
    "terms.exit_cost": "$5,000",
    "terms.notice_from_employer": "30 days",
    "terms.non_compete": "{lasts: 12 months, radius_miles: 10, telehealth: excluded}",
    "terms.non_solicit": "{lasts: 12 months, patients: yes, may_tell_patients: yes}",
    "terms.cure_period": "30 days",
    "terms.employer_may_change": "[policies]",
    "terms.law": "TX",
    "terms.papers_missing": "[handbook]",
    "compliance.orders_prefilled": "no",
    "compliance.customer": "[insurer]",
    "compliance.known_actions": '["state settlement, 2024"]',
    "compliance.may_report": "yes",
    "eligibility.credential": "[board certified in family medicine]",
    "eligibility.years_required": "2",
    "eligibility.training_licence": "no",
    "eligibility.visa": "no sponsorship",
    "eligibility.ramp": "3 months",
    "growth.pay_reviewed_every": "1 year",
    "growth.roles": "[lead physician]",
    "growth.onboarding_hours": "8",
    "growth.turnover": "20%",
    "growth.runway": "18 months",
    "growth.largest_customer_share": "40%",
}
"""What one offer might say: the examples beside the fields. A field without one shows its kind's."""

NOTES: dict[str, str] = {
    "document.stage": "An email that states terms counts as an offer_letter: write that here, and at the end of this"
    " file evidence: [{field: all, source: email}]. A cold mail that names no terms is a job_ad.",
    "role": "Letters will do: MD, DO, FNP, LCSW.",
    "licensure.patient_states": "where_licensed: only states whose licence you hold; more_as_required beside others:"
    " [TX, more_as_required].",
    "compensation.pay": "One text will do for one rate: $40/hour, $42/visit, $215,000/year, 60% of collections. Where"
    " no figure is given: {per: visit, holds: withheld}.",
    "compensation.advertised": "One text will do: up to $340,000 a year.",
}
"""What a newcomer needs beyond the field's meaning."""

_WIDTH = 96
_LONG = 60
"""Descriptions of a kind that are longer are written out once, and referred to after that."""

_HEADER = """\
# A telemedicine job offer, for offercheck.
#
# Go through the paper and fill in what it says, as it says it: $250,000, 12%, 60 days, no, W-2.
# Leave empty, or delete, whatever it does not say, and do not guess. An empty line counts as not
# said, never as no and never as 0: it becomes a question to ask.
#
# A number may be a range (10-12, up to 90, 40+). A list stands in brackets ([TX, FL]).
# A text with a comma or a colon in it goes in quotes.
"""
_EVIDENCE = """\
# Where a term is written, if not in this paper, or how well it holds:
#   source: contract, offer_letter, policy, email, verbal, job_ad, web_page or third_party
#   holds: stated, vaguely, conditionally, contradicted or withheld
# A promise in an email or on the phone is not yet a term of the contract. For example:
#
# evidence:
#   - {field: malpractice.tail_paid_by, source: email, holds: vaguely, says: "handled on leaving"}
#   - {field: terms.notice_from_clinician, clause: "9.2", holds: contradicted, or: 30 days}
#   - {field: all, source: email}    # everything else in this file comes from an email
"""


def template(full: bool = False) -> str:
    """An offer file with every question open: the newcomer's fifty, or all. It is a valid file as it is."""
    described: dict[str, str] = {}
    parts = [_HEADER, f"offercheck: {FORMAT}\n"]
    for name in READING_ORDER:
        area = AREA_OF[name]
        fields = [field for field in area if (full or field.template) and field.name != "offercheck"]
        if fields:
            parts.append(_area(area, fields, described))
    return "\n".join([*parts, _EVIDENCE])


def _area(area: Area, fields: list[Field], described: dict[str, str]) -> str:
    indent = "  " if area.name else ""
    heading = f"# {area.title} ".ljust(_WIDTH, "-")
    lines = [heading, *([f"{area.name}:"] if area.name else [])]
    for field in fields:
        lines += _comment(sentence(field.meaning), indent)
        lines += _comment(NOTES.get(field.path, ""), indent)
        lines += _comment(_kind(field, described), indent)
        lines.append(f"{indent}{field.name}:  # e.g. {EXAMPLES.get(field.path, field.type.example)}")
    return "\n".join(lines) + "\n"


def _comment(text: str, indent: str) -> list[str]:
    start = f"{indent}# "
    return wrap(text, _WIDTH, initial_indent=start, subsequent_indent=start, break_on_hyphens=False)


def _kind(field: Field, described: dict[str, str]) -> str:
    """What may be written there; of a long list that stood before, where."""
    kind = field.type.describe()
    if kind == "text":
        return ""
    first = described.setdefault(kind, field.path)
    shown = f"as for {first}" if first != field.path and len(kind) > _LONG else kind
    absent = f" In a complete contract, empty means {field.read_as}." if field.absent else ""
    return f"({shown}){absent}"
