"""The work of a batch: some documents to some rows, wherever a worker is; and the rows in the inputs' order."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeAlias

from offercheck.batch.plan import tools_of
from offercheck.batch.row import row_of
from offercheck.batch.row_text import FORMS
from offercheck.batch.tally import Tally
from offercheck.record import record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor, Future

    from offercheck.batch.plan import Plan
    from offercheck.inputs.inputs import Input

CHUNK = 32
"""Documents that are sent to a worker at a time: sending costs about as much as judging one of them."""

CHUNK_BYTES = 1024 * 1024


@record
class Judged:
    """The rows of some documents, as bytes to be written, and what they come to."""

    text: bytes
    tally: Tally


Item: TypeAlias = "Input | Judged"


def judge(plan: Plan, sources: Iterable[Input]) -> Judged:
    """The rows of some documents. This is what runs in a worker; what it takes and gives can be sent."""
    tools = tools_of(plan)
    tally = Tally()
    rows = []
    for source in sources:
        row = row_of(source, tools)
        tally.take(row)
        rows.append(row)
    return Judged(FORMS[plan.form].lines(rows), tally)


def judge_in_order(
    plan: Plan, items: Iterable[Item], executor: Executor | None = None, *, window: int = 1
) -> Iterator[Judged]:
    """The rows of documents in the order of the documents; rows that are there already are handed through.

    Without an executor each document is judged when it is read. With one, `window` chunks are under way at most, so
    that a quick reader of inputs fills no memory.
    """
    if executor is None:
        for item in items:
            yield item if isinstance(item, Judged) else judge(plan, (item,))
        return
    under_way: deque[Future[Judged] | Judged] = deque()
    for chunk in _chunks(items):
        under_way.append(chunk if isinstance(chunk, Judged) else executor.submit(judge, plan, chunk))
        while len(under_way) >= window:
            yield _result(under_way.popleft())
    while under_way:
        yield _result(under_way.popleft())


def _result(one: Future[Judged] | Judged) -> Judged:
    return one if isinstance(one, Judged) else one.result()


def _chunks(items: Iterable[Item]) -> Iterator[list[Input] | Judged]:
    chunk: list[Input] = []
    size = 0
    for item in items:
        if isinstance(item, Judged):
            if chunk:
                yield chunk
                chunk, size = [], 0
            yield item
            continue
        chunk.append(item)
        size += len(item.data)
        if len(chunk) >= CHUNK or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk
