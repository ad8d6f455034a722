"""Context cards as rich text: plain functions, no widgets."""

import re
from datetime import datetime
from html import escape

from mission_gui.domain.facts import KIND_NAMES, Source, Text
from mission_gui.domain.mission import Card, Mission
from mission_gui.domain.ports import port_name
from mission_gui.language import translate
from mission_gui.panels import wording
from mission_gui.panels.wording import ship
from mission_gui.theme import Style

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")


def card_html(card: Card, style: Style) -> str:
    """Title, text, the time it belongs to, and its sources."""
    look, theme = style, style.theme
    sources = "<br>".join(_linked(source, style) for source in card.sources)
    paragraphs = "".join(
        f'<p style="margin:0 0 {look.px(8):.0f}px 0;line-height:135%">{escape(part)}</p>'
        for part in str(card.body).split("\n\n")
    )
    small, head = f"font-size:{look.size('small')}px", translate("Cards", "Sources")
    return (
        f"{_title(str(card.title), style)}"
        f'<p style="{small};color:{theme.third};margin:0 0 {look.px(8):.0f}px 0">'
        f"{card.start:%H:%M} – {card.end:%H:%M} UTC</p>{paragraphs}"
        + (f'<p style="{small};color:{theme.second};margin:0"><b>{head}</b><br>{sources}</p>' if sources else "")
    )


def list_html(mission: Mission, index: int, style: Style) -> str:
    """All cards with their times, as links; the one on show is marked."""
    theme, small = style.theme, f"font-size:{style.size('small')}px"
    rows = []
    for i, card in enumerate(mission.cards):
        color = theme.soyuz_text if i == index else theme.text
        title = escape(str(card.title))
        name = title if i == index else f'<a style="color:{color};text-decoration:none" href="card:{i}">{title}</a>'
        rows.append(
            f'<tr><td style="{small};color:{color};padding:3px 0">{name}</td><td align="right" '
            f'style="{small};color:{theme.second};padding:3px 0">{card.start:%H:%M}</td></tr>'
        )
    above, below = (f"{style.px(length):.0f}px" for length in (14, 4))
    title = translate("Cards", "All cards").upper()
    head = f'<p style="{small};color:{theme.second};margin:{above} 0 {below} 0">{title}</p>'
    return f'{head}<table width="100%" cellspacing="0" cellpadding="0">{"".join(rows)}</table>'


def fallback_html(mission: Mission, style: Style) -> str:
    """Without cards: the mission and its published facts, each with how it is known and from where."""
    theme, small = style.theme, f"font-size:{style.size('small')}px"
    facts = []
    for fact in mission.facts:
        sources = "; ".join(_linked(source, style) for source in fact.sources)
        facts.append(
            f'<p style="margin:0 0 {style.px(7):.0f}px 0"><span style="color:{theme.second}">{escape(str(fact.label))}'
            f"</span> {escape(_said(fact.value))}<br>"
            f'<span style="{small};color:{theme.third}">{KIND_NAMES[fact.kind]}: {sources}</span></p>'
        )
    about = f"{escape(str(mission.summary))}. {escape(str(ship(mission.spacecraft)))}."
    none = translate("Cards", "No context cards were written for this mission; these are the facts of its file.")
    return (
        f"{_title(str(mission.name), style)}<p>{about}</p>"
        f'<p style="{small};color:{theme.third}">{none}</p>{"".join(facts)}'
    )


def _said(value: Text) -> str:
    """A value of the file as people read it: a time as such, a port by its name in the language spoken."""
    if _TIME.fullmatch(value.en):
        time = datetime.fromisoformat(value.en)
        return f"{wording.written(time.date())}, {wording.clock_time(time)} UTC"
    return str(port_name(value.en) or value if value.ru == value.en else value)


def _title(text: str, style: Style) -> str:
    shape = f"font-size:{style.size('medium')}px;font-weight:600;margin:0 0 {style.px(4):.0f}px 0"
    return f'<p style="{shape}">{escape(text)}</p>'


def _linked(source: Source, style: Style) -> str:
    """The title of a source, as a link where its address is known."""
    if not source.url:
        return escape(str(source.title))
    return f'<a style="color:{style.theme.iss_text}" href="{escape(source.url)}">{escape(str(source.title))}</a>'
