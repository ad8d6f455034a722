"""Buttons of the transport: real controls with painted faces."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from mission_gui.panels.text_button import KeyedButton
from mission_gui.theme import Style

Glyph = Callable[[], QPainterPath]


def _polygon(*points: tuple[float, float]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def play() -> QPainterPath:
    """A triangle whose centre of mass sits at the origin; glyphs fill a circle of radius one."""
    return _polygon((-0.5, -0.85), (0.95, 0.0), (-0.5, 0.85))


def pause() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-0.7, -0.8, 0.48, 1.6))
    path.addRect(QRectF(0.22, -0.8, 0.48, 1.6))
    return path


def next_event() -> QPainterPath:
    path = _polygon((-0.85, -0.75), (0.4, 0.0), (-0.85, 0.75))
    path.addRect(QRectF(0.45, -0.75, 0.32, 1.5))
    return path


def previous_event() -> QPainterPath:
    path = _polygon((0.85, -0.75), (-0.4, 0.0), (0.85, 0.75))
    path.addRect(QRectF(-0.77, -0.75, 0.32, 1.5))
    return path


def minus() -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(-0.9, -0.16, 1.8, 0.32))
    return path


def plus() -> QPainterPath:
    bar = QPainterPath()
    bar.addRect(QRectF(-0.16, -0.9, 0.32, 1.8))
    return minus().united(bar)


class TransportButton(KeyedButton):
    """A round button with a drawn glyph; `primary` ones are filled in the colour of the Soyuz."""

    def __init__(self, style: Style, glyph: Glyph, diameter: float, primary: bool, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.diameter, self.primary = diameter, primary
        self._glyph = glyph

    def sizeHint(self) -> QSize:
        side = round(self.look.px(self.diameter + 4))
        return QSize(side, side)

    def become(self, glyph: Glyph, name: str, key: str) -> None:
        """Another face, with its name for screen readers and its key in the tooltip."""
        self._glyph = glyph
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})")
        self.update()

    def restyle(self, style: Style) -> None:
        self.look = style
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre, radius = QPointF(self.width() / 2, self.height() / 2), self.look.px(self.diameter) / 2
        fill, edge, ink = self._colors()
        painter.setPen(QPen(edge, max(self.look.px(1), 1)))
        painter.setBrush(fill)
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5)
        if self.hasFocus():
            painter.setPen(QPen(self.look.color("text"), max(self.look.px(1.5), 1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, radius + 0.8, radius + 0.8)
        painter.translate(centre)
        size = radius * (0.38 if self.primary else 0.40)
        painter.scale(size, size)
        painter.fillPath(self._glyph(), ink)
        painter.end()

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        """Fill, edge and glyph."""
        look = self.look
        touched = self.underMouse() or self.isDown()
        if self.primary:
            fill = look.color("soyuz").lighter(112) if touched else look.color("soyuz")
            return fill, fill, look.color("panel")
        fill = look.color("lit") if touched else look.color("raised")
        return fill, look.color("border"), look.color("text")
