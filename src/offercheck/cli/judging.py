"""What commands about one offer have in common: the file read, and judged as `check` judges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.cli.options import chosen_checklist, chosen_profile, chosen_waivers, day, reference_with
from offercheck.cli.streams import STANDARD_INPUT, read_input

if TYPE_CHECKING:
    from offercheck.evaluation.scorecard import Scorecard
    from offercheck.offer.offer import Offer


def read_offer(name: str) -> Offer:
    """The offer of a file, or of standard input for `-`. Raises InputError."""
    from offercheck.offer.build import build_offer
    from offercheck.reading.load import read_document

    shown = "standard input" if name == STANDARD_INPUT else name
    return build_offer(read_document(shown, read_input(name)))


def judged(
    file: str, *, checklist: str, me: str | None, waivers: str | None, reference: str | None, today: str | None
) -> tuple[Offer, Scorecard]:
    """The offer of a file and its scorecard, by the options that every judging command has. Raises InputError."""
    from offercheck.evaluation.evaluate import evaluate

    on = day(today)
    judged_by = chosen_checklist(checklist)
    reader = chosen_profile(me, judged_by, [file])
    accepted = chosen_waivers(waivers, judged_by, [file, *([me] if me else [])])
    tables = None if reference is None else reference_with(reference)
    offer = read_offer(file)
    return offer, evaluate(offer, judged_by, today=on, reference=tables, profile=reader, waivers=accepted)
