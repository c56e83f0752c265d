"""Writes docs/profile.md: what a profile is for, and its fields as they are declared."""

from __future__ import annotations

from offercheck.profile.fields import AREA

_HEAD = """\
`offercheck new me > me.yaml` prints a profile to fill in, and `offercheck check offer.yaml --me me.yaml` judges for the
person it describes. The environment variable `OFFERCHECK_ME` names one for every run. Everything but `offercheck_me: 1`
is optional.

- Rules that read a profile are set aside without one, and counted under the scorecard. What a profile leaves open is
  asked of you, and is never the employer's silence.
- A seat for several professions is judged for yours.
- `where_licensed` in an offer stands for your `licences`, `clinician_residence` for your `home_state`. An empty list of
  licences leaves the word open.
- `target_hourly`, `target_hours` and `other_wages` also stand in for what an offer leaves out of `offercheck pay`.
- `priorities` weigh the areas of the score; `deal_breakers` name rules whose red flag is a deal-breaker for you, and
  must be rules of the checklist that judges.
- `offercheck schema me` prints a JSON Schema for editors.
- A folder of offers may hold it: it is set aside there, and counted.

[examples/me](../examples/me) has four. Nothing in a profile leaves your machine; a JSON report names its file and its
SHA-256.

| field | kind | meaning |
| --- | --- | --- |
"""


def profile_page(note: str) -> str:
    """The page, with the note that it is made."""
    rows = [f"| `{one.name}` | {_cell(one.type.describe())} | {_cell(one.meaning)} |\n" for one in AREA]
    return "".join([f"# Your profile\n\n{note}\n", _HEAD, *rows])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
