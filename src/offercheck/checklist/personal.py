"""A profile against a checklist: the rules and the areas that it names are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.entry import VERDICTS
from offercheck.checklist.lookup import rule_advice
from offercheck.offer.schema import nearest
from offercheck.profile.fields import DEAL_BREAKERS, PRIORITIES
from offercheck.profile.kinds import AREA_NAMES, rule_nodes
from offercheck.profile.profile import Profile, build_profile

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Document

_RED = frozenset(VERDICTS[:2])


def read_profile(document: Document, checklist: Checklist) -> Profile:
    """The profile that a document states, for judging by a checklist. Raises InputError with every fault."""

    def check(profile: Profile, faults: Faults) -> None:
        _check_areas(profile, checklist, faults)
        _check_rules(profile, checklist, faults)

    return build_profile(document, check)


def _check_areas(profile: Profile, checklist: Checklist, faults: Faults) -> None:
    given = profile.typed(PRIORITIES)
    if given is None or not isinstance(given.content, dict):
        return
    areas = list(dict.fromkeys([*AREA_NAMES, *(name for name, _ in checklist.areas)]))
    for area, node in given.content.items():
        if area not in areas:
            near = nearest(area, areas)
            faults.at_key(node, f"`{area[:48]}` is no area", f"{near}?" if near else f"areas: {', '.join(areas)}")


def _check_rules(profile: Profile, checklist: Checklist, faults: Faults) -> None:
    given = profile.typed(DEAL_BREAKERS)
    rules = {rule.key: rule for rule in checklist.rules}
    for node in rule_nodes(given) if given is not None and not given.empty else ():
        key = node.content.strip() if isinstance(node.content, str) else ""
        if not key:
            continue  # no text at all, and told so
        if key not in rules:
            faults.at(node, f"{checklist.name} has no rule `{key[:80]}`", rule_advice(key, checklist.rules))
        elif _RED.isdisjoint(name for name, _ in rules[key].verdicts):
            faults.at(node, f"{key} never gives a red flag", "raise the area's weight in priorities instead")
