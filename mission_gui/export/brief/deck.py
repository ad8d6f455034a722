"""A briefing as a value, whatever its format: slides of blocks in reading order, every figure with its origin."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mission_gui.export.stamp import Stamp
from mission_gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture to be made: a panel of the board at mission time `t`, `width` by `height` points, with its legend."""

    panel: str
    t: float
    width: int
    height: int
    legend: bool = True


Pictures = Mapping[Wish, bytes]
"""The PNG of each wish."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what it shows in words, for whoever cannot see it."""

    wish: Wish
    alt: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """`259 km`, `altitude`, `modelled`: a reading, what it is, and how it is known."""

    value: str
    label: str
    origin: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Key figures side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a table's cell, a link where it has one, and whether it stands out."""

    text: str
    link: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The heading of a column, its share of the width, and whether it holds numbers, which stand at the right."""

    name: str
    share: float = 1.0
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as there are columns; `name` says what it lists. The first column names the row."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """A curve: its name, its points in the chart's units, and the theme's colour that it is drawn in."""

    name: str
    x: tuple[float, ...]
    y: tuple[float, ...]
    color: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment on the axis of a chart."""

    x: float
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Curves over one axis; `x_name` and `y_name` say quantity and unit. `alt` is the chart in words."""

    name: str
    x_name: str
    y_name: str
    series: tuple[Series, ...]
    marks: tuple[Mark, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Stop:
    """An event on the way: mission time in seconds, its name, its time of day, and one figure."""

    t: float
    name: str
    clock: str
    figure: str


@dataclass(frozen=True, slots=True)
class Hour:
    """A tick of the timeline's axis."""

    t: float
    name: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole way to scale, its stops fanned out below it."""

    stops: tuple[Stop, ...]
    hours: tuple[Hour, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Short paragraphs, each with a link where it has one."""

    lines: tuple[Cell, ...]


Block = Picture | Figures | Table | Chart | Timeline | Lines


@dataclass(frozen=True, slots=True)
class Clock:
    """A large time, and what it counts to."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A publication that a slide rests on."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `blocks` stand in reading order; `arrangement` is a name of `placing.ARRANGEMENTS`.

    `caption` says in a sentence or two what is to be seen. `notes` are for the speaker; `sources` belong to them.
    `moment` is a link that opens the board where the slide is.
    """

    id: str
    arrangement: str
    title: str
    subtitle: str = ""
    blocks: tuple[Block, ...] = ()
    caption: str = ""
    clock: Clock | None = None
    notes: tuple[str, ...] = ()
    sources: tuple[Reference, ...] = ()
    moment: str = ""


@dataclass(frozen=True, slots=True)
class Logo:
    """A user's own picture, a PNG, JPEG or SVG, and what it shows in words."""

    content: bytes
    suffix: str
    width: float
    height: float
    alt: str


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a theme, those of the template over them; the fonts of files that cannot carry their own."""

    theme: Theme
    heading_font: str
    body_font: str
    numbers_font: str
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole briefing in one language; `marking` stands at the head and foot of every slide where there is one."""

    title: str
    language: str
    stamp: Stamp
    statement: str
    slides: tuple[Slide, ...]
    look: Look
    footer: str
    marking: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = field(default_factory=tuple)

    @property
    def wishes(self) -> tuple[Wish, ...]:
        """Every picture that is needed, each once."""
        pictures = (block for slide in self.slides for block in slide.blocks if isinstance(block, Picture))
        return tuple(dict.fromkeys(picture.wish for picture in pictures))
