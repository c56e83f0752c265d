"""What must not be loaded for a run that does not need it. Nothing is timed here: benchmarks/startup.py does that."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "examples" / "northstar-urgent-care.yaml")

CASES = [
    (("--version",), ("typer", "pydantic", "yaml", "rich", "enum", "typing", "offercheck.cli")),
    (
        ("check", SAMPLE, "--format", "json"),
        (
            "rich",
            "pydantic",
            "pydantic_core",
            "jsonschema",
            "offercheck.offer.template",
            "offercheck.offer.json_schema",
            "offercheck.facts.pay",
            "offercheck.reports.terminal",
            "offercheck.reports.located",
            "offercheck.reports.markdown",
            "http",
            "ssl",
        ),
    ),
    (("check", SAMPLE), ("pydantic", "rich.table", "rich.markdown", "rich.syntax", "pygments", "http", "ssl")),
    (("new",), ("rich", "pydantic", "offercheck.evaluation", "offercheck.checklist")),
    (("reference",), ("rich", "pydantic", "http", "ssl")),
]


@pytest.mark.parametrize(("arguments", "forbidden"), CASES, ids=["version", "json", "terminal", "new", "reference"])
def test_is_not_loaded(arguments: tuple[str, ...], forbidden: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "offercheck", *arguments], capture_output=True, text=True, check=True
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}
    assert loaded
    assert not {name for name in loaded for one in forbidden if name == one or name.startswith(one + ".")}
