"""Ten thousand documents, 137 of them broken in twenty ways: all are accounted for, and who judges changes no byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKLIST = ROOT / "tests" / "reports" / "golden" / "checklist"
"""A small one: what is tried here is the way of the documents."""
LONGEST = 300

GOOD_JSON = b'{"offercheck": 1, "role": "np", "malpractice": {"paid_by": "employer"}}'
GOOD_YAML = b"offercheck: 1\nrole: np\nmalpractice:\n  paid_by: employer\n"
BROKEN_JSON = [
    b'{"offercheck": 1,}',
    b'{"offercheck": 1',
    b'{"offercheck": 1} {"offercheck": 1}',
    b'["offercheck", 1]',
    b'{"role": "np"}',
    b'{"offercheck": 2}',
    b'{"offercheck": 1, "role": "wizard"}',
    b'{"offercheck": 1, "role": "np", "role": "pa"}',
    b'{"offercheck": 1, "engagement": {"hours_per_week": "40-32"}}',
    b'{"offercheck": 1, "malpractice": {"tail_payed_by": "employer"}}',
]
BROKEN_YAML = [
    b"offercheck: 1\nrole: [np\n",
    b"offercheck: 1\n\trole: np\n",
    b"offercheck: 1\nrole: \xff\xfe\n",
    b"offercheck: 1\nrole: &a np\ntitle: *b\n",
    b"- offercheck\n- 1\n",
    b"offercheck: 1\nrole: np\n  title: deeper\n",
    b"offercheck: 1\ndocument:\n  dated: 02/16/2026\n",
    b"offercheck: 1\nproductivity:\n  slots_per_hour: 8:30\n",
    b"offercheck: 1\nterms:\n  notice_from_employer: TBD\n",
    b"offercheck: 1\nshifts: three evenings\n",
]
ALL, BROKEN = 10_000, 137


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1"},
        timeout=LONGEST,
    )


def batch(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return run("batch", "offers", "--checklist", CHECKLIST, "--today", "2026-11-24", *arguments, cwd=folder)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """90 files of a hundred JSON lines, 90 of ten YAML documents, 100 of one."""
    base = tmp_path_factory.mktemp("scale")
    offers = base / "offers"
    offers.mkdir()
    in_lines = [GOOD_JSON] * 9000
    in_documents = [GOOD_YAML] * 1000
    for number in range(68):
        in_lines[number * 131 + 7] = BROKEN_JSON[number % len(BROKEN_JSON)]
    for number in range(69):
        in_documents[number * 14 + 3] = BROKEN_YAML[number % len(BROKEN_YAML)]
    for number in range(90):
        (offers / f"{number:03}.jsonl").write_bytes(b"\n".join(in_lines[number * 100 : number * 100 + 100]) + b"\n")
        (offers / f"{number:03}.yaml").write_bytes(b"---\n".join(in_documents[number * 10 : number * 10 + 10]))
    for number in range(100):
        (offers / f"one-{number:03}.yml").write_bytes(in_documents[900 + number])
    return base


@pytest.fixture(scope="module")
def alone(folder: Path) -> bytes:
    done = batch(folder)
    assert done.returncode == 4, done.stderr.decode()
    return done.stdout


def test_all_are_accounted_for(alone: bytes) -> None:
    rows = [json.loads(line) for line in alone.splitlines()]
    assert len(rows) == ALL
    assert Counter(row["status"] for row in rows) == {"judged": ALL - BROKEN, "faulty": BROKEN}
    broken = [row for row in rows if row["status"] == "faulty"]
    assert len({(row["fault"], row["advice"]) for row in broken}) >= 20
    assert all(row["line"] <= row["fault_line"] <= row["line"] + 4 for row in broken)
    assert [row["file"] for row in rows] == sorted(row["file"] for row in rows)


def test_four_jobs_write_the_same_bytes(folder: Path, alone: bytes) -> None:
    done = batch(folder, "--jobs", "4", "--summary")
    assert (done.stdout == alone, done.returncode) == (True, 4)
    assert done.stderr.decode().splitlines()[0] == "10,000 documents: 9,863 judged, 137 with faults"


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a real cluster of two processes on this machine."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as found:
        yield found.scheduler_address


# One test of two things: a second one would start a second cluster where tests run in parallel.
def test_a_cluster_writes_the_same_bytes_and_refuses_another_checklist(
    cluster: str, folder: Path, alone: bytes
) -> None:
    done = batch(folder, "--dask", cluster)
    assert (done.stdout == alone, done.returncode) == (True, 4), done.stderr.decode()

    from offercheck.batch.plan import Plan
    from offercheck.batch.work import judge
    from offercheck.inputs.inputs import Input
    from offercheck.reading.fault import InputError

    distributed = pytest.importorskip("distributed")
    plan = Plan("jsonl", str(CHECKLIST), "another", "2026-11-24")
    with distributed.Client(cluster) as client, pytest.raises(InputError, match="differs from the checklist"):
        client.get_executor(pure=False).submit(judge, plan, [Input("a.yaml", 1, 1, GOOD_YAML)]).result(LONGEST)


def test_where_no_cluster_answers_it_says_so(folder: Path) -> None:
    done = batch(folder, "--dask", "tcp://127.0.0.1:1")
    assert done.returncode == 2
    assert b"no cluster answers at tcp://127.0.0.1:1" in done.stderr


def test_check_validate_and_batch_agree_about_every_file() -> None:
    """Of the shipped examples, broken ones among them."""
    day = ("--today", "2026-11-24", "--format")
    named = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "examples").rglob("*.yaml"))
    offers = [name for name in named if not name.endswith("me.yaml") and "/me/" not in name and "waivers" not in name]
    offers = [name for name in offers if "/checklist-" not in name]
    rows = [json.loads(line) for line in run("batch", *offers, *day, "jsonl", cwd=ROOT).stdout.splitlines()]
    validated = json.loads(run("validate", *offers, "--format", "json", cwd=ROOT).stdout)["inputs"]
    cards = json.loads(run("check", *offers, *day, "json", cwd=ROOT).stdout)
    assert len(rows) == len(validated) == len(cards) == len(offers)
    for row, valid, card in zip(rows, validated, cards, strict=True):
        assert row["file"] == valid["file"] == card["file"]
        assert (row["status"] == "judged") == (valid["status"] == "valid") == ("verdict" in card)
        if row["status"] == "judged":
            score = card["score"]
            assert (row["verdict"], row["low"], row["high"]) == (card["verdict"], score["low"], score["high"])
            flags = [one["rule"] for one in card["findings"] if one["outcome"] == "red_flag"]
            assert row["red_flags"] == flags
        else:
            first = card["errors"][0]
            assert (row["fault_line"], row["fault"], row["faults"]) == (
                first["line"],
                first["message"],
                len(valid["errors"]),
            )
