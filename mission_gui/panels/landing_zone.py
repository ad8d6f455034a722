"""The landing zone seen from above: distances and directions from the landing place are true."""

from collections.abc import Mapping
from functools import partial
from math import ceil
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import Frame
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.language import translate
from mission_gui.panels.layer import lay, pixel_ratio
from mission_gui.panels.map_gestures import MovablePanel
from mission_gui.panels.map_labels import Box, around
from mission_gui.panels.map_live import DOWN
from mission_gui.panels.map_marks import TRAVELLER, draw_place, draw_ship, draw_traveller
from mission_gui.panels.map_paint import rect, spot
from mission_gui.panels.map_patch import kept
from mission_gui.panels.map_recovery import Journey, journeys, lonlat
from mission_gui.panels.map_track import Track, ground_position, landing_time, track
from mission_gui.panels.provenance import Origin, Sourced
from mission_gui.panels.state_block import draw_state, state_boxes, state_size
from mission_gui.panels.view_button import ViewButtons
from mission_gui.panels.zone_chart import CLOSEST, WIDEST, Chart
from mission_gui.panels.zone_facts import Place, Row, aloft, basis, reach_of, resting, zone_note
from mission_gui.panels.zone_names import draw_label
from mission_gui.panels.zone_sheet import Sheet, paint_track, sheet_of
from mission_gui.panels.zone_sources import place_origin, place_told, row_sources
from mission_gui.theme import Style

_LARGE = (560.0, 400.0)
"""The size from which on the chart stands for itself: with figures, buttons, and more ground around."""
_MOST_SHEETS = 4
_TARGET = 12.0
"""Half the side of the square about the landing place that means it."""


