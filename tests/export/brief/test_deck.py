"""The deck: which slides, what they say, and that no figure comes without its origin."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from mission_gui.domain.alternatives import NONE
from mission_gui.domain.errors import UserError
from mission_gui.domain.events import EVENT_NAMES
from mission_gui.domain.facts import Text
from mission_gui.domain.mission import Mission
from mission_gui.export.brief.build import check_slides, deck
from mission_gui.export.brief.deck import Chart, Deck, Figures, Lines, Picture, Slide, Table, Timeline
from mission_gui.export.brief.placing import (
    CAPTION,
    COVER_FOOT,
    COVER_LOGO,
    COVER_TITLE,
    HEIGHT,
    LOGO,
    MARKING_BOTTOM,
    MARKING_TOP,
    PAGE,
    STATEMENT,
    WIDTH,
    caption_size,
    foot,
    foot_size,
    lines,
    placed,
    rows,
    title_size,
)
from mission_gui.export.brief.template import Own, read_template
from mission_gui.theme import THEMES
from tests import canned
from tests.export.brief import decks


def slide(deck: Deck, id: str) -> Slide:
    return next(slide for slide in deck.slides if slide.id == id)


def test_the_usual_briefing_tells_the_whole_return_in_order() -> None:
    ids = [slide.id for slide in decks.usual().slides]
    assert ids == [
        "title", "way_home", "undocking", "flyaround_start", "ignition", "module_separation", "entry_interface",
        "peak_load", "parachutes", "touchdown", "descent", "crew", "landing_zone", "plan", "plan_2",
        "model", "sources",
    ]  # fmt: skip


def test_every_figure_says_how_it_is_known() -> None:
    figures = [
        figure
        for slide in decks.usual().slides
        for block in slide.blocks
        if isinstance(block, Figures)
        for figure in block.figures
    ]
    assert len(figures) > 30
    assert [figure for figure in figures if not (figure.value and figure.label and figure.origin)] == []


def test_every_picture_chart_and_timeline_is_told_in_words() -> None:
    seen = [
        block
        for slide in decks.usual().slides
        for block in slide.blocks
        if isinstance(block, Picture | Chart | Timeline)
    ]
    assert len(seen) >= 13
    assert all(block.alt for block in seen)


def test_an_event_has_its_clock_its_plan_its_notes_and_its_sources() -> None:
    found = slide(decks.usual(), "ignition")
    assert found.title == "Deorbit burn"
    assert found.clock is not None and found.clock.value == "T−00:53:52"
    assert "planned 10:34" in found.subtitle and "on time" in found.subtitle
    assert any("One long burn against the flight" in note for note in found.notes)
    assert any("Planned 10:34" in note for note in found.notes)
    assert [source.title for source in found.sources] == ["Canned data for tests"]
    assert found.moment == "mission-gui://soyuz-ms-19?at=2022-03-30T10:34:11Z"


def test_what_is_assumed_is_never_called_published() -> None:
    figures = [block for block in slide(decks.usual(), "touchdown").blocks if isinstance(block, Figures)][0]
    assert {"published", "place published", "launch to landing, published"} >= {
        figure.origin for figure in figures.figures
    }
    plans = [slide(decks.usual(), id).blocks[0] for id in ("plan", "plan_2")]
    shown = {row[0].text: row[-1].text for plan in plans if isinstance(plan, Table) for row in plan.rows}
    assert shown["Hatch closed"] == "published"
    assert shown["Peak load"] == "modelled"


def test_the_timeline_is_in_order_and_to_scale() -> None:
    timeline = slide(decks.usual(), "way_home").blocks[0]
    assert isinstance(timeline, Timeline)
    times = [stop.t for stop in timeline.stops]
    assert times == sorted(times)
    assert [hour.name for hour in timeline.hours] == ["08:00", "09:00", "10:00", "11:00"]


def test_a_chart_holds_its_peak_and_no_more_points_than_can_be_seen() -> None:
    load = slide(decks.usual(), "descent").blocks[1]
    assert isinstance(load, Chart)
    assert max(load.series[0].y) == pytest.approx(3.8, abs=0.01)
    assert len(load.series[0].x) <= 240
    assert load.series[0].x[-1] == 0.0


def test_the_peak_of_the_entry_is_not_the_jolt_of_a_canopy() -> None:
    flight = decks.TRAJECTORY
    load = flight.channels["load"].copy()
    load[(flight.t > canned.CHUTES + 10) & (flight.t < canned.CHUTES + 12)] = 90.0
    load[flight.t == canned.TOUCHDOWN] = 120.0
    jolted = replace(flight, channels={**flight.channels, "load": load})
    found = deck(decks.MISSION, jolted, replace(NONE, other=jolted), read_template(), decks.said)
    caption = slide(found, "descent").caption
    assert "peaks at 3.80 g (modelled)" in caption and "up to 3.80 g" in caption
    assert caption.endswith("The spikes after it are the parachutes opening and the touchdown.")


def test_the_slides_of_the_words_go_before_the_template() -> None:
    found = decks.made(slides=("crew", "title", "crew", "burn_end"))
    assert [slide.id for slide in found.slides] == ["crew", "title", "burn_end"]


def test_an_event_that_the_flight_has_not_got_is_left_out() -> None:
    assert "reserve_parachute" in EVENT_NAMES
    found = decks.made(slides=("title", "reserve_parachute"))
    assert [slide.id for slide in found.slides] == ["title"]
    with pytest.raises(UserError, match="none of the slides reserve_parachute"):
        decks.made(slides=("reserve_parachute",))


def test_a_slide_that_is_none_is_told_with_what_there_is() -> None:
    with pytest.raises(UserError, match=r"'crw' is no slide: write title, way_home, .* or an event: hatch_closed"):
        check_slides(decks.MISSION, read_template(), ("crw",))


def test_a_flight_without_its_descent_still_has_a_briefing() -> None:
    flight = canned.trajectory(complete=False)
    found = deck(decks.MISSION, flight, NONE, read_template(), decks.said)
    assert "descent" not in [slide.id for slide in found.slides]


def test_an_uncrewed_return_has_no_crew_slide() -> None:
    found = deck(replace(decks.MISSION, crew=()), decks.TRAJECTORY, NONE, read_template(), decks.said)
    assert "crew" not in [slide.id for slide in found.slides]


@pytest.mark.parametrize("theme", THEMES)
def test_a_deck_takes_any_theme(theme: str) -> None:
    assert decks.made(theme=theme).look.theme.name == theme


def test_nothing_leaves_its_slide_and_nothing_lies_on_another() -> None:
    for slide in decks.usual().slides:
        boxes = [box for _, box in placed(slide)]
        for box in boxes:
            assert box.x >= 0 and box.y >= 0
            assert box.x + box.width <= WIDTH + 1e-6 and box.bottom <= HEIGHT + 1e-6
        for i, one in enumerate(boxes):
            for other in boxes[i + 1 :]:
                apart = one.x + one.width <= other.x or one.bottom <= other.y + 1e-6
                assert apart, slide.id


def test_a_picture_has_the_shape_of_its_place() -> None:
    """Else it is cut in one format, and stretched in another."""
    own = Own("own", Text("Own"), (), "map", "ignition"), Own("beside", Text("Own"), (Text("Words"),), "map", "start")
    template = replace(read_template(), own=own, slides=(*read_template().slides, "own", "beside"))
    found = [(slide.id, block.wish, box) for slide in decks.made(template).slides for block, box in placed(slide)
             if isinstance(block, Picture)]  # fmt: skip
    assert {"title", "ignition", "landing_zone", "own", "beside"} <= {id for id, _, _ in found}
    for id, wish, box in found:
        assert wish.width / wish.height == pytest.approx(box.width / box.height, rel=2e-3), id


def test_a_way_home_over_midnight_names_both_days() -> None:
    assert slide(decks.usual(), "way_home").subtitle == "30 March 2022, UTC"
    later = replace(decks.MISSION, epoch=decks.MISSION.epoch + timedelta(hours=14))
    events = tuple(
        replace(event, modelled=event.time and event.time + timedelta(hours=14)) for event in decks.TRAJECTORY.events
    )
    ends = {name: getattr(decks.MISSION, name) + timedelta(hours=14) for name in ("start", "end")}
    found = deck(
        replace(later, **ends), replace(decks.TRAJECTORY, events=events), NONE, read_template(), decks.said
    )  # fmt: skip
    assert slide(found, "way_home").subtitle == "30 March 2022 – 31 March 2022, UTC"


def test_what_stands_at_the_foot_stays_on_its_line() -> None:
    short, long = foot("", "soyuz-ms-19", 3), foot("Для служебного пользования", "soyuz-tma-18m", 12)
    assert (foot_size(short, PAGE), short) == (9.0, "Mission GUI 0.1.0 · soyuz-ms-19 · 3")
    assert 6.5 < foot_size(long, PAGE) < 9.0
    assert lines(long, PAGE.width, foot_size(long, PAGE)) == 1
    boxes = (STATEMENT, LOGO, PAGE)
    assert all(a.x + a.width <= b.x for a, b in pairwise(boxes))
    assert all(box.bottom < MARKING_BOTTOM.y for box in (*boxes, COVER_FOOT, COVER_LOGO))
    assert COVER_LOGO.bottom < COVER_FOOT.y


def test_a_marking_covers_nothing_of_the_picture_on_the_cover() -> None:
    (picture, box), *_ = placed(decks.usual().slides[0], marked=True)
    assert isinstance(picture, Picture)
    assert box.y == MARKING_TOP.height and box.bottom < COVER_TITLE.y


def test_a_table_leaves_room_to_its_caption_and_to_the_foot() -> None:
    for slide in decks.usual().slides:
        for block, box in placed(slide):
            if isinstance(block, Table | Lines):
                assert box.bottom <= (CAPTION.y if slide.caption else STATEMENT.y) - 11, slide.id


def test_a_published_second_is_not_called_unsure_for_the_model() -> None:
    mission, flight = canned.mission(), canned.trajectory()

    def subtitle(id: str, precision: float) -> str:
        events = tuple(
            replace(event, sigma=3.0, actual=tuple(replace(one, precision=precision) for one in event.actual))
            for event in flight.events
        )
        made = deck(mission, replace(flight, events=events), NONE, read_template(), decks.said)
        return slide(made, id).subtitle

    assert "11:28:03 UTC, 30 March 2022 · published" in subtitle("touchdown", 1.0)
    assert "11:28:03 UTC ± 3 s, 30 March 2022 · minute published" in subtitle("touchdown", 60.0)
    assert "± 3 s" in subtitle("peak_load", 1.0)


def test_a_time_that_was_set_has_no_deviation_to_show() -> None:
    flight = canned.trajectory()
    known = tuple(
        replace(event, sigma=0.0 if event.id == "ignition" else 5.0) if event.modelled else event
        for event in flight.events
    )
    found = deck(decks.MISSION, replace(flight, events=known), NONE, read_template(), decks.said)
    figures = slide(found, "model").blocks[0]
    assert isinstance(figures, Figures)
    assert {figure.value for figure in figures.figures} == {"± 5 s"}
    assert "Deorbit burn" not in {figure.label for figure in figures.figures}


def test_a_flight_without_plans_is_not_said_to_keep_them() -> None:
    flight = canned.trajectory()
    unplanned = replace(flight, events=tuple(replace(event, planned=()) for event in flight.events))
    found = deck(decks.MISSION, unplanned, NONE, read_template(), decks.said)
    assert slide(found, "plan").caption == "No event of this flight has both a planned and a reported time."


def test_a_landing_shown_at_the_aim_point_is_no_distance_from_it() -> None:
    def labels(mission: Mission) -> set[str]:
        found = slide(deck(mission, decks.TRAJECTORY, NONE, read_template(), decks.said), "touchdown").blocks[1]
        assert isinstance(found, Figures)
        return {figure.label for figure in found.figures}

    aim = replace(decks.MISSION.landing, provenance=None, name="Aim")
    north = replace(aim, latitude=aim.latitude + 0.01)
    assert "from the aim point" in labels(replace(decks.MISSION, aim_point=north))
    assert "from the aim point" not in labels(replace(decks.MISSION, aim_point=aim))


@pytest.mark.usefixtures("russian")
def test_the_port_is_named_in_the_language_spoken() -> None:
    table = next(block for block in slide(decks.made(), "model").blocks if isinstance(block, Table))
    assert "«Рассвет»" in [row[1].text for row in table.rows]


def test_a_long_title_and_a_long_caption_are_set_smaller() -> None:
    assert title_size("Landing") == 26.0
    assert 13.0 <= title_size("The landing zone, the search forces and the way home from Karaganda to Houston") < 26.0
    assert caption_size("Short.") == 11.5
    assert caption_size("word " * 100) < 11.5


def test_every_table_fits_its_slide() -> None:
    for slide in decks.usual().slides:
        for block, box in placed(slide):
            if isinstance(block, Table):
                assert rows(block, box).height <= box.height + 1e-6, slide.id


@pytest.mark.usefixtures("russian")
def test_a_deck_speaks_russian() -> None:
    found = decks.made()
    assert found.language == "ru"
    assert slide(found, "crew").title == "Экипаж"
    assert slide(found, "touchdown").title == "Посадка"
    latin = [slide.title for slide in found.slides if any("a" <= letter <= "z" for letter in slide.title)]
    assert latin == []


def test_a_slide_shows_the_very_instant_of_its_event_as_a_shot_does() -> None:
    mission, flight = canned.mission(), canned.trajectory()
    times = {event.id: mission.seconds(event.time) for event in flight.events if event.time is not None}
    for id in ("ignition", "peak_load", "touchdown"):
        (picture,) = (block for block in slide(decks.usual(), id).blocks if isinstance(block, Picture))
        assert picture.wish.t == times[id]
