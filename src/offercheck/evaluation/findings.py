"""What is shown for one rule: the outcome, its sentence, and the fields that decided it or would."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from offercheck.checklist.scope import PROFILE
from offercheck.evaluation.judgement import RED, Judgement, Verdicts
from offercheck.evaluation.scorecard import FieldShown, Finding, Outcome, SourceShown
from offercheck.evaluation.wording import derived_in_words, filled, in_words, value_in_words
from offercheck.facts import FACTS
from offercheck.offer.possible import Words
from offercheck.offer.readings import STAGE
from offercheck.offer.schema import field_of

if TYPE_CHECKING:
    from offercheck.checklist.checklist import Checklist
    from offercheck.checklist.condition import Condition
    from offercheck.checklist.rule import Rule
    from offercheck.offer.offer import Offer
    from offercheck.offer.readings import Values

WEAK = {"vaguely": "vague", "contradicted": "contradicted", "withheld": "withheld"}
"""How evidence can take a field's value away, in words."""

GET_IT_IN_WRITING = " Get it in writing."
YOUR_OWN = " You made this a deal-breaker."

_BEYOND_ADVERTS = tuple(Words(frozenset({stage})) for stage in ("offer_letter", "contract"))


def offer_fields(paths: Iterable[str]) -> frozenset[str]:
    """The offer's fields behind some paths: facts are traced to their inputs, parts to their field."""
    found: set[str] = set()
    for path in paths:
        inputs = FACTS[path].inputs if path in FACTS else (path,)
        found.update(field_of(one) for one in inputs)
    return frozenset(found)


def _open_leaves(paths: Iterable[str], values: Values) -> set[str]:
    """The paths of the offer behind some open paths that do not hold one value already, parts of fields among them.

    An open fact is traced to its inputs; those that are stated exactly have nothing more to say.
    """
    leaves = {leaf for path in paths for leaf in (FACTS[path].inputs if path in FACTS else (path,))}
    return {leaf for leaf in leaves if (value := values.get(leaf)) is None or not value.exact}


def open_fields(paths: Iterable[str], values: Values) -> frozenset[str]:
    """The offer's fields behind some open paths that could still settle them."""
    return fields_of(_open_leaves(paths, values))


def fields_of(leaves: Iterable[str]) -> frozenset[str]:
    """The fields that some paths are or belong to."""
    return frozenset(map(field_of, leaves))


def open_leaves(rule: Rule, values: Values) -> frozenset[str]:
    """The paths that could still move an undecided rule, in one reading."""
    return frozenset(_open_leaves(_open_paths(rule, values), values))


def _open_paths(rule: Rule, values: Values) -> set[str]:
    paths: set[str] = set()
    if rule.when is not None:
        paths |= rule.when.open_paths(values)
    for _, condition in rule.verdicts:
        truth = condition.test(values)
        if truth is None:
            paths |= condition.open_paths(values)
        elif truth:
            break
    return paths


def finding(one: Verdicts, offer: Offer, as_said: Values, checklist: Checklist) -> Finding:
    """What a rule says of an offer."""
    rule, said, firm = one.rule, one.said, one.firm
    outcome, silent = shown_outcome(one, as_said)
    if said.ended and outcome == "ask":
        message = f"What held until {rule.valid_until} has ended, and what holds since is not known here."
    elif not silent and not said.decided and not said.surely_red and said.applies is not False:
        at_best = "At best a caution: " if outcome == "caution" else ""
        message = at_best + _open_in_words(one.said_open, offer, as_said)
    else:
        message = _message(rule, "silent" if silent else outcome, said, firm, offer, as_said)
    return Finding(
        rule=rule.key,
        area=rule.area,
        outcome=outcome,
        possible=list(said.possible),
        decided=firm.decided,
        silent=silent,
        impact=rule.impact,
        question=rule.question,
        message=message,
        why=rule.why,
        ask=rule.ask,
        fallback=rule.fallback,
        basis=rule.basis,
        fields=[_shown(offer, as_said, path) for path in sorted(offer_fields(_deciding_paths(rule, said)))],
        sources=[_source(checklist, key) for key in rule.sources],
    )


def shown_outcome(one: Verdicts, as_said: Values) -> tuple[Outcome, bool]:
    """What is shown, and whether silence raised it."""
    rule, said, firm = one.rule, one.said, one.firm
    if said.applies is False and firm.applies is False:
        return "not_applicable", False
    if said.ended:
        return "ask", False
    if said.surely_red:
        return said.possible[-1], False
    if firm.decided:
        return firm.possible[0], False
    if said.decided:
        return "caution", False
    if rule.silent != "ask" and said.applies is True and _silence_counts(one, as_said):
        return _silence_shown(rule, said), True
    if said.applies is True and "good" not in said.possible:
        return "caution", False
    return "ask", False