class LandingZone(MovablePanel):
    """Target, range rings, corridor, towns, the last of the track, and the ship when it comes into view.

    Nearness follows the phase until wheel, drag, `+` or `-` take it over; a double click or `0` gives it back.
    """

    heading = Text("Landing zone", "Район посадки")
    opaque = False  # beside its round corners

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._track: Track | None = None
        self._journeys: tuple[Journey, ...] = ()
        self._sheets: dict[tuple[Chart, float, tuple[Box, ...], bool], Sheet] = {}
        self._manual: tuple[float, float, float] | None = None
        self._resting: list[Row] | None = None
        self.buttons = ViewButtons(style, self)
        self.buttons.zoomed.connect(self.zoom)
        self.buttons.automatic.connect(self.reset_view)
        self.buttons.hide()

    def load(self, mission: Mission, trajectory: Trajectory) -> None:
        fresh = self.is_other(mission)
        self._track = track(trajectory, "", landing_time(trajectory, mission))
        self._journeys = journeys(mission)
        self._resting = None
        self._sheets.clear()
        super().load(mission, trajectory)
        if fresh:
            self._look_at(None)

    def show_alternatives(self, alternatives: Alternatives) -> None:
        self._resting = None
        self._sheets.clear()
        super().show_alternatives(alternatives)

    def show_frame(self, frame: Frame) -> None:
        self.note = self._told(frame)
        super().show_frame(frame)

    def picture_of(self, frame: Frame) -> object:
        chart = self.chart
        if self.mission is None or chart is None:
            return None
        ratio = self.devicePixelRatioF()
        travellers = [journey.at(frame.t) for journey in self._journeys if frame.phase is Phase.RECOVERY]
        places = [chart.xy(*place) for place in (ground_position(frame), *travellers)]
        under_way = [journey.starts <= frame.t < journey.ends for journey in self._journeys]
        note = self.docked or self.note
        return (
            chart,
            frame.phase,
            [spot(*place, ratio) for place in places],
            under_way,
            self._tells and self._rows(frame),
            note,
        )

    def _rows(self, frame: Frame) -> list[tuple[str, str]]:
        """The figures of the chart, which are beside it where it is large."""
        if self.mission is None:
            return []
        if self._resting is None:
            self._resting = resting(self.mission, self.alternatives, self._end)
        return [(row.name, row.value) for row in (*aloft(frame), *self._resting)]

    @property
    def _end(self) -> Place | None:
        """Where the modelled way ends."""
        return None if self._track is None else self._track.at(self._track.t[-1])

    def dock(self) -> None:
        super().dock()
        self._place()

    def restyle(self, style: Style) -> None:
        self._sheets.clear()
        self.buttons.restyle(style)
        super().restyle(style)
        self._place()

    def describe(self, frame: Frame) -> str:
        told = translate("Map", "Landing zone: {told}.").format(told=self._told(frame))
        if self.mission is None:
            return told
        rows = self._rows(frame)
        return f"{told} {'; '.join(f'{name}: {value}' for name, value in rows)}."

    def _told(self, frame: Frame) -> str:
        return zone_note(frame, self.mission.landing if self.mission else None)

    def view_state(self) -> dict[str, Any]:
        """Metres from the middle to the top, and of the middle east and north of the landing; nothing while it
        follows the phase."""
        return {} if self._manual is None else dict(zip(("reach", "east", "north"), self._manual, strict=True))

    def restore_view(self, state: Mapping[str, Any]) -> None:
        """Puts a view back; where the state tells none, that of the phase."""
        try:
            reach, east, north = (float(state[name]) for name in ("reach", "east", "north"))
        except (KeyError, TypeError, ValueError):
            self._look_at(None)
        else:
            self._look_at((min(max(reach, CLOSEST), WIDEST), east, north))

    def _look_at(self, view: tuple[float, float, float] | None) -> None:
        self._manual = view
        self.buttons.tell(view is None)
        self.update()

    @property
    def large(self) -> bool:
        """Whether the chart stands for itself rather than in a corner of the map."""
        area = self.content()
        return area.width() >= self.look.px(_LARGE[0]) and area.height() >= self.look.px(_LARGE[1])

    @property
    def _tells(self) -> bool:
        """Whether it has its figures in a corner."""
        return self.large and self.figures

    @property
    def chart(self) -> Chart | None:
        """What is on the chart now; None without a mission."""
        if self.mission is None:
            return None
        area, phase = self.content(), self.frame.phase if self.frame else None
        reach, east, north = self._manual or (reach_of(phase, self.large), 0.0, 0.0)
        return Chart(*lonlat(self.mission.landing), area.width(), area.height(), reach, east, north)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        chart = self.chart
        if self.mission is None or self._track is None or chart is None:
            return
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        rows = self._rows(self.frame) if self.frame and self._tells else []
        block = self._block(rows)
        sheet = self._sheet_of(self.mission, self._track, chart, pixel_ratio(painter), block)
        if self.frame is None:
            lay(painter, QPointF(0, 0), sheet.ground.picture)
            return
        taken = list(sheet.ground.taken)
        self._paint_ground(painter, sheet, self.frame.t)
        if rows:
            draw_state(painter, self.look, rect(block), rows, basis(self.mission))
        self._paint_ship(painter, chart, self.mission, self.frame, taken)
        self._paint_journeys(painter, chart, self.frame, taken)

    def note_source(self) -> tuple[Origin, str] | None:
        """The distance to go is the model's, to a place that is as well known as it says."""
        if self.mission is None:
            return None
        return Origin.MODELLED, place_told(self.mission)

    def sourced(self) -> list[Sourced]:
        """The rows of figures where there are any, and the landing place."""
        chart, mission, frame = self.chart, self.mission, self.frame
        if chart is None or mission is None or frame is None:
            return []
        corner, found = self.content().topLeft(), []
        if self._tells:
            rows = self._rows(frame)
            boxes = state_boxes(self.look, rect(self._block(rows)).translated(corner), len(rows))
            known = row_sources(mission, self.alternatives, frame, self._end)
            found = [Sourced(box, origin, words) for box, (origin, words) in zip(boxes, known, strict=True)]
        x, y = chart.xy(*lonlat(mission.landing))
        if chart.shows(x, y):
            mark = rect(around(x, y, self.look.px(_TARGET))).translated(corner)
            found.append(Sourced(mark, place_origin(mission.landing), partial(place_told, mission)))
        return found

    def _block(self, rows: list[tuple[str, str]]) -> Box:
        """Where the figures stand; nowhere without any."""
        if not rows:
            return 0.0, 0.0, 0.0, 0.0
        rim, (w, h) = self.look.px(12), state_size(self.look, tuple(name for name, _ in rows))
        return rim, rim, rim + w, rim + h

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

    def _sheet_of(self, mission: Mission, way: Track, chart: Chart, ratio: float, block: Box) -> Sheet:
        homeward = self.frame is not None and self.frame.phase in DOWN
        corner = self._corner()
        buttons = (corner.left(), corner.top(), corner.right(), corner.bottom())
        free = ((block,) if self.bare else (block, buttons)) if self.large else ()
        key = chart, ratio, free, homeward

        def made() -> Sheet:
            return sheet_of(mission, self.look, chart, way, self._journeys, self.alternatives, ratio, free, homeward)

        return kept(self._sheets, key, made, _MOST_SHEETS)

    def _paint_ground(self, painter: QPainter, sheet: Sheet, t: float) -> None:
        """The chart and the track over it, which is in one piece until the ship is on it and after that."""
        flying = len(sheet.way.t) > 1 and sheet.way.t[0] < t < sheet.way.t[-1]
        resting = sheet.before if len(sheet.way.t) and t <= sheet.way.t[0] else sheet.after
        lay(painter, QPointF(0, 0), sheet.ground.picture if flying else resting)
        if flying:
            paint_track(painter, self.look, sheet.way, t)

    def _paint_ship(self, painter: QPainter, chart: Chart, mission: Mission, frame: Frame, taken: list[Box]) -> None:
        x, y = chart.xy(*ground_position(frame))
        if frame.phase not in DOWN and chart.shows(x, y):
            draw_ship(painter, self.look, x, y)
            draw_label(painter, self.look, chart, str(mission.name), "soyuz_text", x, y, taken)

    def _paint_journeys(self, painter: QPainter, chart: Chart, frame: Frame, taken: list[Box]) -> None:
        if frame.phase is not Phase.RECOVERY:
            return
        travelling = []
        for journey in self._journeys:
            x, y = chart.xy(*journey.at(frame.t))
            if journey.starts <= frame.t < journey.ends and chart.shows(x, y):
                draw_traveller(painter, self.look, x, y)
                travelling.append((journey.vehicle, x, y))
            elif frame.t >= journey.ends:
                draw_place(painter, self.look, *chart.xy(*journey.at(journey.ends)))
        # No label comes over a mark, those of who flies beside it included.
        taken += [around(x, y, self.look.px(TRAVELLER)) for _, x, y in travelling]
        for vehicle, x, y in travelling:
            draw_label(painter, self.look, chart, vehicle, "landing_text", x, y, taken)

    def _corner(self) -> QRect:
        """Where the buttons stand, in pixels of the content."""
        size, rim = self.buttons.sizeHint(), round(self.look.px(12))
        return QRect(QPoint(round(self.content().width()) - rim - size.width(), rim), size)

    def set_bare(self, bare: bool) -> None:
        super().set_bare(bare)
        self._place()

    def _place(self) -> None:
        self.buttons.setVisible(self.large and not self.bare)
        self.buttons.setGeometry(self._corner().translated(self.content().topLeft().toPoint()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def put_back(self) -> None:
        """The view that suits the phase."""
        self._look_at(None)

    def zoom_at(self, factor: float, at: QPointF) -> None:
        if (chart := self.chart) is not None:
            self._look_at(chart.zoomed(factor, at.x(), at.y()))

    def pan(self, dx: float, dy: float) -> None:
        if (chart := self.chart) is not None:
            self._look_at(chart.panned(dx, dy))
