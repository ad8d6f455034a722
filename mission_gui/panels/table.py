"""The panels of the board by name: to add one, write its file and add a line here."""

from mission_gui.panels.base import Panel
from mission_gui.panels.charts import Charts
from mission_gui.panels.countdown import Countdown
from mission_gui.panels.crew import CrewRoster
from mission_gui.panels.descent_panel import DescentPanel
from mission_gui.panels.ground_track import GroundTrack
from mission_gui.panels.header import Header
from mission_gui.panels.landing_zone import LandingZone
from mission_gui.panels.proximity import Proximity
from mission_gui.panels.side_tabs import SideTabs
from mission_gui.panels.timeline import Timeline

PANELS: dict[str, type[Panel]] = {
    "header": Header,
    "countdown": Countdown,
    "ground_track": GroundTrack,
    "crew": CrewRoster,
    "side_tabs": SideTabs,
    "charts": Charts,
    "landing_zone": LandingZone,
    "proximity": Proximity,
    "descent": DescentPanel,
    "timeline": Timeline,
}
"""In the order in which Tab goes from one to the next."""
