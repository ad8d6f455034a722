"""Where the rows of the timeline stand: names, phases, the track, names, lanes."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from mission_gui.theme import Style

LANES = 3
_ROOMY = 88.0  # for base 13; in less the phases and the lanes lose their names


@dataclass(frozen=True, slots=True)
class Rows:
    """Heights from the top: base lines of the names `above` and `below`, the phases' `band`, the middle of the
    `track`, the middles of the `lanes`; `named` says whether names of phases and lanes fit."""

    above: float
    band: QRectF
    track: float
    below: float
    lanes: tuple[float, ...]
    lane_height: float
    named: bool

    @property
    def end(self) -> float:
        """The lower edge of the last lane."""
        return self.lanes[-1] + self.lane_height / 2


def rows(look: Style, width: float, height: float) -> Rows:
    """The rows for a height: low panels lose the names of phases and lanes, never those of the events."""
    px = look.px
    named = height >= px(_ROOMY)
    band = QRectF(0, px(15.5), width, px(12.8 if named else 3))
    track = band.bottom() + px(4)
    below = track + px(18 if named else 17)
    first, pitch = (below + px(9), px(12.6)) if named else (below + px(7), px(5.5))
    lanes = tuple(first + place * pitch for place in range(LANES))
    return Rows(px(11.5), band, track, below, lanes, px(5 if named else 3), named)
