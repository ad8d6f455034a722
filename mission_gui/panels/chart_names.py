"""The words on a chart, events above it and limits in their stripes, placed so that none covers another or a curve."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from mission_gui.domain.limits import Level
from mission_gui.domain.trajectory import Floats
from mission_gui.language import translate
from mission_gui.panels.chart_ground import Place
from mission_gui.panels.chart_windows import Mark
from mission_gui.panels.label_row import LabelRow, readable
from mission_gui.panels.lettering import width, write
from mission_gui.theme import Style

SIGN = 9.0
"""Pixels across the shape of a level, for base 13."""
_GAP = 5.0
_TRIED = 40
"""So many places are tried for the name of a limit."""


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an event, and where it starts."""

    text: str
    x: float
    color: QColor


@dataclass(frozen=True, slots=True)
class LimitName:
    """What is written of a limit beside the shape of its level, and where both stand."""

    text: str
    level: Level
    box: QRectF


@dataclass(frozen=True, slots=True)
class Written:
    """All words of a chart, and the events that get a line."""

    events: tuple[Label, ...]
    lines: tuple[Mark, ...]
    limits: tuple[LimitName, ...]


def written(place: Place, look: Style, right: float) -> Written:
    """Where the words of a chart stand, those of events up to `right`."""
    row = LabelRow(place.area.left() - look.px(4), right, look.px(6))
    labels, lines = [], []
    for text, x, color, mark in _wished(place, look):
        start = row.place(x, width(look.sans("small"), text), look.px(5))
        if start is not None:
            labels.append(Label(text, start, color))
        if mark is not None and (start is not None or mark.main):
            lines.append(mark)
    return Written(tuple(labels), tuple(lines), tuple(_limits(place, look, lines)))


def _wished(place: Place, look: Style) -> list[tuple[str, float, QColor, Mark | None]]:
    """All names that might stand above, the most telling first."""
    scene = place.scene
    wished: list[tuple[str, float, QColor, Mark | None]] = []
    if scene.blackout:
        left, right = place.span(*scene.blackout)
        name = translate("Charts", "blackout")
        # A name wider than its band ends with it: the next event, the parachutes, needs the room beyond.
        middle = min((left + right) / 2, right - width(look.sans("small"), name) / 2)
        wished.append((name, middle, readable(look, "burn"), None))
    wished += [(str(mark.label), place.x_of(mark.t), look.color("second"), mark) for mark in scene.marks]
    return wished


def _limits(place: Place, look: Style, marks: list[Mark]) -> list[LimitName]:
    """Each limit's shape with its name, or with its bound alone, within its own stripe where that is clear."""
    scene, metrics = place.scene, QFontMetricsF(look.sans("small"))
    height, found = metrics.ascent() + metrics.descent(), []
    lines = [place.x_of(mark.t) for mark in marks]
    lines += place.span(*scene.blackout) if scene.blackout else ()
    curves = [place.points(curve.t, curve.values) for curve in (*scene.curves, *scene.others)] if scene.zones else []
    for zone in scene.zones:
        top, bottom = place.y_of(zone.high), place.y_of(zone.low)
        for words in (zone.name, zone.bound) if bottom - top >= height - 2 else ():
            wide = look.px(SIGN + _GAP) + width(look.sans("small"), words)
            box = QRectF(0, (top + bottom - height) / 2, wide, height)
            start = _free(place.area, box, look.px(_GAP), curves, lines)
            if start is not None:
                found.append(LimitName(words, zone.level, box.translated(start, 0)))
                break
    return found


def _free(area: QRectF, box: QRectF, gap: float, curves: list[Floats], lines: list[float]) -> float | None:
    """The leftmost start at which neither a curve nor the line of an event passes through a box, or near it."""
    first, last = area.left() + gap, area.right() - box.width() - gap
    if last < first:
        return None
    starts = np.linspace(first, last, _TRIED).tolist()
    unlined = (x for x in starts if not any(x - gap < line < x + box.width() + gap for line in lines))
    near = box.adjusted(-gap, 0, gap, 0)
    return next((x for x in unlined if not any(_crosses(xy, near.translated(x, 0)) for xy in curves)), None)


def _crosses(xy: Floats, box: QRectF) -> bool:
    """Whether a curve of pixels (n, 2) passes through a box."""
    first, last = np.searchsorted(xy[:, 0], (box.left(), box.right()))
    ends = np.interp((box.left(), box.right()), xy[:, 0], xy[:, 1])
    y = np.append(xy[first:last, 1], ends)
    return bool(y.min() < box.bottom() and y.max() > box.top())


def paint_events(painter: QPainter, place: Place, look: Style, labels: tuple[Label, ...]) -> None:
    """Writes the names of the events above the plot."""
    painter.setFont(look.sans("small"))
    for label in labels:
        painter.setPen(label.color)
        painter.drawText(QPointF(label.x, place.area.top() - look.px(5)), label.text)


def paint_limits(painter: QPainter, look: Style, limits: tuple[LimitName, ...]) -> None:
    """Draws the shape of each limit's level and writes its name."""
    for limit in limits:
        box = limit.box
        # Lines of values end beside the words.
        painter.fillRect(box.adjusted(-look.px(3), 0, look.px(3), 0), look.color("panel", 0.7))
        paint_sign(painter, look, QPointF(box.left() + look.px(SIGN) / 2, box.center().y()), limit.level)
        text = box.adjusted(look.px(SIGN + _GAP), 0, 2, 0)
        write(painter, text, limit.text, look.sans("small"), look.color("second"))


def paint_sign(painter: QPainter, look: Style, centre: QPointF, level: Level) -> None:
    """The shape of a level in its colour: a triangle, a diamond, an octagon."""
    painter.save()
    painter.translate(centre)
    painter.scale(look.px(SIGN) / 2, look.px(SIGN) / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color(level.value))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _SIGNS[level]]))
    painter.restore()


_SIGNS: dict[Level, tuple[tuple[float, float], ...]] = {
    Level.CAUTION: ((0, -0.95), (1.05, 0.85), (-1.05, 0.85)),
    Level.SERIOUS: ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
    Level.CRITICAL: ((-0.4, -1), (0.4, -1), (1, -0.4), (1, 0.4), (0.4, 1), (-0.4, 1), (-1, 0.4), (-1, -0.4)),
}
