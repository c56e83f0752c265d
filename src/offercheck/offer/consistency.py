"""Fields that cannot both be so. Each alone is a fair value; together one of them says more than the paper does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from offercheck.offer.possible import Span, Words

if TYPE_CHECKING:
    from offercheck.offer.offer import Stated
    from offercheck.offer.possible import Possible
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node

_EMPLOYERS_OWN = frozenset({"employer", "included"})


class Check(NamedTuple):
    """Two fields that contradict each other where `clash` finds their values so; the fault is noted at `at`.

    `message` may name the other field's words as {other}.
    """

    at: str
    other: str
    clash: Callable[[Possible, Possible], bool]
    message: str
    advice: str


def _vests_and_is_the_employers(tail: Possible, vesting: Possible) -> bool:
    """A tail that vests is not paid for whoever leaves before: read as the employer's, it would be found good."""
    return isinstance(tail, Words) and tail.may <= _EMPLOYERS_OWN and isinstance(vesting, Span) and vesting.low > 0


CHECKS = (
    Check(
        "malpractice.tail_paid_by",
        "malpractice.tail_vests_after",
        _vests_and_is_the_employers,
        "a tail that vests after {other} is not paid by the employer for whoever leaves earlier",
        "tail_paid_by: employer_if_vested",
    ),
)


def check_consistency(fields: dict[str, Stated], faults: Faults) -> None:
    """Note every contradiction between fields, at the one to change."""
    for check in CHECKS:
        first, second = fields.get(check.at), fields.get(check.other)
        if first is not None and second is not None and check.clash(first.facets[""], second.facets[""]):
            faults.at(first.node, check.message.format(other=_typed(second.node)), check.advice)


def _typed(node: Node) -> str:
    """A value in the words of the file; of a range typed as a mapping, no more than that it is one."""
    return " ".join(node.content.split()) if isinstance(node.content, str) else "some time"
