"""State by state: where patients are treated, where one is licensed, where the policy answers, and the way in.

A compact is not one thing. The IMLC hastens separate licences, each with its fee; PSYPACT gives an authority without
licences; the NLC gives a licence that depends on where the nurse lives, and covers the RN layer of a nurse
practitioner and never the APRN licence. Where federal law is the basis, one licence of any state serves in all.
"""

from __future__ import annotations

from offercheck.facts.authority import COMPACTS, IN_FORCE
from offercheck.facts.role import LICENSED_ROLES
from offercheck.facts.states import BASIS, INSURED, LICENSED, TREATED, named_states
from offercheck.offer.possible import Members, Truth, Words, every
from offercheck.offer.readings import Values
from offercheck.offer.values.states import EVERYTHING, TERRITORIES
from offercheck.record import record
from offercheck.reference.found import Found
from offercheck.reference.reference import Reference

HOME, DEGREE = "me.home_state", "me.degree"
_POLICY_PAID_BY = "malpractice.paid_by"

_COMPACT_OF = {"physician": "IMLC", "psychologist": "PSYPACT", "rn": "NLC", "lpn": "NLC"}
_ANSWER = {True: "yes", False: "no", None: "unknown"}
_SILENT = Members(frozenset(), EVERYTHING | TERRITORIES)


@record(frozen=True)
class OnRecord:
    """What a table says, in a word, with its date (YYYY, YYYY-MM or YYYY-MM-DD) and its source."""

    value: str
    as_of: str
    source: str
    url: str
    table: str


@record(frozen=True)
class StateRow:
    """One state. `treated`, `licensed`, `insured` and `licence_needed` are `yes`, `no` or `unknown`.

    `route` is how a licence that may be needed is had: `imlc`, `psypact`, `nlc`, `state_licence`, or `unknown` where a
    compact may be open; `federal` where the paper rests on federal law; empty where none is needed. `np_agreement` is
    yes, no, conditional or unknown. What a table does not know is None.
    """

    state: str
    treated: str
    licensed: str
    insured: str
    licence_needed: str
    route: str
    compact: OnRecord | None
    telehealth: OnRecord | None
    np_authority: OnRecord | None
    np_agreement: str


@record(frozen=True)
class Covenant:
    """A state's ban or limit of covenants not to compete (`rule`), whom it concerns, and since when (empty where not
    seen)."""

    state: str
    scope: str
    rule: OnRecord
    effective: str


@record(frozen=True)
class StatesTable:
    """The states of an offer and its reader. No covenant on record means unknown, not that covenants stand."""

    role: str
    home_state: str
    rows: list[StateRow]
    covenants: list[Covenant]


def states_table(values: Values, reference: Reference) -> StatesTable | None:
    """The states that are named, or None where none is or the role is open or has no licence.

    A policy that answers everywhere adds no rows: a state enters when it is treated, licensed, or insured by name.
    """
    role = only(values, "role")
    states = sorted(named_states(values))
    if role not in LICENSED_ROLES or not states:
        return None
    home = only(values, HOME)
    return StatesTable(
        role,
        home,
        [_row(state, role, values, reference) for state in states],
        [
            Covenant(home, one.value.scope, on_record(one, one.value.rule), one.value.effective or "")
            for one in (reference.noncompete(home) if home else ())
        ],
    )


def only(values: Values, path: str) -> str:
    """The one word that a path can still be; empty while there are several."""
    found = values.get(path)
    return next(iter(found.may)) if isinstance(found, Words) and found.exact else ""


def members(values: Values, path: str) -> Members:
    """A list of states; every state may be on one that is silent."""
    found = values.get(path)
    return found if isinstance(found, Members) else _SILENT


def among(item: str, of: Members) -> Truth:
    """Whether an item is on a list."""
    return True if item in of.sure else None if item in of.maybe else False


def compact_open(compact: str, state: str, values: Values, reference: Reference) -> Truth:
    """Whether a compact lets this reader into a state: it is in force there, and the reader is eligible."""
    return every((_in_force(compact, state, reference), _eligible(compact, state, values, reference)))


def on_record(one: Found[object], value: str) -> OnRecord:
    return OnRecord(value, one.as_of, one.source, one.url, one.table)


def _in_force(compact: str, state: str, reference: Reference) -> Truth:
    found = reference.compact(compact, state)
    return IN_FORCE.get(found.value) if found else None


def _eligible(compact: str, state: str, values: Values, reference: Reference) -> Truth:
    said = values.get(COMPACTS)
    stated = among(compact.casefold(), said) if isinstance(said, Members) else None
    if compact != "NLC" or stated is False:
        return stated
    home = only(values, HOME)
    # A multistate licence is issued by the state of residence: there it is the licence itself, not a way round it.
    return None if not home else home != state and _in_force(compact, home, reference)


def _row(state: str, role: str, values: Values, reference: Reference) -> StateRow:
    treated = among(state, members(values, TREATED))
    licensed = among(state, members(values, LICENSED))
    federal = treated is not False and only(values, BASIS) == "federal"
    needed = False if federal else every((treated, None if licensed is None else not licensed))
    compact = _COMPACT_OF.get(role, "")
    member = reference.compact(compact, state) if compact and needed is not False else None
    telehealth = reference.telehealth_registration(state) if role == "physician" and needed is not False else None
    authority = reference.np_authority(state) if role == "np" and treated is not False else None
    return StateRow(
        state,
        _ANSWER[treated],
        _ANSWER[licensed],
        _ANSWER[_insured(state, values)],
        _ANSWER[needed],
        "federal" if federal else "" if needed is False else _route(compact, state, values, reference),
        on_record(member, member.value) if member else None,
        on_record(telehealth, telehealth.value.pathway) if telehealth else None,
        on_record(authority, authority.value.practice) if authority else None,
        (authority.value.agreement or "unknown") if authority else "",
    )


def _insured(state: str, values: Values) -> Truth:
    """Where a statute answers for the clinician there is no list of states to be missing from."""
    return True if only(values, _POLICY_PAID_BY) == "statute" else among(state, members(values, INSURED))


def _route(compact: str, state: str, values: Values, reference: Reference) -> str:
    is_open = compact_open(compact, state, values, reference) if compact else False
    return compact.casefold() if is_open else "unknown" if is_open is None else "state_licence"
