"""Where the frozen program begins."""

import multiprocessing
import sys

from mission_gui.cli.main import main

if __name__ == "__main__":
    # A process of the pool is this program again: it is turned aside here.
    multiprocessing.freeze_support()
    sys.exit(main())
