"""What every view of the board has in common: a frame with a heading, and three duties."""

from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.panels.focus import draw_focus
from mission_gui.panels.lettering import RIGHT, fitting, width, write
from mission_gui.panels.opaque import tell_opaque
from mission_gui.panels.provenance import Origin, Sourced, words_at, wrapped
from mission_gui.panels.telling import tell
from mission_gui.panels.zero import UNDOCKING
from mission_gui.theme import Style

_APART = " · "
"""Between the parts of a note, the most telling first."""


class Panel(QWidget):
    """A view: built once, `load` draws the unchanging, `show_frame` moves the changing.

    It is told everything and asks for nothing but a time: `sought(seconds of mission time)`.
    Subclasses draw in `paint_content`, or put child widgets into `content()`.
    """

    sought = Signal(float)
    told = Signal()
    """The heading or the note beside it changed."""
    viewed = Signal()
    """The user changed the view of it: zoom, choice, order."""

    heading: Text | str = ""
    title: Text | str = ""
    """What the panel is called where it has no heading of its own."""
    header_height = 31.0
    opaque = True
    """Whether every point of it is painted over."""
    accessible_role = QAccessible.Role.Grouping
    """What it is to a screen reader."""
    strip: QWidget | None = None
    """What stands in the place of a heading."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = style
        self.mission: Mission | None = None
        self.trajectory: Trajectory | None = None
        self.frame: Frame | None = None
        self.alternatives: Alternatives = NONE
        self.note = ""
        self.zero = UNDOCKING
        self._headed = "", ""
        self.docked = self.bare = False
        self.figures = True
        self._picture: object = None
        self.setAccessibleName(str(self.heading or self.title) or type(self).__name__)

    def is_other(self, mission: Mission) -> bool:
        """Whether a mission is not the one on show: of the same one, read anew, the user keeps view and selection."""
        return self.mission is None or self.mission.id != mission.id

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        """A new flight: draw what does not change."""
        self.mission, self.trajectory, self.frame, self.alternatives = mission, trajectory, None, NONE
        self.update()

    def show_alternatives(self, alternatives: Alternatives) -> None:
        """What else might have been: draw it beside the flight."""
        self.alternatives = alternatives
        self.update()

    def show_frame(self, frame: Frame) -> None:
        """A new instant: move what changes."""
        self.frame = frame
        tell(self, self.describe(frame))
        said = str(self.heading), self.note
        if self.docked and said != self._headed:
            self._headed = said
            self.told.emit()
        picture = self.picture_of(frame)
        if picture is None or picture != self._picture:
            self._picture = picture
            self.update()

    def picture_of(self, frame: Frame) -> object:
        """All that the picture depends on at a moment, where that changes more seldom than the moment; else None."""
        return None

    def show_clock(self, clock: MissionClock) -> None:
        """How time runs; only a few panels tell it."""

    def set_zero(self, zero: str) -> None:
        """The id of the event from which T is counted from now on."""
        self.zero = zero

    def set_hasty(self, hasty: bool) -> None:
        """While it is hasty a picture is wanted at once: a panel may leave out what takes long, and draws it later."""

    def restyle(self, style: Style) -> None:
        """Another theme or type size: drop what was cached and draw again."""
        self.look = style
        self.update()

    def describe(self, frame: Frame) -> str:
        """The panel in one sentence, for a screen reader and for captions."""
        return ""

    def view_state(self) -> dict[str, Any]:
        """The user's view of the panel in plain values, for undo and for the next run."""
        return {}

    def restore_view(self, state: dict[str, Any]) -> None:
        """A view that `view_state` gave."""

    def sourced(self) -> list[Sourced]:
        """The figures on show, each with where it stands and where it comes from."""
        return []

    def note_source(self) -> tuple[Origin, str] | None:
        """How what stands beside the heading is known, and what is told of it; None where it holds no figure."""
        return None

    def tip_at(self, at: QPointF) -> str:
        """What a hover at a point tells; empty where there is nothing to explain."""
        return words_at(self.sourced(), at)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), wrapped(self.tip_at(QPointF(event.pos()))), self)
            return True
        tell_opaque(self, event, self.opaque)
        return super().event(event)

    def dock(self) -> None:
        """Leaves the heading to the bar of a dock."""
        self.docked = True

    def rest(self) -> None:
        """Ends every haste: the next picture is sharp."""

    def set_bare(self, bare: bool) -> None:
        """Without its controls, as for a picture or a wall; with them again."""
        self.bare = bare
        self.update()

    def set_figures(self, figures: bool) -> None:
        """With its readings, or without them where they stand beside it."""
        self.figures = figures
        self.update()

    def content(self) -> QRectF:
        """The area below the heading."""
        top = self.look.px(self.header_height) if self.heading and not self.docked else 0.0
        return QRectF(0, top, self.width(), self.height() - top).adjusted(1, 0, -1, -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.paint_frame(painter)
        self.paint_content(painter, self.content())
        if self.hasFocus() and self.focusPolicy() & Qt.FocusPolicy.TabFocus:
            draw_focus(painter, self.look, QRectF(self.rect()))
        painter.end()

    def paint_frame(self, painter: QPainter) -> None:
        """The surface, its border, and the heading with the note at its right; in a dock its bar has the upper part."""
        look = self.look
        painter.fillRect(self.rect(), look.color("window"))
        above = -look.px(8) if self.docked else 0.5
        box = QRectF(self.rect()).adjusted(0.5, above, -0.5, -0.5)
        painter.setPen(QPen(look.color("line"), 1))
        painter.setBrush(look.color("panel"))
        painter.drawRoundedRect(box, look.px(4), look.px(4))
        if not self.heading or self.docked:
            return
        height = look.px(self.header_height)
        painter.drawLine(QPointF(box.left(), height - 0.5), QPointF(box.right(), height - 0.5))
        strip, heading = QRectF(0, 0, self.width(), height), str(self.heading)
        paint_heading(painter, look, strip, heading)
        paint_note(painter, look, strip, heading, self.note)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Draws the panel's own part; the default leaves it empty for child widgets."""


def paint_heading(painter: QPainter, look: Style, box: QRectF, heading: str) -> None:
    """A heading at the left."""
    write(painter, _strip(look, box), heading.upper(), look.sans("small", 500, 80), look.color("second"))


def paint_note(painter: QPainter, look: Style, box: QRectF, heading: str, note: str) -> None:
    """The note at the right of a heading, shortened where that leaves too little room."""
    strip, room = _strip(look, box), note_room(look, box.width(), heading)
    right = strip.adjusted(strip.width() - room, 0, 0, 0)
    write(painter, right, short_note(look, room, note), look.sans("small"), look.color("second"), RIGHT)


def _strip(look: Style, box: QRectF) -> QRectF:
    return box.adjusted(look.px(12), 0, -look.px(12), 0)


def note_room(look: Style, wide: float, heading: str) -> float:
    """The pixels that a heading `wide` across leaves its note."""
    return max(wide - look.px(24 + 16) - width(look.sans("small", 500, 80), heading.upper()), 0.0)


def short_note(look: Style, room: float, note: str) -> str:
    """The note, or as many of its parts as there is room for; words alone may be cut, a figure never."""
    parts = note.split(_APART)
    shorter = (_APART.join(parts[:count]) for count in range(len(parts), 0, -1))
    figure = any(letter.isdigit() for letter in parts[0])
    return fitting(look.sans("small"), room, *shorter, *([""] if figure else []))
