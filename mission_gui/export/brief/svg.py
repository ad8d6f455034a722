"""Charts and timelines as SVG: one picture for the formats that have no charts of their own."""

from collections.abc import Callable, Iterator, Sequence
from html import escape

from mission_gui.export.brief.axes import Axes, axes, ticks
from mission_gui.export.brief.deck import Chart, Series, Timeline
from mission_gui.export.brief.fan import laid_out
from mission_gui.panels.wording import number
from mission_gui.theme import SANS, Theme

Place = Callable[[float, float], tuple[float, float]]
"""A point of a chart's axes in the picture."""

_LEFT, _RIGHT, _TOP, _FOOT = 44.0, 14.0, 30.0, 40.0
_DASHES = ("", "6 4", "2 3")
"""Curves are told apart without their colours too."""


def chart_svg(chart: Chart, theme: Theme, width: float, height: float) -> str:
    """A chart of that many points, with its words as title; text stays text."""
    inner, deep = width - _LEFT - _RIGHT, height - _TOP - _FOOT
    found = axes(chart, inner, deep)

    def place(x: float, y: float) -> tuple[float, float]:
        across, up = (x - found.left) / (found.right - found.left), (y - found.bottom) / (found.top - found.bottom)
        return _LEFT + across * inner, _TOP + (1 - up) * deep

    parts = [
        *_grid(chart, theme, place, found),
        *(_curve(one, theme, place, index) for index, one in enumerate(chart.series)),
        *_marks(chart, theme, place, found, deep),
        *_legend(chart, theme),
    ]
    return _whole(parts, width, height, chart.name, chart.alt)


def _whole(parts: Sequence[str], width: float, height: float, name: str, alt: str) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'width="{width:g}" height="{height:g}" font-family="{SANS}, system-ui, sans-serif" font-size="11">'
    )
    return "\n".join([head, f"<title>{escape(name)}</title>", f"<desc>{escape(alt)}</desc>", *parts, "</svg>"])


def _text(x: float, y: float, words: str, color: str, anchor: str = "start", more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{color}" text-anchor="{anchor}"{more}>{escape(words)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, color: str, width: float = 1.0, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        f'stroke="{color}" stroke-width="{width:g}"{dashed}/>'
    )


def _grid(chart: Chart, theme: Theme, place: Place, found: Axes) -> Iterator[str]:
    values = ticks(found.bottom, found.top, found.y_step)
    decimals = 0 if all(value == round(value) for value in values) else 1
    for value in values:
        (x1, y), (x2, _) = place(found.left, value), place(found.right, value)
        yield _line(x1, y, x2, y, theme.line, 1.5 if value == 0 else 0.75)
        yield _text(x1 - 6, y + 4, number(value, decimals), theme.second, "end")
    for value in ticks(found.left, found.right, found.x_step):
        x, y = place(value, found.bottom)
        yield _line(x, y, x, y + 4, theme.second)
        yield _text(x, y + 17, number(value), theme.second, "middle")
    x, y = place((found.left + found.right) / 2, found.bottom)
    yield _text(x, y + 33, chart.x_name, theme.second, "middle")


def _marks(chart: Chart, theme: Theme, place: Place, found: Axes, deep: float) -> Iterator[str]:
    """Moments as dashed lines, each with its name at the left of its upper end, above all curves."""
    halo = f' stroke="{theme.panel}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
    for mark, row in zip(chart.marks, found.rows, strict=True):
        x, foot = place(mark.x, found.bottom)
        _, y = place(mark.x, found.height(row, deep))
        yield _line(x, foot, x, y - 5, theme.third, 0.75, "2 3")
        yield _text(x - 4, y + 4, mark.name, theme.second, "end", halo)


def _curve(one: Series, theme: Theme, place: Place, index: int) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(x, y) for x, y in zip(one.x, one.y, strict=True)))
    dashed = f' stroke-dasharray="{dashes}"' if (dashes := _DASHES[index % len(_DASHES)]) else ""
    color = getattr(theme, one.color)
    return f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"{dashed}/>'


def _legend(chart: Chart, theme: Theme) -> Iterator[str]:
    yield _text(0, 12, chart.y_name, theme.text, more=' font-weight="600"')
    x = _LEFT + 90
    for index, one in enumerate(chart.series):
        color = getattr(theme, one.color)
        yield _line(x, 8, x + 22, 8, color, 2, _DASHES[index % len(_DASHES)])
        yield _text(x + 28, 12, one.name, color)
        x += 28 + 7 * len(one.name) + 16


def timeline_svg(timeline: Timeline, theme: Theme, width: float, height: float) -> str:
    """The way to scale, its stops fanned out below."""
    parts: list[str] = []
    laid = laid_out(timeline, width, height)
    axis = laid.axis
    parts.append(_line(laid.at(timeline.stops[0].t), axis, laid.at(timeline.stops[-1].t), axis, theme.soyuz, 4))
    for hour in timeline.hours:
        x = laid.at(hour.t)
        parts.append(_line(x, axis - 12, x, axis - 5, theme.second))
        parts.append(_text(x, axis - 18, hour.name, theme.second, "middle"))
    for stop, x in zip(timeline.stops, laid.columns, strict=True):
        start = laid.at(stop.t)
        points = (
            f"{start:.1f},{axis:.1f} {start:.1f},{axis + 18:.1f} {x:.1f},{laid.fan:.1f} {x:.1f},{laid.words - 20:.1f}"
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{theme.second}" stroke-width="0.75"/>')
        circle = f'<circle cx="{start:.1f}" cy="{axis:.1f}" r="4.5" fill="{theme.panel}"'
        parts.append(f'{circle} stroke="{theme.soyuz_text}" stroke-width="2"/>')
        parts.append(_text(x, laid.words, stop.clock, theme.soyuz_text, "middle", ' font-size="14" font-weight="600"'))
        for row, words in enumerate(laid.wrapped(stop.name)):
            weight = ' font-size="12" font-weight="600"'
            parts.append(_text(x, laid.words + 20 + 15 * row, words, theme.text, "middle", weight))
        parts.append(_text(x, laid.words + 56, stop.figure, theme.second, "middle", ' font-size="12"'))
    return _whole(parts, width, height, timeline.alt.partition(":")[0], timeline.alt)
