"""Words that would be commands somewhere, in every format: they arrive as words, and nothing obeys them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.reading.text import control_in, visible
from offercheck.reports import FORMATS, render
from offercheck.reports.csv_report import COLUMNS
from offercheck.reports.report import ErrorShown, FailedInput, Options, Result

HERE = Path(__file__).parent / "golden"

HOSTILE = [
    "\x1b[2J\x1b]8;;https://evil.example\x07link",
    "[bold]x[/bold] [link=https://evil.example]y[/link]",
    "::error file=other.yaml::owned",
    "first\n::set-output name=verdict::sound",
    "##[add-mask]sound",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    " ＝HYPERLINK(1)",
    "<script>alert(1)</script>",
    "<!-- gone",
    "]]><x>&lt;",
    "one\r\ntwo\x85three\u2028four",
    "nul\x00bell\x07del\x7f\ufffe\uffff",
    "\u202egnp.exe\u2066 \u200f",
    "\ud800 half a pair",
    "[click](https://evil.example) ![x](javascript:x) <https://evil.example>",
    "www.evil.example https://evil.example mail@evil.example @everyone #12 :+1: ",
    "| a | b |\n| --- | --- |",
    "`` code ` and ```",
    "# heading",
    "1. item",
    "1) item",
    "- item",
    "===",
    "{0} and {1} %s %25 100%",
    "quote \" and ' and \\ and \\[",
    "&amp; &#64; &copy",
    "*a* _b_ ~~c~~ $x$ ^d^",
    "    four spaces",
    "",
]


@cache
def scorecard() -> Scorecard:
    offer = load_offer(HERE / "offer.yaml")
    return evaluate(offer, load_checklist(HERE / "checklist"), today="2026-11-24")


def hostile_scorecard(text: str) -> Scorecard:
    """A scorecard in which everything that an offer, a file name or a checklist can word is this text."""
    card = deepcopy(scorecard())
    card.file, card.because = f"offer {text}.yaml", text
    card.offer.title = card.offer.employer = text
    ask, red, silent = card.findings
    caution, deal_breaker, good = deepcopy(red), deepcopy(red), deepcopy(red)
    caution.outcome, deal_breaker.outcome, good.outcome = "caution", "deal_breaker", "good"
    deal_breaker.rule += "-again"
    card.findings = [caution, silent, deal_breaker, ask, good]
    card.flags = [deal_breaker.rule, silent.rule]
    for finding in card.findings:
        finding.question = finding.message = finding.why = finding.ask = finding.fallback = text
        for field in finding.fields:
            field.value = field.says = field.clause = text if field.line else None
        for source in finding.sources:
            source.title = text
    for question in card.questions:
        question.ask = text
    return card


def hostile_results(text: str) -> list[Result]:
    return [
        hostile_scorecard(text),
        FailedInput("offercheck.report/1", text, [ErrorShown(2, 3, text, text), ErrorShown(0, 0, text, "")]),
    ]


def as_json(drawn: str, text: str) -> None:
    card, failed = json.loads(drawn)
    assert card["offer"]["title"] == failed["file"] == text
    assert drawn.isascii()
    assert "##[" not in drawn


def as_csv(drawn: str, text: str) -> None:
    heading, *rows = csv.reader(StringIO(drawn))
    assert len(rows) == 5 + 2
    assert heading == list(COLUMNS)
    for row in rows:
        for column, shown in zip(heading, row, strict=True):
            assert not shown.lstrip().startswith(tuple("=+-@＝＋－＠")), column
    assert rows[0][heading.index("line")] == "6"
    assert rows[0][heading.index("message")].removeprefix("'") == visible(text).removeprefix("'")


def as_junit(drawn: str, text: str) -> None:
    root = ElementTree.fromstring(drawn.encode())  # noqa: S314  # our own
    assert root.tag == "testsuites"
    counted = {name: root.get(name) for name in ("tests", "failures", "errors", "skipped")}
    assert counted == {"tests": "7", "failures": "2", "errors": "2", "skipped": "1"}
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert str(failure.get("message")).startswith(visible(text))
    assert {element.tag for element in root.iter()} <= {
        "testsuites", "testsuite", "properties", "property", "testcase", "failure", "error", "skipped", "system-out",
    }  # fmt: skip


def unescaped(text: str) -> str:
    for code, sign in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def as_github(drawn: str, text: str) -> None:
    """Each line read as GitHub's runner does: up to the first `::`, split at commas, then at `=`."""
    lines = drawn.splitlines()
    levels = []
    for line in lines:
        head, _, message = line.removeprefix("::").partition("::")
        level, _, properties = head.partition(" ")
        levels.append(level)
        found = dict(one.split("=", 1) for one in properties.split(","))
        assert found.keys() == {"file", "line", "col", "title"}
        assert int(found["line"]) >= 1
        assert int(found["col"]) >= 1
        assert unescaped(found["file"]) in (visible(f"offer {text}.yaml"), visible(text))
        assert unescaped(message).startswith(visible(text))
    assert levels == ["error"] * 3 + ["warning", "notice"]


