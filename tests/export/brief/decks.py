"""Decks for the tests of every format: the canned flight told by the default template, with pictures of one colour."""

from functools import cache

from mission_gui.domain.alternatives import NONE
from mission_gui.export.brief.build import deck
from mission_gui.export.brief.deck import Deck, Wish
from mission_gui.export.brief.template import Template, read_template
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()


def said(panel: str, t: float) -> str:
    """What a panel is taken to say."""
    return f"The {panel.replace('_', ' ')} at {t:.0f} s & more."


def made(template: Template | None = None, **more: object) -> Deck:
    """A deck of the canned flight."""
    return deck(MISSION, TRAJECTORY, NONE, template or read_template(), said, **more)  # type: ignore[arg-type]


@cache
def usual() -> Deck:
    """The deck that most tests look at."""
    return made(marking="EXERCISE")


def pictures(one: Deck) -> dict[Wish, bytes]:
    """A picture for every wish."""
    return dict.fromkeys(one.wishes, picture())


@cache
def picture() -> bytes:
    """A small PNG."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage

    image = QImage(64, 32, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())
