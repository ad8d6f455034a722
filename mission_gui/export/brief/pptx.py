"""A briefing as PPTX by python-pptx: native text, tables and charts that can be edited, notes, alternative texts."""

from copy import deepcopy
from datetime import UTC
from io import BytesIO
from typing import Any

from mission_gui.export.brief import placing
from mission_gui.export.brief.deck import Block, Chart, Deck, Figures, Lines, Picture, Pictures, Slide, Table, Timeline
from mission_gui.export.brief.logo import pixels
from mission_gui.export.brief.missing import missing
from mission_gui.export.brief.placing import Box, placed
from mission_gui.export.brief.zips import settled
from mission_gui.export.stamp import PROGRAM, STATEMENT, Stamp, iso, keywords

_MOST = 255
"""Letters of a core property."""
_LANGUAGES = {"en": "en-GB", "ru": "ru-RU"}


def pptx_file(deck: Deck, pictures: Pictures) -> bytes:
    """The whole file; the same deck and pictures give the same bytes. UserError where python-pptx is not installed."""
    try:
        from mission_gui.export.brief.pptx_master import presentation
        from mission_gui.export.brief.pptx_properties import add_properties, tell_program
    except ImportError:
        raise missing("PPTX", "python-pptx") from None
    made = presentation(deck.look)
    for number, slide in enumerate(deck.slides, 1):
        _add(made, deck, slide, number, pictures)
    _describe(made.core_properties, deck)
    add_properties(made, _told(deck.stamp))
    tell_program(made, PROGRAM)
    content = BytesIO()
    made.save(content)
    return settled(content.getvalue(), deck.stamp.utc)


def _describe(properties: Any, deck: Deck) -> None:
    """What is true of the file, in its core properties; the dates are the flight's, so that the bytes stay the same."""
    stamp = deck.stamp
    date = stamp.utc.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    properties.title, properties.subject, properties.author = deck.title[:_MOST], deck.subject[:_MOST], PROGRAM
    properties.last_modified_by, properties.language = PROGRAM, _LANGUAGES[deck.language]
    properties.created = properties.modified = properties.last_printed = date
    properties.identifier, properties.version, properties.revision = stamp.mission, stamp.version, 1
    properties.keywords = "; ".join(keywords(stamp))
    properties.comments = f"{STATEMENT}. {stamp.rights}"[:_MOST]
    properties.category = properties.content_status = ""


def _told(stamp: Stamp) -> dict[str, str]:
    """What is true of the file, each by itself."""
    sources = {
        f"Source {number}": f"{source.title} {source.url}".strip() for number, source in enumerate(stamp.sources, 1)
    }
    return {
        "Mission": stamp.mission,
        "Mission time": f"{stamp.t:.3f} s after undocking",
        "UTC": iso(stamp.utc),
        "Program": PROGRAM,
        "Data": stamp.data,
        "Statement": str(STATEMENT),
        "Rights": str(stamp.rights),
        **sources,
    }


def _add(made: Any, deck: Deck, slide: Slide, number: int, pictures: Pictures) -> None:
    from mission_gui.export.brief import pptx_master as master

    cover = slide.arrangement == "title"
    page = made.slides.add_slide(made.slide_layouts[master.COVER if cover else master.SLIDE])
    holders = {holder.placeholder_format.idx: holder for holder in page.placeholders}
    names = {holder.placeholder_format.idx: holder.name for holder in page.slide_layout.placeholders}
    texts = {
        0: slide.title,
        1 if cover else master.SUBTITLE: slide.subtitle,
        master.CLOCK: slide.clock.value if slide.clock else "",
        master.CLOCK_LABEL: slide.clock.label if slide.clock else "",
        master.CAPTION: slide.caption,
    }
    sizes = {0: placing.title_size(slide.title, cover), master.CAPTION: placing.caption_size(slide.caption)}
    usual = {0: 40.0 if cover else 26.0, master.CAPTION: 11.5}
    for index, holder in holders.items():
        if words := texts.get(index, ""):
            holder.name = names[index]
            holder.text_frame.text = words
            if sizes.get(index, 0.0) < usual.get(index, 0.0):
                _resize(holder, sizes[index])
        else:
            holder._element.getparent().remove(holder._element)
    for block, box in placed(slide, bool(deck.marking)):
        _draw(page, deck, block, box, pictures)
    if slide.caption and master.CAPTION in holders:
        # What is read last stands last.
        page.shapes._spTree.append(holders[master.CAPTION]._element)
    _foot(page, deck, number, cover)
    _logo(page, deck, cover)
    _marking(page, deck)
    _note(page, slide)
    _speak(page, _LANGUAGES[deck.language])


