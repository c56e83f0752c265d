"""`validate`: every fault of every document, an account that adds up, and the exit code that a script needs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
GOOD = b"offercheck: 1\nrole: np\n"
BAD = b"offercheck: 1\nrole: wizard\n"


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.yaml").write_bytes(GOOD)
    (tmp_path / "b.yaml").write_bytes(GOOD + b"---\n" + BAD + b"---\n" + GOOD)
    (tmp_path / "sub" / "c.jsonl").write_bytes(b'{"offercheck": 1}\n{"offercheck": 2}\n')
    (tmp_path / "sub" / "d.json").write_bytes(b'{"offercheck": 1}')
    (tmp_path / "empty").mkdir()
    return tmp_path


CODES = [
    (("a.yaml",), b"", 0, "1 document: 1 valid"),
    (("b.yaml",), b"", 1, "3 documents in 1 file: 2 valid, 1 with faults"),
    ((".",), b"", 1, "7 documents in 4 files: 5 valid, 2 with faults"),
    (("*.yaml", "sub/**/*.json"), b"", 1, "5 documents in 3 files: 4 valid, 1 with faults"),
    (("-",), GOOD, 0, "1 document: 1 valid"),
    (("-",), b"", 3, "0 documents: 0 valid"),
    (("a.yaml", "none.yaml"), b"", 4, "2 documents: 1 valid, 1 could not be read"),
    (("b.yaml", "none.yaml"), b"", 4, "4 documents in 2 files: 2 valid, 1 with faults, 1 could not be read"),
    (("a.yaml", "empty"), b"", 3, "1 document: 1 valid"),
    (("b.yaml", "*.toml"), b"", 3, "3 documents in 1 file: 2 valid, 1 with faults"),
    ((), b"", 2, ""),
]


@pytest.mark.parametrize(("arguments", "stdin", "code", "account"), CODES, ids=[" ".join(row[0]) for row in CODES])
def test_account_and_exit_code(arguments: tuple[str, ...], stdin: bytes, code: int, account: str, folder: Path) -> None:
    done = run("validate", *arguments, stdin=stdin, cwd=folder)
    assert done.returncode == code, done.stderr.decode()
    assert done.stdout.decode().rstrip("\n").rpartition("\n")[2] == account


@pytest.mark.parametrize(
    ("example", "stored"),
    [("broken.yaml", "validate-broken.txt"), ("to-mend/impossible.yaml", "validate-impossible.txt")],
)
def test_a_broken_example_prints_what_is_stored(example: str, stored: str) -> None:
    done = run("validate", f"examples/{example}")
    assert done.stdout.decode() == (GOLDEN / stored).read_text(encoding="utf-8")
    assert done.returncode == 1


def test_json_has_a_line_for_each_document_and_the_numbers_add_up(folder: Path) -> None:
    done = run("validate", ".", "none.yaml", "--format", "json", cwd=folder)
    report = json.loads(done.stdout)
    assert report["schema"] == "offercheck.validation/1"
    assert report["documents"] == len(report["inputs"]) == report["valid"] + report["faulty"] + report["unreadable"]
    places = [(one["file"], one["document"], one["line"], one["status"]) for one in report["inputs"]]
    assert places[1:4] == [
        ("./b.yaml", 1, 1, "valid"),
        ("./b.yaml", 2, 3, "faulty"),
        ("./b.yaml", 3, 6, "valid"),
    ]
    assert [(error["line"], error["column"]) for error in report["inputs"][2]["errors"]] == [(5, 7)]
    assert places[-1] == ("none.yaml", 1, 1, "unreadable")


def test_check_says_the_same_of_every_document(folder: Path) -> None:
    for name in ("a.yaml", "b.yaml", "sub", "none.yaml", "*.yaml"):
        judged = run("check", name, "--format", "json", "--today", "2026-03-31", cwd=folder)
        shown = json.loads(judged.stdout)
        validated = json.loads(run("validate", name, "--format", "json", cwd=folder).stdout)["inputs"]
        shown = shown if isinstance(shown, list) else [shown]
        assert [(one["file"], one.get("errors", [])) for one in shown] == [
            (one["file"], one["errors"]) for one in validated
        ]
        assert (judged.returncode == 0) == all(one["status"] == "valid" for one in validated)


def test_a_folder_that_holds_no_offer_is_named_on_standard_error(folder: Path) -> None:
    done = run("validate", "empty", "*.toml", cwd=folder)
    assert b"empty: holds no offer (.yaml" in done.stderr
    assert b"*.toml: matches no file" in done.stderr


def test_a_checklist_and_profiles_in_a_folder_are_set_aside_and_counted(tmp_path: Path) -> None:
    for name in ("me", "checklist-residency"):
        shutil.copytree(ROOT / "examples" / name, tmp_path / name)
    shutil.copy(ROOT / "examples/coordinator.yaml", tmp_path)
    done = run("validate", ".", cwd=tmp_path)
    assert done.stdout.decode().endswith("\n\n1 document: 1 valid; 5 set aside\n")
    assert b"checklist-residency" not in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("offercheck validate examples >/dev/full", 5),
        ("offercheck validate examples --output /dev/full", 5),
        ("offercheck validate examples --output /no/such/place", 2),
        ("offercheck validate examples >&-", 1),
        ("offercheck validate - <&-", 4),
        ("set -o pipefail; offercheck validate examples | true", 1),
        ("offercheck validate examples 2>&-", 1),
    ],
)
def test_streams_that_are_closed_or_full(command: str, code: int) -> None:
    line = command.replace("offercheck", f"{sys.executable} -m offercheck")
    done = subprocess.run(["bash", "-c", line], capture_output=True, check=False, cwd=ROOT, timeout=20)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr


DOUBTFUL = b"""offercheck: 1
role: np
document: {stage: contract, complete: yes}
malpractice:
  policy_type: occurrence
  tail_paid_by: clinician
