"""What a briefing shall be: format, language, colours, template and place."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from mission_gui.language import LANGUAGES, translate
from mission_gui.theme import THEMES, Style
from mission_gui.window.dialogs import ChoiceBox, choice, dress
from mission_gui.window.settings_dialog import THEME_NAMES


@dataclass(frozen=True, slots=True)
class BriefWish:
    """A briefing that is wanted; `theme` and `template` are empty for the usual ones."""

    path: Path
    language: str
    theme: str
    template: str


class BriefDialog(QDialog):
    """Asks for a briefing; `wished` gives what was chosen.

    `formats` are the endings of files with what they are called, and `lacking` says of some of them what is missing
    here: they can be seen but not chosen. `place` is where the file goes unless another place is chosen.
    """

    wished = Signal(object)

    def __init__(
        self,
        formats: Mapping[str, str],
        lacking: Mapping[str, str],
        place: Path,
        language: str,
        style: Style,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Brief", "Make a briefing"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.format = ChoiceBox()
        for suffix, name in formats.items():
            self.format.addItem(f"{name} – {lacking[suffix]}" if suffix in lacking else name, suffix)
            entry = self.format.model().index(self.format.count() - 1, 0)
            if suffix in lacking:
                self.format.model().setData(entry, 0, Qt.ItemDataRole.UserRole - 1)
        self.format.setCurrentIndex(next((i for i, suffix in enumerate(formats) if suffix not in lacking), 0))
        self.language = choice(LANGUAGES, language)
        usual = {"": translate("Brief", "As the template has it")}
        self.theme = choice(usual | {name: str(THEME_NAMES[name]) for name in THEMES}, "")
        self.template = QLineEdit()
        self.template.setPlaceholderText(translate("Brief", "The usual one"))
        self.place = QLineEdit(str(place.with_suffix(self.format.currentData())))
        self.place.setMinimumWidth(round(style.px(380)))
        form = QFormLayout()
        form.addRow(translate("Brief", "&Format"), self.format)
        form.addRow(translate("Brief", "&Language"), self.language)
        form.addRow(translate("Brief", "&Colours"), self.theme)
        template, place_name = translate("Brief", "&Template"), translate("Brief", "&Place")
        form.addRow(_label(template, self.template), _with_button(self.template, self._find_template))
        form.addRow(_label(place_name, self.place), _with_button(self.place, self._find_place))
        buttons = QDialogButtonBox()
        make = buttons.addButton(translate("Brief", "Make"), QDialogButtonBox.ButtonRole.AcceptRole)
        make.setDefault(True)
        buttons.addButton(translate("Brief", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._wish)
        buttons.rejected.connect(self.close)
        self.format.currentIndexChanged.connect(self._rename)
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addWidget(buttons)
        dress(self, style)

    @Slot()
    def _rename(self) -> None:
        """The place keeps its name and takes the ending of the format."""
        self.place.setText(str(Path(self.place.text()).with_suffix(self.format.currentData())))

    @Slot()
    def _find_template(self) -> None:
        title = translate("Brief", "Template of the briefing")
        path, _ = QFileDialog.getOpenFileName(self, title, "", "TOML (*.toml)")
        self.template.setText(path or self.template.text())

    @Slot()
    def _find_place(self) -> None:
        title = translate("Brief", "Where the briefing goes")
        path, _ = QFileDialog.getSaveFileName(self, title, self.place.text())
        self.place.setText(str(Path(path).with_suffix(self.format.currentData())) if path else self.place.text())

    @Slot()
    def _wish(self) -> None:
        wish = BriefWish(
            Path(self.place.text()).expanduser(),
            self.language.currentData(),
            self.theme.currentData(),
            self.template.text().strip(),
        )
        self.wished.emit(wish)
        self.close()


def _label(words: str, line: QLineEdit) -> QLabel:
    """What a line is called, which leads to it by key."""
    label = QLabel(words)
    label.setBuddy(line)
    line.setAccessibleName(words.replace("&", ""))
    return label


def _with_button(line: QLineEdit, find: object) -> QHBoxLayout:
    button = QPushButton(translate("Brief", "Choose…"))
    button.setAccessibleName(f"{line.accessibleName()}: {button.text()}")
    button.clicked.connect(find)
    row = QHBoxLayout()
    row.addWidget(line)
    row.addWidget(button)
    return row
