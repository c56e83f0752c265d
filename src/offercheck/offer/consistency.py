"""Fields that cannot both be so. Each alone is a fair value; together one of them says more than the paper does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.possible import Span, Words

if TYPE_CHECKING:
    from offercheck.offer.offer import Stated
    from offercheck.offer.possible import Possible
    from offercheck.reading.fault import Faults

_TAIL = "malpractice.tail_paid_by"
_VESTING = "malpractice.tail_vests_after"
_EMPLOYERS_OWN = frozenset({"employer", "included"})


def check_consistency(fields: dict[str, Stated], faults: Faults) -> None:
    """Note every contradiction between fields, at the one to change."""
    _check_vesting_tail(fields, faults)


def _check_vesting_tail(fields: dict[str, Stated], faults: Faults) -> None:
    """A tail that vests is not paid for whoever leaves before: read as the employer's, it would be found good."""
    tail, vesting = _value(fields, _TAIL), _value(fields, _VESTING)
    if isinstance(tail, Words) and tail.may <= _EMPLOYERS_OWN and isinstance(vesting, Span) and vesting.low > 0:
        message = "a tail that vests over time is not the employer's for whoever leaves before"
        faults.at(fields[_TAIL].node, message, "tail_paid_by: employer_if_vested")


def _value(fields: dict[str, Stated], path: str) -> Possible | None:
    stated = fields.get(path)
    return stated.facets.get("") if stated is not None else None
