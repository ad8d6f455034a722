"""What the shapes of a PPTX are made of: text, lines, colours of the theme, alternative texts."""

from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from mission_gui.export.brief.placing import Box

COLORS = {
    "text": MSO_THEME_COLOR.TEXT_1,
    "second": MSO_THEME_COLOR.TEXT_2,
    "panel": MSO_THEME_COLOR.BACKGROUND_1,
    "soyuz_text": MSO_THEME_COLOR.ACCENT_1,
    "iss_text": MSO_THEME_COLOR.ACCENT_2,
    "burn": MSO_THEME_COLOR.ACCENT_4,
    "third": MSO_THEME_COLOR.ACCENT_6,
}
_SPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_DECORATIVE = (
    f'<a:extLst {_SPACES}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def text_frame(shapes: Any, box: Box) -> Any:
    """A text without a rim, its lines broken at the edge of the box."""
    frame = shapes.add_textbox(*emu(box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def say(
    paragraph: Any,
    words: str,
    size: float,
    color: str,
    strong: bool = False,
    link: str = "",
    font: str = "",
    align: Any = None,
) -> None:
    """Adds words to a paragraph; those of a link have the colour of links."""
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(size), strong
    if link:
        run.hyperlink.address = link
    else:
        run.font.color.theme_color = COLORS[color]
    if font:
        run.font.name = font
    if align is not None:
        paragraph.alignment = align


def rule(shapes: Any, x1: float, y1: float, x2: float, y2: float, color: str, width: float) -> None:
    """A line that means nothing by itself."""
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x1), Pt(y1), Pt(x2), Pt(y2))
    plain(line)
    line.line.color.theme_color, line.line.width = COLORS[color], Pt(width)
    decorate(line)


def plain(shape: Any) -> None:
    """Without the effects of a theme's style."""
    style = shape._element.find("{*}style")
    if style is not None:
        shape._element.remove(style)


def decorate(shape: Any) -> None:
    """Tells a screen reader to pass over it."""
    next(shape._element.iter("{*}cNvPr")).append(parse_xml(_DECORATIVE))


def tell(shape: Any, words: str) -> None:
    """What a shape shows, in words."""
    next(shape._element.iter("{*}cNvPr")).set("descr", words)


def emu(box: Box) -> tuple[int, int, int, int]:
    """A box in the units of the format."""
    return int(Pt(box.x)), int(Pt(box.y)), int(Pt(box.width)), int(Pt(box.height))
