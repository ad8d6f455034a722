"""SVG and PDF: true vectors, text that can be looked up, the program's own fonts, and the same bytes each time."""

import io
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QRadialGradient, QTransform

from mission_gui.export.canvas import Canvas
from mission_gui.export.faces import FAMILY, Face, content_of, subset, tabular
from mission_gui.export.formats import FORMATS
from mission_gui.export.label import stamp_in
from mission_gui.export.picture import Composition, Picture, Studio
from mission_gui.export.replay import replay
from mission_gui.export.svg import data, number, svg
from mission_gui.export.vectors import is_box, placed
from mission_gui.language import choose
from mission_gui.panels.portraits import draw_round
from mission_gui.panels.record import Image, Record, Words
from mission_gui.theme import MONO, THEMES
from mission_gui.window.layouts import LAYOUTS
from tests import canned, ms19
from tests.export.test_picture import MEAN_DIFFERENCE, SHARE_OF_EDGES, pixels_of

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SMALL = Composition(Canvas(QSize(1024, 640)), caption=True, marking="EXERCISE")
SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.usefixtures("qapp")


def made(suffix: str, composition: Composition = SMALL, t: float = 12669.0) -> bytes:
    with Studio(MISSION, TRAJECTORY, composition) as studio:
        return FORMATS[suffix](studio.at(t))


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_same_command_gives_the_same_bytes(suffix: str) -> None:
    assert made(suffix) == made(suffix)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_gives_its_stamp_back(suffix: str) -> None:
    with Studio(MISSION, TRAJECTORY, SMALL) as studio:
        picture = studio.at(12669.0)
        assert stamp_in(FORMATS[suffix](picture)) == picture.stamp


def test_a_date_is_in_a_pdf_only_where_the_environment_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert b"Date (" not in made(".pdf")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1648630332")
    told = PdfReader(io.BytesIO(made(".pdf"))).metadata
    assert told is not None and told.creation_date == datetime(2022, 3, 30, 8, 52, 12, tzinfo=UTC)


@cache
def letters_of(family: str) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    return frozenset(TTFont(io.BytesIO(content_of(Face(family, False)))).getBestCmap())


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("layout", [layout.id for layout in LAYOUTS])
def test_every_layout_is_all_vectors_and_needs_no_font_of_the_machine(layout: str, language: str) -> None:
    mission, flight, times = ms19.mission(), ms19.trajectory(), (300.0, ms19.time_of("entry_interface") + 300.0)
    choose(language)
    try:
        with Studio(mission, flight, Composition(Canvas(QSize(1280, 720)), layout), ms19.alternatives()) as studio:
            marks = [mark for t in times for mark in studio.at(t).record().marks]
    finally:
        choose("en")
    assert not [mark for mark in marks if isinstance(mark, Image)]
    words = [mark for mark in marks if isinstance(mark, Words)]
    assert len(words) > 50
    assert {mark.font.family() for mark in words} == {FAMILY, MONO}
    missing = {(mark.text, c) for mark in words for c in mark.text if ord(c) not in letters_of(mark.font.family())}
    assert not missing


@pytest.mark.parametrize("theme", THEMES)
def test_marks_look_like_the_pixels(theme: str) -> None:
    composition = Composition(Canvas(QSize(1280, 720)), theme=theme)
    with Studio(ms19.mission(), ms19.trajectory(), composition, ms19.alternatives()) as studio:
        picture = studio.at(12669.0)
        whole, record = picture.image(), picture.record()
    drawn = QImage(whole.size(), QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    replay(record, painter, QTransform())
    painter.end()
    apart = np.abs(pixels_of(whole) - pixels_of(drawn))
    assert apart.mean() < MEAN_DIFFERENCE
    assert (apart.max(axis=2) > 60).mean() < SHARE_OF_EDGES


def test_an_svg_has_title_description_and_text_in_the_programs_fonts() -> None:
    with Studio(MISSION, TRAJECTORY, SMALL) as studio:
        picture = studio.at(12669.0)
        root = ElementTree.fromstring(FORMATS[".svg"](picture))
    assert root.findtext(f"{SVG}title") == "Soyuz MS-19 at 2022-03-30T10:52:12Z"
    description = root.findtext(f"{SVG}desc") or ""
    assert picture.twin.alt in description and picture.twin.text in description
    texts = list(root.iter(f"{SVG}text"))
    said = {text.text for text in texts}
    assert {"GROUND TRACK", "EXERCISE", "T−00:09:55"} & said >= {"GROUND TRACK", "EXERCISE"}
    assert {text.get("font-family") for text in texts} == {FAMILY, MONO}
    style = root.findtext(f"{SVG}style") or ""
    assert {FAMILY, MONO} == set(re.findall(r"font-family:'([^']+)'", style))
    assert not list(root.iter(f"{SVG}image"))
    assert "http" not in re.sub(r"data:font/woff;base64,[\w+/=]+", "", style), "nothing is fetched"


def test_a_pdf_holds_its_text_its_fonts_and_its_tags() -> None:
    with Studio(MISSION, TRAJECTORY, SMALL) as studio:
        picture: Picture = studio.at(12669.0)
        reader = PdfReader(io.BytesIO(FORMATS[".pdf"](picture)))
    (page,) = reader.pages
    text = page.extract_text()
    for words in ("EXERCISE", "T−", "Soyuz MS-19", "10:52:12 UTC", "about", "planned"):
        assert words in text
    assert not page.images
    resources = page["/Resources"]
    fonts = [font.get_object() for font in resources["/Font"].values()]  # type: ignore[index]
    names = {font["/BaseFont"] for font in fonts}
    assert names and all(name.startswith(("/Inter", "/JetBrainsMono")) for name in names)
    for font in fonts:
        assert "/FontFile2" in font["/DescendantFonts"][0]["/FontDescriptor"], "embedded"
        assert "/ToUnicode" in font
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    figure = root["/StructTreeRoot"]["/K"][0]["/K"][0]  # type: ignore[index]
    assert figure["/S"] == "/Figure" and figure["/Alt"].startswith(picture.twin.alt)
    assert reader.metadata is not None and reader.metadata.title == str(picture.stamp.title)


def test_digits_of_the_faces_for_files_are_the_tabular_ones() -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(tabular("Inter[opsz,wght].ttf")))
    cmap, widths = font.getBestCmap(), font["hmtx"]
    assert {widths[cmap[ord(digit)]][0] for digit in "0123456789"} == {widths[cmap[ord("0")]][0]}
    assert cmap[ord("1")] == "one.tf"


