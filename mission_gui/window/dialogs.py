"""What the dialogs have in common: their dress, and boxes to choose from."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QProgressBar,
    QSpinBox,
    QToolTip,
    QWidget,
)

from mission_gui.language import translate
from mission_gui.panels.switches import TickBox, indicator_sheet
from mission_gui.theme import Style
from mission_gui.window.overlays import paint_mark
from mission_gui.window.steady import Steady


class ChoiceBox(QComboBox):
    """A box to choose from, with the sign of what opens in the colour of its words."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().buttonText())
        size = self.fontMetrics().height() / 4
        tip = QPointF(self.width() - 3.5 * size, self.height() / 2 + 0.6 * size)
        painter.drawPolygon(QPolygonF([tip + QPointF(-size, -1.2 * size), tip + QPointF(size, -1.2 * size), tip]))
        painter.end()


def choice(names: Mapping[str, str], chosen: str) -> QComboBox:
    """A box of names by their ids, one of which is chosen."""
    box = ChoiceBox()
    for id, name in names.items():
        box.addItem(name, id)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


_MARK, _FINE = 26.0, 3.0
"""Side of the mark of a failure, and its pixels to a point, enough for any screen."""
_ROLES = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "raised",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "third",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "text",
    QPalette.ColorRole.Light: "border",
    QPalette.ColorRole.Midlight: "border",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Shadow: "window",
    QPalette.ColorRole.Highlight: "soyuz_text",
    QPalette.ColorRole.HighlightedText: "window",
    QPalette.ColorRole.Accent: "soyuz",
    QPalette.ColorRole.Link: "iss_text",
    QPalette.ColorRole.LinkVisited: "iss_text",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
}
_UNUSABLE = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(style: Style) -> QPalette:
    """The colours of a theme for whatever Qt draws by itself; what cannot be used stays readable."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, style.color(name))
    for role in _UNUSABLE:
        made.setColor(QPalette.ColorGroup.Disabled, role, style.color("third"))
    return made


def dress_application(style: Style) -> None:
    """What Qt opens of its own accord - tooltips, menus of lines, dialogs of files - in the dress of the board."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    colors = palette(style)
    application.setPalette(colors)
    application.setFont(style.sans("normal"))
    QToolTip.setPalette(colors)
    QToolTip.setFont(style.sans("normal"))


