"""The main job on whole offers: the sample of the README, its mended twin, and files that say almost nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Finding, Scorecard
from offercheck.loading import load_offer

EXAMPLES = Path(__file__).parents[2] / "examples"
CHECKLIST = load_checklist(shipped_checklist(), examples=False)
SAMPLE = (EXAMPLES / "northstar-urgent-care.yaml").read_text(encoding="utf-8")

AREAS_OF_THE_GUIDE = ("scope", "technology", "licensure", "malpractice", "productivity", "no_show", "quality")


def judged(text: str) -> Scorecard:
    return evaluate(load_offer(text.encode()), CHECKLIST, today="2026-11-24")


def found(scorecard: Scorecard, rule: str) -> Finding:
    [finding] = [one for one in scorecard.findings if one.rule == rule]
    return finding


MENDED = (
    SAMPLE.replace("states_covered: [TX, FL]", "states_covered: [TX, FL, GA, AZ]")
    .replace("policy_type: claims_made", "policy_type: occurrence")
    .replace("pay_per_missed_visit: 0", "pay_per_missed_visit: full")
)


def test_the_sample_is_a_walk_away_and_says_why() -> None:
    scorecard = judged(SAMPLE)
    assert scorecard.verdict == "walk_away"
    gap = found(scorecard, "malpractice/states-insured")
    assert gap.outcome == "deal_breaker"
    assert gap.decided
    assert "AZ" in gap.message
    assert "GA" in gap.message
    assert "TX" not in gap.message
    assert found(scorecard, "malpractice/tail-payer").outcome == "red_flag"
    assert found(scorecard, "no_show/missed-visit-pay").outcome == "red_flag"
    assert not found(scorecard, "no_show/missed-visit-pay").silent


def test_its_mended_twin_has_no_sure_deal_breaker_and_a_higher_floor() -> None:
    before, after = judged(SAMPLE), judged(MENDED)
    assert not [one for one in after.findings if one.outcome == "deal_breaker"]
    assert before.score is not None
    assert after.score is not None
    assert after.score.low >= before.score.low
    assert after.score.uncapped_low > before.score.uncapped_low
    assert found(after, "malpractice/tail-payer").outcome == "good"


def test_three_lines_are_not_enough_and_raise_no_flag() -> None:
    scorecard = judged("offercheck: 1\nrole: physician\ntitle: Telehealth physician\n")
    assert scorecard.verdict == "not_enough"
    assert not [one for one in scorecard.findings if one.outcome in ("deal_breaker", "red_flag")]
    assert [one.points for one in scorecard.questions] == sorted(
        (one.points for one in scorecard.questions), reverse=True
    )
    assert not scorecard.offer.stage_stated


SILENCES = [
    ("malpractice/payer", ""),
    ("malpractice/telehealth-named", ""),
    ("malpractice/states-insured", ""),
    ("malpractice/policy-type", ""),
    ("malpractice/limits", ""),
    ("malpractice/tail-payer", ""),
    ("licensure/patient-states", ""),
    ("licensure/collaborator", "role: np"),
    ("no_show/missed-visit-pay", "compensation: {pay: [{per: visit, amount: 40}]}"),
    ("productivity/volume-floor", "compensation: {pay: [{per: visit, amount: 40}]}"),
]


@pytest.mark.parametrize(("rule", "more"), SILENCES, ids=[row[0] for row in SILENCES])
@pytest.mark.parametrize("stage", ["contract", "offer_letter", "job_ad"])
def test_silence_is_a_red_flag_from_the_offer_letter_on(rule: str, more: str, stage: str) -> None:
    role = "" if more.startswith("role") else "role: physician\n"
    scorecard = judged(f"offercheck: 1\n{role}title: Telehealth\ndocument: {{stage: {stage}}}\n{more}\n")
    finding = found(scorecard, rule)
    if stage == "job_ad":
        assert finding.outcome == "ask"
    else:
        assert (finding.outcome, finding.silent) == ("red_flag", True)


def test_a_silent_contract_is_still_not_enough_to_judge() -> None:
    scorecard = judged("offercheck: 1\nrole: physician\ntitle: Telehealth\ndocument: {stage: contract}\n")
    assert scorecard.verdict == "not_enough"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_example_but_the_broken_one_is_judged(path: Path) -> None:
    if path.stem == "broken":
        return
    scorecard = evaluate(load_offer(path), CHECKLIST, today="2026-11-24")
    assert len(scorecard.findings) + len(scorecard.set_aside) == len(CHECKLIST.rules)
    assert {row.area for row in scorecard.areas} >= set(AREAS_OF_THE_GUIDE)
    assert scorecard.score is not None
    assert 0 <= scorecard.score.low <= scorecard.score.high <= 100


EXPECTED = {
    "northstar-urgent-care": "walk_away",
    "job-advert": "not_enough",
    "health-system-w2": "sound",
    "coordinator": "ask_first",
}


@pytest.mark.parametrize(("name", "verdict"), EXPECTED.items())
def test_the_examples_come_out_as_a_colleague_would_say(name: str, verdict: str) -> None:
    assert evaluate(load_offer(EXAMPLES / f"{name}.yaml"), CHECKLIST, today="2026-11-24").verdict == verdict


def test_a_coordinator_is_not_asked_about_malpractice_or_visits() -> None:
    scorecard = evaluate(load_offer(EXAMPLES / "coordinator.yaml"), CHECKLIST, today="2026-11-24")
    for area in ("malpractice", "no_show", "scope"):
        assert {one.outcome for one in scorecard.findings if one.area == area} == {"not_applicable"}


def test_what_does_not_apply_says_why() -> None:
    scorecard = evaluate(load_offer(EXAMPLES / "coordinator.yaml"), CHECKLIST, today="2026-11-24")
    assert "role is coordinator" in found(scorecard, "malpractice/payer").message


def test_no_message_is_left_with_a_placeholder() -> None:
    for path in EXAMPLES.glob("*.yaml"):
        if path.stem != "broken":
            for finding in evaluate(load_offer(path), CHECKLIST, today="2026-11-24").findings:
                assert finding.message
                assert "{" not in finding.message, finding.rule
