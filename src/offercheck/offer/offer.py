"""An offer as its file states it: what each field says, and where the paper says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.offer.document import DOCUMENT
from offercheck.offer.possible import Line, Words
from offercheck.record import record

if TYPE_CHECKING:
    from offercheck.offer.evidence import Evidence
    from offercheck.offer.field import Field
    from offercheck.offer.values.base import Facets
    from offercheck.reading.node import Document, Node


@record
class Stated:
    """A field that has a value: what it may be, part by part, and the place where it was typed."""

    field: Field
    facets: Facets
    node: Node


@record
class Offer:
    """One offer. Its two readings are in `offercheck.offer.readings`.

    `stage` is `job_ad` where the file does not say (`stage_stated` is false then). `complete`: this is a contract, and
    all of it was read. `fields` and `evidence` are by path; `everywhere` is the entry for all fields that have none.
    """

    document: Document
    stage: str
    stage_stated: bool
    complete: bool
    fields: dict[str, Stated]
    evidence: dict[str, Evidence]
    everywhere: Evidence | None

    def stated(self, path: str) -> Stated | None:
        """What the file says of a field; None where it says nothing."""
        return self.fields.get(path)

    def evidence_of(self, path: str) -> Evidence | None:
        """Where a field is written: its own entry, else, for a field with a value, the one for all fields."""
        own = self.evidence.get(path)
        if own is not None or self.everywhere is None:
            return own
        return self.everywhere if path in self.fields and not path.startswith(f"{DOCUMENT}.") else None

    @property
    def title(self) -> str | None:
        """The job's title as the file has it."""
        return self._text("title")

    @property
    def employer(self) -> str | None:
        """Who signs, as the file has it."""
        return self._text("employer")

    @property
    def role(self) -> str | None:
        """The profession of the seat; several are joined with `or`, in the order of the schema."""
        stated = self.fields.get("role")
        value = stated.facets.get("") if stated is not None else None
        if stated is None or not isinstance(value, Words):
            return None
        order: tuple[str, ...] = getattr(stated.field.type, "words", ())
        return " or ".join(sorted(value.may, key=order.index))

    def _text(self, path: str) -> str | None:
        stated = self.fields.get(path)
        value = stated.facets.get("") if stated is not None else None
        return value.text if isinstance(value, Line) else None
