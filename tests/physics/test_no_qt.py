"""Physics and mission files work where there is no Qt."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "module", ["mission_gui.physics.propagate", "mission_gui.missionfile", "mission_gui.domain.frame"]
)
def test_a_fresh_import_brings_no_qt(module: str) -> None:
    code = f"import sys, {module}; sys.exit(any(m.startswith(('PySide6', 'pyqtgraph')) for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
