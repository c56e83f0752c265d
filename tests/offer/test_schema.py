"""The fields: complete, described, and understood as they say of themselves."""

from __future__ import annotations

import pytest

from offercheck.offer.clauses import ELSEWHERE
from offercheck.offer.field import Field
from offercheck.offer.possible import Members, Span, Words
from offercheck.offer.schema import (
    AREAS,
    FIELDS,
    STATES_OF_PATIENTS,
    field_of,
    misplaced,
    nearest,
    sentence,
    silence_at,
    type_at,
)
from offercheck.offer.values.numbers import Number
from offercheck.reading.fault import Faults
from offercheck.reading.node import node_of

THE_GUIDES = ["scope", "technology", "licensure", "malpractice", "productivity", "no_show", "quality"]
FAQ_AND_OURS = ["compensation", "schedule", "terms", "compliance", "eligibility", "growth"]


def test_areas_stand_in_the_order_of_the_file() -> None:
    assert [area.name for area in AREAS] == ["", "engagement", "document", *THE_GUIDES, *FAQ_AND_OURS]
    assert len(FIELDS) == sum(len(area.fields) for area in AREAS)


@pytest.mark.parametrize("field", [*FIELDS.values()], ids=lambda field: field.path)
def test_a_field_describes_itself(field: Field) -> None:
    assert field.meaning == field.meaning.strip(" .?")
    assert field.meaning[0].islower()
    assert "\n" not in field.meaning
    assert field.type.describe()
    faults = Faults()
    assert field.type.read(node_of(_yaml(field.type.example)), faults) is not None, faults


@pytest.mark.parametrize("field", [field for field in FIELDS.values() if field.absent], ids=lambda field: field.path)
def test_what_an_absent_clause_reads_as_is_a_value(field: Field) -> None:
    faults = Faults()
    facets = field.type.read(node_of(field.absent), faults)
    assert facets is not None
    assert facets[""].exact, faults


def test_a_clause_that_another_term_may_speak_of_says_so() -> None:
    assert {field.path for field in FIELDS.values() if field.unless} == set(ELSEWHERE)
    assert FIELDS["productivity.missed_target"].read_as == "nothing, unless a minimum is set"
    assert FIELDS["terms.non_compete"].read_as == "none"


@pytest.mark.parametrize("field", [field for field in FIELDS.values() if field.closes], ids=lambda field: field.path)
def test_only_open_lists_close(field: Field) -> None:
    assert getattr(field.type, "open", False)


def test_every_number_has_bounds() -> None:
    assert not [field.path for field in FIELDS.values() if isinstance(field.type, Number) and not field.type.greatest]


def test_template_is_the_newcomers() -> None:
    assert 45 <= sum(field.template for field in FIELDS.values()) <= 55


UNDERSTOOD = [
    ("role", "MD", {"physician"}),
    ("role", "DO", {"physician"}),
    ("role", "lcsw", {"therapist"}),
    ("role", "NP/PA", {"np", "pa"}),
    ("role", "[MD, DO]", {"physician"}),
    ("engagement.classification", "W-2", {"w2"}),
    ("engagement.classification", "W2", {"w2"}),
    ("engagement.classification", "1099", {"1099"}),
    ("engagement.classification", "independent contractor", {"1099"}),
    ("engagement.classification", "either", {"w2", "1099", "contractor_abroad"}),
    ("engagement.basis", "part-time", {"part_time"}),
    ("engagement.place", "fully remote", {"remote"}),
    ("scope.modalities", "phone", {"audio"}),
    ("scope.modalities", "[telephone, video]", {"audio", "video"}),
    ("care", "Urgent care", {"urgent_care"}),
    ("document.stage", "job posting", {"job_ad"}),
    ("document.stage", "Offer letter", {"offer_letter"}),
    ("technology.eprescribing", "EPCS", {"with_controlled"}),
    ("terms.employer_may_change", "nothing", set()),
    ("terms.employer_may_change", "everything", {"pay", "duties", "policies", "schedule", "status"}),
    ("licensure.start_waits_for", "licenses", {"licences"}),
    ("schedule.set_by", "me", {"clinician"}),
    ("schedule.set_by", "them", {"employer"}),
    ("malpractice.settlement_consent", "me", {"clinician"}),
]


