"""The three modules of the ship in their order, together or apart, and what becomes of each."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from mission_gui.language import translate
from mission_gui.panels.descent_scene import Scene
from mission_gui.panels.descent_words import MODULES, MODULES_NOTE, fate, parting
from mission_gui.panels.layer import Layer, open_layer
from mission_gui.panels.lettering import CENTRE, RIGHT, fitting, width, write
from mission_gui.theme import Style

_GAP = 34.0
"""Units of the drawing by which a module stands off the descent module when they are apart."""


def modules_picture(look: Style, scene: Scene, box: QRectF, told: bool, t: float, ratio: float) -> Layer:
    """The drawing as it is before or after separation, `t` in seconds of mission time; where `told`, with the fates."""
    layer, painter = open_layer(box.size(), ratio, look.color("panel"))
    area = QRectF(0, 0, box.width(), box.height())
    painter.setPen(QPen(look.color("line"), 1))
    painter.setBrush(look.color("raised"))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
    inset = area.adjusted(look.px(10), look.px(5), -look.px(10), -look.px(5))
    head = QRectF(inset.left(), inset.top(), inset.width(), look.px(17))
    if told:
        write(painter, head, translate("Descent", "Modules").upper(), look.sans("small", 500, 80), look.color("second"))
    write(painter, head, parting(scene, t), look.sans("small"), look.color("text"), RIGHT if told else CENTRE)
    apart = scene.begun(t)
    drawing = QRectF(inset.left(), head.bottom(), inset.width(), look.px(60 if told else 46))
    draw_modules(painter, drawing, apart, look.color("second"), look.color("soyuz"), look.px(1.3))
    _write_names(painter, look, scene, QRectF(inset.left(), drawing.bottom(), inset.width(), look.px(15)), told)
    if told:
        small, note = look.sans("small"), str(MODULES_NOTE)
        foot = QRectF(inset.left(), inset.bottom() - look.px(15), inset.width(), look.px(15))
        words = fitting(small, foot.width(), note, note.partition(";")[0])
        write(painter, foot, words, small, look.color("third"), CENTRE)
    painter.end()
    return layer


def _write_names(painter: QPainter, look: Style, scene: Scene, row: QRectF, told: bool) -> None:
    """What each module is called, and below that what becomes of it where that is `told`."""
    column, small = row.width() / len(MODULES), look.sans("small")
    roomy = told and all(width(small, str(name)) <= column - look.px(4) for _, name, _ in MODULES)
    for index, (key, name, short) in enumerate(MODULES):
        line = QRectF(row.left() + index * column, row.top(), column - look.px(4), row.height())
        inks = ("soyuz_text" if key == "descent" else "text", "second", "second")
        wordings = (str(name if roomy else short), *(fate(scene, key) if told else ()))
        for words, ink in zip(wordings, inks, strict=False):
            write(painter, line, words, small, look.color(ink), CENTRE)
            line.translate(0, row.height())


def draw_modules(painter: QPainter, box: QRectF, apart: bool, color: QColor, own: QColor, pen_width: float) -> None:
    """Orbital, descent and service module from left to right; the descent module, with the crew, in its own colour."""
    painter.save()
    scale = min(box.width() / 280, box.height() / 60)
    painter.translate(box.center())
    painter.scale(scale, scale)
    gap = _GAP if apart else 0.0
    for draw, aside, ink in ((_orbital, -gap, color), (_service, gap, color), (_descent, 0.0, own)):
        fill = QColor(ink)
        fill.setAlphaF(0.2)
        painter.setPen(QPen(ink, pen_width / scale, j=Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(fill)
        painter.save()
        painter.translate(aside, 0)
        draw(painter)
        painter.restore()
    painter.restore()


def _orbital(painter: QPainter) -> None:
    """A ball with the docking probe in front."""
    painter.drawRoundedRect(QRectF(-57, -15, 42, 30), 13, 13)
    painter.drawPolygon(QPolygonF([QPointF(-57, -6), QPointF(-65, -4), QPointF(-65, 4), QPointF(-57, 6)]))
    painter.drawLine(QPointF(-65, 0), QPointF(-73, 0))


def _descent(painter: QPainter) -> None:
    """A bell; its heat shield is at the right, toward the service module."""
    bell = QPainterPath(QPointF(-15, -8))
    bell.cubicTo(-6, -9, 4, -14, 13, -16)
    bell.quadTo(19, 0, 13, 16)
    bell.cubicTo(4, 14, -6, 9, -15, 8)
    bell.closeSubpath()
    painter.drawPath(bell)


def _service(painter: QPainter) -> None:
    """A drum with a skirt, the engine at its end, and the solar arrays."""
    painter.drawPolygon(
        QPolygonF(
            [QPointF(17, -16), QPointF(46, -16), QPointF(58, -19), QPointF(58, 19), QPointF(46, 16), QPointF(17, 16)]
        )
    )
    painter.drawPolygon(QPolygonF([QPointF(58, -5), QPointF(65, -8), QPointF(65, 8), QPointF(58, 5)]))
    for side in (-1, 1):
        painter.drawRect(QRectF(34, 16 if side > 0 else -28, 14, 12))
