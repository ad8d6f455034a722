"""The blocks of a slide as native shapes of PPTX; each has its alternative text, and lines are marked as decoration."""

from io import BytesIO
from typing import Any

from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Pt

from mission_gui.export.brief import placing
from mission_gui.export.brief.deck import Cell, Figures, Lines, Look, Table, Timeline
from mission_gui.export.brief.fan import Fan, laid_out
from mission_gui.export.brief.placing import Box
from mission_gui.export.brief.pptx_shapes import decorate, emu, plain, rule, say, tell, text_frame

_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_SPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def picture(page: Any, content: bytes, box: Box, alt: str) -> None:
    """A picture that fills its box."""
    made = page.shapes.add_picture(BytesIO(content), *emu(box))
    made._element.nvPicPr.cNvPr.set("descr", alt)


def figures(page: Any, block: Figures, box: Box, look: Look) -> None:
    """A rule, and below it a text of three lines for each figure."""
    rule(page.shapes, box.x, box.y, box.x + box.width, box.y, "text", 1.25)
    step = box.width / max(len(block.figures), 1)
    sizes = placing.figure_sizes(block, box)
    for index, (one, (large, middle, small)) in enumerate(zip(block.figures, sizes, strict=True)):
        frame = text_frame(page.shapes, Box(box.x + index * step, box.y + 4, step - 8, box.height - 4))
        say(frame.paragraphs[0], one.value, large, "text", font=look.numbers_font)
        say(frame.add_paragraph(), one.label, middle, "second")
        say(frame.add_paragraph(), one.origin, small, "third")


def table(page: Any, block: Table, box: Box) -> None:
    """A native table with a header row and a header column."""
    rows = placing.rows(block, box)
    room = Box(box.x, box.y, box.width, rows.height)
    frame = page.shapes.add_table(len(block.rows) + 1, len(block.columns), *emu(room))
    tell(frame, block.name)
    made = frame.table
    made._tbl.tblPr.find("{*}tableStyleId").text = _PLAIN_TABLE
    made.first_row, made.first_col, made.horz_banding = True, True, False
    for column, width in zip(made.columns, placing.columns(block, box.width), strict=True):
        column.width = Pt(width)
    for row, height in zip(made.rows, (rows.head, *rows.heights), strict=True):
        row.height = Pt(height)
    for index, column in enumerate(block.columns):
        _cell(made.cell(0, index), Cell(column.name, strong=True), rows.size * 0.85, column.numbers, head=True)
        for number, row in enumerate(block.rows, 1):
            _cell(made.cell(number, index), row[index], rows.size, column.numbers)


def _cell(made: Any, cell: Cell, size: float, numbers: bool, head: bool = False) -> None:
    made.margin_left = made.margin_right = Pt(10)
    made.margin_top = made.margin_bottom = Pt(2)
    made.vertical_anchor = MSO_ANCHOR.BOTTOM if head else MSO_ANCHOR.MIDDLE
    paragraph = made.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if numbers else PP_ALIGN.LEFT
    say(paragraph, cell.text, size, "second" if head else "text", strong=cell.strong, link=cell.link)
    width, color = (15875, "tx1") if head else (6350, "accent5")
    line = f'<a:lnB {_SPACES} w="{width}"><a:solidFill><a:schemeClr val="{color}"/></a:solidFill></a:lnB>'
    made._tc.get_or_add_tcPr().append(parse_xml(line))


def timeline(page: Any, block: Timeline, box: Box) -> None:
    """A group of native shapes, which can be taken apart."""
    laid = laid_out(block, box.width, box.height)
    group = page.shapes.add_group_shape()
    group.name = block.alt.partition(":")[0]
    tell(group, block.alt)
    shapes, axis = group.shapes, box.y + laid.axis
    ends = (box.x + laid.at(block.stops[0].t), box.x + laid.at(block.stops[-1].t))
    rule(shapes, ends[0], axis, ends[1], axis, "soyuz_text", 4)
    for hour in block.hours:
        x = box.x + laid.at(hour.t)
        rule(shapes, x, axis - 12, x, axis - 5, "second", 1)
        frame = text_frame(shapes, Box(x - 30, axis - 30, 60, 16))
        say(frame.paragraphs[0], hour.name, 11, "second", align=PP_ALIGN.CENTER)
    for stop, x in zip(block.stops, laid.columns, strict=True):
        _stop(shapes, box, laid, stop.t, x)
        frame = text_frame(shapes, Box(box.x + x - 44, box.y + laid.words - 14, 88, 54))
        say(frame.paragraphs[0], stop.clock, 14, "soyuz_text", strong=True, align=PP_ALIGN.CENTER)
        for row in laid.wrapped(stop.name):
            say(frame.add_paragraph(), row, 12, "text", strong=True, align=PP_ALIGN.CENTER)
        below = text_frame(shapes, Box(box.x + x - 44, box.y + laid.words + 44, 88, 18))
        say(below.paragraphs[0], stop.figure, 12, "second", align=PP_ALIGN.CENTER)


def _stop(shapes: Any, box: Box, laid: Fan, t: float, x: float) -> None:
    start, axis = box.x + laid.at(t), box.y + laid.axis
    rule(shapes, start, axis, start, axis + 18, "second", 0.75)
    rule(shapes, start, axis + 18, box.x + x, box.y + laid.fan, "second", 0.75)
    rule(shapes, box.x + x, box.y + laid.fan, box.x + x, box.y + laid.words - 20, "second", 0.75)
    dot = shapes.add_shape(MSO_SHAPE.OVAL, *emu(Box(start - 4.5, axis - 4.5, 9, 9)))
    dot.fill.solid()
    dot.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    dot.line.color.theme_color, dot.line.width = MSO_THEME_COLOR.ACCENT_1, Pt(2)
    plain(dot)
    decorate(dot)


def lines(page: Any, block: Lines, box: Box) -> None:
    """Short paragraphs."""
    size = placing.type_of(block, box)
    frame = text_frame(page.shapes, box)
    for index, cell in enumerate(block.lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.4)
        say(paragraph, cell.text, size, "text", strong=cell.strong, link=cell.link)


def banner(page: Any, words: str, box: Box) -> None:
    """A marking across the slide."""
    made = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *emu(box))
    made.fill.solid()
    made.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    made.line.fill.background()
    plain(made)
    frame = made.text_frame
    frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    say(frame.paragraphs[0], words, 10, "panel", strong=True, align=PP_ALIGN.CENTER)
