"""The contact sheet: all pictures of a series small on one page, each with its moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from mission_gui.domain.errors import UserError
from mission_gui.export.label import label
from mission_gui.export.png import png, texts
from mission_gui.export.stamp import SHORT_STATEMENT, Stamp
from mission_gui.export.twin import Twin
from mission_gui.language import translate
from mission_gui.panels import wording
from mission_gui.panels.lettering import RIGHT, write
from mission_gui.theme import Style

MOST = 400
"""Pictures on a sheet; more would be too small to tell apart."""
_WIDE, _GAP, _LABEL, _HEAD = 480, 24, 34, 76
_COLUMNS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Small:
    """A picture made small, and its truth."""

    image: QImage
    stamp: Stamp


def small_size(canvas: QSize) -> QSize:
    """The size of a picture on the sheet."""
    return QSize(_WIDE, round(_WIDE * canvas.height() / canvas.width()))


def check_count(count: int) -> None:
    """UserError for more pictures than a sheet holds."""
    if count > MOST:
        raise UserError(f"a contact sheet holds {MOST} pictures, not {count:,}: leave it out, or ask for fewer")


def contact_sheet(look: Style, smalls: Iterable[Small], count: int, size: QSize) -> bytes:
    """The sheet as a PNG; `size` is that of one picture on it."""
    columns = min(_COLUMNS, ceil(count**0.5))
    rows = ceil(count / columns)
    whole = QSize(_GAP + columns * (size.width() + _GAP), _HEAD + rows * (size.height() + _LABEL + _GAP))
    sheet = QImage(whole, QImage.Format.Format_RGB32)
    sheet.fill(look.color("window"))
    painter = QPainter(sheet)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    stamps = []
    for index, small in enumerate(smalls):
        left = _GAP + index % columns * (size.width() + _GAP)
        top = _HEAD + index // columns * (size.height() + _LABEL + _GAP)
        painter.drawImage(QRectF(left, top, size.width(), size.height()), small.image)
        _label(painter, look, QRectF(left, top + size.height(), size.width(), _LABEL), small.stamp)
        stamps.append(small.stamp)
    first = stamps[0]
    head = QRectF(_GAP, 12, whole.width() - 2 * _GAP, _HEAD - 24)
    taken = write(painter, head, str(first.name), look.sans("large", 650), look.color("text"))
    about = head.adjusted(taken + _GAP, 0, 0, 0)
    write(painter, about, f"{SHORT_STATEMENT} · {first.version}", look.sans("normal"), look.color("second"), RIGHT)
    painter.end()
    return png([sheet], (whole.width(), whole.height()), 1.0, texts(label(first, _words(stamps))))


def _label(painter: QPainter, look: Style, box: QRectF, stamp: Stamp) -> None:
    taken = write(painter, box, wording.countdown(stamp.t), look.mono("normal", 500), look.color("soyuz_text"), RIGHT)
    utc = wording.clock_time(stamp.utc)
    name = box.adjusted(0, 0, -taken - 12, 0)
    write(painter, name, f"{utc} UTC  {stamp.moment}", look.sans("normal", 500), look.color("text"))


def _words(stamps: list[Stamp]) -> Twin:
    told = translate("Caption", "{name}: {number} pictures").format(name=stamps[0].name, number=len(stamps))
    return Twin(f"{told}, {SHORT_STATEMENT}.", tuple((str(stamp.moment), stamp.caption) for stamp in stamps))
