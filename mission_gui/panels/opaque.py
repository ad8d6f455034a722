"""What paints all of itself spares Qt painting what lies below it, on screens where that is safe."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

_ON_A_SCREEN = frozenset({QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange})


def tell_opaque(widget: QWidget, event: QEvent, opaque: bool = True) -> None:
    """Tells Qt with each event that a widget comes onto a screen with, its own or another one.

    Not where edges fall between pixels: these show what is below. Pictures, which may have any resolution, are taken
    of widgets that are never shown.
    """
    if event.type() in _ON_A_SCREEN:
        whole = widget.devicePixelRatioF().is_integer()
        widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, opaque and whole)
