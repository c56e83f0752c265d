"""The look-ups. Each gives a value with its source and date, or None: unknown.

Tables are read one by one, when first asked, and a state's rows when that state is. A missing row or an empty cell is
unknown, and never no: few states are on record as wanting nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from functools import cache

from offercheck.reference.found import (
    CsRegistration,
    Found,
    Noncompete,
    NpAuthority,
    TelehealthRegistration,
    found,
)
from offercheck.reference.table import Row, rows_of, shipped_lines, shipped_rows

ROLES = {
    "np": "nurse_practitioner",
    "pa": "physician_assistant",
    "rn": "registered_nurse",
    "physician": "physician",
    "md": "physician_md",
    "do": "physician_do",
}
"""The offer's words for a role, and those of the tables. `physician` leaves the degree open."""

_PRESCRIBERS = frozenset({"physician", "physician_md", "physician_do", "nurse_practitioner", "physician_assistant"})


class Reference:
    """The shipped tables, with rows of one's own in place of theirs or beside them."""

    def __init__(self, overrides: Iterable[Row] = ()) -> None:
        self._overrides = tuple(overrides)
        self._lines: dict[str, dict[str, list[str]]] = {}
        self._read: dict[tuple[str, str], dict[tuple[str, ...], Row]] = {}

    @classmethod
    @cache
    def shipped(cls) -> Reference:
        """The tables as they come."""
        return cls()

    def with_rows(self, rows: Iterable[Row]) -> Reference:
        """The same with further rows; the last of a key wins."""
        return Reference((*self._overrides, *rows))

    def rows(self, table: str) -> list[Row]:
        """All rows of a table, sorted by what they are about."""
        return sorted(self._table(table).values(), key=lambda row: row.key)

    def compact(self, compact: str, jurisdiction: str) -> Found[str] | None:
        """`member` (in force), `non_member`, `enacted_not_active`, or `enacted` where it is not known to be usable.

        Compacts: IMLC, NLC, APRN, PA, PSYPACT, Counseling, Social Work, ASLP-IC, OT.
        """
        named = _compact(compact)
        for row in self._about("compact_membership", jurisdiction).values():
            if _compact(row.cells["compact"]) == named:
                return found(row, _status(row))
        return None

    def compact_members(self, compact: str) -> frozenset[str]:
        """Where the compact is in force. A jurisdiction that is not among them may be unknown: ask `compact`."""
        named = _compact(compact)
        return frozenset(
            row.cells["jurisdiction"]
            for row in self._table("compact_membership").values()
            if _compact(row.cells["compact"]) == named and _status(row) == "member"
        )

    def licence_fee(self, jurisdiction: str, role: str, item: str, *, outsider: bool = True) -> Found[Fraction] | None:
        """A fee in dollars, or a `renewal_period` in months.

        Items: initial_fee, renewal_fee, renewal_period, and the rn_layer_ and prescriptive_authority_ fees. Where a
        state has a fee of its own for those licensed elsewhere, `initial_fee` is that one, unless `outsider` is
        False. A DO pays the MD's fee only where the state is known to have one board for both; a `physician` of
        unstated degree has a fee under the same condition alone.
        """
        items = ("initial_fee_endorsement", item) if outsider and item == "initial_fee" else (item,)
        for one in self._fee_roles(jurisdiction, role):
            for wanted in items:
                row = self._about("licence_fees", jurisdiction).get((jurisdiction, one, wanted))
                value = _number(row, "value")
                if row is not None and value is not None:
                    return found(row, value)
        return None

    def cs_registration(self, jurisdiction: str, role: str) -> Found[CsRegistration] | None:
        """The state's controlled-substance registration for this role; for the degree see `licence_fee`."""
        anyone = ("any_prescriber",) if ROLES.get(role, role) in _PRESCRIBERS else ()
        for one in (*self._fee_roles(jurisdiction, role), *anyone):
            row = self._about("cs_registration", jurisdiction).get((jurisdiction, one))
            if row is not None and row.cells["required"]:
                months = _number(row, "term_months")
                return found(
                    row,
                    CsRegistration(
                        row.cells["required"],
                        _number(row, "initial_fee_usd"),
                        _number(row, "renewal_fee_usd"),
                        int(months) if months is not None else None,
                    ),
                )
        return None

    def telehealth_registration(self, jurisdiction: str) -> Found[TelehealthRegistration] | None:
        """What a state wants of a physician who treats its patients from outside."""
        row = self._about("telehealth_registration", jurisdiction).get((jurisdiction,))
        if row is None or not row.cells["pathway"]:
            return None
        fees = _number(row, "initial_fee_usd"), _number(row, "annual_fee_usd")
        return found(row, TelehealthRegistration(row.cells["pathway"], *fees))

    def np_authority(self, jurisdiction: str) -> Found[NpAuthority] | None:
        """How far a nurse practitioner practises without a physician."""
        row = self._about("np_practice_authority", jurisdiction).get((jurisdiction,))
        if row is None or not row.cells["aanp_class"]:
            return None
        return found(row, NpAuthority(row.cells["aanp_class"], row.cells["agreement_required"] or None))

    def noncompete(self, jurisdiction: str) -> list[Found[Noncompete]]:
        """The bans and limits on record; none means unknown, not that covenants stand."""
        return [
            found(row, Noncompete(row.cells["scope"], row.cells["rule"], row.cells["effective_date"] or None))
            for _, row in sorted(self._about("noncompete", jurisdiction).items())
            if row.cells["rule"]
        ]

    def malpractice(self, jurisdiction: str, item: str) -> Found[str] | None:
        """A duty or a fund, in a word: physician_malpractice_insurance_required, patient_compensation_fund, ..."""
        row = self._about("malpractice_by_state", jurisdiction).get((jurisdiction, item))
        return found(row, row.cells["value"]) if row is not None and row.cells["value"] else None

    def malpractice_amount(self, jurisdiction: str, item: str) -> Found[Fraction] | None:
        """A limit or cap in dollars, or a share: primary_limit_per_claim, total_damages_cap, ..."""
        row = self._about("malpractice_by_state", jurisdiction).get((jurisdiction, item))
        return _amount(row) if row is not None and row.cells["unit"] != "text" else None

    def constant(self, key: str) -> Found[Fraction] | None:
        """A national figure in its own unit: dollars, months, or a share of 1."""
        row = self._about("national_constants", key).get((key,))
        return _amount(row) if row is not None and row.cells["unit"] != "date" else None

    def constant_day(self, key: str) -> Found[date] | None:
        """A national date, such as dea_telemedicine_flexibilities_end."""
        row = self._about("national_constants", key).get((key,))
        if row is None or row.cells["unit"] != "date" or not row.cells["value"]:
            return None
        return found(row, date.fromisoformat(row.cells["value"]))

    def separate_do_board(self, jurisdiction: str) -> Found[str] | None:
        """`yes` where osteopathic physicians have a board, and so fees, of their own."""
        row = self._about("physician_boards", jurisdiction).get((jurisdiction,))
        return (
            found(row, row.cells["separate_do_board"]) if row is not None and row.cells["separate_do_board"] else None
        )

    def _table(self, name: str) -> dict[tuple[str, ...], Row]:
        if (name, "") not in self._read:
            self._read[name, ""] = {row.key: row for row in (*shipped_rows(name), *self._own(name))}
        return self._read[name, ""]

    def _about(self, name: str, first: str) -> dict[tuple[str, ...], Row]:
        """The rows of a table that begin with a state, or with a key."""
        if name not in self._lines:
            self._lines[name] = shipped_lines(name)
        if (name, first) not in self._read:
            own = [row for row in self._own(name) if row.key[0] == first]
            shipped = rows_of(name, self._lines[name].get(first, ()))
            self._read[name, first] = {row.key: row for row in (*shipped, *own)}
        return self._read[name, first]

    def _own(self, name: str) -> list[Row]:
        return [row for row in self._overrides if row.table == name]

    def _fee_roles(self, jurisdiction: str, role: str) -> tuple[str, ...]:
        named = ROLES.get(role, role)
        if named not in ("physician", "physician_do"):
            return (named,)
        board = self.separate_do_board(jurisdiction)
        one_board = board is not None and board.value == "no"
        own = ("physician_do",) if named == "physician_do" else ()
        return (*own, "physician_md") if one_board else own


def _compact(name: str) -> str:
    return name.casefold().removesuffix("compact").strip(" _").replace("_", " ")


def _status(row: Row) -> str:
    """IMLC's list says member, the others active: one word for both."""
    return "member" if row.cells["status"] == "active" else row.cells["status"]


def _number(row: Row | None, column: str) -> Fraction | None:
    return Fraction(row.cells[column]) if row is not None and row.cells[column] else None


def _amount(row: Row) -> Found[Fraction] | None:
    value = _number(row, "value")
    return found(row, value) if value is not None else None