def _resize(holder: Any, size: float) -> None:
    """A text that is too long for the type size of its layout."""
    for run in holder.text_frame.paragraphs[0].runs:
        run._r.get_or_add_rPr().set("sz", str(round(size * 100)))


def _draw(page: Any, deck: Deck, block: Block, box: Box, pictures: Pictures) -> None:
    from mission_gui.export.brief import pptx_blocks as blocks
    from mission_gui.export.brief.pptx_charts import chart

    match block:
        case Picture():
            blocks.picture(page, pictures[block.wish], box, block.alt)
        case Figures():
            blocks.figures(page, block, box, deck.look)
        case Table():
            blocks.table(page, block, box)
        case Chart():
            chart(page, block, box)
        case Timeline():
            blocks.timeline(page, block, box)
        case Lines():
            blocks.lines(page, block, box)


def _foot(page: Any, deck: Deck, number: int, cover: bool) -> None:
    """The statement and the number of the slide, which python-pptx does not take over from the layout."""
    for holder in page.slide_layout.placeholders:
        kind = holder.placeholder_format.idx
        if kind not in (11, 12):
            continue
        shape = deepcopy(holder._element)
        page.shapes._spTree.append(shape)
        made = page.shapes[-1]
        made._element.nvSpPr.cNvPr.set("id", str(_free_id(page)))
        if kind == 11:
            made.text_frame.text = " ".join(filter(None, (deck.statement, deck.footer if cover else "")))
            if not cover:
                _fit_foot(made, placing.foot_size(deck.statement, placing.STATEMENT))
            continue
        words = placing.foot(deck.footer, deck.stamp.mission, number)
        run = made.text_frame.paragraphs[0].add_run()
        run.text = words.removesuffix(str(number))
        paragraph = made.text_frame.paragraphs[0]._p
        paragraph.insert(0, run._r)
        next(paragraph.iter("{*}fld")).find("{*}t").text = str(number)
        _fit_foot(made, placing.foot_size(words, placing.PAGE))


def _fit_foot(holder: Any, size: float) -> None:
    """The number of the slide is a field, with a type size of its own."""
    if size < placing.FOOT_TYPE:
        _resize(holder, size)
        for field in holder._element.iter("{*}fld"):
            field.find("{*}rPr").set("sz", str(round(size * 100)))


def _free_id(page: Any) -> int:
    """A number that no shape of the slide has."""
    return 1 + max(int(shape.get("id")) for shape in page._element.iter("{*}cNvPr"))


def _logo(page: Any, deck: Deck, cover: bool) -> None:
    from mission_gui.export.brief import pptx_blocks as blocks

    logo = deck.look.logo
    if logo is None:
        return
    room = placing.COVER_LOGO if cover else placing.LOGO
    blocks.picture(page, pixels(logo), placing.fitted(room, logo.width / logo.height), logo.alt)


def _marking(page: Any, deck: Deck) -> None:
    from mission_gui.export.brief import pptx_blocks as blocks

    if deck.marking:
        for box in (placing.MARKING_TOP, placing.MARKING_BOTTOM):
            blocks.banner(page, deck.marking, box)


def _note(page: Any, slide: Slide) -> None:
    told = [*slide.notes]
    told += [f"{source.title} {source.url}".strip() for source in slide.sources]
    told += [slide.moment] if slide.moment else []
    if told:
        page.notes_slide.notes_text_frame.text = "\n".join(told)


def _speak(page: Any, language: str) -> None:
    """The language of every text, so that it is read aloud and checked in it."""
    pages = [page._element] + ([page.notes_slide._element] if page.has_notes_slide else [])
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for element in pages:
        for run in element.iter(f"{a}r", f"{a}fld"):
            properties = run.find(f"{a}rPr")
            if properties is None:
                properties = run.makeelement(f"{a}rPr", {})
                run.insert(0, properties)
            properties.set("lang", language)
