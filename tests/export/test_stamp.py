"""The truth of every file: one value, written and read back, and the words beside it."""

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from mission_gui import __version__
from mission_gui.domain.frame import frame_at
from mission_gui.export.label import label, stamp_in
from mission_gui.export.stamp import STATEMENT, Shown, Stamp, stamp, text_keys
from mission_gui.export.twin import Twin, caption_file, twin
from mission_gui.panels.table import panel_type
from mission_gui.theme import Style
from tests import canned

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
SHOWN = Shown("descent", "", "light", "ru", made="size=1920x1080 & <more>")
WORDS = Twin("A ship over the sea & land.", (("Map", "It is <here>."), ("Crew", "Three aboard.")))


def stamped(t: float = 12669.0, shown: Shown = SHOWN) -> Stamp:
    return stamp(MISSION, TRAJECTORY, t, shown)


def test_a_stamp_is_a_pure_function_of_the_moment() -> None:
    assert stamped() == stamped()
    assert stamped() != stamped(12670.0)


def test_a_stamp_tells_mission_time_utc_phase_version_and_data() -> None:
    made = stamped()
    assert (made.mission, made.t, made.phase, made.version, made.data) == (
        "soyuz-ms-19",
        12669.0,
        "descent_coast",
        __version__,
        "canned",
    )
    assert made.title.en == "Soyuz MS-19 at 2022-03-30T10:52:12Z"
    assert stamped(12669.7).title.en == "Soyuz MS-19 at 2022-03-30T10:52:13Z"
    assert made.sources == MISSION.sources
    assert "06:53 UTC" in made.basis.en and "не телеметрия" in made.basis.ru


@pytest.mark.parametrize(
    ("t", "told"),
    [
        (canned.IGNITION, "Deorbit burn"),
        (canned.IGNITION + 60.0, "Deorbit burn +00:01:00"),
        (MISSION.seconds(MISSION.start), "Hatch closed −00:16:00"),
    ],
)
def test_a_moment_is_named_after_the_event_before_it(t: float, told: str) -> None:
    assert stamped(t).moment.en == told


def test_a_packet_gives_back_the_very_stamp() -> None:
    for t in (12669.0, 0.1 + 0.2):
        made = stamped(t)
        assert stamp_in(b"before" + label(made, WORDS).packet.encode() + b"after") == made


def test_a_packet_is_sound_xml_with_the_alternative_text_in_it() -> None:
    text = label(stamped(), WORDS).packet
    body = text[text.index("<x:xmpmeta") : text.rindex("<?xpacket")]
    said = "".join(ElementTree.fromstring(body).itertext())
    for words in (WORDS.alt, WORDS.text, STATEMENT.en, STATEMENT.ru, "CC BY 4.0"):
        assert words in said


def test_imagery_is_credited_where_it_is_shown() -> None:
    assert "NASA" not in stamped().rights.en
    assert "NASA" in stamped(shown=replace(SHOWN, imagery=True)).rights.en


def test_the_plain_keys_tell_the_truth_too() -> None:
    keys = text_keys(stamped(), WORDS.alt)
    assert keys["Description"] == WORDS.alt
    assert STATEMENT.en in keys["Comment"] and STATEMENT.ru in keys["Disclaimer"]
    assert MISSION.sources[0].title.en in keys["Source"]


@pytest.mark.usefixtures("qapp")
def test_a_twin_says_what_each_panel_says_of_itself() -> None:
    frame = frame_at(MISSION, TRAJECTORY, 12669.0)
    panels = {name: panel_type(name)(Style()) for name in ("header", "ground_track", "countdown")}
    for panel in panels.values():
        panel.load(MISSION, TRAJECTORY)
        panel.show_frame(frame)
    panels["ground_track"].resize(900, 600)
    panels["countdown"].resize(300, 600)
    said = twin(stamped(), panels, frame)
    assert said.alt.endswith(panels["ground_track"].describe(frame))
    assert [heading for heading, _ in said.paragraphs] == ["Flight and clocks", "Ground track", "Countdown"]
    beside = caption_file(stamped(), said)
    assert said.alt in beside and stamped().basis.en in beside
