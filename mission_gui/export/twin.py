"""A picture in words: its alternative text and its longer description, from what the panels say of themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from mission_gui.domain.frame import Frame
from mission_gui.export.stamp import SHORT_STATEMENT, Stamp
from mission_gui.panels.base import Panel

_LEADING = ("ground_track", "proximity", "descent", "landing_zone", "countdown")
"""The panels of which the largest in view tells what a board is about; this order settles what is equal."""


@dataclass(frozen=True, slots=True)
class Twin:
    """`alt` is one or two sentences in place of the picture; `paragraphs` have heading and words of each panel."""

    alt: str
    paragraphs: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """All of it, a paragraph for each panel."""
        return "\n".join(f"{heading}: {words}" for heading, words in self.paragraphs)


def twin(stamp: Stamp, panels: Mapping[str, Panel], frame: Frame) -> Twin:
    """The words for a picture of these panels, by their names in `PANELS`, in the language spoken."""
    said = {name: (_heading(panel), panel.describe(frame)) for name, panel in panels.items()}
    paragraphs = tuple((heading, words) for heading, words in said.values() if words)
    leading = max((name for name in panels if said[name][1]), key=lambda name: _weight(name, panels[name]), default="")
    words = said[leading][1] if leading else ""
    return Twin(f"{stamp.name}, {stamp.moment}, {SHORT_STATEMENT}. {words}".strip(), paragraphs)


def caption_file(stamp: Stamp, twin: Twin) -> str:
    """What is written beside a picture: the line of the stamp, the words, the basis, the sources and the credits."""
    parts = (
        stamp.caption,
        twin.alt,
        "\n\n".join(f"{heading}: {words}" for heading, words in twin.paragraphs),
        str(stamp.basis),
        "\n".join(f"{source.title} {source.url}".strip() for source in stamp.sources),
        str(stamp.rights),
    )
    return "\n\n".join(parts) + "\n"


def _heading(panel: Panel) -> str:
    return str(panel.heading or panel.title)


def _weight(name: str, panel: Panel) -> tuple[int, int]:
    order = -_LEADING.index(name) if name in _LEADING else -len(_LEADING)
    return (panel.width() * panel.height() if name in _LEADING else 0), order
