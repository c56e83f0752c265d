"""The schema for editors: it accepts what the reader accepts, knows every key and describes each."""

from __future__ import annotations

import datetime
from pathlib import Path

import jsonschema
import pytest
import yaml

from offercheck.offer.build import build_offer
from offercheck.offer.json_schema import offer_schema
from offercheck.offer.schema import AREAS
from offercheck.offer.template import template
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
VALIDATOR = jsonschema.Draft202012Validator(offer_schema())


def loaded(text: str) -> object:
    """A text as an editor's YAML server sees it: booleans, numbers and nulls, dates as texts."""
    return _without_dates(yaml.safe_load(text))


def _without_dates(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): _without_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_dates(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(offer_schema())


def reads(path: Path) -> bool:
    try:
        build_offer(read_document(str(path), path.read_bytes()))
    except InputError:
        return False
    return True


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_that_reads_is_accepted(path: Path) -> None:
    if reads(path):
        VALIDATOR.validate(loaded(path.read_text(encoding="utf-8")))


ACCEPTED = [
    template(),
    template(full=True),
    template(full=True).replace(":  # e.g. ", ": "),
    "offercheck: 1",
    'offercheck: "1"',
    "offercheck: 1\nmalpractice:\nevidence:\n",
    "offercheck: 1\nmalpractice: {paid_by: , telehealth_named: true, states_covered: [NY, ND]}",
    "offercheck: 1\nrole: NP/PA\nengagement: {classification: 1099, hours_per_week: {low: 30, high: 36}}",
    "offercheck: 1\ncompensation: {pay: $40/hour, benefits: none}",
    "offercheck: 1\ncompensation: {pay: [{per: visit, amount: {low: 5, high: 8}, for: {states: [TX]}}, nothing_else]}",
    "offercheck: 1\nno_show: {pay_per_missed_visit: 0, expected_rate: 12%}\nterms: {non_compete: no}",
    "offercheck: 1\nmalpractice: {limits: {per_claim: $1M}}\nterms: {non_compete: {lasts: 1 year}}",
    "offercheck: 1\nevidence: {field: all, source: email}",
    "offercheck: 1\nevidence: [{field: terms.length, holds: contradicted, or: 30 days, clause: 7.1}]",
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_the_reader_understands_is_accepted(text: str) -> None:
    build_offer(read_document("offer.yaml", text.encode()))
    VALIDATOR.validate(loaded(text))


REFUSED = [
    "role: np",
    "offercheck: 2",
    "offercheck: 1\ncolour: blue",
    "offercheck: 1\nmalpractice: {tail_payed_by: clinician}",
    "offercheck: 1\nmalpractice: employer",
    "offercheck: 1\ncompensation: {pay: [{per: visit, amont: 3}]}",
    "offercheck: 1\nterms: {non_compete: {last: 1 year}}",
    "offercheck: 1\nevidence: [{field: malpractice, source: email}]",
    "offercheck: 1\nevidence: [{source: email}]",
    "[]",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_no_offer_has_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        build_offer(read_document("offer.yaml", text.encode()))
    assert not VALIDATOR.is_valid(loaded(text))


def test_every_property_is_described_and_no_other_is_allowed() -> None:
    properties = offer_schema()["properties"]
    assert isinstance(properties, dict)
    assert list(properties)[-1] == "evidence"
    described = dict(properties)
    for area in AREAS:
        if area.name:
            mapping = properties[area.name]["anyOf"][0]
            assert mapping["additionalProperties"] is False
            assert mapping["properties"].keys() == area.fields.keys()
            described |= mapping["properties"]
    assert all(one["description"].endswith(".") for one in described.values())
