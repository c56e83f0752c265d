"""A rule as it is typed: what it becomes, and what is refused, where, with which advice."""

from __future__ import annotations

import pytest

from offercheck.checklist.rule import UNFORESEEN, Rule, read_rule
from offercheck.reading.fault import Fault, Faults
from offercheck.reading.load import read_document

RULE = """\
id: tail-payer
item: mal.tail_payer
question: Who buys the tail?
guide: malpractice
impact: critical
when: {facts.clinical: yes}
params: {most: 4}
red_flag: {malpractice.tail_paid_by: {not: [employer, client]}}
good: {any: [{malpractice.tail_paid_by: [employer, client]}, {productivity.slots_per_hour: {above: {param: most}}}]}
silent: {red_flag: {care: {includes: therapy}}}
message:
  red_flag: "You pay for the tail ({malpractice.tail_paid_by}); not insured: {facts.states_uninsured}."
  good: They pay.
  silent: Nobody says.
why: It is expensive.
ask: Who pays?
fallback: half of it.
basis: medium
sources: [seed]
examples:
  red_flag: {malpractice: {tail_paid_by: clinician}}
  good: [{malpractice: {tail_paid_by: employer}}, {malpractice: {tail_paid_by: client}}]
  silent: {}
  not_applicable: {role: coordinator}
"""


def read(text: str) -> tuple[Rule | None, list[Fault]]:
    faults = Faults()
    document = read_document("malpractice.yaml", text.encode())
    assert document.faults == ()
    return read_rule(document.root, "malpractice", document, faults), faults


def test_a_rule() -> None:
    rule, faults = read(RULE)
    assert faults == []
    assert rule is not None
    assert (rule.key, rule.id, rule.area, rule.impact) == (
        "malpractice/tail-payer",
        "tail-payer",
        "malpractice",
        "critical",
    )
    assert [verdict for verdict, _ in rule.verdicts] == ["red_flag", "good"]
    assert rule.when is not None
    assert rule.silent_when is not None
    assert (rule.silent, rule.silent_when.paths) == ("red_flag", frozenset({"care"}))
    fields = {"malpractice.tail_paid_by", "productivity.slots_per_hour"}
    assert rule.paths == {"facts.clinical", *fields}
    assert rule.reads == {"role", *fields}
    assert rule.facts == {"facts.clinical", "facts.states_uninsured"}
    assert not rule.reads_profile
    assert rule.message["good"] == "They pay."
    assert rule.message["caution"] == UNFORESEEN
    assert list(rule.examples) == ["red_flag", "good", "silent", "not_applicable"]


def test_the_least_that_a_rule_says() -> None:
    text = (
        "id: a\nquestion: a?\nimpact: low\ngood: {role: np}\nmessage: {good: a}\nwhy: a\nask: a?\n"
        "examples: {good: {role: np}, silent: {role: }}\n"
    )
    rule, faults = read(text)
    assert faults == []
    assert rule is not None
    assert (rule.guide, rule.item, rule.fallback, rule.basis, rule.sources) == ("", "", "", "judgement", ())
    assert (rule.when, rule.silent, rule.silent_when) == (None, "ask", None)


def test_verdicts_stand_worst_first_whatever_the_file_says() -> None:
    text = RULE.replace("red_flag: {mal", "caution: {otherwise: yes}\nred_flag: {mal", 1).replace(
        "  silent: {}", "  caution: {}\n  silent: {}"
    )
    rule, faults = read(text.replace("  good: They", "  caution: Perhaps.\n  good: They"))
    assert faults == []
    assert rule is not None
    assert [verdict for verdict, _ in rule.verdicts] == ["red_flag", "caution", "good"]


PAYER_CONDITION = "tail_paid_by: {not"
IN_MESSAGE = "({malpractice.tail_paid_by})"
LAST = "  silent: {}\n"

