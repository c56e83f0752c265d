"""The law of the reader's own state on non-competes."""

from __future__ import annotations

import pytest

from offercheck.facts.derivation import with_facts
from offercheck.offer.possible import Words
from offercheck.offer.readings import Values
from offercheck.reference.reference import Reference

SHIPPED = Reference.shipped()
FACT = "facts.noncompete_at_home"
OPEN = {"ban", "limit", "none_known"}

CASES = [
    ("CA", {"therapist"}, "2026-11-24", {"ban"}),
    ("CO", {"np"}, "2026-11-24", {"ban"}),
    ("CO", {"np", "rn"}, "2026-11-24", {"ban"}),
    ("CO", {"therapist"}, "2026-11-24", OPEN),  # the law is not for them; another may be
    ("CO", {"np", "therapist"}, "2026-11-24", OPEN),
    ("CO", {"np"}, "2025-08-05", OPEN),  # a day too early
    ("CO", {"np"}, "2025-08-06", {"ban"}),
    ("MT", {"rn"}, "2025-04-15", {"ban"}),  # all workers, whatever the law for nurses does in that month
    ("TX", {"physician"}, "2026-11-24", {"limit"}),
    ("IN", {"physician"}, "2026-11-24", OPEN),  # with a hospital only, which the profession does not say
    ("MD", {"np"}, "2026-11-24", OPEN),  # ban or limit by the wage
    ("DC", {"physician"}, "2026-11-24", OPEN),  # by the wage, too
    ("WA", {"physician"}, "2026-11-24", OPEN),
    ("WA", {"physician"}, "2027-06-30", {"ban"}),
    ("WA", {"physician"}, "", OPEN),
    ("OH", {"physician"}, "2026-11-24", OPEN),  # no row is no answer
]


@pytest.mark.parametrize(("state", "roles", "today", "may"), CASES)
def test_by_state_profession_and_day(state: str, roles: set[str], today: str, may: set[str]) -> None:
    values: Values = {"me.home_state": Words(frozenset({state})), "me.role": Words(frozenset(roles))}
    assert with_facts(values, [FACT], SHIPPED, today)[FACT] == Words(frozenset(may))


def test_without_a_home_state_or_a_profession_it_is_open() -> None:
    home: Values = {"me.home_state": Words(frozenset({"CO"}))}
    role: Values = {"role": Words(frozenset({"np"}))}
    for values in (home, role):
        assert with_facts(values, [FACT], SHIPPED, "2026-11-24")[FACT] == Words(frozenset(OPEN))
    assert with_facts(home | role, [FACT], SHIPPED, "2026-11-24")[FACT] == Words(frozenset({"ban"}))
