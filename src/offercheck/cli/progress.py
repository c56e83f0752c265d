"""A progress bar on standard error, where a person is looking."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from offercheck.batch.tally import Tally

SECONDS_BETWEEN = 0.1


@contextmanager
def progress(*, shown: bool) -> Iterator[Callable[[Tally], None]]:
    """What to call with the tally of each stretch of rows. How many there will be is known to nobody: it counts.

    Nothing is drawn where standard error is no terminal, or the rows go to the same one.
    """
    if not shown or sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} documents, {task.fields[refused]:,} not judged"),
        TextColumn("{task.fields[rate]:,.0f} a second"),
        TimeElapsedColumn(),
    )
    # Without a thread of its own, as worker processes are forked beside it.
    bar = Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
    begun = last = time.monotonic()
    refused = 0
    with bar:
        task = bar.add_task("", total=None, refused=0, rate=0.0)

        def advance(tally: Tally) -> None:
            nonlocal last, refused
            refused += tally.refused
            now = time.monotonic()
            bar.update(task, advance=tally.documents, refused=refused)
            if now - last >= SECONDS_BETWEEN:
                last = now
                bar.update(task, rate=bar.tasks[0].completed / (now - begun), refresh=True)

        yield advance
