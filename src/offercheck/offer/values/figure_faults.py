"""What is said of a text that is no figure as written here, and what to write instead."""

from __future__ import annotations

import re
from functools import cache

from offercheck.offer.values.base import Refused
from offercheck.offer.values.digits import MOST_DIGITS, number_of, with_commas
from offercheck.offer.values.spelling import LEAVE_OUT, NO_LIKE, one_word, says_nothing, shown, tidy

_NEAR = ("~", "about", "approximately", "approx", "approx.", "around", "circa", "ca.", "roughly", "some", "nearly")
_MORE = ("over", "more than", "above", ">", ">=", "≥", "min", "min.", "exceeding", "greater than")
_LESS = ("under", "less than", "below", "<", "<=", "≤", "fewer than")


def odd_start(text: str, before: str, run: str, after: str) -> Refused:
    """The refusal of what stands before a figure and is neither a bound nor a currency: `about 12`, `over 40`."""
    message = f"{shown(text)} is not a figure as written here"
    word = before.rstrip("$£€")
    word, sign = word.strip(), before[len(word) :]
    if word[:1] == "-":
        return Refused(f"{shown(text)} is negative", "a figure of 0 or more; who pays is another field's matter")
    unit = after if after[:1] in ("/", "%", "") else f" {after}"
    if word in _NEAR:
        return Refused(
            f"{shown(text)}: how near is not said", f"a range that surely holds it: {sign}{_around(run)}{unit}"
        )
    if word in _MORE:
        return Refused(message, f"{sign}{run}+{unit}")
    if word in _LESS:
        return Refused(message, f"up to {sign}{run}{unit}")
    if word in ("within", "every"):
        return Refused(message, f"{run}{unit}")
    if before.endswith("("):
        return Refused(message, f"{run} {after.lstrip(') ')}".strip())
    if word in (".", "+", "'"):
        return Refused(message, f"{run}{unit}")
    return Refused(message, f"the figure alone, such as {run}")


def _around(run: str) -> str:
    if not run.isdigit() or len(run) > MOST_DIGITS:
        return "10-14"
    number = int(run)
    margin = max(1, number // 5)
    return f"{with_commas(max(0, number - margin))}-{with_commas(number + margin)}"


def odd_unit(text: str, run: str, unit: str) -> Refused:
    """The refusal of what stands after a figure and is no unit: `90k`, `1e`, `1.`."""
    if unit[:1] == "k":
        return Refused(f"{shown(text)}: thousands are written out", _thousands(text))
    if unit[:1] == "e":
        return Refused(f"{shown(text)} is not a number as written here", "the number in full, such as 1,000")
    return Refused(f"{shown(text)} is not a figure as written here", f"the figure alone, such as {run}")


@cache
def _k() -> re.Pattern[str]:
    return re.compile(r"([0-9.,]*[0-9])\s*k\b")


def _thousands(text: str) -> str:
    """The text with its thousands written out: `$25k/year` is $25,000/year."""
    return _k().sub(lambda match: with_commas(number_of(match.group(1), text) * 1000), tidy(text))


def beside(figure: str, unit: str) -> str:
    """A figure with what stands after it: `5 hours`, `5/hour`, `5%`."""
    return f"{figure}{unit}" if unit[:1] in ("", "/", "%", "+") else f"{figure} {unit}"


def _one_number(run: str, mid: str, other: str) -> str:
    """The number that two runs of digits are the parts of: `1e3`, `1_000`, `1 000`. Empty where they are of none."""
    if mid == "e" and run.isdigit() and other.isdigit() and len(other) < 3 and len(run) + int(other) < MOST_DIGITS:
        return with_commas(int(run) * 10 ** int(other))
    if mid in ("_", "") and len(other) == 3:
        return f"{run},{other}"
    return run + other if mid == "_" else ""


def not_a_range(text: str, head: str, run: str, mid: str, other: str, tail: str) -> Refused:
    """The refusal of two figures that something other than a dash or `to` stands between."""
    message = f"{shown(text)} is not a figure as written here"
    if mid == ":":
        return Refused(f"{shown(text)}: a ratio or a time of day where a figure is expected", "one figure, such as 4")
    whole = _one_number(run, mid, other)
    if whole:
        return Refused(message, (f"{head} " if head[-1:].isalpha() else head) + beside(whole, tail))
    if head in ("$", "£", "€") and tail[:1] == "%":
        return Refused(f"{shown(text)}: a sum or a share?", f"one of the two: {head}{run}, or {other}{tail}")
    if mid == "x":
        return Refused(message, "a number in tens, such as 31")
    if mid[:1] == "k":
        return Refused(f"{shown(text)}: thousands are written out", _thousands(text))
    if mid in ("", "or", "and", "&", ",") and head in ("", "$", "£", "€"):
        return Refused(message, head + beside(f"{run}-{other}", tail))
    if mid.startswith(("business", "working")):
        return Refused(message, "calendar days")
    return Refused(message, "one figure, or a range such as 10-12")


_INSTEAD = {
    "fulltime": "basis: full_time for the word; here the figure, such as 40",
    "parttime": "basis: part_time for the word; here the figure, such as 20",
    "nominimum": "0+, where no least is asked for",
    "atwill": f"dismissal_causes: none_needed for the words; the notice: {LEAVE_OUT}",
}
"""What to write for words that adverts have where a figure is expected."""


def without_figure(text: str) -> Refused:
    """The refusal of words where a figure is expected."""
    instead = _INSTEAD.get(one_word(text))
    if instead is not None:
        return Refused(f"{shown(text)} is not a figure", instead)
    if says_nothing(text):
        return Refused(f"{shown(text)} is not a figure", LEAVE_OUT)
    if one_word(text) in NO_LIKE:
        return Refused(f"{shown(text)} is not a figure", "0, where the paper says that there is none")
    return Refused(f"{shown(text)} is not a figure", "a number in digits; what the paper leaves unsaid is left out")
