"""The hook and the action, as far as they can be tried without the services that run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]


def test_the_hook_calls_a_command_that_there_is() -> None:
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *arguments = hook["entry"].split()
    assert program == "offercheck"
    done = subprocess.run(
        [sys.executable, "-m", program, *arguments, "examples/coordinator.yaml"],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0
    assert re.search(hook["files"], "offers/a.yaml")


def test_nothing_that_a_caller_gives_is_text_of_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    steps = action["runs"]["steps"]
    assert all("${{" not in step.get("run", "") for step in steps)
    assert {name for step in steps for name in step.get("env", {})} >= {"PATHS", "FAIL_ON"}


@pytest.mark.parametrize(
    ("given", "code", "shown"),
    [
        ({"COMMAND": "check", "PATHS": "examples/coordinator.yaml"}, 0, "::notice"),
        ({"COMMAND": "check", "PATHS": "examples/northstar-urgent-care.yaml", "FAIL_ON": "red_flag"}, 1, "::error"),
        ({"COMMAND": "validate", "PATHS": "examples/broken.yaml\nexamples/coordinator.yaml"}, 1, "11 faults"),
        ({"COMMAND": "validate", "PATHS": "examples/job-advert.yaml", "REQUIRE_ANSWERED": "80"}, 1, "80% required"),
        ({"COMMAND": "check", "PATHS": "$(touch hacked); `touch hacked`"}, 4, "hacked"),
        ({"COMMAND": "check", "PATHS": "--help"}, 4, "--help"),
        ({"COMMAND": "rm -rf", "PATHS": "x"}, 2, ""),
    ],
)
def test_the_action_runs_what_it_is_given_and_no_more(
    given: dict[str, str], code: int, shown: str, tmp_path: Path
) -> None:
    home = tmp_path / "offercheck" / "bin"
    home.mkdir(parents=True)
    program = home / "offercheck"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m offercheck "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    summary = tmp_path / "summary.md"
    unset = {"FAIL_ON": "", "REQUIRE_ANSWERED": "", "SUMMARY": "yes", "GITHUB_STEP_SUMMARY": str(summary)}
    done = subprocess.run(
        ["bash", ".ci/action.sh"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "RUNNER_TEMP": str(tmp_path), **unset, **given},
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert shown in done.stdout + done.stderr
    assert not (ROOT / "hacked").exists()
    assert summary.exists() == (given["COMMAND"] == "check")
