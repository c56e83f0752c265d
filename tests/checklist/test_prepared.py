"""A checklist in its prepared form judges as its files do, and is left alone once they say something else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from offercheck.checklist.condition import Condition
from offercheck.checklist.extend import seen_in
from offercheck.checklist.load import load_checklist
from offercheck.checklist.prepared import PREPARED_FILE, prepared
from offercheck.checklist.rule import Rule
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.evaluate import evaluate
from offercheck.loading import load_offer
from offercheck.reports.json_report import render
from offercheck.reports.report import Options

EXAMPLES = [
    path
    for path in sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
    if path.read_text(encoding="utf-8").find("\noffercheck: 1") > 0 and path.stem != "broken"
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped checklist as a wheel holds it."""
    copy = tmp_path_factory.mktemp("installed") / "telemedicine"
    shutil.copytree(shipped_checklist(), copy)
    (copy / PREPARED_FILE).write_text(prepared(load_checklist(copy)), encoding="utf-8")
    return copy


def taken(folder: Path) -> bool:
    """Whether the prepared form is what is loaded: only there the rules' files have no text."""
    return {rule.document.text for rule in load_checklist(folder, examples=False).rules} == {""}


def test_it_judges_every_example_to_the_same_bytes(folder: Path) -> None:
    assert len(EXAMPLES) > 8
    assert taken(folder)
    fast, plain = load_checklist(folder, examples=False), load_checklist(shipped_checklist(), examples=False)
    for path in EXAMPLES:
        offer = load_offer(path)
        one, other = (evaluate(offer, checklist, today="2026-11-24") for checklist in (fast, plain))
        assert render([one], Options()) == render([other], Options()), path.stem


NOT_COMPARED = {"when", "silent_when", "verdicts", "params", "examples", "node", "document"}


def told(condition: Condition | None) -> object:
    """All that anybody may want to know of a condition."""
    if condition is None:
        return None
    children = [told(child) for child in condition.children]
    return condition.kind, condition.path, condition.asks, condition.matcher, condition.form, condition.paths, children


def test_its_rules_tell_the_same_of_themselves(folder: Path) -> None:
    plain = load_checklist(folder).rules
    for one, other in zip(load_checklist(folder, examples=False).rules, plain, strict=True):
        assert told(one.when) == told(other.when), one.key
        assert told(one.silent_when) == told(other.silent_when), one.key
        assert [(name, told(of)) for name, of in one.verdicts] == [(name, told(of)) for name, of in other.verdicts]
        for name in set(Rule.__match_args__) - {
            "when",
            "silent_when",
            "verdicts",
            "params",
            "examples",
            "node",
            "document",
        }:
            assert getattr(one, name) == getattr(other, name), (one.key, name)
        assert {name: node.plain() for name, node in one.params.items()} == {
            name: node.plain() for name, node in other.params.items()
        }
        typed = other.node.plain()
        assert isinstance(typed, dict)
        assert one.node.plain() == {name: value for name, value in typed.items() if name != "examples"}


def test_it_knows_where_rules_stand(folder: Path) -> None:
    fast = {key: Path(place).name for key, place in seen_in(load_checklist(folder, examples=False)).items()}
    plain = {key: Path(place).name for key, place in seen_in(load_checklist(folder)).items()}
    assert fast == plain


def test_whoever_wants_the_examples_gets_the_files(folder: Path) -> None:
    assert all(rule.examples for rule in load_checklist(folder).rules)


CHANGES = {
    "an edited rule": ("no_show.yaml", lambda text: text.replace("impact: high", "impact: low", 1)),
    "a comment added": ("sources.yaml", lambda text: text + "# more\n"),
    "another form": (PREPARED_FILE, lambda text: json.dumps(json.loads(text) | {"form": 0})),
    "half a file": (PREPARED_FILE, lambda text: text[: len(text) // 2]),
    "a list": (PREPARED_FILE, lambda _: "[]"),
}


@pytest.mark.parametrize("change", CHANGES, ids=list(CHANGES))
def test_it_is_left_alone_after(change: str, folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "telemedicine"
    shutil.copytree(folder, copy)
    name, changed = CHANGES[change]
    before = (copy / name).read_text(encoding="utf-8")
    (copy / name).write_text(changed(before), encoding="utf-8")
    assert (copy / name).read_text(encoding="utf-8") != before
    assert not taken(copy)
