"""Which moment of the descent a place on the panel means."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF

from mission_gui.panels.descent_picture import Picture
from mission_gui.panels.descent_plot import Line
from mission_gui.panels.descent_profile import Axes
from mission_gui.panels.descent_scene import Mark

_NEAR, _REACH = 10.0, 80.0
"""Pixels, at the base size, from within which a place means an event, and the line."""

Moment = tuple[float, Mark | None]


def moment_at(picture: Picture, at: QPointF) -> Moment | None:
    """Mission time and, where an event is meant, the event; None where nothing is."""
    for cell, t in zip(picture.places.sequence, picture.sequence.times, strict=True):
        if t is not None and cell.contains(at):
            return t, None
    if picture.scene is None or picture.drawing is None:
        return None
    near, reach = picture.look.px(_NEAR), picture.look.px(_REACH)
    axes = picture.drawing.axes
    if picture.places.modules is not None and picture.places.modules.contains(at):
        return None
    for mark in picture.scene.marks:
        if np.hypot(axes.x_of(mark.going) - at.x(), axes.y_of(mark.altitude) - at.y()) <= near:
            return mark.t, mark
    for drawn, line in ((axes, picture.drawing.own), *picture.drawing.strips):
        if _box(drawn, near).contains(at):
            return _nearest(line, at, reach)
    return None


def _box(axes: Axes, rim: float) -> QRectF:
    return QRectF(axes.left, axes.upper, axes.width, axes.height).adjusted(-rim, -rim, rim, rim)


def _nearest(line: Line, at: QPointF, reach: float) -> Moment | None:
    """The moment of the line nearest to a place, between its points too."""
    start, step = line.xy[:-1], np.diff(line.xy, axis=0)
    length = np.maximum(np.einsum("ij,ij->i", step, step), 1e-12)
    share = np.clip(np.einsum("ij,ij->i", np.array([at.x(), at.y()]) - start, step) / length, 0.0, 1.0)
    off = np.linalg.norm(start + share[:, None] * step - (at.x(), at.y()), axis=1)
    i = int(np.argmin(off))
    if off[i] > reach:
        return None
    return float(line.t[i] + share[i] * (line.t[i + 1] - line.t[i])), None
