"""Colours, type and lengths of the screen: panels take every one of them from a `Style`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache

import fontpkg_inter
import fontpkg_jetbrains_mono
from PySide6.QtGui import QColor, QFont, QFontDatabase

SANS = fontpkg_inter.FAMILY
MONO = fontpkg_jetbrains_mono.FAMILY


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours as `#RRGGBB`; `night` is the shade laid over the map four times, with its opacity."""

    name: str
    window: str
    panel: str
    raised: str
    line: str
    lit: str
    """Under what is pointed at, pressed, or chosen in a menu."""
    text: str
    second: str
    third: str
    ocean: str
    land: str
    coast: str
    border: str
    graticule: str
    night: str
    night_opacity: float
    soyuz: str
    soyuz_text: str
    iss: str
    iss_text: str
    station: str
    landing: str
    landing_text: str
    burn: str
    critical: str
    serious: str
    caution: str
    normal: str
    standby: str
    off: str
    rim: float = 0.8
    """How much of a map's ground is hidden by the soft edge about a text."""


DARK = Theme(
    name="dark",
    window="#0B0F14",
    panel="#10161D",
    raised="#17202A",
    line="#1F2B37",
    lit="#1F2B37",
    text="#E6EDF3",
    second="#8FA3B5",
    third="#8093A5",
    ocean="#0C141D",
    land="#1D2B38",
    coast="#4A667E",
    border="#2C4052",
    graticule="#1A2733",
    night="#04070B",
    night_opacity=0.19,
    soyuz="#FFB302",
    soyuz_text="#FFCB5C",
    iss="#4DACFF",
    iss_text="#8CC8FF",
    station="#2DCCFF",
    landing="#56F000",
    landing_text="#8CF553",
    burn="#FF6A3D",
    critical="#FF3838",
    serious="#FFB302",
    caution="#FCE83A",
    normal="#56F000",
    standby="#2DCCFF",
    off="#A4ABB6",
)

LIGHT = Theme(
    name="light",
    window="#EAEEF4",
    panel="#FFFFFF",
    raised="#F3F6FA",
    line="#CBD5E0",
    lit="#CBD5E0",
    text="#292A2D",
    second="#4A5A6A",
    third="#56646F",
    ocean="#EDF2F8",
    land="#DBE2EA",
    coast="#8799AC",
    border="#B4C2D0",
    graticule="#DCE4EC",
    night="#22364A",
    night_opacity=0.11,
    soyuz="#BE7100",
    soyuz_text="#8A5200",
    iss="#1F6FBF",
    iss_text="#1A5FA5",
    station="#0B7FA8",
    landing="#2B8A00",
    landing_text="#206800",
    burn="#B53612",
    critical="#B01414",
    serious="#875000",
    caution="#665900",
    normal="#236700",
    standby="#0A6485",
    off="#525B66",
)

HIGH_CONTRAST = Theme(
    name="high-contrast",
    window="#000000",
    panel="#000000",
    raised="#141414",
    line="#FFFFFF",
    lit="#4A4A4A",
    text="#FFFFFF",
    second="#FFFFFF",
    third="#E0E0E0",
    ocean="#000000",
    land="#2A2A2A",
    coast="#FFFFFF",
    border="#9A9A9A",
    graticule="#3A3A3A",
    night="#000000",
    night_opacity=0.16,
    soyuz="#FFB302",
    soyuz_text="#FFB302",
    iss="#4DACFF",
    iss_text="#4DACFF",
    station="#2DCCFF",
    landing="#56F000",
    landing_text="#56F000",
    burn="#FF8A65",
    critical="#FF5A5A",
    serious="#FFB302",
    caution="#FCE83A",
    normal="#56F000",
    standby="#2DCCFF",
    off="#A4ABB6",
)

RED_NIGHT = Theme(
    name="red-night",
    window="#080000",
    panel="#0E0202",
    raised="#1A0505",
    line="#3A0E0E",
    lit="#3A0E0E",
    text="#FF8A7A",
    second="#EE6A5C",
    third="#DC5A4E",
    ocean="#0A0101",
    land="#210808",
    coast="#7A2A22",
    border="#4A1812",
    graticule="#1E0707",
    night="#000000",
    night_opacity=0.24,
    soyuz="#FF5A46",
    soyuz_text="#FF7A68",
    iss="#C85048",
    iss_text="#E8685C",
    station="#B84A40",
    landing="#FF9C8C",
    landing_text="#FF9C8C",
    burn="#FF7052",
    critical="#FFB4A8",
    serious="#FF9584",
    caution="#FF8470",
    normal="#E8685C",
    standby="#E8685C",
    off="#DC6458",
)
"""For dark-adapted eyes: nothing but red; states are told by shape and word."""

THEMES: dict[str, Theme] = {theme.name: theme for theme in (DARK, LIGHT, HIGH_CONTRAST, RED_NIGHT)}

_SIZES = {"small": 12, "normal": 13, "medium": 15, "large": 20, "huge": 46}
BASE = 13.0


@dataclass(frozen=True, slots=True)
class Style:
    """A theme at a base type size in pixels; every length and every font scales with it."""

    theme: Theme = DARK
    base: float = BASE

    def px(self, length: float) -> float:
        """A length given for base 13, scaled."""
        return length * self.base / BASE

    def size(self, role: str) -> int:
        """Pixel size of a type role: small, normal, medium, large, huge."""
        return _size(self.base, role)

    def sans(self, role: str = "normal", weight: int = 400, spacing: float = 0.0) -> QFont:
        """Inter with tabular figures; `spacing` in thousandths of the size (headings use 80)."""
        return _font(_sans[0], self.size(role), weight, spacing)

    def mono(self, role: str = "normal", weight: int = 400) -> QFont:
        """JetBrains Mono, for times and readings."""
        return _font(MONO, self.size(role), weight, 0.0)

    def color(self, name: str, opacity: float = 1.0) -> QColor:
        """A colour of the theme by its field name; kept, so one that is to be changed must be copied."""
        return _color(getattr(self.theme, name), opacity)


@lru_cache(maxsize=256)
def _size(base: float, role: str) -> int:
    return max(round(_SIZES[role] * base / BASE), 8)


@lru_cache(maxsize=1024)
def _color(code: str, opacity: float) -> QColor:
    color = QColor(code)
    color.setAlphaF(opacity)
    return color


_sans = [SANS]


@contextmanager
def setting_sans(family: str) -> Iterator[None]:
    """Within it, another face with the same widths stands for Inter; it must be registered with Qt."""
    _sans.insert(0, family)
    try:
        yield
    finally:
        _sans.remove(family)


@cache
def _font(family: str, pixels: int, weight: int, spacing: float) -> QFont:
    load_fonts()
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    # Both fonts are variable ones, of which Qt takes the regular weight unless told by axis.
    font.setVariableAxis(QFont.Tag("wght"), float(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    if family == MONO:
        font.setFeature(QFont.Tag("calt"), 0)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, pixels * spacing / 1000)
    return font


@cache
def load_fonts() -> None:
    """Registers the program's own fonts with Qt; needs a QGuiApplication."""
    for package in (fontpkg_inter, fontpkg_jetbrains_mono):
        for path in sorted((package.ROOT / "files").glob("*.ttf")):
            if QFontDatabase.addApplicationFont(str(path)) < 0:
                raise RuntimeError(f"the font {path} cannot be read: install {package.__name__} again")
