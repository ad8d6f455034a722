"""How the sources of figures are painted: a mark on each, the shapes in words, and a card on the one that is chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from mission_gui.panels.lettering import width, write
from mission_gui.panels.provenance import DISPUTED, ORIGIN_COLORS, ORIGIN_NAMES, Origin, Sourced, draw_origin
from mission_gui.theme import Style
from mission_gui.window.overlays import draw_card

_WRAP = int((Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value)
_WIDTH, _RIM, _MARK, _GAP = 430.0, 14.0, 12.0, 12.0
_LOW = 26.0
"""A figure lower than this has its mark beside its middle, a higher one above; a mark on a plot lies under its own."""
_MOST_SHARE = 0.7
"""Of the height there is that the card may take."""
_TOP, _ROW = 74.0, 32.0
"""Where the shapes in words stand over a board, below its header, and the height of a row of them."""


def paint_figure(painter: QPainter, look: Style, figure: Sourced, lit: bool) -> None:
    """The mark of one figure."""
    box = figure.box.adjusted(1, 1, -1, -1)
    color = "critical" if figure.disputed else ORIGIN_COLORS[figure.origin]
    painter.setPen(QPen(look.color(color, 1.0 if lit else 0.3), look.px(2 if lit else 1)))
    painter.setBrush(look.color(color, 0.16 if lit else 0.04))
    painter.drawRoundedRect(box, look.px(2), look.px(2))
    size = min(look.px(_MARK), max(box.height(), look.px(8)))
    disc = QPointF(box.right() + size * 0.1, box.top() + size * 0.3)
    if box.width() < 2.5 * size:
        disc = box.center()
    elif box.height() < look.px(_LOW):
        disc.setY(box.center().y())
    painter.setPen(QPen(look.color(color), 1))
    painter.setBrush(look.color("window"))
    painter.drawEllipse(disc, size * 0.66, size * 0.66)
    draw_origin(painter, look, disc, figure.origin, size * 0.8)


def paint_legend(painter: QPainter, look: Style, figures: list[Sourced], room: QRectF) -> None:
    """The shapes in view with their words: over the middle of a board, or at the foot of a narrow window."""
    px = look.px
    present: list[Origin | None] = [origin for origin in Origin if any(figure.origin is origin for figure in figures)]
    if any(figure.disputed for figure in figures):
        present.append(None)
    lines = _lines(look, present, room.width() - px(2 * _GAP))
    wide = max((sum(_long(look, origin) for origin in line) for line in lines), default=0.0) + px(8)
    box = QRectF(room.center().x() - wide / 2, room.top() + px(_TOP), wide, px(_ROW) * len(lines))
    if len(lines) > 1:
        box.moveBottom(room.bottom() - px(_GAP))
    draw_card(painter, look, box)
    for row, line in enumerate(lines):
        x = box.left() + px(14)
        for origin in line:
            _paint_word(painter, look, origin, QRectF(x, box.top() + row * px(_ROW), _long(look, origin), px(_ROW)))
            x += _long(look, origin)


def _lines(look: Style, origins: list[Origin | None], room: float) -> list[list[Origin | None]]:
    """As many beside each other as there is room for."""
    lines: list[list[Origin | None]] = []
    left = 0.0
    for origin in origins:
        long = _long(look, origin)
        if not lines or long > left:
            lines.append([])
            left = room - look.px(8)
        lines[-1].append(origin)
        left -= long
    return lines


def _name(origin: Origin | None) -> str:
    return str(DISPUTED) if origin is None else str(ORIGIN_NAMES[origin])


def _long(look: Style, origin: Origin | None) -> float:
    return look.px(22) + width(look.sans("small", 500), _name(origin)) + look.px(16)


def _paint_word(painter: QPainter, look: Style, origin: Origin | None, box: QRectF) -> None:
    """A shape and its name; where `origin` is None, the frame of a figure on which sources differ."""
    middle = QPointF(box.left() + look.px(5), box.center().y())
    if origin is not None:
        draw_origin(painter, look, middle, origin, look.px(_MARK))
    else:
        painter.setPen(QPen(look.color("critical"), look.px(2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = look.px(5)
        painter.drawRoundedRect(QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half), 2, 2)
    write(painter, box.adjusted(look.px(18), 0, 0, 0), _name(origin), look.sans("small", 500), look.color("text"))


def paint_known(painter: QPainter, look: Style, figure: Sourced, room: QRectF) -> None:
    """What is known of a figure, beside it."""
    px = look.px
    head, _, rest = figure.words().partition("\n")
    title, body = look.sans("medium", 600), look.sans("normal")
    wide = min(px(_WIDTH), room.width() - px(2 * _GAP))
    inner = QRectF(0, 0, wide - px(2 * _RIM), room.height() * _MOST_SHARE)
    high = [
        QFontMetricsF(font).boundingRect(inner, _WRAP, text).height() if text else 0.0
        for font, text in ((title, head), (body, rest))
    ]
    size = QSize(round(wide), round(sum(high) + px(2 * _RIM + 34)))
    box = beside_box(figure.box, size, room, px(_GAP))
    draw_card(painter, look, box)
    line = box.adjusted(px(_RIM), px(_RIM), -px(_RIM), -px(_RIM))
    draw_origin(painter, look, QPointF(line.left() + px(6), line.top() + px(9)), figure.origin, px(14))
    known = str(ORIGIN_NAMES[figure.origin])
    first = QRectF(line.left() + px(20), line.top(), line.width() - px(20), px(18))
    write(painter, first, known, look.sans("small", 600), look.color(ORIGIN_COLORS[figure.origin]))
    if figure.disputed:
        first.setLeft(first.left() + width(look.sans("small", 600), known) + px(12))
        write(painter, first, str(DISPUTED), look.sans("small", 600), look.color("critical"))
    for font, text, color, top in ((title, head, "text", px(26)), (body, rest, "second", px(32) + high[0])):
        painter.setFont(font)
        painter.setPen(look.color(color))
        painter.drawText(line.adjusted(0, top, 0, 0), _WRAP, text)


def beside_box(figure: QRectF, size: QSize, room: QRectF, gap: float) -> QRectF:
    """A box of a size next to a figure: at its right, left, below or above, where it is whole."""
    w, h = size.width(), size.height()
    top = min(max(figure.top(), room.top() + gap), room.bottom() - gap - h)
    left = min(max(figure.left(), room.left() + gap), room.right() - gap - w)
    places = (
        QRectF(figure.right() + gap, top, w, h),
        QRectF(figure.left() - gap - w, top, w, h),
        QRectF(left, figure.bottom() + gap, w, h),
        QRectF(left, figure.top() - gap - h, w, h),
    )
    return next((place for place in places if room.contains(place)), QRectF(left, top, w, h))
