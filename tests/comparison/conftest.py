"""The shipped offers, each judged once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from offercheck.evaluation import pay_line
from offercheck.evaluation.evaluate import Assessment, assess
from offercheck.loading import load_checklist, load_offer
from offercheck.offer.readings import Values
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


@pytest.fixture
def hours_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Works out the hour of each offer once, and not for every pair that it is in: it depends on the offer alone."""
    kept: dict[int, object] = {}

    def once(values: Values, *arguments: Any) -> object:
        if id(values) not in kept:
            kept[id(values)] = work_out(values, *arguments)
        return kept[id(values)]

    work_out = pay_line.pay_line
    monkeypatch.setattr(pay_line, "pay_line", once)
