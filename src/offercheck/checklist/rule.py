"""A rule: what is asked of an offer, its verdicts, and the words that go with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.compile import compile_condition
from offercheck.checklist.entry import VERDICTS, RuleEntry, Silence, Verdict, read_entry
from offercheck.checklist.examples import check_examples
from offercheck.checklist.messages import check_messages, placeholders
from offercheck.checklist.operands import Params
from offercheck.checklist.scope import PROFILE
from offercheck.facts import FACTS
from offercheck.reading.fault import Faults
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from offercheck.checklist.condition import Condition
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
    `review_by` and `valid_until` are days (ISO), empty where there is none.
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
    asked = _Asked(content, faults)
    if content and content.keys().isdisjoint(VERDICTS):
        faults.at(node, "the rule has no verdict", f"give it a condition for one of {', '.join(VERDICTS)}")
    if examples:
        check_examples(node, faults)
    named = check_messages(content.get("message"), [name for name in (*VERDICTS, "silent") if name in content], faults)
    return None if entry is None else _assembled(entry, asked, named, area, node, document)


def trusted_rule(node: Node, area: str, document: Document) -> Rule:
    """The rule of an entry that was read and found right before: nothing is checked again."""
    content = _mapping(node)
    entry = RuleEntry(content)
    named = frozenset(path for message in entry.message.values() for path in placeholders(message))
    return _assembled(entry, _Asked(content, Faults()), named, area, node, document)


def _assembled(
    entry: RuleEntry, asked: _Asked, named: frozenset[str], area: str, node: Node, document: Document
) -> Rule:
    reads = frozenset(_inputs(asked.paths))
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
        params=asked.params.nodes,
        message={"caution": UNFORESEEN, **entry.message},
        why=entry.why,
        ask=entry.ask,
        fallback=entry.fallback,
        basis=entry.basis,
        sources=tuple(entry.sources),
        as_of=entry.as_of,
        review_by=entry.review_by,
        valid_until=entry.valid_until,
        paths=asked.paths,
        reads=reads,
        facts=frozenset(FACTS.keys() & (asked.paths | named | _paths([asked.silent_when]))),
        reads_profile=any(path.startswith(PROFILE) for path in reads),
        examples=entry.examples,
        node=node,
        document=document,
    )


class _Asked:
    """The conditions of a rule, compiled; those that are refused are left out, with the reasons among the faults."""

    __slots__ = ("params", "paths", "silent", "silent_when", "verdicts", "when")

    def __init__(self, content: Mapping[str, Node], faults: Faults) -> None:
        before = len(faults)
        self.params = Params(_mapping(content.get("params")))
        self.when = self._compiled(content.get("when"), faults)
        tried = [(name, self._compiled(content.get(name), faults)) for name in VERDICTS]
        self.verdicts = tuple((name, condition) for name, condition in tried if condition is not None)
        self.silent, self.silent_when = self._silence(content.get("silent"), faults)
        self.paths = _paths([self.when, *(condition for _, condition in self.verdicts)])
        # A condition that is refused may have stopped before its params.
        if len(faults) == before:
            for name in self.params.nodes.keys() - self.params.used:
                advice = f"write {{param: {name}}} in one, or delete it"
                faults.at_key(self.params.nodes[name], f"no condition uses the param `{name}`", advice)

    def _compiled(self, node: Node | None, faults: Faults) -> Condition | None:
        return None if node is None else compile_condition(node, faults, self.params)

    def _silence(self, node: Node | None, faults: Faults) -> tuple[Silence, Condition | None]:
        """What silence shows as, and the condition under which it does."""
        if node is None:
            return "ask", None
        content = node.content
        for word in _SILENT:
            if content == word:
                return word, None
            if isinstance(content, dict) and content.keys() == {word}:
                return word, self._compiled(content[word], faults)
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
