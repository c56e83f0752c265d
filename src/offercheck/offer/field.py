"""One field of an offer, and an area of fields: the declarations from which reading, documents and template follow."""

from __future__ import annotations

from collections.abc import Iterator

from offercheck.offer.values.base import ValueType
from offercheck.record import record


@record
class Field:
    """One field.

    `meaning` is a person's description with the unit. `template` puts it in the newcomer's template. `absent` is how a
    complete contract without the clause reads (`none`); empty where silence stays silence. `unless` says where it does
    not (`offercheck.offer.clauses` has the conditions). `closes` marks an open list that a complete contract closes
    where the list is given at all.
    """

    name: str
    type: ValueType
    meaning: str
    template: bool = False
    absent: str = ""
    unless: str = ""
    closes: bool = False
    area: str = ""

    @property
    def read_as(self) -> str:
        """How a complete contract without it reads, in words: `nothing, unless a minimum is set`."""
        return f"{self.absent}, unless {self.unless}" if self.unless else self.absent

    @property
    def path(self) -> str:
        """The name that rules, evidence and messages use: `malpractice.paid_by`; `role` for a header field."""
        return f"{self.area}.{self.name}" if self.area else self.name


class Area:
    """A named group of fields; the header's name is empty."""

    def __init__(self, name: str, title: str, fields: tuple[Field, ...]) -> None:
        self.name = name
        self.title = title
        self.fields = {one.name: one for one in fields}
        for one in fields:
            one.area = name

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields.values())
