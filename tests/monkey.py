"""A monkey at the board: random keys, clicks, drags, wheels and resizes, the same for the same seed."""

import random
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from mission_gui.language import LANGUAGES
from mission_gui.window import MainWindow
from mission_gui.window.keys import KEYS

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LEAVES = {"close", "full_screen"}
"""Actions that would end the play, or have no meaning without a window manager."""
PLAIN = ("Tab", "Shift+Tab", "Return", "Space", "Up", "Down", "Left", "Right", "Escape", "+", "-", "0", "Backspace")
"""Keys of controls, lists and dialogs."""
WORDS = ("undock", "посадка", "theme", "тема", "T+3:40", "touchdown-00:05:00", "10:34", "2022-03-30T11:00:00Z", "zzz")
"""What it writes beside nonsense."""


class Monkey:
    """Plays with a window and with all that it opens. Popups that it opened it closes again."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.random = window, random.Random(seed)
        self.done: list[str] = []
        self.keys = [sequence for key in KEYS if key.action not in LEAVES for sequence in key.keys]

    def play(self) -> None:
        """One deed."""
        deeds: list[tuple[Callable[[], None], int]] = [
            (self.press, 10),
            (self.click, 6),
            (self.drag, 4),
            (self.wheel, 3),
            (self.resize, 1),
            (self.write, 1),
            (self.menu, 1),
            (self.press_plain, 6),
            (self.speak, 1),
        ]
        (deed,) = self.random.choices([deed for deed, _ in deeds], [weight for _, weight in deeds])
        deed()
        QApplication.processEvents()
        self.tidy()

    def press(self) -> None:
        """A key of the board."""
        sequence = self.random.choice(self.keys)
        self.done.append(f"press {sequence}")
        QTest.keySequence(self.focused(), sequence)

    def press_plain(self) -> None:
        """A key of the control with the focus, whichever window it is in."""
        sequence = self.random.choice(PLAIN)
        self.done.append(f"press {sequence} in {type(self.focused()).__name__}")
        QTest.keySequence(self.focused(), sequence)

    def speak(self) -> None:
        """The other language."""
        language = self.random.choice(list(LANGUAGES))
        self.done.append(f"speak {language}")
        self.window.choices.set_language(language)

    def click(self) -> None:
        """Somewhere, once or twice."""
        widget, at = self.somewhere()
        self.done.append(f"click {type(widget).__name__} {at.x()},{at.y()}")
        click = self.random.choice((QTest.mouseClick, QTest.mouseDClick))
        click(widget, LEFT, pos=at)

    def drag(self) -> None:
        """From somewhere to somewhere else in the same panel."""
        widget, start = self.somewhere()
        end = QPoint(self.random.randrange(-40, widget.width() + 40), self.random.randrange(-40, widget.height() + 40))
        self.done.append(f"drag {type(widget).__name__} {start.x()},{start.y()} to {end.x()},{end.y()}")
        QTest.mousePress(widget, LEFT, pos=start)
        for share in (0.3, 0.6, 1.0):
            QTest.mouseMove(widget, start + (end - start) * share)
        QTest.mouseRelease(widget, LEFT, pos=end)

    def wheel(self) -> None:
        """Up or down."""
        widget, at = self.somewhere()
        turn = QPoint(0, self.random.choice((-720, -120, 120, 720)))
        self.done.append(f"wheel {type(widget).__name__} {turn.y()}")
        place = QPointF(at)
        event = QWheelEvent(
            place,
            QPointF(widget.mapToGlobal(at)),
            QPoint(),
            turn,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def resize(self) -> None:
        """Another size of the window."""
        width, height = self.random.randrange(1024, 2000), self.random.randrange(640, 1200)
        self.done.append(f"resize {width}x{height}")
        self.window.resize(width, height)

    def write(self) -> None:
        """Letters, as someone who takes the board for a text."""
        nonsense = "".join(self.random.choice("abcdefghijklmnopqrstuvwxyz0123456789 -:.,") for _ in range(6))
        text = self.random.choice((nonsense, self.random.choice(WORDS)))
        self.done.append(f"write {text!r}")
        for letter in text:
            if letter.isascii():
                QTest.keyClicks(self.focused(), letter)
            else:  # of which QTest knows no key
                press, none = QEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(self.focused(), QKeyEvent(press, Qt.Key.Key_unknown, none, letter))

    def menu(self) -> None:
        """A right click."""
        widget, at = self.somewhere()
        self.done.append(f"menu {type(widget).__name__}")
        QTest.mouseClick(widget, RIGHT, pos=at)

    def focused(self) -> QWidget:
        """Where keys go."""
        return QApplication.focusWidget() or self.window.board

    def somewhere(self) -> tuple[QWidget, QPoint]:
        """A visible widget of a window, most often of the board's, and a point in it."""
        top = self.random.choice((self.window, *self.windows()))
        place = QPoint(self.random.randrange(top.width()), self.random.randrange(top.height()))
        widget = top.childAt(place) or (self.window.board if top is self.window else top)
        return widget, widget.mapFrom(top, place)

    @staticmethod
    def windows() -> list[QWidget]:
        """All windows there are; a dialog keeps the mouse from those below it."""
        tops = [top for top in QApplication.topLevelWidgets() if top.isVisible() and not isinstance(top, QMenu)]
        modal = QApplication.activeModalWidget()
        return [top for top in tops if modal is None or top is modal] or tops

    def tidy(self) -> None:
        """Closes what popped up, now and then by its own button."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
            QApplication.processEvents()
        for top in self.windows():
            if isinstance(top, QDialog) and self.random.random() < 0.2:
                top.reject()
            elif top is not self.window and self.random.random() < 0.01:
                self.done.append(f"close {type(top).__name__}")
                top.close()
        for menu in self.window.findChildren(QMenu):
            menu.close()
