"""All settings in one dialog; each holds as soon as it is chosen."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mission_gui.domain.facts import Text
from mission_gui.domain.language import spoken
from mission_gui.language import LANGUAGES, translate
from mission_gui.panels.switches import TickBox
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
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.theme = self._choice(dict.fromkeys(THEMES, ""), settings.theme)
        self.language = self._choice({"": "", **LANGUAGES}, settings.language)
        self.layout_ = self._choice(_layout_names() | {name: name for name in settings.saved}, settings.layout)
        self.follows = TickBox()
        self.follows.setChecked(settings.follows)
        self.follows.toggled.connect(self._choose)
        self.tour, self.finish = QPushButton(), QPushButton()
        self.tour.clicked.connect(self.tour_wished)
        self.tour.clicked.connect(self.close)
        self.finish.setDefault(True)
        self.finish.clicked.connect(self.close)
        self.where = QLabel()
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.where.setWordWrap(True)
        self.form = QFormLayout()
        for box in (self.theme, self.language, self.layout_):
            self.form.addRow(" ", box)
        for control in (self.follows, self.tour):
            self.form.addRow("", control)
        whole = QVBoxLayout(self)
        whole.addLayout(self.form)
        whole.addWidget(self.where)
        whole.addWidget(self.finish, alignment=Qt.AlignmentFlag.AlignRight)
        self._write()
        dress(self, style)

    def _write(self) -> None:
        """All its words in the language spoken, which it may just have changed itself."""
        self.setWindowTitle(translate("Settings", "Settings"))
        self._name(self.theme, translate("Settings", "&Theme"), {name: str(THEME_NAMES[name]) for name in THEMES})
        self._name(self.language, translate("Settings", "&Language"), {"": translate("Settings", "As the system")})
        self._name(self.layout_, translate("Settings", "La&yout"), _layout_names())
        self.follows.setText(translate("Settings", "Let the layout follow the phase of the flight"))
        self.tour.setText(translate("Settings", "Show the tour again"))
        self.where.setText(translate("Settings", "Kept in {place}").format(place=place()))
        self.finish.setText(translate("Settings", "Close"))

    def _name(self, box: QComboBox, name: str, choices: dict[str, str]) -> None:
        """The label of a choice, and those of its entries whose words depend on the language."""
        label = self.form.labelForField(box)
        assert isinstance(label, QLabel)
        label.setText(name)
        box.setAccessibleName(name.replace("&", ""))
        for index in range(box.count()):
            box.setItemText(index, choices.get(box.itemData(index), box.itemText(index)))

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
        before = spoken()
        self.chosen.emit(self.settings)
        if spoken() != before:
            self._write()


def _layout_names() -> dict[str, str]:
    return {layout.id: str(layout.name) for layout in LAYOUTS}
