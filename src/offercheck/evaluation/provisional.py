"""What the employer may change alone: while pay or duties are among it, whatever else is found good may not last."""

from __future__ import annotations

from offercheck.offer.possible import Members
from offercheck.offer.readings import Values

_FIELD = "terms.employer_may_change"
_WEIGHTY = ("pay", "duties")
_ORDER = ("pay", "duties", "schedule", "status", "policies")


def provisional(values: Values) -> list[str]:
    """The terms that the employer may surely change without a signature, where pay or duties are among them; else none.

    `everything` is read as all of them.
    """
    changeable = values.get(_FIELD)
    if not isinstance(changeable, Members) or changeable.sure.isdisjoint(_WEIGHTY):
        return []
    return [word for word in _ORDER if word in changeable.sure]
