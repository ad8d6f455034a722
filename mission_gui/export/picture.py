"""A picture of the whole board: the same window as on the screen, without thread or timer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize
from PySide6.QtGui import QImage, QImageWriter

from mission_gui import __version__
from mission_gui.domain.alternatives import NONE, Alternatives
from mission_gui.domain.clock import MissionClock
from mission_gui.domain.errors import UserError
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.files import write_for_user
from mission_gui.theme import THEMES
from mission_gui.window import MainWindow
from mission_gui.window.places import SMALLEST

PIXELS = 16384
"""The longest side; beyond it Qt's painter loses its way."""

_FAST = 80  # a quality of 80 is a quick compression: a third of the time, a little more to store


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of a picture in points, and how many pixels make a point."""

    size: QSize
    scale: float = 1.0

    def __post_init__(self) -> None:
        width, height = self.pixels.width(), self.pixels.height()
        if min(width, height) < 64 or max(width, height) > PIXELS:
            raise UserError(
                f"a picture of {width}x{height} pixels cannot be made: each side must have 64 to {PIXELS} pixels"
            )

    @property
    def pixels(self) -> QSize:
        """The size of the file's picture."""
        return QSize(round(self.size.width() * self.scale), round(self.size.height() * self.scale))

    @property
    def board(self) -> QSize:
        """The size to lay the board out for: below the smallest one it is laid out larger, and drawn smaller."""
        wide, high = SMALLEST.width() / self.size.width(), SMALLEST.height() / self.size.height()
        return self.size if max(wide, high) <= 1 else self.size * max(wide, high)


def board_image(mission: Mission, trajectory: Trajectory, t: float, canvas: Canvas, theme: str = "dark") -> QImage:
    """The board at mission time `t`; the same arguments give the same bytes."""
    return next(board_images(mission, trajectory, [t], canvas, theme))


def board_images(
    mission: Mission,
    trajectory: Trajectory,
    times: list[float],
    canvas: Canvas,
    theme: str = "dark",
    alternatives: Alternatives = NONE,
    layout: str = "orbit",
) -> Iterator[QImage]:
    """The board at several times, drawn by one window."""
    if theme not in THEMES:
        raise UserError(f"{theme!r} is not a theme; the themes are: {', '.join(THEMES)}")
    window = MainWindow(THEMES[theme])
    window.resize(canvas.board)
    window.set_layout(layout)
    window.load(mission, trajectory)
    window.show_alternatives(alternatives)
    clock = MissionClock(mission.seconds(mission.start), mission.seconds(mission.end), 0.0, 0.0)
    for t in times:
        window.show_clock(clock)
        window.show_frame(frame_at(mission, trajectory, t))
        yield _described(paint(window, canvas.pixels), mission, trajectory, t)
    window.close()


def window_image(window: MainWindow) -> QImage:
    """What a window on the screen shows now, at the screen's own resolution, named like every picture."""
    image = paint(window, window.size() * window.devicePixelRatioF())
    if window.mission is None or window.trajectory is None or window.frame is None:
        return image
    return _described(image, window.mission, window.trajectory, window.frame.t)


def paint(window: MainWindow, pixels: QSize) -> QImage:
    """The window drawn into that many pixels, sharp even while it is being resized."""
    for panel in window.panels.values():
        panel.rest()
    image = QImage(pixels, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(pixels.width() / window.width())
    image.fill(window.look.color("window"))
    window.render(image, QPoint(0, 0))
    return image


def _described(image: QImage, mission: Mission, trajectory: Trajectory, t: float) -> QImage:
    """Writes into the picture what it shows and how that is known."""
    frame = frame_at(mission, trajectory, t)
    image.setText("Title", f"{mission.name.en} at {frame.utc.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
    image.setText("Software", f"mission-gui {__version__}")
    parts = (
        f"mission {mission.id}",
        f"time {frame.utc.astimezone(UTC):%Y-%m-%dT%H:%M:%S.%f}Z",
        f"mission time {t:.3f} s after undocking",
        f"phase {frame.phase}",
        f"data {mission.digest[:16]}",
        "reconstructed from published facts and a flight model, not telemetry",
    )
    image.setText("Comment", "; ".join(parts))
    return image


def save_png(image: QImage, path: Path) -> None:
    """Writes a PNG whole or not at all; UserError where that cannot be."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setQuality(_FAST)
    if not writer.write(image):
        raise UserError(f"{path}: the picture cannot be written ({writer.errorString()})")
    write_for_user(path, bytes(content.data()))
