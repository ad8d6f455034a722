"""What a film tells of itself: the label of its first moment, with the tags that players show."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.film.script import Script
from mission_gui.export.label import label
from mission_gui.export.stamp import SHORT_STATEMENT, STATEMENT, Shown, Stamp, iso, sources_line, stamp
from mission_gui.export.twin import Twin
from mission_gui.export.xmp import Label
from mission_gui.panels import wording

_FILM = Text("{name}: film from {start} to {end} UTC, {statement}", "{name}: фильм с {start} до {end} UTC, {statement}")
_EVENTS = Text("Events", "События")


def film_label(mission: Mission, flight: Trajectory, script: Script, shown: Shown) -> Label:
    """What a film says of itself in the language spoken; its stamp is that of the first frame."""
    first = stamp(mission, flight, script.start, shown)
    last = stamp(mission, flight, script.end, shown)
    told = label(first, _twin(mission, script, first, last))
    return replace(told, keys=_tags(first, last, told.alt))


def _twin(mission: Mission, script: Script, first: Stamp, last: Stamp) -> Twin:
    start, end = (wording.clock_time(moment.utc) for moment in (first, last))
    alt = str(_FILM.format(name=first.name, start=start, end=end, statement=SHORT_STATEMENT))
    return Twin(f"{alt}.", ((str(_EVENTS), "; ".join(_shown(mission, script))),))


def _shown(mission: Mission, script: Script) -> Iterator[str]:
    for t, event in script.events:
        if script.start <= t <= script.end:
            yield f"{wording.clock_time(mission.epoch + timedelta(seconds=t))} {event.name}"


def _tags(first: Stamp, last: Stamp, alt: str) -> dict[str, str]:
    """By their names in the container; of the film's first moment, and its last."""
    return {
        "title": str(first.name),
        "description": f"{alt} {first.basis.en} {first.basis.ru}",
        "comment": f"{STATEMENT.en} / {STATEMENT.ru}",
        "copyright": first.rights.en,
        "encoded_by": f"mission-gui {first.version}",
        "mission": first.mission,
        "mission_time_s": f"{first.t:.3f} {last.t:.3f}",
        "utc": f"{iso(first.utc)} {iso(last.utc)}",
        "data": first.data,
        "sources": sources_line(first),
    }
