"""What the reader accepts, where offers are set side by side: it stays visible and counted, and lifts caps only."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from offercheck.checklist.waivers import Waiver
from offercheck.comparison.compare import compare, compared
from offercheck.comparison.comparison import Comparison
from offercheck.comparison.measure import NotComparable
from offercheck.evaluation.evaluate import assess
from offercheck.loading import load_checklist, load_offer, load_profile, load_waivers
from offercheck.reports import COMPARISON_FORMATS, render_comparison
from offercheck.reports.report import Options

EXAMPLES = Path(__file__).parents[2] / "examples"
FOLDER = EXAMPLES / "three-offers"
CHECKLIST = load_checklist()
DAY = "2026-11-24"
STATES = "malpractice/states-insured"
NORTHSTAR, HEALTH = (load_offer(EXAMPLES / f"{name}.yaml") for name in ("northstar-urgent-care", "health-system-w2"))
ACCEPTED = [Waiver(STATES, "deal_breaker", "my own policy", "2027-01-01")]


def shipped_waivers() -> list[Waiver]:
    return load_waivers(FOLDER / "waivers.yaml", CHECKLIST)


@pytest.fixture(scope="module")
def three() -> tuple[Comparison, Comparison]:
    """The shipped three without and with the shipped waivers."""
    offers = [load_offer(FOLDER / f"{name}.yaml") for name in ("hourly", "mixed", "salaried")]
    me = load_profile(FOLDER / "me.yaml", CHECKLIST)
    without = compare(offers, CHECKLIST, today=DAY, profile=me)
    return without, compare(offers, CHECKLIST, today=DAY, profile=me, waivers=shipped_waivers())


def test_the_shipped_waivers_are_used_unused_and_expired(three: tuple[Comparison, Comparison]) -> None:
    states = {one.rule: [] for one in three[1].offers[0].waivers}
    for offer in three[1].offers:
        for one in offer.waivers:
            states[one.rule].append(one.state)
    assert states == {
        "terms/telemedicine-ban": ["unused", "unused", "used"],
        "quality/patient-ratings": ["unused", "unused", "used"],
        "malpractice/tail-payer": ["used", "used", "unused"],
        "schedule/unsocial-hours": ["expired"] * 3,
        "terms/exit-right": ["unused"] * 3,
    }


def test_a_waiver_changes_a_verdict_and_no_value(three: tuple[Comparison, Comparison]) -> None:
    before, after = three
    assert [one.verdict for one in before.offers] == ["ask_first", "sound", "renegotiate"]
    assert [one.verdict for one in after.offers] == ["ask_first", "sound", "sound"]
    assert [one.areas for one in before.offers] == [one.areas for one in after.offers]
    for pair, waived in zip(before.pairs, after.pairs, strict=True):
        assert [replace(one, waived=(False, False)) for one in waived.differences] == pair.differences
    assert any(any(one.waived) for pair in after.pairs for one in pair.differences)


@pytest.mark.parametrize("form", ["terminal", "markdown"])
def test_reports_name_each_waiver_with_its_reason(three: tuple[Comparison, Comparison], form: str) -> None:
    text = " ".join(render_comparison(form, three[1], Options(width=120)).split())
    assert "Waived until 2027-10-31: terms/telemedicine-ban in C (red flag): The group" in text
    assert "malpractice/tail-payer in A (caution) and B (caution): I had saved" in text
    assert "A waiver of schedule/unsocial-hours ended on 2026-09-30: Two evenings" in text
    assert "The waiver of terms/exit-right is not used: there is no red-flag or milder flag." in text
    assert "in C red flag (waived)" in text.replace("\\", "").replace("**", "")
    assert "2 flags" in text


def test_a_waived_deal_breaker_shows_its_cap_and_stays_one() -> None:
    before = compare([NORTHSTAR, HEALTH], CHECKLIST, today=DAY)
    after = compare([NORTHSTAR, HEALTH], CHECKLIST, today=DAY, waivers=ACCEPTED)
    scores = [one.offers[0].score for one in (before, after)]
    assert [score.high_cap.at if score and score.high_cap else None for score in scores] == [39, None]
    [shown] = after.offers[0].waivers
    assert (shown.state, shown.outcome, shown.cap) == ("used", "deal_breaker", 39)
    text = render_comparison("terminal", after, Options(width=100))
    assert "1 flag, else 39 at most" in text
    assert f"{STATES} in A (deal-breaker, else 39 at most): my own policy" in " ".join(text.split())
    rows = list(csv.DictReader(io.StringIO(render_comparison("csv", after, Options()))))
    first, second = [row for row in rows if row["row"] == "waiver"]
    assert (first["value"], first["other_value"], first["high"], first["waived"]) == (
        "used",
        "deal_breaker",
        "39",
        "yes",
    )
    assert (second["value"], second["waived"], second["until"]) == ("unused", "no", "2027-01-01")


@pytest.mark.parametrize("form", sorted(COMPARISON_FORMATS))
def test_a_reason_is_no_command(form: str) -> None:
    hostile = "=1+1 <b>x</b> [l](http://x) | @all [red]"
    after = compare([NORTHSTAR, HEALTH], CHECKLIST, today=DAY, waivers=[replace(ACCEPTED[0], reason=hostile)])
    text = render_comparison(form, after, Options(width=200))
    if form == "terminal":
        assert hostile in text
    if form == "markdown":
        assert not any(words in text for words in ("<b>", "[l](", "@all"))
    if form == "csv":
        assert [row["reason"] for row in csv.DictReader(io.StringIO(text)) if row["reason"]] == [f"'{hostile}"] * 2


def test_offers_judged_with_other_waivers_are_refused() -> None:
    one = assess(NORTHSTAR, CHECKLIST, today=DAY)
    other = assess(HEALTH, CHECKLIST, today=DAY, waivers=ACCEPTED)
    with pytest.raises(NotComparable, match="different waivers"):
        compared([one, other])
