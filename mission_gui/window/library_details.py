"""The mission chosen in the library: its track, larger, all that the list knows of it, and what can be done with it."""

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from mission_gui.domain.catalogue import Entry
from mission_gui.language import translate
from mission_gui.panels.layer import pixel_ratio
from mission_gui.theme import Style
from mission_gui.window.library_tracks import TrackPictures
from mission_gui.window.library_words import details_html, spoken

WIDTH = 330.0
_MAP = 0.5
"""Height of the picture over its width."""


class TrackView(QWidget):
    """The picture of the track, as wide as there is room."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, tracks: TrackPictures, look: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look, self._tracks = look, tracks
        self.entry: Entry | None = None

    def sizeHint(self) -> QSize:
        wide = round(self.look.px(WIDTH))
        return QSize(wide, round(wide * _MAP))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_entry(self, entry: Entry | None) -> None:
        """Another mission."""
        self.entry = entry
        name = translate("Library", "Ground track of the last turn")
        self.setAccessibleName(f"{name}: {entry.name}" if entry else name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, box = self.look, QRectF(self.rect())
        painter.fillRect(box, look.color("ocean"))
        if self.entry is not None and not self.entry.fault:
            painter.drawPixmap(0, 0, self._tracks.of(self.entry, QSizeF(self.size()), pixel_ratio(painter)))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class Details(QWidget):
    """`opened` and `edited` wish that the mission shown be opened on the board, or its file in the user's editor."""

    accessible_role = QAccessible.Role.Grouping
    opened = Signal()
    edited = Signal()

    def __init__(self, tracks: TrackPictures, look: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.entry: Entry | None = None
        self.track = TrackView(tracks, look, self)
        self.text = QTextBrowser(self)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.open, self.edit = QPushButton(self), QPushButton(self)
        self.open.clicked.connect(self.opened)
        self.edit.clicked.connect(self.edited)
        row = QHBoxLayout()
        row.addWidget(self.open, 1)
        row.addWidget(self.edit)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.track)
        whole.addWidget(self.text, 1)
        whole.addLayout(row)
        self.restyle(look)

    def show_entry(self, entry: Entry | None) -> None:
        """Another mission, or none."""
        self.entry = entry
        self.track.show_entry(entry)
        self.text.setHtml(details_html(entry, self.look) if entry is not None else "")
        self.text.setAccessibleDescription(spoken(entry) if entry is not None else "")
        self.open.setEnabled(entry is not None and not entry.fault)
        self.edit.setEnabled(entry is not None)
        self.edit.setVisible(entry is not None and (not entry.built_in or bool(entry.fault)))

    def restyle(self, look: Style) -> None:
        """Another theme, type size or language."""
        self.look = self.track.look = look
        theme, px = look.theme, look.px
        self.setFixedWidth(round(px(WIDTH)))
        for part in (self, self.text):
            part.setAccessibleName(translate("Library", "About the mission"))
        self.open.setText(translate("Library", "Open on the board"))
        self.edit.setText(translate("Library", "Open the file"))
        self.text.setFont(look.sans("normal"))
        palette = self.text.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("window"))
        palette.setColor(QPalette.ColorRole.Text, look.color("text"))
        self.text.setPalette(palette)
        edge = f"{max(round(px(2)), 2)}px solid"
        self.text.setStyleSheet(
            f"QTextBrowser {{ border: {edge} {theme.window}; background: {theme.window}; color: {theme.text}; }}"
            f"QTextBrowser:focus {{ border: {edge} {theme.soyuz_text}; }}"
        )
        self.text.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for button, main in ((self.open, True), (self.edit, False)):
            button.setFont(look.sans("normal", 600))
            button.setMinimumHeight(round(px(34)))
            button.setStyleSheet(
                f"QPushButton {{ color: {theme.window if main else theme.text};"
                f" background: {theme.soyuz_text if main else theme.raised}; border: 1px solid {theme.border};"
                f" border-radius: {px(3):.0f}px; padding: 0 {px(14):.0f}px; }}"
                f"QPushButton:focus {{ color: {theme.text}; background: {theme.raised};"
                f" border: {edge} {theme.soyuz_text}; }}"
                f"QPushButton:disabled {{ color: {theme.third}; background: {theme.raised}; }}"
            )
        self.show_entry(self.entry)
