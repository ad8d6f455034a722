"""The landing zone seen from above: distances and directions from the landing place are true."""

from dataclasses import dataclass
from math import ceil, inf

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from mission_gui.domain.events import Phase
from mission_gui.domain.facts import GeoPoint, Kind
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Floats, Trajectory
from mission_gui.panels.base import Panel
from mission_gui.panels.lettering import pixel_ratio
from mission_gui.panels.map_labels import Box
from mission_gui.panels.map_lines import between
from mission_gui.panels.map_marks import draw_place, draw_ship, draw_traveller
from mission_gui.panels.map_paint import polygon
from mission_gui.panels.map_patch import kept
from mission_gui.panels.map_recovery import Journey, journeys, lonlat
from mission_gui.panels.map_shapes import Points
from mission_gui.panels.map_track import Track, ground_position, landing_time, track
from mission_gui.panels.map_zone import Chart, ZoneGround, draw_label, zone_ground
from mission_gui.panels.wording import number
from mission_gui.theme import Style

REACH = 115e3
"""Metres from the middle to the top: the 100 km ring is whole."""
_REACHES = {Phase.PARACHUTE: 29e3, Phase.LANDED: 29e3, Phase.RECOVERY: 340e3}
_MOST_SHEETS = 8
_DOWN = (Phase.LANDED, Phase.RECOVERY)


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """The last of the track in pixels of the chart."""

    t: Floats
    x: Floats
    y: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """The chart at one scale: its ground, the track on it, and both with the whole track to come and flown."""

    ground: ZoneGround
    way: Way
    before: QPixmap
    after: QPixmap


