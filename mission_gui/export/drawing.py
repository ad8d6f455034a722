"""What can be saved as a file: drawn by a widget as pixels, or as marks for files that scale, with what it says."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from mission_gui.export.canvas import Canvas, Plan
from mission_gui.export.faces import print_faces, printed
from mission_gui.export.replay import replay
from mission_gui.export.xmp import Label
from mission_gui.panels.record import Record
from mission_gui.theme import Style

_BAND = 4_000_000
"""Pixels of a band."""
_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class Drawing(ABC):
    """A widget in the main part of a picture, and what is painted around it."""

    __slots__ = ()

    @property
    @abstractmethod
    def canvas(self) -> Canvas:
        """Its size."""

    @property
    @abstractmethod
    def plan(self) -> Plan:
        """How its room is shared out."""

    @property
    @abstractmethod
    def look(self) -> Style:
        """Its colours and type sizes."""

    @property
    @abstractmethod
    def label(self) -> Label:
        """What it says of itself."""

    @abstractmethod
    def widget(self) -> QWidget:
        """What fills the main part."""

    @abstractmethod
    def paint_frame(self, painter: QPainter) -> None:
        """Draws what is around the main part."""

    @property
    def size(self) -> tuple[float, float]:
        """CSS pixels of a file that scales."""
        size, scale = self.canvas.size, self.canvas.scale
        return size.width() * scale, size.height() * scale

    def image(self) -> QImage:
        """The whole picture as pixels."""
        plan, pixels = self.plan, self.canvas.pixels
        image = QImage(pixels, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(plan.ratio)
        image.fill(self.look.color("window"))
        self.widget().render(image, plan.main.topLeft().toPoint())
        painter = QPainter(image)
        painter.setRenderHints(_SMOOTH)
        self.paint_frame(painter)
        painter.end()
        return image

    def record(self) -> Record:
        """The whole picture as marks, in units of the layout."""
        plan = self.plan
        record = Record(plan.whole.width(), plan.whole.height())
        with print_faces():
            painter = QPainter(record)
            painter.fillRect(record.bounds, self.look.color("window"))
            self.widget().render(painter, plan.main.topLeft().toPoint())
            self.paint_frame(painter)
            painter.end()
        record.marks[:] = map(printed, record.marks)
        return record

    def bands(self) -> Iterator[QImage]:
        """The picture as pixels, from the top down; a very large one in parts."""
        pixels = self.canvas.pixels
        if not self.canvas.large:
            yield self.image()
            return
        record, rows = self.record(), max(_BAND // pixels.width(), 1)
        for top in range(0, pixels.height(), rows):
            yield self._band(record, top, min(rows, pixels.height() - top))

    def _band(self, record: Record, top: int, rows: int) -> QImage:
        ratio = self.plan.ratio
        image = QImage(self.canvas.pixels.width(), rows, QImage.Format.Format_RGB32)
        image.fill(self.look.color("window"))
        painter = QPainter(image)
        painter.setRenderHints(_SMOOTH)
        onto = QTransform.fromScale(ratio, ratio) * QTransform.fromTranslate(0, -top)
        replay(record, painter, onto, QRectF(0, top / ratio, record.bounds.width(), rows / ratio))
        painter.end()
        return image
