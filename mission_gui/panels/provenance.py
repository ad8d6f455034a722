"""Where each figure on show comes from: its place, how it is known, and what is told about it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from textwrap import fill

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mission_gui.domain.events import Event
from mission_gui.domain.facts import KIND_NAMES, Basis, Kind, Provenance, Source, Text
from mission_gui.panels.lettering import CENTRE, write
from mission_gui.panels.sequence import disagree
from mission_gui.theme import Style

_TIP_COLUMNS = 96


class Origin(StrEnum):
    """How a figure on the screen is known."""

    PUBLISHED = "published"
    PLANNED = "planned"
    DERIVED = "derived"
    PROPAGATED = "propagated"
    MODELLED = "modelled"
    ASSUMED = "assumed"
    UNVERIFIED = "unverified"
    UNKNOWN = "unknown"


ORIGIN_NAMES = {
    Origin.PUBLISHED: Text("published", "опубликовано"),
    Origin.PLANNED: Text("planned", "план"),
    Origin.DERIVED: Text("derived from published figures", "расчёт по опубликованному"),
    Origin.PROPAGATED: Text("propagated from orbital elements", "по элементам орбиты"),
    Origin.MODELLED: Text("modelled", "по модели"),
    Origin.ASSUMED: Text("assumed", "принято"),
    Origin.UNVERIFIED: Text("without a source", "без источника"),
    Origin.UNKNOWN: Text("not known", "неизвестно"),
}
DISPUTED = Text("sources differ", "источники расходятся")
ORIGIN_COLORS = {
    Origin.PUBLISHED: "normal",
    Origin.PLANNED: "standby",
    Origin.DERIVED: "iss_text",
    Origin.PROPAGATED: "iss_text",
    Origin.MODELLED: "soyuz_text",
    Origin.ASSUMED: "caution",
    Origin.UNVERIFIED: "off",
    Origin.UNKNOWN: "off",
}

OF_KIND = {
    Kind.ACTUAL: Origin.PUBLISHED,
    Kind.PLANNED: Origin.PLANNED,
    Kind.DERIVED: Origin.DERIVED,
    Kind.CALIBRATED: Origin.MODELLED,
    Kind.ASSUMED: Origin.ASSUMED,
    Kind.UNVERIFIED: Origin.UNVERIFIED,
}
OF_BASIS = {
    Basis.PUBLISHED: Origin.PUBLISHED,
    Basis.PROPAGATED: Origin.PROPAGATED,
    Basis.MODELLED: Origin.MODELLED,
}


@dataclass(frozen=True, slots=True)
class Sourced:
    """A figure on show: the box it fills, how it is known, and what is told about it, its name in the first line.

    `disputed` where sources differ by more than their precision. The words are made only when asked for.
    """

    box: QRectF
    origin: Origin
    words: Callable[[], str] = field(compare=False)
    disputed: bool = False

    def moved(self, by: QPointF) -> "Sourced":
        """The same in another frame of coordinates."""
        return replace(self, box=self.box.translated(by))


def words_at(figures: Iterable[Sourced], at: QPointF) -> str:
    """What is told at a point: of figures within one another the smallest; empty where there is none."""
    under = [figure for figure in figures if figure.box.contains(at)]
    return min(under, key=lambda each: each.box.width() * each.box.height()).words() if under else ""


def wrapped(text: str) -> str:
    """The lines of a tip broken where they would be too long to read; Qt leaves plain text as wide as it is."""
    return "\n".join(fill(line, _TIP_COLUMNS, subsequent_indent="    ") for line in text.split("\n"))


def origin_of(event: Event) -> Origin:
    """How the time of an event is known."""
    if event.time is None:
        return Origin.UNKNOWN
    if event.actual:
        return OF_KIND[event.actual[0].kind]
    if event.modelled is not None:
        return Origin.MODELLED
    return OF_KIND[(event.planned or event.assumed)[0].kind]


def sourced_event(box: QRectF, event: Event, words: Callable[[], str]) -> Sourced:
    """The time of an event."""
    return Sourced(box, origin_of(event), words, disagree(event.actual))


def cited(source: Source, kind: Kind) -> str:
    """`NASA: Expedition 66 (actual)`, with its address in a line of its own."""
    told = f"{source.title} ({KIND_NAMES[kind]})"
    return f"{told}\n{source.url}" if source.url else told


def told(known: Provenance) -> str:
    """The origin of a number of a data file, with its note."""
    words = f"{known.source} ({KIND_NAMES[known.kind]})"
    return f"{words}\n{known.note}" if known.note else words


def draw_origin(painter: QPainter, look: Style, centre: QPointF, origin: Origin, size: float) -> None:
    """The shape of an origin, `size` pixels across: no two are told apart by colour alone."""
    painter.save()
    color = look.color(ORIGIN_COLORS[origin])
    painter.setPen(QPen(color, size * 0.12))
    painter.setBrush(color if origin in _FILLED else Qt.BrushStyle.NoBrush)
    r = size * 0.4
    if origin in _SIGNS:
        box = QRectF(centre.x() - size, centre.y() - size, 2 * size, 2 * size)
        write(painter, box, _SIGNS[origin], look.sans("small", 700), color, CENTRE)
    elif origin in _CORNERS:
        painter.drawPolygon(QPolygonF([centre + QPointF(x * r, y * r) for x, y in _CORNERS[origin]]))
    else:
        painter.drawEllipse(centre, r, r)
    painter.restore()


_FILLED = (Origin.PUBLISHED, Origin.PROPAGATED)
_SIGNS = {Origin.UNVERIFIED: "?", Origin.UNKNOWN: "–"}
_DIAMOND = ((0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0))
_CORNERS = {
    Origin.DERIVED: ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    Origin.PROPAGATED: _DIAMOND,
    Origin.MODELLED: _DIAMOND,
    Origin.ASSUMED: ((0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)),
}
"""Discs are published (full) and planned (ring), squares derived, diamonds propagated (full) and modelled."""
