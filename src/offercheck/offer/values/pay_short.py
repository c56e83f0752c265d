"""Pay typed as one text: the item that it is short for, or what it lacks."""

from __future__ import annotations

import re
from functools import cache

from offercheck.offer.values.spelling import LONGEST_WORD, shown, tidy

_ADVERBS = ("hourly", "daily", "weekly", "monthly", "yearly", "annually", "once")


def short_item(text: str) -> dict[str, object] | None:
    """`$40/hour`, `$135/hr to $170/hr` and `60% of collections` as the items they are short for."""
    if len(text) > LONGEST_WORD:
        return None
    plain = tidy(text)
    if "%" in plain:
        share, of, what = plain.partition(" of ")
        return {"share": share, "of": what.removeprefix("the ")} if of else None
    if not any(map(str.isdigit, plain)):
        return None
    both = _both_ends().fullmatch(plain)
    if both and both["unit"].strip() == both["again"].strip():
        plain = f"{both['low']}-{both['high']}/{both['unit'].strip()}"
    for separator in ("/", " per ", " an ", " a "):
        amount, found, per = plain.partition(separator)
        if found and not any(map(str.isdigit, per)):
            return {"per": per.strip(), "amount": amount.strip()}
    amount, _, per = plain.rpartition(" ")
    return {"per": per, "amount": amount} if per in _ADVERBS else None


@cache
def _both_ends() -> re.Pattern[str]:
    """A range whose ends both have their unit."""
    figure, per = r"\$?[0-9][0-9,.]*", r"(?:/| per | an | a )"
    return re.compile(rf"(?P<low>{figure}){per}(?P<unit>[a-z ]+?) ?(?:-|to) ?(?P<high>{figure}){per}(?P<again>[a-z ]+)")


def unclear_item(text: str) -> tuple[str, str] | None:
    """What a text about pay lacks, and how to write it; None where there is nothing better to say than an example."""
    if len(text) > LONGEST_WORD or "%" in text:
        return None
    plain = tidy(text)
    if re.fullmatch(r"[$0-9,. +-]*[0-9][$0-9,. +-]*(?:to [$0-9,.]+)?", plain):
        return f"{shown(text)} for what?", f"{plain}/year? {plain}/hour? {plain}/visit?"
    if any(map(str.isdigit, plain)) or plain.startswith("per "):
        return None
    says = f'"{text}"' if set(text) & set(",:{}[]#\"'") else text
    per = "year" if "salary" in plain else "visit"
    return (
        f"{shown(text)} says not what is paid for what",
        f"for example: [{{per: {per}, holds: withheld, says: {says}}}]",
    )
