"""The three offers to one physician in `examples`: what makes them hard to choose between."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from offercheck.comparison.compare import compare
from offercheck.comparison.comparison import Comparison
from offercheck.evaluation.pay import Basis, pay_report
from offercheck.loading import load_checklist, load_offer, load_profile
from offercheck.reference.reference import Reference
from offercheck.reports import render_comparison
from offercheck.reports.report import Options

FOLDER = Path(__file__).parents[2] / "examples" / "three-offers"
NAMES = ("hourly", "mixed", "salaried")


@pytest.fixture(scope="module")
def shown() -> Comparison:
    checklist = load_checklist()
    return compare(
        [load_offer(FOLDER / f"{name}.yaml") for name in NAMES],
        checklist,
        today="2026-11-24",
        profile=load_profile(FOLDER / "me.yaml", checklist),
        sensitivity=True,
    )


def test_no_two_can_be_told_apart_yet_and_answers_would_tell(shown: Comparison) -> None:
    assert [pair.relation for pair in shown.pairs] == ["open"] * 3
    assert all(pair.questions for pair in shown.pairs)


def test_none_is_out_and_no_two_have_the_same_verdict(shown: Comparison) -> None:
    assert sorted(one.verdict for one in shown.offers) == ["ask_first", "renegotiate", "sound"]


def test_each_is_best_in_something(shown: Comparison) -> None:
    best = [at for row in (*shown.facts, *shown.areas) for at in row.best]
    assert set(best) == {0, 1, 2}


def test_who_is_first_depends_on_the_weights(shown: Comparison) -> None:
    assert shown.sensitivity is not None
    assert sum(share > 1 for share in shown.sensitivity.shares) > 1
    assert shown.sensitivity.changes


def test_the_three_fit_beside_each_other_at_120_columns(shown: Comparison) -> None:
    lines = render_comparison("terminal", shown, Options(width=120)).splitlines()
    assert max(map(len, lines)) <= 120
    [verdicts] = [line for line in lines if line.startswith("Verdict")]
    assert re.split(r"  +", verdicts)[1:] == ["ASK FIRST", "SOUND", "RENEGOTIATE"]
    [hours] = [line for line in lines if line.startswith("Real hour")]
    assert len(re.findall(r"\$\d+ \(\$\d+ to \$\d+\)", hours)) == 3


def test_the_real_hour_is_the_one_that_pay_works_out(shown: Comparison) -> None:
    profile = load_profile(FOLDER / "me.yaml", load_checklist())
    offers = [load_offer(FOLDER / f"{name}.yaml") for name in NAMES]
    report = pay_report(offers, Basis(Reference.shipped(), 2026, None, profile.values))
    hours = [one.price.per_hour for one in report.offers if one.price is not None]
    [row] = [row for row in shown.facts if row.fact == "real_hour"]
    assert row.cells == [f"${hour.expected:,.0f} (${hour.low:,.0f} to ${hour.high:,.0f})" for hour in hours]
