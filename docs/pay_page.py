"""The page of formulas, from the docstrings of the model: a formula is the paragraph that has an equals sign."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Annotated, get_args, get_origin, get_type_hints

from offercheck.facts.pay import break_even, costs, gross, payroll_tax, prices, work, worth
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
    ]
    for title, module in MODULES.items():
        about = (inspect.getdoc(module) or "").replace("\n", " ").strip()
        parts.append(f"\n## {title}\n\n{about}\n")
        parts += _inputs(module)
        parts.append("\n| what | formula |\n| --- | --- |\n")
        parts += [_formula(docstring) for docstring in _docstrings(module)]
    return "".join(parts)


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
