"""What the licences for an offer's states cost, the first year and each later one, and how much of it falls on whom.

Dollars, exact. A fee that no table holds may be any: its sum has a low end and no high one. Fees that come once in
several months are spread over them, the DEA's from the start: fee x 12 / months. Credentialing, the compacts' own
renewal fees and what a PSYPACT authority costs are in no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from offercheck.facts.licensing import StateRow, StatesTable, among, compact_open, members, only
from offercheck.offer.possible import Members, Span, Truth, Words
from offercheck.offer.readings import Values
from offercheck.record import record
from offercheck.reference.found import Found, earliest_day
from offercheck.reference.reference import Reference

FIRST_BY, LATER_BY, DEA_BY = "licensure.licence_fees_paid_by", "licensure.renewals_paid_by", "licensure.dea_paid_by"
_DEA, _HELD_DEA = "licensure.dea_states", "me.dea_states"
_PHYSICIANS = frozenset({"physician", "md", "do"})
_PRESCRIBERS = frozenset({"physician", "np", "pa"})
_LAYERS = ("rn_layer_", "prescriptive_authority_")

_NONE_OF_IT, _ALL_OF_IT, _SOME = (0, 0), (1, 1), (0, 1)
_SHARE = {
    "employer": _NONE_OF_IT,
    "included": _NONE_OF_IT,
    "client": _NONE_OF_IT,
    "statute": _NONE_OF_IT,
    "clinician": _ALL_OF_IT,
    "deducted": _ALL_OF_IT,
}
"""The clinician's least and greatest share by the word for who pays; any other word leaves it open."""

NOTHING = Span(Fraction(0), Fraction(0), "USD")
_ANYTHING = Span(Fraction(0), None, "USD")
_SPARES: dict[str, Truth] = {"state_licence": False, "imlc": False, "psypact": True, "nlc": True}
"""Whether a route spares a state's own licence and fee: the IMLC does not."""


@record
class CostItem:
    """One fee of one state (empty for what is paid once for all): dollars a year, and the field that says who pays.

    Items: licence, rn_layer, prescriptive_authority, controlled_substances, dea, imlc, psypact.
    """

    state: str
    item: str
    first_year: Span
    yearly: Span
    first_paid_by: str
    later_paid_by: str
    sources: tuple[Found[object], ...]
    spread_over: int | None = None
    """The months that a fee due at once is spread over in these figures."""

    @property
    def complete(self) -> bool:
        return self.first_year.high is not None and self.yearly.high is not None


@record(frozen=True)
class StateCost:
    """A state's sum in dollars, and the items of it that are in no table; no state for what is paid once for all."""

    state: str
    first_year: Span
    yearly: Span
    missing: list[str]


@record(frozen=True)
class LicensingCost:
    """The sums in dollars; `clinician_` is what falls on the reader; `oldest_as_of` is empty where no fee is known."""

    states: list[StateCost]
    once: list[StateCost]
    first_year: Span
    yearly: Span
    clinician_first_year: Span
    clinician_yearly: Span
    states_incomplete: int
    oldest_as_of: str
    items: list[CostItem]


def licensing_cost(table: StatesTable, values: Values, reference: Reference) -> LicensingCost:
    """The cost of the licences that the treated states still ask for.

    Where the reader's licences are not known that is the cost of all of them; a DEA registration is counted for every
    state where one is asked for and not held.
    """
    role = _fee_role(table, values)
    needed = [row for row in table.rows if row.treated == "yes" and row.licence_needed != "no"]
    items = [item for row in needed for item in _licence(row, role, values, reference)]
    items += _once(needed, role, reference)
    if table.role in _PRESCRIBERS:
        for state in _prescribed_in(table, values):
            items += _registrations(state, role, values, reference)
    states = sorted({item.state for item in items})
    every_sum = [_state_cost(state, [item for item in items if item.state == state]) for state in states]
    sums = [one for one in every_sum if one.state]
    return LicensingCost(
        sums,
        [one for one in every_sum if not one.state],
        added(item.first_year for item in items),
        added(item.yearly for item in items),
        added(_share(item.first_year, item.first_paid_by, values) for item in items),
        added(_share(item.yearly, item.later_paid_by, values) for item in items),
        sum(bool(one.missing) for one in sums),
        min((source.as_of for item in items for source in item.sources), key=earliest_day, default=""),
        items,
    )


def added(spans: Iterable[Span]) -> Span:
    """The sum, with no high end where a part has none."""
    low, high = Fraction(0), Fraction(0)
    bounded = True
    for span in spans:
        low += span.low
        if span.high is None:
            bounded = False
        else:
            high += span.high
    return Span(low, high if bounded else None, "USD")


def _state_cost(state: str, items: list[CostItem]) -> StateCost:
    first, yearly = added(item.first_year for item in items), added(item.yearly for item in items)
    return StateCost(state, first, yearly, [item.item for item in items if not item.complete])


