"""Places labels so that none covers another, a mark or an overlay: plain geometry, the same every time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mission_gui.panels.map_shapes import Points

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, pixels."""

APART = 3.0
"""Pixels of base size that two labels keep from each other."""

_SIDES = ((1.0, 0.0), (-1.0, 0.0), (1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0), (0.0, -1.0), (0.0, 1.0))
_SHIFTED = ((0.35, -1.0), (-0.35, -1.0), (0.35, 1.0), (-0.35, 1.0))
_ROUNDED = 1e-6
"""Pixels that corners are off by reckoning."""
_RINGS = (0.0, 1.6, 3.2)
"""Heights of a label by which it is tried farther from its mark; in all but the first it needs a line to it."""
_ALONG = (0.2, 0.95)
"""The stretch of that line on which nothing else may lie."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text of a size that wants to stand near its mark at (x, y), not nearer than `gap`.

    `first` is the side tried first; the rest follow. A label with a `mark`, its radius, needs room for that too. One
    that is not `led` never stands so far that it would need a line.
    """

    key: str
    x: float
    y: float
    width: float
    height: float
    gap: float
    first: int = 0
    mark: float = 0.0
    led: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands; `leader` says that it is far enough from its mark to need a line to it."""

    box: Box
    leader: bool


def place(
    labels: Sequence[Label], taken: Iterable[Box], bounds: Box, lines: Points, apart: float = 0.0
) -> dict[str, Place]:
    """A place for each label in order of importance, `apart` from the others; one with no room is left out.

    `lines` are points (n, 2) that labels rather not cover.
    """
    occupied = list(taken)
    places: dict[str, Place] = {}
    for label in labels:
        mark = [around(label.x, label.y, label.mark)] if label.mark else []
        if not all(free(box, occupied) for box in mark):
            continue
        best = choose(label, occupied, bounds, lines)
        if best is not None:
            places[label.key] = best
            occupied += [grown(best.box, apart), *mark]
    return places


def choose(label: Label, occupied: Sequence[Box], bounds: Box, lines: Points) -> Place | None:
    """The free place that covers the fewest line points, earlier sides first; None where all are taken."""
    best: tuple[float, Place] | None = None
    for order, candidate in enumerate(candidates(label, bounds)):
        if not within(candidate.box, bounds) or not free(candidate.box, occupied):
            continue
        if candidate.leader and not _reaches(label, candidate.box, occupied):
            continue
        hidden = covered(candidate.box, lines)
        ring, side = divmod(order, len(_SIDES) + len(_SHIFTED))
        cost = hidden + 6.0 * ring + 0.6 * side
        if best is None or cost < best[0]:
            best = cost, candidate
        if not hidden:
            break
    return best[1] if best else None


def candidates(label: Label, bounds: Box) -> Iterator[Place]:
    """The places next to the mark, then the same farther out, pushed along the mark to within the bounds.

    A label over its mark, which has a gap below zero, is not pushed: it would name what is beside it.
    """
    sides = _SIDES[label.first :] + _SIDES[: label.first] + _SHIFTED
    for ring in _RINGS if label.led else _RINGS[:1]:
        for dx, dy in sides:
            yield Place(_beside(label, dx, dy, label.gap + ring * label.height, bounds), ring > 0.0)


def _reaches(label: Label, box: Box, occupied: Sequence[Box]) -> bool:
    """Whether the line from a mark to its label comes over nothing else."""
    (u, v), (first, last) = nearest(box, label.x, label.y), _ALONG
    start = label.x + first * (u - label.x), label.y + first * (v - label.y)
    end = label.x + last * (u - label.x), label.y + last * (v - label.y)
    left, right = sorted((start[0], end[0]))
    top, bottom = sorted((start[1], end[1]))
    return not any(
        crosses(start, end, other)
        for other in occupied
        if other[0] < right + 1 and left - 1 < other[2] and other[1] < bottom + 1 and top - 1 < other[3]
        if not (other[0] < label.x < other[2] and other[1] < label.y < other[3])
    )


def crosses(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Whether a straight line comes into a box (Liang and Barsky)."""
    enters, leaves = 0.0, 1.0
    for axis in (0, 1):
        low, high = box[axis] - start[axis], box[axis + 2] - start[axis]
        run = end[axis] - start[axis]
        if run == 0.0:
            if not low < 0.0 < high:
                return False
            continue
        near, far = sorted((low / run, high / run))
        enters, leaves = max(enters, near), min(leaves, far)
    return enters < leaves


def nearest(box: Box, x: float, y: float) -> tuple[float, float]:
    """The point of a box that is nearest to another."""
    return min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])


def _beside(label: Label, dx: float, dy: float, gap: float, bounds: Box) -> Box:
    slant = 0.7 if abs(dx) == abs(dy) else 1.0
    x = label.x + dx * (gap * slant + label.width / 2)
    y = label.y + dy * (gap * slant + label.height / 2)
    wide, high = label.width / 2, label.height / 2
    if label.gap < 0.0:
        return x - wide, y - high, x + wide, y + high
    if dy:
        x = max(min(x, bounds[2] - wide), bounds[0] + wide)
    if not dy or (dx and gap > label.gap):
        y = max(min(y, bounds[3] - high), bounds[1] + high)
    return x - wide, y - high, x + wide, y + high


def overlap(a: Box, b: Box) -> bool:
    """Whether two boxes share any area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def free(box: Box, occupied: Sequence[Box]) -> bool:
    """Whether a box shares no area with any other."""
    left, top, right, bottom = box
    # Written out: it is asked a hundred times for each label that moves.
    for west, north, east, south in occupied:
        if left < east and west < right and top < south and north < bottom:
            return False
    return True


def within(a: Box, b: Box) -> bool:
    """Whether a box lies inside another: one pushed to its edge does, however its corners were rounded."""
    return a[0] >= b[0] - _ROUNDED and a[1] >= b[1] - _ROUNDED and a[2] <= b[2] + _ROUNDED and a[3] <= b[3] + _ROUNDED


def around(x: float, y: float, radius: float) -> Box:
    """The square about a point."""
    return x - radius, y - radius, x + radius, y + radius


def grown(box: Box, apart: float) -> Box:
    """A box with so much room about it."""
    return box[0] - apart, box[1] - apart, box[2] + apart, box[3] + apart


def covered(box: Box, lines: Points) -> int:
    """How many points of the lines a box hides."""
    x, y = lines[:, 0], lines[:, 1]
    return int(np.count_nonzero((x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])))


def corner(choices: Sequence[Box], avoid: Sequence[Box]) -> Box:
    """The first of an overlay's places that covers nothing of `avoid`, else the first."""
    for choice in choices:
        if not any(overlap(choice, box) for box in avoid):
            return choice
    return choices[0]
