"""A briefing as one HTML file that needs nothing else: pictures inside, style inline, no script."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import fields
from html import escape

from mission_gui.export.brief.contrast import luminance
from mission_gui.export.brief.deck import (
    Block,
    Chart,
    Deck,
    Figures,
    Lines,
    Logo,
    Picture,
    Pictures,
    Slide,
    Table,
    Timeline,
)
from mission_gui.export.brief.logo import LOGO_KINDS
from mission_gui.export.brief.svg import chart_svg, timeline_svg
from mission_gui.export.stamp import PROGRAM, STATEMENT, iso, keywords, sources_line
from mission_gui.language import translate
from mission_gui.resources import resource
from mission_gui.theme import Theme

_CHART, _TIMELINE = (560.0, 400.0), (1120.0, 330.0)
_STACKS = 4
"""Columns from which on a table's rows stand one below the other on a phone."""


def html_file(deck: Deck, pictures: Pictures) -> bytes:
    """The whole file; the same deck and pictures give the same bytes."""
    skip = translate("Brief", "To the first slide")
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{deck.language}">',
        *_head(deck),
        "<body>",
        f'<a class="skip" href="#{deck.slides[0].id}">{skip}</a>',
        *([f'<header class="marking"><p>{escape(deck.marking)}</p></header>'] if deck.marking else []),
        *_contents(deck),
        "<main>",
        *(part for number, slide in enumerate(deck.slides) for part in _section(deck, slide, number, pictures)),
        "</main>",
        *_foot(deck),
        "</body>",
        "</html>",
    ]
    return ("\n".join(parts) + "\n").encode()


def _head(deck: Deck) -> Iterator[str]:
    theme = deck.look.theme
    names = (field.name for field in fields(Theme) if str(getattr(theme, field.name)).startswith("#"))
    colors = " ".join(f"--{name}: {getattr(theme, name)};" for name in names)
    scheme = "dark" if luminance(theme.panel) < 0.2 else "light"
    yield '<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(deck.title)}</title>"
    for name, content in _truth(deck).items():
        yield f'<meta name="{name}" content="{escape(content)}">'
    css = resource("briefs/brief.css").read_text(encoding="utf-8")
    yield f"<style>\n:root {{ --scheme: {scheme}; {colors} }}\n{css}</style>\n</head>"


def _truth(deck: Deck) -> dict[str, str]:
    """What is true of the file, by the names of Dublin Core where it has one."""
    stamp = deck.stamp
    return {
        "generator": PROGRAM,
        "description": deck.subject,
        "keywords": ", ".join(keywords(stamp)),
        "dcterms.identifier": stamp.mission,
        "dcterms.date": iso(stamp.utc),
        "dcterms.provenance": str(STATEMENT),
        "dcterms.rights": str(stamp.rights),
        "dcterms.source": sources_line(stamp),
        "mission-gui.data": stamp.data,
    }


def _contents(deck: Deck) -> Iterator[str]:
    name = translate("Brief", "Slides")
    yield f'<nav aria-label="{name}"><ol>'
    for slide in deck.slides:
        yield f'<li><a href="#{slide.id}">{escape(slide.title)}</a></li>'
    yield "</ol></nav>"


def _section(deck: Deck, slide: Slide, number: int, pictures: Pictures) -> Iterator[str]:
    heading = "h1" if number == 0 else "h2"
    yield f'<section id="{slide.id}" class="{"cover" if slide.arrangement == "title" else "slide"}" '
    yield f'aria-labelledby="{slide.id}-title">'
    yield f'<div class="head"><div><{heading} id="{slide.id}-title">{escape(slide.title)}</{heading}>'
    yield f'<p class="sub">{escape(slide.subtitle)}</p></div>' if slide.subtitle else "</div>"
    if slide.clock:
        yield f'<p class="clock">{escape(slide.clock.value)}<small>{escape(slide.clock.label)}</small></p>'
    yield "</div>"
    beside = slide.arrangement in ("pair", "split")
    yield f'<div class="{slide.arrangement}">' if beside else "<div>"
    for block in slide.blocks:
        yield from _block(deck, block, pictures)
    yield "</div>"
    if slide.caption:
        yield f'<p class="caption">{escape(slide.caption)}</p>'
    yield from _notes(slide)
    yield "</section>"


