"""The formats of a briefing by the end of the file's name: to add one, write its file and add a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from mission_gui.domain.errors import UserError
from mission_gui.export.brief.deck import Deck, Pictures
from mission_gui.export.brief.html import html_file
from mission_gui.export.brief.missing import missing
from mission_gui.export.brief.pdf import pdf_file
from mission_gui.export.brief.pptx import pptx_file
from mission_gui.files import check_writable


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is called, the bytes of a file of it, and the module that it needs, with the package of that."""

    name: str
    content: Callable[[Deck, Pictures], bytes]
    module: str = ""
    package: str = ""


FORMATS: dict[str, Format] = {
    ".pdf": Format("PDF", pdf_file, "typst", "typst"),
    ".pptx": Format("PPTX", pptx_file, "pptx", "python-pptx"),
    ".html": Format("HTML", html_file),
}


def format_of(path: Path) -> Format:
    """The format of a file; UserError, before any work, where it cannot be written: another ending, a library that is
    missing, a folder that is not there or not to be written in."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        raise UserError(f"{path}: the name of a briefing ends in {', '.join(FORMATS)}: choose one of them")
    if found.module and find_spec(found.module) is None:
        raise missing(found.name, found.package)
    check_writable(path)
    return found
