"""Thousands of offers, side by side with what else reads such files: whole processes on the same files, in one run.

    python benchmarks/speed.py [--files N] [--rounds N] [--work FOLDER]

Writes the corpus, installs the peers at pinned versions into FOLDER (pip and npm; one that cannot be had stands in the
table with the reason), and prints ratios: of wall time, of processor time, and the peak of memory. Needs an installed
offercheck (`pip install .` into a fresh environment; an editable install has no prepared checklist). What is measured
is judging, for us; merely loading or linting, for the others. Ends with 1 when a bound is not kept.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from corpus import write

from offercheck.offer.schema import FIELDS

PIP_PEERS = ("check-jsonschema==0.39.0", "yamllint==1.38.0")
NPM_PEERS = ("ajv-cli@5.0.0", "@stoplight/spectral-cli@6.16.0")
LOADER = "import sys,yaml\nfor n in sys.argv[1:]:\n with open(n,'rb') as f: yaml.load(f.read(), yaml.CSafeLoader)\n"
TWO, LINES = "two workers of ours", "the same as JSON Lines"


class Bound(NamedTuple):
    """What our time, divided by another's, may be."""

    text: str
    kept: Callable[[float], bool]


BOUNDS = {
    "CSafeLoader, merely loading": Bound("at most 0.9", lambda ratio: ratio <= 0.9),
    "check-jsonschema": Bound("at most 0.083 (12 times as fast)", lambda ratio: ratio <= 1 / 12),
    "yamllint": Bound("at most 0.067 (15 times)", lambda ratio: ratio <= 1 / 15),
    "Spectral, 30 rules": Bound("at most 0.05 (20 times)", lambda ratio: ratio <= 1 / 20),
    "ajv-cli": Bound("at most 2", lambda ratio: ratio <= 2),
    "ajv-cli, from our two workers": Bound("under 1", lambda ratio: ratio < 1),
    TWO: Bound("at least 1.6", lambda ratio: ratio >= 1.6),
    LINES: Bound("at least 3", lambda ratio: ratio >= 3),
}
MOST_MEMORY = 60
MOST_GROWTH = 1.15


class Run(NamedTuple):
    """One process: seconds on the wall and of the processor, and the peak of memory in MiB."""

    wall: float
    cpu: float
    peak: float


