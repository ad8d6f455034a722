"""The states of an event, each with a shape, a colour and a word."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mission_gui.domain.facts import Text
from mission_gui.theme import Style


class State(StrEnum):
    """Where an event stands at the moment shown."""

    TO_COME = "to_come"
    NEXT = "next"
    IN_PROGRESS = "in_progress"
    RUNNING_LONG = "running_long"
    DONE = "done"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    SKIPPED = "skipped"
    ABORTED = "aborted"


STATE_NAMES: dict[State, Text] = {
    State.TO_COME: Text("to come", "предстоит"),
    State.NEXT: Text("next", "следующее"),
    State.IN_PROGRESS: Text("in progress", "идёт"),
    State.RUNNING_LONG: Text("running long", "затягивается"),
    State.DONE: Text("done", "выполнено"),
    State.DONE_LATE: Text("done late", "выполнено с опозданием"),
    State.OVERDUE: Text("overdue", "запаздывает"),
    State.SKIPPED: Text("skipped or not reported", "пропущено или без сообщения"),
    State.ABORTED: Text("aborted", "прервано"),
}

STATE_COLORS: dict[State, str] = {
    State.TO_COME: "third",
    State.NEXT: "soyuz",
    State.IN_PROGRESS: "soyuz",
    State.RUNNING_LONG: "serious",
    State.DONE: "normal",
    State.DONE_LATE: "caution",
    State.OVERDUE: "serious",
    State.SKIPPED: "off",
    State.ABORTED: "critical",
}


def draw_mark(painter: QPainter, look: Style, centre: QPointF, state: State, size: float) -> None:
    """The shape of a state, `size` pixels across."""
    painter.save()
    color = look.color(STATE_COLORS[state])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(centre)
    painter.scale(size / 14, size / 14)
    painter.setPen(QPen(color, 1.3))
    _SHAPES[state](painter, color, look.color("panel"))
    painter.restore()


def _ring(painter: QPainter, color: QColor, surface: QColor) -> None:
    painter.drawEllipse(QRectF(-6, -6, 12, 12))


def _arrow(painter: QPainter) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([QPointF(-1.9, -3.1), QPointF(3.5, 0), QPointF(-1.9, 3.1)]))


def _ring_with_arrow(painter: QPainter, color: QColor, surface: QColor) -> None:
    _ring(painter, color, surface)
    painter.setBrush(color)
    _arrow(painter)


def _disc_with_arrow(painter: QPainter, color: QColor, surface: QColor) -> None:
    painter.setBrush(color)
    _ring(painter, color, surface)
    painter.setBrush(surface)
    _arrow(painter)


def draw_tick(painter: QPainter, surface: QColor) -> None:
    """About the origin, some 6 wide."""
    painter.setPen(QPen(surface, 1.8, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(QPolygonF([QPointF(-2.9, 0.1), QPointF(-0.8, 2.3), QPointF(3.0, -2.2)]))


def _disc_with_tick(painter: QPainter, color: QColor, surface: QColor) -> None:
    painter.setBrush(color)
    _ring(painter, color, surface)
    draw_tick(painter, surface)


def _square(painter: QPainter, color: QColor) -> None:
    painter.setBrush(color)
    painter.drawRoundedRect(QRectF(-5.6, -5.6, 11.2, 11.2), 2.4, 2.4)


def _square_with_tick(painter: QPainter, color: QColor, surface: QColor) -> None:
    _square(painter, color)
    draw_tick(painter, surface)


def _square_with_arrow(painter: QPainter, color: QColor, surface: QColor) -> None:
    _square(painter, color)
    painter.setBrush(surface)
    _arrow(painter)


def _triangle(painter: QPainter, color: QColor, surface: QColor) -> None:
    painter.drawPolygon(QPolygonF([QPointF(0, -6), QPointF(6.2, 5.2), QPointF(-6.2, 5.2)]))
    painter.drawLine(QPointF(0, -1.9), QPointF(0, 1.4))
    painter.drawPoint(QPointF(0, 3.4))


def _ring_with_bar(painter: QPainter, color: QColor, surface: QColor) -> None:
    _ring(painter, color, surface)
    painter.drawLine(QPointF(-3.9, 3.9), QPointF(3.9, -3.9))


def _octagon_with_cross(painter: QPainter, color: QColor, surface: QColor) -> None:
    painter.setBrush(color)
    edge = ((-2.5, -6), (2.5, -6), (6, -2.5), (6, 2.5), (2.5, 6), (-2.5, 6), (-6, 2.5), (-6, -2.5))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in edge]))
    painter.setPen(QPen(surface, 1.8, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(-2.4, -2.4), QPointF(2.4, 2.4))
    painter.drawLine(QPointF(-2.4, 2.4), QPointF(2.4, -2.4))


_SHAPES: dict[State, Callable[[QPainter, QColor, QColor], None]] = {
    State.TO_COME: _ring,
    State.NEXT: _ring_with_arrow,
    State.IN_PROGRESS: _disc_with_arrow,
    State.RUNNING_LONG: _square_with_arrow,
    State.DONE: _disc_with_tick,
    State.DONE_LATE: _square_with_tick,
    State.OVERDUE: _triangle,
    State.SKIPPED: _ring_with_bar,
    State.ABORTED: _octagon_with_cross,
}
