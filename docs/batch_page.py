"""Makes docs/batch.md: what a batch does, and what stands in each column of its rows."""

from __future__ import annotations

from offercheck.batch.row import COLUMNS

_ABOUT = """\
```sh
offercheck batch offers --output rows.jsonl --jobs 0 --resume --summary
offercheck batch 'offers/**/*.yaml' new.jsonl --format csv > rows.csv
```

`batch` reads files, folders, patterns and `-`, as `check` and `validate` do, with many documents in a file where
there are many (YAML documents, JSON Lines), and writes a line for each document, in the order of the inputs. It
holds no more of them than are being worked on. The verdict, the score and what each rule shows are those of
`check`.

- **Nothing is passed over.** A document that cannot be judged has a row that says why and where, the rest goes on,
  and the exit code is 4. A folder or a pattern that held nothing is said, with 3.
- **`--jobs N`** judges in N processes, one for each core with 0. The bytes are the same.
- **`--dask ADDRESS`** judges on a [Dask](https://docs.dask.org) cluster (`pip install 'offercheck[dask]'`). The
  bytes are the same.
- **`--output FILE`** holds whole rows at any time, so that an interrupted run leaves a valid file.
- **`--resume`** takes over the rows that FILE holds of the same document with the same content, judged in the same
  way (`judged_by`), and judges the rest. Rows of documents that are not among the inputs any more go. What comes
  out is what a whole run would have written. The date is part of the judgement: give `--today` where the rows of
  yesterday are to count.
- **`--summary`** closes on standard error with the account, the verdicts, and the rules that were flagged most.
- A progress line stands on standard error while a person is looking.

"""

_COLUMNS = """\
## Columns

The same for both formats, in this order. Columns are added at the end, never removed. In JSON Lines every row has
all of them, `null` where there is nothing to say; in CSV that is an empty cell, lists are separated by spaces, and
a text that begins like a formula has an apostrophe before it ([formats](formats.md)).

| column | what it is |
| --- | --- |
"""


def batch_page(note: str) -> str:
    """The page, with the note that it is made."""
    rows = [f"| `{name}` | {text} |\n" for name, text in COLUMNS.items()]
    return "".join([f"# Many offers, a row for each\n\n{note}\n", _ABOUT, _COLUMNS, *rows])
