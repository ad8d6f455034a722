"""Charts of PPTX: native ones, with their figures in a workbook, which can be edited."""

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
from pptx.oxml import parse_xml
from pptx.util import Pt

from mission_gui.export.brief.deck import Chart, Series
from mission_gui.export.brief.placing import Box
from mission_gui.export.brief.pptx_shapes import COLORS, emu, tell

_DASHES = (MSO_LINE_DASH_STYLE.SOLID, MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.ROUND_DOT)


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
    frame = page.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *emu(box), data)
    tell(frame, block.alt)
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
        series.format.line.color.theme_color = COLORS[one.color]
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
