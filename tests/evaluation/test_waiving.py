"""What a waiver does to a scorecard, and what it leaves alone."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from offercheck.checklist.entry import Verdict
from offercheck.checklist.waivers import Waiver
from offercheck.cli.check import gate_failed
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.reports.csv_report import render as as_csv
from offercheck.reports.github import render as as_annotations
from offercheck.reports.junit import render as as_junit
from offercheck.reports.markdown import render as as_markdown
from offercheck.reports.report import Options
from offercheck.reports.sarif import render as as_sarif
from offercheck.reports.terminal import render

CHECKLIST = load_checklist()
DAY = "2026-11-24"
STATES = "malpractice/states-insured"
OFFER = load_offer(
    b"offercheck: 1\nrole: physician\ndocument: {stage: contract}\nlicensure: {patient_states: [TX, GA]}\n"
    b"malpractice: {paid_by: employer, states_covered: [TX], policy_type: claims_made, tail_paid_by: clinician}\n"
    b"no_show: {pay_per_missed_visit: 0}\ncompliance: {same_pay_without_prescription: yes}\n"
)


def judged(*waivers: tuple[str, Verdict] | tuple[str, Verdict, str]) -> Scorecard:
    accepted = [Waiver(rule, outcome, "because", *(until or ["2027-01-01"])) for rule, outcome, *until in waivers]
    return evaluate(OFFER, CHECKLIST, today=DAY, waivers=accepted)


def test_a_waived_deal_breaker_neither_caps_nor_decides_and_shows_its_cap() -> None:
    before, after = judged(), judged((STATES, "deal_breaker"))
    assert (before.verdict, after.verdict) == ("walk_away", "renegotiate")
    assert before.score is not None
    assert after.score is not None
    assert before.score.high_cap is not None
    assert before.score.high_cap.rule == STATES
    assert after.score.high == 69  # the tail's red flag still caps
    assert (after.score.uncapped_low, after.score.uncapped_high) == (
        before.score.uncapped_low,
        before.score.uncapped_high,
    )
    assert after.score.answered == before.score.answered
    assert after.findings == before.findings
    assert after.areas == before.areas
    [shown] = after.waivers
    assert (shown.state, shown.outcome, shown.cap) == ("used", "deal_breaker", 39)


STATES_OF = [
    ((STATES, "red_flag"), "unused"),
    ((STATES, "deal_breaker", DAY), "used"),
    ((STATES, "deal_breaker", "2026-11-23"), "expired"),
    (("malpractice/tail-payer", "deal_breaker"), "used"),
]


@pytest.mark.parametrize(("waiver", "state"), STATES_OF)
def test_states(waiver: tuple[str, Verdict], state: str) -> None:
    scorecard = judged(waiver)
    assert [one.state for one in scorecard.waivers] == [state]
    if state != "used":
        assert replace(scorecard, waivers=[]) == judged()


def test_a_silence_cannot_be_waived() -> None:
    silent = next(one for one in judged().findings if one.silent)
    scorecard = judged((silent.rule, "deal_breaker"))
    [shown] = scorecard.waivers
    assert shown.state == "silence"
    assert scorecard.verdict == judged().verdict


def test_what_is_waived_fails_no_gate() -> None:
    bad = [(one.rule, "deal_breaker") for one in judged().findings if one.outcome == "deal_breaker"]
    assert gate_failed(judged(), "deal_breaker", None)
    assert not gate_failed(judged(*bad), "deal_breaker", None)  # type: ignore[arg-type]
    assert gate_failed(judged(*bad), "red_flag", None)  # type: ignore[arg-type]


def test_reports_say_that_it_is_waived_and_why() -> None:
    scorecard = judged((STATES, "deal_breaker"), ("malpractice/limits", "red_flag", "2020-01-01"))
    text = render([scorecard], Options(width=120))
    assert "DEAL-BREAKER, waived until 2027-01-01" in text
    assert "Waived until 2027-01-01: no more than 39 because of malpractice/states-insured." in text
    assert "A waiver of malpractice/limits ended on 2020-01-01" in text
    markdown = as_markdown([scorecard], Options())
    assert "(waived until 2027-01-01)" in markdown
    assert "because; without it no more than 39 of 100." in " ".join(markdown.split())


def test_csv_says_what_each_waiver_did() -> None:
    scorecard = judged((STATES, "deal_breaker"), ("malpractice/limits", "red_flag", "2020-01-01"))
    rows = {row["rule"]: row for row in csv.DictReader(io.StringIO(as_csv([scorecard], Options())))}
    names = ("waiver", "waived_until", "waiver_reason", "waived_cap")
    assert [rows[STATES][name] for name in names] == ["used", "2027-01-01", "because", "39"]
    assert [rows["malpractice/limits"][name] for name in names] == ["expired", "2020-01-01", "because", ""]
    assert [rows["malpractice/tail-payer"][name] for name in names] == [""] * 4


def test_reports_for_programs_do_not_fail_what_is_waived() -> None:
    scorecard = judged((STATES, "deal_breaker"))
    options = Options()
    results = json.loads(as_sarif([scorecard], options))["runs"][0]["results"]
    [result] = [one for one in results if one["ruleId"] == STATES]
    assert result["suppressions"][0]["justification"] == "because (until 2027-01-01)"
    [line] = [one for one in as_annotations([scorecard], options).splitlines() if STATES in one]
    assert line.startswith("::notice ")
    assert "Waived: because (until 2027-01-01)." in line
    [before, after] = [as_junit([one], options).count("<failure") for one in (judged(), scorecard)]
    assert after == before - 1


RULES = [rule.key for rule in CHECKLIST.rules if rule.waivable and not rule.reads_profile]
accepted = st.dictionaries(
    st.sampled_from(RULES), st.sampled_from(["deal_breaker", "red_flag", "caution"]), max_size=40
)
ANSWERS = [
    "malpractice: {tail_paid_by: employer}",
    "terms: {exit_without_cause: no}",
    "compliance: {may_report: barred}",
]


@settings(max_examples=25, deadline=None)
@given(accepted, st.sampled_from(ANSWERS))
def test_an_answer_narrows_with_waivers_too(waived: dict[str, Verdict], answer: str) -> None:
    """The promises hold whatever is waived: an answer never widens, and never takes back a bad verdict."""
    waivers = [Waiver(rule, outcome, "x", "2027-01-01") for rule, outcome in waived.items()]
    head = "offercheck: 1\nrole: physician\ndocument: {stage: contract}\nlicensure: {patient_states: [TX]}\n"
    before, after = (
        evaluate(load_offer(f"{head}{more}\n".encode()), CHECKLIST, today=DAY, waivers=waivers) for more in ("", answer)
    )
    assert before.score is not None
    assert after.score is not None
    assert before.score.low <= after.score.low <= after.score.high <= before.score.high
    if before.verdict in ("walk_away", "renegotiate"):
        assert after.verdict in ("walk_away", "renegotiate")
