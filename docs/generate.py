"""Writes what can be made: parts of the README, and the pages on commands, fields and rules.

    python docs/generate.py [--check]

With --check nothing is written, and the end code is 1 when a page has drifted (a test runs it so).
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from batch_page import batch_page
from coverage import coverage_page
from man_page import man_page
from pay_page import pay_page
from pictures import pictures
from profile_page import profile_page

from offercheck.checklist.checklist import Checklist
from offercheck.checklist.load import load_checklist
from offercheck.checklist.rule import Rule
from offercheck.checklist.shipped import shipped_checklist
from offercheck.cli import exit_codes
from offercheck.offer.schema import AREAS
from offercheck.reference.reference import Reference
from offercheck.reference.table import PROVENANCE, TABLES
from offercheck.reports.reference_text import overview

ROOT = Path(__file__).parents[1]
DAY = "2026-11-24"
"""The day of the sample: what is old, and what law has ended, depends on it."""
NOTE = "<!-- Made by docs/generate.py; do not edit. -->\n"
COMMANDS = (
    "check",
    "compare",
    "validate",
    "batch",
    "pay",
    "ask",
    "answer",
    "diff",
    "new",
    "schema",
    "rules",
    "explain",
    "checklist lint",
    "checklist test",
    "checklist show",
    "reference",
)


def offercheck(*arguments: str) -> tuple[str, str]:
    """What a run prints to standard output and standard error, at 80 columns, without colours."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "offercheck", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1", "TERMINAL_WIDTH": "80", "TYPER_USE_RICH": "0"},
    )
    return done.stdout, done.stderr


def exit_code_table() -> str:
    rows = "\n".join(f"| {code} | {meaning} |" for code, meaning in exit_codes.table())
    return f"| exit code | meaning |\n| --- | --- |\n{rows}\n"


def console(command: str, shown: str) -> str:
    return f"```console\n$ {command}\n{shown.rstrip()}\n```\n"


def readme_parts() -> dict[str, str]:
    """The generated parts of the README by name."""
    sample = ("check", "examples/northstar-urgent-care.yaml", "--today", DAY)
    paid = ("pay", "examples/northstar-urgent-care.yaml", "--today", DAY)
    broken = ("check", "examples/broken.yaml")
    return {
        "scorecard": console("offercheck " + " ".join(sample), offercheck(*sample)[0]),
        "pay": console("offercheck " + " ".join(paid), offercheck(*paid)[0].partition("\nA year")[0] + "\n..."),
        "faults": console("offercheck " + " ".join(broken), offercheck(*broken)[1]),
        "exit codes": exit_code_table(),
    }


