"""offercheck works the same however it was installed, and the checklists and reference tables travel with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ("src", "hatch_build.py", "checklists", "docs", "examples", "pyproject.toml", "README.md", "LICENSE")


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a checkout holds, free to be edited."""
    copy = tmp_path / "checkout"
    copy.mkdir()
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, copy / name)
    return copy


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """The Python of a fresh environment that holds the dependencies, but not offercheck."""
    home = tmp_path / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=tmp_path)
    site = Path(
        run(home / "bin" / "python", "-c", "import site; print(site.getsitepackages()[0])", cwd=tmp_path).strip()
    )
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return home / "bin" / "python"


def install(python: Path, *what: str | Path, cwd: Path) -> None:
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-build-isolation",
        "--no-index", *what, cwd=cwd)  # fmt: skip


def report(python: Path, checkout: Path, cwd: Path) -> str:
    offer = checkout / "examples" / "northstar-urgent-care.yaml"
    return run(python, "-m", "offercheck", "check", offer, "--format", "json", "--today", "2026-11-24", cwd=cwd)


def home_of(python: Path, cwd: Path) -> Path:
    return Path(run(python, "-c", "import offercheck; print(offercheck.__file__)", cwd=cwd).strip())


def test_from_a_wheel(checkout: Path, python: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist", cwd=checkout)
    install(python, next((tmp_path / "dist").glob("*.whl")), cwd=tmp_path)
    home = home_of(python, tmp_path)
    assert checkout not in home.parents
    assert (home.parent / "checklists" / "telemedicine" / "prepared.json").stat().st_size > 100_000
    shutil.rmtree(checkout / "checklists")
    assert '"verdict": "walk_away"' in report(python, checkout, tmp_path)
    assert "licence_fees: 271 rows" in run(python, "-m", "offercheck", "reference", cwd=tmp_path)
    assert (python.parents[1] / "share" / "man" / "man1" / "offercheck.1").is_file()


def test_from_an_sdist(checkout: Path, python: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path / "dist", cwd=checkout)
    install(python, next((tmp_path / "dist").glob("*.tar.gz")), cwd=tmp_path)
    assert checkout not in home_of(python, tmp_path).parents
    shutil.rmtree(checkout / "checklists")
    assert '"verdict": "walk_away"' in report(python, checkout, tmp_path)
    assert "licence_fees: 271 rows" in run(python, "-m", "offercheck", "reference", cwd=tmp_path)


def test_editable_with_edits_of_a_checklist_at_once(checkout: Path, python: Path, tmp_path: Path) -> None:
    install(python, "-e", checkout, cwd=tmp_path)
    assert checkout in home_of(python, tmp_path).parents
    before = report(python, checkout, tmp_path)
    rules = checkout / "checklists" / "telemedicine" / "malpractice.yaml"
    words = "Who buys the tail when the job ends?"
    assert words in before
    rules.write_text(rules.read_text().replace(words, "Who pays for the tail?"))
    after = report(python, checkout, tmp_path)
    assert words not in after
    assert "Who pays for the tail?" in after
