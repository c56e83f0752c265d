"""Every document is accounted for, and its faults have their place in the whole file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from offercheck.inputs.inputs import Input, inputs_of, offer_of
from offercheck.inputs.paths import Nothing, SetAside
from offercheck.reading.fault import InputError
from offercheck.reports.fault_text import fault_text

GOOD = b"offercheck: 1\nrole: np\n"


def documents(*arguments: str, stdin: bytes | None = None) -> list[Input | str]:
    found = inputs_of(arguments, None if stdin is None else BytesIO(stdin))
    return [one if isinstance(one, Input) else one.name for one in found]


def test_a_fault_has_the_line_of_the_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "offers.yaml"
    file.write_bytes(GOOD + b"---\n" + GOOD + b"---\noffercheck: 1\nrole: wizard\nrole: np\n---\n" + GOOD)
    found = [one for one in documents(str(file)) if isinstance(one, Input)]
    assert [(one.number, one.line) for one in found] == [(1, 1), (2, 3), (3, 6), (4, 10)]
    assert [offer_of(found[place]).role for place in (0, 1, 3)] == ["np"] * 3
    with pytest.raises(InputError) as caught:
        offer_of(found[2])
    assert [(fault.line, fault.column) for fault in caught.value.faults] == [(8, 7), (9, 1)]
    shown = fault_text(caught.value)
    assert "the first is in line 8" in shown
    assert " 8 | role: wizard\n" in shown


def test_a_fault_in_json_lines_has_its_line() -> None:
    [_, broken] = documents("-", stdin=b'{"offercheck": 1}\n{"offercheck": 1, "role": "np", "role": "np"}\n')
    assert isinstance(broken, Input)
    with pytest.raises(InputError) as caught:
        offer_of(broken)
    assert [(fault.line, fault.column, fault.message) for fault in caught.value.faults] == [
        (2, 33, "`role` stands twice; the first is in line 2")
    ]


def test_a_document_without_a_place_for_its_fault_is_placed_where_it_begins() -> None:
    [_, broken] = documents("-", stdin=GOOD + b"---\n\xff\xfe\n")
    assert isinstance(broken, Input)
    with pytest.raises(InputError) as caught:
        offer_of(broken)
    assert caught.value.faults[0].line == 4


@pytest.mark.parametrize(
    ("name", "profile"),
    [("me.yaml", b"# Who I am\noffercheck_me: 1\nrole: np\n"), ("me.json", b'{\n  "offercheck_me": 1\n}\n')],
)
def test_a_profile_in_a_folder_is_set_aside_and_by_its_name_refused(tmp_path: Path, name: str, profile: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(GOOD)
    (tmp_path / name).write_bytes(profile)
    (tmp_path / "z.yaml").write_bytes(b"offercheck: 1\nnotes: [my offercheck_me: 1 file lies beside]\n")
    found = list(inputs_of([str(tmp_path)], None))
    assert [isinstance(one, SetAside) for one in found] == [False, True, False]
    [alone] = documents(str(tmp_path / name))
    assert isinstance(alone, Input)
    with pytest.raises(InputError) as caught:
        offer_of(alone)
    assert [fault.message for fault in caught.value.faults] == ["this is a profile, not an offer"]


def test_waivers_in_a_folder_are_set_aside_and_by_their_name_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(GOOD)
    (tmp_path / "w.yaml").write_bytes(b"# mine\noffercheck_waivers: 1\n")
    assert [isinstance(one, SetAside) for one in inputs_of([str(tmp_path)], None)] == [False, True]
    [alone] = documents(str(tmp_path / "w.yaml"))
    assert isinstance(alone, Input)
    with pytest.raises(InputError) as caught:
        offer_of(alone)
    [fault] = caught.value.faults
    assert fault.message == "this is a file of waivers, not an offer"
    assert fault.advice == "an offer to judge, and --waivers with this file"


def test_what_cannot_be_read_is_an_input_too(tmp_path: Path) -> None:
    found = documents(str(tmp_path / "none.yaml"), "-", str(tmp_path))
    assert [one if isinstance(one, str) else one.name for one in found] == [
        str(tmp_path / "none.yaml"),
        "standard input",
        str(tmp_path),
    ]
    for one in found[:2]:
        assert isinstance(one, Input)
        with pytest.raises(InputError, match="cannot be read"):
            offer_of(one)


def test_a_stream_that_holds_nothing_is_no_input() -> None:
    assert [type(one) for one in inputs_of(["-"], BytesIO())] == [Nothing]
    [blank] = inputs_of(["-"], BytesIO(b"\n"))
    assert isinstance(blank, Input)


def test_a_stream_that_breaks_off_keeps_what_came_before() -> None:
    class Broken(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            data = super().read(size)
            if not data:
                raise OSError(5, "Input/output error")
            return data

    lines = b'{"offercheck": 1}\n' * 70_000
    found = list(inputs_of(["-"], Broken(lines)))
    assert all(isinstance(one, Input) for one in found)
    last = found[-1]
    assert isinstance(last, Input)
    assert last.fault is not None
    assert len(found) > 50_000


@pytest.mark.parametrize("broken", ['"role": "np", "role": "np"', '"role": "wizard"', '"role": }'])
def test_unplaced_a_fault_still_has_its_place(broken: str) -> None:
    whole = f'{{"offercheck": 1, {broken}}}\n{{"offercheck": 1}}\n'.encode() * 2
    found = [one for one in documents("-", stdin=whole) if isinstance(one, Input)]
    for one in found[::2]:
        told = []
        for placed in (True, False):
            with pytest.raises(InputError) as caught:
                offer_of(one, placed=placed)
            told.append(fault_text(caught.value))
        assert told[0] == told[1]
    assert [offer_of(one, placed=False).stage for one in found[1::2]] == ["job_ad"] * 2