def _silence_shown(rule: Rule, said: Judgement) -> Outcome:
    """What silence shows as: never worse than an answer could still be, where an answer could have been red at all."""
    could_be_red = any(verdict in RED for verdict, _ in rule.verdicts)
    return "caution" if could_be_red and RED.isdisjoint(said.possible) else rule.silent


def papers_should_speak(as_said: Values) -> bool:
    """Whether there is more than an advert: a paper whose silence says something."""
    return as_said.get(STAGE) in _BEYOND_ADVERTS


def _silence_counts(one: Verdicts, as_said: Values) -> bool:
    """Silence shows as a finding once there is a paper that should speak, and where it is the employer's silence."""
    if not papers_should_speak(as_said):
        return False
    condition = one.rule.silent_when
    if condition is not None and condition.test(as_said) is not True:
        return False
    return any(leaf not in as_said and not _is_mine(leaf) for leaf in one.said_open)


def _deciding_paths(rule: Rule, said: Judgement) -> set[str]:
    """What decides a rule here: what `when` reads while that is open, and what the verdicts read if it may apply."""
    paths: set[str] = set()
    if said.applies is not True and rule.when is not None:
        paths |= rule.when.paths
    if said.applies is not False:
        for _, condition in rule.verdicts:
            paths |= condition.paths
    return paths


def _message(rule: Rule, shown: str, said: Judgement, firm: Judgement, offer: Offer, as_said: Values) -> str:
    """The rule's own sentence for what is shown, an outcome or `silent`."""

    def value_of(path: str) -> str:
        return _in_words(path, offer, as_said)

    if said.applies is False:
        reason = _stated_among(_false_paths(rule.when, as_said) if rule.when else (), offer, as_said)
        return f"Does not arise here: {reason}" + ("" if firm.applies is False else GET_IT_IN_WRITING)
    if shown == "caution" and said.decided and not firm.decided:
        return filled(rule.message[said.possible[0]], value_of) + GET_IT_IN_WRITING
    if shown == "deal_breaker" and said.own and said.own[-1] == "red_flag":
        return filled(rule.message["red_flag"], value_of) + YOUR_OWN
    return filled(rule.message[shown], value_of)


def _in_words(path: str, offer: Offer, as_said: Values) -> str:
    """What a field, a fact, or the reader's profile says."""
    if path in FACTS or _is_mine(path):
        return derived_in_words(path, as_said.get(path))
    return value_in_words(offer, path)


def _false_paths(condition: Condition, values: Values) -> set[str]:
    """The paths by which a condition is false."""
    if condition.kind == "leaf":
        return set(condition.paths)
    culprits = [one for one in condition.children if one.test(values) is (condition.kind == "none")]
    return {path for one in culprits for path in _false_paths(one, values)}


def _stated_among(paths: Iterable[str], offer: Offer, as_said: Values) -> str:
    """The fields behind some paths that the paper or the profile gives, with their values."""
    fields = sorted(offer_fields(paths))
    stated = [path for path in fields if offer.stated(path) is not None or (_is_mine(path) and path in as_said)]
    return "; ".join(f"{path} is {_in_words(path, offer, as_said)}" for path in stated) + "."


def _is_mine(path: str) -> bool:
    return path.startswith(PROFILE)


def _open_in_words(leaves: frozenset[str], offer: Offer, values: Values) -> str:
    """What an undecided rule still needs, and where the paper speaks of it without saying it."""
    parts = []
    for path in sorted(fields_of(leaves)):
        evidence = offer.evidence_of(path)
        if path in values:
            parts.append(f"{path} leaves it open ({_in_words(path, offer, values)})")
        elif _is_mine(path):
            parts.append(f"{path} is not in your profile")
        elif evidence is not None and evidence.holds in WEAK:
            words = f': "{in_words(evidence.says)}"' if evidence.says else ""
            parts.append(f"{path} is {WEAK[evidence.holds]}{words}")
        else:
            parts.append(f"{path} is not said")
    if not parts:
        # All that could be said is said: what is open is a row of a table.
        return "The reference tables do not say."
    return "; ".join(parts) + "."


def _shown(offer: Offer, as_said: Values, path: str) -> FieldShown:
    if _is_mine(path):
        value = derived_in_words(path, as_said[path]) if path in as_said else None
        return FieldShown(path, value, None, None, source="profile", holds=None, says=None, clause=None)
    stated, evidence = offer.stated(path), offer.evidence_of(path)
    node = stated.node if stated is not None else None
    return FieldShown(
        path=path,
        value=node.plain() if node else None,
        line=node.line if node else None,
        column=node.column if node else None,
        source=evidence.source if evidence else None,
        holds=evidence.holds if evidence else None,
        says=evidence.says if evidence else None,
        clause=evidence.clause if evidence else None,
    )


def _source(checklist: Checklist, key: str) -> SourceShown:
    source = checklist.sources[key]
    return SourceShown(key, source.title, source.url, source.as_of)
