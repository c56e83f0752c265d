"""Reading one value the way the offer's assembly does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from offercheck.offer.values.base import Facets, ValueType
from offercheck.reading.fault import Fault, Faults
from offercheck.reading.node import node_of


def _understood(kind: ValueType, value: object) -> Facets:
    faults = Faults()
    facets = kind.read(node_of(value), faults)
    assert not faults, [(fault.message, fault.advice) for fault in faults]
    assert facets is not None
    return facets


def _refused(kind: ValueType, value: object) -> list[Fault]:
    faults = Faults()
    facets = kind.read(node_of(value), faults)
    assert facets is None, facets
    assert faults
    return list(faults)


@pytest.fixture(scope="session")
def understood() -> Callable[[ValueType, object], Facets]:
    return _understood


@pytest.fixture(scope="session")
def refused() -> Callable[[ValueType, object], list[Fault]]:
    return _refused
