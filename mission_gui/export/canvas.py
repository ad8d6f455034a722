"""How large a picture is, in points and in pixels, and how its room is shared."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize

from mission_gui.domain.errors import UserError
from mission_gui.theme import BASE

PIXELS = 16384
"""The longest side; beyond it Qt's painter loses its way."""
SMALLEST_SIDE = 64
_LARGE = 24_000_000
"""Pixels from which on a picture is drawn in bands, from marks."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of a picture in points, which are CSS pixels, and how many pixels make a point."""

    size: QSize
    scale: float = 1.0

    def __post_init__(self) -> None:
        width, height = self.pixels.width(), self.pixels.height()
        if min(width, height) < SMALLEST_SIDE or max(width, height) > PIXELS:
            raise UserError(
                f"a picture of {width}x{height} pixels cannot be made: "
                f"each side must have {SMALLEST_SIDE} to {PIXELS} pixels"
            )

    @property
    def pixels(self) -> QSize:
        """The size of the file's picture."""
        return QSize(round(self.size.width() * self.scale), round(self.size.height() * self.scale))

    @property
    def pixel_count(self) -> int:
        """How many pixels there are."""
        return self.pixels.width() * self.pixels.height()

    @property
    def large(self) -> bool:
        """Whether it has so many pixels that not all are held at once: layers of them would take gigabytes."""
        return self.pixel_count > _LARGE


@dataclass(frozen=True, slots=True)
class Plan:
    """The rooms of a picture, in units of the layout: `ratio` pixels to each.

    What is pictured fills `main`, the caption `strip` below it, the marking both `banners`. `base` is the type size of
    the last two.
    """

    whole: QSize
    main: QRectF
    strip: QRectF
    banners: tuple[QRectF, ...]
    base: float
    ratio: float


_STRIP, _BANNER = 84.0, 27.0
"""Heights for a base of 13."""
_DESIGN, _LEAST_BASE = (1440, 810), 10.0
"""The size of a picture whose caption has the base 13, and the least there is."""
_ROUNDS = 6
"""The heights of what is around the main part follow from its size, and its size from them."""
_LEAST_BANNER = 17.0
"""Pixels of a banner in which its words can still be read."""


def plan(canvas: Canvas, smallest: QSize, caption: bool, marking: bool) -> Plan:
    """Shares the room of a picture; below the `smallest` main part it is laid out larger, and drawn smaller."""
    factor = 1.0
    for _ in range(_ROUNDS):
        whole = canvas.size * factor
        base = max(BASE * min(whole.width() / _DESIGN[0], whole.height() / _DESIGN[1]), _LEAST_BASE)
        ratio = canvas.pixels.width() / whole.width()
        banner = round(max(_BANNER * base / BASE, _LEAST_BANNER / ratio)) if marking else 0
        strip = round(_STRIP * base / BASE) if caption else 0
        high = whole.height() - strip - 2 * banner
        short = max(smallest.width() / whole.width(), (smallest.height() + whole.height() - high) / whole.height())
        if short <= 1.0:
            break
        factor *= short
    main = QRectF(0, banner, whole.width(), high)
    below = QRectF(0, banner + high, whole.width(), strip)
    edges = (QRectF(0, 0, whole.width(), banner), QRectF(0, whole.height() - banner, whole.width(), banner))
    return Plan(whole, main, below, edges if marking else (), base, ratio)
