"""Each layout in each theme, in English and Russian, beside pictures of it that were looked at and found good.

After a change that is meant to be seen, look at the new pictures and keep them: `python -m tests.export.test_golden`.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from mission_gui.export.canvas import Canvas
from mission_gui.export.formats import save
from mission_gui.export.picture import Composition, Studio
from mission_gui.language import LANGUAGES, choose
from mission_gui.theme import THEMES
from mission_gui.window.layouts import LAYOUTS
from tests import ms19
from tests.export.test_picture import pixels_of

GOLDEN = Path(__file__).parent / "golden"
CANVAS = Canvas(QSize(1280, 720), 0.6)

MOMENTS = {
    "orbit": ("module_separation", -590.0),
    "proximity": ("undocking", 960.0),
    "descent": ("entry_interface", 300.0),
    "recovery": ("touchdown", 2400.0),
    "briefing": ("ignition", 60.0),
    "wall": ("undocking", -120.0),
}


class Seen(NamedTuple):
    """A board as it was looked at."""

    layout: str
    theme: str
    language: str

    @property
    def file(self) -> Path:
        """Where its picture is kept."""
        return GOLDEN / f"{self.layout}-{self.theme}-{self.language}.png"


SEEN = [
    Seen(layout.id, theme, list(LANGUAGES)[(row + column) % 2])
    for row, layout in enumerate(LAYOUTS)
    for column, theme in enumerate(THEMES)
]
"""Every layout in every theme, every layout and every theme in both languages."""

PIXEL_TOLERANCE = 32
"""Of 255: what antialiasing may differ by from one machine's arithmetic to another's."""
SHARE_TOLERANCE = 0.01
"""Of all pixels: how many may differ by more, which a shifted label or a missing line exceeds."""


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    choose("en")


@contextmanager
def studio(seen: Seen) -> Iterator[tuple[Studio, float]]:
    choose(seen.language)
    event, offset = MOMENTS[seen.layout]
    composition = Composition(CANVAS, seen.layout, theme=seen.theme)
    with Studio(ms19.mission(), ms19.trajectory(), composition, ms19.alternatives()) as opened:
        yield opened, ms19.time_of(event) + offset


def picture(seen: Seen) -> QImage:
    with studio(seen) as (opened, t):
        return opened.at(t).image()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("seen", SEEN, ids=lambda seen: seen.file.stem)
def test_the_board_looks_as_it_did_when_it_was_found_good(seen: Seen) -> None:
    kept = QImage(str(seen.file)).convertToFormat(QImage.Format.Format_RGB32)
    made = picture(seen).convertToFormat(QImage.Format.Format_RGB32)
    assert made.size() == kept.size()
    off = np.abs(pixels_of(made) - pixels_of(kept)).max(axis=2) > PIXEL_TOLERANCE
    assert off.mean() < SHARE_TOLERANCE, f"{off.mean():.2%} of the pixels differ, most of them near {_where(off)}"


def test_no_picture_is_kept_that_is_not_looked_at() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {seen.file.name for seen in SEEN}


def _where(off: np.ndarray) -> str:
    rows, columns = np.nonzero(off)
    return f"x {int(np.median(columns))}, y {int(np.median(rows))}"


def keep() -> None:
    """Replaces the pictures by those of now."""
    from mission_gui.app.start import application

    application()
    for old in GOLDEN.iterdir():
        old.unlink()
    for seen in SEEN:
        with studio(seen) as (opened, t):
            save(opened.at(t), seen.file)
        print(seen.file, file=sys.stderr)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    keep()
