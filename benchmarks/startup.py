"""How long one run takes, as a multiple of `python -c pass` on the same machine in the same minute.

    python benchmarks/startup.py [ROUNDS]

Each command is run in turn with the bare interpreter, so that a machine that slows down slows both. The figure is the
median of the ratios of the pairs, in wall time, which the bound is for, and in processor time, which a busy machine
disturbs less. Ends with 1 when a bound is not kept.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "examples" / "northstar-urgent-care.yaml"
FULL = ROOT / "benchmarks" / "all-areas.yaml"
CHECK = [sys.executable, "-m", "offercheck", "check"]

CASES: list[tuple[str, list[str], float]] = [
    ("--version", [sys.executable, "-m", "offercheck", "--version"], 2),
    ("check --format json, the sample", [*CHECK, "--format", "json", str(SAMPLE)], 16),
    ("check --format json, all thirteen areas", [*CHECK, "--format", "json", str(FULL)], 18),
    ("check, the terminal scorecard", [*CHECK, str(SAMPLE), "--color", "always"], 19),
]


def seconds(command: list[str]) -> tuple[float, float]:
    """The wall time and the processor time of one run."""
    begin, used = time.perf_counter(), _used()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, env=os.environ)
    taken = time.perf_counter() - begin
    if done.returncode != 0:
        raise SystemExit(done.stderr.decode())
    return taken, _used() - used


def _used() -> float:
    """The processor time of all that was run so far."""
    times = os.times()
    return times.children_user + times.children_system


def main() -> int:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    bare = [sys.executable, "-c", "pass"]
    kept = True
    print(f"| command | median ratio to `python -c pass` ({rounds} pairs) | least | most | bound | processor time |")
    print("|---|---|---|---|---|---|")
    for name, command, bound in CASES:
        for warm_up in (bare, command):
            seconds(warm_up)
        pairs = [(seconds(command), seconds(bare)) for _ in range(rounds)]
        ratios = sorted(ours[0] / theirs[0] for ours, theirs in pairs)
        median = statistics.median(ratios)
        used = sum(ours[1] for ours, _ in pairs) / sum(theirs[1] for _, theirs in pairs)
        kept &= median <= bound
        print(f"| {name} | {median:.1f} | {ratios[0]:.1f} | {ratios[-1]:.1f} | {bound} | {used:.1f} |")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
