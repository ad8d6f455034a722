"""What a picture says of itself: the caption below it, and the banners that mark it."""

from datetime import UTC

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from mission_gui.domain.events import PHASE_NAMES
from mission_gui.export.canvas import Plan
from mission_gui.export.stamp import PROGRAM, Stamp
from mission_gui.language import translate
from mission_gui.panels import wording
from mission_gui.panels.lettering import CENTRE, LEFT, RIGHT, width, write
from mission_gui.panels.zero import UNDOCKING, ZEROS
from mission_gui.theme import Style

_ROWS = ((0, 24), (23, 17), (41, 15), (56, 15))
"""Top and height of each line, for a base of 13."""
_DATA = 12
"""Letters of the data's digest that are shown: enough to tell two states of a file apart."""


def paint_strip(painter: QPainter, look: Style, box: QRectF, stamp: Stamp) -> None:
    """Mission and event, mission time, UTC, where the trajectory comes from, sources, credits, and the program."""
    px = look.px
    painter.fillRect(box, look.color("panel"))
    painter.fillRect(QRectF(box.left(), box.top(), box.width(), max(px(1.5), 1)), look.color("line"))
    inner = box.adjusted(px(20), px(9), -px(20), -px(7))
    rows = (QRectF(inner.left(), inner.top() + px(top), inner.width(), px(high)) for top, high in _ROWS)
    first, second, third, fourth = rows
    utc = stamp.utc.astimezone(UTC)
    clock = wording.countdown(stamp.t)
    taken = write(painter, first, clock, look.mono("large", 600), look.color("soyuz_text"), RIGHT)
    write(
        painter,
        _less(first, taken + px(24)),
        f"{stamp.name}: {stamp.moment}",
        look.sans("large", 650),
        look.color("text"),
    )
    when = f"{wording.clock_time(utc)} UTC, {wording.written(utc.date())} · {PHASE_NAMES[stamp.phase]}"
    zero = ZEROS[UNDOCKING]
    counted = str(zero.until if stamp.t < 0 else zero.since)
    taken = write(painter, second, counted, look.sans("small"), look.color("second"), RIGHT)
    write(painter, _less(second, taken + px(24)), when, look.sans("normal"), look.color("second"))
    _pair(painter, look, third, str(stamp.basis), f"{PROGRAM} · {stamp.mission} · {stamp.data[:_DATA]}")
    sources = translate("Caption", "Sources: {number}, listed in this file").format(number=len(stamp.sources))
    _pair(painter, look, fourth, sources, str(stamp.rights))


def _less(box: QRectF, right: float) -> QRectF:
    return box.adjusted(0, 0, -right, 0)


def _pair(painter: QPainter, look: Style, box: QRectF, left: str, right: str) -> None:
    """Two small texts on a line; what is at the right gives way first."""
    font, ink = look.sans("small"), look.color("third")
    taken = write(painter, box, left, font, ink, LEFT)
    room = box.adjusted(min(taken, box.width()) + look.px(24), 0, 0, 0)
    if room.width() > look.px(60):
        write(painter, room, right, font, ink, RIGHT)


def paint_banners(painter: QPainter, look: Style, plan: Plan, marking: str) -> None:
    """The marking above and below the picture, as large as the banner takes."""
    ground = look.color("serious")
    ink = QColor("#000000" if ground.lightnessF() > 0.35 else "#FFFFFF")
    for box in plan.banners:
        painter.fillRect(box, ground)
        sizes = (box.height() * share for share in (0.62, 0.52, 0.44, 0.36, 0.3))
        fonts = [Style(look.theme, size).sans("normal", 700) for size in sizes]
        room = box.adjusted(look.px(12), 0, -look.px(12), 0)
        font = next((font for font in fonts if width(font, marking) <= room.width()), fonts[-1])
        write(painter, room, marking, font, ink, CENTRE)
