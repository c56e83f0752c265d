"""Rules as reports: nothing in a checklist's texts can steer a terminal, or leave its cell of a table."""

from __future__ import annotations

from offercheck.reports.rule_report import RuleList, RuleRow, list_as_markdown
from offercheck.reports.rule_text import list_as_text

ROW = RuleRow("scope/odd", "high", 5, "[bold]Is | it\u202e `so`?\x1b[31m", ["red_flag", "good"], "ask")
SHOWN = RuleList("offercheck.rules/1", "own", "1", "", [ROW])


def test_control_characters_are_written_out() -> None:
    text = list_as_text(SHOWN, 80)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]" in text
    assert text.endswith("1 rule of own 1\n")


def test_markup_stays_text_in_a_table() -> None:
    [row] = [line for line in list_as_markdown(SHOWN).splitlines() if "scope/odd" in line]
    assert row.replace("\\|", "").count("|") == 5
    assert "\\[bold\\]" in row
    assert "\\`so\\`" in row
    assert "\x1b" not in row
