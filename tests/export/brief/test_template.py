"""Templates: what they may change, and what is said of a bad one."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from PySide6.QtWidgets import QApplication

from mission_gui.domain.errors import MissionFileError, UserError
from mission_gui.export.brief.contrast import contrast
from mission_gui.export.brief.deck import Lines, Picture
from mission_gui.export.brief.html import html_file
from mission_gui.export.brief.logo import pixels
from mission_gui.export.brief.pdf import pdf_file
from mission_gui.export.brief.pptx import pptx_file
from mission_gui.export.brief.template import read_template, unreadable
from mission_gui.theme import THEMES
from tests.export.brief import decks


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(f"format = 1\n{text}", encoding="utf-8")
    return path


def fault(folder: Path, text: str) -> str:
    with pytest.raises(UserError) as told:
        read_template(written(folder, text))
    assert "mine.toml" in str(told.value)
    return str(told.value)


def test_the_measure_of_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_theme_can_be_read_on_slides(theme: object) -> None:
    assert list(unreadable(theme)) == []  # type: ignore[arg-type]


def test_a_template_changes_order_texts_colours_and_pictures(tmp_path: Path) -> None:
    template = read_template(
        written(
            tmp_path,
            'slides = ["crew", "ignition", "title"]\ntheme = "dark"\n'
            '[texts]\ntitle = { en = "{mission} on {date}" }\nfooter = { en = "Internal" }\n'
            '[colours]\nsoyuz_text = "#00aaff"\n[pictures]\nignition = "countdown"\n',
        )
    )
    deck = decks.made(template)
    assert [slide.id for slide in deck.slides] == ["crew", "ignition", "title"]
    assert deck.title == "Soyuz MS-19 on 30 March 2022"
    assert deck.footer == "Internal"
    assert deck.look.theme.soyuz_text == "#00AAFF"
    assert deck.look.theme.panel == THEMES["dark"].panel
    picture = deck.slides[1].blocks[0]
    assert isinstance(picture, Picture) and picture.wish.panel == "countdown"


def test_a_template_has_slides_of_its_own(tmp_path: Path) -> None:
    template = read_template(
        written(
            tmp_path,
            'slides = ["agenda"]\n[[slide]]\nid = "agenda"\ntitle = { en = "Agenda" }\n'
            'lines = [{ en = "The way home" }]\npanel = "map"\nat = "ignition+00:05:00"\n',
        )
    )
    (slide,) = decks.made(template).slides
    picture, lines = slide.blocks
    assert isinstance(picture, Picture) and picture.wish.t == 11888.0
    assert isinstance(lines, Lines) and lines.lines[0].text == "The way home"


def test_a_logo_stands_beside_the_template(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(decks.picture())
    template = read_template(written(tmp_path, 'logo = { file = "logo.png", alt = { en = "Our agency" } }\n'))
    logo = decks.made(template).look.logo
    assert logo is not None and (logo.width, logo.height, logo.alt) == (64, 32, "Our agency")


DRAWN = """<svg xmlns="http://www.w3.org/2000/svg" {size}><rect width="30" height="9" fill="#005288"/></svg>"""


@pytest.mark.parametrize("size", ['viewBox="0 0 30 9"', 'width="30px" height="9px"', 'viewBox="0,0,30,9" width="100%"'])
def test_a_logo_may_be_drawn(qapp: QApplication, tmp_path: Path, size: str) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN.format(size=size))
    deck = decks.made(read_template(written(tmp_path, 'logo = { file = "logo.svg", alt = { en = "Us" } }\n')))
    logo = deck.look.logo
    assert logo is not None and (logo.width, logo.height) == (30.0, 9.0)
    image = Image.open(BytesIO(pixels(logo)))
    assert image.height == 320 and image.width == pytest.approx(320 * 30 / 9, abs=1)
    assert image.convert("RGB").getpixel((20, 20)) == (0x00, 0x52, 0x88)
    assert b"data:image/svg+xml;base64," in html_file(deck, decks.pictures(deck))
    shapes = Presentation(BytesIO(pptx_file(deck, decks.pictures(deck)))).slides[1].shapes
    assert "Us" in [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in shapes]
    assert pdf_file(deck, decks.pictures(deck)).startswith(b"%PDF")


@pytest.mark.parametrize("content", ["no drawing", "<svg/>", '<svg xmlns="http://www.w3.org/2000/svg"/>'])
def test_a_drawn_logo_that_is_none_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "logo.svg").write_text(content)
    assert "is no picture that can be read" in fault(tmp_path, 'logo = { file = "logo.svg", alt = { en = "x" } }\n')


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("slids = []\n", r"slids \(line 2\): unknown key; did you mean slides\?"),
        ('theme = "pink"\n', r"theme \(line 2\): 'pink' is not known here; use 'dark'"),
        ('[colours]\ntext = "red"\n', r"colours.text \(line 3\): 'red' is not spelled right"),
        ('[colours]\ntext = "#DDDDDD"\n', r"colours \(line 2\): text #DDDDDD on panel #FFFFFF has a contrast of 1.4"),
        (
            '[pictures]\nignition = "moon"\n',
            r"pictures.ignition \(line 3\): 'moon' is not known here; use 'map'",
        ),
        ('[texts]\ntitle = { en = "{ship}" }\n', r"texts \(line 2\): \{ship\} is not known here; use \{mission\}"),
        ('logo = { file = "no.png", alt = { en = "x" } }\n', r"logo.file \(line 2\): .*no.png cannot be read"),
        ('[[slide]]\nid = "a"\ntitle = { en = "A" }\n[[slide]]\nid = "a"\ntitle = { en = "B" }\n', "is there twice"),
        ("slides = [\n", "line 3"),
    ],
)
def test_a_bad_template_is_told_with_its_place_and_the_remedy(tmp_path: Path, text: str, told: str) -> None:
    import re

    assert re.search(told, fault(tmp_path, text))


def test_a_logo_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"no picture")
    assert "is no picture that can be read" in fault(tmp_path, 'logo = { file = "logo.png", alt = { en = "x" } }\n')


def test_a_template_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(UserError, match="no such template; give a file, or one of: default"):
        read_template("nowhere.toml")


def test_colours_that_fit_one_theme_only_are_refused_in_another(tmp_path: Path) -> None:
    template = read_template(written(tmp_path, '[colours]\ntext = "#101010"\n'))
    template.look("light")
    with pytest.raises(UserError, match=r"mine.toml: colours: text #101010 on panel #10161D has a contrast of 1\.\d"):
        template.look("dark")


def test_a_moment_that_is_none_names_the_slide(tmp_path: Path) -> None:
    template = read_template(
        written(tmp_path, 'slides = ["a"]\n[[slide]]\nid = "a"\ntitle = { en = "A" }\npanel = "crew"\nat = "lunch"\n')
    )
    with pytest.raises(MissionFileError, match=r"mine.toml: 1 fault\n  slide 'a', at: 'lunch' is not an event"):
        decks.made(template)
