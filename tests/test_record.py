"""A record behaves as the dataclass that it is declared like."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest
from pydantic import TypeAdapter

from offercheck.record import record


@record
class Visit:
    """A record with defaults."""

    minutes: int
    kind: str = "video"
    notes: tuple[str, ...] = ()

    @property
    def hours(self) -> float:
        return self.minutes / 60


@dataclasses.dataclass(slots=True)
class PlainVisit:
    minutes: int
    kind: str = "video"
    notes: tuple[str, ...] = ()


@record(frozen=True)
class Span:
    low: int
    high: int


@record(frozen=True)
class Alone:
    word: str


@record(eq=False)
class Rule:
    key: str


@pytest.mark.parametrize(
    ("args", "given"),
    [((20,), {}), ((20, "audio"), {}), ((), {"minutes": 5, "notes": ("late",)}), ((1, "x", ("y",)), {})],
)
def test_it_is_made_and_shown_as_a_dataclass_is(args: tuple[object, ...], given: dict[str, object]) -> None:
    made, plain = Visit(*args, **given), PlainVisit(*args, **given)  # type: ignore[arg-type]
    assert repr(made) == repr(plain).replace("PlainVisit", "Visit")
    assert dataclasses.asdict(made) == dataclasses.asdict(plain)
    assert made.hours == plain.minutes / 60


@pytest.mark.parametrize(
    ("args", "given"), [((), {}), ((1, "x", (), 4), {}), ((1,), {"minutes": 2}), ((1,), {"length": 2})]
)
def test_it_refuses_what_a_dataclass_refuses(args: tuple[object, ...], given: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        PlainVisit(*args, **given)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Visit(*args, **given)  # type: ignore[arg-type]


def test_it_has_no_other_fields() -> None:
    with pytest.raises(AttributeError):
        Visit(1).length = 2  # type: ignore[attr-defined]


def test_two_are_equal_where_their_fields_are() -> None:
    assert Visit(1) == Visit(1, "video")
    assert Visit(1) != Visit(2)
    assert Span(1, 2) != (1, 2)
    assert Alone("a") == Alone("a") != Alone("b")
    assert Rule("a") != Rule("a")


def test_only_a_frozen_one_is_hashed_by_its_fields() -> None:
    assert len({Span(1, 2), Span(1, 2), Span(2, 2)}) == 2
    assert len({Alone("a"), Alone("a")}) == 1
    assert len({Rule("a"), Rule("a")}) == 2
    with pytest.raises(TypeError):
        hash(Visit(1))


def test_it_is_matched_copied_and_pickled() -> None:
    match Span(1, 2):
        case Span(low, high):
            assert (low, high) == (1, 2)
    for one in (Visit(1, "audio"), Span(1, 2)):
        assert copy.deepcopy(one) == one
        assert pickle.loads(pickle.dumps(one)) == one  # made in the line itself


def test_what_knows_dataclasses_knows_it() -> None:
    assert dataclasses.is_dataclass(Visit)
    assert [field.name for field in dataclasses.fields(Visit)] == ["minutes", "kind", "notes"]
    assert dataclasses.replace(Visit(1), minutes=2) == Visit(2)
    assert TypeAdapter(Visit).json_schema()["required"] == ["minutes"]
    assert TypeAdapter(Visit).validate_python({"minutes": 3}) == Visit(3)
