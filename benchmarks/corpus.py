"""Writes a seeded corpus of invented offers: the same arguments give the same bytes.

    python benchmarks/corpus.py FOLDER [COUNT] [--jsonl FILE]

Each offer states a share of the schema's fields, with pay in two to four items and up to six entries of evidence: 64 to
168 lines, 117 in the median. Words are drawn from each field's own, figures are scaled from its example, so that
the corpus follows the schema. `--jsonl` writes the same offers as JSON Lines too.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from offercheck.offer.build import build_offer
from offercheck.offer.field import Field
from offercheck.offer.schema import AREAS, FIELDS
from offercheck.offer.template import EXAMPLES
from offercheck.offer.values.words import Alternatives, OneOf, SomeOf
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

STATES = (
    "AL AZ CA CO CT DE FL GA IA ID IL IN KS KY LA MA MD MI MN MO NC NE NH NJ NM NV NY OH OK OR PA TN TX UT VA WA WI"
)
TEXTS = {
    "title": ["Virtual {} {}", "Remote {} {}, {}", "Telehealth {} {} ({})"],
    "employer": ["{} Health Partners", "{} Medical Group, PC", "{} Virtual Care"],
}
KINDS = ["urgent care", "primary care", "psychiatry", "weight care", "dermatology"]
PEOPLE = ["physician", "clinician", "provider"]
NAMES = ["Alder", "Birch", "Cedar", "Elm", "Hazel", "Juniper", "Larch", "Maple", "Rowan", "Willow"]
PAY = [
    "{per: visit, amount: %d, counts: completed}",
    "{per: hour, amount: %d}",
    "{per: message, amount: {low: 5, high: %d}}",
    "{kind: bonus, per: quarter, amount: %d}",
    "{kind: stipend, per: year, amount: %d, for: cme}",
]
FIRST = ("offercheck", "title", "employer", "role", "document.stage")
LEFT_OUT = {
    "parties",
    "country",
    "notes",
    "evidence",
    *FIRST,
    "compensation.pay",
    "malpractice.tail_vests_after",
    "licensure.share_of_visits",
}


def offer(draw: random.Random) -> str:
    """One offer as YAML."""
    stage = draw.choice(["job_ad", "offer_letter", "offer_letter", "contract"])
    share = draw.uniform(0.2, 0.55)
    chosen = [field for field in FIELDS.values() if field.path not in LEFT_OUT and draw.random() < share]
    lines = [
        "offercheck: 1",
        f"title: {_text('title', draw)}",
        f"employer: {_text('employer', draw)}",
        f"role: {draw.choice(['physician', 'physician', 'np', 'pa', 'rn', 'therapist', 'psychologist'])}",
    ]
    for area in AREAS:
        of_area = [field for field in area if field in chosen]
        body = [f"{field.name}: {_value(field, draw)}" for field in of_area]
        if area.name == "document":
            body.insert(0, f"stage: {stage}")
        if area.name == "compensation":
            body.insert(0, "pay:")
            body[1:1] = [f"  - {item % draw.randrange(12, 90)}" for item in draw.sample(PAY, draw.randint(2, 4))]
        if body and area.name:
            lines += ["", f"{area.name}:"]
        lines += [f"  {line}" if area.name else line for line in body]
    return "\n".join([*lines, *_evidence(chosen, draw)]) + "\n"


def _text(path: str, draw: random.Random) -> str:
    text = draw.choice(TEXTS[path])
    if path == "employer":
        return text.format(draw.choice(NAMES) + draw.choice(["", " Ridge", " Bay", " Valley"]))
    return '"' + text.format(draw.choice(KINDS), draw.choice(PEOPLE), draw.choice(STATES.split())) + '"'


def _value(field: Field, draw: random.Random) -> str:
    values = _values(field.path)
    if values:
        return draw.choice(values)
    return "[" + ", ".join(draw.sample(STATES.split(), draw.randint(2, 7))) + "]"


@cache
def _values(path: str) -> list[str]:
    """Some values that a field understands; none for a list of states, which is drawn anew each time."""
    field = FIELDS[path]
    kind = field.type
    example = EXAMPLES.get(path, kind.example)
    if example.startswith("[TX"):
        return []
    draw = random.Random(path)
    if isinstance(kind, OneOf | Alternatives):
        found = list(kind.words)
    elif isinstance(kind, SomeOf):
        found = [f"[{', '.join(draw.sample(kind.words, draw.randint(1, min(4, len(kind.words)))))}]" for _ in range(40)]
    else:
        scales = (0.5, 0.75, 0.8, 1, 1.25, 1.5, 2, 3)
        found = [re.sub(r"\d+", lambda run, by=by: str(max(1, round(int(run[0]) * by))), example) for by in scales]
    return [value for value in found if _understood(field, value)] or [example]


def _understood(field: Field, value: str) -> bool:
    line = f"{field.area}:\n  {field.name}: {value}" if field.area else f"{field.name}: {value}"
    try:
        build_offer(read_document("one", f"offercheck: 1\n{line}\n".encode()))
    except InputError:
        return False
    return True


def _evidence(chosen: list[Field], draw: random.Random) -> list[str]:
    terms = [field for field in chosen if field.area not in ("", "document")]
    lines = []
    for field in draw.sample(terms, draw.randint(0, 6)):
        source = draw.choice(["contract", "offer_letter", "email", "verbal"])
        holds = draw.choice(["stated", "vaguely", "conditionally"])
        lines.append(
            f"  - {{field: {field.path}, source: {source}, holds: {holds}, says: {draw.choice(NAMES)} says so}}"
        )
    return ["", "evidence:", *lines] if lines else []


def write(folder: Path, count: int, *, jsonl: Path | None = None, seed: int = 7) -> None:
    """Write the offers as offer-00000.yaml and so on, and as one JSON Lines file where that is wanted."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    texts = [offer(draw) for _ in range(count)]
    for number, text in enumerate(texts):
        (folder / f"offer-{number:05}.yaml").write_text(text, encoding="utf-8")
    if jsonl is not None:
        loaded = (_plain(yaml.load(text, yaml.CBaseLoader)) for text in texts)  # noqa: S506  # texts alone
        jsonl.write_text("".join(json.dumps(one) + "\n" for one in loaded), encoding="utf-8")


def _plain(value: Any) -> Any:
    """Digits as numbers, as a program that writes JSON would have them."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value) if value.isdigit() and not value.startswith("0") else value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Write a seeded corpus of invented offers.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int, nargs="?", default=2000)
    parser.add_argument("--jsonl", type=Path)
    given = parser.parse_args()
    write(given.folder, given.count, jsonl=given.jsonl)
