"""Pictures from the board, saved or copied, and the way back: a picture opens the board at its moment."""

from collections.abc import Collection
from datetime import UTC, timedelta
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QGuiApplication

from mission_gui.app.taking import Taking
from mission_gui.domain.errors import UserError
from mission_gui.domain.language import spoken
from mission_gui.export.canvas import Canvas
from mission_gui.export.formats import taken_png
from mission_gui.export.live import board_wish, picture_of, standing, stands
from mission_gui.export.opening import Opening, Pair, opening_of
from mission_gui.export.picture import Composition
from mission_gui.files import make_folder
from mission_gui.language import translate
from mission_gui.settings import PictureSettings
from mission_gui.window import MainWindow
from mission_gui.window.picture_dialog import PictureDialog, size_of


class Pictures(QObject):
    """Answers the window's wishes for pictures. `reopened` tells where a file that was dropped on it leads, `compared`
    which comparison.

    A picture of the board as it stands is taken at once, and packed in a thread; any other, which needs a board of its
    own or marks instead of pixels, is drawn in another process. The program waits for both at its end.
    """

    reopened = Signal(object)
    compared = Signal(object)

    def __init__(self, window: MainWindow, taking: Taking) -> None:
        super().__init__(window)
        self.window, self.taking = window, taking
        self._mine: set[Path] = set()
        taking.told.connect(self._tell)

    @property
    def wish(self) -> PictureSettings:
        """How the user wants pictures."""
        return self.window.choices.settings.picture

    @property
    def folder(self) -> Path:
        """Where they go."""
        return Path(self.wish.folder) if self.wish.folder else pictures_folder()

    @Slot()
    def save(self) -> None:
        """Saves the moment among the user's pictures; where, is told once it is there."""
        window, mission, frame = self.window, self.window.mission, self.window.frame
        if mission is None or frame is None:
            return
        composition, language, format = *self._composed(), self.wish.format
        utc = (mission.epoch + timedelta(seconds=frame.t)).astimezone(UTC)
        try:
            path = free_name(self.folder, f"{mission.id}_{utc:%Y-%m-%dT%H%M%SZ}", format, self.taking.open)
        except UserError as error:
            window.notice.say(str(error))
            return
        self._mine.add(path)
        if format == "png" and not composition.canvas.large and stands(window, composition, language):
            with standing(window) as picture:
                self.taking.pack(path, taken_png(picture))
            return
        self.taking.draw(path, board_wish(window, composition, language))
        window.notice.say(translate("Window", "The picture is being made"))

    @Slot(object, str)
    def _tell(self, path: Path, text: str) -> None:
        if path in self._mine:
            self._mine.remove(path)
            self.window.notice.say(text)

    @Slot()
    def copy(self) -> None:
        """Puts picture and words on the clipboard."""
        if self.window.frame is None:
            return
        with picture_of(self.window, *self._composed()) as picture:
            both = QMimeData()
            both.setImageData(picture.image())
            both.setText(f"{picture.stamp.caption}\n{picture.twin.alt}")
        QGuiApplication.clipboard().setMimeData(both)
        self.window.notice.say(translate("Window", "Copied: the picture, and what it shows in words"))

    @Slot()
    def ask(self) -> None:
        """The dialog of sizes, dress and format."""
        dialog = PictureDialog(self.wish, str(self.folder), self.window.look, self.window)
        dialog.chosen.connect(self._keep)
        dialog.taken.connect(self.save)
        dialog.open()

    @Slot(object)
    def _keep(self, wish: PictureSettings) -> None:
        self.window.choices.keep(picture=wish)

    def _composed(self) -> tuple[Composition, str]:
        """How the user wants the moment, and in which language."""
        window, wish = self.window, self.wish
        size, scale = size_of(wish, window.size(), window.devicePixelRatioF())
        theme, layout = wish.theme or window.look.theme.name, window.board.layout_.id
        return Composition(
            Canvas(size, scale), layout, "", theme, wish.caption, wish.marking
        ), wish.language or spoken()

    def warning(self, opening: Opening, digest: str) -> str:
        """What is to be said of a file that was made from other data than those on the board; else nothing."""
        return "" if opening.data == digest else other_data(opening.data, digest)

    @Slot(object)
    def reopen(self, path: Path) -> None:
        """A file was dropped: where this program made it, the board goes to its moment, or its comparison opens."""
        try:
            opening = opening_of(path)
        except UserError as error:
            self.window.notice.say(str(error))
            return
        if isinstance(opening, Pair):
            self.compared.emit(opening)
        else:
            self.reopened.emit(opening)


def other_data(made: str, now: str) -> str:
    """That a file was made from other data than those there are."""
    told = translate("Window", "This file was made from other data ({made}, now {now}): figures may differ")
    return told.format(made=made[:12], now=now[:12])


def pictures_folder() -> Path:
    """The user's own folder of pictures."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))


def free_name(folder: Path, name: str, format: str = "png", taken: Collection[Path] = ()) -> Path:
    """The name, or the name with a number, in a folder, which is made where it is missing; not one of those `taken`."""
    make_folder(folder)
    for number in range(1, 1000):
        path = folder / (f"{name}.{format}" if number == 1 else f"{name}-{number}.{format}")
        if path not in taken and not path.exists():
            return path
    raise UserError(f"{folder}: a thousand pictures of this moment are enough")
