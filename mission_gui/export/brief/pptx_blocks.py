"""The blocks of a slide as native shapes of PPTX; each has its alternative text, and lines are marked as decoration."""

from io import BytesIO
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.util import Pt

from mission_gui.export.brief import placing
from mission_gui.export.brief.deck import Cell, Chart, Figures, Lines, Look, Series, Table, Timeline
from mission_gui.export.brief.fan import Fan, laid_out
from mission_gui.export.brief.placing import Box

_COLORS = {
    "text": MSO_THEME_COLOR.TEXT_1,
    "second": MSO_THEME_COLOR.TEXT_2,
    "panel": MSO_THEME_COLOR.BACKGROUND_1,
    "soyuz_text": MSO_THEME_COLOR.ACCENT_1,
    "iss_text": MSO_THEME_COLOR.ACCENT_2,
    "burn": MSO_THEME_COLOR.ACCENT_4,
    "third": MSO_THEME_COLOR.ACCENT_6,
}
_PLAIN_TABLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_DASHES = (MSO_LINE_DASH_STYLE.SOLID, MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.ROUND_DOT)
_SPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_DECORATIVE = (
    f'<a:extLst {_SPACES}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def picture(page: Any, content: bytes, box: Box, alt: str) -> None:
    """A picture that fills its box."""
    made = page.shapes.add_picture(BytesIO(content), *_emu(box))
    made._element.nvPicPr.cNvPr.set("descr", alt)


def figures(page: Any, block: Figures, box: Box, look: Look) -> None:
    """A rule, and below it a text of three lines for each figure."""
    _rule(page.shapes, box.x, box.y, box.x + box.width, box.y, "text", 1.25)
    step = box.width / max(len(block.figures), 1)
    sizes = placing.figure_sizes(block, box)
    for index, (one, (large, middle, small)) in enumerate(zip(block.figures, sizes, strict=True)):
        frame = _text(page.shapes, Box(box.x + index * step, box.y + 4, step - 8, box.height - 4))
        _say(frame.paragraphs[0], one.value, large, "text", font=look.numbers_font)
        _say(frame.add_paragraph(), one.label, middle, "second")
        _say(frame.add_paragraph(), one.origin, small, "third")


def table(page: Any, block: Table, box: Box) -> None:
    """A native table with a header row and a header column."""
    rows = placing.rows(block, box)
    room = Box(box.x, box.y, box.width, rows.height)
    frame = page.shapes.add_table(len(block.rows) + 1, len(block.columns), *_emu(room))
    _alt(frame, block.name)
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
    _say(paragraph, cell.text, size, "second" if head else "text", strong=cell.strong, link=cell.link)
    width, color = (15875, "tx1") if head else (6350, "accent5")
    line = f'<a:lnB {_SPACES} w="{width}"><a:solidFill><a:schemeClr val="{color}"/></a:solidFill></a:lnB>'
    made._tc.get_or_add_tcPr().append(parse_xml(line))


def chart(page: Any, block: Chart, box: Box) -> None:
    """A native scatter chart, its points in a workbook; the moments are a series of their own."""
    make: Any = XyChartData  # without types
    data = make(number_format="General")
    for one in block.series:
        series = data.add_series(one.name)
        for x, y in zip(one.x, one.y, strict=True):
            series.add_data_point(x, y)
    if block.marks:
        events = data.add_series(" · ".join(mark.name for mark in block.marks))
        for mark in block.marks:
            events.add_data_point(round(mark.x, 3), _on(block.series[0], mark.x))
    frame = page.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *_emu(box), data)
    _alt(frame, block.alt)
    made = frame.chart
    made.font.size, made.font.color.theme_color = Pt(10), MSO_THEME_COLOR.TEXT_2
    made.has_title = False
    made.has_legend = True
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    _axis(made.category_axis, block.x_name, grid=False)
    _axis(made.value_axis, block.y_name, grid=True)
    for index, (series, one) in enumerate(zip(made.plots[0].series, block.series, strict=False)):
        series.smooth = False
        series.format.line.width = Pt(2)
        series.format.line.color.theme_color = _COLORS[one.color]
        series.format.line.dash_style = _DASHES[index % len(_DASHES)]
    if block.marks:
        _label(made, block)


def _label(made: Any, block: Chart) -> None:
    """The moments as points with their names, left out of the legend."""
    series = list(made.plots[0].series)[-1]
    series.format.line.fill.background()
    series.smooth = False
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 7
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    series.marker.format.line.color.theme_color = MSO_THEME_COLOR.TEXT_1
    for index, mark in enumerate(block.marks):
        label = series.points[index].data_label
        label.position = XL_LABEL_POSITION.RIGHT
        label.text_frame.text = mark.name
        label.text_frame.paragraphs[0].runs[0].font.size = Pt(9)
    number = len(list(made.plots[0].series)) - 1
    spaces = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    entry = f'<c:legendEntry {spaces}><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
    made.legend._element.insert(1, parse_xml(entry))


def _on(series: Series, x: float) -> float:
    """The value of a curve at a point between its own."""
    after = next((i for i, at in enumerate(series.x) if at >= x), len(series.x) - 1)
    before = max(after - 1, 0)
    span = series.x[after] - series.x[before]
    share = (x - series.x[before]) / span if span else 0.0
    return round(series.y[before] + share * (series.y[after] - series.y[before]), 3)


