"""The rows of a comparison: how the crews came down, where, how long each part took, when, and with whom."""

from collections.abc import Iterator

from mission_gui.physics.comparison_crew import ship_rows
from mission_gui.physics.comparison_descent import descent_rows, landing_rows
from mission_gui.physics.comparison_figures import Flown, Row
from mission_gui.physics.comparison_times import event_rows, span_rows


def rows(flights: tuple[Flown, ...], zeros: tuple[float, ...]) -> Iterator[Row]:
    """Every row of which something is known; `zeros` are the mission times of T = 0, s."""
    parts = (
        descent_rows(flights),
        landing_rows(flights),
        span_rows(flights),
        event_rows(flights, zeros),
        ship_rows(flights),
    )
    return (row for part in parts for row in part if any(cell is not None for cell in row.cells))
