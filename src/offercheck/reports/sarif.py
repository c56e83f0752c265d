"""SARIF 2.1.0 (OASIS standard), which code scanners and editors read.

Deal-breakers, red flags and cautions are results, each with a file, a line and a region; with everything unfolded also
what is open, good, or does not apply, by SARIF's own kinds. An input that cannot be judged has a result for each fault.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import PurePath, PurePosixPath
from typing import Any, TypeAlias

from offercheck.evaluation.scorecard import FieldShown, Finding, Scorecard
from offercheck.reading.text import visible
from offercheck.reports.located import ATTENTION, FAULT, Located, located, stated
from offercheck.reports.markdown_text import escaped
from offercheck.reports.report import Options, Result, scorecards
from offercheck.version import __version__

Json: TypeAlias = dict[str, Any]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FAULT_RULE = "offercheck/valid-offer"
_LEVELS = {FAULT: "error", "deal_breaker": "error", "red_flag": "warning", "caution": "note"}
_KINDS = {"ask": "open", "good": "pass", "not_applicable": "notApplicable"}
_USUAL = {"critical": "error", "high": "warning", "medium": "warning", "low": "note"}
_NO_BYTE = re.compile(r"[\ud800-\udc7f\udd00-\udfff]")
"""Halves of characters that stand for no byte of a file name; those that do become that byte."""


def render(results: Sequence[Result], options: Options) -> str:
    """The report as a SARIF log with one run."""
    found = located(results, (*ATTENTION, *_KINDS) if options.unfold else ATTENTION)
    rules = _rules(found)
    order = {rule["id"]: index for index, rule in enumerate(rules)}
    files = list(dict.fromkeys(result.file for result in results))
    cards = scorecards(results)
    driver = {
        "name": "offercheck",
        "version": cards[0].produced_by.version if cards else __version__,
        "shortDescription": {"text": "Judges telemedicine job offers by a checklist."},
        "rules": rules,
    }
    run: Json = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(file, cards) for file in files],
        "results": [_result(one, order, files) for one in found],
        "properties": {"offers": [_offer(card) for card in cards]},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def uri(file: str) -> str:
    """A file as a URI reference: relative where its name is, so that it is found in any checkout."""
    path = PurePath(_NO_BYTE.sub("\ufffd", file))
    if path.is_absolute():
        return path.as_uri()
    return PurePosixPath("/", path.as_posix()).as_uri().removeprefix("file:///")


def plain(text: str) -> str:
    """A text as SARIF's plain messages hold it, where `[...](...)` would be a link and `{0}` a gap to be filled."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", visible(text)).replace("{", "{{").replace("}", "}}")


def _artifact(file: str, cards: Sequence[Scorecard]) -> Json:
    hashes = [card.produced_by.input_sha256 for card in cards if card.file == file]
    return {"location": {"uri": uri(file)}, **({"hashes": {"sha-256": hashes[0]}} if hashes else {})}


def _offer(card: Scorecard) -> Json:
    score = card.score and {"low": card.score.low, "high": card.score.high, "answered": card.score.answered}
    return {"file": visible(card.file), "verdict": card.verdict, "score": score}


def _rules(found: Sequence[Located]) -> list[Json]:
    """The rules that the results name, each once, with help text."""
    rules = {one.finding.rule: _rule(one.finding) for one in found if one.finding is not None}
    if any(one.finding is None for one in found):
        rules[FAULT_RULE] = {
            "id": FAULT_RULE,
            "name": "ValidOffer",
            "shortDescription": {"text": "Is the file a valid offer?"},
            "fullDescription": {"text": "An offer file that does not fit its fields is refused; nothing is guessed."},
            "help": {"text": "docs/fields.md lists the fields of an offer and what each may hold."},
            "defaultConfiguration": {"level": "error"},
        }
    return list(rules.values())


def _rule(finding: Finding) -> Json:
    name = re.sub(r"[^A-Za-z0-9]+", " ", finding.rule).title().replace(" ", "")
    rule: Json = {
        "id": finding.rule,
        "name": name,
        "shortDescription": {"text": plain(finding.question)},
        "fullDescription": {"text": plain(finding.why)},
        "help": {
            "text": "\n".join(f"{label}{plain(text)}" for label, text in _help(finding)),
            "markdown": "\n\n".join(f"{label}{escaped(text)}" for label, text in _help(finding)),
        },
        "defaultConfiguration": {"level": _USUAL[finding.impact]},
        "properties": {"tags": [finding.area], "impact": finding.impact, "basis": finding.basis},
    }
    link = next((source.url for source in finding.sources if source.url), None)
    return {**rule, "helpUri": link} if link else rule


def _help(finding: Finding) -> list[tuple[str, str]]:
    parts = [("", finding.why), ("Ask: ", finding.ask)]
    if finding.fallback:
        parts.append(("Settle for: ", finding.fallback))
    return parts + [("Source: ", f"{source.title} ({source.as_of})") for source in finding.sources]


def _result(one: Located, order: dict[str, int], files: Sequence[str]) -> Json:
    rule = FAULT_RULE if one.finding is None else one.finding.rule
    result: Json = {"ruleId": rule, "ruleIndex": order[rule]}
    if one.outcome in _KINDS:
        result |= {"kind": _KINDS[one.outcome], "level": "none"}
    else:
        result |= {"kind": "fail", "level": _LEVELS[one.outcome]}
    result["message"] = {"text": plain(one.message)}
    fields = stated(one.finding) if one.finding else []
    primary = fields[0] if fields else None
    result["locations"] = [_location(one.file, files, one.line, one.column, primary)]
    others = [
        {"id": number, **_location(one.file, files, field.line or 1, field.column or 1, field)}
        for number, field in enumerate(fields[1:], 1)
    ]
    if others:
        result["relatedLocations"] = others
    if one.waived is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": one.waived}]
    if one.finding is not None:
        # A rule speaks once an offer, wherever its field stands: a line added above is no new finding.
        result["partialFingerprints"] = {"rule/v1": one.finding.rule}
        result["properties"] = {"outcome": one.outcome, "silent": one.finding.silent}
    return result


def _location(file: str, files: Sequence[str], line: int, column: int, field: FieldShown | None) -> Json:
    place = {
        "artifactLocation": {"uri": uri(file), "index": files.index(file)},
        "region": {"startLine": line, "startColumn": column},
    }
    location: Json = {"physicalLocation": place}
    if field is not None:
        location |= {"logicalLocations": [{"fullyQualifiedName": field.path}], "message": {"text": field.path}}
    return location
