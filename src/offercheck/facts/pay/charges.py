"""What you pay yourself in this job, read from who pays for what; and what is paid for you."""

from __future__ import annotations

from fractions import Fraction

from offercheck.facts.licensing import states_table
from offercheck.facts.licensing_cost import CostItem, licensing_cost
from offercheck.facts.pay.costs import credentialing, malpractice_deduction, tail
from offercheck.facts.pay.inputs import Inputs, range_of
from offercheck.facts.pay.items import HOURS, PERIODS, Sorted
from offercheck.facts.pay.range import Range, as_range, between
from offercheck.facts.pay.work import NONE, WHOLE, Work
from offercheck.offer.possible import Members, Span
from offercheck.reference.reference import Reference

YEARS_HELD = 6
_YOURS = frozenset({"clinician", "deducted"})
_THEIRS = frozenset({"employer", "included", "client", "statute", "reimbursed"})
_PERHAPS = between(0, Fraction(1, 2), 1)
_HALF = as_range(Fraction(1, 2))
_IN_A_YEAR = {"month": 12, "quarter": 4, "year": 1}


def your_share(inputs: Inputs, path: str, hired: str) -> Range:
    """The share of a cost that falls on you. Where the paper is silent, a contractor is expected to pay it."""
    words = inputs.words(path)
    if words and words <= _YOURS:
        return WHOLE
    if words and words <= _THEIRS:
        return NONE
    if words == {"shared"}:
        return _HALF
    if words:
        return _PERHAPS
    return inputs.need("unsaid_costs", None, "", hired)


def charges(inputs: Inputs, items: Sorted, work: Work, reference: Reference, hired: str) -> dict[str, Range]:
    """Each cost that may fall on you, by name, in dollars a year; those that cannot are left out."""
    found = {
        **_licences(inputs, reference, hired),
        "credentialing": _credentialing(inputs),
        "malpractice premium": _premium(inputs),
        "tail cover": _tail(inputs),
        "equipment": _equipment(inputs, hired),
        "collaborating physician": _collaborator(inputs),
        "fees taken from you": _fees(items, work),
    }
    return {name: cost for name, cost in found.items() if cost.high > 0}


_LICENCE_INPUTS = {"dea": "dea", "controlled_substances": "registrations"}
_NAMES = {
    "licences": "state licences",
    "dea": "DEA registrations",
    "registrations": "controlled-substance registrations",
}


def _licences(inputs: Inputs, reference: Reference, hired: str) -> dict[str, Range]:
    """Licences and registrations by the tables' fees, each sum an input of its own."""
    table = states_table(inputs.values, reference)
    cost = licensing_cost(table, inputs.values, reference) if table is not None else None
    sums: dict[str, Range] = {}
    for item in cost.items if cost is not None else ():
        name = _LICENCE_INPUTS.get(item.item, "licences")
        if name not in inputs.asked:
            sums[name] = sums.get(name, NONE) + _licence(item, inputs, hired)
    oldest = f"reference tables, oldest figure {cost.oldest_as_of}" if cost is not None else ""
    return {
        shown: inputs.looked_up(name, sums.get(name, NONE), oldest)
        for name, shown in _NAMES.items()
        if name in inputs.asked or (name in sums and sums[name].high > 0)
    }


def _licence(item: CostItem, inputs: Inputs, hired: str) -> Range:
    """One fee over the years for which a licence is held, the first year's and the later ones' apart."""
    if item.first_year.high == 0 and item.yearly.high == 0:
        return NONE
    first = your_share(inputs, item.first_paid_by, hired)
    later_path = item.later_paid_by if inputs.words(item.later_paid_by) else item.first_paid_by
    later = your_share(inputs, later_path, hired)
    if not item.complete:
        unlisted = inputs.need("unlisted_fee") if first.high > 0 or later.high > 0 else NONE
        return (_known(item.yearly) * later + unlisted) if later.high > 0 else unlisted * first
    return (_known(item.first_year) * first + _known(item.yearly) * later * (YEARS_HELD - 1)) / YEARS_HELD


