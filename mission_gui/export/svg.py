"""SVG: shapes as paths, words as text in the program's own fonts, of which the file holds what it needs."""

from base64 import b64encode
from collections import defaultdict
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGradient,
    QImage,
    QLinearGradient,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from mission_gui.export.faces import Face, subset
from mission_gui.export.vectors import on_page, only_shifts, placed
from mission_gui.export.xmp import Label
from mission_gui.panels.record import Image, Mark, Record, Shape, Words

_CAPS = {
    Qt.PenCapStyle.FlatCap: "butt",
    Qt.PenCapStyle.SquareCap: "square",
    Qt.PenCapStyle.RoundCap: "round",
}
_JOINS = {
    Qt.PenJoinStyle.MiterJoin: "miter",
    Qt.PenJoinStyle.SvgMiterJoin: "miter",
    Qt.PenJoinStyle.BevelJoin: "bevel",
    Qt.PenJoinStyle.RoundJoin: "round",
}
_MOVE, _LINE, _CURVE = (
    QPainterPath.ElementType.MoveToElement,
    QPainterPath.ElementType.LineToElement,
    QPainterPath.ElementType.CurveToElement,
)


def svg(record: Record, size: tuple[float, float], label: Label) -> bytes:
    """The file: what the record shows, drawn to a size in CSS pixels."""
    return _Writer().written(record, size, label)


class _Writer:
    """Collects what the drawing refers to while it is written: outlines, gradients, and letters by their face."""

    def __init__(self) -> None:
        self._defined: dict[str, str] = {}
        self._letters: defaultdict[Face, set[str]] = defaultdict(set)

    def written(self, record: Record, size: tuple[float, float], label: Label) -> bytes:
        body = "\n".join(self._grouped(record))
        box = record.bounds
        parts = (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(size[0])}" height="{number(size[1])}" '
            f'viewBox="0 0 {number(box.width())} {number(box.height())}" role="img" '
            f'aria-labelledby="title desc" xml:lang="{label.language}">',
            f'<title id="title">{escape(str(label.title))}</title>',
            f'<desc id="desc">{escape(label.alt)}\n{escape(label.text)}</desc>',
            f"<metadata>{label.meta}</metadata>",
            f"<style>{self._style()}</style>",
            f"<defs>{''.join(text.replace('{}', name) for text, name in self._defined.items())}</defs>",
            body,
            "</svg>\n",
        )
        return "\n".join(parts).encode()

    def _style(self) -> str:
        faces = "".join(
            f"@font-face{{font-family:'{face.family}';font-style:{'italic' if face.italic else 'normal'};"
            f"font-weight:100 900;src:url(data:font/woff;base64,{b64encode(subset(face, letters)).decode()})}}"
            for face, letters in sorted(self._letters.items())
        )
        return f"{faces}text{{white-space:pre;font-optical-sizing:none;font-kerning:normal}}"

    def _grouped(self, record: Record) -> list[str]:
        """The marks, those with the same outline around them together."""
        lines: list[str] = []
        open_clip = ""
        for one in placed(record):
            clip = self._clip(one.clip) if one.clip is not None else ""
            if clip != open_clip:
                if open_clip:
                    lines.append("</g>")
                if clip:
                    lines.append(f'<g clip-path="url(#{clip})">')
                open_clip = clip
            lines.append(self._mark(one.mark))
        return [*lines, "</g>"] if open_clip else lines

    def _mark(self, mark: Mark) -> str:
        if isinstance(mark, Words):
            return self._words(mark)
        return self._shape(on_page(mark)) if isinstance(mark, Shape) else _image(mark)

    def _clip(self, path: QPainterPath) -> str:
        return self._define(f'<clipPath id="{{}}"><path d="{data(path)}"{_rule(path, "clip-rule")}/></clipPath>', "c")

    def _define(self, text: str, letter: str) -> str:
        """The name of what is defined once, however often it is used."""
        return self._defined.setdefault(text, f"{letter}{len(self._defined) + 1}")

    def _shape(self, shape: Shape) -> str:
        ink, path = shape.ink, shape.path
        fill, stroke = self._fill(ink.brush, ink.opacity), _stroke(ink.pen, ink.opacity)
        return f'<path d="{data(path)}"{_rule(path, "fill-rule")}{fill}{stroke}{_transform(ink.transform)}/>'

    def _fill(self, brush: QBrush, opacity: float) -> str:
        if brush.style() == Qt.BrushStyle.NoBrush:
            return ' fill="none"'
        if brush.style() == Qt.BrushStyle.TexturePattern:
            return f' fill="url(#{self._define(_texture(brush), "p")})"{_opaque("fill-opacity", opacity)}'
        gradient = brush.gradient()
        if gradient is not None:
            return f' fill="url(#{self._define(_gradient(gradient), "g")})"{_opaque("fill-opacity", opacity)}'
        return _paint("fill", brush.color(), opacity)

    def _words(self, mark: Words) -> str:
        font, ink = mark.font, mark.ink
        face = Face(font.family(), font.italic())
        self._letters[face].update(mark.text)
        spacing = font.letterSpacing()
        shifted = only_shifts(ink.transform)
        place = ink.transform.map(mark.at) if shifted else mark.at
        parts = (
            f'<text x="{number(place.x())}" y="{number(place.y())}" font-family="{font.family()}"',
            f' font-size="{font.pixelSize()}" font-weight="{font.weight().value}"',
            ' font-style="italic"' if font.italic() else "",
            f' letter-spacing="{number(spacing)}"' if spacing else "",
            f' textLength="{number(mark.width)}"' if len(mark.text) > 1 and not spacing else "",
            _paint("fill", ink.pen.color(), ink.opacity),
            "" if shifted else _transform(ink.transform),
            f">{escape(mark.text, quote=False)}</text>",
        )
        return "".join(parts)


