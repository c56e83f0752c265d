"""`offercheck batch`: a row for each of many offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from offercheck.cli import exit_codes
from offercheck.cli.options import ChecklistChosen, Me, Paths, ReferenceRows, Today, chosen_checklist, day
from offercheck.cli.options import Output as OutputFile
from offercheck.cli.streams import STANDARD_INPUT, read_input, standard_input, tell, tell_nothing

if TYPE_CHECKING:
    from offercheck.batch.held import Held
    from offercheck.batch.plan import NamedBytes, Plan
    from offercheck.batch.tally import Tally
    from offercheck.batch.work import Item
    from offercheck.cli.row_output import RowOutput
    from offercheck.inputs.paths import Nothing

FORM = Annotated[
    Literal["jsonl", "csv"],
    typer.Option("--format", "-f", help="A JSON object a line, or a row a line under a heading."),
]
JOBS = Annotated[
    int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0 is one for each core. The rows are the same.")
]
RESUME = Annotated[
    bool, typer.Option("--resume", help="Take over the rows that --output already holds, and judge what is missing.")
]
SUMMARY = Annotated[
    bool, typer.Option("--summary", help="Close with counts by verdict and the most frequent flags, on standard error.")
]
DASK = Annotated[
    str | None, typer.Option("--dask", metavar="ADDRESS", help="Judge on this Dask cluster (offercheck[dask]).")
]


def batch(
    paths: Paths,
    report_format: FORM = "jsonl",
    output: OutputFile = None,
    jobs: JOBS = 1,
    dask: DASK = None,
    resume: RESUME = False,
    summary: SUMMARY = False,
    me: Me = None,
    checklist: ChecklistChosen = "telemedicine",
    reference: ReferenceRows = None,
    today: Today = None,
) -> None:
    """Judge many offers, a row for each, in the order of the inputs.

    PATH is a file, a folder with what is below it, a pattern such as 'offers/**/*.yaml', or - for standard input; a
    file may hold many offers, as YAML documents or JSON Lines. A document that cannot be judged has a row that says
    where and why, and the rest goes on.
    """
    from offercheck.cli.row_output import output_of

    if resume and output is None:
        raise typer.BadParameter("it goes on with what an --output holds", param_hint="--resume")
    if dask is not None and jobs != 1:
        raise typer.BadParameter("the cluster has its own workers", param_hint="--jobs")
    plan = _plan(report_format, checklist, me, reference, day(today), paths)
    nothing: list[Nothing] = []
    own = [one for one in (me, reference) if one]
    with output_of(output, plan, resume=resume, inputs=[*paths, *own]) as rows:
        tally = _judge(plan, paths, rows, nothing, jobs=jobs, dask=dask)
    if summary:
        tell(tally.summary())
    tell_nothing(nothing)
    raise typer.Exit(exit_codes.exit_code(bad_inputs=bool(tally.refused), gates_failed=False, no_input=bool(nothing)))


def _plan(form: str, checklist: str, me: str | None, reference: str | None, on: str, paths: list[str]) -> Plan:
    from offercheck.batch.plan import Plan, equipped

    if [*paths, me, reference].count(STANDARD_INPUT) > 1:
        raise typer.BadParameter("standard input is read once", param_hint="-")
    judged_by = chosen_checklist(checklist)
    plan = Plan(form, checklist, judged_by.fingerprint, on, _named(me), _named(reference))
    equipped(plan, judged_by)
    return plan


def _named(file: str | None) -> NamedBytes | None:
    from offercheck.batch.plan import NamedBytes

    return None if file is None else NamedBytes("standard input" if file == STANDARD_INPUT else file, read_input(file))


def _judge(
    plan: Plan, paths: list[str], rows: RowOutput, nothing: list[Nothing], *, jobs: int, dask: str | None
) -> Tally:
    """Write the rows of all documents, and count them. Interrupted, it leaves whole rows and says how many."""
    from offercheck.batch.tally import Tally
    from offercheck.batch.work import judge_in_order
    from offercheck.cli.executors import workers
    from offercheck.cli.progress import progress

    tally = Tally()
    try:
        with workers(jobs, dask) as (executor, window), progress(shown=rows.elsewhere) as advance:
            for judged in judge_in_order(plan, _items(paths, rows, nothing), executor, window=window):
                rows.write(judged.text)
                tally.add(judged.tally)
                advance(judged.tally)
                if rows.gone:
                    break
        rows.complete = True
    except KeyboardInterrupt:
        again = "; --resume goes on from there" if rows.file is not None else ""
        tell(f"offercheck: interrupted after {tally.account()}{again}\n")
        raise
    return tally


def _items(paths: list[str], rows: RowOutput, nothing: list[Nothing]) -> Iterator[Item]:
    """The documents, and the rows of those that an earlier output holds."""
    from offercheck.inputs.inputs import Input, inputs_of
    from offercheck.inputs.paths import Nothing

    held: Held | None = rows.held
    for one in inputs_of(paths, standard_input()):
        if isinstance(one, Nothing):
            nothing.append(one)
        elif isinstance(one, Input) and not rows.is_own(one.name):
            yield (held.row_of(one) if held is not None else None) or one
