"""The label of what shows one moment of one flight, and the stamp that is read back from it."""

from collections.abc import Iterable
from datetime import datetime

from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Source, Text
from mission_gui.export.credits import Credit
from mission_gui.export.stamp import Shown, Stamp, iso, text_keys
from mission_gui.export.twin import Twin
from mission_gui.export.xmp import Label, Rows, Said, packets
from mission_gui.files import Content


def label(stamp: Stamp, twin: Twin) -> Label:
    """What a file says that shows the moment of the stamp; the twin is its text."""
    return Label(
        title=stamp.title,
        language=stamp.shown.language,
        alt=twin.alt,
        text=twin.text,
        rights=stamp.rights,
        facts=_facts(stamp),
        names={"name": stamp.name, "event": stamp.event},
        tables={"sources": source_rows(stamp.sources), "credits": credit_rows(stamp.credits)},
        keys=text_keys(stamp, twin.alt),
    )


def _facts(stamp: Stamp) -> dict[str, str]:
    shown = stamp.shown
    return {
        "mission": stamp.mission,
        "t": repr(stamp.t),
        "utc": iso(stamp.utc),
        "phase": stamp.phase.value,
        "since": repr(stamp.since),
        "elements": iso(stamp.elements),
        "version": stamp.version,
        "data": stamp.data,
        "layout": shown.layout,
        "panel": shown.panel,
        "theme": shown.theme,
        "language": shown.language,
        "imagery": "true" if shown.imagery else "false",
        "made": shown.made,
    }


def source_rows(sources: Iterable[Source]) -> Rows:
    """Sources as the rows of a table."""
    return [{"id": s.id, "title": s.title.en, "ru": s.title.ru, "url": s.url} for s in sources]


def credit_rows(credits: Iterable[Credit]) -> Rows:
    """Credits as the rows of a table."""
    return [
        {"en": c.what.en, "ru": c.what.ru, "who": c.who, "licence": c.licence.en, "licence_ru": c.licence.ru}
        for c in credits
    ]


def stamp_in(content: Content) -> Stamp | None:
    """The stamp in the bytes of a file; None where there is none that can be read."""
    return next(filter(None, map(stamp_of, packets(content))), None)


def stamp_of(said: Said) -> Stamp | None:
    """The stamp that a packet tells; None where it tells of something else."""
    try:
        return _stamp(said)
    except (KeyError, ValueError):
        return None


def _stamp(said: Said) -> Stamp:
    def plain(name: str) -> str:
        return said.plain(f"mg:{name}")

    return Stamp(
        mission=plain("mission"),
        name=said.text("mg:name"),
        t=float(plain("t")),
        utc=datetime.fromisoformat(plain("utc")),
        phase=Phase(plain("phase")),
        event=said.text("mg:event"),
        since=float(plain("since")),
        elements=datetime.fromisoformat(plain("elements")),
        version=plain("version"),
        data=plain("data"),
        sources=tuple(
            Source(row["id"], Text(row["title"], row.get("ru", "")), row["url"]) for row in said.rows("mg:sources")
        ),
        credits=tuple(
            Credit(Text(row["en"], row["ru"]), row["who"], Text(row["licence"], row.get("licence_ru", "")))
            for row in said.rows("mg:credits")
        ),
        shown=Shown(
            plain("layout"),
            plain("panel"),
            plain("theme"),
            plain("language"),
            plain("imagery") == "true",
            plain("made"),
        ),
    )
