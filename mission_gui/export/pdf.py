"""PDF: shapes and text by Qt, with subsets of the program's fonts; then the truth, the words and the tags."""

import io
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter, QTransform

from mission_gui.export.replay import replay
from mission_gui.export.stamp import PROGRAM
from mission_gui.export.xmp import Label
from mission_gui.files import source_date
from mission_gui.panels.record import Record

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject

POINTS = 0.75
"""Points of paper to a CSS pixel."""

_TABULATOR, _SPACE = b"<0009>", b"<0020>"
"""What Qt notes as the letter of the space's glyph, and what it is."""
_SUBSET = re.compile(rb"/FontName /[A-Z]{6}\+")
"""Six letters that tell subsets of the same font apart, of which there is one here; Qt draws them by lot."""


def pdf(record: Record, size: tuple[float, float], label: Label) -> bytes:
    """The file: one page that shows the record, drawn to a size in CSS pixels."""
    bare = _drawn(record, size, label.packet.encode())
    even = _SUBSET.sub(rb"/FontName /AAAAAA+", bare.replace(_TABULATOR, _SPACE))
    return _tagged(even, label)


def _drawn(record: Record, size: tuple[float, float], meta: bytes) -> bytes:
    """The page, with its metadata and with fonts, before the tags."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    page = QSizeF(size[0] * POINTS, size[1] * POINTS)
    writer.setPageSize(QPageSize(page, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setDocumentXmpMetadata(meta)
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), meta))
    painter = QPainter(writer)
    box = record.bounds
    replay(record, painter, QTransform.fromScale(page.width() / box.width(), page.height() / box.height()))
    painter.end()
    return bytes(content.data())


def _tagged(content: bytes, label: Label) -> bytes:
    """With title and language, and the page tagged as a figure with its alternative text."""
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import ArrayObject, BooleanObject, NumberObject, TextStringObject

    writer = PdfWriter(clone_from=io.BytesIO(content))
    writer.pdf_header = "%PDF-1.7"
    page: PageObject = writer.pages[0]
    _wrap(writer, page)
    alt = TextStringObject(f"{label.alt}\n{label.text}")
    root, document, figure = _entries(Type="/StructTreeRoot"), _element("/Document"), _element("/Figure", Alt=alt)
    places = [writer._add_object(entry) for entry in (root, document, figure)]
    for above, below, place in ((root, document, places[1]), (document, figure, places[2])):
        above.update(_entries(K=ArrayObject([place])))
        below.update(_entries(P=places[0] if above is root else places[1]))
    figure.update(_entries(Pg=page.indirect_reference, K=NumberObject(0)))
    numbers = ArrayObject([NumberObject(0), ArrayObject([places[2]])])
    root.update(_entries(ParentTree=_entries(Nums=numbers)))
    told = {
        "StructTreeRoot": places[0],
        "MarkInfo": _entries(Marked=BooleanObject(True)),
        "Lang": TextStringObject(label.language),
        "ViewerPreferences": _entries(DisplayDocTitle=BooleanObject(True)),
    }
    writer._root_object.update(_entries(**told))
    writer.metadata = None
    writer.add_metadata({"/Title": str(label.title), "/Creator": PROGRAM, "/Producer": PROGRAM, **_date()})
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _wrap(writer: "PdfWriter", page: "PageObject") -> None:
    """Marks all that is drawn on the page as the first figure, without touching it."""
    from pypdf.generic import ArrayObject, DecodedStreamObject, NumberObject

    begin, end = DecodedStreamObject(), DecodedStreamObject()
    begin.set_data(b"/Figure <</MCID 0>> BDC\n")
    end.set_data(b"\nEMC\n")
    drawing = page.raw_get("/Contents")
    parts = ArrayObject([writer._add_object(begin), drawing, writer._add_object(end)])
    page.update(_entries(Contents=parts, StructParents=NumberObject(0), Tabs="/S"))


def _element(kind: str, **entries: object) -> "DictionaryObject":
    return _entries(Type="/StructElem", S=kind, **entries)


def _entries(**entries: Any) -> "DictionaryObject":
    """A dictionary of PDF; what is given as plain text is a name."""
    from pypdf.generic import DictionaryObject, NameObject

    return DictionaryObject(
        {NameObject(f"/{key}"): NameObject(value) if type(value) is str else value for key, value in entries.items()}
    )


def _date() -> dict[str, str]:
    """The date of the file where the environment names one; without it, none: the same command gives the same bytes."""
    seconds = source_date()
    return {} if seconds is None else {"/CreationDate": f"{datetime.fromtimestamp(seconds, UTC):D:%Y%m%d%H%M%SZ}"}
