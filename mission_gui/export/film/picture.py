"""Draws the frames of a film: the board as it plays, a strip with captions below it, and fades."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC
from itertools import islice

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.events import Event
from mission_gui.domain.facts import Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.canvas import Canvas, plan
from mission_gui.export.film.encoder import Encoder
from mission_gui.export.film.script import FADE, Script, Shot
from mission_gui.export.stamp import PROGRAM, SHORT_STATEMENT
from mission_gui.export.strip import paint_banners
from mission_gui.memory import collected_here
from mission_gui.panels import wording
from mission_gui.panels.lettering import RIGHT, width, write
from mission_gui.theme import Style, Theme
from mission_gui.window import MainWindow
from mission_gui.window.places import SMALLEST

FOLLOW = "follow"
"""The layout that the phase of the flight is made for, whichever that is at the moment."""

_PUBLISHED, _ASSUMED, _PLANNED, _MODELLED = (
    Text("published", "опубликовано"),
    Text("assumed", "принято"),
    Text("planned", "по плану"),
    Text("modelled", "модель"),
)
_SAMPLES = 24  # of the film, in which a palette is found
_STRIP = 44.0
"""The height of the strip, for base 13."""


@dataclass(frozen=True, slots=True)
class Cast:
    """What is filmed, and how it looks: `layout` is one by its id, or `FOLLOW`."""

    mission: Mission
    flight: Trajectory
    alternatives: Alternatives
    theme: Theme
    layout: str = FOLLOW
    captions: bool = True
    marking: str = ""


def film(cast: Cast, script: Script, size: QSize, encoder: Encoder, drawn: Callable[[], None]) -> None:
    """Draws a film into an encoder; `drawn` is called after each frame."""
    if encoder.learns:
        for picture in _drawn(cast, script, size, max(script.frames // _SAMPLES, 1)):
            encoder.learn(picture)
    with collected_here() as collect:
        for picture in _drawn(cast, script, size):
            encoder.add(picture)
            drawn()
            collect()


def _drawn(cast: Cast, script: Script, size: QSize, step: int = 1) -> Iterator[QImage]:
    """Every so many-th frame; the image is the same one each time, drawn anew."""
    camera = Camera(cast, script.fps, size)
    for shot in islice(script.shots(), 0, None, step):
        yield camera.draw(shot, script.clock.rate_at(shot.t))
    camera.close()


class Camera:
    """A board that nobody sees, drawn into one picture again and again."""

    def __init__(self, cast: Cast, fps: int, size: QSize) -> None:
        self._cast, self._fade = cast, max(round(FADE * fps), 1)
        self._picture = QImage(size, QImage.Format.Format_RGB32)
        self._before: QImage | None = None
        self._since = 0
        least = QSize(SMALLEST.width(), SMALLEST.height() + (round(_STRIP) if cast.captions else 0))
        self._plan = plan(Canvas(size), least, caption=False, marking=bool(cast.marking))
        self._look = Style(cast.theme, self._plan.base)
        main = self._plan.main.toRect()
        self._strip = round(self._look.px(_STRIP)) if cast.captions else 0
        self._window = MainWindow(cast.theme)
        self._window.resize(main.size() - QSize(0, self._strip))
        self._window.board.set_bare(True)
        if cast.layout == FOLLOW:
            self._window.board.following = True
        else:
            self._window.set_layout(cast.layout)
        self._window.load(cast.mission, cast.flight)
        self._window.show_alternatives(cast.alternatives)

    def draw(self, shot: Shot, rate: float) -> QImage:
        """One frame; `rate` is that of the clock at the time."""
        window, picture = self._window, self._picture
        layout = window.board.layout_.id
        window.show_clock(MissionClock(0.0, 0.0, 0.0, 0.0, rate, playing=True))
        window.show_frame(frame_at(self._cast.mission, self._cast.flight, shot.t))
        if window.board.layout_.id != layout and self._since:
            self._before, self._since = picture.copy(), 0
        for panel in window.board.in_view().values():
            panel.rest()  # sharp, even where a window would still be on the move
        picture.fill(self._look.color("window"))  # edges between pixels would keep some of the frame before
        picture.setDevicePixelRatio(self._plan.ratio)
        window.render(picture, self._plan.main.topLeft().toPoint())
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._dissolve(painter)
        if self._strip:
            self._paint_strip(painter, shot)
        if shot.strength < 1.0:
            painter.fillRect(QRectF(QPointF(), self._plan.whole), self._look.color("window", 1.0 - shot.strength))
        paint_banners(painter, self._look, self._plan, self._cast.marking)
        painter.end()
        self._since += 1
        return picture

    def _dissolve(self, painter: QPainter) -> None:
        """A layout that is no longer there fades away over the one that is."""
        if self._before is None:
            return
        left = 1.0 - (self._since + 1) / self._fade
        if left <= 0.0:
            self._before = None
            return
        painter.setOpacity(left)
        painter.drawImage(0, 0, self._before)
        painter.setOpacity(1.0)

    def _paint_strip(self, painter: QPainter, shot: Shot) -> None:
        look, main = self._look, self._plan.main
        strip = main.adjusted(0, main.height() - self._strip, 0, 0)
        painter.fillRect(strip, look.color("window"))
        box = strip.adjusted(look.px(24), 0, -look.px(24), -look.px(6))
        truth = " · ".join(map(str, (self._cast.mission.name, SHORT_STATEMENT, PROGRAM)))
        write(painter, box, truth, look.sans("small"), look.color("second"), RIGHT)
        box.setWidth(box.width() - width(look.sans("small"), truth) - look.px(24))
        if shot.event is not None:
            self._paint_caption(painter, box, shot.event, shot.caption)

    def _paint_caption(self, painter: QPainter, box: QRectF, event: Event, strength: float) -> None:
        """What has just happened, when, and how that is known."""
        assert event.time is not None
        look, font = self._look, self._look.sans("large", 600)
        taken = write(painter, box, str(event.name), font, look.color("soyuz_text", strength))
        time = f"{wording.clock_time(event.time.astimezone(UTC))} UTC · {known(event)}"
        rest = box.adjusted(taken + look.px(12), 0, 0, 0)
        write(painter, rest, time, look.mono("normal"), look.color("text", strength))

    def close(self) -> None:
        """When the film is over."""
        self._window.close()
        self._window.deleteLater()


def known(event: Event) -> Text:
    """How the time of an event is known, in a word."""
    if event.actual:
        return _PUBLISHED
    if event.modelled is not None:
        return _MODELLED
    return _PLANNED if event.planned else _ASSUMED
