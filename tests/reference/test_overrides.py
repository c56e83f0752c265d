"""Rows of one's own: what they change, and what is refused in them."""

from __future__ import annotations

import pytest

from offercheck.reading.fault import MOST_FAULTS, InputError
from offercheck.reference.overrides import read_overrides
from offercheck.reference.reference import Reference

HEADER = "table,jurisdiction,role,item,value,unit,as_of,source_title\n"
CONSTANTS = "table,key,value,unit,as_of,source_title\n"
GOOD = "licence_fees,CA,physician_md,initial_fee,1900.50,usd,2026-11-24,the board by telephone\n"


def read(text: str) -> Reference:
    return Reference.shipped().with_rows(read_overrides("own.csv", text.encode()))


def test_a_row_replaces_and_a_row_is_added() -> None:
    own = read(HEADER + GOOD + "\n" + "licence_fees,AL,physician_md,initial_fee,250,usd,2026,the board\n")
    california = own.licence_fee("CA", "md", "initial_fee")
    assert california is not None
    assert (str(california.value), california.source) == ("3801/2", "the board by telephone")
    alabama = own.licence_fee("AL", "md", "initial_fee")
    assert alabama is not None
    assert alabama.as_of == "2026"
    assert len(own.rows("licence_fees")) == 272


def test_another_year_of_a_known_figure_is_taken() -> None:
    own = read(CONSTANTS + "national_constants,social_security_wage_base_2027,190000,usd,2026-10,SSA\n")
    found = own.constant("social_security_wage_base_2027")
    assert found is not None
    assert found.value == 190000


def test_an_empty_value_makes_the_answer_unknown() -> None:
    own = read(HEADER + "licence_fees,CA,physician_md,initial_fee,,usd,2026-11-24,not sure of it any more\n")
    assert own.licence_fee("CA", "md", "initial_fee") is None


def columns(of: str) -> str:
    return f"table,jurisdiction,{of},as_of,source_title\n"


FAULTS = [
    ("", 0, "empty"),
    ("table,colour\n", 1, "'colour' is no column"),
    ("jurisdiction,role\n", 1, "`table` is missing"),
    ("table,role,role\n", 1, "stands twice"),
    (HEADER + "fees,CA,physician_md,initial_fee,1,usd,2026,x\n", 2, "'fees' is no table"),
    (HEADER + GOOD + "licence_fees,XX,physician_md,initial_fee,1,usd,2026,x\n", 3, "'XX' is no state"),
    (HEADER + "licence_fees,CA,physician,initial_fee,1,usd,2026,x\n", 2, "'physician' is no role"),
    (HEADER + "licence_fees,CA,any_prescriber,initial_fee,1,usd,2026,x\n", 2, "is no role"),
    (HEADER + "licence_fees,CA,physician_md,entry_fee,1,usd,2026,x\n", 2, "'entry_fee' is no item"),
    (HEADER + "licence_fees,CA,physician_md,,1,usd,2026,x\n", 2, "item is empty"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,$1,usd,2026,x\n", 2, "'$1' is no number"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,1e9,usd,2026,x\n", 2, "is no number"),
    (HEADER + "licence_fees,CA,physician_md,renewal_period,0,months,2026,x\n", 2, "'0' is no whole number"),
    (columns("role,term_months") + "cs_registration,CA,physician_md,0,2026,x\n", 2, "'0' is no whole number"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,free,text,2026,x\n", 2, "unit: 'text'"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,1,,2026,x\n", 2, "unit: ''"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,1,usd,,x\n", 2, "as_of is no date"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,1,usd,2026-02-30,x\n", 2, "as_of is no date"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,1,usd,2026,\n", 2, "source_title is empty"),
    (HEADER + "licence_fees,CA,physician_md,initial_fee,1,usd,2026\n", 2, "7 cells under 8 columns"),
    (HEADER + GOOD + GOOD, 3, "the same as line 2"),
    (HEADER + 'licence_fees,CA,"physician_md\n', 2, "no CSV"),
    (HEADER + "physician_boards,CA,physician_md,,,,2026,x\n", 2, "has no column role"),
    (CONSTANTS + "national_constants,dea_telemedicine_flexibilities_end,2027,date,2026,x\n", 2, "is no date"),
    (columns("compact,status") + "compact_membership,CA,IMLC,in,2026,x\n", 2, "'in' is none"),
    (columns("role,term_months") + "cs_registration,CA,physician_md,1.5,2026,x\n", 2, "whole"),
    (columns("role,initial_fee_usd") + "cs_registration,CA,physician_md,-1,2026,x\n", 2, "amount"),
    (columns("scope,effective_date") + "noncompete,CA,all,soon,2026,x\n", 2, "effective_date"),
    (columns("source_url") + "physician_boards,CA,file:x,2026,x\n", 2, "no address"),
]


@pytest.mark.parametrize(("text", "line", "message"), FAULTS)
def test_faults_have_their_line(text: str, line: int, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read_overrides("own.csv", text.encode())
    [fault] = raised.value.faults
    assert fault.line == line
    assert message in fault.message


def test_a_file_made_of_faults_ends() -> None:
    with pytest.raises(InputError) as raised:
        read_overrides("own.csv", (HEADER + "bad\n" * 5000).encode())
    assert len(raised.value.faults) == MOST_FAULTS
