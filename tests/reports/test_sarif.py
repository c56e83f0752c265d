"""The SARIF log against what the OASIS standard asks of one.

The schema below is ours. It is closed, so that each key is one that section 3 of the standard names, and it asks more
than the standard where code scanners do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.scorecard import Scorecard
from offercheck.loading import load_checklist, load_offer
from offercheck.reading.fault import InputError
from offercheck.reports import render
from offercheck.reports.report import Options, Result, failed
from offercheck.reports.sarif import uri

HERE = Path(__file__).parent / "golden"

TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
INDEX = {"type": "integer", "minimum": 0}
BAG = {"type": "object"}


def closed(required: str, **optional: Any) -> dict[str, Any]:
    """An object with these keys and no other; those named in `required` are required."""
    return {"type": "object", "properties": optional, "required": required.split(), "additionalProperties": False}


def several(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


MESSAGE = closed("text", text=TEXT, markdown=TEXT)
REGION = closed(
    "startLine startColumn",
    startLine={"type": "integer", "minimum": 1},
    startColumn={"type": "integer", "minimum": 1},
)
ARTIFACT_LOCATION = closed("uri index", uri={**TEXT, "format": "uri-reference"}, index=INDEX)
LOCATION = closed(
    "physicalLocation",
    id=INDEX,
    physicalLocation=closed("artifactLocation region", artifactLocation=ARTIFACT_LOCATION, region=REGION),
    logicalLocations=several(closed("fullyQualifiedName", fullyQualifiedName=TEXT), 1),
    message=MESSAGE,
)
RULE = closed(
    "id name shortDescription fullDescription help defaultConfiguration",
    id=TEXT,
    name={"type": "string", "pattern": "^[A-Z][A-Za-z0-9]*$"},
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    helpUri={**TEXT, "format": "uri"},
    defaultConfiguration=closed("level", level=LEVEL),
    properties=BAG,
)
RESULT = closed(
    "ruleId ruleIndex message locations level kind",
    ruleId=TEXT,
    ruleIndex=INDEX,
    kind={"enum": ["fail", "open", "pass", "notApplicable"]},
    level=LEVEL,
    message=MESSAGE,
    locations={**several(LOCATION, 1), "maxItems": 1},
    relatedLocations=several(LOCATION, 1),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    properties=BAG,
)
RESULT["if"] = {"properties": {"kind": {"const": "fail"}}}
RESULT["else"] = {"properties": {"level": {"const": "none"}}}  # 3.27.10
SHA = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
RUN = closed(
    "tool invocations columnKind artifacts results",
    tool=closed(
        "driver",
        driver=closed("name version rules", name=TEXT, version=TEXT, shortDescription=MESSAGE, rules=several(RULE)),
    ),
    invocations=several(closed("executionSuccessful", executionSuccessful={"type": "boolean"}), 1),
    columnKind={"const": "unicodeCodePoints"},
    artifacts=several(
        closed("location", location=closed("uri", uri=TEXT), hashes=closed("sha-256", **{"sha-256": SHA}))
    ),
    results=several(RESULT),
    properties=BAG,
)
LOG = closed(
    "$schema version runs",
    **{"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": {**several(RUN, 1), "maxItems": 1}},
)


def scorecard() -> Scorecard:
    offer = load_offer((HERE / "offer.yaml").read_bytes(), name="offer.yaml")
    return evaluate(offer, load_checklist(HERE / "checklist"), today="2026-11-24")


def unreadable() -> Result:
    with pytest.raises(InputError) as caught:
        load_offer(b"offercheck: 1\nrole: psychiatrist\n", name="broken offer.yaml")
    return failed(caught.value)


def missing() -> Result:
    with pytest.raises(InputError) as caught:
        load_offer(Path("no-such-file.yaml"))
    return failed(caught.value)


CASES: list[Sequence[Result]] = [
    [],
    [scorecard()],
    [unreadable()],
    [missing()],
    [scorecard(), unreadable(), scorecard()],
]


@pytest.mark.parametrize("results", CASES, ids=range(len(CASES)))
@pytest.mark.parametrize("unfold", [False, True])
def test_is_as_the_standard_asks(results: Sequence[Result], unfold: bool) -> None:
    log = json.loads(render("sarif", results, Options(unfold=unfold)))
    Draft202012Validator.check_schema(LOG)
    Draft202012Validator(LOG).validate(log)
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            artifact = location["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"]


URIS = [
    ("offers/a.yaml", "offers/a.yaml"),
    ("./offers/../a.yaml", "offers/../a.yaml"),
    ("my offer.yaml", "my%20offer.yaml"),
    ("a:b.yaml", "a%3Ab.yaml"),
    ("50%.yaml", "50%25.yaml"),
    ("an#offer?.yaml", "an%23offer%3F.yaml"),
    ("caf\u00e9.yaml", "caf%C3%A9.yaml"),
    ("byte-\udcff.yaml", "byte-%FF.yaml"),
    ("half-\ud800.yaml", "half-%EF%BF%BD.yaml"),
    ("/abs/a b.yaml", "file:///abs/a%20b.yaml"),
    ("standard input", "standard%20input"),
]


@pytest.mark.parametrize(("file", "expected"), URIS)
def test_a_file_as_a_uri(file: str, expected: str) -> None:
    assert uri(file) == expected
