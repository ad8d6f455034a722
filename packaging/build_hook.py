"""Writes into sdist and wheel the commit they are built from; hatchling runs it.

The commit is `MISSION_GUI_COMMIT` where that is set, otherwise what git says of this checkout. An sdist carries the
file, so a wheel built from it names the same commit. An editable installation is left to ask git.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CommitHook(BuildHookInterface[Any]):
    """Adds `resources/commit` to what is built."""

    PLUGIN_NAME = "custom"
    _made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling's own name for "before building"; `version` is `standard` or `editable`."""
        root = Path(self.root)
        if version == "editable" or (root / "resources/commit").exists():
            return
        commit = os.environ.get("MISSION_GUI_COMMIT") or _commit(root)
        if not commit:
            return
        self._made = Path(mkdtemp(prefix="mission-gui-"))
        file = self._made / "commit"
        file.write_text(f"{commit}\n", encoding="ascii")
        place = "mission_gui/resources/commit" if self.target_name == "wheel" else "resources/commit"
        build_data["force_include"][str(file)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Hatchling's own name for "after building"."""
        if self._made is not None:
            shutil.rmtree(self._made)


def _commit(root: Path) -> str:
    """By the program's own function, run apart so that nothing of it is imported into the build."""
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[1]); "
        "from mission_gui.version import commit_of; print(commit_of(pathlib.Path(sys.argv[1])))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, text=True, check=True)
    return done.stdout.strip()