class LandingZone(Panel):
    """Target, range rings, towns, the last of the track, and the ship when it comes into view."""

    heading = "Landing zone"

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._track: Track | None = None
        self._journeys: tuple[Journey, ...] = ()
        self._sheets: dict[tuple[Chart, float], Sheet] = {}

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        self._track = track(trajectory, "", landing_time(trajectory, mission))
        self._journeys = journeys(mission)
        self._sheets.clear()
        super().load(mission, trajectory)

    def show_frame(self, frame: Frame) -> None:
        self.note = self._told(frame)
        super().show_frame(frame)

    def restyle(self, style: Style) -> None:
        self._sheets.clear()
        super().restyle(style)

    def describe(self, frame: Frame) -> str:
        return f"Landing zone: {self._told(frame)}."

    def _told(self, frame: Frame) -> str:
        return zone_note(frame, self.mission.landing if self.mission else None)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        if self.mission is None or self._track is None:
            return
        reach = _REACHES.get(self.frame.phase, REACH) if self.frame else REACH
        chart = Chart(*lonlat(self.mission.landing), area.width(), area.height(), reach)
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        sheet = self._sheet_of(self.mission, self._track, chart, pixel_ratio(painter))
        if self.frame is None:
            painter.drawPixmap(QPointF(0, 0), sheet.ground.picture)
            return
        taken = list(sheet.ground.taken)
        self._paint_ground(painter, sheet, self.frame.t)
        self._paint_ship(painter, chart, self.mission, self.frame, taken)
        self._paint_journeys(painter, chart, self.frame, taken)

    def paint_frame(self, painter: QPainter) -> None:
        """The map, not the window, shows beside the round corners."""
        outline = QPainterPath()
        radius = self.look.px(4) + 0.5
        outline.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.save()
        if self.mission is not None:
            chart = self.content().toAlignedRect().adjusted(1, 1, -1, -ceil(self.look.px(5)))
            painter.setClipRegion(QRegion(self.rect()) - QRegion(chart))
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        super().paint_frame(painter)
        painter.restore()

    def _sheet_of(self, mission: Mission, way: Track, chart: Chart, ratio: float) -> Sheet:
        return kept(self._sheets, (chart, ratio), lambda: self._sheet(mission, way, chart, ratio), _MOST_SHEETS)

    def _sheet(self, mission: Mission, way: Track, chart: Chart, ratio: float) -> Sheet:
        ground, last = zone_ground(mission, self.look, chart, ratio), last_way(chart, way)
        before, after = QPixmap(ground.picture), QPixmap(ground.picture)
        for picture, t in ((before, -inf), (after, inf)):
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_track(painter, last, t)
            if picture is after and chart.reach == _REACHES[Phase.RECOVERY]:
                self._paint_ways(painter, chart)
            painter.end()
        return Sheet(ground, last, before, after)

    def _paint_ground(self, painter: QPainter, sheet: Sheet, t: float) -> None:
        """The chart and the track over it, which is in one piece until the ship is on it and after that."""
        flying = len(sheet.way.t) > 1 and sheet.way.t[0] < t < sheet.way.t[-1]
        resting = sheet.before if len(sheet.way.t) and t <= sheet.way.t[0] else sheet.after
        painter.drawPixmap(QPointF(0, 0), sheet.ground.picture if flying else resting)
        if flying:
            self._paint_track(painter, sheet.way, t)

    def _paint_track(self, painter: QPainter, way: Way, t: float) -> None:
        look = self.look
        if len(way.t) < 2:
            return
        flown = np.column_stack(between(way.t, way.x, way.y, way.t[0], t))
        painter.setPen(QPen(look.color("soyuz"), look.px(2)))
        painter.drawPolyline(polygon(flown))
        coming = np.column_stack(between(way.t, way.x, way.y, t, way.t[-1]))
        if len(coming):
            pen = QPen(look.color("soyuz_text"), look.px(1.9))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(polygon(dotted(coming, look.px(4.6))))

    def _paint_ship(self, painter: QPainter, chart: Chart, mission: Mission, frame: Frame, taken: list[Box]) -> None:
        x, y = chart.xy(*ground_position(frame))
        if frame.phase not in _DOWN and chart.shows(x, y):
            draw_ship(painter, self.look, x, y)
            draw_label(painter, self.look, chart, str(mission.name), "soyuz_text", x, y, taken)

    def _paint_ways(self, painter: QPainter, chart: Chart) -> None:
        """The journeys home, as far as they are on the chart."""
        painter.setPen(QPen(self.look.color("landing_text", 0.7), self.look.px(1.2), Qt.PenStyle.DashLine))
        for journey in self._journeys:
            painter.drawPolyline(polygon(chart.points(journey.way)))

    def _paint_journeys(self, painter: QPainter, chart: Chart, frame: Frame, taken: list[Box]) -> None:
        for journey in self._journeys if frame.phase is Phase.RECOVERY else ():
            x, y = chart.xy(*journey.at(frame.t))
            if journey.starts <= frame.t < journey.ends and chart.shows(x, y):
                draw_traveller(painter, self.look, x, y)
                draw_label(painter, self.look, chart, journey.vehicle, "landing_text", x, y, taken)
            elif frame.t >= journey.ends:
                draw_place(painter, self.look, *chart.xy(*journey.at(journey.ends)))


def zone_note(frame: Frame, place: GeoPoint | None = None) -> str:
    """What stands beside the heading; it says so where no source gives the landing place."""
    assumed = place is not None and place.provenance is not None and place.provenance.kind is Kind.ASSUMED
    going = frame.values["range_to_go"] / 1000
    told = "landed" if frame.phase in _DOWN else f"{number(going, 1 if going < 100 else 0)} km to go"
    return told if not assumed else f"{told}, place assumed" if frame.phase in _DOWN else "place assumed"


def dotted(xy: Points, spacing: float) -> Points:
    """Points at even distances along a line, counted from its end so that they stay while it shortens."""
    steps = np.hypot(*np.diff(xy, axis=0).T)
    length = np.concatenate([[0.0], np.cumsum(steps)])
    marks = np.arange(length[-1], 0.0, -spacing)
    return np.column_stack([np.interp(marks, length, xy[:, k]) for k in (0, 1)])


def last_way(chart: Chart, way: Track) -> Way:
    """The part of the track that is on the chart or not far from it."""
    late = np.flatnonzero(way.t >= way.t[-1] - 1500.0)
    xy = chart.points(np.column_stack([way.longitude[late], way.latitude[late]]))
    near = np.hypot(xy[:, 0] - chart.width / 2, xy[:, 1] - chart.height / 2) < 4 * chart.width
    return Way(way.t[late][near], xy[near, 0], xy[near, 1])
