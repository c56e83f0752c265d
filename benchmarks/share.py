"""Which part of one offer's time the rules take: YAML text to JSON report, in one process, warm.

    python benchmarks/share.py [FILE...]

Without a file it takes those that the start-up is measured with. Each step is timed by itself, in turn with the others,
and the figure is its median. Ends with 1 when the rules take more than the bound.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.judgement import judge
from offercheck.evaluation.verdicts import verdicts_of
from offercheck.facts.derivation import with_facts
from offercheck.offer.build import build_offer
from offercheck.offer.readings import firm, said
from offercheck.reading.load import read_document
from offercheck.reports.json_report import as_json

ROOT = Path(__file__).parents[1]
FILES = [ROOT / "examples" / "northstar-urgent-care.yaml", ROOT / "benchmarks" / "all-areas.yaml"]
DAY = "2026-11-24"
ROUNDS = 60
BOUND = 15


def steps(file: Path, checklist: Checklist) -> dict[str, Callable[[], object]]:
    """The whole, and the steps of it that are timed."""
    data = file.read_bytes()
    offer = build_offer(read_document(file.name, data))
    as_said, as_firm = (with_facts(reading(offer, None), checklist.facts, None, DAY) for reading in (said, firm))
    rules = [rule for rule in checklist.rules if not rule.reads_profile]
    card = evaluate(offer, checklist, today=DAY)
    return {
        "the rules, tried on both readings": lambda: [
            judge(rule, reading, DAY) for rule in rules for reading in (as_said, as_firm)
        ],
        "the same, with what is open in each": lambda: verdicts_of(checklist, as_said, as_firm, DAY, None),
        "the text read, and understood": lambda: build_offer(read_document(file.name, data)),
        "the whole evaluation": lambda: evaluate(offer, checklist, today=DAY),
        "the report written": lambda: as_json(card),
        "all": lambda: as_json(evaluate(build_offer(read_document(file.name, data)), checklist, today=DAY)),
    }


def main() -> int:
    checklist = load_checklist(shipped_checklist("telemedicine"), examples=False)
    kept = True
    gc.disable()
    for file in [Path(name) for name in sys.argv[1:]] or FILES:
        timed = steps(file, checklist)
        taken: dict[str, list[float]] = {name: [] for name in timed}
        for _ in range(ROUNDS):
            for name, step in timed.items():
                begin = time.process_time()
                step()
                taken[name].append(time.process_time() - begin)
            gc.collect()
        medians = {name: statistics.median(times[ROUNDS // 10 :]) for name, times in taken.items()}
        print(f"\n{file.name}, {len(checklist.rules)} rules: {1000 * medians['all']:.1f} ms\n")
        print("| step | share |\n|---|---|")
        for name, median in medians.items():
            print(f"| {name} | {100 * median / medians['all']:.0f}% |")
        kept &= 100 * medians["the rules, tried on both readings"] <= BOUND * medians["all"]
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
