"""Keys that belong to the control with the focus before they are those of the board."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QSlider,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from mission_gui.panels.charts import Charts
from mission_gui.panels.map_gestures import MovablePanel
from mission_gui.panels.proximity import Proximity
from mission_gui.panels.timeline_slider import TimeSlider
from mission_gui.window.tab_order import ancestors

_K = Qt.Key
_ASIDE = frozenset((_K.Key_Left, _K.Key_Right))
_PAGES = frozenset((_K.Key_PageUp, _K.Key_PageDown))
_ENDS = frozenset((_K.Key_Home, _K.Key_End))
_BACK = frozenset((_K.Key_0,))
_RETURN = (_K.Key_Return, _K.Key_Enter)

HELD: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (TimeSlider, _BACK),  # its arrows do what those of the board do
    (QSlider, _ASIDE | _PAGES | _ENDS),
    (QAbstractButton, frozenset((_K.Key_Space,))),
    (QTabBar, _ASIDE | _ENDS),
    (QTextBrowser, _PAGES | _ENDS),
    (QAbstractScrollArea, _PAGES),
    (MovablePanel, _ASIDE | _BACK),
    (Proximity, _ASIDE | _BACK),
)
"""What each kind of control holds; the first kind that fits counts."""

HELD_WITHIN: tuple[tuple[type[QWidget], frozenset[Qt.Key]], ...] = (
    (MovablePanel, _BACK),
    (Proximity, _BACK),
    (Charts, _BACK),
)
"""What a panel holds while anything in it has the focus."""

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


def holds(widget: QWidget | None, event: QKeyEvent) -> bool:
    """Whether a key belongs to the control with the focus."""
    if widget is None or event.modifiers() & ~_PLAIN:
        return False
    key = Qt.Key(event.key())
    own = next((keys for kind, keys in HELD if isinstance(widget, kind)), frozenset[Qt.Key]())
    return key in own or any(
        isinstance(above, kind) and key in keys for kind, keys in HELD_WITHIN for above in (widget, *ancestors(widget))
    )


def take(event: QEvent) -> bool:
    """Keeps a key from the shortcuts of the board where the control with the focus holds it."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = holds(QApplication.focusWidget(), event)
    if held:
        event.accept()
    return held


def press(event: QKeyEvent) -> bool:
    """Return presses the button with the focus, whatever kind of button it is."""
    button = QApplication.focusWidget()
    if event.key() not in _RETURN or not isinstance(button, QAbstractButton):
        return False
    button.click()
    return True