def readme() -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, part in readme_parts().items():
        pattern = re.compile(rf"(<!-- generated: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        text = pattern.sub(lambda match, part=part: match.group(1) + part + match.group(2), text)
    return text


def commands_page() -> str:
    parts = ["# Commands\n\n", NOTE, "\n"]
    for name in ("", *COMMANDS):
        title = f"offercheck {name}".strip()
        shown = offercheck(*name.split(), "--help")[0]
        parts.append(f"## {title}\n\n```text\n{shown.strip()}\n```\n\n")
    parts.append("## Exit codes\n\n" + exit_code_table())
    return "".join(parts)


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ").strip()


def fields_page() -> str:
    parts = [
        "# The fields of an offer\n\n",
        NOTE,
        "\nEverything but `offercheck: 1` is optional, and what is absent is silent. **T** marks the newcomer's ",
        'template; "absent" is how a complete contract without the clause reads.\n',
    ]
    for area in AREAS:
        parts.append(f"\n## {area.title}\n\n| field | kind | meaning | |\n| --- | --- | --- | --- |\n")
        for field in area:
            marks = ["T"] if field.template else []
            marks += [f"absent: {field.read_as}"] if field.absent else []
            parts.append(
                f"| `{field.path}` | {cell(field.type.describe())} | {cell(field.meaning)} | {', '.join(marks)} |\n"
            )
    return "".join(parts)


def rules_page() -> str:
    checklist = load_checklist(shipped_checklist())
    parts = [
        f"# The checklist: {checklist.title}\n\n",
        NOTE,
        f"\nVersion {checklist.version}, {len(checklist.rules)} rules.\n",
    ]
    for area, title in checklist.areas:
        parts.append(f"\n## {title}\n")
        parts += [rule_section(rule, checklist) for rule in checklist.rules if rule.area == area]
    return "".join(parts)


def rule_section(rule: Rule, checklist: Checklist) -> str:
    """One rule: what it asks, why, what it can say, and where its knowledge comes from."""
    lines = [f"\n### {rule.key}\n\n**{rule.question}** ({rule.impact} impact)\n\n{rule.why}\n"]
    lines += [f"- {outcome.replace('_', '-')}: {message}\n" for outcome, message in rule.message.items()]
    if rule.silent != "ask":
        lines.append(f"- from the offer letter on, silence shows as {rule.silent.replace('_', ' ')}\n")
    lines.append(f"\nAsk: {rule.ask}\n")
    if rule.fallback:
        lines.append(f"\nSettle for: {rule.fallback}\n")
    dates = {"Checked": rule.as_of, "due for review after": rule.review_by, "known until": rule.valid_until}
    if any(dates.values()):
        lines.append("\n" + ", ".join(f"{name} {day}" for name, day in dates.items() if day) + ".\n")
    lines.append(f"\nThresholds: {rule.basis}. Sources: {'; '.join(source(checklist, key) for key in rule.sources)}.\n")
    return "".join(lines)


def source(checklist: Checklist, key: str) -> str:
    found = checklist.sources[key]
    title = f"[{found.title}]({found.url})" if found.url else found.title
    return f"{title} ({found.as_of})"


def reference_page() -> str:
    """The reference tables, without what depends on the day."""
    shipped = Reference.shipped()
    parts = [
        "# The reference tables\n\n",
        NOTE,
        "\nWhat is not in a table is unknown, not no. Each row has its source, and the date of the source or of the ",
        "day it was read; an inexact date counts as its first day. Rows past the limit want a new look. `offercheck ",
        "reference TABLE` shows the rows.\n\n| table | what | rows | sources | as of | limit |\n",
        "| --- | --- | --- | --- | --- | --- |\n",
    ]
    for one in overview(shipped, date.min):
        span = f"{one['oldest']} to {one['newest']}"
        cells = (f"`{one['table']}`", one["title"], one["rows"], one["sources"], span, f"{one['limit_days']} days")
        parts.append(f"| {' | '.join(map(str, cells))} |\n")
    parts.append(
        "\n## Rows of your own\n\n`--reference FILE` reads a CSV file whose column `table` names the table of a row. A "
        "row takes the place of the one about the same thing, or is added. It needs a `source_title` and an `as_of`; "
        "an empty value makes the answer unknown.\n\n| table | names a row | says |\n| --- | --- | --- |\n"
    )
    for table in TABLES.values():
        key, says = (", ".join(f"`{column}`" for column in columns) for columns in (table.key, table.columns))
        parts.append(f"| `{table.name}` | {key} | {says} |\n")
    every = ", ".join(f"`{column}`" for column in PROVENANCE)
    parts.append(f"\nEvery table has also: {every}.\n")
    return "".join(parts)


def pages() -> dict[Path, str]:
    """Every generated page with its text."""
    return {
        ROOT / "README.md": readme(),
        ROOT / "docs" / "batch.md": batch_page(NOTE),
        ROOT / "docs" / "commands.md": commands_page(),
        ROOT / "docs" / "coverage.md": coverage_page(NOTE),
        ROOT / "docs" / "fields.md": fields_page(),
        ROOT / "docs" / "profile.md": profile_page(NOTE),
        ROOT / "docs" / "rules.md": rules_page(),
        ROOT / "docs" / "pay.md": pay_page(NOTE),
        ROOT / "docs" / "reference.md": reference_page(),
        ROOT / "docs" / "offercheck.1": man_page(),
        **pictures(),
    }


def main() -> int:
    checking = "--check" in sys.argv
    drifted = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in drifted:
        print(f"{'has drifted' if checking else 'written'}: {path.relative_to(ROOT)}")  # noqa: T201
    if checking:
        return 1 if drifted else 0
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
