"""What is named becomes files, in a fixed order; whatever cannot be read, or holds nothing, is said and not dropped."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from offercheck.inputs.paths import Nothing, SetAside, files_of
from offercheck.reading.fault import InputError

FILES = [
    "offers/b.yaml",
    "offers/a.yml",
    "offers/a/z.json",
    "offers/a/deep/x.jsonl",
    "offers/a/deep/notes.txt",
    "offers/.hidden.yaml",
    "offers/.git/config.yaml",
    "offers/C.YAML",
    "offers/[draft].yaml",
    "offers/mine/checklist.yaml",
    "offers/mine/malpractice.yaml",
    "empty/readme.txt",
]


@pytest.fixture(autouse=True)
def _tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in FILES:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    monkeypatch.chdir(tmp_path)
    yield
    (tmp_path / "offers" / "a").chmod(0o700)


def names(argument: str) -> list[str]:
    """What an argument names; what is no file stands in brackets."""
    return [one if isinstance(one, str) else f"<{one.name}>" for one in files_of(argument)]


MATCHES = [
    ("offers/b.yaml", ["offers/b.yaml"]),
    ("empty/readme.txt", ["empty/readme.txt"]),
    (
        "offers",
        [
            "offers/C.YAML",
            "offers/[draft].yaml",
            "offers/a/deep/x.jsonl",
            "offers/a/z.json",
            "offers/a.yml",
            "offers/b.yaml",
            "<offers/mine>",
        ],
    ),
    ("offers/a/", ["offers/a/deep/x.jsonl", "offers/a/z.json"]),
    ("offers/*.yaml", ["offers/[draft].yaml", "offers/b.yaml"]),
    ("./offers/?.yaml", ["./offers/b.yaml"]),
    ("offers/[a-c].y*ml", ["offers/a.yml", "offers/b.yaml"]),
    ("offers/[!b].y*ml", ["offers/a.yml"]),
    ("offers/[draft].yaml", ["offers/[draft].yaml"]),
    ("offers/**/*.json*", ["offers/a/deep/x.jsonl", "offers/a/z.json"]),
    ("**/z.json", ["offers/a/z.json"]),
    ("**/deep/**", ["offers/a/deep/x.jsonl"]),
    ("offers/a/*", ["offers/a/deep/x.jsonl", "offers/a/z.json"]),
    ("offers/.*.yaml", ["offers/.hidden.yaml"]),
    ("offers/**/**/z.json", ["offers/a/z.json"]),
    ("offers/mine/*.yaml", ["offers/mine/checklist.yaml", "offers/mine/malpractice.yaml"]),
    ("offers/*.toml", ["<offers/*.toml>"]),
    ("no/such/**/folder*", ["<no/such/**/folder*>"]),
    ("empty", ["<empty>"]),
    ("no-such-file.yaml", ["no-such-file.yaml"]),
    ("", [""]),
]


@pytest.mark.parametrize(("argument", "expected"), MATCHES, ids=[row[0] for row in MATCHES])
def test_names(argument: str, expected: list[str]) -> None:
    assert sorted(names(argument)) == sorted(expected)
    assert names(argument) == names(argument)


def test_an_absolute_pattern(tmp_path: Path) -> None:
    assert names(f"{tmp_path}/offers/b*") == [f"{tmp_path}/offers/b.yaml"]


def test_what_holds_nothing_says_so() -> None:
    assert [type(one) for one in files_of("empty")] == [Nothing]
    assert [type(one) for one in files_of("offers/*.toml")] == [Nothing]
    assert [type(one) for one in files_of("offers/mine")] == [SetAside, Nothing]


def test_a_link_is_followed_and_a_circle_is_not(tmp_path: Path) -> None:
    (tmp_path / "offers" / "a" / "up").symlink_to(tmp_path / "offers", target_is_directory=True)
    (tmp_path / "offers" / "a" / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    (tmp_path / "offers" / "more").symlink_to(tmp_path / "offers" / "a" / "deep", target_is_directory=True)
    found = list(files_of("offers"))
    [circle] = [one for one in found if isinstance(one, InputError)]
    assert circle.name == "offers/a/up"
    assert "offers/more/x.jsonl" in found
    assert "offers/a/gone.yaml" in found
    assert names("offers/**/z.json") == ["offers/a/z.json"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_folder_that_cannot_be_listed_is_an_input_that_cannot_be_read() -> None:
    Path("offers/a").chmod(0)
    for argument in ("offers", "offers/**/z.json"):
        assert "offers/a" in [one.name for one in files_of(argument) if isinstance(one, InputError)]


def test_a_folder_that_vanishes_is_an_input_that_cannot_be_read() -> None:
    found = files_of("offers")
    first = next(found)
    Path("offers/mine/checklist.yaml").unlink()
    Path("offers/mine/malpractice.yaml").unlink()
    Path("offers/mine").rmdir()
    [vanished] = [one for one in found if isinstance(one, InputError)]
    assert (first, vanished.name) == ("offers/C.YAML", "offers/mine")
