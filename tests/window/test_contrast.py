"""Every text that the board paints can be read where it stands: measured on its own pictures, in every theme."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mission_gui.domain.frame import frame_at
from mission_gui.panels.record import Mark, Record, Shape, Words
from mission_gui.theme import THEMES, Theme
from mission_gui.window import MainWindow
from mission_gui.window.layouts import LAYOUTS
from tests import ms19
from tests.test_theme import READABLE, VISIBLE, contrast

Pixels = npt.NDArray[np.uint8]
LARGE, LARGE_BOLD = 24.0, 18.7
"""Pixels from which a text is large for WCAG 2.2, 1.4.3."""
HALO = 2.5
"""Pixels of a stroke in the colour of a ground that is the rim about a text on a map."""
SEEN = 0.6
"""The part of a text that must be in view for it to be judged: the rest may be its edge under something else."""
MOMENTS = {
    "orbit": (300.0, 12400.0),
    "proximity": (1500.0,),
    "descent": (13900.0,),
    "recovery": (16000.0,),
    "briefing": (12000.0,),
    "wall": (13900.0,),
}


def faint(widget: QWidget, theme: Theme) -> dict[tuple[str, str, float], set[str]]:
    """The texts that are too faint: ink, ground and contrast, with the words."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    record = Record(widget.width(), widget.height())
    widget.render(record)
    grounds = {name.lower() for name in (theme.ocean, theme.land, theme.panel, theme.window)}
    found: dict[tuple[str, str, float], set[str]] = defaultdict(set)
    for place, (before, words) in enumerate(pairwise(record.marks), start=2):
        if isinstance(words, Words) and words.text.strip() and (box := _box(words, record.bounds)) is not None:
            ground = _ground(image, box, words.ink.pen.color())
            if isinstance(before, Shape) and before.ink.pen.widthF() >= HALO and _rgb(before) in grounds:
                ground = _laid(before, ground)
            ink = _laid(words, ground)
            measured, shows = contrast(ink, ground), partial(_shows, _colors(image, box), ink, ground)
            if measured < _least(words) and shows() and not _covered(record.marks[place:], box):
                found[ink, ground, round(measured, 2)].add(words.text)
    return dict(found)


def _box(words: Words, whole: QRectF) -> QRect | None:
    """Where a text is to be seen; None where little of it is."""
    ink = words.ink.transform.mapRect(QFontMetricsF(words.font).tightBoundingRect(words.text).translated(words.at))
    seen = ink.intersected(whole)
    for clip in words.ink.clips:
        seen = seen.intersected(clip.boundingRect())
    if seen.width() * seen.height() < SEEN * ink.width() * ink.height():
        return None
    return seen.adjusted(-1, -1, 1, 1).toAlignedRect().intersected(whole.toAlignedRect())


def _ground(image: QImage, box: QRect, ink: QColor) -> str:
    """The commonest colour about a text that is not its own."""
    codes, counts = np.unique(_colors(image, box), axis=0, return_counts=True)
    order = [QColor(*map(int, code)).name() for code in codes[np.argsort(-counts)]]
    return next((code for code in order if code != ink.name()), order[0])


def _colors(image: QImage, box: QRect) -> Pixels:
    """The pixels of a part of a picture, (n, 3)."""
    part = image.copy(box)
    pixels = np.frombuffer(part.constBits(), np.uint8).reshape(part.height(), part.bytesPerLine())
    return pixels[:, : part.width() * 3].reshape(-1, 3)


def _covered(later: Sequence[Mark], box: QRect) -> bool:
    """Whether a text, but for the tips of its letters, was painted over with what lets nothing through."""
    tips = box.height() / 5
    text = QRectF(box).adjusted(1, tips, -1, -tips)
    return any(
        isinstance(mark, Shape)
        and mark.ink.brush.style() is Qt.BrushStyle.SolidPattern
        and mark.ink.brush.color().alphaF() * mark.ink.opacity == 1.0
        and all(path.contains(text) for path in (mark.ink.transform.map(mark.path), *mark.ink.clips))
        for mark in later
    )


def _shows(pixels: Pixels, ink: str, ground: str) -> bool:
    """Whether a text is to be seen at all: what was painted over left none of its colour."""
    under = _parts(ground)
    way, off = _parts(ink) - under, pixels.astype(float) - under
    along = off @ way / max(float(way @ way), 1.0)
    aside = np.linalg.norm(off - np.outer(along, way), axis=1)
    return bool(((along > 0.5) & (along < 1.3) & (aside < 24.0)).any())


def _laid(mark: Mark, ground: str) -> str:
    """The colour of a text, or of the rim about one, on its ground, where it lets that through."""
    pen, under = mark.ink.pen.color(), QColor(ground)
    share = pen.alphaF() * mark.ink.opacity
    mixed = _parts(pen.name()) * share + _parts(under.name()) * (1 - share)
    return QColor(*map(round, mixed.tolist())).name()


def _rgb(mark: Mark) -> str:
    return mark.ink.pen.color().name()


def _parts(name: str) -> npt.NDArray[np.float64]:
    """Red, green and blue of a colour, 0 to 255."""
    color = QColor(name)
    return np.array([color.red(), color.green(), color.blue()], dtype=np.float64)


def _least(words: Words) -> float:
    large = words.font.pixelSize() >= (LARGE_BOLD if words.font.weight() >= 700 else LARGE)
    return VISIBLE if large else READABLE


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_on_the_board_can_be_read(qtbot: QtBot, theme: str) -> None:
    window = MainWindow(THEMES[theme])
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.load(ms19.mission(), ms19.trajectory())
    window.show()
    poor: dict[object, set[str]] = {}
    for layout in LAYOUTS:
        window.set_layout(layout.id)
        for t in MOMENTS[layout.id]:
            window.show_frame(frame_at(ms19.mission(), ms19.trajectory(), t))
            for name, panel in window.board.in_view().items():
                poor |= {(layout.id, t, name, *key): words for key, words in faint(panel, THEMES[theme]).items()}
    assert poor == {}
