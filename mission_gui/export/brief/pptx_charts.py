"""Charts of PPTX: native ones, with their figures in a workbook, which can be edited."""

from math import floor
from typing import Any

from pptx.chart.data import XyChartData
from pptx.enum.chart import (
    XL_AXIS_CROSSES,
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Pt

from mission_gui.export.brief.axes import axes
from mission_gui.export.brief.deck import Chart
from mission_gui.export.brief.placing import Box
from mission_gui.export.brief.pptx_shapes import COLORS, emu, tell

_BESIDE, _ROUND = 60.0, 100.0
"""Points that tick labels, titles and the legend take of a chart's width and height."""
_DASHES = (MSO_LINE_DASH_STYLE.SOLID, MSO_LINE_DASH_STYLE.DASH, MSO_LINE_DASH_STYLE.ROUND_DOT)


def chart(page: Any, block: Chart, box: Box) -> None:
    """A native scatter chart, its points in a workbook; each moment is a series of two points."""
    make: Any = XyChartData  # without types
    data = make(number_format="General")
    for one in block.series:
        series = data.add_series(one.name)
        for x, y in zip(one.x, one.y, strict=True):
            series.add_data_point(x, y)
    deep = box.height - _ROUND
    found = axes(block, box.width - _BESIDE, deep)
    for mark, row in zip(block.marks, found.rows, strict=True):
        moment, x = data.add_series(mark.name), round(mark.x, 3)
        moment.add_data_point(x, found.bottom)
        moment.add_data_point(x, round(found.height(row, deep), 3))
    frame = page.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS, *emu(box), data)
    tell(frame, block.alt)
    made = frame.chart
    made.font.size, made.font.color.theme_color = Pt(10), MSO_THEME_COLOR.TEXT_2
    made.has_title = False
    made.has_legend = True
    made.legend.position, made.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    # Ticks are counted from the lower end, which so has to be one.
    start = floor(found.left / found.x_step) * found.x_step
    _axis(made.category_axis, block.x_name, (start, found.right, found.x_step))
    _axis(made.value_axis, block.y_name, (found.bottom, found.top, found.y_step))
    _grid(made.value_axis)
    for index, (series, one) in enumerate(zip(made.plots[0].series, block.series, strict=False)):
        series.smooth = False
        series.format.line.width = Pt(2)
        series.format.line.color.theme_color = COLORS[one.color]
        series.format.line.dash_style = _DASHES[index % len(_DASHES)]
    for index, mark in enumerate(block.marks):
        _moment(made, len(block.series) + index, mark.name)
        _leave_out(made.legend, len(block.series) + index, 1 + index)


def _moment(made: Any, number: int, name: str) -> None:
    """A thin line with its name at the left of its upper end."""
    series = made.plots[0].series[number]
    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.width, series.format.line.dash_style = Pt(0.75), MSO_LINE_DASH_STYLE.ROUND_DOT
    series.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_6
    label = series.points[1].data_label
    label.position = XL_LABEL_POSITION.LEFT
    label.text_frame.text = name
    label.text_frame.paragraphs[0].runs[0].font.size = Pt(10)


def _leave_out(legend: Any, number: int, place: int) -> None:
    """Keeps a series out of the legend; entries stand second in it, in their order."""
    spaces = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    entry = f'<c:legendEntry {spaces}><c:idx val="{number}"/><c:delete val="1"/></c:legendEntry>'
    legend._element.insert(place, parse_xml(entry))


def _axis(axis: Any, name: str, ends: tuple[float, float, float]) -> None:
    """An axis from end to end with ticks at a step, and the other one at its lower end."""
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = ends
    axis.crosses = XL_AXIS_CROSSES.MINIMUM
    axis.has_major_gridlines = False
    axis.has_title = True
    axis.axis_title.text_frame.text = name
    run = axis.axis_title.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(10), False
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "General", False
    axis.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_6


def _grid(axis: Any) -> None:
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.width = Pt(0.5)
    axis.major_gridlines.format.line.color.theme_color = MSO_THEME_COLOR.ACCENT_5
