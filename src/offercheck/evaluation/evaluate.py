"""One offer against one checklist: the two readings, judged, summed up and put into words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from offercheck.checklist.rule import overdue
from offercheck.evaluation.findings import fields_of, finding, open_fields
from offercheck.evaluation.gravity import flags_of, gravity
from offercheck.evaluation.judgement import Verdicts
from offercheck.evaluation.provisional import provisional
from offercheck.evaluation.questions import Asked, End, ask
from offercheck.evaluation.score import FORMULA_VERSION
from offercheck.evaluation.scorecard import Finding, OfferHeading, Overdue, ProducedBy, Question, Score, Scorecard
from offercheck.evaluation.sums import area_rows, capped, part_of, score_of, stakes_of, weights_of, whole
from offercheck.evaluation.verdict import Judged, VerdictWord, verdict
from offercheck.evaluation.verdicts import verdicts_of
from offercheck.evaluation.waiving import in_force, waivers_shown
from offercheck.facts.derivation import with_facts
from offercheck.facts.states import named_states
from offercheck.offer.clauses import PAY
from offercheck.offer.readings import Values, firm, read_as_absent, said
from offercheck.offer.schema import FIELDS, JUDGED_AREAS, field_of
from offercheck.record import record
from offercheck.version import __version__

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.waivers import Waiver
    from offercheck.evaluation.licences import Licences
    from offercheck.evaluation.pay_line import PayLine
    from offercheck.evaluation.score import Priorities
    from offercheck.offer.offer import Offer
    from offercheck.offer.possible import Truth
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference


@record
class Assessment:
    """An offer judged: the scorecard, and what its numbers are made of, for whoever sets offers side by side.

    `low` and `high` are the two ends of the score, each with what every rule has at stake in its reading; `priorities`
    are the weights of areas that were used, 1 where an area is not named.
    """

    offer: Offer
    scorecard: Scorecard
    said: Values
    firm: Values
    low: End
    high: End
    priorities: Priorities


def evaluate(
    offer: Offer,
    checklist: Checklist,
    *,
    today: str,
    priorities: Priorities | None = None,
    reference: Reference | None = None,
    profile: Profile | None = None,
    waivers: Sequence[Waiver] = (),
    pay: bool = False,
) -> Scorecard:
    """The scorecard of an offer. For the arguments see `assess`."""
    shown = assess(
        offer,
        checklist,
        today=today,
        priorities=priorities,
        reference=reference,
        profile=profile,
        waivers=waivers,
        pay=pay,
    )
    return shown.scorecard


def assess(
    offer: Offer,
    checklist: Checklist,
    *,
    today: str,
    priorities: Priorities | None = None,
    reference: Reference | None = None,
    profile: Profile | None = None,
    waivers: Sequence[Waiver] = (),
    pay: bool = False,
) -> Assessment:
    """An offer judged, with what an hour of it pays where `pay` asks for that.

    `today` is an ISO date, for the record, for dated rules and for the age of tables; `priorities` are the reader's
    weights of areas, above 0, over those of their `profile`, and 1 where none is given; `reference` are the tables, the
    shipped ones if none is given. Without a profile the rules that read one are set aside. `waivers` are the flags that
    the reader accepts.
    """
    me = profile.values if profile is not None else None
    as_said = with_facts(said(offer, me), checklist.facts, reference, today)
    as_firm = with_facts(firm(offer, me), checklist.facts, reference, today)
    judged = verdicts_of(checklist, as_said, as_firm, today, profile, waived=in_force(waivers, today))
    prior = {**(profile.priorities if profile is not None else {}), **(priorities or {})}
    weights = weights_of(checklist, prior)
    low = End(stakes_of(judged, weights, firm=True), _open_in(judged, firm=True), high=False)
    high = End(stakes_of(judged, weights, firm=False), _open_in(judged, firm=False), high=True)
    parts = [part_of(one, low.stakes.get(one.rule.key), high.stakes.get(one.rule.key)) for one in judged]
    score = score_of(whole(parts), capped(checklist, judged, low.stakes, high.stakes))
    findings = [finding(one, offer, as_said, checklist) for one in judged]
    word, because = _verdict(checklist, judged, findings, score)
    by_state = _by_state(as_said, reference, today)
    scorecard = Scorecard(
        schema="offercheck.report/1",
        file=offer.document.name,
        offer=OfferHeading(
            offer.title, offer.employer, offer.role, offer.stage, offer.stage_stated, read_as_absent(offer)
        ),
        verdict=word,
        because=because,
        score=score,
        areas=area_rows(checklist, [one.rule.area for one in judged], parts, [one.outcome for one in findings]),
        findings=findings,
        flags=flags_of(checklist, judged, findings),
        questions=_questions(judged, as_firm, low, high),
        unread=_unread(offer, checklist),
        provisional=provisional(as_said),
        set_aside=[rule.key for rule in checklist.rules if rule.reads_profile] if profile is None else [],
        overdue=[Overdue(rule.key, rule.as_of, rule.review_by) for rule in checklist.rules if overdue(rule, today)],
        states=by_state.states if by_state else [],
        noncompete=by_state.noncompete if by_state else [],
        licensing_cost=by_state.cost if by_state else None,
        old_tables=by_state.old_tables if by_state else [],
        waivers=waivers_shown(waivers, judged, findings, today) if waivers else [],
        pay=_pay(as_said, reference, today) if pay else None,
        produced_by=_produced_by(offer, checklist, today, profile),
    )
    return Assessment(offer, scorecard, as_said, as_firm, low, high, prior)


def _verdict(
    checklist: Checklist, judged: Sequence[Verdicts], findings: Sequence[Finding], score: Score | None
) -> tuple[VerdictWord, str]:
    """The word over the scorecard and its reason; of several the gravest comes first."""
    grave = gravity(checklist)
    reasons = sorted(zip(judged, findings, strict=True), key=lambda pair: grave(pair[0]))
    return verdict(
        [
            Judged(one.rule.impact, one.said, one.firm, one.rule.question, shown.message, one.waived)
            for one, shown in reasons
        ],
        score.low if score else None,
        score.high if score else None,
        score.answered if score else None,
    )


def _by_state(values: Values, reference: Reference | None, today: str) -> Licences | None:
    """The states and their licences. The tables are read only where states are named."""
    if not named_states(values):
        return None
    from offercheck.evaluation.licences import licences
    from offercheck.reference.reference import Reference

    return licences(values, reference or Reference.shipped(), today)


def _pay(values: Values, reference: Reference | None, today: str) -> PayLine | None:
    """What an hour comes to. Where the paper names no pay nothing is loaded for it."""
    if PAY not in values:
        return None
    from offercheck.evaluation.pay_line import pay_line
    from offercheck.reference.reference import Reference

    return pay_line(values, reference or Reference.shipped(), int(today[:4]))


def _open_in(judged: Sequence[Verdicts], *, firm: bool) -> dict[str, frozenset[str]]:
    return {
        one.rule.key: fields_of(one.firm_open if firm else one.said_open)
        for one in judged
        if (one.firm if firm else one.said).undecided
    }


def _questions(judged: Sequence[Verdicts], as_firm: Values, low: End, high: End) -> list[Question]:
    undecided = []
    for one in judged:
        if one.firm.applies is None and one.rule.when is not None:
            undecided.append((one.rule, open_fields(one.rule.when.open_paths(as_firm), as_firm)))
        elif one.rule.key in low.open_in:
            undecided.append((one.rule, low.open_in[one.rule.key]))
    applies = {one.rule.key: one.firm.applies for one in judged}
    return [
        Question(
            rule=asked.rule.key,
            ask=_worded(asked, applies[asked.rule.key]),
            fields=sorted(asked.fields),
            points=asked.points,
            up=asked.up,
            down=asked.down,
            settles=asked.settles,
            to="reader" if asked.of_reader else "employer",
        )
        for asked in ask(undecided, low, high)
    ]


def _unread(offer: Offer, checklist: Checklist) -> list[str]:
    """The fields of areas that the paper gives and no rule reads: nobody is to think that they were found good."""
    read = {field_of(path) for rule in checklist.rules for path in rule.reads}
    return [path for path in offer.fields if "." in path and path not in read and path.split(".")[0] in JUDGED_AREAS]


def _worded(asked: Asked, applies: Truth) -> str:
    """The rule's own question where it surely applies and the paper can answer."""
    if asked.of_reader:
        return _asked_of_reader(asked.fields)
    return asked.rule.ask if applies else _asked_plainly(asked.fields)


def _asked_plainly(fields: frozenset[str]) -> str:
    """A question for fields that decide whether a rule applies at all: they are asked for what they are."""
    return "Please tell me: " + "; ".join(FIELDS[path].meaning.rstrip(".") for path in sorted(fields)) + "?"


def _asked_of_reader(fields: frozenset[str]) -> str:
    """A question for what the reader's own profile leaves open."""
    from offercheck.profile.fields import FIELDS as MY_FIELDS  # nobody without a profile is asked

    return "For your profile: " + "; ".join(MY_FIELDS[path].meaning for path in sorted(fields)) + "?"


def _produced_by(offer: Offer, checklist: Checklist, today: str, profile: Profile | None) -> ProducedBy:
    return ProducedBy(
        tool="offercheck",
        version=__version__,
        formula_version=FORMULA_VERSION,
        checklist=checklist.name,
        checklist_version=checklist.version,
        checklist_fingerprint=checklist.fingerprint,
        input_sha256=offer.document.sha256,
        profile=profile.document.name if profile is not None else None,
        profile_sha256=profile.document.sha256 if profile is not None else None,
        today=today,
    )
