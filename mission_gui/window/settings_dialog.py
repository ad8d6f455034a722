"""All settings in one dialog; each holds as soon as it is chosen."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mission_gui.domain.facts import Text
from mission_gui.language import LANGUAGES, translate
from mission_gui.settings import Settings, place
from mission_gui.theme import THEMES, Style
from mission_gui.window.dialogs import choice, dress
from mission_gui.window.layouts import LAYOUTS

THEME_NAMES = {
    "dark": Text("Dark", "Тёмная"),
    "light": Text("Light, for print and slides", "Светлая, для печати и слайдов"),
    "high-contrast": Text("High contrast", "Контрастная"),
    "red-night": Text("Red, for a dark room", "Красная, для тёмного помещения"),
}


class SettingsDialog(QDialog):
    """Shows the settings it is given; `chosen` gives them as the user changes them."""

    chosen = Signal(object)
    tour_wished = Signal()

    def __init__(self, settings: Settings, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.settings = settings
        self.setWindowTitle(translate("Settings", "Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.theme = self._choice({name: str(THEME_NAMES[name]) for name in THEMES}, settings.theme)
        self.language = self._choice({"": translate("Settings", "As the system"), **LANGUAGES}, settings.language)
        layouts = {layout.id: str(layout.name) for layout in LAYOUTS} | {name: name for name in settings.saved}
        self.layout_ = self._choice(layouts, settings.layout)
        self.follows = QCheckBox(translate("Settings", "Let the layout follow the phase of the flight"))
        self.follows.setChecked(settings.follows)
        self.follows.toggled.connect(self._choose)
        tour = QPushButton(translate("Settings", "Show the tour again"))
        tour.clicked.connect(self.tour_wished)
        tour.clicked.connect(self.close)
        where = QLabel(translate("Settings", "Kept in {place}").format(place=place()))
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setWordWrap(True)
        form = QFormLayout()
        form.addRow(translate("Settings", "&Theme"), self.theme)
        form.addRow(translate("Settings", "&Language"), self.language)
        form.addRow(translate("Settings", "La&yout"), self.layout_)
        form.addRow("", self.follows)
        form.addRow("", tour)
        done = QPushButton(translate("Settings", "Close"))
        done.setDefault(True)
        done.clicked.connect(self.close)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addWidget(where)
        whole.addWidget(done, alignment=Qt.AlignmentFlag.AlignRight)
        dress(self, style)

    def _choice(self, names: dict[str, str], chosen: str) -> QComboBox:
        box = choice(names, chosen)
        box.currentIndexChanged.connect(self._choose)
        return box

    @Slot()
    def _choose(self) -> None:
        self.settings = replace(
            self.settings,
            theme=self.theme.currentData(),
            language=self.language.currentData(),
            layout=self.layout_.currentData(),
            follows=self.follows.isChecked() and self.sender() is not self.layout_,
        )
        if self.follows.isChecked() != self.settings.follows:
            # A layout chosen by hand is not followed away from.
            self.follows.blockSignals(True)
            self.follows.setChecked(False)
            self.follows.blockSignals(False)
        self.chosen.emit(self.settings)
