"""Load and heating beside the descent's line, on the same altitudes."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from mission_gui.domain.channels import CHANNELS
from mission_gui.language import translate
from mission_gui.panels.descent_plot import Line, dashes, dots, line, paint_altitudes
from mission_gui.panels.descent_profile import Axes, round_ticks
from mission_gui.panels.descent_scene import Scene, Strip
from mission_gui.panels.descent_words import peak_place, peak_value
from mission_gui.panels.label_row import readable
from mission_gui.panels.lettering import CENTRE, RIGHT, fitting, width, write
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.wording import number, unit
from mission_gui.theme import Style

COLOR = "burn"
_FLOWN, _COMING = 1.8, 1.6
_DASHES = "– – –"
_QUIET = 75e3
"""Metres above which load and heating leave the right of a strip to words."""


def strip_axes(strip: Strip, box: QRectF, top: float) -> Axes:
    """The axes of a strip in a rectangle: the channel from zero at the left, in shown units, and the altitudes."""
    most = max(float(drawn.values.max()) for drawn in (strip, *strip.others))
    return Axes(box.left(), box.top(), box.width(), box.height(), 0.0, most * 1.12, top)


def strip_line(strip: Strip, axes: Axes) -> Line:
    """The channel's line in pixels."""
    return line(strip.t, axes.points(strip.values, strip.altitude))


def paint_strip(
    painter: QPainter, look: Style, scene: Scene, strip: Strip, axes: Axes, own: Line, labelled: bool
) -> None:
    """All of a strip but what is flown of its `own` line."""
    bottom = axes.upper + axes.height
    paint_altitudes(painter, look, axes, labelled)
    for value in round_ticks(0.0, axes.last, max(int(axes.width / look.px(48)), 1)):
        x = round(axes.x_of(value)) + 0.5
        painter.setPen(QPen(look.color("line" if value == 0 else "graticule"), 1))
        painter.drawLine(QLineF(x, axes.upper, x, bottom))
        box = QRectF(x - look.px(24), bottom + look.px(9), look.px(48), look.px(18))
        write(
            painter,
            box,
            number(value, 0 if value.is_integer() else 1),
            look.mono("small"),
            look.color("second"),
            CENTRE,
        )
    painter.save()
    painter.setClipRect(QRectF(axes.left - 1, axes.upper, axes.width + 2, axes.height + 1))
    for theirs, other in zip(strip.others, scene.others, strict=True):
        painter.setPen(dashes(readable(look, other.neighbour.color), look.px(1.2)))
        painter.drawPolyline(polygon(strip_line(theirs, axes).xy))
    painter.setPen(dots(look.color(COLOR), look.px(_COMING)))
    painter.drawPolyline(polygon(own.xy))
    painter.restore()
    painter.setPen(QPen(look.color(COLOR), look.px(1.8)))
    painter.setBrush(look.color("panel"))
    peak = QPointF(axes.x_of(float(strip.values[strip.peak])), axes.y_of(float(strip.altitude[strip.peak])))
    painter.drawEllipse(peak, look.px(3.8), look.px(3.8))
    for box, words, font, color in _rows(look, scene, strip, axes):
        write(painter, box, words, font, color, RIGHT)


def head(look: Style, scene: Scene, strip: Strip, axes: Axes) -> QRectF:
    """Where a strip's name and peaks are told."""
    found = QRectF()
    for box, words, font, _ in _rows(look, scene, strip, axes):
        found = found.united(box.adjusted(box.width() - width(font, words) - look.px(4), 0, look.px(4), 0))
    return found


def _rows(look: Style, scene: Scene, strip: Strip, axes: Axes) -> list[tuple[QRectF, str, QFont, QColor]]:
    """The words in their places, up where neither load nor heating is."""
    room = QRectF(axes.left + look.px(12), axes.upper + look.px(2), axes.width - look.px(12), look.px(17))
    rows = []
    for wordings, font, color in _told(look, scene, strip):
        if room.bottom() > axes.y_of(_QUIET):
            break
        rows.append((QRectF(room), fitting(font, room.width(), *wordings), font, color))
        room.translate(0, room.height())
    return rows


def _told(look: Style, scene: Scene, strip: Strip) -> list[tuple[tuple[str, ...], QFont, QColor]]:
    """Name, peak, and the other flight's peak, each in full and in fewer words, with its font and colour."""
    small = look.sans("small")
    what, shown_in = str(CHANNELS[strip.channel].name).upper(), unit(CHANNELS[strip.channel].unit)
    peak = translate("Descent", "peak {value}").format(value=peak_value(strip))
    lines: list[tuple[tuple[str, ...], QFont, QColor]] = [
        ((f"{what}, {shown_in}", what), look.sans("small", 500, 80), look.color("second")),
        ((peak, peak_value(strip)), look.sans("small", 600), readable(look, COLOR)),
        ((peak_place(scene, strip), peak_place(scene, strip).partition(",")[0]), small, look.color("second")),
    ]
    for theirs, other in zip(strip.others, scene.others, strict=True):
        worst = peak_value(theirs)
        name = other.neighbour.name
        # Without a name the dashes of its line tell whose peak it is.
        told = (f"{name} {worst}", f"{name.split()[0]} {worst}", f"{_DASHES} {worst}")
        lines.append((told, small, readable(look, other.neighbour.color)))
    return lines


def paint_flown(painter: QPainter, look: Style, flown: Line, t: float) -> None:
    """What is flown of a strip's line, and the dot of the moment."""
    pen = QPen(look.color(COLOR), look.px(_FLOWN))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(flown.until(t))
    if t < flown.t[-1]:
        painter.setPen(QPen(look.color("panel"), look.px(1)))
        painter.setBrush(look.color(COLOR))
        painter.drawEllipse(flown.at(t), look.px(4), look.px(4))
