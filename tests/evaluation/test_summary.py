"""A summary is what the scorecard comes to, by the shorter way."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from offercheck.checklist.load import load_checklist
from offercheck.checklist.personal import read_profile
from offercheck.checklist.shipped import shipped_checklist
from offercheck.evaluation import by_value, weighing
from offercheck.evaluation.evaluate import evaluate
from offercheck.evaluation.summary import Summariser, summarise, summary_of
from offercheck.loading import load_offer
from offercheck.offer.build import build_offer
from offercheck.offer.offer import Offer
from offercheck.offer.schema import AREAS
from offercheck.offer.template import EXAMPLES
from offercheck.profile.profile import Profile
from offercheck.reading.fault import InputError
from offercheck.reading.load import read_document

FOLDER = Path(__file__).parents[2] / "examples"
CHECKLIST = load_checklist(shipped_checklist("telemedicine"), examples=False)
READERS = {
    path.stem: read_profile(read_document(path.name, path.read_bytes()), CHECKLIST)
    for path in sorted((FOLDER / "me").glob("*.yaml"))
}
DAYS = ("2026-11-24", "2031-01-01")
PRIORITIES = {"malpractice": 3, "schedule": Fraction(1, 2)}


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("reader", [None, *READERS])
@pytest.mark.parametrize(
    "path", sorted(set(FOLDER.glob("*.yaml")) - {FOLDER / "broken.yaml"}), ids=lambda path: path.stem
)
def test_of_every_example(path: Path, reader: str | None, day: str) -> None:
    offer, me = load_offer(path), READERS[reader] if reader else None
    card = evaluate(offer, CHECKLIST, today=day, profile=me, priorities=PRIORITIES)
    assert summarise(offer, CHECKLIST, today=day, profile=me, priorities=PRIORITIES) == summary_of(card)


@st.composite
def offers(draw: st.DrawFn) -> Offer:
    """Offers that state some of all fields, at some stage, some of them weakly."""
    stage = draw(st.sampled_from(["job_ad", "offer_letter", "contract"]))
    lines, terms = ["offercheck: 1"], []
    for area in AREAS:
        chosen = draw(st.lists(st.sampled_from(list(area)), unique_by=lambda field: field.path, max_size=5))
        body = [f"{one.name}: {EXAMPLES.get(one.path, one.type.example)}" for one in chosen if one.name not in LEFT_OUT]
        terms += [one.path for one in chosen if one.name not in LEFT_OUT and area.name not in ("", "document")]
        if area.name == "document":
            body = [f"stage: {stage}"]
        if area.name and body:
            lines += [f"{area.name}:", *(f"  {line}" for line in body)]
        else:
            lines += body
    weak = draw(st.lists(st.sampled_from(terms), unique=True, max_size=4)) if terms else []
    holds = st.sampled_from(["stated", "vaguely", "conditionally"])
    entries = [f"  - {{field: {path}, source: email, holds: {draw(holds)}, says: so}}" for path in weak]
    if entries:
        lines += ["evidence:", *entries]
    try:
        return build_offer(read_document("one.yaml", "\n".join(lines).encode()))
    except InputError:
        reject()


LEFT_OUT = {"offercheck", "evidence", "stage"}


@given(offers(), st.sampled_from([None, *READERS.values()]), st.sampled_from(DAYS))
@settings(max_examples=60)
def test_of_generated_offers(offer: Offer, me: Profile | None, day: str) -> None:
    assert summarise(offer, CHECKLIST, today=day, profile=me) == summary_of(
        evaluate(offer, CHECKLIST, today=day, profile=me)
    )


ONE_AFTER_ANOTHER = {
    (reader, day): Summariser(CHECKLIST, today=day, profile=me)
    for reader, me in [(None, None), *READERS.items()]
    for day in DAYS
}


@given(offers(), st.sampled_from([None, *READERS]), st.sampled_from(DAYS))
@settings(max_examples=60)
def test_does_not_depend_on_the_offers_before(offer: Offer, reader: str | None, day: str) -> None:
    me = READERS[reader] if reader else None
    assert ONE_AFTER_ANOTHER[reader, day].summary(offer) == summarise(offer, CHECKLIST, today=day, profile=me)


def test_does_not_depend_on_what_was_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_value, "KEPT_AT_MOST", 2)
    monkeypatch.setattr(weighing, "KEPT_AT_MOST", 2)
    summariser = Summariser(CHECKLIST, today=DAYS[0])
    paths = sorted(set(FOLDER.glob("*.yaml")) - {FOLDER / "broken.yaml"})
    for path in [*paths, *reversed(paths)]:
        offer = load_offer(path)
        assert summariser.summary(offer) == summary_of(evaluate(offer, CHECKLIST, today=DAYS[0]))
