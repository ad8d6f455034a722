"""The panels of the board by name: to add one, write its file and add a line here."""

from importlib import import_module

from mission_gui.panels.base import Panel

PANELS = {
    "header": "header.Header",
    "countdown": "countdown.Countdown",
    "ground_track": "ground_track.GroundTrack",
    "crew": "crew.CrewRoster",
    "side_tabs": "side_tabs.SideTabs",
    "charts": "charts.Charts",
    "landing_zone": "landing_zone.LandingZone",
    "proximity": "proximity.Proximity",
    "descent": "descent_panel.DescentPanel",
    "timeline": "timeline.Timeline",
}
"""In the order in which Tab goes from one to the next. Each is imported when it is first shown."""


def panel_type(name: str) -> type[Panel]:
    """The class of a panel."""
    return panel_class(PANELS[name])


def panel_class(place: str) -> type[Panel]:
    """The class at a place such as `crew.CrewRoster`."""
    module, title = place.split(".")
    found: type[Panel] = getattr(import_module(f"mission_gui.panels.{module}"), title)
    return found