def dress(dialog: QDialog, style: Style) -> None:
    """A dialog in the colours and the type of the board, as large as it needs to be on every screen."""
    theme, px = style.theme, style.px
    _name_parts(dialog)
    if dialog.findChild(Steady) is None:
        Steady(dialog)
    dialog.setFont(style.sans("normal"))
    dialog.setPalette(palette(style))
    for number in dialog.findChildren(QSpinBox):
        # To it Qt gives the height but not the margins of the padding below.
        number.lineEdit().setTextMargins(round(px(8)), 0, round(px(8)), 0)
    for box in dialog.findChildren(TickBox):
        box.restyle(style)
    if isinstance(dialog, QMessageBox):
        dialog.setIconPixmap(_mark(style))
    dialog.setStyleSheet(
        # Parts with a sheet of their own would take their type from the system.
        f"* {{ font-family: '{style.sans().family()}'; font-size: {style.size('normal')}px; }}"
        f"QDialog {{ background: {theme.panel}; }} QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}"
        f"QLabel, QCheckBox {{ color: {theme.text}; }}"
        f"QComboBox, QPushButton, QLineEdit, QSpinBox {{ color: {theme.text}; background: {theme.raised};"
        f" border: 1px solid {theme.border}; border-radius: {px(3):.0f}px; "
        f" padding: {px(4):.0f}px {px(10):.0f}px; }}"
        f"QComboBox:disabled, QPushButton:disabled, QLineEdit:disabled, QSpinBox:disabled {{ color: {theme.third}; }}"
        f"QComboBox:focus, QPushButton:focus, QLineEdit:focus, QSpinBox:focus"
        f" {{ border: {_focus_width(style)}px solid {theme.soyuz_text};"
        f" padding: {px(4) - 1:.0f}px {px(10) - 1:.0f}px; }}"
        f"QComboBox QAbstractItemView {{ color: {theme.text}; background: {theme.raised};"
        f" selection-color: {theme.window}; selection-background-color: {theme.soyuz_text}; }}"
        # Without a rule of its own Qt gives this part the bevel of another age; its sign is drawn by the box.
        f"QComboBox::drop-down {{ border: none; width: {px(22):.0f}px; }}"
        f"QSpinBox {{ padding: {px(2):.0f}px 0; }} QSpinBox:focus {{ padding: {px(2) - 1:.0f}px 0; }}"
        "QSpinBox::up-button, QSpinBox::down-button { border: none; width: 0; }"  # keys and wheel do the same
        # The text stands beside the bar: on it, it would have to be readable on both halves.
        f"QProgressBar {{ color: {theme.text}; background: {theme.raised}; border: 1px solid {theme.third};"
        f" text-align: right; margin-right: {px(46):.0f}px; min-height: {px(14):.0f}px; }}"
        f"QProgressBar::chunk {{ background: {theme.soyuz}; }}"
        "QSpinBox QLineEdit { border: none; padding: 0; background: transparent; }"
        f"QLineEdit {{ placeholder-text-color: {theme.third}; }}"
        f"QLineEdit, QSpinBox {{ selection-color: {theme.window}; selection-background-color: {theme.soyuz_text}; }}"
        f"QCheckBox {{ border: {_focus_width(style)}px solid transparent; border-radius: {px(3):.0f}px;"
        f" padding: {px(2):.0f}px; }}"
        f"QCheckBox:focus {{ border-color: {theme.soyuz_text}; }}"
        f"{indicator_sheet(style, 'QCheckBox')}"
        f"{scroll_bars(style)}"
    )


def _focus_width(style: Style) -> int:
    """Pixels of the frame about what has the keyboard."""
    return max(round(style.px(2)), 2)


def _name_parts(dialog: QDialog) -> None:
    """For a screen reader, which would call a box by what is chosen in it, and a row of buttons nothing."""
    for label in dialog.findChildren(QLabel):
        buddy: QWidget | None = label.buddy()
        if buddy is not None and not buddy.accessibleName():
            buddy.setAccessibleName(label.text().replace("&", ""))
        elif isinstance(dialog, QMessageBox) and not label.text():
            label.setAccessibleName(translate("Dialogs", "Failure"))
    for row in dialog.findChildren(QDialogButtonBox):
        row.setAccessibleName(translate("Dialogs", "Buttons"))
    for bar in dialog.findChildren(QProgressBar):
        bar.setAccessibleName(dialog.windowTitle())


def _mark(style: Style) -> QPixmap:
    """The mark of a failure, in place of the system's own, which shines in a dark room."""
    side = style.px(_MARK)
    pixmap = QPixmap(round(side * _FINE), round(side * _FINE))
    pixmap.setDevicePixelRatio(_FINE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_mark(painter, style, QPointF(side / 2, side / 2))
    painter.end()
    return pixmap


def scroll_bars(style: Style) -> str:
    """The style sheet of scroll bars: slim, without arrows."""
    theme, px = style.theme, style.px
    return (
        f"QScrollBar:vertical {{ width: {px(8):.0f}px; background: {theme.panel}; }}"
        f"QScrollBar:horizontal {{ height: {px(8):.0f}px; background: {theme.panel}; }}"
        f"QScrollBar::handle {{ background: {theme.third}; border-radius: {px(4):.0f}px; }}"
        f"QScrollBar::handle:vertical {{ min-height: {px(24):.0f}px; }}"
        f"QScrollBar::handle:horizontal {{ min-width: {px(24):.0f}px; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        f"QScrollBar::add-page, QScrollBar::sub-page {{ background: {theme.panel}; }}"
    )
