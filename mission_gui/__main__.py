"""`python -m mission_gui` is `mission-gui`."""

import sys

from mission_gui.cli.main import main

sys.exit(main())
