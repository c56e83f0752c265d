"""What may well be right, and is worth a second look: doubts change no verdict and no exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.consistency import Check
from offercheck.offer.possible import Words
from offercheck.reading.fault import Faults

if TYPE_CHECKING:
    from offercheck.offer.offer import Offer, Stated
    from offercheck.reading.fault import Fault


def doubts_of(offer: Offer) -> list[Fault]:
    """The doubts about an offer, in the order of its file; places are those of the document."""
    faults = Faults()
    for check in DOUBTS:
        at, other = offer.stated(check.at), offer.stated(check.other)
        if at is not None and other is not None:
            check.note(at, other, faults)
    return sorted(faults, key=lambda fault: (fault.line, fault.column))


def _is(stated: Stated, *words: str) -> bool:
    value = stated.facets[""]
    return isinstance(value, Words) and value.exact and value.may <= {*words}


def _tail_of_occurrence(tail: Stated, policy: Stated, faults: Faults) -> None:
    """An occurrence policy answers for what happened while it ran, whenever the claim comes: it needs no tail."""
    if _is(policy, "occurrence") and not _is(tail, "none"):
        faults.at(
            tail.node, "an occurrence policy needs no tail cover", "is the policy claims-made, or this line of another?"
        )


def _complete_with_gaps(complete: Stated, missing: Stated, faults: Faults) -> None:
    if _is(complete, "yes") and missing.node.content:
        message = "all of the contract was read, and papers that it mentions were not seen"
        faults.at(complete.node, message, "what the missing papers say counts as absent: is that meant?")


def _complete_but_no_contract(complete: Stated, stage: Stated, faults: Faults) -> None:
    if _is(complete, "yes") and not _is(stage, "contract"):
        faults.at(complete.node, "only a contract is read as complete; here it has no effect", "is the stage contract?")


DOUBTS = (
    Check("malpractice.tail_paid_by", "malpractice.policy_type", _tail_of_occurrence),
    Check("document.complete", "terms.papers_missing", _complete_with_gaps),
    Check("document.complete", "document.stage", _complete_but_no_contract),
)
"""Two fields of which the first is worth a second look beside the other."""
