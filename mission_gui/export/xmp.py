"""A stamp inside a file: the XMP packet, which is the same in PNG, SVG, PDF and other formats, and its reading back.

ISO 16684-1; the names for alternative text are those of the IPTC's photo metadata. What they have no name for stands
in a namespace of the program's own.
"""

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from mission_gui.domain.errors import UserError
from mission_gui.domain.events import Phase
from mission_gui.domain.facts import Source, Text
from mission_gui.export.credits import Credit
from mission_gui.export.stamp import PROGRAM, STATEMENT, Shown, Stamp, iso
from mission_gui.export.twin import Twin

_SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "mg": "urn:mission-gui:stamp:1#",
}
for _prefix, _space in _SPACES.items():
    ElementTree.register_namespace(_prefix, _space)

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '\n<?xpacket end="r"?>'
_PACKET = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)


def packet(stamp: Stamp, twin: Twin) -> str:
    """The XMP packet of a file that shows the moment of the stamp; the twin is its text."""
    meta = Element(_name("x:xmpmeta"))
    about = SubElement(SubElement(meta, _name("rdf:RDF")), _name("rdf:Description"), {_name("rdf:about"): ""})
    _alt(about, "dc:title", stamp.title)
    _alt(about, "dc:description", STATEMENT)
    _alt(about, "dc:rights", stamp.rights)
    _bag(about, "dc:language", [stamp.shown.language])
    SubElement(about, _name("xmp:CreatorTool")).text = PROGRAM
    _spoken(about, "Iptc4xmpCore:AltTextAccessibility", twin.alt)
    _spoken(about, "Iptc4xmpCore:ExtDescrAccessibility", twin.text)
    for name, value in _plain(stamp).items():
        SubElement(about, _name(f"mg:{name}")).text = value
    _alt(about, "mg:name", stamp.name)
    _alt(about, "mg:event", stamp.event)
    _table(
        about, "mg:sources", [{"id": s.id, "title": s.title.en, "ru": s.title.ru, "url": s.url} for s in stamp.sources]
    )
    credits = [
        {"en": c.what.en, "ru": c.what.ru, "who": c.who, "licence": c.licence.en, "licence_ru": c.licence.ru}
        for c in stamp.credits
    ]
    _table(about, "mg:credits", credits)
    ElementTree.indent(meta, " ")
    return _HEAD + ElementTree.tostring(meta, encoding="unicode") + _TAIL


def _plain(stamp: Stamp) -> dict[str, str]:
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


def read_stamp(path: Path) -> Stamp:
    """The stamp in a file of any format that holds its packet as it is; UserError where there is none."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror})") from error
    found = stamp_in(content)
    if found is None:
        raise UserError(f"{path}: this file was not made by Mission GUI, or what it said of itself was taken out")
    return found


def stamp_in(content: bytes) -> Stamp | None:
    """The stamp in the bytes of a file; None where there is none that can be read."""
    for match in _PACKET.finditer(content):
        try:
            return _stamp(ElementTree.fromstring(match[0]))
        except (ElementTree.ParseError, KeyError, ValueError):
            continue
    return None


def _stamp(meta: Element) -> Stamp:
    about = meta.find(f".//{_name('rdf:Description')}")
    if about is None:
        raise KeyError("rdf:Description")
    text = {child.tag: child.text or "" for child in about}

    def plain(name: str) -> str:
        return text[_name(f"mg:{name}")]

    return Stamp(
        mission=plain("mission"),
        name=_text(about, "mg:name"),
        t=float(plain("t")),
        utc=datetime.fromisoformat(plain("utc")),
        phase=Phase(plain("phase")),
        event=_text(about, "mg:event"),
        since=float(plain("since")),
        elements=datetime.fromisoformat(plain("elements")),
        version=plain("version"),
        data=plain("data"),
        sources=tuple(
            Source(row["id"], Text(row["title"], row.get("ru", "")), row["url"]) for row in _rows(about, "mg:sources")
        ),
        credits=tuple(
            Credit(Text(row["en"], row["ru"]), row["who"], Text(row["licence"], row.get("licence_ru", "")))
            for row in _rows(about, "mg:credits")
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


def _name(prefixed: str) -> str:
    prefix, _, name = prefixed.partition(":")
    return f"{{{_SPACES[prefix]}}}{name}"


def _alt(parent: Element, name: str, text: Text) -> None:
    """A text in English, which is also the one for every other language, and in Russian."""
    alternatives = SubElement(SubElement(parent, _name(name)), _name("rdf:Alt"))
    for language, words in (("x-default", text.en), ("en", text.en), ("ru", text.ru)):
        if words:
            SubElement(alternatives, _name("rdf:li"), {_LANG: language}).text = words


def _spoken(parent: Element, name: str, words: str) -> None:
    """A text that is there in one language only."""
    alternatives = SubElement(SubElement(parent, _name(name)), _name("rdf:Alt"))
    SubElement(alternatives, _name("rdf:li"), {_LANG: "x-default"}).text = words


def _bag(parent: Element, name: str, items: Iterable[str]) -> None:
    bag = SubElement(SubElement(parent, _name(name)), _name("rdf:Bag"))
    for item in items:
        SubElement(bag, _name("rdf:li")).text = item


def _table(parent: Element, name: str, rows: Iterable[dict[str, str]]) -> None:
    sequence = SubElement(SubElement(parent, _name(name)), _name("rdf:Seq"))
    for row in rows:
        entry = SubElement(sequence, _name("rdf:li"), {_name("rdf:parseType"): "Resource"})
        for key, value in row.items():
            SubElement(entry, _name(f"mg:{key}")).text = value


def _text(parent: Element, name: str) -> Text:
    words = {li.get(_LANG, ""): li.text or "" for li in parent.iterfind(f"{_name(name)}//{_name('rdf:li')}")}
    return Text(words["en"], words.get("ru", ""))


def _rows(parent: Element, name: str) -> list[dict[str, str]]:
    entries = parent.iterfind(f"{_name(name)}//{_name('rdf:li')}")
    return [{child.tag.rpartition("}")[2]: child.text or "" for child in entry} for entry in entries]