@pytest.mark.parametrize("face", [Face(FAMILY, False), Face(FAMILY, True), Face(MONO, False)])
def test_a_subset_has_the_letters_asked_for_in_all_weights(face: Face) -> None:
    from fontTools.ttLib import TTFont

    content = subset(face, "Soyuz 19 Союз")
    assert content == subset(face, "Союз 19 Soyuz") and len(content) < 40_000
    font = TTFont(io.BytesIO(content))
    assert set(map(ord, "Soyuz 19 Союз")) <= set(font.getBestCmap())
    assert [axis.axisTag for axis in font["fvar"].axes] == ["wght"]


def test_layers_keep_within_their_edges_and_parts_of_them_too() -> None:
    inner, outer = Record(40, 40), Record(100, 100)
    painter = QPainter(inner)
    painter.setClipRect(QRectF(0, 0, 500, 500))
    painter.fillRect(QRectF(-50, -50, 500, 500), QColor("red"))
    painter.end()
    painter = QPainter(outer)
    painter.translate(10, 10)
    outer.paintEngine().lay(inner, QPointF(20, 20), QRectF(0, 0, 20, 40))
    painter.end()
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    replay(outer, painter, QTransform())
    painter.end()
    red = np.argwhere(pixels_of(image)[..., 2] > 128)
    assert red.min(axis=0).tolist() == [30, 30] and red.max(axis=0).tolist() == [69, 49]


def test_what_lies_outside_is_left_out_and_what_lies_inside_needs_no_clip() -> None:
    record = Record(100, 100)
    painter = QPainter(record)
    painter.setClipRect(QRectF(0, 0, 50, 50))
    for x in (10, 45, 200):
        painter.fillRect(QRectF(x, 10, 10, 10), QColor("red"))
    painter.end()
    assert [one.clip is not None for one in placed(record)] == [False, True]


def test_a_fading_glow_keeps_its_opacity_in_a_pdf() -> None:
    record = Record(100, 100)
    painter = QPainter(record)
    glow = QRadialGradient(QPointF(50, 50), 40)
    glow.setColorAt(0, QColor(255, 0, 0, 255))
    glow.setColorAt(1, QColor(255, 0, 0, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(QPointF(50, 50), 40, 40)
    painter.end()
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    replay(record, painter, QTransform())
    painter.end()
    reds = [QColor(image.pixel(50 + r, 50)).red() for r in (2, 20, 36)]
    assert reds[0] > 220 and 90 < reds[1] < 160 and reds[2] < 50


def test_a_portrait_fills_its_disc() -> None:
    record, portrait = Record(100, 100), QImage(20, 20, QImage.Format.Format_RGB32)
    portrait.fill(QColor("green"))
    painter = QPainter(record)
    draw_round(painter, QRectF(30, 30, 40, 40), portrait)
    painter.end()
    with Studio(MISSION, TRAJECTORY, SMALL) as studio:
        picture = studio.at(0.0)
        root = ElementTree.fromstring(svg(record, (100, 100), picture.label))
    (pattern,) = root.iter(f"{SVG}pattern")
    (image,) = pattern.iter(f"{SVG}image")
    assert (image.get("width"), image.get("height")) == ("20", "20")
    assert f"url(#{pattern.get('id')})" in {path.get("fill") for path in root.iter(f"{SVG}path")}
    assert pattern.get("patternTransform") == "matrix(2 0 0 2 30 30)"


def test_paths_are_written_short_and_closed() -> None:
    path = QPainterPath()
    path.addRect(QRectF(1, 2, 3.123, 4))
    assert data(path) == "M1 2 L4.12 2 4.12 6 1 6 Z"
    assert is_box(path)
    assert (number(-0.001), number(2.50), number(3.0)) == ("0", "2.5", "3")


def test_a_golden_svg_is_whole_xml_in_russian(russian: None, tmp_path: Path) -> None:
    root = ElementTree.fromstring(made(".svg"))
    said = {text.text for text in root.iter(f"{SVG}text")}
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert "ТРАССА ПОЛЁТА" in said
