"""Labels in a row without overlap, and a colour that can be read as text: shared by charts and timeline."""

from collections.abc import Sequence

from PySide6.QtGui import QColor

from mission_gui.theme import Style

READABLE = 4.5  # WCAG 2.2, contrast of normal text


class LabelRow:
    """The room of one row of labels between `left` and `right`; whoever comes first has the choice."""

    def __init__(self, left: float, right: float, gap: float) -> None:
        self.left, self.right, self.gap = left, right, gap
        self.taken: list[tuple[float, float]] = []

    def place(self, x: float, width: float, reach: float) -> float | None:
        """Where a label for `x` starts: centred, or as little aside as it must; None where there is no room."""
        furthest = int(width / 2 + reach)
        for aside in sorted(range(-furthest, furthest + 1), key=abs):
            start = min(max(x - width / 2 + aside, self.left), self.right - width)
            if self._free(start, start + width):
                self.taken.append((start, start + width))
                return start
        return None

    def _free(self, start: float, end: float) -> bool:
        return all(end + self.gap <= a or start >= b + self.gap for a, b in self.taken)


def readable(look: Style, name: str, ground: str = "panel") -> QColor:
    """The named colour where it can be read as text on the ground, else its text shade, else plain text."""
    for candidate in (name, f"{name}_text"):
        if hasattr(look.theme, candidate) and contrast(look.color(candidate), look.color(ground)) >= READABLE:
            return look.color(candidate)
    return look.color("text")


def contrast(a: QColor, b: QColor) -> float:
    """The contrast ratio of WCAG, from 1 to 21."""
    light, dark = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts: Sequence[float] = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
