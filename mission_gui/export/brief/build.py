"""Makes a deck: the slides that a template names, in its order. Pure but for the words of the panels."""

from collections.abc import Callable, Sequence

from mission_gui.domain.alternatives import Alternatives
from mission_gui.domain.errors import Finding, MissionFileError, UserError
from mission_gui.domain.events import EVENT_NAMES
from mission_gui.domain.language import spoken
from mission_gui.domain.mission import Mission
from mission_gui.domain.moments import moment
from mission_gui.domain.trajectory import Trajectory
from mission_gui.export.brief.briefing import HALF, WHOLE, Briefing
from mission_gui.export.brief.chart_slides import descent_slide
from mission_gui.export.brief.deck import Block, Cell, Deck, Lines, Slide
from mission_gui.export.brief.event_slides import event_slide, event_slides
from mission_gui.export.brief.opening_slides import title_slide, way_home_slide
from mission_gui.export.brief.origin_slides import model_slide, source_slides
from mission_gui.export.brief.table_slides import crew_slide, landing_zone_slide, plan_slides
from mission_gui.export.brief.template import Own, Template
from mission_gui.export.stamp import SHORT_STATEMENT, Shown, stamp

SLIDES: dict[str, Callable[[Briefing], list[Slide]]] = {
    "title": title_slide,
    "way_home": way_home_slide,
    "events": event_slides,
    "descent": descent_slide,
    "crew": crew_slide,
    "landing_zone": landing_zone_slide,
    "plan": plan_slides,
    "model": model_slide,
}
"""What a template can name, besides events, slides of its own, and `sources`."""

SOURCES = "sources"
"""The slide that tells what all the others rest on."""


def deck(
    mission: Mission,
    trajectory: Trajectory,
    alternatives: Alternatives,
    template: Template,
    words: Callable[[str, float], str],
    theme: str = "",
    slides: Sequence[str] = (),
    marking: str = "",
) -> Deck:
    """The briefing in the language spoken; `slides` and `theme` go before the template's.

    `words` is what a panel says of itself at a mission time. UserError where a slide is not known.
    """
    briefing = Briefing(mission, trajectory, alternatives, template, words)
    wanted = check_slides(mission, template, slides)
    look = template.look(theme)
    shown = Shown(theme=look.theme.name, language=spoken())
    truth = stamp(mission, trajectory, briefing.landing, shown)
    made = {id: _slides(briefing, id) for id in wanted if id != SOURCES}
    used = [reference for group in made.values() for slide in group for reference in slide.sources]
    if SOURCES in wanted:
        made[SOURCES] = source_slides(used, truth)
    found = tuple(slide for id in wanted for slide in made[id])
    if not found:
        raise UserError(f"{mission.id} has none of the slides {', '.join(wanted)}: add title, for one")
    footer = briefing.filled(template.footer)
    return Deck(
        title=briefing.filled(template.title),
        language=spoken(),
        stamp=truth,
        statement=str(truth.basis),
        slides=found,
        look=look,
        footer=footer,
        marking=marking,
        subject=f"{mission.summary}; {SHORT_STATEMENT}",
        keywords=(mission.id, str(mission.name), truth.version),
    )


def check_slides(mission: Mission, template: Template, slides: Sequence[str] = ()) -> tuple[str, ...]:
    """The slides that are wanted, `slides` or else the template's; UserError, before any flight is computed, where one
    of them is no slide, none of the template's own, and no event."""
    wanted = tuple(slides) or template.slides
    own = [slide.id for slide in template.own]
    events = [*EVENT_NAMES, *(event.id for event in mission.events if event.id not in EVENT_NAMES)]
    unknown = [id for id in wanted if id not in (*SLIDES, SOURCES, *own, *events)]
    if unknown:
        what = f"{unknown[0]!r} is no slide"
        remedy = f"write {', '.join((*SLIDES, SOURCES, *own))}, or an event: {', '.join(events)}"
        if not slides:
            raise MissionFileError(template.path, [Finding("slides", what, remedy)])
        raise UserError(f"{what}: {remedy}")
    return tuple(dict.fromkeys(wanted))


def _slides(briefing: Briefing, id: str) -> list[Slide]:
    own = next((slide for slide in briefing.template.own if slide.id == id), None)
    if own is not None:
        return [_own(briefing, own)]
    return SLIDES[id](briefing) if id in SLIDES else event_slide(briefing, id)


def _own(briefing: Briefing, own: Own) -> Slide:
    """A slide of the user's own; MissionFileError names the template where its moment is none."""
    blocks: list[Block] = []
    t = None
    if own.panel:
        try:
            t = moment(briefing.mission, briefing.trajectory, own.at, briefing.mission.end)
        except UserError as error:
            raise MissionFileError(briefing.template.path, [Finding(f"slide {own.id!r}, at", str(error))]) from None
        blocks.append(briefing.picture(own.panel, t, HALF if own.lines else WHOLE))
    if own.lines:
        blocks.append(Lines(tuple(Cell(briefing.filled(line)) for line in own.lines)))
    return Slide(
        id=own.id,
        arrangement="split" if len(blocks) == 2 else "whole",
        title=briefing.filled(own.title),
        blocks=tuple(blocks),
        caption=briefing.words(own.panel, t) if t is not None else "",
        moment=briefing.moment(t) if t is not None else "",
    )
