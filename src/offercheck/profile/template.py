"""The text that `offercheck new me` writes: every field of a profile, none of them filled in."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from offercheck.offer.schema import sentence
from offercheck.profile.fields import AREA, FORMAT, VERSION_KEY

if TYPE_CHECKING:
    from offercheck.offer.field import Field

EXAMPLES: dict[str, str] = {
    "role": "np",
    "degree": "do",
    "career_stage": "new_graduate",
    "years": "3",
    "compact": "[nlc]",
    "training_licence": "no",
    "visa": "j1",
    "other_wages": "$180,000",
    "target_hourly": "$110",
    "target_hours": "24",
    "priorities": "{malpractice: 2, growth: 0.5}",
}
"""What a reader might write. A field without one shows its kind's."""

_WIDTH = 96

_HEADER = """\
# Who reads the offers: a profile, for offercheck check OFFER --me THIS FILE (or OFFERCHECK_ME).
#
# Fill in what you want to be judged by, and leave the rest empty. Without a profile the rules that
# need one are set aside; what this file leaves open is asked of you, not of the employer. An empty
# list is an answer: licences: [] says that you hold none.
#
# It stays on this machine: offercheck sends nothing anywhere.
"""


def profile_template() -> str:
    """A profile with every field open. It is a valid file as it is, and says nothing."""
    parts = [_HEADER, f"{VERSION_KEY}: {FORMAT}\n"]
    return "\n".join([*parts, *(_described(field) for field in AREA)])


def _described(field: Field) -> str:
    lines = [*_comment(sentence(field.meaning)), *_comment(f"({field.type.describe()})")]
    lines.append(f"{field.name}:  # e.g. {EXAMPLES.get(field.name, field.type.example)}")
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return wrap(text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)