def _notes(slide: Slide) -> Iterator[str]:
    if not (slide.notes or slide.sources or slide.moment):
        return
    name = translate("Brief", "Notes and sources")
    yield f"<details><summary>{name}</summary>"
    yield from (f"<p>{escape(note)}</p>" for note in slide.notes)
    if slide.sources:
        yield "<ul>"
        yield from (f"<li>{_linked(source.title, source.url)}</li>" for source in slide.sources)
        yield "</ul>"
    if slide.moment:
        leads = translate("Brief", "Open the board at this moment")
        yield f"<p>{_linked(leads, slide.moment)}</p>"
    yield "</details>"


def _linked(text: str, url: str) -> str:
    return f'<a href="{escape(url)}">{escape(text)}</a>' if url else escape(text)


def _block(deck: Deck, block: Block, pictures: Pictures) -> Iterator[str]:
    theme = deck.look.theme
    match block:
        case Picture():
            yield _picture(block, pictures[block.wish])
        case Chart():
            yield _scrolled(chart_svg(block, theme, *_CHART), block.name, "chart")
        case Timeline():
            yield _scrolled(timeline_svg(block, theme, *_TIMELINE), translate("Brief", "Timeline"), "chart")
        case Figures():
            yield from _figures(block)
        case Table():
            yield from _table(block)
        case Lines():
            lines = "".join(f"<p>{_strong(_linked(line.text, line.link), line.strong)}</p>" for line in block.lines)
            yield f'<div class="lines">{lines}</div>'


def _picture(block: Picture, content: bytes) -> str:
    wish = block.wish
    data = b64encode(content).decode("ascii")
    alt = escape(block.alt)
    size = f'width="{wish.width}" height="{wish.height}"'
    image = f'<img src="data:image/png;base64,{data}" alt="{alt}" {size}>'
    return _scrolled(image, translate("Brief", "Picture"), "picture")


def _scrolled(inner: str, name: str, kind: str) -> str:
    """What is too wide for a phone is moved with a finger or the arrow keys."""
    view = f'<div class="view" tabindex="0" role="group" aria-label="{escape(name)}">{inner}</div>'
    return f'<figure class="{kind}">{view}</figure>'


def _figures(block: Figures) -> Iterator[str]:
    yield '<dl class="figures">'
    for one in block.figures:
        value = f'<dd class="value">{escape(one.value)}</dd>'
        origin = f'<dd class="origin">{escape(one.origin)}</dd>'
        yield f"<div>{origin}<dt>{escape(one.label)}</dt>{value}</div>"
    yield "</dl>"


def _table(block: Table) -> Iterator[str]:
    stacks = ' class="stacks"' if len(block.columns) >= _STACKS else ""
    yield f'<div class="table" tabindex="0" role="group" aria-label="{escape(block.name)}"><table{stacks}>'
    yield f"<caption>{escape(block.name)}</caption><thead><tr>"
    for column in block.columns:
        yield f'<th scope="col"{_number(column.numbers)}>{escape(column.name)}</th>'
    yield "</tr></thead><tbody>"
    for row in block.rows:
        yield "<tr>"
        for index, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
            text = _linked(cell.text, cell.link)
            if index == 0:
                yield f'<th scope="row">{text}</th>'
            else:
                name = escape(column.name)
                yield f'<td data-name="{name}"{_number(column.numbers)}>{_strong(text, cell.strong)}</td>'
        yield "</tr>"
    yield "</tbody></table></div>"


def _number(numbers: bool) -> str:
    return ' class="number"' if numbers else ""


def _strong(text: str, strong: bool) -> str:
    return f"<strong>{text}</strong>" if strong else text


def _foot(deck: Deck) -> Iterator[str]:
    yield "<footer>"
    if deck.look.logo:
        yield _logo(deck.look.logo)
    said = (deck.footer, deck.statement, str(deck.stamp.rights), f"{PROGRAM} · {deck.stamp.mission}")
    yield from (f"<p>{escape(words)}</p>" for words in said if words)
    yield "</footer>"


def _logo(logo: Logo) -> str:
    data = b64encode(logo.content).decode("ascii")
    return f'<img src="data:{LOGO_KINDS[logo.suffix]};base64,{data}" alt="{escape(logo.alt)}">'
