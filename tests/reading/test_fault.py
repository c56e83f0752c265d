"""What is wrong in an input, as it travels."""

from __future__ import annotations

import pickle

from offercheck.reading.fault import Fault, InputError


def test_an_error_comes_back_whole_from_another_process() -> None:
    error = InputError("a.yaml", [Fault(2, 7, "wrong", "right")], "text").moved(3)
    back = pickle.loads(pickle.dumps(error))
    assert str(back) == str(error)
    assert (back.name, back.faults, back.text, back.lines_before) == (
        "a.yaml",
        [Fault(5, 7, "wrong", "right")],
        "text",
        3,
    )
