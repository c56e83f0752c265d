"""Faults read like a good compiler's."""

from __future__ import annotations

from offercheck.reading.fault import Fault, InputError
from offercheck.reading.text import visible
from offercheck.reports.fault_text import fault_text

TEXT = "role: physican\ncare: urgent_care\n"


def test_a_fault_names_its_place_shows_its_line_and_says_what_to_write() -> None:
    error = InputError("offer.yaml", [Fault(1, 7, "`physican` is no role", "did you mean `physician`?", 8)], TEXT)
    assert fault_text(error) == (
        "offer.yaml:1:7: error: `physican` is no role\n"
        " 1 | role: physican\n"
        "   |       ^^^^^^^^\n"
        "  help: did you mean `physician`?\n"
    )


def test_several_faults_come_in_the_order_of_the_file_and_are_counted() -> None:
    error = InputError("offer.yaml", [Fault(2, 1, "second"), Fault(1, 1, "first")], TEXT)
    shown = fault_text(error)
    assert shown.index("first") < shown.index("second")
    assert shown.endswith("offer.yaml: 2 faults\n")


def test_a_fault_of_the_whole_input_has_no_excerpt() -> None:
    assert fault_text(InputError("offer.yaml", [Fault(0, 0, "the input is empty")])) == (
        "offer.yaml: error: the input is empty\n"
    )


def test_a_long_line_is_cut_to_what_surrounds_the_fault() -> None:
    line = "notes: " + "x" * 300 + "HERE" + "y" * 300
    error = InputError("offer.yaml", [Fault(1, line.index("HERE") + 1, "wrong", width=4)], line)
    excerpt, carets = fault_text(error, width=60).split("\n")[1:3]
    assert len(excerpt) <= 60
    assert excerpt[carets.index("^") :].startswith("HERE")


def test_nothing_shown_can_steer_a_terminal() -> None:
    error = InputError("o\x1b[2J.yaml", [Fault(1, 1, "a \x1b[31m b", "\u202e")], "a: \x1b[31m\tb")
    shown = fault_text(error, colour=True).replace("\x1b[1m", "").replace("\x1b[0m", "")
    shown = shown.replace("\x1b[1;31m", "").replace("\x1b[36m", "")
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert visible("a\x1bb\nc") == "a\\u001bb\\nc"
