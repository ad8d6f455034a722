"""The program's fonts made fit for files whose text is looked up and copied: figures of one width without a feature.

On the screen Inter's tabular figures are other glyphs than its usual ones, chosen by the feature `tnum`. A PDF of them
would show digits but hold none. So for files the same glyphs are put in the place of the usual ones.
"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import fontpkg_inter
import fontpkg_jetbrains_mono
from PySide6.QtGui import QFont, QFontDatabase

from mission_gui import theme
from mission_gui.panels.record import Mark, Words
from mission_gui.theme import MONO

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FAMILY = "Inter Tabular"
_FAMILY_NAMES = (1, 16)
_FULL_NAME, _POSTSCRIPT = 4, 6


@contextmanager
def print_faces() -> Iterator[None]:
    """Within it, text is set in the faces for files; lengths stay the same."""
    _register()
    with theme.setting_sans(FAMILY):
        yield


def printed(mark: Mark) -> Mark:
    """A mark, words of it in the face for files also where a text had its font from before, as rich text has."""
    if not isinstance(mark, Words) or mark.font.family() != theme.SANS:
        return mark
    font = QFont(mark.font)
    font.setFamily(FAMILY)
    font.setVariableAxis(QFont.Tag("wght"), float(font.weight()))
    return replace(mark, font=font)


@cache
def _register() -> None:
    for path in sorted((fontpkg_inter.ROOT / "files").glob("*.ttf")):
        if QFontDatabase.addApplicationFontFromData(tabular(path.name)) < 0:
            raise RuntimeError(f"the font {path} cannot be used in files: install fontpkg-inter again")


@cache
def tabular(name: str) -> bytes:
    """A file of Inter with tabular figures in the place of the usual ones, under a name of its own."""
    from fontTools.ttLib import TTFont

    content = (fontpkg_inter.ROOT / "files" / name).read_bytes()
    font = TTFont(io.BytesIO(content), lazy=True, recalcTimestamp=False)
    instead = _single_substitutions(font, "tnum")
    for table in font["cmap"].tables:
        if table.isUnicode() and hasattr(table, "cmap"):
            table.cmap = {code: instead.get(glyph, glyph) for code, glyph in table.cmap.items()}
    _rename(font)
    made = io.BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


def _single_substitutions(font: "TTFont", feature: str) -> dict[str, str]:
    """Which glyph a feature puts in the place of which."""
    table: Any = font["GSUB"].table
    wanted = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == feature
        for index in record.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in sorted(wanted):
        for part in table.LookupList.Lookup[index].SubTable:
            found |= getattr(getattr(part, "ExtSubTable", part), "mapping", {})
    return found


def _rename(font: "TTFont") -> None:
    for record in font["name"].names:
        old = record.toUnicode()
        if record.nameID in _FAMILY_NAMES:
            record.string = FAMILY
        elif record.nameID in (_FULL_NAME, _POSTSCRIPT):
            record.string = old.replace("Inter", FAMILY if record.nameID == _FULL_NAME else "InterTabular")


@dataclass(frozen=True, slots=True, order=True)
class Face:
    """One of the faces for files, by its family."""

    family: str
    italic: bool


def subset(face: Face, letters: Iterable[str]) -> bytes:
    """A WOFF of a face with no more than these letters, in all weights; the same bytes each time."""
    from fontTools import subset as subsetting
    from fontTools.ttLib import TTFont
    from fontTools.varLib import instancer

    options = subsetting.Options(flavor="woff", hinting=False, recalc_timestamp=False)
    if face.family == MONO:
        options.layout_features = [name for name in subsetting.Options().layout_features if name != "calt"]
    font = TTFont(io.BytesIO(content_of(face)), lazy=True, recalcTimestamp=False)
    subsetter = subsetting.Subsetter(options)
    subsetter.populate(text="".join(sorted(letters)))
    subsetter.subset(font)
    if "opsz" in {axis.axisTag for axis in font["fvar"].axes}:
        instancer.instantiateVariableFont(font, {"opsz": None}, inplace=True)
    font.flavor = "woff"
    made = io.BytesIO()
    font.save(made, reorderTables=None)
    return made.getvalue()


def content_of(face: Face) -> bytes:
    """The whole font file of a face; KeyError where it is none of the program's."""
    package = fontpkg_jetbrains_mono if face.family == MONO else fontpkg_inter
    for path in sorted((package.ROOT / "files").glob("*.ttf")):
        if ("Italic" in path.name) == face.italic:
            return path.read_bytes() if face.family == MONO else tabular(path.name)
    raise KeyError(face)