@pytest.mark.parametrize(("path", "typed", "words"), UNDERSTOOD)
def test_words_are_understood_as_people_type_them(path: str, typed: str, words: set[str]) -> None:
    faults = Faults()
    facets = FIELDS[path].type.read(node_of(_yaml(typed)), faults)
    assert facets is not None, faults
    value = facets[""]
    assert isinstance(value, Words | Members)
    assert set(value.may if isinstance(value, Words) else value.sure) == words


REFUSED = [
    ("role", "psychiatrist", "role: physician, specialty: psychiatry"),
    ("role", "nurse", "rn, lpn, or np?"),
    ("role", "resident", "training_licence"),
    ("care", "behavioral health", "psychiatry, or therapy?"),
    ("document.stage", "email", "field: all, source: email"),
    ("engagement.classification", "PRN", "per_diem"),
    ("scope.modalities", "telehealth", "video, or audio?"),
    ("scope.modalities", "none", "leave it out"),
    ("scope.may_decline", "yes", "paid, or unpaid?"),
    ("schedule.set_by", "flexible", "leave it out"),
    ("schedule.set_by", "you", "clinician, or employer?"),
    ("no_show.patient_charge_kept_by", "we", "employer, or clinician?"),
    ("compliance.controlled_policy", "yes", "lawful?"),
    ("licensure.collaborating_physician", "yes", "provided?"),
    ("productivity.slots_per_hour", "every 15 minutes", "4, which is 60/15"),
    ("productivity.slots_per_hour", "one every 15 min", "4, which is 60/15"),
    ("productivity.slots_per_hour", "15-minute slots", "4, which is 60/15"),
    ("productivity.slots_per_hour", "15 minutes", "4, which is 60/15"),
    ("productivity.slots_per_hour", "every 10-15 minutes", "4-6, which is 60/15 to 60/10"),
    ("productivity.slots_per_hour", "every 15", "the figure in slots/hour"),
    ("productivity.slots_per_hour", "every 0 minutes", "the figure in slots/hour"),
    ("productivity.minutes_per_visit", "every 15 minutes", "15 minutes"),
    ("licensure.patient_states", "patient_states", "leave it out"),
    ("licensure.patient_states", "none", "leave it out"),
    ("engagement.hours_per_week", "200", "0 to 168"),
    ("compensation.advertised", "[{amount: 5000}]", "per: year"),
]


@pytest.mark.parametrize(("path", "typed", "advice"), REFUSED)
def test_what_is_refused_comes_with_advice(path: str, typed: str, advice: str) -> None:
    faults = Faults()
    assert FIELDS[path].type.read(node_of(_yaml(typed)), faults) is None
    assert advice in faults[0].advice


def test_a_path_may_name_a_part() -> None:
    assert type_at("malpractice.limits") is FIELDS["malpractice.limits"].type
    assert isinstance(silence_at("malpractice.limits.per_claim"), Span)
    assert isinstance(silence_at("terms.non_compete.lasts"), Span)
    assert silence_at("terms.non_compete") == Words(frozenset({"none", "given"}))
    assert type_at("terms.non_compete.color") is None
    assert type_at("malpractice.colour") is None
    assert type_at("") is None
    with pytest.raises(KeyError):
        silence_at("malpractice.colour")


def test_names_lead_to_fields() -> None:
    assert field_of("malpractice.limits.per_claim") == "malpractice.limits"
    assert field_of("role") == "role"
    assert field_of("me.states") == "me.states"
    assert misplaced("tail_paid_by") == ["malpractice.tail_paid_by"]
    assert misplaced("nothing_of_the_kind") == []
    assert nearest("tail_payed_by", ["paid_by", "tail_paid_by"]) == "tail_paid_by"
    assert nearest("zzz", ["paid_by"]) is None
    assert sentence("who pays") == "Who pays."


def test_the_word_patient_states_may_stand_in_every_other_list_of_states() -> None:
    assert "malpractice.states_covered" in STATES_OF_PATIENTS
    assert "terms.non_compete.area" in STATES_OF_PATIENTS
    assert "licensure.patient_states" not in STATES_OF_PATIENTS


def _yaml(typed: str) -> object:
    """An example as plain data, its texts as they are typed."""
    import yaml

    return yaml.load(typed, Loader=yaml.BaseLoader)  # noqa: S506 - texts alone
