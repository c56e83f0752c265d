"""`offercheck pay` as a whole process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
VISITS = ROOT / "examples" / "northstar-urgent-care.yaml"
HOURS = ROOT / "examples" / "telepsychiatry-hourly.yaml"
COSTS = [
    "failed=1%",
    "fill=85%",
    "unpaid_hours=2",
    "failed_pay=0%",
    "licences=1650",
    "dea=$1,776",
    "registrations=200",
    "credentialing_fees=600",
    "tail_chance=half",
    "premium=$6000",
    "tail_multiple=2",
    "tenure=2",
    "equipment=1080",
]
"""The inputs of a worked example, as a person types them."""


def run(*arguments: str | Path, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", "pay", *map(str, arguments)],
        input=given,
        capture_output=True,
        check=False,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **environment},
    )


def report(*arguments: str | Path, given: str = "") -> dict[str, object]:
    done = run(*arguments, "--format", "json", "--today", "2026-11-24", given=given)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


def test_the_worked_example_to_the_cent() -> None:
    assumed = [part for one in COSTS for part in ("--assume", one)]
    shown = run(VISITS, *assumed, "--today", "2026-11-24")
    assert shown.returncode == 0
    assert " $168.00  an hour: the rate for a visit, with every slot filled" in shown.stdout
    assert "  $99.22  for each hour that it really takes: 41% less" in shown.stdout
    assert "patients who do not come                 -$14.24   -$28,377" in shown.stdout
    assert "3.86 slots, or 3.58 if missed" in shown.stdout


def test_the_profile_stands_in_for_what_the_offer_does_not_say(tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    me.write_text("offercheck_me: 1\nrole: physician\ntarget_hourly: $130\ntarget_hours: 20\nother_wages: 200000\n")
    offer = "offercheck: 1\nrole: physician\ncompensation: {pay: $120/hour}\n"
    [one] = report("-", "--me", me, given=offer)["offers"]  # type: ignore[misc]
    origins = {each["name"]: each["origin"] for each in one["assumptions"]}
    assert origins["hours"] == origins["target"] == origins["other_wages"] == "profile"
    assert [each["target"] for each in one["price"]["reach"]] == [130]


def test_several_offers_lie_side_by_side() -> None:
    found = report(VISITS, HOURS)
    assert len(found["order"]) == 2  # type: ignore[arg-type]
    assert run(VISITS, HOURS).stdout.startswith("Side by side")


@pytest.mark.parametrize(
    ("assumed", "said"),
    [
        ("slots", "write NAME=VALUE"),
        ("slot=3", "no input is named `slot`; slots"),
        ("no_shows=0.12", "12% or 0.12%?"),
        ("no_shows=120%", "out of bounds"),
        ("weeks=0", "weeks is above 0"),
        ("weeks=90", "out of bounds"),
        ("premium=£900", "money or a share where a number is expected"),
        ("premium=", "is not a figure"),
    ],
)
def test_an_assumption_that_cannot_be(assumed: str, said: str) -> None:
    done = run(VISITS, "--assume", assumed)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert not done.stdout


def test_an_assumption_stands_once() -> None:
    assert run(VISITS, "--assume", "slots=3", "--assume", "slots=4").returncode == 2


def test_a_file_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    done = run(tmp_path / "none.yaml", HOURS, "--format", "json")
    assert done.returncode == 4
    assert "none.yaml" in done.stderr
    found = json.loads(done.stdout)
    assert found["unread"] == [str(tmp_path / "none.yaml")]
    assert len(found["offers"]) == 1


def test_many_offers_of_one_file_are_told_apart() -> None:
    offer = "offercheck: 1\nrole: rn\ncompensation: {pay: $40/hour}\n"
    done = run("-", given=f"{offer}---\n{offer.replace('40', '60')}")
    assert done.returncode == 0
    table = done.stdout.partition("──")[0]
    assert "standard input (2)" in table.splitlines()[3]
    assert "standard input (1) would have to pay $60.00 an hour" in table


def test_an_empty_folder_holds_no_offer(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 3
    assert not done.stdout.strip()


def test_rows_of_ones_own_price_the_licences(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "table,jurisdiction,role,item,value,unit,as_of,source_title\n"
        + "".join(
            f"licence_fees,{state},physician_md,{item},{value},{unit},2026-11-24,the board\n"
            for state in ("TX", "FL", "GA", "AZ")
            for item, value, unit in (("initial_fee", 600, "usd"), ("renewal_fee", 350, "usd"), ("renewal_period", 24, "months"))  # noqa: E501
        )
    )  # fmt: skip
    offer = f"offercheck: 1\n{VISITS.read_text().partition('offercheck: 1')[2]}"
    me = tmp_path / "me.yaml"
    me.write_text("offercheck_me: 1\nrole: physician\ndegree: md\n")
    [one] = report("-", "--reference", own, "--me", me, given=offer)["offers"]  # type: ignore[misc]
    [licences] = [each for each in one["costs"] if each["name"] == "state licences"]
    assert licences["per_year"] == -1041.67  # four times 600 and five of 175 over six years; half the fee of the IMLC


def test_the_report_goes_to_a_file_and_never_over_an_input(tmp_path: Path) -> None:
    target = tmp_path / "pay.txt"
    assert run(HOURS, "--output", target).returncode == 0
    assert "really" in target.read_text(encoding="utf-8")
    assert run(HOURS, "--output", HOURS).returncode == 2


def test_nothing_from_an_offer_is_colour_or_markup() -> None:
    offer = 'offercheck: 1\ntitle: "[red]gold[/red]"\nrole: rn\ncompensation: {pay: $40/hour}\n'
    shown = run("-", given=offer, NO_COLOR="1").stdout
    assert shown.startswith("[red]gold[/red]")
    assert "\x1b" not in shown
