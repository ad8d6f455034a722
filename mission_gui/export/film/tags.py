"""What a film tells of itself: the tags that players show, and those of a stamp."""

from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.film.script import Script
from mission_gui.export.stamp import STATEMENT, Shown, iso, stamp


def tags(mission: Mission, flight: Trajectory, script: Script, theme: str, language: str) -> dict[str, str]:
    """By their names in the container; of the film's first moment, and its last."""
    first = stamp(mission, flight, script.start, Shown(theme=theme, language=language))
    last = stamp(mission, flight, script.end, first.shown)
    return {
        "title": str(mission.name),
        "description": f"{first.basis.en} {first.basis.ru}",
        "comment": f"{STATEMENT.en} / {STATEMENT.ru}",
        "copyright": first.rights.en,
        "encoded_by": f"mission-gui {first.version}",
        "mission": first.mission,
        "mission_time_s": f"{first.t:.3f} {last.t:.3f}",
        "utc": f"{iso(first.utc)} {iso(last.utc)}",
        "data": first.data,
        "sources": "; ".join(f"{source.title} {source.url}".strip() for source in first.sources),
    }