# what is replaced in the rule, by what; where the fault begins; its message and its advice, in part
REFUSED = [
    ("impact: critical", "impact: urgent", "urgent", "`impact` cannot be `urgent`", "critical"),
    ("impact: critical\n", "", "id: tail-payer", "the rule has no `impact`", "critical, high"),
    ("fallback: half", "falback: half", "falback", "no key `falback`", "`fallback`"),
    ("item: mal", "zzzzzzz: mal", "zzzzzzz", "no key `zzzzzzz`", "it may be id"),
    ("id: tail-payer", "id: Tail_payer", "Tail_payer", "`Tail_payer` is no rule id", "hyphens"),
    ("id: tail-payer", "id: -tail", "-tail", "`-tail` is no rule id", "hyphens"),
    ("guide: malpractice", "guide: law", "law", "`guide` cannot be `law`", "malpractice"),
    ("basis: medium", "basis: strongest", "strongest", "`basis` cannot be `strongest`", "strong"),
    ("ask: Who pays?", "ask:", "ask:", "`ask` is empty", "send"),
    ("ask: Who pays?", "ask: [Who pays?]", "[Who pays?]", "`ask` is not a text", "send"),
    ("fallback: half of it.", 'fallback: ""', "fallback", "`fallback` is empty", "leave the key out"),
    ("sources: [seed]", "sources: seed", "seed", "`sources` is not a list", "a list"),
    ("sources: [seed]", "sources: [[seed]]", "[seed]]", "a source is not a text", "its key"),
    (
        "params: {most: 4}",
        "params: {most: 4, least: 1}",
        "least: 1",
        "no condition uses the param `least`",
        "{param: lea",
    ),
    ("params: {most: 4}", "params: {mots: 4}", "most}", "no param `most`", "`mots`"),
    ("params: {most: 4}", "params: {most: many}", "many", "many", ""),
    (PAYER_CONDITION, "tail_payd_by: {not", "malpractice.tail_payd_by", "is no field", "malpractice.tail_paid_by"),
    ("when: {facts.clinical: yes}", "when: yes", "yes", "a condition is expected", "otherwise"),
    ("silent: {red_flag: {care", "silent: {good: {care", "{good: {care", "`silent` says", "red_flag"),
    ("silent: {red_flag: {care: {includes: therapy}}}", "silent: ask", "ask", "`silent` says", "leave it out"),
    ("silent: {red_flag: {care", "silent: {red_flag: {cares", "cares: {", "`cares` is no field", "`care`"),
    ("  good: They pay.\n", "", "message:", "no message for `good`", "one plain sentence"),
    ("  silent: Nobody says.\n", "", "message:", "no message for `silent`", "one plain sentence"),
    ("  good: They pay.", "  good: {a: b}", "{a: b}", "`good` is not a text", "a text"),
    ("  silent: Nobody", "  deal_breaker: a\n  silent: Nobody", "deal_b", "never shows `deal_breaker`", "it may show"),
    ("  silent: Nobody", "  goood: a\n  silent: Nobody", "goood", "never shows `goood`", "it may show"),
    (IN_MESSAGE, "{malpractice.tail_payed_by}", '"You', "`{malpractice.tail_payed_by}` is no", "tail_paid_by"),
    (IN_MESSAGE, "{malpractice.tail", '"You', "is no field", ""),
    (LAST, "", "examples:", "no example of `silent`", "an offer"),
    ("  red_flag: {malpractice: {tail_paid_by: clinician}}\n", "", "examples:", "no example of `red_flag`", "an offer"),
    (LAST, f"{LAST}  caution: {{}}\n  slient: {{}}\n", "slient", "`slient` is no outcome", "silent"),
    (LAST, f"{LAST}  deal_breaker: {{}}\n", "deal_breaker", "cannot give `deal_breaker`", "condition"),
    (LAST, "  silent: none\n", "none", "an example is an offer", "a mapping"),
    (LAST, "  silent: [{}, none]\n", "none]", "an example is an offer", "a mapping"),
    (LAST, "  silent: []\n", "[]", "an example is an offer", "a mapping"),
    ("when: {facts.clinical: yes}\n", "", "not_applicable", "the rule always applies", "`when`"),
]


@pytest.mark.parametrize(("old", "new", "begins", "message", "advice"), REFUSED)
def test_what_is_refused_has_a_place_and_advice(old: str, new: str, begins: str, message: str, advice: str) -> None:
    assert RULE.count(old) == 1
    text = RULE.replace(old, new)
    _, faults = read(text)
    [fault] = faults
    assert text.splitlines()[fault.line - 1][fault.column - 1 :].startswith(begins)
    assert message in fault.message
    assert advice in fault.advice
    assert fault.advice


def test_a_rule_needs_a_verdict() -> None:
    _, faults = read("id: a\nquestion: a?\nimpact: low\nmessage: {}\nwhy: a\nask: a?\nexamples: {silent: {}}\n")
    assert [(fault.line, fault.message) for fault in faults] == [(1, "the rule has no verdict")]


def test_a_rule_needs_examples() -> None:
    text = "id: a\nquestion: a?\nimpact: low\ngood: {otherwise: yes}\nmessage: {good: a}\nwhy: a\nask: a?\n"
    _, faults = read(text)
    assert [(fault.line, fault.message) for fault in faults] == [(1, "the rule has no `examples`")]
    _, faults = read(text + "examples: none\n")
    assert [(fault.line, fault.message) for fault in faults] == [(8, "`examples` is not a mapping")]


def test_a_rule_is_a_mapping() -> None:
    rule, faults = read("- tail-payer\n")
    assert rule is None
    assert [fault.advice for fault in faults] == ["begin it with `- id: ...`"]


def test_every_fault_is_found() -> None:
    text = RULE.replace("impact: critical", "impact: urgent").replace("tail_paid_by: {not", "tail: {not")
    text = text.replace("  good: They pay.\n", "").replace("  silent: {}\n", "").replace("ask: Who pays?\n", "")
    _, faults = read(text)
    assert len(faults) == 5
