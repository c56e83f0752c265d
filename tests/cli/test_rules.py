"""`offercheck rules` and `offercheck explain` as whole processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = "examples/northstar-urgent-care.yaml"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", *arguments],
        capture_output=True,
        check=False,
        cwd=ROOT,
        text=True,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
    )


def listed(*arguments: str) -> list[dict[str, object]]:
    done = run("rules", "--format", "json", *arguments)
    assert done.returncode == 0, done.stderr
    rules: list[dict[str, object]] = json.loads(done.stdout)["rules"]
    return rules


def test_filters_narrow_the_list_together() -> None:
    everything = listed()
    critical = listed("--impact", "critical")
    assert critical == [row for row in everything if row["impact"] == "critical"]
    narrow = listed("--impact", "critical", "--area", "malpractice", "--outcome", "deal_breaker")
    assert narrow == [
        row
        for row in critical
        if str(row["rule"]).startswith("malpractice/") and "deal_breaker" in list(row["outcomes"])  # type: ignore[call-overload]
    ]
    assert narrow


def test_a_role_leaves_out_what_cannot_apply_to_it() -> None:
    keys = {row["rule"] for row in listed("--role", "coordinator")}
    assert "malpractice/tail-payer" not in keys
    assert "malpractice/tail-payer" in {row["rule"] for row in listed("--role", "nurse practitioner")}


def test_the_table_has_a_line_for_each_rule() -> None:
    done = run("rules", "--area", "quality", "--format", "markdown")
    assert done.stdout.count("| `quality/") == len(listed("--area", "quality"))


USAGE = [
    (("rules", "--area", "malpractise"), "did you mean malpractice?"),
    (("rules", "--role", "wizard"), "physician, np, pa"),
    (("explain", "tail-pyer"), "did you mean `malpractice/tail-payer`?"),
    (("explain", "malpractise/tail-payer"), "did you mean `malpractice/tail-payer`?"),
    (("explain", "\x1b[31m"), "`offercheck rules` lists them all"),
]


@pytest.mark.parametrize(("arguments", "advice"), USAGE)
def test_what_is_not_there_ends_with_advice(arguments: tuple[str, ...], advice: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert advice in " ".join(done.stderr.split())
    assert "\x1b[31m" not in done.stderr


def test_everything_that_a_rule_is() -> None:
    shown = json.loads(run("explain", "tail-payer", "--format", "json").stdout)
    assert shown["rule"] == "malpractice/tail-payer"
    assert list(shown["conditions"]) == ["when", "red_flag", "caution", "good", "silent"]
    assert shown["conditions"]["when"]["path"] == "facts.clinical"
    assert shown["sources"][0]["as_of"]
    assert set(shown["examples"]) >= {"red_flag", "good", "silent"}
    assert shown["decision"] is None


def test_how_it_decided_on_an_offer() -> None:
    shown = json.loads(run("explain", "tail-payer", SAMPLE, "--format", "json").stdout)
    decision = shown["decision"]
    [finding] = [
        one
        for one in json.loads(run("check", SAMPLE, "--format", "json").stdout)["findings"]
        if one["rule"] == "malpractice/tail-payer"
    ]
    assert decision["finding"] == finding
    by_path = {part["path"]: part for part in decision["conditions"]["caution"]["parts"]}
    policy = by_path["malpractice.policy_type"]
    assert (policy["said"], policy["firm"], policy["value"]) == (True, True, "claims made")
    tail = by_path["malpractice.tail_paid_by"]
    assert (tail["said"], tail["firm"]) == (None, None)
    assert "vaguely" in tail["value"]


def test_the_terminal_shows_marks_and_keeps_to_its_width() -> None:
    done = run("explain", "tail-payer", SAMPLE, "--width", "80")
    assert "?    ?      all of:" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines() if "http" not in line)