def _credentialing(inputs: Inputs) -> Range:
    """Fees where they are yours, and the hours that the offer names at your own target for an hour."""
    yours = inputs.words("licensure.credentialing_paid_by") == {"clinician"} or "credentialing_fees" in inputs.asked
    fees = inputs.need("credentialing_fees") if yours else NONE
    hours = inputs.take("credentialing_hours")
    target = inputs.take("target") if hours is not None else None
    if fees.high == 0 and target is None:
        return NONE
    return credentialing(fees, hours or NONE, target or NONE, inputs.need("tenure"))


def _known(span: Span) -> Range:
    return range_of(span) or NONE


def _premium(inputs: Inputs) -> Range:
    """A policy that nobody mentions is not yours to pay: nearly all companies insure those who work for them."""
    words = inputs.words("malpractice.paid_by")
    if not words or not words <= {"clinician", "shared", "nobody"}:
        return NONE
    return inputs.need("premium") * (_HALF if words == {"shared"} else WHOLE)


def _tail(inputs: Inputs) -> Range:
    kinds = inputs.words("malpractice.policy_type")
    payer = inputs.words("malpractice.tail_paid_by")
    if (kinds and "claims_made" not in kinds) or (payer and payer <= _THEIRS):
        return NONE
    if not payer and not kinds:
        return NONE
    chance = inputs.need("tail_chance", WHOLE if payer and payer <= _YOURS else None, "malpractice.tail_paid_by")
    return tail(chance, inputs.need("premium"), inputs.need("tenure"), inputs.need("tail_multiple"))


def _equipment(inputs: Inputs, hired: str) -> Range:
    if "equipment" in inputs.asked:
        return inputs.need("equipment")
    share = your_share(inputs, "technology.equipment_paid_by", hired)
    return inputs.need("equipment") * share if share.high > 0 else NONE


def _collaborator(inputs: Inputs) -> Range:
    """A fee for each state where a collaborating physician is yours to pay; one state where none is named."""
    if not inputs.words("role") & {"np", "pa"}:
        return NONE
    if inputs.words("licensure.collaborating_physician_paid_by") != {"clinician"}:
        return NONE
    states = inputs.values.get("licensure.patient_states")
    count = max(len(states.sure), 1) if isinstance(states, Members) else 1
    return inputs.need("collaborator_fee") * 12 * count


def _fees(items: Sorted, work: Work) -> Range:
    """What is taken from you by the hour, the month or the visit. One that you may decline may be nothing."""
    total = NONE
    for fee in items.fees:
        each = fee.each
        if each is None:
            continue
        if fee.per in HOURS:
            cost = malpractice_deduction(each * 60 if fee.per == "minute" else each, work)
        elif fee.per in PERIODS:
            cost = each * work.weeks if fee.per == "week" else each * _IN_A_YEAR[fee.per]
        elif fee.per in ("visit", "session", "encounter", "transaction"):
            cost = each * work.completed()
        else:
            continue
        total += between(0, cost.expected, cost.high) if fee.word("optional") == "yes" else cost
    return total


def benefits(inputs: Inputs, gross: Range) -> dict[str, Range]:
    """What is paid for you beside the pay, in dollars a year. Leave is in the pay already."""
    found: dict[str, Range] = {}
    listed = inputs.values.get("compensation.benefits")
    named = listed.sure if isinstance(listed, Members) else frozenset()
    share = range_of(inputs.values.get("compensation.health_paid_by_employer"))
    if "licence_dues" in named or "dues" in inputs.asked:
        found["licence and society dues"] = inputs.need("dues")
    if "health" in named or (share is not None and share.high > 0):
        found["health insurance"] = inputs.need("health")
    match = range_of(inputs.values.get("compensation.retirement_match"))
    if match is not None:
        found["retirement match"] = gross * match
    education = range_of(inputs.values.get("compensation.cme"))
    if education is not None:
        found["education money"] = education
    return {name: value for name, value in found.items() if value.high > 0}
