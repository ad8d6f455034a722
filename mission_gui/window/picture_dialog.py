"""How pictures are taken from the board: presets of size, dress and format, remembered for F12."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mission_gui.domain.facts import Text
from mission_gui.language import LANGUAGES, translate
from mission_gui.panels.switches import TickBox
from mission_gui.settings import PictureSettings
from mission_gui.theme import THEMES, Style
from mission_gui.window.dialogs import choice, dress
from mission_gui.window.settings_dialog import THEME_NAMES

FORMATS = {"png": "PNG", "svg": "SVG", "pdf": "PDF"}
WINDOW, OWN = "window", "own"
_SIDES = (320, 8192)


@dataclass(frozen=True, slots=True)
class Preset:
    """A size in points with the pixels to each; without a size that of the window, or the user's own."""

    name: Text
    size: tuple[int, int] | None = None
    scale: float = 1.0


PRESETS = {
    WINDOW: Preset(Text("As the window", "Как окно")),
    "slide": Preset(Text("Slide 16:9, 1920 × 1080", "Слайд 16:9, 1920 × 1080"), (1920, 1080)),
    "slide-4-3": Preset(Text("Slide 4:3, 1600 × 1200", "Слайд 4:3, 1600 × 1200"), (1600, 1200)),
    "a4": Preset(Text("A4 at 300 dpi, 3508 × 2480", "A4, 300 точек на дюйм, 3508 × 2480"), (1403, 992), 2.5),
    "wall": Preset(Text("Wall, 3840 × 2160", "Большой экран, 3840 × 2160"), (1920, 1080), 2.0),
    "square": Preset(Text("Square, 2160 × 2160", "Квадрат, 2160 × 2160"), (1080, 1080), 2.0),
    OWN: Preset(Text("Own size", "Свой размер")),
}


def size_of(wish: PictureSettings, window: QSize, ratio: float) -> tuple[QSize, float]:
    """The size in points and the pixels to each that a wish comes to for a window at a screen's own ratio."""
    preset = PRESETS.get(wish.preset, PRESETS[WINDOW])
    if preset.size is not None:
        return QSize(*preset.size), preset.scale
    return (QSize(wish.width, wish.height), 1.0) if wish.preset == OWN else (window, ratio)


class PictureDialog(QDialog):
    """Shows the wishes it is given; `chosen` gives them as the user changes them, `taken` asks for the picture."""

    chosen = Signal(object)
    taken = Signal()

    def __init__(self, wish: PictureSettings, folder: str, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.wish = wish
        self.setWindowTitle(translate("Picture", "Picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        as_board = translate("Picture", "As the board")
        self.preset = self._choice({id: str(preset.name) for id, preset in PRESETS.items()}, wish.preset)
        self.width_, self.height_ = (self._number(value) for value in (wish.width, wish.height))
        themes = {"": as_board, **{name: str(THEME_NAMES[name]) for name in THEMES}}
        self.theme = self._choice(themes, wish.theme)
        self.language = self._choice({"": as_board, **LANGUAGES}, wish.language)
        self.format = self._choice(FORMATS, wish.format)
        self.caption = TickBox(translate("Picture", "Caption: what it shows, from what, by whom"))
        self.caption.setChecked(wish.caption)
        self.caption.toggled.connect(self._choose)
        self.marking = QLineEdit(wish.marking)
        self.marking.setPlaceholderText("SIMULATION")
        self.marking.textChanged.connect(self._choose)
        self.width_.setAccessibleName(translate("Picture", "Width"))
        self.height_.setAccessibleName(translate("Picture", "Height"))
        self.folder = QPushButton()
        self._show_folder(wish.folder or folder)
        self.folder.clicked.connect(self._ask_for_folder)
        self._lay_out()
        self._tell_sides()
        dress(self, style)

    def _lay_out(self) -> None:
        sides = QHBoxLayout()
        for part in (self.width_, self.height_):
            sides.addWidget(part)
        form = QFormLayout()
        form.addRow(translate("Picture", "&Size"), self.preset)
        form.addRow(translate("Picture", "Width and height"), sides)
        form.addRow(translate("Picture", "&Theme"), self.theme)
        form.addRow(translate("Picture", "&Language"), self.language)
        form.addRow(translate("Picture", "&Marking"), self.marking)
        form.addRow("", self.caption)
        form.addRow(translate("Picture", "F&ormat"), self.format)
        form.addRow(translate("Picture", "&Folder"), self.folder)
        take = QPushButton(translate("Picture", "Save"))
        take.setDefault(True)
        take.clicked.connect(self._take)
        close = QPushButton(translate("Picture", "Close"))
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(close)
        row.addWidget(take)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addLayout(row)

    def _choice(self, names: dict[str, str], chosen: str) -> QComboBox:
        box = choice(names, chosen)
        box.currentIndexChanged.connect(self._choose)
        return box

    def _number(self, value: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(*_SIDES)
        box.setValue(value)
        box.valueChanged.connect(self._choose)
        return box

    @Slot()
    def _choose(self) -> None:
        self.wish = replace(
            self.wish,
            preset=self.preset.currentData(),
            width=self.width_.value(),
            height=self.height_.value(),
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            format=self.format.currentData(),
            caption=self.caption.isChecked(),
            marking=self.marking.text().strip(),
        )
        self._tell_sides()
        self.chosen.emit(self.wish)

    def _tell_sides(self) -> None:
        """Width and height are the user's to choose only where the size is."""
        for part in (self.width_, self.height_):
            part.setEnabled(self.wish.preset == OWN)

    def _show_folder(self, folder: str) -> None:
        self.folder.setText(folder)
        self.folder.setAccessibleName(f"{translate('Picture', '&Folder')}: {folder}".replace("&", "", 1))

    @Slot()
    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate("Picture", "Folder of pictures"), self.folder.text())
        if folder:
            self.set_folder(folder)

    def set_folder(self, folder: str) -> None:
        """Where the next pictures go."""
        self._show_folder(folder)
        self.wish = replace(self.wish, folder=folder)
        self.chosen.emit(self.wish)

    @Slot()
    def _take(self) -> None:
        self.close()
        self.taken.emit()
