"""Where the checklist that comes with offercheck is."""

from __future__ import annotations

from pathlib import Path

_NAME = Path("checklists", "telemedicine")


def shipped_checklist() -> Path:
    """The folder of the shipped checklist: inside the installed package; in a checkout or an editable install the
    checkout's own, so that edits take effect at once.

    Raises FileNotFoundError where the installation lacks it.
    """
    package = Path(__file__).resolve().parents[1]
    for root in (package, package.parents[1]):
        folder = root / _NAME
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{_NAME} is missing beside {package}: install offercheck again")
