"""Shell completion: what is offered, by the protocol of each shell, and once in a real one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("north.yaml", "south.yml", "advert.json", "notes.txt", ".hidden.yaml", "alone/inner/only.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("offercheck: 1\n")
    (tmp_path / "empty").mkdir()
    return tmp_path


def offered(line: str, cwd: Path = ROOT, of: str = "bash") -> list[str]:
    """What a shell is told when the cursor stands at the end of a line."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
    }[of]
    done = subprocess.run(
        [sys.executable, "-m", "offercheck"],
        capture_output=True,
        text=True,
        check=True,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "_OFFERCHECK_COMPLETE": f"complete_{of}", **asked},
    )
    assert not done.stderr
    return done.stdout.split("\n")[:-1] if done.stdout.strip() else []


FILES = [
    ("offercheck check ", ["advert.json", "alone/", "empty/", "north.yaml", "south.yml"]),
    ("offercheck check n", ["north.yaml"]),
    ("offercheck check north.yaml s", ["south.yml"]),
    ("offercheck check ./n", ["./north.yaml"]),
    ("offercheck check .h", [".hidden.yaml"]),
    ("offercheck check al", ["alone/inner/only.yaml"]),
    ("offercheck check empty", ["empty/"]),
    ("offercheck check nothing-like-it", []),
    ("offercheck check no/such/folder/", []),
    ("offercheck check ~/", []),
    ("offercheck check --me n", ["north.yaml"]),
    ("offercheck explain tail-payer n", ["north.yaml"]),
]


@pytest.mark.parametrize(("line", "expected"), FILES, ids=[row[0] for row in FILES])
def test_offer_files(line: str, expected: list[str], folder: Path) -> None:
    assert offered(line, folder) == expected


def test_names_that_need_quotes_are_left_to_the_shell(folder: Path) -> None:
    (folder / "my offer.yaml").write_text("offercheck: 1\n")
    (folder / "$(touch owned).yaml").write_text("offercheck: 1\n")
    assert offered("offercheck check ", folder) == []
    assert offered("offercheck check n", folder) == ["north.yaml"]


WORDS = [
    ("offercheck explain malpractice/tail", ["malpractice/tail-payer", "malpractice/tail-if-dismissed"]),
    ("offercheck explain tail-p", ["tail-payer"]),
    ("offercheck explain --checklist examples/checklist-residency residency/m", ["residency/moonlight-licence"]),
    ("offercheck explain --checklist no-such-folder t", []),
    ("offercheck rules --area mal", ["malpractice"]),
    ("offercheck check --checklist t", ["telemedicine"]),
    ("offercheck check --format s", ["sarif"]),
    ("offercheck check --fail-on d", ["deal_breaker"]),
    ("offercheck reference nonc", ["noncompete"]),
    ("offercheck expl", ["explain"]),
    ("offercheck check --min", ["--min-score"]),
]


@pytest.mark.parametrize(("line", "expected"), WORDS, ids=[row[0] for row in WORDS])
def test_words(line: str, expected: list[str]) -> None:
    assert offered(line) == expected


def test_every_rule_is_offered() -> None:
    keys = [rule.key for rule in load_checklist(shipped_checklist()).rules]
    assert offered("offercheck explain ") == keys


def test_the_other_shells_show_the_question() -> None:
    asked = "Who buys the tail when the job ends?"
    assert offered("offercheck explain malpractice/tail-p", of="fish") == [f"malpractice/tail-payer\t{asked}"]
    [line] = offered("offercheck explain malpractice/tail-p", of="zsh")
    assert f'"malpractice/tail-payer":"{asked}"' in line


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_in_a_real_bash(folder: Path, tmp_path: Path) -> None:
    command = tmp_path / "bin" / "offercheck"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m offercheck "$@"\n')
    command.chmod(0o755)
    script = """
        eval "$(_OFFERCHECK_COMPLETE=source_bash offercheck)"
        complete -p offercheck
        COMP_WORDS=(offercheck check no) COMP_CWORD=2
        _offercheck_completion offercheck
        printf '%s\\n' "${COMPREPLY[@]}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=folder,
        env={"PATH": f"{command.parent}:{os.environ['PATH']}", "PYTHONUTF8": "1"},
    )
    registered, *answers = done.stdout.splitlines()
    assert registered == "complete -o default -F _offercheck_completion offercheck"
    assert answers == ["north.yaml"], done.stderr