terms: {papers_missing: [handbook]}
"""


class TestDoubts:
    def test_they_stand_with_their_place_and_fail_nothing(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_bytes(GOOD + b"---\n" + DOUBTFUL)
        done = run("validate", "a.yaml", cwd=tmp_path)
        shown = done.stdout.decode()
        assert done.returncode == 0
        assert "a.yaml:6:39: doubt: all of the contract was read, and papers that it mentions were not seen" in shown
        assert "a.yaml:9:17: doubt: an occurrence policy needs no tail cover\n 9 |   tail_paid_by: clinician\n" in shown
        assert shown.endswith("2 documents in 1 file: 2 valid\n")

    def test_they_change_no_verdict(self, tmp_path: Path) -> None:
        (tmp_path / "a.yaml").write_bytes(DOUBTFUL)
        told = json.loads(run("validate", "a.yaml", "--format", "json", cwd=tmp_path).stdout)["inputs"][0]
        assert [doubt["line"] for doubt in told["doubts"]] == [3, 6]
        assert (told["status"], told["errors"]) == ("valid", [])
        assert "doubt" not in run("check", "a.yaml", "--format", "json", cwd=tmp_path).stdout.decode()


class TestCompleteness:
    def test_a_single_offer_is_told_what_candidates_will_ask(self) -> None:
        done = run("validate", "examples/triage-nurse-hourly.yaml", "--today", "2026-11-24")
        first, second, *rest = done.stdout.decode().splitlines()
        card = json.loads(
            run("check", "examples/triage-nurse-hourly.yaml", "-f", "json", "--today", "2026-11-24").stdout
        )
        asked = [one for one in card["questions"] if one["to"] == "employer"]
        assert first == f"examples/triage-nurse-hourly.yaml: {card['score']['answered']}% answered"
        assert second == f"Candidates will ask ({len(asked)} questions in all):"
        assert " ".join(" ".join(rest).split()).startswith("1. " + asked[0]["ask"])
        assert sum(line[:3].strip().rstrip(".").isdigit() for line in rest) == 5

    @pytest.mark.parametrize(
        ("required", "code", "words"), [(0, 0, ""), (1, 0, ""), (30, 1, ", 1 of them answers too little")]
    )
    def test_what_answers_too_little_fails(self, required: int, code: int, words: str) -> None:
        done = run(
            "validate", "examples/job-advert.yaml", "examples/coordinator.yaml", "--require-answered", str(required)
        )
        assert done.returncode == code
        assert done.stdout.decode().endswith(f"2 documents: 2 valid{words}\n")
        assert (f"examples/job-advert.yaml: 9% answered, {required}% required" in done.stdout.decode()) == (code == 1)

    def test_json_has_it_for_every_valid_document(self, folder: Path) -> None:
        told = json.loads(run("validate", ".", "--format", "json", cwd=folder).stdout)["inputs"]
        assert [one["completeness"] is not None for one in told] == [one["status"] == "valid" for one in told]
        assert told[0]["completeness"]["questions"][0].keys() == {"ask", "fields", "points"}

    def test_a_checklist_of_ones_own_asks_its_own_questions(self) -> None:
        own = str(ROOT / "tests" / "reports" / "golden" / "checklist")
        shown = run("validate", "examples/coordinator.yaml", "--checklist", own, "--questions", "9").stdout.decode()
        assert "Candidates will ask" in shown
        assert "compensation" not in shown
