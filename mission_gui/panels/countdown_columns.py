"""What the columns of the countdown's list show: plan and fact, or T− and T+ of every event."""

from enum import StrEnum
from math import floor

from mission_gui.domain.facts import Text
from mission_gui.panels.wording import countdown
from mission_gui.panels.zero import since


class Columns(StrEnum):
    """The choices, in the order in which they follow each other."""

    PLAN = "plan"
    ZERO = "zero"
    NOW = "now"


COLUMN_NAMES: dict[Columns, Text] = {
    Columns.PLAN: Text("Planned, actual, difference", "План, факт, разница"),
    Columns.ZERO: Text("Time, T− and T+ from the zero", "Время, T− и T+ от нуля"),
    Columns.NOW: Text("Time, T− and T+ from now", "Время, T− и T+ от настоящего"),
}

NOTES: dict[Columns, tuple[Text, ...]] = {
    Columns.PLAN: (
        Text("planned · actual · difference", "план · факт · разница"),
        Text("plan · actual · difference", "план · факт · разн."),
        Text("plan · actual · diff.", "план · факт"),
    ),
    Columns.ZERO: (
        Text("time · T from {zero}", "время · T: {zero}"),
        Text("T from {zero}", "T: {zero}"),
        Text("T", "T"),
    ),
    Columns.NOW: (
        Text("time · T of each event", "время · T до событий"),
        Text("T of each event", "T до событий"),
        Text("T", "T"),
    ),
}
"""What stands beside the heading, the long wording first."""


def next_columns(columns: Columns) -> Columns:
    """The choice after this one."""
    order = list(Columns)
    return order[(order.index(columns) + 1) % len(order)]


def counted(columns: Columns, time: float | None, zero: float, now: float) -> str:
    """T of an event: from the zero to it, or from it to now, as the big countdown says; nothing without a time."""
    if time is None or columns is Columns.PLAN:
        return ""
    return since(time, zero) if columns is Columns.ZERO else countdown(floor(now - time))
