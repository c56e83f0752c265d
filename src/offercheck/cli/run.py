"""One run of the command line: the application, and the one place where errors become words and codes."""

from __future__ import annotations

import sys

from offercheck.cli import exit_codes
from offercheck.cli.app import app
from offercheck.cli.streams import OutputError, coloured, tell
from offercheck.reading.fault import InputError


def run() -> int:
    """Run the command that the arguments name, and return the exit code."""
    try:
        app(prog_name="offercheck")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else exit_codes.OUR_FAULT
    except InputError as error:
        from offercheck.reports.fault_text import fault_text

        tell(fault_text(error, colour=coloured("auto", sys.stderr)))
        return exit_codes.BAD_INPUT
    except OutputError as error:
        tell(f"offercheck: {error}\n")
        return exit_codes.USAGE if error.usage else exit_codes.OUR_FAULT
    except KeyboardInterrupt:
        return exit_codes.INTERRUPTED
    except OSError as error:
        tell(f"offercheck: {error.strerror}\n")
        return exit_codes.OUR_FAULT
    except Exception:
        return _our_fault()
    return exit_codes.DONE


def _our_fault() -> int:
    import traceback

    from offercheck.version import __version__

    tell(traceback.format_exc())
    tell(f"offercheck {__version__}: this is our own fault; please report it with the lines above\n")
    return exit_codes.OUR_FAULT
