"""The commands are found by their names, and none is imported for another's sake."""

from __future__ import annotations

import subprocess
import sys

import pytest
import typer

from offercheck.cli.app import app

NAMES = typer.main.get_command(app).list_commands(None)  # type: ignore[attr-defined]


def offercheck(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "offercheck", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", NAMES)
def test_a_command_explains_itself(name: str) -> None:
    done = offercheck(name, "--help")
    assert done.returncode == 0, done.stderr
    assert f"offercheck {name}" in done.stdout
    assert "--install-completion" not in done.stdout


def test_help_lists_every_command_with_what_it_is_for() -> None:
    listed = offercheck("--help").stdout.partition("Commands:")[2].partition("Exit codes:")[0]
    lines = [line.split(maxsplit=1) for line in listed.splitlines() if line.startswith("  ") and line[2:3].isalpha()]
    assert [line[0] for line in lines] == NAMES
    assert all(len(line) == 2 for line in lines)


def test_a_name_that_is_not_there_brings_the_nearest() -> None:
    done = offercheck("chek")
    assert done.returncode == 2
    assert "Did you mean 'check'" in done.stderr


def test_one_command_does_not_load_the_others() -> None:
    code = "import sys; from offercheck.cli.app import app; app(['schema', 'offer'], standalone_mode=False)\n"
    code += "print(*(name for name in sys.modules if name.startswith('offercheck.cli.')), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.removeprefix("offercheck.cli.") for name in done.stderr.split()}
    assert "schema" in loaded
    assert not (loaded & set(NAMES)) - {"schema"}
