"""The last lines of a scorecard: what it does not cover, for whom it was made, and what may have aged."""

from __future__ import annotations

from collections.abc import Iterator

from offercheck.evaluation.scorecard import Scorecard, WaiverShown


def notes(scorecard: Scorecard) -> Iterator[str]:
    """Each as one line of plain words."""
    if scorecard.offer.role is None:
        yield "No role is named: fill in role, care and compensation.pay first, as most of the rest hangs on them."
    yield from map(waiver_note, scorecard.waivers)
    if scorecard.unread:
        # It was neither found good nor bad.
        areas = ", ".join(dict.fromkeys(path.split(".")[0] for path in scorecard.unread))
        count = f"{len(scorecard.unread)} field{'s' if len(scorecard.unread) > 1 else ''}"
        yield f"Not judged by this checklist: {count} of {areas} (--checklist names others)."
    if scorecard.produced_by.profile is not None:
        yield f"Judged for the reader that {scorecard.produced_by.profile} describes."
    if scorecard.set_aside:
        count = "1 rule needs" if len(scorecard.set_aside) == 1 else f"{len(scorecard.set_aside)} rules need"
        was = "was" if len(scorecard.set_aside) == 1 else "were"
        yield f"{count} your profile (--me) and {was} set aside."
    if scorecard.overdue:
        count = "1 rule is" if len(scorecard.overdue) == 1 else f"{len(scorecard.overdue)} rules are"
        yield f"{count} due for review: {', '.join(one.rule for one in scorecard.overdue)}."


def waiver_note(one: WaiverShown) -> str:
    """What a waiver did: it is not to be forgotten that there is one."""
    if one.state == "expired":
        return f"A waiver of {one.rule} ended on {one.until}: {one.reason}"
    if one.state == "silence":
        return f"The waiver of {one.rule} does nothing: what the paper does not say cannot be accepted, only asked."
    if one.state == "unused":
        return f"The waiver of {one.rule} is not used: there is no {one.accepts.replace('_', '-')} or milder flag."
    capped = "" if one.cap is None else f"; without it no more than {one.cap} of 100."
    return f"Waived until {one.until}: {one.rule} ({str(one.outcome).replace('_', '-')}): {one.reason}{capped}"
