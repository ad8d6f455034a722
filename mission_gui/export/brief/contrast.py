"""Whether a text can be read on its ground, as WCAG 2.2 measures it."""

READABLE = 4.5
"""The least contrast of text, success criterion 1.4.3."""


def contrast(a: str, b: str) -> float:
    """Of two colours `#RRGGBB`: from 1, where they are the same, to 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def luminance(color: str) -> float:
    """Relative luminance of `#RRGGBB`: 0 for black, 1 for white."""
    parts = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
