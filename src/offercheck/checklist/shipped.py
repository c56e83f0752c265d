"""Where the checklists that come with offercheck are."""

from __future__ import annotations

from pathlib import Path

DEFAULT = "telemedicine"


def shipped_checklist(name: str = DEFAULT) -> Path:
    """The folder of a shipped checklist: inside the installed package; in a checkout or an editable install the
    checkout's own, so that edits take effect at once.

    Raises FileNotFoundError where there is none of that name.
    """
    folder = _home() / name
    if name not in shipped_names():
        raise FileNotFoundError(f"no checklist {name} in {_home()}")
    return folder


def shipped_names() -> list[str]:
    """The names of the shipped checklists."""
    home = _home()
    return sorted(folder.name for folder in home.iterdir() if folder.is_dir()) if home.is_dir() else []


def checklist_folder(chosen: str) -> Path:
    """The folder of a shipped checklist by its name, or of one's own."""
    return shipped_checklist(chosen) if chosen in shipped_names() else Path(chosen)


def _home() -> Path:
    package = Path(__file__).resolve().parents[1]
    inside = package / "checklists"
    return inside if inside.is_dir() else package.parents[1] / "checklists"
