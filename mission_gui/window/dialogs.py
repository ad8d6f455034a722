"""What the dialogs have in common: their dress, and boxes to choose from."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog

from mission_gui.theme import Style


def choice(names: Mapping[str, str], chosen: str) -> QComboBox:
    """A box of names by their ids, one of which is chosen."""
    box = QComboBox()
    for id, name in names.items():
        box.addItem(name, id)
    box.setCurrentIndex(max(box.findData(chosen), 0))
    return box


def dress(dialog: QDialog, style: Style) -> None:
    """A dialog in the colours and the type of the board."""
    theme, px = style.theme, style.px
    dialog.setFont(style.sans("normal"))
    dialog.setStyleSheet(
        f"QDialog {{ background: {theme.panel}; dialogbuttonbox-buttons-have-icons: 0; }}"
        f"QLabel, QCheckBox {{ color: {theme.text}; }}"
        f"QComboBox, QPushButton, QLineEdit, QSpinBox, QProgressBar {{ color: {theme.text}; background: {theme.raised};"
        f" border: 1px solid {theme.border}; border-radius: {px(3):.0f}px; "
        f" padding: {px(4):.0f}px {px(10):.0f}px; }}"
        f"QComboBox:focus, QPushButton:focus, QLineEdit:focus, QSpinBox:focus {{ border-color: {theme.soyuz}; }}"
        f"QComboBox QAbstractItemView {{ color: {theme.text}; background: {theme.raised};"
        f" selection-color: {theme.window}; selection-background-color: {theme.soyuz}; }}"
        f"QProgressBar {{ text-align: center; }} QProgressBar::chunk {{ background: {theme.line}; }}"
        f"QLineEdit, QSpinBox {{ selection-color: {theme.window}; selection-background-color: {theme.soyuz}; }}"
        f"QCheckBox:focus {{ color: {theme.soyuz_text}; }}"
        f"QCheckBox::indicator {{ {_box(style, theme.raised)} }}"
        f"QCheckBox::indicator:checked {{ {_box(style, theme.soyuz)} }}"
        f"QScrollBar:vertical {{ width: {px(8):.0f}px; background: {theme.panel}; }}"
        f"QScrollBar::handle:vertical {{ background: {theme.border}; border-radius: {px(4):.0f}px;"
        f" min-height: {px(24):.0f}px; }}"
        "QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }"
        f"QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: {theme.panel}; }}"
    )


def _box(style: Style, ground: str) -> str:
    """The box of a tick, without which Qt draws a white one in every theme."""
    px = style.px
    return (
        f"width: {px(12):.0f}px; height: {px(12):.0f}px; background: {ground};"
        f" border: 1px solid {style.theme.second}; border-radius: {px(2):.0f}px;"
    )