def _axis(axis: Any, name: str, grid: bool) -> None:
    axis.has_major_gridlines = grid
    axis.has_title = True
    axis.axis_title.text_frame.text = name
    run = axis.axis_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(10), False
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "General", False
    axis.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_6
    if grid:
        axis.minimum_scale = 0
        axis.major_gridlines.format.line.width = Pt(0.5)
        axis.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_5


def timeline(page: Any, block: Timeline, box: Box) -> None:
    """A group of native shapes, which can be taken apart."""
    laid = laid_out(block, box.width, box.height)
    group = page.shapes.add_group_shape()
    group.name = block.alt.partition(":")[0]
    _alt(group, block.alt)
    shapes, axis = group.shapes, box.y + laid.axis
    ends = (box.x + laid.at(block.stops[0].t), box.x + laid.at(block.stops[-1].t))
    _rule(shapes, ends[0], axis, ends[1], axis, "soyuz_text", 4)
    for hour in block.hours:
        x = box.x + laid.at(hour.t)
        _rule(shapes, x, axis - 12, x, axis - 5, "second", 1)
        frame = _text(shapes, Box(x - 30, axis - 30, 60, 16))
        _say(frame.paragraphs[0], hour.name, 11, "second", align=PP_ALIGN.CENTER)
    for stop, x in zip(block.stops, laid.columns, strict=True):
        _stop(shapes, box, laid, stop.t, x)
        frame = _text(shapes, Box(box.x + x - 44, box.y + laid.words - 14, 88, 90))
        _say(frame.paragraphs[0], stop.clock, 14, "soyuz_text", strong=True, align=PP_ALIGN.CENTER)
        for row in laid.wrapped(stop.name):
            _say(frame.add_paragraph(), row, 12, "text", strong=True, align=PP_ALIGN.CENTER)
        _say(frame.add_paragraph(), stop.figure, 11, "second", align=PP_ALIGN.CENTER)


def _stop(shapes: Any, box: Box, laid: Fan, t: float, x: float) -> None:
    start, axis = box.x + laid.at(t), box.y + laid.axis
    _rule(shapes, start, axis, start, axis + 18, "second", 0.75)
    _rule(shapes, start, axis + 18, box.x + x, box.y + laid.fan, "second", 0.75)
    _rule(shapes, box.x + x, box.y + laid.fan, box.x + x, box.y + laid.words - 20, "second", 0.75)
    dot = shapes.add_shape(MSO_SHAPE.OVAL, *_emu(Box(start - 4.5, axis - 4.5, 9, 9)))
    dot.fill.solid()
    dot.fill.fore_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
    dot.line.color.theme_color, dot.line.width = MSO_THEME_COLOR.ACCENT_1, Pt(2)
    _plain(dot)
    _decorate(dot)


def lines(page: Any, block: Lines, box: Box) -> None:
    """Short paragraphs."""
    size = placing.type_of(block, box)
    frame = _text(page.shapes, box)
    for index, cell in enumerate(block.lines):
        paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(size * 0.4)
        _say(paragraph, cell.text, size, "text", strong=cell.strong, link=cell.link)


def banner(page: Any, words: str, box: Box) -> None:
    """A marking across the slide."""
    made = page.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_emu(box))
    made.fill.solid()
    made.fill.fore_color.theme_color = MSO_THEME_COLOR.TEXT_1
    made.line.fill.background()
    _plain(made)
    frame = made.text_frame
    frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    _say(frame.paragraphs[0], words, 10, "panel", strong=True, align=PP_ALIGN.CENTER)


def _text(shapes: Any, box: Box) -> Any:
    frame = shapes.add_textbox(*_emu(box)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def _say(
    paragraph: Any,
    words: str,
    size: float,
    color: str,
    strong: bool = False,
    link: str = "",
    font: str = "",
    align: Any = None,
) -> None:
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(size), strong
    if link:
        run.hyperlink.address = link
    else:
        run.font.color.theme_color = _COLORS[color]
    if font:
        run.font.name = font
    if align is not None:
        paragraph.alignment = align


def _rule(shapes: Any, x1: float, y1: float, x2: float, y2: float, color: str, width: float) -> None:
    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x1), Pt(y1), Pt(x2), Pt(y2))
    _plain(line)
    line.line.color.theme_color, line.line.width = _COLORS[color], Pt(width)
    _decorate(line)


def _plain(shape: Any) -> None:
    """Without the effects of a theme's style."""
    style = shape._element.find("{*}style")
    if style is not None:
        shape._element.remove(style)


def _decorate(shape: Any) -> None:
    """Tells a screen reader to pass over it."""
    next(shape._element.iter("{*}cNvPr")).append(parse_xml(_DECORATIVE))


def _alt(shape: Any, words: str) -> None:
    next(shape._element.iter("{*}cNvPr")).set("descr", words)


def _emu(box: Box) -> tuple[int, int, int, int]:
    return int(Pt(box.x)), int(Pt(box.y)), int(Pt(box.width)), int(Pt(box.height))
