"""The entry point. Nothing is imported before `--version` is answered."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        from offercheck.version import __version__

        try:
            print(f"offercheck {__version__}", flush=True)  # noqa: T201  # one line, before anything else is loaded
        except OSError:
            sys.exit(5)
        return
    import gc

    gc.disable()  # one short run makes too little garbage for the collector to be worth its time
    from offercheck.cli.run import run

    sys.exit(run())


if __name__ == "__main__":
    main()
