"""The strip over the charts: heading, what shading and lines mean, and the buttons."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.limits import Level
from mission_gui.language import translate
from mission_gui.panels.chart_band import SIGMAS
from mission_gui.panels.chart_flight import Flight
from mission_gui.panels.chart_ground import BAND, BLACKOUT, CONTACT
from mission_gui.panels.chart_names import paint_sign
from mission_gui.panels.chart_scene import Scene
from mission_gui.panels.lettering import RIGHT, width, write
from mission_gui.panels.view_button import ViewButton
from mission_gui.theme import Style

_SWATCH, _GAP = 16.0, 14.0


class Kind(Enum):
    """How a sign of the legend is drawn."""

    FILL = "fill"
    BAR = "bar"
    DASHES = "dashes"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Sign:
    """What something on the charts means."""

    kind: Kind
    color: str
    strength: float
    text: str


def legend(flight: Flight, scenes: Iterable[Scene]) -> tuple[Sign, ...]:
    """What the charts on show need explained, the most needed first."""
    shown = tuple(scenes)
    found = []
    if any(scene.bands for scene in shown):
        found.append(Sign(Kind.FILL, "off", 2 * BAND, f"±{SIGMAS:g}σ"))
    drawn = {curve.color for scene in shown for curve in scene.others}
    found += [Sign(Kind.DASHES, other.color, 0.9, other.name) for other in flight.others if other.color in drawn]
    if any(scene.contacts for scene in shown):
        found.append(Sign(Kind.BAR, "station", CONTACT, translate("Charts", "ground contact")))
    if any(scene.blackout for scene in shown):
        found.append(Sign(Kind.FILL, "critical", 2 * BLACKOUT, translate("Charts", "radio blackout")))
    zones = {
        zone.name: zone for scene in shown for zone in scene.zones if zone.high - zone.low < scene.high - scene.low
    }
    found += [Sign(Kind.LEVEL, zone.level.value, 1.0, zone.name) for zone in zones.values()]
    return tuple(found)


class ChartStrip(QWidget):
    """Stands in the bar of a dock, or on top of the panel."""

    accessible_role = QAccessible.Role.ToolBar
    menu_wished = Signal()
    stacked = Signal(bool)
    zoomed = Signal(float)
    automatic = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.bare = False
        self.look = style
        self.signs: tuple[Sign, ...] = ()
        self.heading = translate("Charts", "Charts").upper()
        self.setAccessibleName(translate("Charts", "Legend of the charts"))
        self.choose, self.stack, self.farther, self.nearer, self.auto = (
            ViewButton(style, text, name, hint, self)
            for text, name, hint in (
                (translate("Charts", "Choose…"), translate("Charts", "Choose charts"), translate("Charts", "menu")),
                (
                    translate("Charts", "Stacked"),
                    translate("Charts", "Charts stacked"),
                    translate("Charts", "one axis of time"),
                ),
                ("−", translate("Charts", "Longer stretch"), translate("Charts", "−, or the wheel")),
                (
                    "+",
                    translate("Charts", "Shorter stretch"),
                    translate("Charts", "+, the wheel, or drag over a chart"),
                ),
                (
                    translate("Charts", "Auto"),
                    translate("Charts", "Automatic stretch"),
                    translate("Charts", "double click"),
                ),
            )
        )
        self.choose.opens = True
        self.stack.setCheckable(True)
        self.auto.setCheckable(True)
        self.choose.clicked.connect(self.menu_wished)
        self.stack.toggled.connect(self.stacked)
        self.farther.clicked.connect(lambda: self.zoomed.emit(-2.0))
        self.nearer.clicked.connect(lambda: self.zoomed.emit(2.0))
        self.auto.clicked.connect(self.automatic)

    @property
    def buttons(self) -> tuple[ViewButton, ...]:
        """From left to right."""
        return self.choose, self.stack, self.farther, self.nearer, self.auto

    def tell(self, signs: tuple[Sign, ...], stacked: bool, automatic: bool) -> None:
        """What to explain, and how the buttons stand."""
        self.stack.blockSignals(True)
        self.stack.setChecked(stacked)
        self.stack.blockSignals(False)
        self.auto.setChecked(automatic)
        if signs != self.signs:
            self.signs = signs
            self.setAccessibleDescription(", ".join(sign.text for sign in signs))
            self._tell_whole()
            self.update()

    def restyle(self, style: Style) -> None:
        """Another theme or type size."""
        self.look = style
        for button in self.buttons:
            button.look = style
        self._place()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(400)), round(self.look.px(31)))

    def set_bare(self, bare: bool) -> None:
        """The heading and the legend alone."""
        self.bare = bare
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """From the right; what has no room beside the heading is left out, the menu last."""
        gap, right = round(self.look.px(4)), self.width() - round(self.look.px(6))
        least = self._heading_width()
        wished = [] if self.bare else [*reversed(self.buttons)]
        long = {button: button.sizeHint() for button in wished}
        while wished[:-1] and sum(long[b].width() + gap for b in wished) > right - least:
            wished.remove(self.stack if self.stack in wished else wished[0])
        for button in self.buttons:
            button.setVisible(button in wished)
        for button in wished:
            size = long[button]
            button.setGeometry(right - size.width(), (self.height() - size.height()) // 2, size.width(), size.height())
            right -= size.width() + gap
        self._tell_whole()

    def _tell_whole(self) -> None:
        """A hover tells the whole legend where not all of it has room."""
        cut = len(self._fitting(self._legend_right() - self._heading_width())) < len(self.signs)
        self.setToolTip("\n".join(sign.text for sign in self.signs) if cut else "")

    def _legend_right(self) -> float:
        """Where the legend ends, before the first of the buttons."""
        first = min((button.x() for button in self.buttons if not button.isHidden()), default=self.width())
        return first - self.look.px(_GAP)

    def _heading_width(self) -> float:
        return self.look.px(24) + width(self.look.sans("small", 500, 80), self.heading)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        box = QRectF(self.rect()).adjusted(look.px(11), 0, 0, 0)
        write(painter, box, self.heading, look.sans("small", 500, 80), look.color("second"))
        right = self._legend_right()
        font = look.sans("small")
        for sign in self._fitting(right - self._heading_width()):
            text = QRectF(0, 0, right, self.height())
            write(painter, text, sign.text, font, look.color("second"), RIGHT)
            right -= width(font, sign.text) + look.px(6)
            self._paint_sign(painter, QRectF(right - look.px(_SWATCH), 0, look.px(_SWATCH), self.height()), sign)
            right -= look.px(_SWATCH + _GAP)
        painter.end()

    def _fitting(self, room: float) -> list[Sign]:
        """As many signs as fit, the most needed first; in the order in which they are written from the right."""
        found: list[Sign] = []
        for sign in self.signs:
            room -= width(self.look.sans("small"), sign.text) + self.look.px(6 + _SWATCH + _GAP)
            if room >= 0:
                found.append(sign)
        return found[::-1]

    def _paint_sign(self, painter: QPainter, box: QRectF, sign: Sign) -> None:
        look, color = self.look, self.look.color(sign.color, sign.strength)
        middle = box.center().y()
        if sign.kind is Kind.LEVEL:
            paint_sign(painter, look, box.center(), Level(sign.color))
        elif sign.kind is Kind.DASHES:
            painter.setPen(QPen(color, look.px(1.4), Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(box.left(), middle, box.right(), middle))
        else:
            half = look.px(5.0 if sign.kind is Kind.FILL else 1.5)
            painter.fillRect(QRectF(box.left(), middle - half, box.width(), 2 * half), color)