def measured(command: Sequence[str], files: Sequence[str]) -> Run:
    """Run a command over the files; their names come last. An end with more than the 1 of a finding is a breakage."""
    begun = perf_counter()
    process = subprocess.Popen([*command, *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def peers(work: Path) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The commands of the peers that can be had here, with what they check by; and why the others cannot."""
    schema = work / "offer.schema.json"
    schema.write_bytes(subprocess.run([*ours(), "schema", "offer"], capture_output=True, check=True).stdout)
    rules = work / "spectral.yaml"
    rules.write_text("rules:\n" + "".join(_spectral_rule(path) for path in list(FIELDS)[10:40]), encoding="utf-8")
    found = {"CSafeLoader, merely loading": [sys.executable, "-c", LOADER]}
    missing: dict[str, str] = {}
    python = work / "peers" / "bin"
    no_pip = _failed([sys.executable, "-m", "venv", str(work / "peers")]) or _failed(
        [str(python / "pip"), "install", "--quiet", *PIP_PEERS]
    )
    of_pip = {
        "check-jsonschema": [str(python / "check-jsonschema"), "--schemafile", str(schema)],
        "yamllint": [str(python / "yamllint"), "--no-warnings", "--format", "parsable"],
    }
    found, missing = _sorted(of_pip, no_pip, found, missing)
    programs = work / "node_modules" / ".bin"
    no_npm = _failed(["npm", "install", "--silent", "--prefix", str(work), *NPM_PEERS])
    of_npm = {
        "Spectral, 30 rules": [str(programs / "spectral"), "lint", "--quiet", "--ruleset", str(rules)],
        "ajv-cli": [str(programs / "ajv"), "validate", "--strict=false", "--spec=draft2020", "-s", str(schema)],
    }
    return _sorted(of_npm, no_npm, found, missing)


def _sorted(
    commands: dict[str, list[str]], reason: str, found: dict[str, list[str]], missing: dict[str, str]
) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The commands among those found, or among the missing where there is a reason."""
    if reason:
        return found, missing | dict.fromkeys(commands, reason)
    return found | commands, missing


def _spectral_rule(path: str) -> str:
    area, _, name = path.rpartition(".")
    return f"  has-{path.replace('.', '-')}: {{given: '$.{area}', then: {{field: {name}, function: truthy}}}}\n"


def _failed(command: Sequence[str]) -> str:
    """Why a command did not do its work; empty where it did."""
    try:
        done = subprocess.run(command, capture_output=True, check=False, text=True)
    except OSError:
        return f"there is no {Path(command[0]).name}"
    if not done.returncode:
        return ""
    return f"{Path(command[0]).name} {command[1]} failed: " + (done.stderr.strip().splitlines() or ["no word why"])[-1]


def ours() -> list[str]:
    """The installed command."""
    return [str(Path(sys.executable).with_name("offercheck"))]


def arguments_of(name: str, files: Sequence[str]) -> list[str]:
    """How a command takes the files."""
    return [word for file in files for word in ("-d", file)] if name == "ajv-cli" else list(files)


def ratios(name: str, rounds: Sequence[dict[str, Run]]) -> list[tuple[float, float]]:
    """Our time over another's in each round: on the wall, and of the processor."""
    numerator, denominator = (TWO, "ajv-cli") if name == "ajv-cli, from our two workers" else ("ours", name)
    return [(one[numerator].wall / one[denominator].wall, one[numerator].cpu / one[denominator].cpu) for one in rounds]


def table(rounds: Sequence[dict[str, Run]], missing: dict[str, str]) -> tuple[str, bool]:
    """A row for each bound with the medians of the rounds, and whether all that could be measured are kept."""
    lines = [
        "| our time over that of | wall | least to most | processor | bound | kept | its peak, MiB |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    all_kept = True
    for name, bound in BOUNDS.items():
        program = name.partition(", from")[0]
        if program in missing:
            lines.append(f"| {name} | not measured here: {missing[program]} | | | {bound.text} | | |")
            continue
        of_rounds = ratios(name, rounds)
        walls, cpus = [wall for wall, _ in of_rounds], [cpu for _, cpu in of_rounds]
        kept = bound.kept(median(walls))
        all_kept &= kept
        lines.append(
            f"| {name} | {median(walls):.2f} | {min(walls):.2f} to {max(walls):.2f} | {median(cpus):.2f} "
            f"| {bound.text} | {'yes' if kept else 'no'} | {max(one[program].peak for one in rounds):.0f} |"
        )
    return "\n".join(lines), all_kept


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description="Offers by the thousand, side by side with others.")
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "offercheck-speed")
    given = parser.parse_args()
    work: Path = given.work
    folder = work / f"offers-{given.files}"
    write(folder, given.files, jsonl=work / "offers.jsonl")
    files = [str(path) for path in sorted(folder.iterdir())]
    batch = [*ours(), "batch", "--today", "2026-11-24"]
    others, missing = peers(work)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    rounds = []
    for _ in range(given.rounds):
        one = {"ours": measured(batch, [str(folder)])}
        one[TWO] = measured([*batch, "--jobs", "2"], [str(folder)])
        one[LINES] = measured(batch, [str(work / "offers.jsonl")])
        one |= {name: measured(command, arguments_of(name, files)) for name, command in others.items()}
        rounds.append(one)
    text, kept = table(rounds, missing)
    print(text)
    print(f"\n{given.files} files, {given.rounds} rounds")
    floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"peaks up to {floor:.0f} MiB may be this program's own: a process begins as a copy of the one that starts it"
    )
    return 0 if _memory(work, batch) and kept else 1


def _memory(work: Path, batch: Sequence[str]) -> bool:
    """Print our peak at 2,000 documents and at 20,000, as JSON Lines; whether both bounds are kept."""
    peaks = []
    for count in (2000, 20000):
        lines = work / f"memory-{count}.jsonl"
        some = (work / "offers.jsonl").read_bytes().splitlines(keepends=True)
        with lines.open("wb") as stream:
            for number in range(count):
                stream.write(some[number % len(some)])
        peaks.append(measured(batch, [str(lines)]).peak)
    growth = peaks[1] / peaks[0]
    print(f"peak at 2,000 documents {peaks[0]:.1f} MiB, at most {MOST_MEMORY}")
    print(f"peak at 20,000 over that {growth:.2f} ({peaks[1]:.1f} MiB), at most {MOST_GROWTH}")
    return max(peaks) < MOST_MEMORY and growth <= MOST_GROWTH


if __name__ == "__main__":
    sys.exit(main())
