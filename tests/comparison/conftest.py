"""The shipped offers, each judged once."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.evaluation.evaluate import Assessment, assess
from offercheck.loading import load_checklist, load_offer
from offercheck.reading.fault import InputError

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def shipped() -> list[Assessment]:
    checklist = load_checklist()
    judged = []
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        try:
            offer = load_offer(path)
        except InputError:
            continue  # broken on purpose, or no offer
        judged.append(assess(offer, checklist, today="2026-11-24"))
    return judged
