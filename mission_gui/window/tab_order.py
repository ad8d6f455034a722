"""Where Tab goes: through what can take the focus as one reads, and round within what lies on top."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget


def tab_stops(
    top: QWidget, row: float, group_of: Callable[[QWidget], QWidget | None] = lambda _: None
) -> list[QWidget]:
    """What Tab reaches within a widget, in the order in which one reads: by rows, and within each group first.

    `row` is how far apart two things may stand and still be on one row, pixels.
    """
    here = QApplication.focusWidget()  # it may just have been hidden or disabled, and has its place all the same
    grouped: dict[QWidget, list[QWidget]] = {}
    for widget in top.findChildren(QWidget):
        if _takes_tab(widget, top) or widget is here:
            grouped.setdefault(group_of(widget) or widget, []).append(widget)
    groups = in_reading_order(((group, _place(group, top)) for group in grouped), row)
    return [
        widget
        for group in groups
        for widget in in_reading_order(((each, _place(each, top)) for each in grouped[group]), row)
    ]


def in_reading_order(placed: Iterable[tuple[QWidget, QRect]], row: float) -> list[QWidget]:
    """Things by their upper edge, and those on one row from left to right."""
    rows: list[list[tuple[QWidget, QRect]]] = []
    for each in sorted(placed, key=lambda each: each[1].top()):
        if rows and each[1].top() - rows[-1][0][1].top() < row:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [widget for line in rows for widget, _ in sorted(line, key=lambda each: each[1].left())]


def go_on(stops: list[QWidget], forward: bool) -> bool:
    """Gives the focus to the next, round the ends; False where there is none."""
    if not stops:
        return False
    here, step = QApplication.focusWidget(), 1 if forward else -1
    at = stops.index(here) + step if here in stops else (0 if forward else -1)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[at % len(stops)].setFocus(reason)
    return True


def ancestors(widget: QWidget) -> Iterator[QWidget]:
    """What a widget stands in, from the inside out."""
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _takes_tab(widget: QWidget, top: QWidget) -> bool:
    return bool(
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isEnabled()
        and widget.isVisible()
        and widget.window() is top.window()
    )


def _place(widget: QWidget, top: QWidget) -> QRect:
    return QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())
