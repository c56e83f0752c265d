"""The page of formulas, from the docstrings of the model: a formula is the paragraph that has an equals sign."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Annotated, get_args, get_origin, get_type_hints

from offercheck.facts.pay import (
    break_even,
    costs,
    exposure,
    gross,
    levers,
    payroll_tax,
    prices,
    targets,
    waterfall,
    work,
    worth,
)
from offercheck.facts.pay.benchmarks import ANY, BENCHMARKS, Benchmark
from offercheck.facts.pay.inputs import FIELDS_OF, PROFILE_OF, UNITS
from offercheck.facts.pay.range import Range
from offercheck.facts.pay.work import Quantity

MODULES = {
    "Work": work,
    "Gross pay": gross,
    "What you pay yourself": costs,
    "Payroll tax": payroll_tax,
    "Worth": worth,
    "Break-even": break_even,
    "What single terms are worth": prices,
}
REPORTED = {
    "From the named hour to the real one": waterfall,
    "Terms to negotiate": levers,
    "Targets": targets,
    "Exposure": exposure,
}
"""Of these the page tells what they are, and their formulas where they have any of their own."""

READ = """
## How an offer is read

- Every item of `compensation.pay` is counted, or named under "not counted" with what keeps it out: its figure is not
  said; how often its unit comes is not said (messages beside visits, orders, days on call); it is for work whose share
  is not said (a differential at night); it is paid once; it is in another currency. Currencies are never converted.
- Rates that differ by place, time, modality, credential or payer count as one, from the lowest to the highest. Steps
  of a bonus, and one for each visit above a number, count by the visits completed in an even month; a bonus that
  needs hours counts by the hours; one that hangs on quality or discretion by the share that is usually paid.
- Visits that are paid when offered or booked count so. A missed visit pays what the offer says of missed visits, else
  what it says of the shortest notice of cancelling.
- An advance is earned or repaid, and adds nothing. A guarantee counts if it lasts a year or longer.
- A cost is yours by the word for who pays it. Where the paper is silent, a contractor is expected to pay for licences,
  registrations and equipment, and an employee is not. Fees come from the reference tables; a licence's first fee is
  spread over six years.
- Where the paper does not say W-2 or 1099, a salary is taken for the former, any other pay for the latter.
- Unpaid charting by the visit counts where the pay is by the visit, or where the paper gives its minutes. Pay for time
  leaves unsaid charting among the unpaid hours of the week.
- Hours are those of `engagement.hours_per_week`, else of a caseload or a minimum in hours or visits a week, else of
  your profile.
"""


def pay_page(note: str) -> str:
    """Every formula with its symbols, units and defaults."""
    parts = [
        "# How pay is worked out\n\n",
        note,
        "\nEvery figure has a lowest, an expected and a highest value, and the arithmetic is exact. Income tax is ",
        "left out: two offers are compared before it. The value of a W-2 job counts the employer's half of the ",
        "payroll tax, since a contractor pays that too. The terms of an offer add up; a guarantee and a cap bound ",
        "the sum. `C` is all that you pay yourself, `B` the benefits, `T` your target for an hour, `N` a contractor's ",
        "net.\n",
        READ,
        _inputs_table(),
    ]
    for title, module in (*MODULES.items(), *REPORTED.items()):
        about = (inspect.getdoc(module) or "").replace("\n", " ").strip()
        parts.append(f"\n## {title}\n\n{about}\n")
        parts += _inputs(module)
        formulas = [_formula(docstring) for docstring in _docstrings(module)]
        if formulas:
            parts += ["\n| what | formula |\n| --- | --- |\n", *formulas]
    return "".join(parts)


def _inputs_table() -> str:
    """Every input with its name for --assume, where it is found, and what stands in for silence."""
    rows = [
        "\n## Inputs, and what stands in for silence\n\n",
        "`--assume NAME=VALUE` goes before the offer, the offer before your profile, your profile before a benchmark. ",
        "Benchmarks are for this report alone: no rule of the checklist reads one. A benchmark has its lowest, ",
        "expected and highest value; the first of a row is for any kind of care or role without one of its own.\n\n",
        "| name | what | unit | field | profile | benchmark | source |\n| --- | --- | --- | --- | --- | --- | --- |\n",
    ]
    for name, (unit, meaning) in UNITS.items():
        field, mine = (f"`{of[name]}`" if name in of else "" for of in (FIELDS_OF, PROFILE_OF))
        known = sorted(BENCHMARKS.get(name, {}).items(), key=lambda pair: (pair[0] != ANY, pair[0]))
        values = "<br>".join(f"{kind}: {_ends(one)}" if kind else _ends(one) for kind, one in known)
        sources = "<br>".join(dict.fromkeys(f"{one.source} ({one.confidence})" for _, one in known))
        rows.append(f"| `{name}` | {meaning} | {unit} | {field} | {mine} | {values} | {sources} |\n")
    return "".join(rows)


def _ends(one: Benchmark) -> str:
    low, expected, high = (f"{float(end):g}" for end in (one.value.low, one.value.expected, one.value.high))
    return expected if one.value.exact else f"{low}, {expected}, {high}"


def _classes(module: ModuleType) -> Iterator[type]:
    return (one for one in vars(module).values() if inspect.isclass(one) and one.__module__ == module.__name__)


def _inputs(module: ModuleType) -> Iterator[str]:
    """The table of symbols, where a module has any."""
    rows = [row for one in _classes(module) for row in _symbols(one)]
    if rows:
        yield "\n| symbol | meaning | unit | default |\n| --- | --- | --- | --- |\n"
        yield from rows


def _symbols(one: type) -> Iterator[str]:
    for name, hint in get_type_hints(one, include_extras=True).items():
        if get_origin(hint) is Annotated and isinstance(quantity := get_args(hint)[1], Quantity):
            default = one.__dataclass_fields__[name].default  # type: ignore[attr-defined]
            shown = f"{default.expected}" if isinstance(default, Range) else ""
            yield f"| `{quantity.symbol}` | {quantity.meaning} | {quantity.unit} | {shown} |\n"


def _docstrings(module: ModuleType) -> Iterator[str]:
    """Of functions and methods, in the order of the file, those that state a formula."""
    found = [
        (one.__code__.co_firstlineno, inspect.getdoc(one) or "")
        for owner in (module, *_classes(module))
        for one in vars(owner).values()
        if inspect.isfunction(one) and one.__module__ == module.__name__ and " = " in (one.__doc__ or "")
    ]
    return (docstring for _, docstring in sorted(found))


def _formula(docstring: str) -> str:
    """One row: the sentences, and the formula with each of its lines."""
    paragraphs = docstring.split("\n\n")
    said = " ".join(one.replace("\n", " ") for one in paragraphs if " = " not in one)
    lines = [line for one in paragraphs if " = " in one for line in one.split("\n")]
    return f"| {said} | {'<br>'.join(f'`{line}`' for line in lines)} |\n"
