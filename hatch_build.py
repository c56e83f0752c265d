"""Prepares the shipped checklists for fast loading while a wheel is built. An editable install reads the YAML."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparedChecklists(BuildHookInterface[Any]):
    """Puts a prepared form beside each checklist's YAML files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from offercheck.checklist.load import load_checklist
        from offercheck.checklist.prepared import PREPARED_FILE, prepared

        self.made = TemporaryDirectory()
        for header in sorted((root / "checklists").glob("*/checklist.yaml")):
            name = header.parent.name
            made = Path(self.made.name) / f"{name}.json"
            made.write_text(prepared(load_checklist(header.parent)), encoding="utf-8")
            build_data["force_include"][str(made)] = f"offercheck/checklists/{name}/{PREPARED_FILE}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        if version != "editable":
            self.made.cleanup()
