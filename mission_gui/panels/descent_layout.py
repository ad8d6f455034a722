"""Where the parts of the descent panel stand at a size: plain geometry."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from mission_gui.theme import Style

READINGS = 6
STATES = 7


@dataclass(frozen=True, slots=True)
class Places:
    """The parts in pixels of the panel; what has no room is None.

    `detail` of readings and sequence is how many lines of words each has; `plot` is where the line is, with titles on
    its axes and a legend where `titled`; `strips` are load and heating, which share the plot's altitudes where
    `shared`; `words` tell what is going on.
    """

    readings: tuple[QRectF, ...]
    reading_detail: int
    plot: QRectF
    titled: bool
    strips: tuple[QRectF, ...]
    shared: bool
    words: QRectF
    modules: QRectF | None
    modules_told: bool
    sequence: tuple[QRectF, ...]
    sequence_detail: int


def arrange(look: Style, area: QRectF, figures: bool = True) -> Places:
    """Readings above where they are wanted, the line with load and heating in the middle, the parachutes below."""
    columns = READINGS if area.width() >= look.px(770) else READINGS // 2
    rows = READINGS // columns if figures else 0
    detail, cell = _fitting(look, area.height() * 0.17 / max(rows, 1), ((3, 62.0), (2, 42.0), (1, 22.0)))
    readings = _cells(area.left(), area.top(), area.width(), cell, columns, rows)

    state = area.width() / STATES / look.px(1)
    kinds = ((3, 118.0, 84.0), (1, 72.0, 64.0), (0, 42.0, 0.0))
    roomy = tuple((lines, height) for lines, height, width in kinds if state >= width)
    told, strip = _fitting(look, area.height() * (0.2 if figures else 0.25), roomy)
    sequence = _cells(area.left(), area.bottom() - strip, area.width(), strip, STATES, 1)

    middle = QRectF(area.left(), area.top() + rows * cell, area.width(), area.height() - rows * cell - strip)
    plot, titled, strips, shared = _middle(look, middle)
    words, (modules, fates) = _words(look, plot, titled), _modules(look, plot)
    return Places(readings, detail, plot, titled, strips, shared, words, modules, fates, sequence, told)


def even(length: float) -> float:
    """The nearest even number: at ratios of 1, 1.5 and 2 it lies on a pixel of the device, and pictures stay sharp."""
    return 2.0 * round(length / 2.0)


def _fitting(look: Style, room: float, kinds: tuple[tuple[int, float], ...]) -> tuple[int, float]:
    """The first kind whose height fits the room, else the last: its number of lines and its height in pixels."""
    lines, height = next(((n, h) for n, h in kinds if look.px(h) <= room), kinds[-1])
    return lines, even(look.px(height))


def _cells(left: float, top: float, width: float, height: float, columns: int, rows: int) -> tuple[QRectF, ...]:
    edges = [left + even(column * width / columns) for column in range(columns + 1)]
    return tuple(
        QRectF(edges[column], top + row * height, edges[column + 1] - edges[column], height)
        for row in range(rows)
        for column in range(columns)
    )


def _middle(look: Style, box: QRectF) -> tuple[QRectF, bool, tuple[QRectF, ...], bool]:
    """The line's own rectangle, whether its axes have room for titles, and those of load and heating."""
    titled = box.height() >= look.px(260)
    left, right, top, bottom = look.px(60), look.px(14), look.px(14), look.px(49 if titled else 29)
    apart = look.px(22)
    inner = box.adjusted(left, top, -right, -bottom)
    if box.width() >= look.px(700):
        wide = min(max(0.15 * box.width(), look.px(128)), look.px(240))
        plot = inner.adjusted(0, 0, -2 * (wide + apart), 0)
        first = plot.right() + apart
        strips = tuple(QRectF(first + i * (wide + apart), plot.top(), wide, plot.height()) for i in range(2))
        return plot, titled, strips, True
    if box.height() < look.px(560):
        return inner, titled, (), True
    tall = 0.36 * inner.height()
    plot = inner.adjusted(0, 0, 0, -tall - top - bottom)
    wide = (inner.width() - apart) / 2
    strips = tuple(QRectF(inner.left() + i * (wide + apart), inner.bottom() - tall, wide, tall) for i in range(2))
    return plot, titled, strips, False


def _words(look: Style, plot: QRectF, titled: bool) -> QRectF:
    """Two lines in the lower left corner, which the line leaves free; above the legend where there is one."""
    bottom = plot.bottom() - look.px(44 if titled else 5)
    tall = look.px(38)
    return QRectF(plot.left() + look.px(8), bottom - tall, min(look.px(330), 0.68 * plot.width()), tall)


def _modules(look: Style, plot: QRectF) -> tuple[QRectF | None, bool]:
    """The upper right corner, which the line leaves free, and whether it has room for the fate of each module."""
    for wide, tall, told in ((372.0, 158.0, True), (216.0, 88.0, False)):
        room = QSizeF(look.px(wide), look.px(tall))
        if plot.width() >= 1.75 * room.width() and plot.height() >= 2.35 * room.height():
            corner = QPointF(even(plot.right() - room.width()) - 2.0, even(plot.top()) + 2.0)
            return QRectF(corner, room), told
    return None, False
