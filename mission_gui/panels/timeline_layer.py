"""What of the timeline stays while time goes on: phases, track, events, hours and lanes, drawn into one layer."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from mission_gui.domain.events import Phase, PhaseSpan
from mission_gui.domain.mission import Mission
from mission_gui.panels.label_row import LabelRow
from mission_gui.panels.lettering import width
from mission_gui.panels.timeline_marks import Lane, Span, Tick, hours, merged, phase_name
from mission_gui.panels.timeline_plan import Slip
from mission_gui.panels.timeline_rows import Rows
from mission_gui.theme import Style

_TRACK = 5.0
_FAINT = 0.6
_HOUR_ROOM = 78.0  # for base 13, at least so far from one round time to the next


@dataclass(frozen=True, slots=True)
class Scale:
    """Time to pixels: the view between the insets of a width."""

    view: Span
    width: float
    inset: float

    def x_of(self, t: float) -> float:
        """Where a time stands."""
        return self.inset + (t - self.view[0]) / (self.view[1] - self.view[0]) * (self.width - 2 * self.inset)

    def t_at(self, x: float) -> float:
        """The time under a pixel, held within the view."""
        part = (x - self.inset) / max(self.width - 2 * self.inset, 1.0)
        return self.view[0] + min(max(part, 0.0), 1.0) * (self.view[1] - self.view[0])

    def shows(self, t: float) -> bool:
        """Whether a time lies in the view."""
        return self.view[0] <= t <= self.view[1]

    def held(self, t: float) -> float:
        """Where a time stands, at the edge if it lies outside."""
        return self.x_of(min(max(t, self.view[0]), self.view[1]))


@dataclass(frozen=True, slots=True)
class LinePainter:
    """Draws the parts of the line for one look, one set of rows and one scale."""

    look: Style
    rows: Rows
    scale: Scale

    def draw_track(self, painter: QPainter, start: float, end: float, color: str) -> None:
        """The track from one time to another."""
        left, right, thick = self.scale.held(start), self.scale.held(end), self.look.px(_TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.color(color))
        box = QRectF(left, self.rows.track - thick / 2, right - left, thick)
        painter.drawRoundedRect(box, thick / 2, thick / 2)

    def draw_phases(self, painter: QPainter, spans: Sequence[PhaseSpan]) -> None:
        """Every phase, with its name where that fits."""
        for span in spans:
            box = self._phase_box(span)
            if box.width() > 0:
                painter.fillRect(box, self.look.color("raised" if self.rows.named else "border"))
                self._name_phase(painter, box, span.phase, "second")

    def draw_phase(self, painter: QPainter, span: PhaseSpan, now: float) -> None:
        """The present phase, in the colour of the Soyuz; its name keeps clear of the knob at `now`."""
        box = self._phase_box(span)
        if box.width() > 0:
            painter.fillRect(box, self.look.color("panel"))
            painter.fillRect(box, self.look.color("soyuz", 0.24 if self.rows.named else 0.9))
            self._name_phase(painter, box, span.phase, "soyuz_text", self.phase_side(span, now))

    def phase_side(self, span: PhaseSpan, now: float) -> Qt.AlignmentFlag:
        """Where the name of the present phase stands: in the middle, or at the side where the knob is not."""
        box, wide = self._phase_box(span), width(self.look.sans("small"), phase_name(span.phase))
        half = wide / 2 + self.look.px(10)
        if abs(now - box.center().x()) >= half or box.width() < 2 * half:
            return Qt.AlignmentFlag.AlignHCenter
        return Qt.AlignmentFlag.AlignLeft if now > box.center().x() else Qt.AlignmentFlag.AlignRight

    def _phase_box(self, span: PhaseSpan) -> QRectF:
        left, right = self.scale.held(span.start), self.scale.held(span.end)
        if span.end < self.scale.view[0] or span.start > self.scale.view[1]:
            return QRectF()
        gap = 1.0 if right - left > 2.0 else 0.0
        return QRectF(left, self.rows.band.top(), right - left - gap, self.rows.band.height())

    def _name_phase(
        self,
        painter: QPainter,
        box: QRectF,
        phase: Phase,
        color: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
    ) -> None:
        font, name, inset = self.look.sans("small"), phase_name(phase), self.look.px(3)
        if self.rows.named and width(font, name) + 2 * inset <= box.width():
            painter.setFont(font)
            painter.setPen(self.look.color(color))
            painter.drawText(box.adjusted(inset, 0, -inset, 0), side | Qt.AlignmentFlag.AlignVCenter, name)

    def draw_lanes(self, painter: QPainter, lanes: Sequence[Lane]) -> None:
        """When each lane holds, over a faint line that goes all the way."""
        left, right = self.scale.held(self.scale.view[0]), self.scale.held(self.scale.view[1])
        for lane, middle in zip(lanes, self.rows.lanes, strict=True):
            painter.fillRect(QRectF(left, round(middle), right - left, 1), self.look.color("border", _FAINT))
            top = middle - self.rows.lane_height / 2
            for start, end in merged(lane.spans):
                if end > self.scale.view[0] and start < self.scale.view[1]:
                    a, b = self.scale.held(start), self.scale.held(end)
                    box = QRectF(a, top, max(b - a, self.look.px(1.5)), self.rows.lane_height)
                    painter.fillRect(box, self.look.color(lane.color, 0.8))

    def draw_names(self, painter: QPainter, mission: Mission, ticks: Sequence[Tick]) -> None:
        """Names of events above and below the track, the important first, none over another; hours in what is left."""
        small = self.look.sans("small")
        gap = self.look.px(9)
        upper, lower = (LabelRow(self.scale.inset, self.scale.width, gap) for _ in range(2))
        painter.setFont(small)
        painter.setPen(self.look.color("text"))
        for number, tick in enumerate(tick for tick in ticks if self.scale.shows(tick.t)):
            pair = ((upper, self.rows.above), (lower, self.rows.below))
            for side, base in pair if number % 2 == 0 else pair[::-1]:
                start = side.place(self.scale.x_of(tick.t), width(small, tick.label), 0.0)
                if start is not None:
                    painter.drawText(QPointF(start, base), tick.label)
                    break
        self._draw_hours(painter, mission, upper)

    def _draw_hours(self, painter: QPainter, mission: Mission, row: LabelRow) -> None:
        look, small = self.look, self.look.sans("small")
        most = int(self.scale.width / look.px(_HOUR_ROOM))
        for t, text in hours(mission, self.scale.view, most):
            x, wide = self.scale.x_of(t), width(small, text)
            top = self.rows.lanes[0] - look.px(5)
            painter.fillRect(QRectF(round(x), top, 1, self.rows.end - top), look.color("border", _FAINT))
            start = x - wide / 2
            if row.left <= start and start + wide <= row.right and row.place(x, wide, -wide / 2) is not None:
                painter.setPen(look.color("third"))
                painter.drawText(QPointF(start, self.rows.above), text)

    def draw_ticks(self, painter: QPainter, ticks: Sequence[Tick]) -> None:
        """A stroke for each event, longer for the main ones; a star where a record fell."""
        px = self.look.px
        for tick in ticks:
            if not self.scale.shows(tick.t):
                continue
            x, reach = round(self.scale.x_of(tick.t)) + 0.5, px(6.5 if tick.main else 4.5)
            painter.setPen(QPen(self.look.color("second" if tick.main else "third"), max(px(1), 1)))
            painter.drawLine(QPointF(x, self.rows.track - reach), QPointF(x, self.rows.track + reach))
            if tick.record:
                self._draw_star(painter, QPointF(x, self.rows.track))

    def _draw_star(self, painter: QPainter, centre: QPointF) -> None:
        size = self.look.px(5.5)
        points = [QPointF(0, -1), QPointF(0.3, -0.3), QPointF(1, 0), QPointF(0.3, 0.3)]
        points += [-point for point in points]
        painter.setPen(QPen(self.look.color("panel"), 1))
        painter.setBrush(self.look.color("soyuz_text"))
        painter.drawPolygon(QPolygonF([centre + point * size for point in points]))

    def draw_slips(self, painter: QPainter, slips: Sequence[Slip]) -> None:
        """From plan to fact, where they differ: a line below the track with a ring at the plan."""
        px = self.look.px
        y = self.rows.track + px(6.5)
        for slip in slips:
            start, end = sorted((slip.planned, slip.actual))
            if slip.late and end > self.scale.view[0] and start < self.scale.view[1]:
                color = self.look.color("caution" if slip.late > 0 else "normal")
                painter.setPen(QPen(color, px(1.5)))
                painter.drawLine(QPointF(self.scale.held(start), y), QPointF(self.scale.held(end), y))
                if self.scale.shows(slip.planned):
                    painter.setBrush(self.look.color("panel"))
                    painter.drawEllipse(QPointF(self.scale.x_of(slip.planned), y), px(2.2), px(2.2))

    def draw_overview(self, painter: QPainter, whole: Span, height: float) -> None:
        """Where a zoomed view lies in the whole mission: a thin bar at the foot."""
        px, length = self.look.px, whole[1] - whole[0]
        wide = self.scale.width - 2 * self.scale.inset
        foot = QRectF(self.scale.inset, height - px(3), wide, px(2))
        painter.fillRect(foot, self.look.color("line"))
        left = foot.left() + wide * (self.scale.view[0] - whole[0]) / length
        share = max(wide * (self.scale.view[1] - self.scale.view[0]) / length, px(4))
        painter.fillRect(QRectF(left, foot.top(), share, foot.height()), self.look.color("second"))

    def draw_now(self, painter: QPainter, x: float, focused: bool) -> None:
        """The knob of now on the track, and its line through the lanes."""
        look, px, row = self.look, self.look.px, self.rows
        top = row.below + px(3.5)
        painter.fillRect(QRectF(x - px(0.75), top, px(1.5), row.end + px(2) - top), look.color("text"))
        painter.setPen(QPen(look.color("soyuz"), px(2.5)))
        painter.setBrush(look.color("panel" if look.theme.name == "light" else "text"))
        painter.drawEllipse(QPointF(x, self.rows.track), px(6.5), px(6.5))
        if focused:
            painter.setPen(QPen(look.color("text"), px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(x, self.rows.track), px(9.5), px(9.5))


def lane_names(painter: QPainter, look: Style, rows: Rows, lanes: Sequence[Lane], right: float, top: float) -> None:
    """The names of the lanes, level with them, ending at `right`; `top` is where the rows begin."""
    small = look.sans("small")
    half = QFontMetricsF(small).capHeight() / 2
    painter.setFont(small)
    painter.setPen(look.color("second"))
    for lane, middle in zip(lanes, rows.lanes, strict=True):
        name = str(lane.name)
        painter.drawText(QPointF(right - width(small, name), top + middle + half), name)
