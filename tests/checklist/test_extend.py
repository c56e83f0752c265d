"""A checklist that builds on a shipped one."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.checklist.checklist import fingerprint
from offercheck.checklist.lint import lint
from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation.example_run import run_examples
from offercheck.reading.fault import InputError

RESIDENCY = Path(__file__).parents[2] / "examples" / "checklist-residency"
HEADER = 'name: own\ntitle: Our own\nversion: "1"\nextends: telemedicine\n'


def written(folder: Path, header: str, **areas: str) -> Path:
    (folder / "checklist.yaml").write_text(header, encoding="utf-8")
    for name, text in areas.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def rule(area: str, name: str) -> str:
    return (
        f"area: {area}\ntitle: Odd things\nrules:\n  - id: {name}\n    question: Is it?\n    impact: low\n"
        "    good: {malpractice.tail_paid_by: employer}\n    message: {good: It is.}\n    why: So.\n    ask: Is it?\n"
        "    examples: {good: {malpractice: {tail_paid_by: employer}}, silent: {}}\n"
    )


def test_the_example_is_well_formed_and_its_examples_hold() -> None:
    assert lint(RESIDENCY, shipped=False) == []
    assert run_examples(load_checklist(RESIDENCY), today="2026-11-24").failed == []


@pytest.mark.parametrize("examples", [True, False])
def test_it_says_only_what_differs(examples: bool) -> None:
    base = {one.key: one for one in load_checklist(shipped_checklist()).rules}
    own = load_checklist(RESIDENCY, examples=examples)
    keys = {one.key: one for one in own.rules}
    assert base.keys() - keys.keys() == {"productivity/protected-time"}
    assert keys.keys() - base.keys() == {"residency/moonlight-licence", "residency/someone-to-call"}
    changed = keys["scope/supervision-load"]
    assert (changed.impact, changed.params["most"].content) == ("critical", "1")
    assert changed.why == base["scope/supervision-load"].why
    assert {key for key in base.keys() & keys.keys() if base[key].impact != keys[key].impact} == {
        "scope/supervision-load",
        "productivity/chart-deadline",
    }
    assert own.areas[-1] == ("residency", "Moonlighting in training")


def test_the_fingerprint_covers_both(tmp_path: Path) -> None:
    alone = written(tmp_path, HEADER)
    both = load_checklist(alone, examples=False).fingerprint
    assert both != load_checklist(shipped_checklist(), examples=False).fingerprint
    assert both != fingerprint({"checklist.yaml": HEADER.encode()})
    written(tmp_path, f"{HEADER}disable: [tail-payer]\n")
    assert load_checklist(alone, examples=False).fingerprint != both


def test_a_rule_may_join_an_area_and_replace_a_disabled_one(tmp_path: Path) -> None:
    header = f"{HEADER}disable: [tail-payer]\nareas: [malpractice]\n"
    own = load_checklist(written(tmp_path, header, malpractice=rule("malpractice", "tail-payer")))
    [replaced] = [one for one in own.rules if one.id == "tail-payer"]
    assert replaced.question == "Is it?"
    assert dict(own.areas)["malpractice"] == dict(load_checklist(shipped_checklist()).areas)["malpractice"]


REFUSED = [
    ("disable: [malpractice/tail-pyer]", "no rule `malpractice/tail-pyer`", "did you mean `malpractice/tail-payer`?"),
    ("disable: tail-payer", "`disable` is not a list", "disable: [area/rule]"),
    ("change: {tail-pyer: {impact: low}}", "has no rule `tail-pyer`", "did you mean `malpractice/tail-payer`?"),
    ("change: {tail-payer: {impact: lower}}", "`impact` cannot be `lower`", "critical, high, medium, low"),
    ("change: {tail-payer: {impac: low}}", "unknown key `impac`", "did you mean `impact`?"),
    ("change: {scope/supervision-load: {params: {mots: 1}}}", "has no param `mots`", "did you mean `most`?"),
    ("change: {scope/supervision-load: {params: {most: many}}}", "many", ""),
    ("change: [tail-payer]", "`change` is not a mapping", "impact"),
    ("disable: [tail-payer]\nchange: {tail-payer: {impact: low}}", "disabled and changed", "one of the two"),
]


@pytest.mark.parametrize(("extra", "message", "advice"), REFUSED)
def test_what_the_base_does_not_have_is_a_fault_with_advice(
    tmp_path: Path, extra: str, message: str, advice: str
) -> None:
    with pytest.raises(InputError) as refused:
        load_checklist(written(tmp_path, f"{HEADER}{extra}\n"))
    [fault] = refused.value.faults
    assert refused.value.name.endswith("checklist.yaml")
    assert message in fault.message
    assert advice in fault.advice
    assert fault.line == 5 + extra.count("\n")


def test_an_unknown_base_and_changes_without_one_are_faults(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no checklist `telemedicin`"):
        load_checklist(written(tmp_path, HEADER.replace("telemedicine", "telemedicin")))
    with pytest.raises(InputError) as refused:
        load_checklist(written(tmp_path, HEADER.replace("extends: telemedicine", "disable: [tail-payer]")))
    assert {fault.message for fault in refused.value.faults} == {
        "`areas` is missing",
        "`disable` needs a checklist to build on",
    }


def test_the_gravest_areas_are_those_of_the_base_unless_it_names_its_own(tmp_path: Path) -> None:
    base = load_checklist(shipped_checklist(), examples=False)
    assert load_checklist(written(tmp_path, HEADER), examples=False).gravest == base.gravest
    own = written(tmp_path, f"{HEADER}areas: [odd]\ngravest: [odd, scope]\n", odd=rule("odd", "my-own"))
    assert load_checklist(own, examples=False).gravest == ("odd", "scope")
    with pytest.raises(InputError, match="`scop` is none of the areas"):
        load_checklist(written(tmp_path, f"{HEADER}areas: [odd]\ngravest: [scop]\n"))


def test_an_id_of_the_base_is_taken_and_a_file_needs_its_area(tmp_path: Path) -> None:
    folder = written(tmp_path, f"{HEADER}areas: [odd]\n", odd=rule("odd", "tail-payer"))
    with pytest.raises(InputError, match=r"a rule `tail-payer` stands in .*malpractice\.yaml"):
        load_checklist(folder)
    with pytest.raises(InputError, match=r"odd\.yaml is none of the areas"):
        load_checklist(written(tmp_path, HEADER))
