"""The board of MS-19 beside pictures of it that were looked at and found good.

After a change that is meant to be seen, look at the new pictures and keep them: `python -m tests.export.test_golden`.
"""

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from mission_gui.export.picture import Canvas, board_image, save_png
from tests import ms19
from tests.export.test_picture import pixels_of

GOLDEN = Path(__file__).parent / "golden"
CANVAS = Canvas(QSize(1280, 720))

SEEN = {
    "descent-coast-dark": ("module_separation", -590.0, "dark"),
    "under-the-canopy-light": ("main_parachute", 300.0, "light"),
    "recovery-high-contrast": ("helicopters_depart", 2400.0, "high-contrast"),
}

PIXEL_TOLERANCE = 32
"""Of 255: what antialiasing may differ by from one machine's arithmetic to another's."""
SHARE_TOLERANCE = 0.01
"""Of all pixels: how many may differ by more, which a shifted label or a missing line exceeds."""


def picture(name: str) -> QImage:
    event, offset, theme = SEEN[name]
    return board_image(ms19.mission(), ms19.trajectory(), ms19.time_of(event) + offset, CANVAS, theme)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", SEEN)
def test_the_board_looks_as_it_did_when_it_was_found_good(name: str) -> None:
    kept = QImage(str(GOLDEN / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    made = picture(name).convertToFormat(QImage.Format.Format_RGB32)
    assert made.size() == kept.size()
    off = np.abs(pixels_of(made) - pixels_of(kept)).max(axis=2) > PIXEL_TOLERANCE
    assert off.mean() < SHARE_TOLERANCE, f"{off.mean():.2%} of the pixels differ, most of them near {_where(off)}"


def _where(off: np.ndarray) -> str:
    rows, columns = np.nonzero(off)
    return f"x {int(np.median(columns))}, y {int(np.median(rows))}"


def keep() -> None:
    """Replaces the pictures by those of now."""
    from mission_gui.app.start import application

    application()
    for name in SEEN:
        save_png(picture(name), GOLDEN / f"{name}.png")
        print(GOLDEN / f"{name}.png", file=sys.stderr)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep()