def as_sarif(drawn: str, text: str) -> None:
    [run] = json.loads(drawn)["runs"]
    assert drawn.isascii()
    for result in run["results"]:
        message = result["message"]["text"]
        assert not re.search(r"(?<!\\)(\\\\)*[\[\]]", message), "an unescaped bracket may begin a link"
        assert not set("{}") & set(re.sub(r"\{\{|\}\}", "", message)), "a single brace may be a gap to fill"
        plain = re.sub(r"\\([\\\[\]])", r"\1", message.replace("{{", "{").replace("}}", "}"))
        assert plain.startswith(visible(text))
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file:///)?[A-Za-z0-9%./_~!$&'()*+,;=@-]*", uri)


def as_markdown(drawn: str, text: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(drawn)
    inner = [child for token in tokens for child in token.children or []]
    kinds = {token.type for token in (*tokens, *inner)}
    assert not kinds & {"link_open", "image", "html_block", "fence", "code_block", "hr", "s_open", "blockquote_open"}
    assert {token.content for token in inner if token.type == "html_inline"} <= {"<!-- -->"}
    levels = [token.tag for token in tokens if token.type == "heading_open"]
    assert levels == ["h1", "h2", "h2", "h2", "h1"]
    read = [shown(token) for token in tokens if token.type == "inline"]
    assert any(" ".join(visible(text).split()) in " ".join(one.split()) for one in read)
    for part in (child.content for child in inner if child.type == "text"):
        assert not re.search(r"@\w|://|www\.\w|#\d|:[\w+-]+:", part)


def shown(inline: Token) -> str:
    """The words that a reader sees of one paragraph."""
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or []
        if child.type != "html_inline"
    )


CHECKS: dict[str, Callable[[str, str], None]] = {
    "json": as_json,
    "csv": as_csv,
    "junit": as_junit,
    "github": as_github,
    "sarif": as_sarif,
    "markdown": as_markdown,
}


def test_every_format_is_tried() -> None:
    assert CHECKS.keys() | {"terminal"} == FORMATS.keys()


@pytest.mark.parametrize("form", CHECKS)
@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(text)[1:25] for text in HOSTILE])
def test_stays_words(form: str, text: str) -> None:
    drawn = render(form, hostile_results(text), Options())
    assert not control_in(drawn.replace("\n", ""))
    CHECKS[form](drawn, text)


@pytest.mark.parametrize("form", CHECKS)
@given(text=st.text(st.characters(codec=None), max_size=30))
def test_whatever_stands_there_stays_words(form: str, text: str) -> None:
    drawn = render(form, hostile_results(text), Options())
    assert not control_in(drawn.replace("\n", ""))
    CHECKS[form](drawn, text)
