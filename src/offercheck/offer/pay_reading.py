"""The items of pay, each with where it is written: which of them surely hold, which may."""

from __future__ import annotations

from offercheck.offer.evidence import FIRM_SOURCES, WITHOUT_VALUE, Evidence
from offercheck.offer.possible import Entries, Entry, Words
from offercheck.offer.values.pay import PAY

FIGURES = ("amount", "share")

_KINDS = PAY.keys["kind"].silence
_NOT_A_RATE = Entry({"kind": Words(_KINDS.may - {"rate"})}) if isinstance(_KINDS, Words) else Entry({})
"""A further item of pay, once the rates are all said."""


def read_pay(items: Entries, evidence: Evidence | None, paper: str, firm: bool, complete: bool) -> Entries | None:
    """What a list of pay items says in one reading; None where no item is sure, as if it were not there.

    `evidence` is the list's own, with `paper` as the source where there is none; an item's `source` and `holds` win
    over it. An item whose own figure is vague or withheld keeps the rest. Other weaknesses take an item from `sure` to
    `maybe`, and with a contradiction its figure goes. Rates are closed by a sure one, the whole list by a contract
    read completely.
    """
    list_holds = evidence.holds if evidence is not None else "stated"
    list_source = evidence.source if evidence is not None else paper
    sure: list[Entry] = []
    maybe: list[Entry] = []
    for item in items.sure:
        entry = item
        holds = _word(item, "holds")
        if holds in ("vaguely", "withheld"):
            entry, holds = _without_figure(item), "stated"
        holds = holds or list_holds
        if holds in WITHOUT_VALUE:
            maybe.append(_without_figure(entry))
        elif firm and not is_firm(holds, _word(item, "source") or list_source, paper):
            maybe.append(entry)
        else:
            sure.append(entry)
    if not sure:
        return None
    closed = items.unnamed is None or (complete and list_holds not in WITHOUT_VALUE)
    if closed:
        return Entries(tuple(sure), tuple(maybe), None)
    rates_said = any(_word(entry, "kind") == "rate" for entry in sure)
    return Entries(tuple(sure), tuple(maybe), _NOT_A_RATE if rates_said else items.unnamed)


def is_firm(holds: str, source: str, paper: str) -> bool:
    """Whether what is held so, and written there, counts in the firm reading of a paper of that stage."""
    return holds == "stated" and (paper == "job_ad" or source in FIRM_SOURCES)


def _word(entry: Entry, key: str) -> str:
    value = entry.values.get(key)
    return next(iter(value.may)) if isinstance(value, Words) and value.exact else ""


def _without_figure(entry: Entry) -> Entry:
    return Entry({key: value for key, value in entry.values.items() if key not in FIGURES}, entry.index)
