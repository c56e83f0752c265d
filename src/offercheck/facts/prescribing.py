"""Whether money hangs on what is prescribed or ordered."""

from __future__ import annotations

from offercheck.facts.fact import NO, UNKNOWN, YES, Fact
from offercheck.offer.possible import Entries, Entry, Members, Words
from offercheck.offer.readings import Values
from offercheck.offer.values.words import OneOf

_PAY = "compensation.pay"
_SAME_PAY = "compliance.same_pay_without_prescription"
_UNITS = frozenset({"prescription", "order", "signature"})
_CAUSES = frozenset({"prescription", "order"})


def _hangs_on_it(entry: Entry) -> bool:
    """Whether a pay item surely comes with each prescription or order, or depends on one."""
    unit, causes = entry.values.get("per"), entry.values.get("depends_on")
    per_unit = isinstance(unit, Words) and unit.may <= _UNITS
    return per_unit or (isinstance(causes, Members) and bool(causes.sure & _CAUSES))


def _paid_per_prescription(values: Values) -> Words:
    pay, same = values.get(_PAY), values.get(_SAME_PAY)
    if isinstance(pay, Entries) and any(_hangs_on_it(entry) for entry in pay.sure):
        return YES
    if isinstance(same, Words) and same.exact:
        return {"yes": NO, "no": YES}.get(next(iter(same.may)), UNKNOWN)
    return UNKNOWN


PAID_PER_PRESCRIPTION = Fact(
    "facts.paid_per_prescription",
    OneOf("yes no"),
    (_PAY, _SAME_PAY),
    _paid_per_prescription,
    "Pay comes with prescriptions, orders or signatures. A paper that says the pay is the same without one is believed "
    "unless a pay item says otherwise: such a file contradicts itself.",
)
