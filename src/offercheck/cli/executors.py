"""Who judges a batch: this process, some of its own, or a Dask cluster."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from offercheck.cli.streams import OutputError

if TYPE_CHECKING:
    from concurrent.futures import Executor

CHUNKS_AHEAD = 4
"""Chunks of documents under way for each worker: enough that none waits for the next."""


@contextmanager
def workers(jobs: int, dask: str | None) -> Iterator[tuple[Executor | None, int]]:
    """An executor, None being this process, and how many chunks may be under way."""
    if dask is not None:
        with _cluster(dask) as found:
            yield found
    elif jobs == 1:
        yield None, 1
    else:
        with _processes(jobs or os.cpu_count() or 1) as found:
            yield found


@contextmanager
def _processes(count: int) -> Iterator[tuple[Executor, int]]:
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(count, initializer=_leave_interrupts_to_the_parent)
    try:
        yield pool, count * CHUNKS_AHEAD
    except BrokenProcessPool:
        raise OutputError("a worker process ended early; is there memory for fewer --jobs?", usage=False) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_the_parent() -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    try:
        from distributed import Client
    except ImportError:
        raise typer.BadParameter("Dask is not here: pip install 'offercheck[dask]'", param_hint="--dask") from None
    try:
        client = Client(address, timeout=10)
    except (OSError, ValueError) as error:
        raise typer.BadParameter(f"no cluster answers at {address}: {error}", param_hint="--dask") from None
    with client:
        cores = sum(client.ncores().values())
        yield client.get_executor(pure=False), max(cores, 1) * CHUNKS_AHEAD
