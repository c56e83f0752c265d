"""Every relation on every shape that the value and the operand can take, and that learning more never turns a truth."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offercheck.checklist import matchers
from offercheck.offer.possible import Entries, Entry, Members, Possible, Span, Truth, Words

T, F, U = True, False, None


def words(text: str) -> Words:
    return Words(frozenset(text.split()))


def members(sure: str, maybe: str = "", named: str = "") -> Members:
    """What may be on the list beside what is sure, and the words as typed."""
    return Members(frozenset(sure.split()), frozenset((sure + " " + maybe).split()), frozenset(named.split()))


WORDS = [
    ("a", "a", T, T),
    ("a", "a b", U, T),
    ("a", "b", F, F),
    ("a b", "a", U, U),
    ("a b", "a b", U, T),
    ("a b", "b c", U, U),
    ("a b", "c", F, F),
    ("a b c", "a b", U, U),
]


@pytest.mark.parametrize(("value", "operand", "same", "among"), WORDS)
def test_words(value: str, operand: str, same: Truth, among: Truth) -> None:
    assert matchers.is_word(words(value), words(operand)) is same
    assert matchers.is_one_of(words(value), frozenset(operand.split())) is among


# value, operand: equals, at_least, above, at_most, below
SPANS = [
    ((5, 5), (5, 5), (T, T, F, T, F)),
    ((4, 4), (5, 5), (F, F, F, T, T)),
    ((6, 6), (5, 5), (F, T, T, F, F)),
    ((Fraction(1, 3), Fraction(1, 3)), (Fraction(1, 3), Fraction(1, 3)), (T, T, F, T, F)),
    ((4, 5), (5, 5), (U, U, F, T, U)),
    ((5, 6), (5, 5), (U, T, U, U, F)),
    ((4, 6), (5, 5), (U, U, U, U, U)),
    ((6, 7), (5, 5), (F, T, T, F, F)),
    ((5, None), (5, 5), (U, T, U, U, F)),
    ((6, None), (5, 5), (F, T, T, F, F)),
    ((0, None), (5, 5), (U, U, U, U, U)),
    ((0, None), (0, 0), (U, T, U, U, F)),
    ((5, 5), (4, 6), (U, U, U, U, U)),
    ((6, 6), (4, 6), (U, T, U, U, F)),
    ((7, 7), (4, 6), (F, T, T, F, F)),
    ((4, 4), (4, 6), (U, U, F, T, U)),
    ((5, 6), (5, 6), (U, U, U, U, U)),
    ((5, 5), (5, None), (U, U, F, T, U)),
    ((4, 4), (5, None), (F, F, F, T, T)),
]
SPAN_RELATIONS = (matchers.equals, matchers.at_least, matchers.above, matchers.at_most, matchers.below)


@pytest.mark.parametrize(("value", "operand", "truths"), SPANS)
def test_spans(value: tuple[int, int | None], operand: tuple[int, int | None], truths: tuple[Truth, ...]) -> None:
    assert tuple(relation(Span(*value), Span(*operand)) for relation in SPAN_RELATIONS) == truths


UNITS = [
    # the same unit, and the two periods that convert
    ((100, 100, "USD/hour"), (90, 90, "USD/hour"), (F, T, T, F, F)),
    ((500, 500, "USD/month"), (6000, 6000, "USD/year"), (T, T, F, T, F)),
    ((7000, 7000, "USD/year"), (500, 500, "USD/month"), (F, T, T, F, F)),
    ((400, 500, "USD/month"), (6000, 6000, "USD/year"), (U, U, F, T, U)),
    ((500, None, "USD/month"), (6000, 6000, "USD/year"), (U, T, U, U, F)),
    ((20, 20, "visit/month"), (241, 241, "visit/year"), (F, F, F, T, T)),
    # units that do not
    ((100, 100, "USD/hour"), (1, 1, "USD/visit"), (U, U, U, U, U)),
    ((100, 100, "GBP/hour"), (1, 1, "USD/hour"), (U, U, U, U, U)),
    ((100, 100, "GBP/month"), (1, 1, "USD/year"), (U, U, U, U, U)),
    ((100, 100, ""), (1, 1, "USD/year"), (U, U, U, U, U)),
    # zero is nothing in every unit
    ((0, 0, "USD/hour"), (0, 0, "USD/visit"), (T, T, F, T, F)),
    ((0, 0, "GBP/hour"), (5, 9, "USD/hour"), (F, F, F, T, T)),
    ((5, 9, "GBP/hour"), (0, 0, "USD/hour"), (F, T, T, F, F)),
    ((0, 9, "GBP/hour"), (0, 0, "USD/hour"), (U, T, U, U, F)),
    ((0, 9, "GBP/hour"), (5, 5, "USD/hour"), (U, U, U, U, U)),
    # an open unit
    ((0, None, None), (5, 5, "USD/hour"), (U, U, U, U, U)),
    ((0, None, None), (0, 0, "USD/hour"), (U, T, U, U, F)),
    ((0, None, None), (0, None, None), (U, U, U, U, U)),
    ((3, 3, None), (3, 3, None), (U, U, U, U, U)),
]


@pytest.mark.parametrize(("value", "operand", "truths"), UNITS)
def test_units(
    value: tuple[int, int | None, str | None], operand: tuple[int, int | None, str | None], truths: tuple[Truth, ...]
) -> None:
    assert tuple(relation(Span(*value), Span(*operand)) for relation in SPAN_RELATIONS) == truths


# value, operand: includes_any, includes_all, within
LISTS = [
    (members("a"), members("a"), (T, T, T)),
    (members("a b"), members("a"), (T, T, F)),
    (members("a"), members("a b"), (T, F, T)),
    (members("a"), members("b"), (F, F, F)),
    (members(""), members("a"), (F, F, T)),
    (members(""), members(""), (F, T, T)),
    (members("a"), members(""), (F, T, F)),
    (members("", "a b"), members(""), (F, T, U)),
    (members("", "a b"), members("a"), (U, U, U)),
    (members("", "a b"), members("a b"), (U, U, T)),
    (members("", "a b"), members("c"), (F, F, U)),
    (members("a", "b c"), members("a"), (T, T, U)),
    (members("a", "b c"), members("a b"), (T, U, U)),
    (members("a", "b c"), members("b d"), (U, F, F)),
    (members("a", "b"), members("a b c"), (T, F, T)),
    (members("a"), members("", "a b"), (U, U, U)),
    (members("c"), members("", "a b"), (F, U, F)),
    (members("a"), members("a", "b"), (T, U, T)),
    (members("a b"), members("a", "b"), (T, T, U)),
    (members("a b"), members("a", "b c"), (T, U, U)),
    (members("", "a b"), members("", "a b"), (U, U, U)),
]
LIST_RELATIONS = (matchers.includes_any, matchers.includes_all, matchers.within)


@pytest.mark.parametrize(("value", "operand", "truths"), LISTS)
def test_lists(value: Members, operand: Members, truths: tuple[Truth, ...]) -> None:
    assert tuple(relation(value, operand) for relation in LIST_RELATIONS) == truths


OPEN = "TX FL GA"
NAMED = [
    ("the same word", members("", OPEN, "where_licensed"), members("", OPEN, "where_licensed"), T),
    ("one more", members("", OPEN, "where_licensed"), members("TX", OPEN, "where_licensed TX"), T),
    ("one less", members("TX", OPEN, "where_licensed TX"), members("", OPEN, "where_licensed"), U),
    ("a member and a word", members("TX", OPEN, "compact TX"), members("TX FL", OPEN, "compact TX FL"), T),
    ("a member in a set", members("TX", OPEN, "compact TX"), members(OPEN, "", "compact all"), T),
    ("other words", members("", OPEN, "where_licensed"), members("", OPEN, "compact"), U),
    ("any one is not any other", members("", OPEN, "any_one"), members("", OPEN, "any_one"), U),
    ("nor is more", members("TX", OPEN, "TX more_as_required"), members("TX", OPEN, "TX more_as_required"), U),
    ("some of a word", members("", OPEN, "where_licensed any_one"), members("", OPEN, "where_licensed any_one"), U),
    ("silence", members("", OPEN), members("", OPEN, "where_licensed"), U),
    ("all and the territories", members(OPEN, "GU", "all"), members(OPEN, "GU", "all"), T),
    ("named in an open list", members("a", "b"), members("a", "b"), U),
]


@pytest.mark.parametrize(("value", "operand", "truth"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED])
def test_lists_that_are_named(value: Members, operand: Members, truth: Truth) -> None:
    assert matchers.within(value, operand) is truth


def test_a_list_with_a_word_of_its_own() -> None:
    cover = members("", OPEN, "patient_states")
    patients = members("TX", OPEN, "TX any_one")
    assert matchers.within(patients, cover) is U
    assert matchers.within_or_called("patient_states")(patients, cover) is T
    assert matchers.within_or_called("patient_states")(patients, members("TX", "", "TX")) is U
    assert matchers.within(cover, patients) is U
    assert matchers.called_or_within("patient_states")(cover, patients) is T
    assert matchers.called_or_within("patient_states")(members("FL", OPEN, "FL patient_states"), patients) is U


def pay(*kinds: str) -> tuple[Entry, ...]:
    return tuple(Entry({"kind": words(kind)} if kind else {}) for kind in kinds)


ENTRIES = [
    (Entries(), U),
    (Entries(pay("a")), T),
    (Entries(pay("b")), U),
    (Entries(pay("b"), (), None), F),
    (Entries(pay("b"), (), Entry({"kind": words("b c")})), F),
    (Entries(pay("b"), (), Entry({"kind": words("a b")})), U),
    (Entries(pay("b", "a"), (), None), T),
    (Entries(pay("b", ""), (), None), U),
    (Entries(pay("", "a"), (), None), T),
    (Entries(pay("b"), pay("a"), None), U),
    (Entries(pay("b"), pay("b"), None), F),
    (Entries((), pay("a"), None), U),
    (Entries((), (), None), F),
]


@pytest.mark.parametrize(("value", "truth"), ENTRIES)
def test_entries(value: Entries, truth: Truth) -> None:
    def is_a(values: dict[str, Possible]) -> Truth:
        kind = values.get("kind", words("a b c"))
        assert isinstance(kind, Words)
        return matchers.is_one_of(kind, frozenset({"a"}))

    assert matchers.includes_entry(value, is_a) is truth


NAMES = ("a", "b", "c", "d")
SET_WORDS = ("where_licensed", "compact", "any_one")
small = st.integers(0, 4)


@st.composite
def narrowing_words(draw: st.DrawFn) -> tuple[Words, Words]:
    wide = draw(st.frozensets(st.sampled_from(NAMES), min_size=1))
    return Words(wide), Words(draw(st.frozensets(st.sampled_from(sorted(wide)), min_size=1)))


@st.composite
def narrowing_spans(draw: st.DrawFn) -> tuple[Span, Span]:
    ends = sorted(draw(st.lists(small, min_size=4, max_size=4)))
    high: int | None = None if draw(st.booleans()) else ends[3]
    units = ("", "USD/month", "USD/year", "GBP/year", "USD/visit")
    unit = draw(st.sampled_from((None, *units)))
    learnt = unit if unit is not None else draw(st.sampled_from((None, *units)))
    return Span(ends[0], high, unit), Span(ends[1], high if draw(st.booleans()) else ends[2], learnt)


Named = tuple[frozenset[str], frozenset[str]]


@st.composite
def narrowing_lists(draw: st.DrawFn) -> tuple[tuple[Members, Members], tuple[Members, Members]]:
    """Two lists and what they narrow to. A set word means the same set in both, and narrows in both together; what
    `any_one` brings narrows in each by itself."""
    worlds = {word: _narrowing(draw) for word in SET_WORDS[:2]}
    return _narrowing_list(draw, worlds), _narrowing_list(draw, worlds)


def _narrowing(draw: st.DrawFn) -> tuple[Named, Named]:
    some = st.frozensets(st.sampled_from(NAMES))
    least, more, most, all_of_them = draw(some), draw(some), draw(some), draw(some)
    wide = (least, least | more | most | all_of_them)
    return wide, (least | more, least | more | most)


def _narrowing_list(draw: st.DrawFn, worlds: dict[str, tuple[Named, Named]]) -> tuple[Members, Members]:
    typed = draw(st.frozensets(st.sampled_from(NAMES)))
    named = draw(st.frozensets(st.sampled_from(SET_WORDS)))
    sets = [worlds[word] if word in worlds else _narrowing(draw) for word in sorted(named)]
    steps = [
        Members(
            typed.union(*(one[step][0] for one in sets)), typed.union(*(one[step][1] for one in sets)), typed | named
        )
        for step in (0, 1)
    ]
    return steps[0], steps[1]


def stays(before: Truth, after: Truth) -> bool:
    return before is None or after is before


@given(narrowing_words(), narrowing_words())
def test_what_is_learnt_of_a_word_turns_no_truth(value: tuple[Words, Words], operand: tuple[Words, Words]) -> None:
    assert stays(matchers.is_word(value[0], operand[0]), matchers.is_word(value[1], operand[1]))
    assert stays(matchers.is_one_of(value[0], operand[0].may), matchers.is_one_of(value[1], operand[0].may))


@given(narrowing_spans(), narrowing_spans())
def test_what_is_learnt_of_a_number_turns_no_truth(value: tuple[Span, Span], operand: tuple[Span, Span]) -> None:
    for relation in SPAN_RELATIONS:
        assert stays(relation(value[0], operand[0]), relation(value[1], operand[1]))


@given(narrowing_lists())
def test_what_is_learnt_of_a_list_turns_no_truth(
    lists: tuple[tuple[Members, Members], tuple[Members, Members]],
) -> None:
    value, operand = lists
    for relation in LIST_RELATIONS:
        assert stays(relation(value[0], operand[0]), relation(value[1], operand[1]))


@given(st.data())
def test_what_is_learnt_of_entries_turns_no_truth(data: st.DataObject) -> None:
    """A sure entry gets more exact, one that may be there is or is not, one that nobody named turns up."""
    narrowing = st.lists(narrowing_words(), max_size=3)
    sure, perhaps = data.draw(narrowing), data.draw(narrowing)
    unnamed = data.draw(st.none() | narrowing_words())
    turns_up = data.draw(st.lists(st.sampled_from(sorted(unnamed[0].may)), max_size=2)) if unnamed else []
    kept = data.draw(st.lists(st.sampled_from(("sure", "maybe", "gone")), min_size=len(perhaps), max_size=len(perhaps)))

    def entry(kind: Words) -> Entry:
        return Entry({"kind": kind})

    before = Entries(
        tuple(entry(wide) for wide, _ in sure),
        tuple(entry(wide) for wide, _ in perhaps),
        entry(unnamed[0]) if unnamed else None,
    )
    after = Entries(
        tuple(
            [entry(narrow) for _, narrow in sure]
            + [entry(narrow) for (_, narrow), fate in zip(perhaps, kept, strict=True) if fate == "sure"]
            + [entry(words(kind)) for kind in turns_up]
        ),
        tuple(entry(narrow) for (_, narrow), fate in zip(perhaps, kept, strict=True) if fate == "maybe"),
        entry(unnamed[1]) if unnamed and data.draw(st.booleans()) else None,
    )
    wanted = data.draw(st.frozensets(st.sampled_from(NAMES)))

    def meets(values: dict[str, Possible]) -> Truth:
        kind = values["kind"]
        assert isinstance(kind, Words)
        return matchers.is_one_of(kind, wanted)

    assert stays(matchers.includes_entry(before, meets), matchers.includes_entry(after, meets))
