"""How much of the promised work lies in states in which the reader may treat."""

from __future__ import annotations

from offercheck.facts.authority import COMPACTS, MY_ROLE, NLC, PSYPACT, states_of_mine
from offercheck.facts.fact import Fact
from offercheck.facts.states import LICENSED
from offercheck.offer.possible import Entries, Number, Span, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.numbers import Share

_SHARES = "licensure.share_of_visits"


def _share_in_mine(values: Values) -> Span:
    """Between what is surely in one's own states, and all that is not surely elsewhere."""
    shares, mine = values.get(_SHARES), states_of_mine(values)
    if not isinstance(shares, Entries):
        return Span(0, 1)
    surely: Number = 0
    elsewhere: Number = 0
    perhaps: Number = 0
    perhaps_not: Number = 0
    for entry in shares.sure:
        state, share = entry.values["state"], entry.values["share"]
        if not isinstance(state, Words) or not isinstance(share, Span):
            continue
        most = 1 if share.high is None else share.high
        if state.may <= mine.sure:
            surely += share.low
        else:
            perhaps_not += most
        if state.may.isdisjoint(mine.maybe):
            elsewhere += share.low
        else:
            perhaps += most
    low, high = surely, 1 - elsewhere
    if shares.unnamed is None and not shares.maybe:
        low, high = max(low, 1 - perhaps_not), min(high, perhaps)
    return Span(low, max(low, high))


SHARE_IN_YOUR_STATES = Fact(
    "facts.share_in_your_states",
    Share(),
    (_SHARES, LICENSED, COMPACTS, MY_ROLE, "role"),
    _share_in_mine,
    "The share of the visits that comes from states in which you hold a licence or a compact's authority.",
    (PSYPACT, NLC),
)
