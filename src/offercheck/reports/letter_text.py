"""The letter as plain text, ready to send, and what is at stake in it, which stays with the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from offercheck.letter.letter import Letter, Point, Request
from offercheck.letter.voice import of_my_own
from offercheck.reading.text import visible
from offercheck.reports.notes import waiver_note

LONGEST_LINE = 78
"""No mail program breaks a line of this length again."""

_OUTCOMES = {"deal_breaker": "deal-breaker", "red_flag": "red flag"}
_PAPERS = {"job_ad": "position", "offer_letter": "offer", "contract": "contract"}


def greeting(letter: Letter) -> str:
    """To whom it goes."""
    return f"Dear {visible(letter.employer)} team," if letter.employer else "Hello,"


def subject(letter: Letter) -> str:
    about = visible(letter.title) if letter.title else f"your {_PAPERS[letter.stage]}"
    return f"Questions about {about}" if letter.groups or letter.requests else f"About {about}"


def opening(letter: Letter) -> list[str]:
    """The first words, one paragraph an item."""
    paper = _PAPERS[letter.stage]
    thanks = f"thank you for the {paper}." if paper != "position" else "I read about this position with interest."
    thanks = thanks[0].upper() + thanks[1:]
    if not letter.groups and not letter.requests:
        return [f"{thanks} It answers everything that I wanted to know."]
    if not letter.groups:
        return [f"{thanks} I have read it with care, and would like to talk about the following."]
    return [f"{thanks} {_WISH}"]


_WISH = (
    "Before I decide I would like to understand it well. A short answer to each point is enough, and where something "
    "is not settled yet, please say so."
)
REQUESTS = "Some terms I would like to talk about, as I could not agree to them as they stand."


def closing(letter: Letter) -> list[str]:
    """The last words."""
    if not letter.groups and not letter.requests:
        return ["Kind regards,"]
    paper = "the contract" if letter.stage != "job_ad" else "the offer"
    return [
        f"I would be glad to see what we agree on in {paper} itself, and I am happy to go through this on a call.",
        "Thank you for your time.",
        "Kind regards,",
    ]


def request_parts(letter: Letter) -> list[tuple[int, list[str]]]:
    """Each term to talk about, part by part: the question, how the reader understands the offer, so that the other side
    can put it right, and what the reader would settle for where the letter says so."""
    seen: dict[str, int] = {}
    items = []
    for request in letter.requests:
        parts = [request.ask, f"As I read it: {_quoted(request, seen)}. What could you change here?"]
        if letter.mentions_fallbacks and request.fallback:
            parts.append(f"I could settle for {of_my_own(request.fallback)}")
        items.append((request.number, parts))
    return items


def _quoted(request: Request, seen: dict[str, int]) -> str:
    """The terms behind a request. What an earlier one quoted is not said again: `seen` has its number."""
    earlier = dict.fromkeys(seen[term] for term in request.terms if term in seen)
    parts = [term for term in request.terms if term not in seen]
    parts += [f"the terms under {number}" for number in earlier]
    for term in request.terms:
        seen.setdefault(term, request.number)
    return "; ".join(parts)


def letter_as_text(letter: Letter, width: int) -> str:
    """The letter alone, at a width in columns."""
    width = min(width, LONGEST_LINE)
    lines = [f"Subject: {subject(letter)}", "", greeting(letter), ""]
    for paragraph in opening(letter):
        lines += [*_wrapped(paragraph, width), ""]
    for group in letter.groups:
        lines += [group.title, ""]
        for point in group.points:
            lines += _numbered(point.number, [visible(point.ask)], width)
        lines.append("")
    if letter.requests:
        lines += [*_wrapped(REQUESTS, width), ""]
        for number, parts in request_parts(letter):
            lines += _numbered(number, [visible(part) for part in parts], width)
        lines.append("")
    for paragraph in closing(letter):
        lines += [*_wrapped(paragraph, width), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def stakes_as_text(letter: Letter, width: int) -> str:
    """What the reader should know and the employer should not: the points behind each question, the reasons, and what
    to settle for."""
    lines = list(_stakes([point for group in letter.groups for point in group.points], letter.further, width))
    if letter.requests:
        lines += ["", "Behind the terms to talk about:"]
        for one in letter.requests:
            settle = f"Settle for: {one.fallback}" if one.fallback else ""
            parts = [f"{one.rule} ({_OUTCOMES[one.outcome]}): {one.why}", settle]
            lines += _numbered(one.number, [visible(part) for part in parts if part], width)
    if letter.mine:
        lines += ["", "For you to answer, in your profile (--me):"]
        lines += [line for one in letter.mine for line in _hanging("  ", visible(one), width)]
    if letter.waivers:
        lines += ["", "What you accept:"]
        lines += [line for one in letter.waivers for line in _hanging("  ", visible(waiver_note(one)), width)]
    return "\n".join(lines) + "\n" if lines else ""


def _stakes(points: Sequence[Point], further: int, width: int) -> Iterator[str]:
    if points:
        yield "Not in the letter: what each answer can move, in points of 100."
        for point in points:
            yield from _numbered(point.number, [f"{_moves(point)}: {', '.join(point.fields)}"], width)
    if further:
        count = "1 further question is" if further == 1 else f"{further} further questions are"
        yield from _wrapped(f"{count} worth less and not asked; --top asks more of them.", width)


def _moves(point: Point) -> str:
    """`low end up 7, high end down 3`."""
    ends = [f"low end up {point.up}"] if point.up else []
    ends += [f"high end down {point.down}"] if point.down else []
    return ", ".join(ends) or "less than a point"


def _numbered(number: int, parts: Sequence[str], width: int) -> list[str]:
    first, *rest = parts
    lines = _hanging(f"{number:>2}. ", first, width)
    for part in rest:
        lines += [f"    {line}" for line in _wrapped(part, width - 4)]
    return lines


def _hanging(lead: str, text: str, width: int) -> list[str]:
    return wrap(
        text, width, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width, break_on_hyphens=False, break_long_words=False)
