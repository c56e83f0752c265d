"""The states and the cost of their licences, for the terminal: a matrix, the sum, and what is old in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from offercheck.reading.text import visible
from offercheck.reports.report import Options

if TYPE_CHECKING:
    from offercheck.evaluation.licensing_shape import Dollars, LicensingCostShown, StateShown
    from offercheck.evaluation.scorecard import Scorecard

MOST_ROWS = 12
"""States with a row each; more of them share a row where they are alike."""

_COLUMNS = ("treated", "licensed", "insured")
_SIGNS = {"yes": ("✓", "+", "green"), "no": ("✗", "-", "red"), "unknown": ("?", "?", "yellow")}
_ROUTES = {
    "imlc": "licence by the IMLC",
    "psypact": "PSYPACT authority",
    "nlc": "multistate licence (NLC)",
    "state_licence": "licence",
    "federal": "federal law",
    "": "",
}
_COMPACTS = {"physician": "IMLC", "psychologist": "PSYPACT"}
_FROM_OUTSIDE = {"registration": "registration", "special_licence": "special licence"}
"""What a state offers to telehealth from outside in place of its licence, in a word."""

_FREE = frozenset({"employer", "included", "client", "statute"})
_YOURS = frozenset({"clinician", "deducted"})


def states_section(scorecard: Scorecard, options: Options) -> Iterator[tuple[Text, int]]:
    """The lines of the section, each with its indent; none where no state is named."""
    states = scorecard.states
    if len(states) > 1:
        yield from _matrix(scorecard, options)
    if scorecard.licensing_cost is not None:
        yield Text(cost_line(scorecard.licensing_cost, licences_known=_licences_known(states))), 0
        dea = dea_line(scorecard.licensing_cost)
        if dea:
            yield Text(dea), 0
    for covenant in scorecard.noncompete:
        since = f" from {covenant['effective']}" if covenant["effective"] else ""
        words = f"{covenant['state']} has a {covenant['rule']['value']} on non-competes of {covenant['scope']}{since}"
        yield Text(visible(f"{words.replace('_', ' ')} (as of {covenant['rule']['as_of']}).")), 0
    if scorecard.old_tables:
        old = ", ".join(f"{one['table']} ({one['as_of']})" for one in scorecard.old_tables)
        yield Text(visible(f"Past their age, check before you rely on them: {old}."), style="dim"), 0


def cost_line(cost: LicensingCostShown, *, licences_known: bool) -> str:
    """The sum of the first year, whose it is, and what is not in it."""
    named = [one["state"] for one in cost["states"] if one["state"]]
    where = f"Licences and registrations in {_count(len(named))}"
    if not licences_known:
        where += ", as if you held none"
    parts = [f"{where}: {_sum(cost['first_year'])} the first year, {_whose(cost)}"]
    missing = len(cost["states_without_data"])
    if missing:
        parts.append(f"{_count(missing)} not all in our data")
    oldest = f" (oldest figure {cost['oldest_as_of']})" if cost["oldest_as_of"] else ""
    return visible("; ".join(parts) + oldest + ".")


def dea_line(cost: LicensingCostShown) -> str:
    """How a DEA registration is counted, where one is."""
    for fee in (fee for one in cost["states"] for fee in one["fees"] if fee["item"] == "dea"):
        yearly, months = fee["first_year"]["high"], fee["spread_over_months"]
        if yearly and months:
            whole = f"${yearly * months / 12:,.0f} for {months} months"
            return f"A DEA registration, where one is wanted, counts with ${yearly:,.0f} a year of its {whole}."
    return ""


def _matrix(scorecard: Scorecard, options: Options) -> Iterator[tuple[Text, int]]:
    fold = len(scorecard.states) > MOST_ROWS and not options.unfold
    groups = _alike(scorecard) if fold else [(_kind(scorecard, row), [row]) for row in scorecard.states]
    first = max(len(_label(rows)) for _, rows in groups)
    heads = "  ".join(_COLUMNS)
    yield Text.assemble((f"{'States':<{first}}", "bold"), f"  {heads}  way in"), 0
    sums = (
        {one["state"]: one["first_year"] for one in scorecard.licensing_cost["states"]}
        if (scorecard.licensing_cost)
        else {}
    )
    for (answers, way), rows in groups:
        signs = [
            (f"{_SIGNS[answer][options.ascii]:<{len(name) + 2}}", _SIGNS[answer][2])
            for name, answer in zip(_COLUMNS, answers, strict=True)
        ]
        price = "" if fold else _price(sums.get(rows[0]["state"]))
        yield Text.assemble(f"{_label(rows):<{first}}  ", *signs, ": ".join(part for part in (way, price) if part)), 0
        if len(rows) > 1:
            yield Text(_codes(rows), style="dim"), 2


def _kind(scorecard: Scorecard, row: StateShown) -> tuple[tuple[str, ...], str]:
    """What is shown of a state, by which it is like another."""
    return (row["treated"], row["licensed"], row["insured"]), _way(row, scorecard.offer.role or "")


def _alike(scorecard: Scorecard) -> list[tuple[tuple[tuple[str, ...], str], list[StateShown]]]:
    groups: dict[tuple[tuple[str, ...], str], list[StateShown]] = {}
    for row in scorecard.states:
        groups.setdefault(_kind(scorecard, row), []).append(row)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _way(row: StateShown, role: str) -> str:
    """How one comes to work in a state and, for a nurse practitioner, how far alone."""
    if row["route"] == "unknown":
        ways = ["licence", _COMPACTS.get(role, "NLC")]
    else:
        ways = [_ROUTES[row["route"]] or ("licence held" if row["licensed"] == "yes" else "")]
    outside = _FROM_OUTSIDE.get(row["telehealth"]["value"]) if row["telehealth"] else None
    if outside:
        ways.append(outside)
    way = " or ".join(part for part in (", ".join(ways[:-1]), ways[-1]) if part)
    authority = row["np_authority"]
    practice = f"{authority['value']} NP practice" if authority else ""
    return ", ".join(part for part in (way, practice) if part)


def _label(rows: Sequence[StateShown]) -> str:
    return rows[0]["state"] if len(rows) == 1 else f"{len(rows)} states"


def _codes(rows: Sequence[StateShown]) -> str:
    return " ".join(row["state"] for row in rows)


def _price(sum_: Dollars | None) -> str:
    if sum_ is None or sum_["high"] == 0:
        return ""
    if sum_["high"] is None:
        return f"${sum_['low']:,.0f}+" if sum_["low"] else "fee not known"
    return _sum(sum_)


def _sum(sum_: Dollars) -> str:
    low, high = sum_["low"], sum_["high"]
    if high is None:
        return f"${low:,.0f} or more" if low else "an unknown sum"
    return f"${low:,.0f}" if low == high else f"${low:,.0f} to ${high:,.0f}"


def _whose(cost: LicensingCostShown) -> str:
    """Who pays for the first year, in words."""
    fees = [fee for one in cost["states"] for fee in one["fees"] if fee["first_year"]["high"] != 0]
    payers = {fee["first_paid_by"] for fee in fees}
    if payers <= _YOURS:
        return "yours to pay"
    if payers <= _FREE:
        return "not yours to pay"
    if payers == {"unknown"}:
        return "the paper does not say who pays"
    if len(payers) == 1:
        return f"who pays: {payers.pop().replace('_', ' ')}"
    mine = cost["clinician_first_year"]
    if mine["low"]:
        return f"at least ${mine['low']:,.0f} of it yours"
    return "who pays is settled in part"


def _licences_known(states: Sequence[StateShown]) -> bool:
    return any(row["licensed"] != "unknown" for row in states)


def _count(number: int) -> str:
    return f"{number} state{'' if number == 1 else 's'}"
