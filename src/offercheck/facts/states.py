"""The lists of states against each other."""

from __future__ import annotations

from offercheck.facts.fact import UNKNOWN, YES, Fact
from offercheck.offer.possible import Members, Span, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.numbers import Number
from offercheck.offer.values.states import EVERYTHING, States
from offercheck.offer.values.words import OneOf

TREATED, INSURED, LICENSED = "licensure.patient_states", "malpractice.states_covered", "me.licences"
BASIS, _DEA = "licensure.legal_basis", "licensure.dea_states"


_SILENT = Members(frozenset(), EVERYTHING)


def _states(values: Values, path: str) -> Members:
    found = values.get(path)
    return found if isinstance(found, Members) else _SILENT


def named_states(values: Values) -> frozenset[str]:
    """The states to compare: those treated, licensed, or insured by name. A policy for everywhere names none."""
    insured = _states(values, INSURED)
    licensed = values.get(LICENSED)
    held = licensed.sure if isinstance(licensed, Members) else frozenset[str]()
    return _states(values, TREATED).sure | held | (insured.sure & insured.named)


def _uninsured(values: Values) -> Members:
    """A - B of two lists: sure is sure A without maybe B, maybe is maybe A without sure B."""
    treated, insured = _states(values, TREATED), _states(values, INSURED)
    if "patient_states" in insured.named:
        return Members(frozenset(), frozenset())
    return Members(treated.sure - insured.maybe, treated.maybe - insured.sure)


_UNNAMED = frozenset({"any_one", "more_as_required", "compact"})


def _named(values: Values) -> Words:
    treated = values.get(TREATED)
    return YES if isinstance(treated, Members) and not treated.named & _UNNAMED else UNKNOWN


def _dea_states_count(values: Values) -> Span:
    asked = _states(values, _DEA)
    return Span(len(asked.sure), len(asked.maybe))


def _licences_wanted(values: Values) -> Span:
    treated, basis = _states(values, TREATED), values.get(BASIS)
    one_each = Span(len(treated.sure), len(treated.maybe))
    if not isinstance(basis, Words):
        return _from_one(one_each)
    if "federal" not in basis.may:
        return one_each
    return Span(1, 1) if basis.exact else _from_one(one_each)


def _from_one(count: Span) -> Span:
    """One licence, or as many as are counted."""
    return Span(min(1, count.low), max(1, count.high or 1))


STATES_UNINSURED = Fact(
    "facts.states_uninsured",
    States(),
    (TREATED, INSURED),
    _uninsured,
    "States whose patients are treated and in which the malpractice policy does not answer.",
)

PATIENT_STATES_NAMED = Fact(
    "facts.patient_states_named",
    OneOf("yes no"),
    (TREATED,),
    _named,
    "The paper says whose patients: no open-ended word such as `any_one` stands in the list of states.",
)
DEA_STATES_COUNT = Fact(
    "facts.dea_states_count",
    Number(0, len(EVERYTHING)),
    (_DEA,),
    _dea_states_count,
    "How many states ask for a DEA registration of their own.",
)
LICENCES_WANTED = Fact(
    "facts.licences_wanted",
    Number(0, len(EVERYTHING)),
    (TREATED, BASIS),
    _licences_wanted,
    "How many state licences the work asks for: one for each state whose patients are treated, and a single one where "
    "federal law is the basis.",
)
