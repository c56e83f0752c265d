"""Facts that are kept by their inputs: no fact looks at anything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.checklist.load import load_checklist
from offercheck.checklist.personal import read_profile
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.known_facts import KnownFacts, read_by
from offercheck.facts import FACTS
from offercheck.facts.derivation import LENT_BY, lent, with_facts
from offercheck.loading import load_offer
from offercheck.offer.readings import Values, said
from offercheck.reading.load import read_document

FOLDER = Path(__file__).parents[2] / "examples"
CHECKLIST = load_checklist(shipped_checklist("telemedicine"), examples=False)
OFFERS = [load_offer(path) for path in sorted(set(FOLDER.glob("*.yaml")) - {FOLDER / "broken.yaml"})]
READERS = [
    read_profile(read_document(path.name, path.read_bytes()), CHECKLIST)
    for path in sorted((FOLDER / "me").glob("*.yaml"))
]
READINGS = [said(offer, reader.values) for offer in OFFERS for reader in READERS] + [said(offer) for offer in OFFERS]
TABLES = frozenset(table for fact in FACTS.values() for table in fact.tables)
DAY = "2026-11-24"


class Watched(dict[str, Any]):
    """A reading that notes at which paths it is looked."""

    def __init__(self, values: Values) -> None:
        super().__init__(values)
        self.looked_at: set[str] = set()

    def get(self, path: str, default: Any = None) -> Any:
        self.looked_at.add(path)
        return super().get(path, default)

    def __getitem__(self, path: str) -> Any:
        self.looked_at.add(path)
        return super().__getitem__(path)

    def __contains__(self, path: object) -> bool:
        self.looked_at.add(str(path))
        return super().__contains__(path)

    def _everything(self, *_: object) -> Any:
        raise AssertionError("all values are looked at")

    __iter__ = __or__ = keys = values = items = copy = _everything


@pytest.mark.parametrize("path", FACTS)
def test_a_fact_looks_at_nothing_but_what_it_is_kept_by(path: str) -> None:
    for reading in READINGS:
        watched = Watched(reading | lent(reading, TABLES, None, DAY))
        FACTS[path].derive(watched)
        assert watched.looked_at <= set(read_by(path))


def test_what_tables_lend_hangs_on_nothing_but_what_it_is_kept_by() -> None:
    for reading in READINGS:
        watched = Watched(reading)
        lent(watched, TABLES, None, DAY)
        assert watched.looked_at <= set(LENT_BY)


@given(st.lists(st.sampled_from(READINGS), min_size=1, max_size=6))
def test_the_same_facts_whatever_came_before(readings: list[Values]) -> None:
    known = KnownFacts(FACTS, None, DAY)
    for reading in readings:
        assert known.added_to(reading) == with_facts(reading, FACTS, None, DAY)
