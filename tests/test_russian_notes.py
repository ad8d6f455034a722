"""Whatever a mission tells is told in Russian on a Russian board: notes, statements, reports, tips, briefings."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from html import unescape

import pytest

from mission_gui.domain.alternatives import NONE
from mission_gui.domain.facts import GeoPoint, Provenance, Source, Text
from mission_gui.domain.frame import frame_at
from mission_gui.domain.mission import Mission
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.brief.build import deck
from mission_gui.export.brief.deck import Deck, Reference
from mission_gui.export.brief.template import read_template
from mission_gui.missionfile import missions
from mission_gui.missionfile.kept import read_limits, read_outline
from mission_gui.panels import crew_tips, header_text
from mission_gui.panels.card_html import card_html, fallback_html
from mission_gui.panels.comparison_words import tip
from mission_gui.panels.coverage import window_line
from mission_gui.panels.crew_text import members
from mission_gui.panels.marks import State
from mission_gui.panels.provenance import told
from mission_gui.panels.proximity_words import part_tip, whence, zone_tip
from mission_gui.panels.recovery import recovery_lines
from mission_gui.panels.sequence import explain
from mission_gui.resources import resource
from mission_gui.theme import Style
from tests import canned, returns

MISSIONS = missions()
WORD, CYRILLIC = re.compile(r"[a-z]{3,}"), re.compile("[А-Яа-яЁё]")
SENTENCE = re.compile(r"\b[A-Za-z][a-z]+ [a-z]{2,} [a-z]{2,}")
QUOTED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|https?://\S+")
"""What stays as it was printed: addresses, and the names of publications in brackets."""
OURS = ("general", "derived", "study", "comparison")
"""Sources that are no publications: what they are called is a sentence of the program's authors."""


def english_in(text: str, quoted: tuple[str, ...] = ()) -> list[str]:
    """The lines of a text that are not Russian, titles of publications left out."""
    found = []
    for whole in text.split("\n"):
        line = whole
        for title in sorted(quoted, key=len, reverse=True):
            line = line.replace(title, "")
        bare = QUOTED.sub("", line)
        if SENTENCE.search(bare) or (WORD.search(bare) and not CYRILLIC.search(line)):
            found.append(whole)
    return found


def texts(value: object) -> Iterator[Text]:
    """Every text in a value in both languages, but the titles of publications."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Source):
        if value.id in OURS:
            yield value.title
    elif isinstance(value, Provenance):
        yield value.note
    elif isinstance(value, tuple | list):
        for entry in value:
            yield from texts(entry)
    elif isinstance(value, dict):
        yield from texts(list(value.values()))
    elif is_dataclass(value):
        yield from texts([getattr(value, one.name) for one in fields(value)])


@cache
def shared() -> frozenset[str]:
    """What the publications are called that the files of vehicles and ground stations cite."""
    files = [file for folder in ("vehicles", "stations") for file in resource(folder).glob("*.toml")]
    cited = [source for file in files for source in tomllib.loads(file.read_text(encoding="utf-8"))["sources"].values()]
    return frozenset(source["title"] for source in cited if isinstance(source["title"], str))


def titles(mission: Mission) -> tuple[str, ...]:
    """What publications are called."""
    cited = {one.title for one in mission.sources if one.id not in OURS}
    cited |= {source.title for person in mission.crew for source in person.sources if source.id not in OURS}
    cited |= {source.title for record in mission.records for source in record.sources}
    return (*shared(), *map(str, cited))


def flight(mission: Mission) -> Trajectory:
    """A flight with the mission's events; where it goes does not matter for what is told."""
    return replace(canned.trajectory(), events=mission.events)


def sentences(told_by: object) -> Iterator[str]:
    """Every string of more than one word in a deck, but for the publications and the addresses."""
    if isinstance(told_by, str):
        if " " in told_by and not told_by.startswith("mission-gui:"):
            yield told_by
    elif isinstance(told_by, tuple | list):
        for entry in told_by:
            yield from sentences(entry)
    elif is_dataclass(told_by) and not isinstance(told_by, Reference):
        kept = [one.name for one in fields(told_by) if one.name not in ("stamp", "theme", "fonts", "wish")]
        yield from sentences([getattr(told_by, name) for name in kept])


