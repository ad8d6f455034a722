"""The master of a briefing in PPTX: theme colours and fonts, a layout for the title and one for the others."""

from html import escape
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.util import Pt

from mission_gui.export.brief import placing
from mission_gui.export.brief.deck import Look
from mission_gui.export.brief.placing import Box

COVER, SLIDE = 0, 1
"""The layouts by their places."""

SUBTITLE, CLOCK, CLOCK_LABEL, CAPTION = 13, 14, 15, 16
"""Placeholders of a slide by their numbers."""

FOOT, NUMBER = 11, 12

_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_SCHEME = {
    "dk1": "text",
    "lt1": "panel",
    "dk2": "second",
    "lt2": "raised",
    "accent1": "soyuz_text",
    "accent2": "iss_text",
    "accent3": "landing_text",
    "accent4": "burn",
    "accent5": "line",
    "accent6": "third",
    "hlink": "iss_text",
    "folHlink": "second",
}
"""The colours of a PPTX theme by those of the board."""

_UNUSED = (1, 2, 3, 4, 6, 7, 8, 9, 10)
_TITLE_ONLY = 5


def presentation(look: Look) -> Any:
    """An empty presentation of 16 to 9 in the colours and fonts of a look."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(placing.WIDTH), Pt(placing.HEIGHT)
    root: Any = made._element
    root.sldSz.attrib.pop("type", None)  # it says 4 to 3
    layouts = made.slide_layouts
    for index in sorted(_UNUSED, reverse=True):
        layouts.remove(layouts[index])
    _dress(made.slide_master, look)
    _fill(made.slide_master, _master_shapes())
    _fill(layouts[COVER], _cover_shapes())
    _fill(layouts[SLIDE], _slide_shapes(look))
    layouts[SLIDE]._element.attrib.pop("type", None)  # it has more than a title
    for layout, name in ((layouts[COVER], "Cover"), (layouts[SLIDE], "Slide")):
        layout._element.cSld.set("name", name)
    return made


def _dress(master: Any, look: Look) -> None:
    """Colours, fonts and ground; the theme is a part that python-pptx keeps as bytes."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    theme.set("name", "Mission GUI")
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    scheme = next(theme.iter(f"{a}clrScheme"))
    scheme.set("name", "Mission GUI")
    for entry in scheme:
        value = getattr(look.theme, _SCHEME[entry.tag.removeprefix(a)]).lstrip("#")
        for child in list(entry):
            entry.remove(child)
        entry.append(parse_xml(f'<a:srgbClr {_SPACES} val="{value}"/>'))
    fonts = next(theme.iter(f"{a}fontScheme"))
    fonts.set("name", "Mission GUI")
    for kind, name in (("majorFont", look.heading_font), ("minorFont", look.body_font)):
        font = next(fonts.iter(f"{a}{kind}"))
        for script in list(font)[3:]:
            font.remove(script)
        font[0].set("typeface", name)
    part._blob = serialize_part_xml(theme)
    _ground(master)


def _ground(master: Any) -> None:
    common = master._element.cSld
    for child in list(common):
        if child.tag.endswith("}bg"):
            common.remove(child)
    fill = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/>'
    common.insert(0, parse_xml(f"<p:bg {_SPACES}><p:bgPr>{fill}</p:bgPr></p:bg>"))


def _fill(where: Any, shapes: list[str]) -> None:
    """Puts these shapes in the place of all others."""
    tree = where.shapes._spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for number, shape in enumerate(shapes, 2):
        tree.append(parse_xml(shape.replace("ID", str(number), 1)))


def _placeholder(name: str, kind: str, box: Box, size: float, color: str, more: str = "", prompt: str = "") -> str:
    """A placeholder; `more` are attributes of its paragraphs and its runs, parted by a bar."""
    paragraph, _, run = more.partition("|")
    font = "+mj-lt" if kind.startswith(('type="title', 'type="ctrTitle')) else "+mn-lt"
    if "latin:" in run:
        run, _, font = run.partition("latin:")
    field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    inner = field if "sldNum" in kind else f"<a:r><a:rPr/><a:t>{escape(prompt or name)}</a:t></a:r>"
    x, y, wide, high = (int(Pt(value)) for value in (box.x, box.y, box.width, box.height))
    return (
        f'<p:sp {_SPACES}><p:nvSpPr><p:cNvPr id="ID" name="{escape(name)}"/>'
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>"
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" {paragraph}><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(size * 100)}" {run}><a:solidFill><a:schemeClr val="{color}"/></a:solidFill>'
        f'<a:latin typeface="{escape(font)}"/></a:defRPr></a:lvl1pPr></a:lstStyle><a:p>{inner}</a:p></p:txBody></p:sp>'
    )


def _master_shapes() -> list[str]:
    return [
        _placeholder("Title", 'type="title"', placing.TITLE, 26, "tx1", 'algn="l"|b="1"'),
        _placeholder("Text", 'type="body" idx="1"', placing.CAPTION, 12, "tx1", 'algn="l"'),
        _placeholder("Statement", 'type="ftr" sz="quarter" idx="3"', placing.STATEMENT, 9, "accent6", 'algn="l"'),
        _placeholder("Number", 'type="sldNum" sz="quarter" idx="4"', placing.PAGE, 9, "accent6", 'algn="r"'),
    ]


def _cover_shapes() -> list[str]:
    return [
        _placeholder("Title", 'type="ctrTitle"', placing.COVER_TITLE, 40, "tx1", 'algn="l"|b="1"'),
        _placeholder("Subtitle", 'type="subTitle" idx="1"', placing.COVER_SUBTITLE, 17, "tx2", 'algn="l"'),
        _placeholder(
            "Statement", f'type="ftr" sz="quarter" idx="{FOOT}"', placing.COVER_FOOT, 10, "accent6", 'algn="l"'
        ),
    ]


def _slide_shapes(look: Look) -> list[str]:
    body = 'type="body" sz="quarter" idx="{}"'
    mono = f'algn="r"|latin:{look.numbers_font}'
    return [
        _placeholder("Title", 'type="title"', placing.TITLE, 26, "tx1", 'algn="l"|b="1"'),
        _placeholder("Subtitle", body.format(SUBTITLE), placing.SUBTITLE, 12.5, "tx2", 'algn="l"'),
        _placeholder("Clock", body.format(CLOCK), placing.CLOCK, 24, "accent1", mono),
        _placeholder("Clock label", body.format(CLOCK_LABEL), placing.CLOCK_LABEL, 11.5, "tx2", 'algn="r"'),
        _placeholder("Caption", body.format(CAPTION), placing.CAPTION, 11.5, "tx2", 'algn="l"'),
        _placeholder("Statement", f'type="ftr" sz="quarter" idx="{FOOT}"', placing.STATEMENT, 9, "accent6", 'algn="l"'),
        _placeholder("Number", f'type="sldNum" sz="quarter" idx="{NUMBER}"', placing.PAGE, 9, "accent6", 'algn="r"'),
    ]
