"""Pictures from the board, saved or copied, and the way back: a picture opens the board at its moment."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QGuiApplication

from mission_gui.domain.errors import UserError
from mission_gui.domain.language import spoken
from mission_gui.export.canvas import Canvas
from mission_gui.export.formats import content_of
from mission_gui.export.live import picture_of
from mission_gui.export.picture import Composition, Picture
from mission_gui.export.stamp import Stamp
from mission_gui.export.xmp import read_stamp
from mission_gui.files import make_folder, write_for_user
from mission_gui.language import choose, translate
from mission_gui.settings import PictureSettings
from mission_gui.window import MainWindow
from mission_gui.window.picture_dialog import PictureDialog, size_of


class Pictures(QObject):
    """Answers the window's wishes for pictures. `reopened` gives the stamp of one that was dropped on it.

    A picture is taken at once; its file is packed and written in a thread of its own, which the program waits for at
    its end, and then `written` tells how that went.
    """

    reopened = Signal(object)
    written = Signal(object, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self._writing: Future[None] | None = None
        self.written.connect(self._tell)

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
        if self.window.frame is None:
            return
        if self._writing is not None:
            self._writing.exception()  # waits for it: its name must be taken before another is chosen
        try:
            with self._taken() as picture:
                path = free_path(self.folder, picture.stamp, self.wish.format)
                content = content_of(picture, path)
        except UserError as error:
            self.window.notice.say(str(error))
            return
        writer = ThreadPoolExecutor(1)
        self._writing = writer.submit(_write, path, content)
        self._writing.add_done_callback(partial(self.written.emit, path))
        writer.shutdown(wait=False)  # its thread ends with the file

    @Slot(object, object)
    def _tell(self, path: Path, done: Future[None]) -> None:
        try:
            done.result()
        except UserError as error:
            self.window.notice.say(str(error))
            return
        self.window.notice.say(translate("Window", "Saved {path}").format(path=path))

    @Slot()
    def copy(self) -> None:
        """Puts picture and words on the clipboard."""
        if self.window.frame is None:
            return
        with self._taken() as picture:
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

    @contextmanager
    def _taken(self) -> Iterator[Picture]:
        """The moment as the user wants it; in another language only as long as it takes."""
        window, wish, before = self.window, self.wish, spoken()
        size, scale = size_of(wish, window.size(), window.devicePixelRatioF())
        theme, layout = wish.theme or window.look.theme.name, window.board.layout_.id
        composition = Composition(Canvas(size, scale), layout, "", theme, wish.caption, wish.marking)
        if wish.language in ("", before):
            with picture_of(window, composition) as picture:
                yield picture
            return
        choose(wish.language)
        try:
            with picture_of(window, composition, anew=True) as picture:
                yield picture
        finally:
            choose(before)

    def warning(self, stamp: Stamp, digest: str) -> str:
        """What is to be said of a picture that was made from other data than those on the board; else nothing."""
        if stamp.data == digest:
            return ""
        told = translate("Window", "This picture was made from other data ({made}, now {now}): figures may differ")
        return told.format(made=stamp.data[:12], now=digest[:12])

    @Slot(object)
    def reopen(self, path: Path) -> None:
        """A file was dropped: where it is a picture of this program, the board goes to its moment."""
        try:
            stamp = read_stamp(path)
        except UserError as error:
            self.window.notice.say(str(error))
            return
        self.reopened.emit(stamp)


def _write(path: Path, content: Callable[[], bytes]) -> None:
    write_for_user(path, content())


def pictures_folder() -> Path:
    """The user's own folder of pictures."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))


def free_path(folder: Path, stamp: Stamp, format: str) -> Path:
    """A free name in a folder, which is made where it is missing: mission and time."""
    name = f"{stamp.mission}_{stamp.utc.astimezone(UTC):%Y-%m-%dT%H%M%SZ}"
    return free_name(folder, name, format)


def free_name(folder: Path, name: str, format: str = "png") -> Path:
    """The name, or the name with a number, in a folder, which is made where it is missing."""
    make_folder(folder)
    for number in range(1, 1000):
        path = folder / (f"{name}.{format}" if number == 1 else f"{name}-{number}.{format}")
        if not path.exists():
            return path
    raise UserError(f"{folder}: a thousand pictures of this moment are enough")
