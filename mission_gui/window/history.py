"""The views that were on the board, for undo and redo."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mission_gui.settings import Arrangement

MOST = 50


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
    """What was seen, up to now; a new view drops what had been undone."""

    def __init__(self) -> None:
        self._seen: list[ViewState] = []
        self._at = -1
        self._held = False

    def note(self, view: ViewState) -> None:
        """The view now on the board; nothing where it is the one noted last."""
        if self._held or (self._at >= 0 and self._seen[self._at] == view):
            return
        self._seen = [*self._seen[: self._at + 1], view][-MOST:]
        self._at = len(self._seen) - 1

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
        return self._seen[self._at]
