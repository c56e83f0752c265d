"""Conditions as authors type them, against values of every shape; what is refused, where, and with which advice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.checklist.compile import compile_condition
from offercheck.checklist.condition import Condition
from offercheck.checklist.operands import Params
from offercheck.offer.possible import Entries, Entry, Line, Members, Possible, Span, Truth, Words
from offercheck.reading.fault import Fault, Faults
from offercheck.reading.load import read_document
from offercheck.reading.node import Node, node_of

T, F, U = True, False, None
Values = dict[str, Possible]

POLICY, TAIL, SLOTS = "malpractice.policy_type", "malpractice.tail_paid_by", "productivity.slots_per_hour"
STATES, COVER = "licensure.patient_states", "malpractice.states_covered"
MODALITIES, EXCLUDES = "scope.modalities", "malpractice.excludes"
PAY, NOTICE, AT_RISK = "compensation.pay", "terms.notice_from_clinician", "quality.pay_at_risk"
MISSED, PER_CLAIM, CODE = "no_show.pay_per_missed_visit", "malpractice.limits.per_claim", "specialty"


def tree(text: str) -> Node:
    return read_document("rule.yaml", text.encode()).root


def compiled(text: str, **params: str) -> Condition:
    faults = Faults()
    condition = compile_condition(tree(text), faults, params_of(params))
    assert faults == []
    assert condition is not None
    return condition


def params_of(params: dict[str, str]) -> Params:
    """Each as the one item of a list in a text of its own: in line 1, column 3."""
    nodes = {name: tree(f"- {value}").content for name, value in params.items()}
    return Params({name: content[0] for name, content in nodes.items() if isinstance(content, list)})


def word(text: str) -> Words:
    return Words(frozenset(text.split()))


def members(sure: str, maybe: str = "") -> Members:
    return Members(frozenset(sure.split()), frozenset((sure + " " + maybe).split()), frozenset(sure.split()))


def rates(*kinds: str, more: bool = True) -> Entries:
    found = tuple(Entry({"kind": word(kind), "per": word("hour")}) for kind in kinds)
    return Entries(found, (), Entry({}) if more else None)


CASES: list[tuple[str, Values, Truth]] = [
    # one word
    (f"{POLICY}: occurrence", {}, U),
    (f"{POLICY}: occurrence", {POLICY: word("occurrence")}, T),
    (f"{POLICY}: occurrence", {POLICY: word("claims_made")}, F),
    (f"{POLICY}: occurrence", {POLICY: word("occurrence claims_made")}, U),
    (f"{POLICY}: [occurrence, claims_made]", {POLICY: word("occurrence claims_made")}, T),
    (f"{POLICY}: {{not: occurrence}}", {POLICY: word("claims_paid")}, T),
    (f"{POLICY}: {{not: [occurrence, claims_paid]}}", {POLICY: word("claims_paid")}, F),
    (f"{POLICY}: {{not: occurrence}}", {}, U),
    (f"{POLICY}: {{not: {{not: occurrence}}}}", {POLICY: word("occurrence")}, T),
    ("facts.clinical: true", {"facts.clinical": word("yes")}, T),
    ("facts.clinical: yes", {"facts.clinical": word("no")}, F),
    ("engagement.classification: 1099", {"engagement.classification": word("1099")}, T),
    (f"{TAIL}: {{fact: malpractice.paid_by}}", {TAIL: word("employer"), "malpractice.paid_by": word("employer")}, T),
    (f"{TAIL}: {{fact: malpractice.paid_by}}", {TAIL: word("employer"), "malpractice.paid_by": word("clinician")}, F),
    (f"{TAIL}: {{fact: malpractice.paid_by}}", {TAIL: word("employer")}, U),
    ("role: [np, pa]", {"role": word("np pa")}, T),
    ("role: np", {"role": word("np pa")}, U),
    # a number
    (f"{SLOTS}: {{at_least: 4}}", {SLOTS: Span(4, 4)}, T),
    (f"{SLOTS}: {{at_least: 4}}", {SLOTS: Span(3, 4)}, U),
    (f"{SLOTS}: {{at_least: 4}}", {}, U),
    (f"{SLOTS}: {{above: 2, below: 6}}", {SLOTS: Span(3, 5)}, T),
    (f"{SLOTS}: {{above: 2, below: 6}}", {SLOTS: Span(6, 7)}, F),
    (f"{SLOTS}: {{above: 2, below: 6}}", {SLOTS: Span(3, 7)}, U),
    (f"{SLOTS}: 4", {SLOTS: Span(4, 4)}, T),
    (f"{SLOTS}: {{not: 4}}", {SLOTS: Span(5, 9)}, T),
    (f"{AT_RISK}: {{at_most: 10%}}", {AT_RISK: Span(0, 0)}, T),
    (f"{NOTICE}: {{at_least: 90 days}}", {NOTICE: Span(60, 60, "days")}, F),
    (f"{NOTICE}: {{at_least: 3 months}}", {NOTICE: Span(90, 90, "days")}, T),
    (f"{NOTICE}: {{at_least: {{fact: terms.notice_from_employer}}}}", {NOTICE: Span(60, 60, "days")}, U),
    (
        f"{NOTICE}: {{above: {{fact: terms.notice_from_employer}}}}",
        {NOTICE: Span(60, 60, "days"), "terms.notice_from_employer": Span(30, 30, "days")},
        T,
    ),
    (f"{PER_CLAIM}: {{below: $1M}}", {PER_CLAIM: Span(500_000, 500_000, "USD")}, T),
    (f"{PER_CLAIM}: {{below: $1M}}", {}, U),
    (f"{MISSED}: none", {MISSED: word("none")}, T),
    (f"{MISSED}.share: {{at_least: 50%}}", {f"{MISSED}.share": Span(1, 1)}, T),
    # a list
    (f"{MODALITIES}: {{includes: video}}", {MODALITIES: members("video audio")}, T),
    (f"{MODALITIES}: {{includes: video}}", {MODALITIES: members("audio")}, F),
    (f"{MODALITIES}: {{includes: video}}", {}, U),
    (f"{MODALITIES}: {{includes_any: [video, chat]}}", {MODALITIES: members("chat")}, T),
    (f"{MODALITIES}: {{includes_all: [video, chat]}}", {MODALITIES: members("chat")}, F),
    (f"{MODALITIES}: {{within: [video, chat]}}", {MODALITIES: members("chat")}, T),
    (f"{MODALITIES}: {{within: [video, chat]}}", {MODALITIES: members("chat", "audio")}, U),
    (f"{MODALITIES}: {{not: {{within: [video, chat]}}}}", {MODALITIES: members("audio")}, T),
    (f"{MODALITIES}: {{includes: video, not: {{includes: chat}}}}", {MODALITIES: members("video")}, T),
    (f"{EXCLUDES}: {{within: []}}", {EXCLUDES: members("")}, T),
    (f"{EXCLUDES}: {{within: []}}", {EXCLUDES: members("", "audio")}, U),
    (f"{EXCLUDES}: {{within: []}}", {EXCLUDES: members("audio")}, F),
    (f"{EXCLUDES}: {{includes: telehealth}}", {EXCLUDES: members("audio", "telehealth")}, U),
    (f"{STATES}: {{includes: TX}}", {STATES: members("TX FL")}, T),
    (f"{STATES}: {{includes: Texas}}", {STATES: members("TX FL")}, T),
    (f"{STATES}: {{includes_all: [TX, GA]}}", {STATES: members("TX FL")}, F),
    (f"{STATES}: {{within: {{fact: {COVER}}}}}", {STATES: members("TX"), COVER: members("TX FL")}, T),
    (f"{STATES}: {{within: {{fact: {COVER}}}}}", {STATES: members("TX GA"), COVER: members("TX FL")}, F),
    (f"{STATES}: {{within: {{fact: {COVER}}}}}", {STATES: members("TX GA")}, U),
    (
        f"{STATES}: {{within: {{fact: {COVER}}}}}",
        {COVER: Members(frozenset(), frozenset({"TX"}), frozenset({"patient_states"}))},
        T,
    ),
    (
        f"{COVER}: {{within: {{fact: {STATES}}}}}",
        {COVER: Members(frozenset(), frozenset({"TX"}), frozenset({"patient_states"}))},
        T,
    ),
    # a list of mappings
    (f"{PAY}: {{includes: {{kind: floor}}}}", {PAY: rates("rate", "floor")}, T),
    (f"{PAY}: {{includes: {{kind: floor}}}}", {PAY: rates("rate")}, U),
    (f"{PAY}: {{includes: {{kind: floor}}}}", {PAY: rates("rate", more=False)}, F),
    (f"{PAY}: {{not: {{includes: {{kind: floor}}}}}}", {PAY: rates("rate", more=False)}, T),
    (f"{PAY}: {{includes: {{kind: floor}}}}", {}, U),
    (f"{PAY}: {{includes: {{kind: rate, per: [hour, shift]}}}}", {PAY: rates("rate")}, T),
    (f"{PAY}: {{includes: {{kind: rate, per: visit}}}}", {PAY: rates("rate", more=False)}, F),
    (f"{PAY}: {{includes: {{any: [{{kind: floor}}, {{per: hour}}]}}}}", {PAY: rates("rate")}, T),
    (f"{PAY}: {{includes: {{counts: completed}}}}", {PAY: rates("rate", more=False)}, U),
    (f"{PAY}: {{includes: {{depends_on: {{includes: order}}}}}}", {PAY: rates("rate", more=False)}, U),
    (f"{PAY}: {{includes: {{otherwise: yes}}}}", {PAY: rates(more=False)}, F),
    (f"{PAY}: {{includes: {{repay.within: {{at_least: 1 year}}}}}}", {PAY: rates("bonus", more=False)}, U),
    ("licensure.share_of_visits: {includes: {share: {above: 40%}}}", {}, U),
    # money, by the unit
    ("terms.exit_cost: {above: 0}", {"terms.exit_cost": Span(500, 500, "USD/once")}, T),
    ("terms.exit_cost: {above: $400 once}", {"terms.exit_cost": Span(500, 500, "USD/once")}, T),
    ("terms.exit_cost: {above: $400 once}", {"terms.exit_cost": Span(500, 500, "GBP/once")}, U),
    ('terms.severance: {at_least: "$6,000/year"}', {"terms.severance": Span(500, 500, "USD/month")}, T),
    ("terms.severance: none", {"terms.severance": Span(0, 0, "USD/once")}, T),
    ("productivity.minimum_completed: {above: none}", {"productivity.minimum_completed": Span(9, 9, "visit/week")}, T),
    # said or not
    (f"{POLICY}: {{stated: yes}}", {POLICY: word("occurrence claims_made")}, T),
    (f"{POLICY}: {{stated: yes}}", {}, U),
    (f"{POLICY}: {{not: {{stated: yes}}}}", {}, U),
    (f"{POLICY}: {{not: {{stated: yes}}}}", {POLICY: word("occurrence")}, F),
    (f"{PAY}: {{stated: yes}}", {PAY: rates()}, T),
    (f"{CODE}: {{stated: yes}}", {CODE: Line("x")}, T),
    (f"{CODE}: {{stated: yes}}", {}, U),
    ("facts.clinical: {stated: yes}", {"facts.clinical": word("yes no")}, U),
    ("facts.clinical: {stated: yes}", {"facts.clinical": word("no")}, T),
    # together
    ("otherwise: true", {}, T),
    ("none: [{otherwise: yes}]", {}, F),
    (f"{{{POLICY}: occurrence, {TAIL}: employer}}", {POLICY: word("occurrence")}, U),
    (f"{{{POLICY}: occurrence, {TAIL}: employer}}", {POLICY: word("claims_made")}, F),
    (f"any: [{{{POLICY}: occurrence}}, {{{TAIL}: employer}}]", {POLICY: word("occurrence")}, T),
    (f"any: [{{{POLICY}: occurrence}}, {{{TAIL}: employer}}]", {POLICY: word("claims_made")}, U),
    (f"{{any: [{{{POLICY}: occurrence}}], {TAIL}: employer}}", {POLICY: word("occurrence")}, U),
]


@pytest.mark.parametrize(("text", "values", "truth"), CASES)
def test_a_condition_is_true_false_or_unknown(text: str, values: Values, truth: Truth) -> None:
    assert compiled(text).test(values) is truth


TRUTHS = {T: f"{{{POLICY}: occurrence}}", F: f"{{{POLICY}: claims_made}}", U: f"{{{TAIL}: employer}}"}
KLEENE = [
    ((T, T), T, T, F),
    ((T, F), F, T, F),
    ((T, U), U, T, F),
    ((F, F), F, F, T),
    ((F, U), F, U, U),
    ((U, U), U, U, U),
    ((U, T), U, T, F),
    ((U, F), F, U, U),
    ((T,), T, T, F),
    ((F,), F, F, T),
    ((U,), U, U, U),
    ((T, U, F), F, T, F),
]


@pytest.mark.parametrize(("parts", "of_all", "of_any", "of_none"), KLEENE)
def test_combinations_are_kleenes(parts: tuple[Truth, ...], of_all: Truth, of_any: Truth, of_none: Truth) -> None:
    values: Values = {POLICY: word("occurrence")}
    listed = ", ".join(TRUTHS[part] for part in parts)
    found = [compiled(f"{name}: [{listed}]").test(values) for name in ("all", "any", "none")]
    assert found == [of_all, of_any, of_none]


def test_params_are_operands() -> None:
    condition = compiled(
        f"{{{SLOTS}: {{above: {{param: most}}}}, {TAIL}: [{{param: who}}, shared]}}", most="4", who="client"
    )
    assert condition.test({SLOTS: Span(5, 5), TAIL: word("client")}) is T
    assert condition.test({SLOTS: Span(4, 4), TAIL: word("client")}) is F
    assert compiled(f"{TAIL}: {{param: who}}", who="[client, shared]").test({TAIL: word("shared")}) is T
    assert compiled(f"{TAIL}: [{{param: who}}, employer]", who="[client, shared]").test({TAIL: word("shared")}) is T
    assert compiled(f"{STATES}: {{within: {{param: where}}}}", where="[TX, FL]").test({STATES: members("TX")}) is T


READS = [
    (f"{POLICY}: occurrence", {POLICY}),
    (f"{{{POLICY}: occurrence, {TAIL}: employer}}", {POLICY, TAIL}),
    (f"none: [{{{POLICY}: occurrence}}, {{any: [{{facts.clinical: yes}}]}}]", {POLICY, "facts.clinical"}),
    (f"{PER_CLAIM}: {{at_least: $1M}}", {PER_CLAIM, "malpractice.limits"}),
    (f"{STATES}: {{within: {{fact: {COVER}}}}}", {STATES, COVER}),
    (f"{PAY}: {{includes: {{kind: floor}}}}", {PAY}),
    ("otherwise: yes", set()),
]


@pytest.mark.parametrize(("text", "paths"), READS)
def test_a_condition_names_what_it_reads(text: str, paths: set[str]) -> None:
    assert compiled(text).paths == paths


BOTH = f"{{{POLICY}: claims_made, {TAIL}: clinician}}"
OPEN: list[tuple[str, Values, set[str]]] = [
    (BOTH, {}, {POLICY, TAIL}),
    (BOTH, {POLICY: word("claims_made")}, {TAIL}),
    (BOTH, {POLICY: word("claims_made claims_paid")}, {POLICY, TAIL}),
    (BOTH, {POLICY: word("occurrence")}, set()),
    (f"any: [{BOTH}, {{{SLOTS}: {{above: 4}}}}]", {POLICY: word("occurrence")}, {SLOTS}),
    (f"any: [{BOTH}, {{{SLOTS}: {{above: 4}}}}]", {SLOTS: Span(9, 9)}, set()),
    (f"none: [{BOTH}]", {TAIL: word("clinician")}, {POLICY}),
    (f"{STATES}: {{within: {{fact: {COVER}}}}}", {STATES: members("TX")}, {COVER}),
    (f"{STATES}: {{within: {{fact: {COVER}}}}}", {}, {STATES, COVER}),
    (f"{PER_CLAIM}: {{at_least: $1M}}", {}, {PER_CLAIM}),
    (f"{PAY}: {{includes: {{kind: floor}}}}", {PAY: rates("rate")}, {PAY}),
    ("terms.exit_cost: {above: $1 once}", {"terms.exit_cost": Span(9, 9, "GBP/once")}, {"terms.exit_cost"}),
    ("otherwise: yes", {}, set()),
]


@pytest.mark.parametrize(("text", "values", "paths"), OPEN)
def test_open_paths_are_those_that_could_still_settle_it(text: str, values: Values, paths: set[str]) -> None:
    assert compiled(text).open_paths(values) == paths


MATCHER_WORDS = [
    (f"{POLICY}: occurrence", "occurrence"),
    (f"{POLICY}: [occurrence, claims_made]", "one of occurrence, claims_made"),
    (f"{POLICY}: {{not: [occurrence, claims_made]}}", "not one of occurrence, claims_made"),
    (f"{SLOTS}: {{above: 2, at_most: 6}}", "above 2 and at most 6"),
    (f"{SLOTS}: {{above: {{param: most}}}}", "above 4"),
    (f"{EXCLUDES}: {{within: []}}", "within nothing"),
    (f"{MODALITIES}: {{not: {{includes_any: [video, chat]}}}}", "not includes any video, chat"),
    (f"{STATES}: {{within: {{fact: {COVER}}}}}", f"within {COVER}"),
    (f"{POLICY}: {{stated: yes}}", "stated"),
    (f"{PAY}: {{includes: {{kind: floor}}}}", "includes kind floor"),
]


@pytest.mark.parametrize(("text", "words"), MATCHER_WORDS)
def test_a_leaf_can_be_read_out(text: str, words: str) -> None:
    params = {"most": "4"} if "param" in text else {}
    assert compiled(text, **params).matcher == words


def test_the_tree_is_kept() -> None:
    condition = compiled(
        f"{{{POLICY}: occurrence, any: [{{{TAIL}: employer}}, {{{PAY}: {{includes: {{kind: floor}}}}}}]}}"
    )
    either = condition.children[1]
    assert [condition.kind, condition.children[0].kind, either.kind] == ["all", "leaf", "any"]
    assert [child.path for child in either.children] == [TAIL, PAY]
    [entry] = either.children[1].children
    assert (entry.path, entry.matcher, entry.node.line) == ("kind", "floor", 1)


REFUSED: list[tuple[str, str, str, str]] = [
    # a condition, where the fault begins, what the message says, what the advice says
    (f"{POLICY}s: occurrence", "malpractice.policy_types", f"`{POLICY}s` is no field", POLICY),
    ("tail_paid_by: employer", "tail_paid_by", "`tail_paid_by` is no field", TAIL),
    ("facts.clinica: yes", "facts.clinica", "`facts.clinica` is no field", "facts.clinical"),
    ("zzz: yes", "zzz", "`zzz` is no field", "schema"),
    (f"{POLICY}: ocurrence", "ocurrence", "ocurrence", ""),
    (f"{POLICY}: [occurrence, ocurrence]", "ocurrence", "ocurrence", ""),
    (f"{POLICY}: unknown", "unknown", "unknown", ""),
    (f"{POLICY}: []", "[", "is one word", "name the word"),
    (f"{POLICY}:", POLICY, "nothing is asked", "name the word"),
    (f"{POLICY}: {{}}", POLICY, "nothing is asked", "name the word"),
    (f"{POLICY}: {{at_least: 4}}", "at_least", "`at_least` does not fit", "name the word"),
    (f"{POLICY}: {{within: [occurrence]}}", "within", "`within` does not fit", "name the word"),
    (f"{POLICY}: {{nott: occurrence}}", "nott", "`nott` is no matcher", "not"),
    (f"{POLICY}: {{equals: occurrence}}", "equals", "`equals` is no matcher", "use "),
    (f"{POLICY}: {{stated: no}}", "no", "never false", "stated: yes"),
    (f"{POLICY}: {{fact: nowhere}}", "nowhere", "`nowhere` is no field", "schema"),
    (f"{POLICY}: {{fact: {SLOTS}}}", "productivity.slots_per_hour", "cannot be compared", "same kind"),
    (f"{POLICY}: {{fact: {TAIL}, not: occurrence}}", "{fact", "`fact` stands alone", "{fact: PATH}"),
    ("engagement.classification: either", "either", "either", "name them"),
    (f"{TAIL}: no", "no", "", ""),
    (f"{SLOTS}: {{at_least: many}}", "many", "many", ""),
    (f"{SLOTS}: {{at_least: }}", "at_least", "nothing to compare", "for example"),
    (f"{SLOTS}: [4, 5]", "[4", "is a number", "at_least"),
    (f"{SLOTS}: 4-5", "4-5", "nothing equals a range", "at_least"),
    (f"{SLOTS}: {{includes: 4}}", "includes", "`includes` does not fit", "at_least"),
    (f"{SLOTS}: {{at_least: 4, or more}}", "or more", "`or more` is no matcher", "quotes"),
    (f"{SLOTS}: {{at_least: {{fact: {AT_RISK}}}}}", "quality.pay_at_risk", "cannot be compared", "same kind"),
    (f"{AT_RISK}: {{at_most: 10}}", "10", "", "%"),
    (f"{NOTICE}: {{at_least: 90}}", "90", "", "days"),
    (f"{MODALITIES}: video", "video", "is a list", "includes"),
    (f"{MODALITIES}: [video]", "[video", "is a list", "includes"),
    (f"{MODALITIES}: {{includes: [video]}}", "[video", "one member", "includes_any"),
    (f"{MODALITIES}: {{includes: telepathy}}", "telepathy", "telepathy", ""),
    (f"{MODALITIES}: {{includes_any: []}}", "[", "needs a member", "within: []"),
    (f"{MODALITIES}: {{includes_any: [video, telepathy]}}", "telepathy", "telepathy", ""),
    (f"{MODALITIES}: {{within: {{fact: {STATES}}}}}", "licensure.patient_states", "cannot be compared", "same kind"),
    (f"{STATES}: {{includes: any_one}}", "any_one", "depends on the offer", "name them"),
    (f"{STATES}: {{includes: {{fact: {COVER}}}}}", "{fact", "one member", "includes_any"),
    (f"{PAY}: {{kind: floor}}", "kind", "`kind` is no matcher", ""),
    (f"{PAY}: floor", "floor", "is a list of mappings", "{includes: {kind: floor}}"),
    (f"{PAY}: {{within: []}}", "within", "`within` does not fit", "{includes: {kind: floor}}"),
    (f"{PAY}: {{includes: floor}}", "floor", "a condition is expected", "otherwise"),
    (f"{PAY}: {{includes: {{kid: floor}}}}", "kid", "`kid` is no field", "kind"),
    (f"{PAY}: {{includes: {{zzz: floor}}}}", "zzz", "`zzz` is no field", "an entry has"),
    (f"{PAY}: {{includes: {{kind: flor}}}}", "flor", "flor", ""),
    (f"{CODE}: psychiatry", "psychiatry", "never judged", "stated"),
    (f"{CODE}: {{includes: x}}", "includes", "does not fit", "stated"),
    (f"{SLOTS}: {{at_least: {{param: most}}}}", "most", "no param `most`", "params: {most: ...}"),
    (f"{SLOTS}: {{param: most, at_least: 4}}", "{param", "`param` stands alone", "{param: NAME}"),
    ("[a]", "[a", "a condition is expected", "otherwise"),
    ("{}", "{", "a condition is expected", "otherwise"),
    ("any: {}", "{", "`any` needs a list", "any: ["),
    ("all: []", "[", "`all` needs a list", "all: ["),
    ("none: [yes]", "yes", "a condition is expected", "otherwise"),
    ("otherwise: no", "no", "always holds", "otherwise: yes"),
]


@pytest.mark.parametrize(("text", "begins", "message", "advice"), REFUSED)
def test_what_is_refused_has_a_place_and_advice(text: str, begins: str, message: str, advice: str) -> None:
    faults = Faults()
    assert compile_condition(tree(text), faults, Params({})) is None
    [fault] = faults
    assert text[fault.column - 1 :].startswith(begins)
    assert fault.line == 1
    assert message in fault.message
    assert advice in fault.advice
    assert fault.advice


def test_every_fault_is_found() -> None:
    faults = Faults()
    text = f"{{{POLICY}: [ocurrence, occurrence, zzz], zzz: 1, any: [{{{SLOTS}: {{at_lest: 4}}}}, {{{TAIL}: you}}]}}"
    compile_condition(tree(text), faults, Params({}))
    assert len(faults) == 5


def test_a_param_that_does_not_fit_is_refused_where_it_stands() -> None:
    faults = Faults()
    params = params_of({"most": "many"})
    compile_condition(tree(f"\n{SLOTS}: {{above: {{param: most}}}}"), faults, params)
    [fault] = faults
    assert (fault.line, fault.column) == (1, 3)
    faults.clear()
    compile_condition(tree(f"{SLOTS}: {{above: {{param: mots}}}}"), faults, params)
    assert faults == [Fault(1, 46, "the rule has no param `mots`", "did you mean `most`?", 4)]


@pytest.mark.parametrize("value", ["{not: {param: most}}", "[{param: most}]", "{}"])
def test_a_param_is_a_value(value: str) -> None:
    faults = Faults()
    assert compile_condition(tree(f"{TAIL}: {{not: [{{param: most}}]}}"), faults, params_of({"most": value})) is None
    assert compile_condition(tree(f"{TAIL}: {{param: most}}"), faults, params_of({"most": value})) is None
    assert len(faults) == 2
    assert all(fault.advice for fault in faults)


# What authors may ask of a few paths of each shape, and values that narrow step by step.
MATCHERS: dict[str, tuple[object, ...]] = {
    POLICY: ("occurrence", ["occurrence", "claims_made"], {"not": "claims_paid"}, {"stated": "yes"}),
    TAIL: ({"fact": "malpractice.paid_by"}, ["employer", "client"], {"not": {"fact": "malpractice.paid_by"}}),
    SLOTS: ({"at_least": "4"}, {"above": "2", "below": "6"}, {"not": {"at_most": "3"}}, "4", {"stated": "yes"}),
    MODALITIES: ({"includes": "video"}, {"within": ["video", "chat"]}, {"includes_all": ["video", "chat"]}),
    STATES: ({"within": {"fact": COVER}}, {"includes": "TX"}, {"not": {"within": {"fact": COVER}}}),
    PAY: ({"includes": {"kind": "floor"}}, {"includes": {"kind": "rate", "per": {"not": "visit"}}}),
}
leaves = st.one_of(
    [st.sampled_from(asked).map(lambda one, path=path: {path: one}) for path, asked in MATCHERS.items()]  # type: ignore[misc]
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["any", "all", "none"]), st.lists(inner, min_size=1, max_size=3)).map(
            lambda pair: {pair[0]: pair[1]}
        ),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: {k: v for part in parts for k, v in part.items()}),
    ),
    max_leaves=8,
)

Narrowing = tuple[Possible | None, Possible | None]


def narrowing_word(of: str) -> st.SearchStrategy[Narrowing]:
    def narrower(wide: frozenset[str]) -> st.SearchStrategy[Narrowing]:
        narrow = st.frozensets(st.sampled_from(sorted(wide)), min_size=1)
        return narrow.map(lambda found: (Words(wide), Words(found)))

    return st.frozensets(st.sampled_from(of.split()), min_size=1).flatmap(narrower)


@st.composite
def narrowing_span(draw: st.DrawFn) -> Narrowing:
    ends = sorted(draw(st.lists(st.integers(1, 7), min_size=4, max_size=4)))
    return Span(ends[0], ends[3]), Span(ends[1], ends[2])


@st.composite
def narrowing_list(draw: st.DrawFn, of: str) -> Narrowing:
    some = st.frozensets(st.sampled_from(of.split()))
    sure, more, most, rest = draw(some), draw(some), draw(some), draw(some)
    return Members(sure, sure | more | most | rest), Members(sure | more, sure | more | most)


@st.composite
def narrowing_pay(draw: st.DrawFn) -> Narrowing:
    kinds = draw(st.lists(narrowing_word("rate floor bonus"), max_size=2))
    units = draw(st.lists(narrowing_word("visit hour"), min_size=2, max_size=2))
    steps = [
        tuple(
            Entry({"kind": kind[step], "per": unit[step]})  # type: ignore[dict-item]
            for kind, unit in zip(kinds, units, strict=False)
        )
        for step in (0, 1)
    ]
    more = draw(st.booleans())
    return Entries(steps[0], (), Entry({})), Entries(steps[1], (), Entry({}) if more else None)


def perhaps_silent(narrowing: st.SearchStrategy[Narrowing]) -> st.SearchStrategy[Narrowing]:
    return st.tuples(narrowing, st.sampled_from("ssba")).map(
        lambda pair: {"s": pair[0], "b": (None, pair[0][1]), "a": (None, None)}[pair[1]]
    )


offers = st.fixed_dictionaries(
    {
        POLICY: perhaps_silent(narrowing_word("occurrence claims_made claims_paid")),
        TAIL: perhaps_silent(narrowing_word("employer client clinician")),
        "malpractice.paid_by": perhaps_silent(narrowing_word("employer client clinician")),
        SLOTS: perhaps_silent(narrowing_span()),
        MODALITIES: perhaps_silent(narrowing_list("video chat audio")),
        STATES: perhaps_silent(narrowing_list("TX FL GA")),
        COVER: perhaps_silent(narrowing_list("TX FL GA")),
        PAY: perhaps_silent(narrowing_pay()),
    }
)


@given(conditions, offers)
def test_what_is_learnt_turns_no_truth(typed: object, offer: dict[str, Narrowing]) -> None:
    faults = Faults()
    condition = compile_condition(node_of(typed), faults, Params({}))
    assert condition is not None, faults
    before, after = (
        {path: value for path, steps in offer.items() if (value := steps[step]) is not None} for step in (0, 1)
    )
    truth = condition.test(before)
    assert truth is None or condition.test(after) is truth
    assert bool(condition.open_paths(before)) == (truth is None)
    assert condition.open_paths(before) <= condition.paths
