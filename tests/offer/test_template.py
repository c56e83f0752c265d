"""What `offercheck new` writes: a valid file that says nothing, and reads well."""

from __future__ import annotations

import pytest

from offercheck.offer.build import build_offer
from offercheck.offer.schema import AREAS, FIELDS
from offercheck.offer.template import EXAMPLES, READING_ORDER, template
from offercheck.reading.load import read_document

BOTH = [False, True]


def keys_of(text: str) -> list[str]:
    """The paths of the keys that stand in a template, in its order."""
    root = read_document("new.yaml", text.encode()).root
    assert isinstance(root.content, dict)
    paths = []
    for name, node in root.content.items():
        paths += [f"{name}.{key}" for key in node.content] if isinstance(node.content, dict) else [name]
    return paths


@pytest.mark.parametrize("full", BOTH)
def test_as_written_it_is_an_offer_that_says_nothing(full: bool) -> None:
    offer = build_offer(read_document("new.yaml", template(full).encode()))
    assert not offer.fields
    assert not offer.evidence
    assert (offer.stage, offer.stage_stated) == ("job_ad", False)


def test_the_short_one_asks_about_fifty_questions_and_the_stage_first() -> None:
    keys = keys_of(template())
    assert 45 <= len(keys) <= 55
    assert keys[:2] == ["offercheck", "document.stage"]
    assert set(keys) == {field.path for field in FIELDS.values() if field.template}


def test_it_says_which_stage_a_mail_is_and_asks_for_no_shows() -> None:
    text = " ".join(line.strip(" #") for line in template().splitlines())
    assert "evidence: [{field: all, source: email}]" in text
    assert "no_show.expected_rate" in keys_of(template())


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("role", "[MD, DO, FNP, LCSW]"),
        ("licensure.patient_states", "[TX, more_as_required]"),
        ("licensure.patient_states", "where_licensed"),
        ("compensation.pay", "[$40/hour, $42/visit, 60% of collections]"),
        ("compensation.pay", "$215,000/year"),
        ("compensation.pay", "{per: visit, holds: withheld}"),
        ("compensation.advertised", "up to $340,000 a year"),
    ],
)
def test_the_shortest_ways_to_write_a_field_stand_with_it_and_are_understood(field: str, typed: str) -> None:
    text = " ".join(line.strip(" #") for line in template().splitlines())
    for word in typed.strip("[]").split(", "):
        assert word in text
    area, _, name = field.rpartition(".")
    lines = f"offercheck: 1\n{area}:\n  {name}: {typed}\n" if area else f"offercheck: 1\n{name}: {typed}\n"
    assert field in build_offer(read_document("new.yaml", lines.encode())).fields


def test_the_full_one_asks_all() -> None:
    keys = keys_of(template(full=True))
    assert sorted(keys) == sorted(FIELDS)
    assert set(READING_ORDER) == {area.name for area in AREAS}


@pytest.mark.parametrize("full", BOTH)
def test_every_example_beside_a_field_is_a_value_of_it(full: bool) -> None:
    filled = template(full).replace(":  # e.g. ", ": ")
    offer = build_offer(read_document("new.yaml", filled.encode()))
    assert offer.fields.keys() | {"offercheck"} == set(keys_of(template(full)))
    assert EXAMPLES.keys() <= FIELDS.keys()


def test_the_examples_of_evidence_are_entries() -> None:
    text = template().replace(":  # e.g. ", ": ")
    before, found, evidence = text.partition("# evidence:\n")
    assert found
    commented = "evidence:\n" + "".join(line.removeprefix("# ") + "\n" for line in evidence.splitlines())
    offer = build_offer(read_document("new.yaml", (before + commented).encode()))
    assert offer.evidence["malpractice.tail_paid_by"].holds == "vaguely"
    assert offer.everywhere is not None


@pytest.mark.parametrize("full", BOTH)
def test_it_reads_well(full: bool) -> None:
    lines = template(full).splitlines()
    assert max(map(len, lines)) < 100
    assert not [line for line in lines if line != line.rstrip()]
    assert template(full).endswith("\n")
    for area in AREAS:
        if area.name and (full or any(field.template for field in area)):
            heading = lines.index(f"{area.name}:") - 1
            assert lines[heading].startswith("# ")
            assert lines[heading - 1] == ""
