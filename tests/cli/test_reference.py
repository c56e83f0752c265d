"""`offercheck reference` as a whole process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

OWN = "table,jurisdiction,role,item,value,unit,as_of,source_title\n"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", "reference", *map(str, arguments)],
        capture_output=True,
        check=False,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
    )


def test_the_tables_and_their_age() -> None:
    tables = {one["table"]: one for one in json.loads(run("--format", "json", "--today", "2026-11-24").stdout)}
    compacts = tables["compact_membership"]
    assert (compacts["rows"], compacts["sources"], compacts["limit_days"]) == (312, 11, 90)
    assert (compacts["oldest"], compacts["newest"], compacts["old_rows"]) == ("2024-04-26", "2026-07-16", 312)
    assert tables["physician_boards"]["old_rows"] == 0
    shown = run("--today", "2026-11-24", "--width", "60").stdout
    assert "compact_membership: 312 rows, sources: 11" in shown
    assert max(map(len, shown.splitlines())) <= 60


def test_rows_with_their_sources() -> None:
    shown = run("licence_fees", "--state", "ca", "--today", "2026-11-24").stdout
    assert "licence_fees CA physician_md initial_fee: value 1850 (usd)" in shown
    assert "https://www.mbc.ca.gov/" in shown
    assert "CA" in shown
    assert "TX" not in shown
    assert run("cs_registration", "--state", "CA").stdout == "No rows: unknown, not no.\n"
    rows = json.loads(run("--state", "TX", "--format", "json", "--today", "2026-11-24").stdout)
    assert {row["jurisdiction"] for row in rows} == {"TX"}
    assert len({row["table"] for row in rows}) > 4


def test_rows_of_ones_own_are_data(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(OWN + "licence_fees,CA,physician_md,initial_fee,1900,usd,2026-11-24,[red]the board[/red]\n")
    shown = run("licence_fees", "--state", "CA", "--reference", own).stdout
    assert "value 1900 (usd)" in shown
    assert "[red]the board[/red], as of 2026-11-24" in shown
    own.write_text(OWN + "licence_fees,CA,physician_md,initial_fee,1900,usd,2026-11-24,\n")
    done = run("--reference", own)
    assert done.returncode == 4
    assert f"{own}:2:1: error: source_title is empty" in done.stderr


WRONG = [
    (("fees",), 2),
    (("national_constants", "--state", "CA"), 2),
    (("--state", "XX"), 2),
    (("--reference", "none.csv"), 4),
]


@pytest.mark.parametrize(("arguments", "code"), WRONG)
def test_used_wrongly(arguments: tuple[str, ...], code: int) -> None:
    assert run(*arguments).returncode == code
