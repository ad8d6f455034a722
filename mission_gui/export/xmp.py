"""What a file says of itself, as the XMP packet that is the same in PNG, SVG, PDF, GIF and others; and its reading.

ISO 16684-1; the names for alternative text are those of the IPTC's photo metadata. What they have no name for stands
in a namespace of the program's own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from mission_gui.domain.facts import Text
from mission_gui.export.stamp import PROGRAM, STATEMENT
from mission_gui.files import Content

_SPACES = {
    "x": "adobe:ns:meta/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "mg": "urn:mission-gui:stamp:1#",
}
for _prefix, _space in _SPACES.items():
    ElementTree.register_namespace(_prefix, _space)

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEAD = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_TAIL = '\n<?xpacket end="r"?>'
_BEGIN, _END = b"<x:xmpmeta", b"</x:xmpmeta>"
_LONGEST = 4_000_000
"""Bytes of a packet; what is longer is none of this program's."""

Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Label:
    """What a file says of itself, whatever its format.

    `alt` stands in place of what is shown, `text` tells it at length, both in `language`. `facts`, `names` and `tables`
    are what this program reads back; `keys` the keywords of formats that have plain ones.
    """

    title: Text
    language: str
    alt: str
    text: str
    rights: Text
    facts: Mapping[str, str]
    names: Mapping[str, Text] = field(default_factory=dict)
    tables: Mapping[str, Rows] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)

    @property
    def packet(self) -> str:
        """The XMP packet."""
        return f"{_HEAD}{self.meta}{_TAIL}"

    @property
    def meta(self) -> str:
        """The packet without its wrapping, for a file that is XML itself."""
        meta = Element(_name("x:xmpmeta"))
        about = SubElement(SubElement(meta, _name("rdf:RDF")), _name("rdf:Description"), {_name("rdf:about"): ""})
        _alt(about, "dc:title", self.title)
        _alt(about, "dc:description", STATEMENT)
        _alt(about, "dc:rights", self.rights)
        _bag(about, "dc:language", [self.language])
        SubElement(about, _name("xmp:CreatorTool")).text = PROGRAM
        _spoken(about, "Iptc4xmpCore:AltTextAccessibility", self.alt)
        _spoken(about, "Iptc4xmpCore:ExtDescrAccessibility", self.text)
        for name, value in self.facts.items():
            SubElement(about, _name(f"mg:{name}")).text = value
        for name, text in self.names.items():
            _alt(about, f"mg:{name}", text)
        for name, rows in self.tables.items():
            _table(about, f"mg:{name}", rows)
        ElementTree.indent(meta, " ")
        return ElementTree.tostring(meta, encoding="unicode")


class Said:
    """A packet that was read. What is asked for and is not there raises KeyError."""

    def __init__(self, about: Element) -> None:
        self._about = about
        self._text = {child.tag: child.text or "" for child in about}

    def plain(self, name: str) -> str:
        """A fact by its name, `mg:` before those of the program's own."""
        return self._text[_name(name)]

    def text(self, name: str) -> Text:
        """A text in the languages of the program."""
        entries = self._about.iterfind(f"{_name(name)}//{_name('rdf:li')}")
        words = {li.get(_LANG, ""): li.text or "" for li in entries}
        return Text(words["en"], words.get("ru", ""))

    def rows(self, name: str) -> list[dict[str, str]]:
        """A table."""
        entries = self._about.iterfind(f"{_name(name)}//{_name('rdf:li')}")
        return [{child.tag.rpartition("}")[2]: child.text or "" for child in entry} for entry in entries]


def packets(content: Content) -> Iterator[Said]:
    """Every packet in the bytes of a file that can be read."""
    at = content.find(_BEGIN)
    while at >= 0:
        end = content.find(_END, at, at + _LONGEST)
        if end >= 0 and (found := _read(content[at : end + len(_END)])) is not None:
            yield found
        at = content.find(_BEGIN, at + 1)


def _read(packet: bytes) -> Said | None:
    try:
        about = ElementTree.fromstring(packet).find(f".//{_name('rdf:Description')}")
    except ElementTree.ParseError:
        return None
    return None if about is None else Said(about)


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


def _table(parent: Element, name: str, rows: Rows) -> None:
    sequence = SubElement(SubElement(parent, _name(name)), _name("rdf:Seq"))
    for row in rows:
        entry = SubElement(sequence, _name("rdf:li"), {_name("rdf:parseType"): "Resource"})
        for key, value in row.items():
            SubElement(entry, _name(f"mg:{key}")).text = value
