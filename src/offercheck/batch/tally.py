"""What a batch comes to: how many documents became what, and what was flagged most."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from offercheck.reports.report import VERDICT_WORDS

if TYPE_CHECKING:
    from offercheck.batch.row import Row

MOST_FLAGS = 10


class Tally:
    """Counts of statuses, of verdicts, and of rules shown as deal-breakers and red flags."""

    def __init__(self) -> None:
        self.statuses: Counter[str] = Counter()
        self.verdicts: Counter[str] = Counter()
        self.deal_breakers: Counter[str] = Counter()
        self.red_flags: Counter[str] = Counter()

    @property
    def documents(self) -> int:
        return self.statuses.total()

    @property
    def refused(self) -> int:
        """Documents that could not be judged."""
        return self.documents - self.statuses["judged"]

    def take(self, row: Row) -> None:
        """Count a row."""
        self.statuses[str(row["status"])] += 1
        if row["status"] == "judged":
            self.verdicts[str(row["verdict"])] += 1
            for counter, column in ((self.deal_breakers, "deal_breakers"), (self.red_flags, "red_flags")):
                keys = row[column]
                if isinstance(keys, list):
                    counter.update(keys)

    def add(self, other: Tally) -> None:
        """Count what another one counted."""
        self.statuses += other.statuses
        self.verdicts += other.verdicts
        self.deal_breakers += other.deal_breakers
        self.red_flags += other.red_flags

    def account(self) -> str:
        """What became of the documents, in one line."""
        parts = [f"{self.statuses['judged']:,} judged"]
        parts += [f"{self.statuses['faulty']:,} with faults"] if self.statuses["faulty"] else []
        parts += [f"{self.statuses['unreadable']:,} could not be read"] if self.statuses["unreadable"] else []
        return f"{self.documents:,} document{'' if self.documents == 1 else 's'}: {', '.join(parts)}"

    def summary(self) -> str:
        """The account, the verdicts, and the rules that were flagged most, some lines of text."""
        judged = self.statuses["judged"]
        lines = [self.account()]
        rows = [(VERDICT_WORDS[word], self.verdicts[word]) for word in VERDICT_WORDS if self.verdicts[word]]
        lines += ["", "Verdicts", *_rows(rows, judged)] if rows else []
        for title, counter in (("Deal-breakers", self.deal_breakers), ("Red flags", self.red_flags)):
            ranked = sorted(counter.items(), key=lambda one: (-one[1], one[0]))
            shown = f", the {MOST_FLAGS} most frequent of {len(ranked)} rules" if len(ranked) > MOST_FLAGS else ""
            lines += ["", f"{title}{shown}", *_rows(ranked[:MOST_FLAGS], judged)] if ranked else []
        return "\n".join(lines) + "\n"


def _rows(rows: list[tuple[str, int]], of: int) -> list[str]:
    wide = max(len(name) for name, _ in rows)
    digits = max(len(f"{count:,}") for _, count in rows)
    return [f"  {name:<{wide}}  {count:>{digits},}  {_percent(count, of)}" for name, count in rows]


def _percent(count: int, of: int) -> str:
    percent = round(100 * count / of)
    return " <1%" if not percent else f"{percent:>3}%" if percent < 100 or count == of else ">99%"
