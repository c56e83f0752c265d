"""The man page, from the tree of commands: what `--help` says, in the form that `man` reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

import typer.main

from offercheck.cli import exit_codes
from offercheck.cli.app import app
from offercheck.version import __version__

ABOUT = (
    "A telemedicine job offer comes as an advert, a recruiter's email or a contract, and most of what decides it is "
    "not on the page. offercheck takes the offer as one YAML or JSON file, runs it through the checklist that careful "
    "clinicians use, and says what is good, what is a red flag, what is a deal-breaker, what the paper does not say, "
    "and what to ask first. It is decision support, not legal or tax advice."
)
ENVIRONMENT = {
    "OFFERCHECK_ME": "A profile to use where --me names none.",
    "NO_COLOR": "Where it is set, --color auto means never.",
    "FORCE_COLOR": "Where it is set, and NO_COLOR is not, --color auto means always.",
}
EXAMPLES = {
    "offercheck new > offer.yaml": "A template to fill in.",
    "offercheck check offer.yaml": "Judge it.",
    "offercheck check offers/*.yaml --fail-on deal_breaker -f sarif -o offers.sarif -f terminal -o -": "A gate in a "
    "build, with a report for its code scanner and one for its log.",
    "offercheck explain tail-payer offer.yaml": "How one rule decided.",
}


def man_page() -> str:
    """The page as roff."""
    root: Any = typer.main.get_command(app)
    context = root.make_context("offercheck", [], resilient_parsing=True)
    lines = [
        '.\\" Made by docs/generate.py; do not edit.',
        f'.TH OFFERCHECK 1 "" "offercheck {__version__}" "User Commands"',
        *_section("NAME", "offercheck - judge a telemedicine job offer by a checklist"),
        ".SH SYNOPSIS",
        *_synopsis("offercheck", root, context),
        *_section("DESCRIPTION", ABOUT),
        ".SH OPTIONS",
        *_options(root, context),
        ".SH COMMANDS",
    ]
    for name, command, inner in _tree("offercheck", root, context):
        lines += [f".SS {_text(name)}", *_command(name, command, inner)]
    lines.append(".SH EXIT STATUS")
    lines += [line for code, meaning in exit_codes.table() for line in _item(str(code), meaning)]
    lines.append(".SH ENVIRONMENT")
    lines += [line for name, meaning in ENVIRONMENT.items() for line in _item(name, meaning)]
    lines.append(".SH EXAMPLES")
    lines += [line for shown, meaning in EXAMPLES.items() for line in _item(shown, meaning)]
    return "\n".join(lines) + "\n"


def _tree(name: str, group: Any, context: Any) -> Iterator[tuple[str, Any, Any]]:
    """Every command that does something, by its whole name, in the order of the help."""
    for word in group.list_commands(context):
        command = group.get_command(context, word)
        inner = command.make_context(word, [], parent=context, resilient_parsing=True)
        if hasattr(command, "commands"):
            yield from _tree(f"{name} {word}", command, inner)
        elif not command.hidden:
            yield f"{name} {word}", command, inner


def _command(name: str, command: Any, context: Any) -> Iterator[str]:
    yield from _synopsis(name, command, context)
    for paragraph in cleandoc(command.help or "").split("\n\n"):
        yield from (".PP", _text(" ".join(paragraph.split())))
    yield from _options(command, context)


def _synopsis(name: str, command: Any, context: Any) -> Iterator[str]:
    shown = " ".join(command.collect_usage_pieces(context))
    yield from (".PP", f"\\fB{_text(name)}\\fR {_text(shown)}")


def _options(command: Any, context: Any) -> Iterator[str]:
    for param in command.get_params(context):
        record = param.get_help_record(context)
        if record is not None:
            yield from _item(*record)


def _item(term: str, meaning: str) -> list[str]:
    return [".TP", f"\\fB{_text(term)}\\fR", _text(" ".join(meaning.split()))]


def _section(title: str, text: str) -> list[str]:
    return [f".SH {title}", _text(text)]


def _text(text: str) -> str:
    """A text that roff reads as one: no sign of it an escape, a request, or a hyphen where a minus is meant."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", "\\\\&", escaped)
