"""Several reports of one run: who goes where, and that nothing is left half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "northstar-urgent-care.yaml"
BROKEN = ROOT / "examples" / "broken.yaml"


def check(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", "check", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **environment},
    )


def test_each_format_goes_to_its_output(tmp_path: Path) -> None:
    done = check(
        SAMPLE, "-f", "sarif", "-o", "a.sarif", "-f", "junit", "-o", "a.xml", "-f", "terminal", "-o", "-",
        "-f", "markdown", "-o", "a.md", "-f", "csv", "-o", "a.csv", "-f", "json", "-o", "a.json",
        "-f", "github", "-o", "a.txt", cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "WALK AWAY" in done.stdout
    assert json.loads((tmp_path / "a.sarif").read_text())["version"] == "2.1.0"
    assert json.loads((tmp_path / "a.json").read_text())["verdict"] == "walk_away"
    assert ElementTree.parse(tmp_path / "a.xml").getroot().tag == "testsuites"  # noqa: S314  # our own
    assert (tmp_path / "a.md").read_text().startswith("# Virtual urgent care physician\n")
    assert (tmp_path / "a.csv").read_text().startswith("file,title,")
    assert (tmp_path / "a.txt").read_text().startswith("::error file=")
    assert {path.suffix for path in tmp_path.iterdir()} == {".sarif", ".xml", ".md", ".csv", ".json", ".txt"}


WRONG = [
    (("-f", "json", "-f", "sarif"), "2 formats and 0 outputs"),
    (("-f", "terminal", "-f", "json", "-o", "a.json"), "2 formats and 1 outputs"),
    (("-o", "a", "-o", "b"), "2 outputs and no format for each"),
    (("-f", "json", "-o", "a", "-o", "b"), "2 outputs and no format for each"),
    (("-f", "json", "-o", "-", "-f", "sarif", "-o", "-"), "cannot share"),
    (("-f", "json", "-o", "a", "-f", "sarif", "-o", "./a"), "cannot share"),
    (("-f", "yaml"), "'yaml' is none of terminal, json"),
    (("-f", ""), "'' is none of"),
    (("-f", "json", "-o", ""), "--output"),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_what_does_not_pair_is_refused_before_anything_is_written(
    arguments: tuple[str, ...], words: str, tmp_path: Path
) -> None:
    done = check(SAMPLE, *arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stderr
    assert words in " ".join(done.stderr.split())
    assert not done.stdout
    assert not list(tmp_path.iterdir())


def test_an_output_that_is_an_input_stops_all_of_them(tmp_path: Path) -> None:
    offer = tmp_path / "offer.yaml"
    offer.write_bytes(SAMPLE.read_bytes())
    done = check(offer, "-f", "json", "-o", "a.json", "-f", "sarif", "-o", "offer.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["offer.yaml"]
    assert offer.read_bytes() == SAMPLE.read_bytes()


def test_a_report_behind_a_link_is_replaced_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    assert check(SAMPLE, "-f", "json", "-o", "link.json", cwd=tmp_path).returncode == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text())["verdict"] == "walk_away"


@pytest.mark.parametrize("form", ["json", "csv", "sarif", "junit", "github", "markdown"])
def test_faults_are_told_where_the_reader_looks(form: str, tmp_path: Path) -> None:
    on_screen = check(BROKEN, "-f", form, cwd=tmp_path)
    in_file = check(BROKEN, "-f", form, "-o", "report", cwd=tmp_path)
    assert on_screen.returncode == in_file.returncode == 4
    assert "psychiatrist" in on_screen.stdout
    assert not on_screen.stderr
    assert "broken.yaml:9:7: error:" in in_file.stderr
    assert (tmp_path / "report").read_text() == on_screen.stdout


HOSTILE = """\
offercheck: 1
title: "::error title=owned::sound"
employer: "##[add-mask]sound"
role: physician
document: {stage: contract}
malpractice: {policy_type: claims_made, tail_paid_by: clinician}
evidence:
  - {field: malpractice.tail_paid_by, source: email, says: "line one\\n::set-output name=verdict::sound"}
"""


@pytest.mark.parametrize("form", ["terminal", "json", "csv", "sarif", "junit", "markdown"])
def test_a_build_server_finds_no_command_in_a_report(form: str, tmp_path: Path) -> None:
    (tmp_path / "offer.yaml").write_text(HOSTILE)
    (tmp_path / "::warning::.yaml").write_text(HOSTILE + "employer: twice\n")
    done = check("offer.yaml", "::warning::.yaml", "-f", form, "--all", cwd=tmp_path)
    for line in (done.stdout + done.stderr).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


def test_annotations_keep_their_commands(tmp_path: Path) -> None:
    (tmp_path / "offer.yaml").write_text(HOSTILE)
    lines = check("offer.yaml", "-f", "github", cwd=tmp_path).stdout.splitlines()
    assert lines
    assert all(line.startswith(("::error file=offer.yaml,", "::warning ", "::notice ")) for line in lines)
