"""What the documents say is what the program does."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_generated_pages_have_not_drifted() -> None:
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\npython docs/generate.py writes them anew"


def test_the_python_of_the_readme_runs() -> None:
    [code] = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def python_of(page: str, name: str) -> dict[str, object]:
    """What a piece of Python on a page leaves behind once it has run."""
    code = re.search(
        f"<!-- runs: {name} -->\n```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL
    )
    assert code is not None
    names: dict[str, object] = {}
    exec(code[1], names)  # noqa: S102  # our own page
    return names


def test_the_columns_of_the_page_on_scale_are_judged() -> None:
    judge = python_of("docs/scale.md", "columns")["judge"]
    assert callable(judge)
    found = judge({"name": ["a", "b"], "text": ["offercheck: 1\nrole: np\n", "offercheck: 1\nrole: wizard\n"]})
    assert found["name"] == ["a", "b"]
    assert found["verdict"] == ["not_enough", None]
    assert found["low"][0] < found["high"][0]
    assert "wizard" in found["fault"][1]
    assert judge({"name": [], "text": []})["verdict"] == []


def test_any_executor_of_the_page_on_scale_judges_in_order() -> None:
    left = python_of("docs/scale.md", "executor")
    rows = left["rows"]
    assert isinstance(rows, bytes)
    assert json.loads(rows.splitlines()[-1])["file"] == "offer 99"


def test_the_readme_has_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("run", "test"):
        assert re.search(rf"<!-- command: {name} -->\n```sh\n.+\n```", readme)


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_man_page_is_sound() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-cbou", "docs/offercheck.1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert re.search(r"^EXIT STATUS$.*^ +130 +interrupted$.*^ENVIRONMENT$", done.stdout, re.MULTILINE | re.DOTALL)
    assert "--fail-on <deal_breaker|red_flag|caution>" in done.stdout


def test_the_pictures_are_shown_and_fetch_nothing() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    drawn = sorted((ROOT / "docs" / "pictures").glob("*.svg"))
    assert drawn
    assert all(f"(docs/pictures/{path.name})" in readme for path in drawn)
    for path in drawn:
        text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert not re.search(r"https?:|<script|@import|@font-face", text)
