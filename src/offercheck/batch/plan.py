"""By what a batch judges: little enough to be sent to every worker, which makes of it what it needs, once."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from offercheck.checklist.load import load_checklist
from offercheck.checklist.shipped import checklist_folder
from offercheck.evaluation.score import FORMULA_VERSION
from offercheck.evaluation.summary import Summariser
from offercheck.reading.fault import Fault, InputError
from offercheck.record import record
from offercheck.version import __version__

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.profile.profile import Profile
    from offercheck.reference.reference import Reference


class NamedBytes(NamedTuple):
    """A file that was read: its name, for what there is to say of it, and its bytes."""

    name: str
    data: bytes


class Plan(NamedTuple):
    """What every document of a batch is judged by, as plain values.

    `checklist` is the name of a shipped one or a folder, and `fingerprint` that of its files: a worker on another
    machine that has other files refuses to judge. `form` is the format of the rows.
    """

    form: str
    checklist: str
    fingerprint: str
    day: str
    profile: NamedBytes | None = None
    reference: NamedBytes | None = None

    @property
    def judged_by(self) -> str:
        """What tells two judgements apart, in 16 digits: version, formula, checklist, date, profile, reference rows."""
        parts = [__version__, str(FORMULA_VERSION), self.fingerprint, self.day]
        parts += [sha256(file.data).hexdigest() if file else "" for file in (self.profile, self.reference)]
        return sha256("\n".join(parts).encode()).hexdigest()[:16]


@record
class Tools:
    """What a plan comes to in a worker."""

    summariser: Summariser
    judged_by: str


_AT_HAND: dict[Plan, Tools] = {}
"""What the last plan came to in this process."""


def tools_of(plan: Plan) -> Tools:
    """The checklist, the profile and the tables of a plan, loaded once in each process.

    Raises InputError where one of them is wrong, or the checklist is not the one that is meant.
    """
    if plan in _AT_HAND:
        return _AT_HAND[plan]
    folder = checklist_folder(plan.checklist)
    checklist = load_checklist(folder, examples=False)
    if checklist.fingerprint != plan.fingerprint:
        fault = Fault(0, 0, "differs from the checklist of whoever asks", "give every worker the same files")
        raise InputError(str(folder), [fault])
    return equipped(plan, checklist)


def equipped(plan: Plan, checklist: Checklist) -> Tools:
    """The tools of a plan whose checklist is loaded; they stay at hand. Raises InputError for a profile or rows of a
    table that are wrong."""
    profile, reference = _profile(plan.profile, checklist), _reference(plan.reference)
    summariser = Summariser(checklist, today=plan.day, profile=profile, reference=reference)
    tools = Tools(summariser, plan.judged_by)
    _AT_HAND.clear()
    _AT_HAND[plan] = tools
    return tools


def _profile(file: NamedBytes | None, checklist: Checklist) -> Profile | None:
    if file is None:
        return None
    from offercheck.checklist.personal import read_profile
    from offercheck.reading.load import read_document

    return read_profile(read_document(file.name, file.data), checklist)


def _reference(file: NamedBytes | None) -> Reference | None:
    if file is None:
        return None
    from offercheck.reference.overrides import read_overrides
    from offercheck.reference.reference import Reference

    return Reference.shipped().with_rows(read_overrides(file.name, file.data))
