"""The layouts of the board as data: which panels, how they share the room, and the phase each is made for."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect

from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Text
from mission_gui.theme import Style

GAP = 8.0
"""Between panels and around them, for base 13."""


@dataclass(frozen=True, slots=True)
class Part:
    """A share of a row or column: `size` for base 13, None for what the others leave.

    `least` is how far it gives way before a part with a `size` does.
    """

    what: "Split | str"
    size: float | None = None
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Split:
    """Parts beside each other, or one below the other."""

    parts: tuple[Part, ...]
    across: bool

    def panels(self) -> Iterator[str]:
        """The names of all panels in it, in order."""
        for part in self.parts:
            if isinstance(part.what, str):
                yield part.what
            else:
                yield from part.what.panels()


@dataclass(frozen=True, slots=True)
class Layout:
    """A named arrangement. `timeline` says whether the controls stay; `larger` by how much type is enlarged."""

    id: str
    name: Text
    tree: Split
    phases: tuple[Phase, ...] = ()
    timeline: bool = True
    larger: float = 1.0


def row(*parts: Part) -> Split:
    """Beside each other."""
    return Split(parts, across=True)


def column(*parts: Part) -> Split:
    """One below the other."""
    return Split(parts, across=False)


_LEFT, _RIGHT, _CHARTS = 328.0, 340.0, 174.0
_PEOPLE = column(Part("crew", 346, 312), Part("side_tabs", None, 440))


def _board(main: Part | Split, right: Split = _PEOPLE, charts: float = _CHARTS) -> Split:
    """The usual frame: the countdown at the left, what the layout is about in the middle, two panels at the right."""
    middle = main if isinstance(main, Part) else Part(main)
    upper = row(Part("countdown", _LEFT), middle)
    return row(Part(column(Part(upper), Part("charts", charts))), Part(right, _RIGHT))


LAYOUTS: tuple[Layout, ...] = (
    Layout(
        "orbit",
        Text("Orbit", "Орбита"),
        _board(Part("ground_track")),
        (Phase.FREE_FLIGHT, Phase.DEORBIT_BURN, Phase.DESCENT_COAST),
    ),
    Layout(
        "proximity",
        Text("Proximity", "Вблизи станции"),
        _board(
            Part("proximity"),
            column(Part("ground_track", 250, 180), Part("crew", 346, 312), Part("side_tabs", None, 300)),
        ),
        (Phase.DOCKED, Phase.DEPARTURE, Phase.FLYAROUND),
    ),
    Layout(
        "descent",
        Text("Descent", "Спуск"),
        _board(Part("descent"), column(Part("landing_zone", 330), Part("side_tabs"))),
        (Phase.ATMOSPHERE, Phase.ENTRY, Phase.PARACHUTE),
    ),
    Layout(
        "recovery",
        Text("Recovery", "Поиск и спасение"),
        row(Part("countdown", _LEFT), Part("landing_zone"), Part(_PEOPLE, _RIGHT)),
        (Phase.LANDED, Phase.RECOVERY),
    ),
    Layout(
        "briefing",
        Text("Briefing", "Брифинг"),
        row(
            Part(column(Part("ground_track"), Part("charts", 190))),
            Part(column(Part("countdown"), Part("crew", 346)), 400),
        ),
        timeline=False,
    ),
    Layout(
        "wall",
        Text("Wall", "Большой экран"),
        row(Part("countdown", 330), Part("ground_track")),
        timeline=False,
        larger=2.0,  # letters 14 mm high on a screen of 65 inches: ten minutes of arc from 5 m away
    ),
)
"""In the order of their keys."""

BY_ID = {layout.id: layout for layout in LAYOUTS}
BY_PHASE = {phase: layout.id for layout in LAYOUTS for phase in layout.phases}
ORBIT = BY_ID["orbit"]


def places(tree: Split, room: QRect, style: Style) -> dict[str, QRect]:
    """The rectangle of each panel of a tree within a room."""
    found: dict[str, QRect] = {}
    for part, box in zip(tree.parts, boxes(tree, room, style), strict=True):
        if isinstance(part.what, str):
            found[part.what] = box
        else:
            found |= places(part.what, box, style)
    return found


def boxes(tree: Split, room: QRect, style: Style) -> list[QRect]:
    """The room of each part of a row or column."""
    gap = round(style.px(GAP))
    found, at = [], room.left() if tree.across else room.top()
    for length in _lengths(tree, (room.width() if tree.across else room.height()) - gap * (len(tree.parts) - 1), style):
        box = (
            QRect(at, room.top(), length, room.height())
            if tree.across
            else QRect(room.left(), at, room.width(), length)
        )
        found.append(box)
        at += length + gap
    return found


def _lengths(tree: Split, whole: int, style: Style) -> list[int]:
    """Whole pixels that add up: parts with a size have it, unless what is left for the others is too little."""
    sizes = [None if part.size is None else style.px(part.size) for part in tree.parts]
    open_parts = [part for part in tree.parts if part.size is None]
    missing = sum(style.px(part.least) for part in open_parts) - (whole - sum(size or 0.0 for size in sizes))
    for i, part in enumerate(tree.parts):
        size = sizes[i]
        if size is not None and part.least and missing > 0:
            given = min(missing, size - style.px(part.least))
            sizes[i] = size - given
            missing -= given
    fixed = sum(round(size) for size in sizes if size is not None)
    if not open_parts:
        return _shared([size or 0.0 for size in sizes], whole)
    rest = iter(_shared([1.0] * len(open_parts), max(whole - fixed, 0)))
    return [next(rest) if size is None else round(size) for size in sizes]


def _shared(weights: list[float], whole: int) -> list[int]:
    """A length in whole pixels by weights."""
    total, edges = sum(weights), [0.0]
    for weight in weights:
        edges.append(edges[-1] + weight / total * whole)
    return [round(b) - round(a) for a, b in zip(edges, edges[1:], strict=False)]
