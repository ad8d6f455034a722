"""Pictures of a comparison."""

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mission_gui.cli import compare
from mission_gui.cli.main import main
from mission_gui.domain.errors import UserError
from mission_gui.export.canvas import Canvas
from mission_gui.export.comparison import comparison_picture
from mission_gui.export.comparison_label import caption, comparison_captions
from mission_gui.export.formats import FORMATS, save
from mission_gui.export.opening import Pair, Side, opening_of
from mission_gui.export.stamp import STATEMENT
from mission_gui.export.xmp import Label
from tests import returns
from tests.returns import ballistic

SMALL = Canvas(QSize(1280, 720))


def image_of(theme: str = "dark") -> QImage:
    with comparison_picture(ballistic(), SMALL, theme) as picture:
        return picture.image()


def label_of() -> Label:
    with comparison_picture(ballistic(), SMALL) as picture:
        return picture.label


def test_a_picture_says_in_the_file_what_it_shows(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "two.png"
    with comparison_picture(ballistic(), SMALL) as picture:
        save(picture, path)
    image = QImage(str(path))
    assert image.size() == QSize(1280, 720)
    assert image.text("Title") == "Soyuz MS-19, Soyuz TMA-11: compared, T from landing"
    assert "mission soyuz-tma-11, data" in image.text("Comment")
    assert "T = 0 at 2022-03-30T11:28:03Z, 14820.000 s after undocking" in image.text("Comment")
    assert image.text("Comment").endswith("not telemetry")
    assert "columbiatribune" in image.text("Source") and "Natural Earth" in image.text("Copyright")
    assert "8.6 g at most" in image.text("Description")


@pytest.mark.parametrize("suffix", list(FORMATS))
def test_every_format_gives_the_same_bytes_and_leads_back(suffix: str, qapp: object, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}{suffix}" for name in "ab"]
    for path in paths:
        with comparison_picture(ballistic("ignition"), SMALL, "light") as picture:
            save(picture, path)
    first, second = (path.read_bytes() for path in paths)
    assert first == second
    sides = tuple(Side(flown.mission.id, flown.mission.digest) for flown in ballistic().flights)
    assert opening_of(paths[0]) == Pair(sides, "ignition", "light")


def test_files_that_scale_hold_words_and_no_pixels(qapp: object) -> None:
    with comparison_picture(ballistic(), SMALL) as picture:
        drawn, sheet = FORMATS[".svg"](picture), FORMATS[".pdf"](picture)
    root = ElementTree.fromstring(drawn)
    words = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Peak heating" in words and "Uzbekistan" in words
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))
    page = PdfReader(io.BytesIO(sheet)).pages[0]
    assert "Peak heating" in page.extract_text() and not page.images
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]  # type: ignore[index]
    assert fonts and all("/FontFile2" in str(font["/DescendantFonts"][0]["/FontDescriptor"]) for font in fonts)


def test_the_words_of_a_picture_are_all_figures_with_how_each_is_known(qapp: object) -> None:
    told = label_of()
    assert told.alt.startswith("Soyuz MS-19, Soyuz TMA-11: compared, T from landing, reconstructed, not telemetry.")
    assert len(told.text.splitlines()) == len(ballistic().rows)
    wanted = "Peak load, reported: MS-19 4.0 g (published, actual); TMA-11 8.2 g (published, actual), difference +4.2 g"
    assert wanted in told.text.splitlines()
    beside = comparison_captions(ballistic())
    assert caption(ballistic()) in beside and told.text in beside and "columbiatribune" in beside
    assert STATEMENT.en in told.packet


def test_the_caption_names_flights_alignment_and_credits() -> None:
    told = caption(ballistic("ignition"))
    assert told.startswith("MS-19, TMA-11 · T from ignition · reconstructed, not telemetry")
    assert "Natural Earth" in told


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_both_flights_are_drawn_in_every_part(theme: str, qapp: object) -> None:
    from mission_gui.panels.comparison_series import SERIES
    from mission_gui.theme import THEMES, Style

    image, look = image_of(theme), Style(THEMES[theme])
    parts = {"charts": (0, 120, 820, 310), "map": (0, 465, 820, 220)}
    for number in (0, 1):
        wanted = look.color(SERIES[number][0]).rgb()
        for name, (left, top, wide, high) in parts.items():
            part = image.copy(left, top, wide, high)
            found = sum(part.pixel(x, y) == wanted for x in range(0, wide) for y in range(0, high))
            assert found > 40, (name, number)


def test_an_unknown_theme_is_told(qapp: object) -> None:
    with pytest.raises(UserError, match="'pink' is not a theme"):
        image_of("pink")


def test_the_command_writes_the_picture(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mission_gui.session.flight.fly", lambda mission, *_: returns.flown(mission.id)[1])
    file = tmp_path / "two.png"
    words = ["compare", "soyuz-ms-19", "soyuz-tma-11", "--align", "entry", "--size", "1024x640", "--scale", "1.5"]
    beside = tmp_path / "two.txt"
    assert main([*words, "-o", str(file), "--caption-file", str(beside)]) == 0
    assert capsys.readouterr().out.strip() == str(file)
    assert QImage(str(file)).size() == QSize(1536, 960)
    assert beside.read_text(encoding="utf-8").startswith("MS-19, TMA-11 · T from entry")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("-o", "two.docx"), "the name ends in .png, .svg, .pdf for a picture"),
        (("-o", "two.csv", "--caption-file", "two.txt"), "--caption-file is for a picture"),
        (("--table", "--caption-file", "two.txt"), "--caption-file is for a picture"),
        (("-o", "nowhere/two.svg"), "the folder nowhere is not there"),
        (("-o", "two.pdf", "--caption-file", "nowhere/two.txt"), "the folder nowhere is not there"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_flown(
    words: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["compare", "soyuz-ms-19", "soyuz-tma-11", *words]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_formats_are_those_of_the_table() -> None:
    assert tuple(FORMATS) == compare.PICTURES
