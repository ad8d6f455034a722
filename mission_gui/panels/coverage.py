"""What can be seen of the mission on the air: a slate, the day as a lane, and the list of windows."""

from datetime import datetime
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen

from mission_gui.domain.facts import Kind, Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import CoverageWindow, Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.lettering import CENTRE, width, write
from mission_gui.panels.marks import State
from mission_gui.panels.page import Line, ListPage
from mission_gui.panels.provenance import Origin, cited
from mission_gui.panels.sequence import dated
from mission_gui.panels.wording import duration

_LANE = 62.0  # its height with the times below


class Coverage(ListPage):
    """The slate says what is on now, or when the next coverage starts."""

    title = Text("Coverage", "Эфир")

    def make_lines(self, mission: Mission, trajectory: Trajectory, frame: Frame) -> list[Line]:
        return [window_line(mission, window, frame.utc) for window in mission.coverage]

    def picture_of(self, frame: Frame) -> object:
        if self.mission is None:
            return None
        across = (frame.utc - self.mission.start) / (self.mission.end - self.mission.start)
        return slate(self.mission, frame.utc), self.lines, round(2 * across * self.width())

    def describe(self, frame: Frame) -> str:
        """What is on the air."""
        return " ".join(f"{text}." for text in slate(self.mission, frame.utc) if text) if self.mission else ""

    def rows_area(self) -> QRectF:
        area, look = self.content(), self.look
        # The slate takes what the list does not need: it is where footage would be.
        need = self.row_count() * look.px(31)
        room = area.height() - look.px(_LANE)
        top = room - min(need, room * 0.55) - look.px(6)
        return area.adjusted(0, round(top + look.px(_LANE)), 0, -2)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Slate, lane, list."""
        if self.mission is None or self.frame is None:
            return
        look, inset = self.look, self.look.px(12)
        top = area.top() + inset
        lane_height = look.px(_LANE)
        box = QRectF(inset, top, self.width() - 2 * inset, self.rows_area().top() - lane_height - top)
        self._paint_slate(painter, box)
        self._paint_lane(painter, QRectF(inset, box.bottom(), box.width(), lane_height))
        super().paint_content(painter, area)

    def _paint_slate(self, painter: QPainter, box: QRectF) -> None:
        assert self.mission is not None and self.frame is not None
        look, on_air = self.look, bool(windows_at(self.mission, self.frame.utc))
        shade = QLinearGradient(box.topLeft(), box.bottomRight())
        shade.setColorAt(0, look.color("raised"))
        shade.setColorAt(1, look.color("ocean"))
        painter.setPen(QPen(look.color("normal" if on_air else "line", 0.8), 1))
        painter.setBrush(shade)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
        first, second, third = slate(self.mission, self.frame.utc)
        height, y = look.px(20), box.center().y() - look.px(33)
        inner = box.adjusted(look.px(10), 0, -look.px(10), 0)
        strong = look.color("landing_text" if on_air else "second")
        self._centred(painter, inner, y, height, first, "medium", strong, on_air)
        self._centred(painter, inner, y + look.px(24), height, second, "normal", look.color("text"), False)
        self._centred(painter, inner, y + look.px(47), height, third, "small", look.color("second"), False)

    def _centred(
        self, painter: QPainter, box: QRectF, y: float, height: float, text: str, role: str, color: QColor, dot: bool
    ) -> None:
        font = self.look.sans(role, 600 if role == "medium" else 400)
        if width(font, text) > box.width():
            font = self.look.sans("small")
        line = QRectF(box.left(), y, box.width(), height)
        taken = write(painter, line, text, font, color, CENTRE)
        if dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color("normal"))
            x = line.center().x() - taken / 2 - self.look.px(11)
            painter.drawEllipse(QPointF(x, line.center().y()), self.look.px(4), self.look.px(4))

    def _paint_lane(self, painter: QPainter, box: QRectF) -> None:
        """The replay from start to end, coverage as bars, the moment as a line."""
        assert self.mission is not None and self.frame is not None
        look, mission = self.look, self.mission
        whole = mission.end - mission.start
        lane = QRectF(box.left(), box.top() + look.px(18), box.width(), look.px(8))

        def x(time: datetime) -> float:
            return float(lane.left() + lane.width() * min(max((time - mission.start) / whole, 0.0), 1.0))

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("line"))
        painter.drawRoundedRect(lane, look.px(2), look.px(2))
        for window in mission.coverage:
            bar = QRectF(x(window.start), lane.top(), max(x(window.end) - x(window.start), look.px(2)), lane.height())
            painter.setBrush(look.color("normal" if window.start <= self.frame.utc < window.end else "iss"))
            painter.drawRoundedRect(bar, look.px(2), look.px(2))
        now = x(self.frame.utc)
        painter.fillRect(
            QRectF(now - look.px(0.75), lane.top() - look.px(6), look.px(1.5), look.px(20)), look.color("soyuz")
        )
        ends = QRectF(box.left(), lane.bottom() + look.px(6), box.width(), look.px(18))
        font, color, day = look.mono("small"), look.color("third"), mission.epoch.date()
        write(painter, ends, dated(mission.start, day, False), font, color)
        write(painter, ends, dated(mission.end, day, False), font, color, Qt.AlignmentFlag.AlignRight)


def windows_at(mission: Mission, utc: datetime) -> list[CoverageWindow]:
    """What is on the air at a moment."""
    return [window for window in mission.coverage if window.start <= utc < window.end]


def slate(mission: Mission, utc: datetime) -> tuple[str, str, str]:
    """Three lines: what is on, or that nothing is; then what, and for how long or in how long."""
    current = windows_at(mission, utc)
    coming = sorted((w for w in mission.coverage if w.start > utc), key=lambda window: window.start)
    if current:
        window, left = current[0], duration(ceil((current[0].end - utc).total_seconds()))
        on_air = translate("Coverage", "{channel} on the air").format(channel=window.channel)
        until = translate("Coverage", "until {time}, {left} left").format(time=f"{window.end:%H:%M}", left=left)
        return on_air, str(window.title), until
    nothing = translate("Coverage", "No footage for this moment")
    if coming:
        window, wait = coming[0], duration(ceil((coming[0].start - utc).total_seconds()))
        begins = translate("Coverage", "{channel} in {wait}").format(channel=window.channel, wait=wait)
        return nothing, f"{window.title}, {span(mission, window)}", begins
    if mission.coverage:
        return nothing, translate("Coverage", "The coverage of this mission is over"), ""
    return nothing, translate("Coverage", "The mission file lists no coverage"), ""


def span(mission: Mission, window: CoverageWindow) -> str:
    """`10:15 – 11:45`."""
    day = mission.epoch.date()
    return f"{dated(window.start, day, False)} – {dated(window.end, day, False)}"


def window_line(mission: Mission, window: CoverageWindow, utc: datetime) -> Line:
    """One window of the list."""
    mark = State.TO_COME if utc < window.start else State.IN_PROGRESS if utc < window.end else State.DONE
    what = f"{window.channel}: {window.title}, {span(mission, window)} UTC"
    tip = "\n".join(filter(None, (what, cited(window.source, Kind.PLANNED), str(window.note))))
    start = max(mission.seconds(window.start), mission.seconds(mission.start))
    active = mark is State.IN_PROGRESS
    return Line(
        str(window.title),
        span(mission, window),
        mark=mark,
        active=active,
        time=start,
        tip=lambda: tip,
        origin=Origin.PLANNED,
    )
