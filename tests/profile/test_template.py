"""What `offercheck new me` writes, and the schema for editors beside it."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml

from offercheck.profile.fields import AREA
from offercheck.profile.json_schema import profile_schema
from offercheck.profile.profile import build_profile
from offercheck.profile.template import EXAMPLES, profile_template
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

VALIDATOR = jsonschema.Draft202012Validator(profile_schema())
FILLED = profile_template().replace(":  # e.g. ", ": ")
SHIPPED = sorted((Path(__file__).parents[2] / "examples" / "me").glob("*.yaml"))


def test_as_written_it_is_a_profile_that_says_nothing() -> None:
    assert not build_profile(read_document("me.yaml", profile_template().encode())).stated


def test_every_example_beside_a_field_is_a_value_of_it() -> None:
    profile = build_profile(read_document("me.yaml", FILLED.encode()))
    assert list(profile.stated) == [field.path for field in AREA]
    assert EXAMPLES.keys() <= AREA.fields.keys()


def test_it_reads_well() -> None:
    lines = profile_template().splitlines()
    assert max(map(len, lines)) < 100
    assert not [line for line in lines if line != line.rstrip()]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(profile_schema())
    properties = profile_schema()["properties"]
    assert isinstance(properties, dict)
    assert all(one["description"].endswith(".") for one in properties.values())


ACCEPTED = [
    profile_template(),
    FILLED,
    "offercheck_me: 1",
    'offercheck_me: "1"',
    "offercheck_me: 1\nlicences: [TX, Florida]\nyears: 3\ntraining_licence: no\nvisa: green card",
    "offercheck_me: 1\nlicences: []\ncompact: none\npriorities: {growth: 2}\ndeal_breakers: none",
    *(path.read_text(encoding="utf-8") for path in SHIPPED),
]


@pytest.mark.parametrize("text", ACCEPTED)
def test_what_the_reader_understands_is_accepted(text: str) -> None:
    build_profile(read_document("me.yaml", text.encode()))
    VALIDATOR.validate(yaml.safe_load(text))


REFUSED = [
    "role: np",
    "offercheck_me: 2",
    "offercheck_me: 1\nlicenses: [TX]",
    "offercheck_me: 1\npriorities: [growth]",
    "[]",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_no_profile_has_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        build_profile(read_document("me.yaml", text.encode()))
    assert not VALIDATOR.is_valid(yaml.safe_load(text))
