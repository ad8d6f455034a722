"""Pictures of widgets for tests that look at what was painted."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

Pixels = NDArray[np.uint8]


def picture(widget: QWidget, width: int, height: int, scale: float = 1.0) -> Pixels:
    """The widget as it would be painted at a size and device pixel ratio: (height, width, 4), BGRA."""
    widget.resize(width, height)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(0)
    widget.render(image)
    return np.array(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4).copy()


def repainted(widget: QWidget, deed: Callable[[], object]) -> QRect:
    """What a widget on the screen paints again because of a deed."""
    app = QApplication.instance()
    assert app is not None
    seen: list[QRect] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if isinstance(event, QPaintEvent):
                seen.append(event.rect())
            return False

    widget.show()
    app.processEvents()
    watcher = Watcher()
    widget.installEventFilter(watcher)
    deed()
    app.processEvents()
    widget.removeEventFilter(watcher)
    whole = QRect()
    for rectangle in seen:
        whole = whole.united(rectangle)
    return whole


def on_screen(widget: QWidget) -> QImage:
    """What stands in the window now, without painting it again."""
    return widget.screen().grabWindow(widget.winId()).toImage()


def near(pixels: Pixels, color: QColor, tolerance: int = 24) -> NDArray[np.bool_]:
    """Where the picture has about this colour."""
    wanted = np.array([color.blue(), color.green(), color.red()])
    result: NDArray[np.bool_] = np.abs(pixels[:, :, :3].astype(int) - wanted).max(axis=2) <= tolerance
    return result
