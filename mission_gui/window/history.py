"""The views that were on the board, for undo and redo."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import inf
from typing import Any

from mission_gui.settings import Arrangement

MOST = 50
PAUSE = 0.6
"""Seconds within which another change of the same panel goes on with the one before, as the notches of a wheel do."""


@dataclass(frozen=True, slots=True)
class ViewState:
    """How the board looks, apart from the time it shows: theme, layout, `arrangement` where the user changed that, and
    each panel's own view."""

    theme: str
    layout: str
    follows: bool
    arrangement: Arrangement | None = None
    panels: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


class History:
    """What was seen, up to now; a new view drops what had been undone. A gesture in one panel is one step."""

    def __init__(self, wall: Callable[[], float] = time.monotonic) -> None:
        self._seen: list[ViewState] = []
        self._at = -1
        self._held = False
        self._wall = wall
        self._noted = -inf

    def note(self, view: ViewState) -> None:
        """The view now on the board; nothing where it is the one noted last."""
        if self._held or (self._at >= 0 and self._seen[self._at] == view):
            return
        kept = self._at if self._goes_on(view) else self._at + 1
        self._seen = [*self._seen[:kept], view][-MOST:]
        self._at = len(self._seen) - 1
        self._noted = self._wall()

    def _goes_on(self, view: ViewState) -> bool:
        """Whether a view changes but the panel that the last step changed, and follows close upon that."""
        if self._at < 1 or self._wall() - self._noted > PAUSE:
            return False
        before, last = self._seen[self._at - 1 : self._at + 1]
        panel = _changed(before, last)
        return panel is not None and panel == _changed(last, view)

    def hold(self, held: bool) -> None:
        """While held nothing is noted: an old view is being put back."""
        self._held = held

    def back(self) -> ViewState | None:
        """The view before; None at the first."""
        return self._go(-1)

    def on(self) -> ViewState | None:
        """The view that was undone last; None where there is none."""
        return self._go(1)

    def _go(self, step: int) -> ViewState | None:
        if not 0 <= self._at + step < len(self._seen):
            return None
        self._at += step
        self._noted = -inf
        return self._seen[self._at]


def _changed(before: ViewState, after: ViewState) -> str | None:
    """The one panel in whose own view two views differ; None where they differ in more."""
    if replace(before, panels={}) != replace(after, panels={}):
        return None
    names = [name for name in {**before.panels, **after.panels} if before.panels.get(name) != after.panels.get(name)]
    return names[0] if len(names) == 1 else None
