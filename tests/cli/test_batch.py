"""`batch`: a row for every document, in order, whoever judges; whole rows whatever happens."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest

from offercheck.batch.row import COLUMNS

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
REPORTS = ROOT / "tests" / "reports" / "golden"
GOOD = b"offercheck: 1\nrole: np\n"
BAD = b"offercheck: 1\nrole: wizard\n"
DAY = ("--today", "2026-11-24")
EXAMPLES = ("examples/northstar-urgent-care.yaml", "examples/job-advert.yaml", "examples/broken.yaml", "none.yaml")
LONGEST = 120
BEGUN = 100_000
"""Bytes of an output of which some rows are surely accounted for."""


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "offercheck", "batch", *map(str, arguments), *DAY]


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        timeout=LONGEST,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "offers").mkdir()
    (tmp_path / "offers" / "a.yaml").write_bytes(GOOD)
    (tmp_path / "offers" / "b.yaml").write_bytes(GOOD + b"---\n" + BAD + b"---\n" + GOOD)
    (tmp_path / "offers" / "c.jsonl").write_bytes(b'{"offercheck": 1, "role": "np"}\n{"offercheck": 2}\n')
    (tmp_path / "offers" / "me.yaml").write_bytes(b"offercheck_me: 1\nrole: np\n")
    return tmp_path


def rows(text: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_rows_are_as_stored(form: str) -> None:
    named = ("offer.yaml", "-", "none.yaml", "--checklist", "checklist")
    done = run(*named, "--format", form, stdin=BAD, cwd=REPORTS)
    judged_by = rows(run(*named, stdin=BAD, cwd=REPORTS).stdout)[0]["judged_by"]
    shown = done.stdout.decode().replace(str(judged_by), "JUDGED_BY")
    stored = GOLDEN / f"batch.{form}"
    if not stored.exists():
        stored.write_text(shown, encoding="utf-8")
        pytest.fail(f"{stored.name} was written: read it, and keep it")
    assert shown == stored.read_text(encoding="utf-8")
    assert done.returncode == 4


def test_every_column_is_in_every_row() -> None:
    assert [list(row) for row in rows(run(*EXAMPLES).stdout)] == [list(COLUMNS)] * len(EXAMPLES)
    in_csv = [column for column in COLUMNS if column != "areas"]
    table = list(csv.reader(StringIO(run(*EXAMPLES, "--format", "csv").stdout.decode())))
    assert [table[0], *map(len, table[1:])] == [in_csv, *[len(in_csv)] * len(EXAMPLES)]


CODES = [
    (("offers/a.yaml",), b"", 0, 1),
    (("offers",), b"", 4, 6),
    (("-",), GOOD + b"---\n" + GOOD, 0, 2),
    (("-",), b"", 3, 0),
    (("offers/a.yaml", "*.toml"), b"", 3, 1),
    (("none.yaml",), b"", 4, 1),
    (("offers", "--resume"), b"", 2, 0),
    (("offers", "-j", "2", "--dask", "tcp://127.0.0.1:1"), b"", 2, 0),
    (("offers/a.yaml", "-o", "offers/a.yaml"), b"", 2, 0),
    (("offers/a.yaml", "-o", "none/rows.jsonl"), b"", 2, 0),
    (("-", "--me", "-"), GOOD, 2, 0),
    (("offers", "--me", "offers/a.yaml"), b"", 4, 0),
]


@pytest.mark.parametrize(("arguments", "stdin", "code", "count"), CODES, ids=[" ".join(row[0]) for row in CODES])
def test_exit_code_and_count(arguments: tuple[str, ...], stdin: bytes, code: int, count: int, folder: Path) -> None:
    done = run(*arguments, stdin=stdin, cwd=folder)
    assert done.returncode == code, done.stderr.decode()
    assert len(done.stdout.splitlines()) == count


def test_an_error_row_has_its_place_in_the_whole_file(folder: Path) -> None:
    row = rows(run("offers/b.yaml", cwd=folder).stdout)[1]
    assert (row["status"], row["document"], row["line"], row["fault_line"], row["fault_column"]) == (
        "faulty",
        2,
        3,
        5,
        7,
    )
    assert row["verdict"] is None


def test_the_bytes_do_not_depend_on_the_workers(folder: Path) -> None:
    for number in range(70):  # more than two chunks
        (folder / "offers" / f"n{number:02}.yaml").write_bytes(BAD if number % 9 == 4 else GOOD)
    alone = run("offers", cwd=folder)
    assert len(rows(alone.stdout)) == 76
    for jobs in ("2", "4"):
        assert run("offers", "--jobs", jobs, cwd=folder).stdout == alone.stdout


def test_a_profile_and_a_checklist_of_ones_own_reach_the_workers(folder: Path) -> None:
    own = str(ROOT / "examples" / "checklist-residency")
    me = str(ROOT / "examples" / "me" / "resident.yaml")
    plain = run("offers", cwd=folder).stdout
    alone = run("offers", "--me", me, "--checklist", own, cwd=folder).stdout
    assert run("offers", "--me", me, "--checklist", own, "-j", "2", cwd=folder).stdout == alone != plain


def test_the_summary_adds_up(folder: Path) -> None:
    done = run("offers", "--summary", cwd=folder)
    told = done.stderr.decode()
    assert told.startswith("6 documents: 4 judged, 2 with faults\n")
    assert "not enough to judge  4  100%" in told


class TestResume:
    def test_what_is_held_is_not_judged_again(self, folder: Path) -> None:
        run("offers", "-o", "rows.jsonl", cwd=folder)
        whole = (folder / "rows.jsonl").read_bytes()
        marked = whole.replace(b'"title":null', b'"title":"held"')
        (folder / "rows.jsonl").write_bytes(marked)
        done = run("offers", "-o", "rows.jsonl", "--resume", "--summary", cwd=folder)
        assert (folder / "rows.jsonl").read_bytes() == marked
        assert done.returncode == 4
        assert b"6 documents: 4 judged, 2 with faults" in done.stderr

    @pytest.mark.parametrize("form", ["jsonl", "csv"])
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_wherever_it_was_cut_it_becomes_whole(self, form: str, jobs: str, folder: Path) -> None:
        output = folder / "rows"
        run("offers", "-f", form, "-o", "rows", cwd=folder)
        whole = output.read_bytes()
        for cut in (0, 10, len(whole) // 2, len(whole) - 1):
            output.write_bytes(whole[:cut])
            run("offers", "-f", form, "-o", "rows", "--resume", "-j", jobs, cwd=folder)
            assert output.read_bytes() == whole
        assert sorted(path.name for path in folder.iterdir()) == ["offers", "rows"]

    def test_a_changed_offer_a_new_one_and_one_that_is_gone(self, folder: Path) -> None:
        run("offers", "-o", "rows.jsonl", cwd=folder)
        (folder / "offers" / "a.yaml").write_bytes(GOOD + b"title: another\n")
        (folder / "offers" / "0.yaml").write_bytes(GOOD)
        (folder / "offers" / "c.jsonl").unlink()
        run("offers", "-o", "rows.jsonl", "--resume", cwd=folder)
        found = rows((folder / "rows.jsonl").read_bytes())
        assert [(row["file"], row["title"]) for row in found[:2]] == [
            ("offers/0.yaml", None),
            ("offers/a.yaml", "another"),
        ]
        assert [row["file"] for row in found[2:]] == ["offers/b.yaml"] * 3

    def test_another_day_is_another_judgement(self, folder: Path) -> None:
        run("offers", "-o", "rows.jsonl", cwd=folder)
        before = (folder / "rows.jsonl").read_bytes().replace(b'"title":null', b'"title":"held"')
        (folder / "rows.jsonl").write_bytes(before)
        subprocess.run(
            [*command("offers", "-o", "rows.jsonl", "--resume")[:-1], "2026-11-25"],
            cwd=folder,
            check=False,
            capture_output=True,
            timeout=LONGEST,
        )
        assert b"held" not in (folder / "rows.jsonl").read_bytes()

    def test_what_is_no_output_of_a_batch_is_left_alone(self, folder: Path) -> None:
        (folder / "notes.txt").write_bytes(b"my notes\n")
        done = run("offers", "-o", "notes.txt", "--resume", cwd=folder)
        assert (done.returncode, (folder / "notes.txt").read_bytes()) == (4, b"my notes\n")
        assert b"notes.txt:1:1: error: this line is no row of a batch" in done.stderr


def test_an_output_in_the_folder_is_not_read(folder: Path) -> None:
    first = run("offers", "-o", "offers/rows.jsonl", cwd=folder)
    assert len((folder / "offers" / "rows.jsonl").read_bytes().splitlines()) == 6
    again = run("offers", "-o", "offers/rows.jsonl", "--resume", cwd=folder)
    assert len((folder / "offers" / "rows.jsonl").read_bytes().splitlines()) == 6
    assert first.returncode == again.returncode == 4


def test_a_reader_that_has_seen_enough_ends_it_quietly(folder: Path) -> None:
    (folder / "many.jsonl").write_bytes(b'{"offercheck": 1, "role": "np"}\n' * 3000)
    with subprocess.Popen(
        command(folder / "many.jsonl"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["document"] == 1
        process.stdout.close()
        assert process.wait(LONGEST) == 0
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a system without /dev/full")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_is_said(jobs: str, folder: Path) -> None:
    done = run("offers", "-o", "/dev/full", "-j", jobs, cwd=folder)
    assert (done.returncode, done.stderr) == (5, b"offercheck: /dev/full: no space left on device\n")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted_it_leaves_whole_rows_and_goes_on_from_there(jobs: str, folder: Path) -> None:
    (folder / "many.jsonl").write_bytes(b'{"offercheck": 1, "role": "np"}\n' * 1200)
    output = folder / "rows.jsonl"
    with subprocess.Popen(
        command("many.jsonl", "-o", "rows.jsonl", "-j", jobs),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A build that runs in the background ignores interrupts, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        until = time.monotonic() + LONGEST
        while time.monotonic() < until and not (output.exists() and output.stat().st_size > BEGUN):
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        told = process.stderr.read().decode()
        assert process.wait(LONGEST) == 130
    found = rows(output.read_bytes())
    assert [row["document"] for row in found] == list(range(1, len(found) + 1))
    assert 0 < len(found) < 1200
    assert (
        told == f"offercheck: interrupted after {len(found):,} document{'s' if len(found) > 1 else ''}: "
        f"{len(found):,} judged; --resume goes on from there\n"
    )
    run("many.jsonl", "-o", "rows.jsonl", "--resume", "-j", "2", cwd=folder)
    assert [row["document"] for row in rows(output.read_bytes())] == list(range(1, 1201))
