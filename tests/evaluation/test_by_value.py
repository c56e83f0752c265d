"""A function of some values is worked out once for each set of them."""

from __future__ import annotations

import pytest

from offercheck.evaluation import by_value
from offercheck.evaluation.by_value import ByValue
from offercheck.offer.possible import Possible, Words
from offercheck.offer.readings import Values

YES, NO = Words(frozenset({"yes"})), Words(frozenset({"no"}))


class Counted:
    """Joins what two paths say, and counts how often."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, values: Values) -> str:
        self.calls += 1
        return " ".join(_word(values.get(path)) for path in ("a", "b"))


def _word(value: Possible | None) -> str:
    return min(value.may) if isinstance(value, Words) else "silent"


@pytest.mark.parametrize(
    ("first", "second", "calls"),
    [
        ({"a": YES}, {"a": YES}, 1),
        ({"a": YES}, {"a": YES, "c": NO}, 1),
        ({"a": YES}, {"b": YES}, 2),
        ({"a": YES, "b": NO}, {"a": NO, "b": YES}, 2),
        ({}, {"c": YES}, 1),
    ],
)
def test_worked_out_once_for_each_set(first: Values, second: Values, calls: int) -> None:
    work = Counted()
    kept = ByValue(("a", "b"), work)
    assert [kept(first), kept(second)] == [Counted()(first), Counted()(second)]
    assert work.calls == calls


def test_an_equal_value_that_is_another_object_is_worked_out_again() -> None:
    work = Counted()
    kept = ByValue(("a",), work)
    assert kept({"a": YES}) == kept({"a": Words(frozenset({"yes"}))}) == "yes silent"
    assert work.calls == 2


def test_values_that_do_not_come_again_are_not_mixed_up_with_later_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_value, "KEPT_AT_MOST", 3)
    kept = ByValue(("a",), Counted())
    for number in range(200):
        values: Values = {"a": Words(frozenset({str(number)}))}
        assert kept(values) == f"{number} silent"
    assert len(kept.known) <= 3
