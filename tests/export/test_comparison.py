"""Pictures of a comparison."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from mission_gui.cli.main import main
from mission_gui.domain.errors import UserError
from mission_gui.export.canvas import Canvas
from mission_gui.export.comparison import caption, comparison_image
from tests import returns
from tests.returns import ballistic

SMALL = Canvas(QSize(1280, 720))


def test_the_same_comparison_gives_the_same_picture(qapp: object) -> None:
    assert comparison_image(ballistic(), SMALL) == comparison_image(ballistic(), SMALL)


def test_a_picture_says_in_the_file_what_it_shows(qapp: object) -> None:
    image = comparison_image(ballistic(), SMALL)
    assert image.size() == QSize(1280, 720)
    assert image.text("Title") == "Soyuz MS-19 and Soyuz TMA-11 compared, T from touchdown"
    assert "mission soyuz-tma-11, data" in image.text("Comment")
    assert image.text("Comment").endswith("not telemetry")
    assert "columbiatribune" in image.text("Source") and "Natural Earth" in image.text("Copyright")
    assert "8.6 g at most" in image.text("Description")


def test_the_caption_names_flights_alignment_and_credits() -> None:
    told = caption(ballistic("ignition"))
    assert told.startswith("MS-19, TMA-11 · T from ignition · reconstructed, not telemetry")
    assert "Natural Earth" in told


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_both_flights_are_drawn_in_every_part(theme: str, qapp: object) -> None:
    from mission_gui.panels.comparison_series import SERIES
    from mission_gui.theme import THEMES, Style

    image, look = comparison_image(ballistic(), SMALL, theme), Style(THEMES[theme])
    parts = {"charts": (0, 120, 820, 310), "map": (0, 465, 820, 220)}
    for number in (0, 1):
        wanted = look.color(SERIES[number][0]).rgb()
        for name, (left, top, wide, high) in parts.items():
            part = image.copy(left, top, wide, high)
            found = sum(part.pixel(x, y) == wanted for x in range(0, wide) for y in range(0, high))
            assert found > 40, (name, number)


def test_an_unknown_theme_is_told(qapp: object) -> None:
    with pytest.raises(UserError, match="'pink' is not a theme"):
        comparison_image(ballistic(), SMALL, "pink")


def test_the_command_writes_the_picture(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mission_gui.session.flight.fly", lambda mission, *_: returns.flown(mission.id)[1])
    file = tmp_path / "two.png"
    words = ["compare", "soyuz-ms-19", "soyuz-tma-11", "--align", "entry", "--size", "1024x640", "--scale", "1.5"]
    assert main([*words, "-o", str(file)]) == 0
    assert capsys.readouterr().out.strip() == str(file)
    assert QImage(str(file)).size() == QSize(1536, 960)


def test_a_name_of_no_known_format_is_told_before_anything_is_flown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "soyuz-ms-19", "soyuz-tma-11", "-o", str(tmp_path / "two.docx")]) == 2
    assert "the name ends in .png" in capsys.readouterr().err
