"""Thousands of offers, side by side with what else reads such files: whole processes on the same files, in one run.

    python benchmarks/speed.py [--files N] [--rounds N] [--work FOLDER]

Writes the corpus, installs the peers at pinned versions into FOLDER (pip and npm; one that cannot be had is left out of
the table, with a word), and prints ratios: of wall time, of processor time, and the peak of memory. Needs an installed
offercheck (`pip install .` into a fresh environment; an editable install has no prepared checklist). What is measured
is judging, for us; merely loading or linting, for the others.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from corpus import write

from offercheck.offer.schema import FIELDS

PIP_PEERS = ("check-jsonschema==0.39.0", "yamllint==1.38.0")
NPM_PEERS = ("ajv-cli@5.0.0", "@stoplight/spectral-cli@6.16.0")
LOADER = "import sys,yaml\nfor n in sys.argv[1:]:\n with open(n,'rb') as f: yaml.load(f.read(), yaml.CSafeLoader)\n"
BOUNDS = {
    "CSafeLoader, merely loading": "at most 0.9",
    "check-jsonschema": "at most 0.083 (12 times as fast)",
    "yamllint": "at most 0.067 (15 times)",
    "Spectral, 30 rules": "at most 0.05 (20 times)",
    "ajv-cli": "at most 2",
    "two workers of ours": "at least 1.6",
    "the same as JSON Lines": "at least 3",
}


class Run(NamedTuple):
    """One process: seconds on the wall and of the processor, and the peak of memory in MiB."""

    wall: float
    cpu: float
    peak: float


def measured(command: Sequence[str], files: Sequence[str]) -> Run:
    """Run a command over the files; their names come last. Its exit code is its own affair."""
    begun = perf_counter()
    process = subprocess.Popen([*command, *files], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return Run(perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def peers(work: Path) -> dict[str, list[str]]:
    """The commands of the peers that can be had here, with what they check by."""
    schema = work / "offer.schema.json"
    schema.write_bytes(subprocess.run([*ours(), "schema", "offer"], capture_output=True, check=True).stdout)
    rules = work / "spectral.yaml"
    rules.write_text("rules:\n" + "".join(_spectral_rule(path) for path in list(FIELDS)[10:40]), encoding="utf-8")
    found = {"CSafeLoader, merely loading": [sys.executable, "-c", LOADER]}
    if _done([sys.executable, "-m", "venv", str(work / "peers")]) and _done(
        [str(work / "peers" / "bin" / "pip"), "install", "--quiet", *PIP_PEERS]
    ):
        found["check-jsonschema"] = [str(work / "peers/bin/check-jsonschema"), "--schemafile", str(schema)]
        found["yamllint"] = [str(work / "peers/bin/yamllint"), "--no-warnings", "--format", "parsable"]
    for peer in NPM_PEERS:
        _done(["npm", "install", "--silent", "--prefix", str(work), peer])
    programs = work / "node_modules" / ".bin"
    if (programs / "ajv").exists():
        found["ajv-cli"] = [str(programs / "ajv"), "validate", "--strict=false", "--spec=draft2020", "-s", str(schema)]
    if (programs / "spectral").exists():
        found["Spectral, 30 rules"] = [str(programs / "spectral"), "lint", "--quiet", "--ruleset", str(rules)]
    return found


def _spectral_rule(path: str) -> str:
    area, _, name = path.rpartition(".")
    return f"  has-{path.replace('.', '-')}: {{given: '$.{area}', then: {{field: {name}, function: truthy}}}}\n"


def _done(command: Sequence[str]) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def ours() -> list[str]:
    """The installed command."""
    return [str(Path(sys.executable).with_name("offercheck"))]


def arguments_of(name: str, files: Sequence[str]) -> list[str]:
    """How a command takes the files."""
    return [word for file in files for word in ("-d", file)] if name == "ajv-cli" else list(files)


def table(names: Sequence[str], rounds: Sequence[dict[str, Run]]) -> str:
    """Our time over that of each, medians of the rounds; for our own other ways, our time over theirs too."""
    lines = [
        "| against | wall | least to most | processor | bound | its peak, MiB |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name in names:
        walls = [one["ours"].wall / one[name].wall for one in rounds]
        cpus = [one["ours"].cpu / one[name].cpu for one in rounds]
        peak = max(one[name].peak for one in rounds)
        lines.append(
            f"| {name} | {median(walls):.2f} | {min(walls):.2f} to {max(walls):.2f} | {median(cpus):.2f} "
            f"| {BOUNDS[name]} | {peak:.0f} |"
        )
    return "\n".join(lines)


def main() -> None:
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
    others = peers(work)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    rounds = []
    for _ in range(given.rounds):
        one = {"ours": measured(batch, [str(folder)])}
        one["two workers of ours"] = measured([*batch, "--jobs", "2"], [str(folder)])
        one["the same as JSON Lines"] = measured(batch, [str(work / "offers.jsonl")])
        one |= {name: measured(command, arguments_of(name, files)) for name, command in others.items()}
        rounds.append(one)
    missing = [name for name in BOUNDS if name not in rounds[0]]
    print(table([name for name in BOUNDS if name in rounds[0]], rounds))
    print(f"\n{given.files} files, {given.rounds} rounds; our peak {max(one['ours'].peak for one in rounds):.1f} MiB")
    if missing:
        print("could not be had here: " + ", ".join(missing))
    _memory(work, batch)


def _memory(work: Path, batch: Sequence[str]) -> None:
    """Our peak at 2,000 documents and at 20,000, as JSON Lines."""
    peaks = []
    for count in (2000, 20000):
        lines = work / f"memory-{count}.jsonl"
        some = (work / "offers.jsonl").read_bytes().splitlines(keepends=True)
        with lines.open("wb") as stream:
            for number in range(count):
                stream.write(some[number % len(some)])
        peaks.append(measured(batch, [str(lines)]).peak)
    print(
        f"peak at 20,000 documents over that at 2,000: {peaks[1] / peaks[0]:.2f} ({peaks[0]:.1f}, {peaks[1]:.1f} MiB)"
    )


if __name__ == "__main__":
    main()
