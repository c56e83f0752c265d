"""The command line as a person and as a script meet it: whole processes, their two streams, their exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "northstar-urgent-care.yaml"
BROKEN = ROOT / "examples" / "broken.yaml"
GOOD = ROOT / "examples" / "health-system-w2.yaml"


def run(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "offercheck", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", **environment},
    )


GATES = [
    ((SAMPLE,), 0),
    ((SAMPLE, "--fail-on", "deal_breaker"), 1),
    ((SAMPLE, "--fail-on", "red_flag"), 1),
    ((SAMPLE, "--min-score", "90"), 1),
    ((SAMPLE, "--min-score", "0"), 0),
    ((GOOD, "--fail-on", "deal_breaker"), 0),
    ((SAMPLE, BROKEN), 4),
    ((BROKEN, SAMPLE, "--fail-on", "deal_breaker"), 4),
    (("no-such-file.yaml",), 4),
    ((ROOT / "examples",), 4),
    ((), 2),
    ((SAMPLE, "--fail-on", "nonsense"), 2),
    ((SAMPLE, "--width", "3"), 2),
    ((SAMPLE, "--today", "tomorrow"), 2),
    ((SAMPLE, "--output", "/no/such/folder/report.txt"), 2),
    ((SAMPLE, "--checklist", "/no/such/folder"), 4),
]


@pytest.mark.parametrize(
    ("arguments", "code"), GATES, ids=[" ".join(Path(str(a)).name for a in row[0]) for row in GATES]
)
def test_exit_codes(arguments: tuple[str | Path, ...], code: int) -> None:
    done = run("check", *arguments)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_the_report_is_on_standard_output_and_faults_on_standard_error() -> None:
    done = run("check", SAMPLE, BROKEN)
    assert b"WALK AWAY" in done.stdout
    assert b"error:" not in done.stdout
    assert b"broken.yaml:" in done.stderr
    assert b"2 offers: 1 walk away as written, 1 could not be read" in done.stdout


def test_json_is_one_object_for_one_input_and_an_array_for_several() -> None:
    one = json.loads(run("check", SAMPLE, "--format", "json").stdout)
    assert one["schema"] == "offercheck.report/1"
    several = json.loads(run("check", SAMPLE, BROKEN, "--format", "json").stdout)
    assert [entry["file"] for entry in several] == [str(SAMPLE), str(BROKEN)]
    assert several[1].keys() == {"schema", "file", "errors"}
    assert all(error["line"] > 0 for error in several[1]["errors"])


def test_the_terminal_says_what_an_hour_really_pays_and_json_where_it_is_asked() -> None:
    shown = " ".join(run("check", SAMPLE, "--today", "2026-11-24").stdout.decode().split())
    assert "Pay: $168.00 an hour as named; really $99." in shown
    assert json.loads(run("check", SAMPLE, "--format", "json").stdout)["pay"] is None
    asked = json.loads(run("check", SAMPLE, "--format", "json", "--pay", "--today", "2026-11-24").stdout)["pay"]
    assert asked["named"] == 168
    assert asked["low"] < asked["expected"] < asked["high"] < 168
    assert asked["assumed"] > 1


@pytest.mark.parametrize("pay", ["", "compensation: {pay: 40 EUR/hour}"])
def test_without_a_price_there_is_no_pay_line(pay: str) -> None:
    done = run("check", "-", stdin=f"offercheck: 1\nrole: rn\n{pay}\n".encode())
    assert done.returncode == 0
    assert b"Pay:" not in done.stdout


def test_standard_input_is_named_by_a_dash() -> None:
    done = run("check", "-", "--format", "json", stdin=SAMPLE.read_bytes())
    assert json.loads(done.stdout)["file"] == "standard input"
    assert run("check", "-").returncode == 3
    assert run("check", "-", stdin=b"\n").returncode == 4


def test_the_same_twice_gives_the_same_bytes() -> None:
    for arguments in (("--format", "json"), ("--width", "100", "--color", "always")):
        first, second = (run("check", SAMPLE, "--today", "2026-11-24", *arguments).stdout for _ in range(2))
        assert first == second


COLOURS = [
    ((), {}, False),
    ((), {"FORCE_COLOR": "1"}, True),
    ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    (("--color", "always"), {"NO_COLOR": "1"}, True),
    (("--color", "never"), {"FORCE_COLOR": "1"}, False),
]


@pytest.mark.parametrize(("arguments", "environment", "coloured"), COLOURS)
def test_colours(arguments: tuple[str, ...], environment: dict[str, str], coloured: bool) -> None:
    assert (b"\x1b[" in run("check", SAMPLE, *arguments, **environment).stdout) is coloured


@pytest.mark.parametrize("width", [40, 80, 120])
def test_no_line_is_wider_than_asked(width: int) -> None:
    for flag in ((), ("--all",)):
        shown = run("check", SAMPLE, "--width", str(width), *flag).stdout.decode()
        assert max(map(len, shown.splitlines())) <= width


def test_ascii_where_the_encoding_asks_for_it() -> None:
    done = run("check", SAMPLE, PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"?" * 5 not in done.stdout


def test_output_goes_to_the_file_asked_for(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = run("check", SAMPLE, "--format", "json", "--output", report)
    assert done.stdout == b""
    assert json.loads(report.read_text())["verdict"] == "walk_away"


def test_a_closed_pipe_ends_quietly() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "offercheck", "check", *[str(SAMPLE)] * 3],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said() -> None:
    done = run("check", SAMPLE, "--output", "/dev/full")
    assert done.returncode == 5
    assert b"/dev/full" in done.stderr
    assert b"Traceback" not in done.stderr


def test_help_names_the_exit_codes() -> None:
    for arguments in (("--help",), ("check", "--help")):
        done = run(*arguments)
        assert done.returncode == 0
        shown = " ".join(done.stdout.decode().split())
        assert "4 an input could not be read or is invalid" in shown


@pytest.mark.parametrize("arguments", [("--version",), ("--version", "check")])
def test_version(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).stdout.startswith(b"offercheck 0.")


@pytest.mark.parametrize("flags", [(), ("--full",)])
def test_the_template_validates_as_written(flags: tuple[str, ...], tmp_path: Path) -> None:
    offer = tmp_path / "offer.yaml"
    assert run("new", *flags, "--output", offer).returncode == 0
    done = run("check", offer, "--format", "json")
    assert done.returncode == 0, done.stdout.decode()
    assert json.loads(done.stdout)["verdict"] == "not_enough"


def test_what_an_offer_says_is_never_taken_for_a_command(tmp_path: Path) -> None:
    offer = tmp_path / "offer.yaml"
    offer.write_text(
        'offercheck: 1\nrole: physician\ntitle: "[bold]x[/bold] [link=https://evil.example]y[/link] :smile:"\n'
    )
    shown = run("check", offer, "--color", "always").stdout.decode()
    assert "[bold]x[/bold] [link=https://evil.example]y[/link] :smile:" in shown
    assert "\x1b]8;" not in shown


def test_an_offer_is_never_overwritten(tmp_path: Path) -> None:
    offer = tmp_path / "offer.yaml"
    offer.write_bytes(SAMPLE.read_bytes())
    for arguments in (("check", offer, "--output", offer), ("new", "--output", offer)):
        assert run(*arguments).returncode == 2
        assert offer.read_bytes() == SAMPLE.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["offer.yaml"]


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    here = f"{sys.executable} -m offercheck"
    return subprocess.run(
        ["bash", "-c", command.replace("offercheck", here)], capture_output=True, check=False, cwd=ROOT, timeout=20
    )


STREAMS = [
    ("offercheck check no-such-file 2>&-", 4),
    ("offercheck check no-such-file 2>/dev/full", 4),
    ("offercheck check - <&-", 4),
    ("offercheck --version >/dev/full", 5),
    ("offercheck check examples/coordinator.yaml >/dev/full", 5),
    ("offercheck check examples/coordinator.yaml >&-", 0),
    ("offercheck check examples/coordinator.yaml --width 999999999999", 2),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(("command", "code"), STREAMS)
def test_streams_that_are_closed_or_full(command: str, code: int) -> None:
    done = shell(command)
    assert done.returncode == code, done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "offer.yaml")
    assert run("check", tmp_path / "offer.yaml").returncode == 4


def test_process_substitution_is_read() -> None:
    done = shell("offercheck check <(sleep 0.3; cat examples/coordinator.yaml)")
    assert b"Telehealth coordinator" in done.stdout


def test_a_name_cannot_steer_the_terminal_or_break_the_report(tmp_path: Path) -> None:
    for name in ("a\x1b[2Jb.yaml", "a\u202eb.yaml", "a\rb.yaml", "a\udcffb.yaml"):
        path = tmp_path / name
        path.write_bytes(SAMPLE.read_bytes())
        for form in ("terminal", "json"):
            done = run("check", path, "--format", form)
            assert done.returncode == 0, done.stderr.decode()
            assert not set("\x1b\r\u202e") & set(done.stdout.decode())


def test_rows_of_ones_own_take_the_place_of_the_tables(tmp_path: Path) -> None:
    rows = tmp_path / "mine.csv"
    rows.write_text(
        "table,jurisdiction,role,item,value,unit,as_of,source_title\n"
        "licence_fees,TX,physician_md,initial_fee,350,usd,2026-11,a letter of the board\n"
    )
    done = run("check", str(SAMPLE), "--format", "json", "--reference", str(rows))
    assert done.returncode == 0, done.stderr
    fees = {one["state"]: one for one in json.loads(done.stdout)["licensing_cost"]["states"]}
    assert fees["TX"]["first_year"]["low"] == 350
    assert run("check", str(SAMPLE), "--reference", str(tmp_path / "none.csv")).returncode == 4


def test_the_profile_is_read_from_the_option_or_else_the_environment(tmp_path: Path) -> None:
    me, other = tmp_path / "me.yaml", tmp_path / "other.yaml"
    me.write_text("offercheck_me: 1\ndeal_breakers: [malpractice/limits]\n")
    other.write_text("offercheck_me: 1\n")
    by_option = json.loads(run("check", GOOD, "-f", "json", "--me", me, OFFERCHECK_ME=str(other)).stdout)
    by_environment = json.loads(run("check", GOOD, "-f", "json", OFFERCHECK_ME=str(me)).stdout)
    assert by_option == by_environment
    assert by_option["produced_by"]["profile"] == str(me)
    assert json.loads(run("check", GOOD, "-f", "json").stdout)["produced_by"]["profile"] is None


def test_a_profile_that_cannot_be_understood_stops_the_run(tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    me.write_text("offercheck_me: 1\nlicenses: [TX]\n")
    done = run("check", GOOD, "--me", me)
    assert done.returncode == 4
    assert (b"me.yaml:2:1: error: `licenses` is not a field of a profile" in done.stderr, done.stdout) == (True, b"")


def test_the_profile_may_come_from_standard_input() -> None:
    done = run("check", GOOD, "-f", "json", "--me", "-", stdin=b"offercheck_me: 1\n")
    assert json.loads(done.stdout)["produced_by"]["profile"] == "standard input"
    wrong = run("check", GOOD, "--me", "-", stdin=b"offercheck_me: 2\n")
    assert b"standard input:1:16: error" in wrong.stderr
    both = run("check", "-", "--me", "-", stdin=b"offercheck_me: 1\n")
    assert (both.returncode, b"read once" in both.stderr) == (2, True)
    assert run("explain", "malpractice/tail-payer", "-", "--me", "-", stdin=b"").returncode == 2


def test_the_report_does_not_replace_the_profile(tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    me.write_text("offercheck_me: 1\n")
    assert run("check", GOOD, "--me", me, "-o", me).returncode == 2
    assert me.read_text() == "offercheck_me: 1\n"


def test_a_new_profile_is_one_to_judge_by(tmp_path: Path) -> None:
    me = tmp_path / "me.yaml"
    assert run("new", "me", "-o", me).returncode == 0
    assert json.loads(run("check", GOOD, "-f", "json", "--me", me).stdout)["set_aside"] == []
    assert run("new", "me", "--full").returncode == 2
    assert json.loads(run("schema", "me").stdout)["required"] == ["offercheck_me"]
