"""The scripts of `packaging/` import each other by name; the tests do the same."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

for folder in ("packaging", "packaging/frozen", "packaging/smoke"):
    sys.path.append(str(ROOT / folder))
