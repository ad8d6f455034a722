"""What is drawn once and shown often: pixels for a screen or a picture, marks for a file that scales.

Which of them it is follows from the resolution of where it will be shown; a file that scales has the finest, `VECTOR`.
"""

from collections.abc import Callable
from math import inf

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from mission_gui.panels.record import Record, Recorder

VECTOR = inf
"""The resolution of a device without pixels."""
PRECISION = 1.5
"""Parts of a unit that are told apart where there are no pixels to tell them apart by."""

Layer = QPixmap | Record

_SMOOTH = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def pixel_ratio(painter: QPainter) -> float:
    """Device pixels per unit where the painter paints: a picture's, which need not be the screen's; or `VECTOR`."""
    if isinstance(painter.paintEngine(), Recorder):
        return VECTOR
    return painter.deviceTransform().m11()


def finite(ratio: float) -> float:
    """A resolution to reckon with."""
    return PRECISION if ratio == VECTOR else ratio


def canvas(width: float, height: float, ratio: float) -> Layer:
    """An empty layer of a size in logical pixels; of pixels it is not yet filled."""
    return Record(width, height) if ratio == VECTOR else raster(width, height, ratio)


def raster(width: float, height: float, ratio: float) -> QPixmap:
    """An empty picture of a size in logical pixels, for what cannot be told in marks."""
    pixmap = QPixmap(max(round(width * ratio), 1), max(round(height * ratio), 1))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def clear_canvas(width: float, height: float, ratio: float) -> Layer:
    """A transparent layer."""
    layer = canvas(width, height, ratio)
    if isinstance(layer, QPixmap):
        layer.fill(Qt.GlobalColor.transparent)
    return layer


def smooth_painter(layer: Layer) -> QPainter:
    """An open painter on it, for soft edges."""
    painter = QPainter(layer)
    painter.setRenderHints(_SMOOTH)
    return painter


def open_layer(size: QSizeF, ratio: float, surface: QColor) -> tuple[Layer, QPainter]:
    """A layer of that size in one colour, and an open painter on it."""
    layer = canvas(size.width(), size.height(), ratio)
    if surface.alpha() or isinstance(layer, QPixmap):
        layer.fill(surface)
    return layer, smooth_painter(layer)


def copied(layer: Layer) -> Layer:
    """Another one to paint on, with the same on it."""
    return layer.copied() if isinstance(layer, Record) else QPixmap(layer)


def lay(painter: QPainter, at: QPointF, layer: Layer, part: QRectF | None = None) -> None:
    """Shows a layer with its corner at a point; of a `part`, in units of the layer, only that, where it belongs."""
    if isinstance(layer, Record):
        engine = painter.paintEngine()
        assert isinstance(engine, Recorder), "a layer without pixels was made for a device with pixels"
        engine.lay(layer, at, part)
    elif part is None:
        painter.drawPixmap(at, layer)
    else:
        ratio = layer.devicePixelRatio()
        source = QRectF(part.topLeft() * ratio, part.size() * ratio)
        painter.drawPixmap(QRectF(at + part.topLeft(), part.size()), layer, source)


class Drawn:
    """The pictures drawn last, of one shape: a seek mostly comes back to one of them. The oldest makes room."""

    def __init__(self, most: int = 6) -> None:
        self._most = most
        self._shape: object = None
        self._pictures: dict[object, Layer] = {}

    def clear(self) -> None:
        """Forgets them."""
        self._pictures.clear()

    def picture(self, shape: object, what: object, draw: Callable[[], Layer]) -> Layer:
        """The picture of what can be told from everything else, drawn now if it is not there.

        `shape` is what all pictures share, such as size and style: with another one none is kept.
        """
        if shape != self._shape:
            self._shape = shape
            self._pictures.clear()
        if what not in self._pictures:
            if len(self._pictures) >= self._most:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[what] = draw()
        else:
            self._pictures[what] = self._pictures.pop(what)
        return self._pictures[what]


def lay_kept(
    painter: QPainter, drawn: Drawn, look: object, box: QRectF, what: object, paint: Callable[[QPainter], None]
) -> None:
    """Shows what `paint` draws in a box at the widget's corner, from the picture of it that is kept for a look.

    Where edges fall between pixels, or there are none, a picture would be blurred: there it is drawn where it stands.
    """
    ratio = pixel_ratio(painter)
    if not ratio.is_integer():
        paint(painter)
        return

    def draw() -> Layer:
        layer = clear_canvas(box.width(), box.height(), ratio)
        own = smooth_painter(layer)
        paint(own)
        own.end()
        return layer

    lay(painter, box.topLeft(), drawn.picture((look, box.size(), ratio), what, draw))
