"""A rule: what is asked of an offer, its verdicts, and the words that go with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from offercheck.checklist.compile import compile_condition
from offercheck.checklist.entry import VERDICTS, RuleEntry, Silence, Verdict, read_entry
from offercheck.checklist.examples import check_examples
from offercheck.checklist.messages import check_messages
from offercheck.checklist.operands import Params
from offercheck.checklist.scope import PROFILE
from offercheck.facts import FACTS
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from offercheck.checklist.condition import Condition
    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Document, Node

UNFORESEEN = "What the paper says fits none of the cases that this rule knows."
"""The message of `caution` where a rule has none: it is what is left when no verdict is true."""

_SILENT: tuple[Silence, ...] = ("red_flag", "caution")


@record(eq=False)
class Rule:
    """One rule of a checklist.

    `verdicts` stand worst first. `silent` is what silence shows as (ask, caution, red_flag), where `silent_when` holds
    if there is one. `paths` are what `when` and the verdicts read, as written and with the fields of parts; `reads`
    the same with facts traced to their inputs; `facts` all the facts to derive, those of messages too. `examples` and
    the `document` are for whoever runs the examples; places in them are those of the checklist's file. `as_of`,
    `review_by` and `valid_until` are days (ISO), empty where there is none. `waivable` is false where no reader may
    accept its flags.
    """

    key: str
    area: str
    id: str
    item: str
    question: str
    guide: str
    impact: str
    when: Condition | None
    verdicts: tuple[tuple[Verdict, Condition], ...]
    silent: Silence
    silent_when: Condition | None
    params: Mapping[str, Node]
    message: Mapping[str, str]
    why: str
    ask: str
    fallback: str
    basis: str
    sources: tuple[str, ...]
    as_of: str
    review_by: str
    valid_until: str
    waivable: bool
    paths: frozenset[str]
    reads: frozenset[str]
    facts: frozenset[str]
    reads_profile: bool
    examples: Mapping[str, Node]
    node: Node
    document: Document


def overdue(rule: Rule, today: str) -> bool:
    """Whether the day (ISO) is past by which the rule should have been checked anew."""
    return bool(rule.review_by) and today > rule.review_by


def ended(rule: Rule, today: str) -> bool:
    """Whether the day (ISO) is past until which the law that the rule rests on is known."""
    return bool(rule.valid_until) and today > rule.valid_until


def read_rule(node: Node, area: str, document: Document, faults: Faults, *, examples: bool = True) -> Rule | None:
    """A rule as typed, checked and compiled; None where something is wrong, with every reason among the faults.

    `examples` says whether they were read.
    """
    entry = read_entry(node, faults)
    content = node.content if isinstance(node.content, dict) else {}
    asked = _asked(content, faults)
    if content and content.keys().isdisjoint(VERDICTS):
        faults.at(node, "the rule has no verdict", f"give it a condition for one of {', '.join(VERDICTS)}")
    if examples:
        check_examples(node, faults)
    named = check_messages(content.get("message"), [name for name in (*VERDICTS, "silent") if name in content], faults)
    if entry is None:
        return None
    facts = frozenset(FACTS.keys() & (asked.paths | named | _paths([asked.silent_when])))
    return assembled(entry, asked, frozenset(_inputs(asked.paths)), facts, (area, node, document))


def assembled(
    entry: RuleEntry, asked: Asked, reads: frozenset[str], facts: frozenset[str], place: tuple[str, Node, Document]
) -> Rule:
    """The rule of an entry and its conditions; `place` is its area, what it was typed as, and where."""
    area, node, document = place
    return Rule(
        key=f"{area}/{entry.id}",
        area=area,
        id=entry.id,
        item=entry.item,
        question=entry.question,
        guide=entry.guide,
        impact=entry.impact,
        when=asked.when,
        verdicts=asked.verdicts,
        silent=asked.silent,
        silent_when=asked.silent_when,
        params=asked.params,
        message={"caution": UNFORESEEN, **entry.message},
        why=entry.why,
        ask=entry.ask,
        fallback=entry.fallback,
        basis=entry.basis,
        sources=tuple(entry.sources),
        as_of=entry.as_of,
        review_by=entry.review_by,
        valid_until=entry.valid_until,
        waivable=entry.waivable,
        paths=asked.paths,
        reads=reads,
        facts=facts,
        reads_profile=any(path.startswith(PROFILE) for path in reads),
        examples=entry.examples,
        node=node,
        document=document,
    )


class Asked(NamedTuple):
    """What a rule asks: its thresholds, its conditions, and the paths that `when` and the verdicts read."""

    params: Mapping[str, Node]
    when: Condition | None
    verdicts: tuple[tuple[Verdict, Condition], ...]
    silent: Silence
    silent_when: Condition | None
    paths: frozenset[str]


def _asked(content: Mapping[str, Node], faults: Faults) -> Asked:
    """The conditions of a rule, compiled; those that are refused are left out, with the reasons among the faults."""
    before = len(faults)
    params = Params(_mapping(content.get("params")))
    when = _compiled(content.get("when"), params, faults)
    tried = [(name, _compiled(content.get(name), params, faults)) for name in VERDICTS]
    verdicts = tuple((name, condition) for name, condition in tried if condition is not None)
    silent, silent_when = _silence(content.get("silent"), params, faults)
    # A condition that is refused may have stopped before its params.
    if len(faults) == before:
        for name in params.nodes.keys() - params.used:
            advice = f"write {{param: {name}}} in one, or delete it"
            faults.at_key(params.nodes[name], f"no condition uses the param `{name}`", advice)
    paths = _paths([when, *(condition for _, condition in verdicts)])
    return Asked(params.nodes, when, verdicts, silent, silent_when, paths)


def _compiled(node: Node | None, params: Params, faults: Faults) -> Condition | None:
    return None if node is None else compile_condition(node, faults, params)


def _silence(node: Node | None, params: Params, faults: Faults) -> tuple[Silence, Condition | None]:
    """What silence shows as, and the condition under which it does."""
    if node is None:
        return "ask", None
    content = node.content
    for word in _SILENT:
        if content == word:
            return word, None
        if isinstance(content, dict) and content.keys() == {word}:
            return word, _compiled(content[word], params, faults)
    advice = "red_flag, caution, or {red_flag: CONDITION}; leave it out where silence is only a question"
    faults.at(node, "`silent` says what silence shows as", advice)
    return "ask", None


def _mapping(node: Node | None) -> dict[str, Node]:
    return node.content if node is not None and isinstance(node.content, dict) else {}


def _paths(conditions: Iterable[Condition | None]) -> frozenset[str]:
    return frozenset().union(*(condition.paths for condition in conditions if condition is not None))


def _inputs(paths: Iterable[str]) -> Iterable[str]:
    """The paths with each fact replaced by what it follows from."""
    for path in paths:
        if path in FACTS:
            yield from _inputs(FACTS[path].inputs)
        else:
            yield path
