"""Every text can be read on every surface it stands on, in every theme; the red theme is red."""

from colorsys import rgb_to_hls
from dataclasses import fields

import pytest
from PySide6.QtGui import QColor

from mission_gui.cli import open_board
from mission_gui.theme import DARK, THEMES, Theme
from mission_gui.window.layouts import LAYOUTS

ON_PANELS = (
    "text", "second", "third", "soyuz_text", "iss_text", "landing_text",
    "critical", "serious", "caution", "normal", "standby", "off",
)  # fmt: skip
ON_MAPS = ("text", "second", "soyuz_text", "iss_text", "landing_text", "caution", "off")
MARKS = ("soyuz", "iss", "station", "landing", "burn", "coast")
READABLE, VISIBLE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


def rgb(name: str) -> tuple[float, float, float]:
    color = QColor(name)
    return color.redF(), color.greenF(), color.blueF()


def luminance(name: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb(name)]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_every_text_can_be_read_on_every_surface(theme: Theme) -> None:
    pairs = [(text, ground) for text in ON_PANELS for ground in ("window", "panel", "raised")]
    pairs += [("text", "lit")]
    pairs += [(text, ground) for text in ON_MAPS for ground in ("ocean", "land")]
    pairs += [("third", "ocean"), ("third", "land"), ("window", "soyuz_text")]
    poor = {
        pair: round(contrast(getattr(theme, pair[0]), getattr(theme, pair[1])), 2)
        for pair in pairs
        if contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) < READABLE
    }
    assert poor == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_lines_and_marks_stand_out_from_what_they_lie_on(theme: Theme) -> None:
    poor = {
        mark: round(contrast(getattr(theme, mark), theme.panel), 2)
        for mark in MARKS
        if contrast(getattr(theme, mark), theme.panel) < (VISIBLE if mark != "coast" else 1.5)
    }
    assert poor == {}


def test_the_red_theme_is_nothing_but_red() -> None:
    theme = THEMES["red-night"]
    for entry in fields(Theme):
        value = getattr(theme, entry.name)
        if isinstance(value, str) and value.startswith("#"):
            red, green, blue = rgb(value)
            hue, _, saturation = rgb_to_hls(red, green, blue)
            assert red >= max(green, blue)
            assert saturation == 0 or hue < 0.05 or hue > 0.95, entry.name


def test_the_themes_differ() -> None:
    assert len({theme.panel for theme in THEMES.values()}) == len(THEMES)
    assert next(iter(THEMES.values())) is DARK


def test_the_words_of_the_command_line_are_those_of_the_tables() -> None:
    assert tuple(THEMES) == open_board.THEMES
    assert tuple(layout.id for layout in LAYOUTS) == open_board.LAYOUTS
