"""A folder of files to a checklist, and every way in which the folder may be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.header import Source
from offercheck.checklist.load import load_checklist
from offercheck.reading.fault import Fault, InputError

RULE = """\
  - id: {id}
    question: Is it?
    impact: low
    good: {{malpractice.policy_type: occurrence}}
    message: {{good: It is.}}
    why: Because.
    ask: Is it?
    sources: [seed]
    examples: {{good: {{malpractice: {{policy_type: occurrence}}}}, silent: {{}}}}
"""
FILES = {
    "checklist.yaml": (
        "name: small\ntitle: A small one\nversion: 2026.11\n"
        "areas: [malpractice, scope, terms]\nweights: {critical: 20}\n"
    ),
    "sources.yaml": "seed:\n  title: The guide\n  as_of: 2026-11-23\n",
    "scope.yaml": "area: scope\ntitle: What you do\nrules:\n" + RULE.format(id="one"),
    "malpractice.yaml": "area: malpractice\ntitle: Cover\nrules:\n" + RULE.format(id="two") + RULE.format(id="three"),
}

HEADER, SOURCES, SCOPE = FILES["checklist.yaml"], FILES["sources.yaml"], FILES["scope.yaml"]


def written(folder: Path, **changed: str | None) -> Path:
    """The files in a folder, some with other content, some left out."""
    for name, content in (FILES | {f"{name}.yaml": content for name, content in changed.items()}).items():
        if content is not None:
            (folder / name).write_bytes(content.encode())
    return folder


def refusal(folder: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        load_checklist(folder)
    return caught.value


def test_a_checklist(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("no rules")
    (tmp_path / "._scope.yaml").write_text("left behind by a Mac")
    checklist = load_checklist(written(tmp_path))
    assert (checklist.name, checklist.title, checklist.version) == ("small", "A small one", "2026.11")
    assert checklist.areas == (("malpractice", "Cover"), ("scope", "What you do"))
    assert [rule.key for rule in checklist.rules] == ["malpractice/two", "malpractice/three", "scope/one"]
    assert checklist.gravest == ()
    assert checklist.weights == {"critical": 20, "high": 5, "medium": 2, "low": 1}
    assert checklist.sources == {"seed": Source("The guide", None, "2026-11-23", None, None)}
    assert checklist.facts == ()


def test_the_gravest_areas_are_listed_by_whoever_writes_the_checklist(tmp_path: Path) -> None:
    assert load_checklist(written(tmp_path, checklist=HEADER + "gravest: [scope]\n")).gravest == ("scope",)


def test_the_fingerprint_is_of_names_and_contents(tmp_path: Path) -> None:
    def fingerprint(name: str, **changed: str | None) -> str:
        folder = tmp_path / name
        folder.mkdir()
        return load_checklist(written(folder, **changed)).fingerprint

    plain = fingerprint("plain")
    assert len(plain) == 64
    assert fingerprint("again") == plain
    assert fingerprint("windows", scope=FILES["scope.yaml"].replace("\n", "\r\n")) == plain
    assert fingerprint("comment", scope=FILES["scope.yaml"] + "# a word\n") != plain
    assert fingerprint("fewer", scope=None) != plain
    assert fingerprint("other", sources=FILES["sources.yaml"].replace("23", "24")) != plain


def test_without_examples_all_else_is_the_same(tmp_path: Path) -> None:
    head, _, _ = SCOPE.partition("    examples:")
    folder = written(
        tmp_path, scope=f"{head}    examples:\n      good: {{}}\n      silent: {{}}\n{RULE.format(id='four')}"
    )
    full, lean = load_checklist(folder), load_checklist(folder, examples=False)
    assert (lean.fingerprint, lean.areas, lean.sources) == (full.fingerprint, full.areas, full.sources)
    assert [(rule.key, rule.node.line) for rule in lean.rules] == [(rule.key, rule.node.line) for rule in full.rules]
    assert list(full.rules[2].examples) == ["good", "silent"]
    assert list(lean.rules[2].examples) == []


# the file that is wrong, its content; line and column of the fault; its message and advice, in part
REFUSED = [
    ("checklist", HEADER + "area: me\n", 6, 1, "unknown key `area`", "`areas`"),
    ("checklist", HEADER.replace("name: small\n", ""), 1, 1, "`name` is missing", "name: ..."),
    ("checklist", HEADER.replace("name: small", "name:"), 1, 1, "`name` is not a text", "name: ..."),
    ("checklist", HEADER.replace("[malpractice, scope, terms]", "all"), 4, 1, "`areas` is not a list", "[scope"),
    ("checklist", HEADER.replace("terms]", "[a]]"), 4, 29, "an area is one word", "file"),
    ("checklist", HEADER.replace("terms]", "scope]"), 4, 29, "`scope` stands twice", "keep one"),
    ("checklist", HEADER.replace("scope, ", ""), 4, 1, "scope.yaml is none of the areas", "add `scope`"),
    ("checklist", HEADER + "gravest: [scopes]\n", 6, 11, "`scopes` is none of the areas", "did you mean `scope`?"),
    ("checklist", HEADER + "gravest: [scope, scope]\n", 6, 18, "`scope` stands twice", "keep one"),
    ("checklist", HEADER + "gravest: scope\n", 6, 1, "`gravest` is not a list", "the gravest first"),
    ("checklist", HEADER.replace("{critical: 20}", "{vital: 20}"), 5, 11, "unknown key `vital`", "critical"),
    ("checklist", HEADER.replace("{critical: 20}", "{critical: 0}"), 5, 21, "`0` is no weight", "1 to 1000"),
    ("checklist", HEADER.replace("{critical: 20}", "{critical: 2.5}"), 5, 21, "`2.5` is no weight", "1 to 1000"),
    ("checklist", HEADER.replace("{critical: 20}", "20"), 5, 10, "a mapping is expected", "critical"),
    ("checklist", "[]\n", 1, 1, "a mapping is expected", "name, title"),
    ("checklist", HEADER + "name: again\n", 6, 1, "`name` stands twice", "keep one"),
    ("sources", SOURCES + "  link: http://a\n", 4, 3, "unknown key `link`", "it may be title"),
    ("sources", SOURCES.replace("  title: The guide\n", ""), 2, 3, "`title` is missing", "title: ..."),
    ("sources", SOURCES.replace("2026-11-23", "Nov 2026"), 3, 10, "`Nov 2026` is no date", "2026-11-23"),
    ("sources", SOURCES.replace("2026-11-23", "2026-13-23"), 3, 10, "`2026-13-23` is no date", "2026-11-23"),
    ("sources", SOURCES + "  strength: best\n", 4, 13, "`best` is no strength", "strong, medium, weak"),
    ("sources", "- seed\n", 1, 1, "sources are a mapping", "KEY: {"),
    ("sources", "seed: the guide\n", 1, 7, "a mapping is expected", "title"),
    ("scope", SCOPE.replace("rules:", "rule:"), 3, 1, "unknown key `rule`", "`rules`"),
    ("scope", SCOPE.replace("area: scope", "area: scopes"), 1, 7, "its area is `scopes`", "area: scope"),
    ("scope", SCOPE.replace("title: What you do\n", ""), 1, 1, "`title` is missing", "title: ..."),
    ("scope", "area: scope\ntitle: a\nrules: none\n", 3, 1, "`rules` is not a list", "- id"),
    ("scope", "area: scope\ntitle: a\nrules: [one]\n", 3, 9, "a rule is a mapping", "- id"),
    ("scope", SCOPE.replace("id: one", "id: two"), 4, 9, "a rule `two` stands in", "another id"),
    ("scope", SCOPE + RULE.format(id="one"), 13, 9, "a rule `one` stands in", "another id"),
    ("scope", SCOPE.replace("[seed]", "[seeds]"), 11, 15, "no source `seeds`", "`seed`"),
    ("scope", SCOPE.replace("[seed]", "[seed, zzz]"), 11, 21, "no source `zzz`", "sources.yaml"),
    ("scope", SCOPE.replace("impact: low", "impact: tiny"), 6, 13, "`impact` cannot be `tiny`", "low"),
    ("scope", SCOPE + "  - &x a\n", 13, 5, "an anchor", "quote"),
    ("scope", SCOPE + " a: [\n", 13, 2, "not YAML", ""),
]


@pytest.mark.parametrize(("name", "content", "line", "column", "message", "advice"), REFUSED)
def test_what_is_refused_has_file_place_and_advice(
    tmp_path: Path, name: str, content: str, line: int, column: int, message: str, advice: str
) -> None:
    error = refusal(written(tmp_path, **{name: content}))
    assert error.name == str(tmp_path / f"{name}.yaml")
    assert error.text == content
    [fault] = [fault for fault in error.faults if message in fault.message]
    assert (fault.line, fault.column) == (line, column)
    assert advice in fault.advice
    assert fault.advice


def test_rules_without_a_sources_file(tmp_path: Path) -> None:
    error = refusal(written(tmp_path, sources=None))
    assert [fault.message for fault in error.faults] == ["no source `seed`", "no source `seed`"]


def test_every_fault_of_a_file_is_told_once(tmp_path: Path) -> None:
    scope = SCOPE.replace("impact: low", "impact: tiny").replace("[seed]", "seed").replace("occurrence}\n", "x}\n", 1)
    error = refusal(written(tmp_path, scope=scope))
    assert [fault.line for fault in error.faults] == [6, 7, 11]


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_is_none(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    error = refusal(tmp_path / name)
    assert error.name == str(tmp_path / name)
    assert error.faults[0].message.startswith("cannot be read: ")
    assert error.faults[0].advice


def test_a_folder_without_a_header(tmp_path: Path) -> None:
    error = refusal(written(tmp_path, checklist=None))
    assert error.faults == [
        Fault(
            0,
            0,
            "no checklist.yaml in this folder",
            "a checklist is a folder with checklist.yaml and a file for each area",
        )
    ]


def test_an_empty_area_file(tmp_path: Path) -> None:
    error = refusal(written(tmp_path, scope=""))
    assert error.name == str(tmp_path / "scope.yaml")


def test_facts_of_all_rules(tmp_path: Path) -> None:
    def with_fact(text: str, fact: str) -> str:
        return text.replace("    impact: low\n", f"    impact: low\n    when: {{{fact}: yes}}\n")

    checklist: Checklist = load_checklist(
        written(
            tmp_path,
            scope=with_fact(SCOPE, "facts.prescriber"),
            malpractice=with_fact(FILES["malpractice.yaml"], "facts.clinical"),
        )
    )
    assert checklist.facts == ("facts.clinical", "facts.prescriber")
