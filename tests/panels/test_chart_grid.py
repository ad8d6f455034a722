"""The charts' places fill the panel without overlap, whatever its size."""

import pytest
from PySide6.QtCore import QRect

from mission_gui.panels.chart_grid import cells, least_size
from mission_gui.theme import DARK, Style

LOOK = Style(DARK)
ROOMS = [QRect(3, 1, 1214, 139), QRect(3, 1, 774, 92), QRect(3, 1, 400, 139), QRect(3, 1, 1594, 865)]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9, 14])
@pytest.mark.parametrize("stacked", [False, True])
def test_places_lie_within_the_room_and_apart(room: QRect, count: int, stacked: bool) -> None:
    found = cells(count, room, stacked, LOOK)
    assert len(found) == count
    for i, cell in enumerate(found):
        assert room.contains(cell.rect)
        assert cell.width > 20 and cell.height > 5
        assert not any(cell.rect.intersects(other.rect) for other in found[i + 1 :])


def test_a_few_charts_stand_side_by_side_and_share_the_width() -> None:
    found = cells(4, ROOMS[0], False, LOOK)
    assert len({cell.y for cell in found}) == 1
    widths = [cell.width for cell in found]
    assert max(widths) - min(widths) <= 2
    assert found[-1].rect.right() == ROOMS[0].right()


def test_many_charts_or_a_tall_panel_make_more_rows() -> None:
    assert len({cell.y for cell in cells(9, QRect(0, 0, 1200, 400), False, LOOK)}) == 2
    assert len({cell.y for cell in cells(4, ROOMS[3], False, LOOK)}) == 2


def test_stacked_charts_share_one_axis_below_and_one_row_of_names_above() -> None:
    found = cells(3, ROOMS[0], True, LOOK)
    assert len({cell.x for cell in found}) == 1
    assert [cell.marks for cell in found] == [True, False, False]
    assert [cell.times for cell in found] == [False, False, True]
    assert len({cell.margins(LOOK)[0] for cell in found}) == 1


def test_stacked_plots_are_equally_high() -> None:
    found = cells(6, ROOMS[3], True, LOOK)
    plots = [
        cell.height - cell.margins(LOOK)[1] - cell.margins(LOOK)[3] - (LOOK.px(22) if cell.times else 0)
        for cell in found
    ]
    assert max(plots) - min(plots) < 4


def test_a_low_chart_leaves_out_the_names_and_a_narrow_one_breaks_its_reading() -> None:
    assert not any(cell.marks for cell in cells(3, QRect(0, 0, 1200, 90), False, LOOK))
    narrow = cells(4, QRect(0, 0, 480, 139), False, LOOK)
    assert all(cell.narrow and not cell.marks for cell in narrow)
    assert narrow[0].reading(LOOK).height() > cells(3, ROOMS[0], False, LOOK)[0].reading(LOOK).height()


@pytest.mark.parametrize("stacked", [False, True])
def test_every_plot_has_some_height_in_the_smallest_panel(stacked: bool) -> None:
    size = least_size(4, stacked, LOOK)
    for cell in cells(4, QRect(0, 0, size.width(), size.height()), stacked, LOOK):
        _, above, _, below = cell.margins(LOOK)
        assert cell.height - above - below - (LOOK.px(22) if cell.times else 0) > 10
