"""What a leaf of a condition asks, as plain data: its test is built from it, and a prepared checklist keeps it.

A form is one of
    (RELATION, path, operand)        the value at a path against an operand
    ("to", RELATION, path, other)    the value at a path against the value at another
    ("stated", path, derived)        whether the path has a value; `derived` for a fact, which always has one
    ("not", form)   ("all", form, ...)
The operand of `includes_entry` is the number of the condition among the leaf's children.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from offercheck.checklist import closures, matchers
from offercheck.offer.possible import Members, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from offercheck.checklist.closures import Test
    from offercheck.checklist.condition import Condition
    from offercheck.checklist.matchers import Relation
    from offercheck.checklist.scope import Scope
    from offercheck.offer.possible import Number

Form: TypeAlias = tuple[Any, ...]

_RELATIONS: dict[str, Relation] = {
    "is_word": matchers.is_word,
    "is_one_of": matchers.is_one_of,
    "equals": matchers.equals,
    "at_least": matchers.at_least,
    "at_most": matchers.at_most,
    "above": matchers.above,
    "below": matchers.below,
    "includes_any": matchers.includes_any,
    "includes_all": matchers.includes_all,
    "within": matchers.within,
    "within_or_called": matchers.within_or_called("patient_states"),
    "called_or_within": matchers.called_or_within("patient_states"),
}

_ON_SPANS = frozenset({"equals", "at_least", "at_most", "above", "below"})


def built(form: Form, scope: Scope, children: Sequence[Condition]) -> Test:
    """The test that a form stands for. Its paths are those of the scope."""
    kind = form[0]
    relation = _RELATIONS.get(kind)
    if relation is not None:
        return closures.against(form[1], scope.silence_at(form[1]), relation, form[2])
    if kind == "not":
        return closures.negated(built(form[1], scope, children))
    if kind == "all":
        return closures.all_of([built(one, scope, children) for one in form[1:]])
    if kind == "stated":
        return closures.stated(form[1], scope.silence_at(form[1]) if form[2] else None)
    if kind == "includes_entry":
        return closures.against(form[1], scope.silence_at(form[1]), matchers.includes_entry, children[form[2]].test)
    _, named, path, other = form
    return closures.against_path(path, scope.silence_at(path), _RELATIONS[named], other, scope.silence_at(other))


def asked_by(form: Form) -> tuple[str, ...]:
    """The paths that a form reads, its own first."""
    if form[0] in ("not", "all"):
        return tuple(dict.fromkeys(path for one in form[1:] for path in asked_by(one)))
    return form[2:] if form[0] == "to" else form[1:2]


def plain(form: Form) -> list[object]:
    """A form as JSON can hold it."""
    return [_plain(part) for part in form]


def _plain(part: object) -> object:
    if isinstance(part, tuple):
        return plain(part)
    if isinstance(part, Span):
        return [_digits(part.low), _digits(part.high), part.unit]
    if isinstance(part, Members):
        return sorted(part.sure)
    return sorted(part) if isinstance(part, frozenset) else part


def from_plain(data: Sequence[Any]) -> Form:
    """A form as it was before `plain`."""
    kind = data[0]
    if kind == "is_one_of":
        return (kind, data[1], frozenset(data[2]))
    if kind in _ON_SPANS:
        low, high, unit = data[2]
        return (kind, data[1], Span(_number(low), None if high is None else _number(high), unit))
    if kind in _RELATIONS:
        members = frozenset(data[2])
        return (kind, data[1], Members(members, members))
    return (kind, *map(from_plain, data[1:])) if kind in ("not", "all") else tuple(data)


def _digits(number: Number | None) -> str | None:
    return None if number is None else str(number)


def _number(digits: str) -> Number:
    """A number as it was: whole ones that were fractions stay fractions, which are equal to them."""
    return Fraction(digits) if "/" in digits else int(digits)
