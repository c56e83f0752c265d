"""The messages of a rule: one for each outcome it can show, with the offer's values in their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offercheck.checklist.scope import OFFER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from offercheck.reading.fault import Faults
    from offercheck.reading.node import Node


def check_messages(messages: Node | None, outcomes: Sequence[str], faults: Faults) -> frozenset[str]:
    """See that there is a message for each outcome and no other, and that its places are paths. The paths named."""
    given = messages.content if messages is not None and isinstance(messages.content, dict) else {}
    named: set[str] = set()
    if messages is not None:
        for outcome in outcomes:
            if outcome not in given:
                advice = f"{outcome}: one plain sentence on what the paper says"
                faults.at_key(messages, f"no message for `{outcome}`", advice)
    for outcome, node in given.items():
        # What is left when no verdict is true shows as caution, so that may be worded without a condition of its own.
        if outcome not in outcomes and outcome != "caution":
            faults.at_key(node, f"the rule never shows `{outcome}`", f"it may show {', '.join(outcomes)}, caution")
        for path in placeholders(node.content) if isinstance(node.content, str) else ():
            named.add(path)
            if OFFER.type_at(path) is None:
                faults.at(node, f"`{{{path}}}` is no field and no fact", OFFER.advise(path))
    return frozenset(named)


def placeholders(template: str) -> Iterator[str]:
    """The paths that a message has in braces."""
    for part in template.split("{")[1:]:
        yield part.partition("}")[0]