def _share(cost: Span, path: str, values: Values) -> Span:
    payer = values.get(path)
    words = payer.may if isinstance(payer, Words) else frozenset(("",))
    shares = [_SHARE.get(word, _SOME) for word in words]
    least, most = min(low for low, _ in shares), max(high for _, high in shares)
    high = Fraction(0) if not most else cost.high
    return Span(cost.low * least, high, "USD")


def _fee_role(table: StatesTable, values: Values) -> str:
    """The tables' role: a physician's fees hang on the degree."""
    degree = only(values, "me.degree").casefold()
    return degree if table.role == "physician" and degree in ("md", "do") else table.role


def _licence(row: StateRow, role: str, values: Values, reference: Reference) -> Iterator[CostItem]:
    yield _fees(row.state, role, "", "licence", _spared(row, role), reference)
    if role == "np":
        covered = compact_open("NLC", row.state, values, reference)
        for layer, spared in zip(_LAYERS, (covered, False), strict=True):
            yield _fees(row.state, role, layer, layer.rstrip("_"), spared, reference)


def _spared(row: StateRow, role: str) -> Truth:
    return False if role in _PHYSICIANS else _SPARES.get(row.route)


def _fees(state: str, role: str, layer: str, item: str, spared: Truth, reference: Reference) -> CostItem:
    """A licence's first and later fees; `spared` is whether a compact makes it needless."""
    if spared:
        return CostItem(state, item, NOTHING, NOTHING, FIRST_BY, LATER_BY, ())
    first = reference.licence_fee(state, role, f"{layer}initial_fee")
    later = reference.licence_fee(state, role, f"{layer}renewal_fee")
    months = reference.licence_fee(state, role, "renewal_period")
    first_year, yearly = _known(first.value if first else None), _ANYTHING
    if later and (months or not later.value):
        yearly = _known(later.value * 12 / months.value if months else later.value)
    if spared is None:
        first_year, yearly = _perhaps(first_year), _perhaps(yearly)
    sources = tuple(one for one in (first, later, months) if one)
    return CostItem(state, item, first_year, yearly, FIRST_BY, LATER_BY, sources)


def _once(needed: list[StateRow], role: str, reference: Reference) -> list[CostItem]:
    """What the use of a compact costs by itself, however many states it opens."""
    routes = {row.route for row in needed}
    if role == "psychologist" and routes & {"psypact", "unknown"}:
        used = _ANYTHING  # what the authority costs is in no table
        return [CostItem("", "psypact", used, used, FIRST_BY, LATER_BY, ())]
    if role not in _PHYSICIANS or not routes & {"imlc", "unknown"}:
        return []
    fee = reference.constant("imlc_application_fee")
    cost = _known(fee.value if fee else None)
    used = cost if "imlc" in routes else _perhaps(cost)
    return [CostItem("", "imlc", used, NOTHING, FIRST_BY, LATER_BY, (fee,) if fee else ())]


def _prescribed_in(table: StatesTable, values: Values) -> list[str]:
    """Where a registration may be asked for: the states that the offer names for it, and those that are treated
    on a licence of their own."""
    treated = {row.state for row in table.rows if row.treated == "yes" and row.route != "federal"}
    return sorted(treated | members(values, _DEA).sure)


def _registrations(state: str, role: str, values: Values, reference: Reference) -> Iterator[CostItem]:
    asked, held = among(state, members(values, _DEA)), values.get(_HELD_DEA)
    if asked is False or (isinstance(held, Members) and state in held.sure):
        return
    for item in (_controlled(state, role, reference), _dea(state, reference)):
        if asked is None:
            item.first_year, item.yearly = _perhaps(item.first_year), _perhaps(item.yearly)
        yield item


def _controlled(state: str, role: str, reference: Reference) -> CostItem:
    found = reference.cs_registration(state, role)
    first = yearly = _ANYTHING
    if found and found.value.required == "no":
        first = yearly = NOTHING
    elif found:
        one = found.value
        first = _known(one.initial_fee)
        yearly = _known(
            one.renewal_fee * 12 / one.term_months if one.renewal_fee is not None and one.term_months else None
        )
    return CostItem(state, "controlled_substances", first, yearly, DEA_BY, DEA_BY, (found,) if found else ())


def _dea(state: str, reference: Reference) -> CostItem:
    fee, months = reference.constant("dea_registration_fee_practitioner"), reference.constant("dea_registration_term")
    cost = _known(fee.value * 12 / months.value if fee and months else None)
    sources = tuple(one for one in (fee, months) if one)
    return CostItem(state, "dea", cost, cost, DEA_BY, DEA_BY, sources, int(months.value) if months else None)


def _known(amount: Fraction | None) -> Span:
    return _ANYTHING if amount is None else Span(amount, amount, "USD")


def _perhaps(cost: Span) -> Span:
    return Span(Fraction(0), cost.high, "USD")