def one_by_one() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("mission", MISSIONS, ids=[mission.id for mission in MISSIONS])


@one_by_one()
def test_every_text_of_a_mission_has_its_russian(mission: Mission) -> None:
    english = [text.en for text in texts(mission) if WORD.search(text.en) and not CYRILLIC.search(text.ru)]
    assert english == []


@one_by_one()
def test_what_the_board_tells_of_a_mission_is_russian(mission: Mission, russian: None) -> None:
    flown, day = flight(mission), mission.epoch.date()
    frame = frame_at(mission, flown, 5000.0)
    crew = members(mission, flown)
    shown = [
        re.sub("<[^>]*>", "\n", unescape(fallback_html(mission, Style()))),
        *(re.sub("<[^>]*>", "\n", unescape(card_html(card, Style()))) for card in mission.cards),
        *(explain(event, State.DONE, day) for event in mission.events),
        *(crew_tips.explain(member, frame.utc) for member in crew),
        crew_tips.measures(crew, frame.utc),
        header_text.mission_told(mission),
        header_text.reconstructed(mission),
        whence(mission, frame),
        *(told(origin) for origin in origins(mission)),
        *(line.tip() for line in recovery_lines(mission, flown, frame) if line.tip),
        *(line.tip() for window in mission.coverage if (line := window_line(mission, window, frame.utc)).tip),
    ]
    assert len(shown) > 10
    assert [line for text in shown for line in english_in(text, titles(mission))] == []


def origins(mission: Mission) -> Iterator[Provenance]:
    """Where the figures of the departure, the descent and the places come from."""
    yield from mission.descent.provenance.values()
    yield from mission.vehicle.provenance.values()
    places: list[GeoPoint] = [mission.aim_point, mission.landing, *mission.places]
    places += [station.position for station in mission.stations]
    yield from (place.provenance for place in places if place.provenance)
    turned = mission.departure.attitude
    yield from (origin for origin in (mission.departure.port_origin, turned and turned.provenance) if origin)


@one_by_one()
def test_a_briefing_of_a_mission_is_russian(mission: Mission, russian: None) -> None:
    made: Deck = deck(mission, flight(mission), NONE, read_template(), lambda panel, t: "Картина")
    slides = [slide for slide in made.slides if not slide.id.startswith("sources")]
    shown = list(sentences(slides))
    assert len(shown) > 40
    assert [line for text in shown for line in english_in(text, titles(mission))] == []


def test_a_comparison_tells_in_russian_how_each_figure_is_known(russian: None) -> None:
    comparison = returns.ballistic()
    quoted = tuple(title for flown in comparison.flights for title in titles(flown.mission))
    shown = [tip(row, cell) for row in comparison.rows for cell in row.cells]
    assert [line for text in shown for line in english_in(text, quoted)] == []


def test_the_station_and_the_limits_tell_their_origins_in_russian(russian: None) -> None:
    outline, limits = read_outline(resource("station/outline.toml")), read_limits(resource("limits/soyuz.toml"))
    known = [part.provenance for part in outline.parts] + [zone.provenance for zone in outline.zones]
    known += [limit.provenance for limit in limits]
    quoted = tuple(str(origin.source) for origin in known)
    shown = [part_tip(part, outline.placement) for part in outline.parts] + list(map(zone_tip, outline.zones))
    shown += [told(limit.provenance) for limit in limits]
    assert [line for text in shown for line in english_in(text, quoted)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Docked there on 1 April 2006", True),
        ("Факт 07:21: the port is good to 3 m", True),
        ("outlier", True),
        ("Взлёт 07:21 (Space.com: Soyuz lands in the steppe)", False),
        ("Kosmosnews: retour sur Terre de Soyouz", False),
        ("https://example.org/a-soyuz-came-down", False),
        ("ТМА-11 по SGP4, V-bar и R-bar", False),
    ],
)
def test_what_counts_as_english(text: str, found: bool) -> None:
    assert bool(english_in(text, ("Kosmosnews: retour sur Terre de Soyouz",))) is found