def _image(mark: Image) -> str:
    box = mark.box
    place = f'x="{number(box.x())}" y="{number(box.y())}" width="{number(box.width())}" height="{number(box.height())}"'
    how = f'preserveAspectRatio="none"{_opaque("opacity", mark.ink.opacity)}{_transform(mark.ink.transform)}'
    return f'<image {place} {how} href="{_coded(mark.image)}"/>'


def _texture(brush: QBrush) -> str:
    """A picture that fills a shape, as a portrait does its disc."""
    image = brush.textureImage()
    size = f'width="{image.width()}" height="{image.height()}"'
    how = _transform(brush.transform(), "patternTransform")
    inner = f'<image {size} href="{_coded(image)}"/>'
    return f'<pattern id="{{}}" patternUnits="userSpaceOnUse" {size}{how}>{inner}</pattern>'


def _coded(image: QImage) -> str:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return f"data:image/png;base64,{b64encode(content.data()).decode()}"


def number(value: float) -> str:
    """Two decimals at most, and no more digits than needed."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def data(path: QPainterPath) -> str:
    """A path in SVG's letters."""
    parts: list[str] = []
    kind_before = None
    start = (0.0, 0.0)
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        kind, x, y = element.type, element.x, element.y
        if kind == _MOVE:
            parts.append(f"M{number(x)} {number(y)}")
            start = x, y
        elif kind == _LINE:
            closes = (x, y) == start and _ends(path, index)
            parts.append("Z" if closes else f"{'' if kind_before == _LINE else 'L'}{number(x)} {number(y)}")
        else:
            parts.append(f"{'C' if kind == _CURVE else ''}{number(x)} {number(y)}")
        kind_before = kind
    return " ".join(parts)


def _ends(path: QPainterPath, index: int) -> bool:
    """Whether a part of the path ends at an element."""
    return index + 1 == path.elementCount() or path.elementAt(index + 1).type == _MOVE


def _rule(path: QPainterPath, name: str) -> str:
    return f' {name}="evenodd"' if path.fillRule() == Qt.FillRule.OddEvenFill else ""


def _paint(name: str, color: QColor, opacity: float) -> str:
    return f' {name}="{color.name()}"{_opaque(f"{name}-opacity", color.alphaF() * opacity)}'


def _opaque(name: str, opacity: float) -> str:
    return f' {name}="{opacity:.3g}"' if opacity < 0.9995 else ""


def _stroke(pen: QPen, opacity: float) -> str:
    if pen.style() == Qt.PenStyle.NoPen:
        return ""
    width = pen.widthF() or 1.0
    parts = [_paint("stroke", pen.color(), opacity), f' stroke-width="{number(width)}"']
    parts.append(f' stroke-linecap="{_CAPS[pen.capStyle()]}" stroke-linejoin="{_JOINS[pen.joinStyle()]}"')
    if pen.style() != Qt.PenStyle.SolidLine:
        parts.append(f' stroke-dasharray="{" ".join(number(part * width) for part in pen.dashPattern())}"')
        if pen.dashOffset():
            parts.append(f' stroke-dashoffset="{number(pen.dashOffset() * width)}"')
    return "".join(parts)


def _transform(t: QTransform, name: str = "transform") -> str:
    if t.isIdentity():
        return ""
    values = (t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy())
    return f' {name}="matrix({" ".join(f"{value:.6g}" for value in values)})"'


def _gradient(gradient: QGradient) -> str:
    stops = "".join(
        f'<stop offset="{at:.4g}"{_paint("stop-color", color, 1.0).replace("stop-color-opacity", "stop-opacity")}/>'
        for at, color in gradient.stops()
    )
    if isinstance(gradient, QRadialGradient):
        centre = gradient.center()
        place = f'cx="{number(centre.x())}" cy="{number(centre.y())}" r="{number(gradient.radius())}"'
        return f'<radialGradient id="{{}}" gradientUnits="userSpaceOnUse" {place}>{stops}</radialGradient>'
    assert isinstance(gradient, QLinearGradient)
    (a, b) = gradient.start(), gradient.finalStop()
    place = f'x1="{number(a.x())}" y1="{number(a.y())}" x2="{number(b.x())}" y2="{number(b.y())}"'
    return f'<linearGradient id="{{}}" gradientUnits="userSpaceOnUse" {place}>{stops}</linearGradient>'
