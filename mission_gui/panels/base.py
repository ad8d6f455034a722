"""What every view of the board has in common: a frame with a heading, and three duties."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.theme import Style


class Panel(QWidget):
    """A view: built once, `load` draws the unchanging, `show_frame` moves the changing.

    It is told everything and asks for nothing but a time: `sought(seconds of mission time)`.
    Subclasses draw in `paint_content`, or put child widgets into `content()`.
    """

    sought = Signal(float)

    heading = ""
    header_height = 31.0

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = style
        self.mission: Mission | None = None
        self.trajectory: Trajectory | None = None
        self.frame: Frame | None = None
        self.note = ""
        self.setAccessibleName(self.heading or type(self).__name__)

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new flight: draw what does not change."""
        self.mission, self.trajectory, self.frame = mission, trajectory, None
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """A new instant: move what changes."""
        self.frame = frame
        self.setAccessibleDescription(self.describe(frame))
        self.update()

    def restyle(self, style: Style) -> None:
        """Another theme or type size: drop what was cached and draw again."""
        self.look = style
        self.update()

    def describe(self, frame: Frame) -> str:
        """The panel in one sentence, for a screen reader and for captions."""
        return ""

    def content(self) -> QRectF:
        """The area below the heading."""
        top = self.look.px(self.header_height) if self.heading else 0.0
        return QRectF(0, top, self.width(), self.height() - top).adjusted(1, 0, -1, -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint_frame(painter)
        self.paint_content(painter, self.content())
        painter.end()

    def paint_frame(self, painter: QPainter) -> None:
        """The surface, its border, and the heading with the note at its right."""
        look = self.look
        painter.fillRect(self.rect(), look.color("window"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("panel"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if not self.heading:
            return
        height = look.px(self.header_height)
        painter.drawLine(QPointF(box.left(), height - 0.5), QPointF(box.right(), height - 0.5))
        strip = QRectF(look.px(12), 0, self.width() - look.px(24), height)
        painter.setPen(look.color("second"))
        painter.setFont(look.sans("small", 500, 80))
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.heading.upper())
        taken = painter.fontMetrics().horizontalAdvance(self.heading.upper()) + look.px(16)
        painter.setFont(look.sans("small"))
        note = painter.fontMetrics().elidedText(self.note, Qt.TextElideMode.ElideRight, int(strip.width() - taken))
        painter.drawText(strip, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, note)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Draws the panel's own part; the default leaves it empty for child widgets."""
