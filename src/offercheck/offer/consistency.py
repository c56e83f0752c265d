"""Fields that cannot both be so. Each alone is a fair value; together one of them says more than the paper does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from offercheck.offer.evidence import WITHOUT_VALUE
from offercheck.offer.possible import Entries, Members, Span, Words
from offercheck.reading.node import Node

if TYPE_CHECKING:
    from offercheck.offer.evidence import Evidence
    from offercheck.offer.offer import Stated
    from offercheck.reading.fault import Faults

_EMPLOYERS_OWN = frozenset({"employer", "included"})
_SAME_UNIT_AS = ("completed_", "offered_")
OR_CONTRADICTED = "where the paper says both, evidence with holds: contradicted"
"""A paper may contradict itself. That is said, not corrected: such a field has no value, and no check fails it."""


class Check(NamedTuple):
    """Two fields, and what notes the contradiction where there is one, at the place to change."""

    at: str
    other: str
    note: Callable[[Stated, Stated, Faults], None]


def check_consistency(fields: Mapping[str, Stated], evidence: Mapping[str, Evidence], faults: Faults) -> None:
    """Note every contradiction between fields, those apart of which the evidence says that they hold no value."""
    for check in CHECKS:
        first, second = fields.get(check.at), fields.get(check.other)
        if first is None or second is None:
            continue
        entries = [evidence[path] for path in (check.at, check.other) if path in evidence]
        if all(entry.holds not in WITHOUT_VALUE for entry in entries):
            check.note(first, second, faults)


def _note_vesting(tail: Stated, vesting: Stated, faults: Faults) -> None:
    """A tail that vests is not paid for whoever leaves before: read as the employer's, it would be found good."""
    payer, after = tail.facets[""], vesting.facets[""]
    if isinstance(payer, Words) and payer.may <= _EMPLOYERS_OWN and isinstance(after, Span) and after.low > 0:
        when = _typed(vesting.node, "some time")
        faults.at(
            tail.node,
            f"a tail that vests after {when} is not paid by the employer for whoever leaves earlier",
            "tail_paid_by: employer_if_vested",
        )


def _note_untreated(shares: Stated, treated: Stated, faults: Faults) -> None:
    """Visits come from states that are treated. A list with a word in it (`all`, `any_one`) may mean more than its
    codes."""
    entries, states = shares.facets[""], treated.facets[""]
    if not isinstance(entries, Entries) or not isinstance(states, Members) or states.named != states.sure:
        return
    pairs = shares.node.content
    nodes = list(pairs.values()) if isinstance(pairs, dict) else []
    for entry in entries.sure:
        state, share = entry.values["state"], entry.values["share"]
        if isinstance(state, Words) and isinstance(share, Span) and share.low > 0 and not state.may <= states.sure:
            code = next(iter(state.may))
            faults.at_key(
                nodes[entry.index],
                f"{code} has a share of the visits and is not among the patients' states",
                f"{code} in patient_states too, or no share; {OR_CONTRADICTED}",
            )


def _note_more_completed(completed: Stated, offered: Stated, faults: Faults) -> None:
    """Whoever must complete more than they must offer was told one of the two wrongly."""
    done, held = completed.facets[""], offered.facets[""]
    if not isinstance(done, Span) or not isinstance(held, Span) or held.high is None:
        return
    if _unit(done) == _unit(held) and done.low > held.high:
        faults.at(
            completed.node,
            f"more must be completed ({_typed(completed.node)}) than offered ({_typed(offered.node)})",
            f"which is which? {OR_CONTRADICTED}",
        )


def _note_seen_all_the_same(until: Stated, other: Stated, faults: Faults) -> None:
    """Whoever needs one licence for every state, or sees patients only where one is held, sees nobody without."""
    seen, value = until.facets[""], other.facets[""]
    federal = isinstance(value, Words) and value.exact and "federal" in value.may
    where_licensed = isinstance(value, Members) and value.named == {"where_licensed"}
    if isinstance(seen, Words) and seen.exact and "sees_patients" in seen.may and (federal or where_licensed):
        name = "legal_basis: federal" if federal else "patient_states: where_licensed"
        faults.at(
            until.node,
            f"patients seen before the licence is there, beside {name}, which says that none is",
            f"leave out what the paper does not say; {OR_CONTRADICTED}",
        )


def _unit(span: Span) -> str:
    """What is counted, and per what; whether it is called offered or completed is what the field says already."""
    unit = span.unit or ""
    for modifier in _SAME_UNIT_AS:
        unit = unit.removeprefix(modifier)
    return unit


def _typed(node: Node, instead: str = "a range") -> str:
    """A value in the words of the file; of a range typed as a mapping, no more than that it is one."""
    return " ".join(node.content.split()) if isinstance(node.content, str) else instead


CHECKS = (
    Check("malpractice.tail_paid_by", "malpractice.tail_vests_after", _note_vesting),
    Check("licensure.share_of_visits", "licensure.patient_states", _note_untreated),
    Check("licensure.until_licensed", "licensure.legal_basis", _note_seen_all_the_same),
    Check("licensure.until_licensed", "licensure.patient_states", _note_seen_all_the_same),
    Check("productivity.minimum_completed", "productivity.minimum_offered", _note_more_completed),
)
