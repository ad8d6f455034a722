"""PDF, read by another program: tags, alternative texts, bookmarks, links, fonts, and the same bytes."""

import sys
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from mission_gui.domain.errors import UserError
from mission_gui.export.brief.deck import Chart, Picture, Table, Timeline
from mission_gui.export.brief.pdf import pdf_file
from tests.export.brief import decks


@cache
def content() -> bytes:
    return pdf_file(decks.usual(), decks.pictures(decks.usual()))


def reader() -> PdfReader:
    return PdfReader(BytesIO(content()))


def root() -> Any:
    """The catalogue."""
    return reader().trailer["/Root"]


def tags(node: Any) -> Iterator[Any]:
    """The structure's elements in the order in which they are read."""
    node = node.get_object()
    if isinstance(node, list):
        for child in node:
            yield from tags(child)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tags(node["/K"])


def structure() -> list[Any]:
    return list(tags(root()["/StructTreeRoot"]))


def test_a_page_for_each_slide_with_its_bookmark() -> None:
    found = reader()
    assert len(found.pages) == len(decks.usual().slides)

    def titles(outline: list[Any]) -> Iterator[str]:
        for entry in outline:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield entry.title

    assert list(titles(found.outline)) == [slide.title for slide in decks.usual().slides]


def test_it_says_what_it_is() -> None:
    catalogue = root()
    assert catalogue["/Lang"] == "en"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = catalogue["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    for told in ("soyuz-ms-19", "utc 2022-03-30T11:28:03Z", "data canned", "not telemetry", "Mission GUI"):
        assert told in xmp, told


def test_pictures_are_told_in_words_and_headings_in_order() -> None:
    found = structure()
    alts = [str(one["/Alt"]) for one in found if one["/S"] == "/Figure"]
    blocks = [block for slide in decks.usual().slides for block in slide.blocks]
    assert alts == [block.alt for block in blocks if isinstance(block, Picture | Chart | Timeline)]
    assert [one["/S"] for one in found if one["/S"] in ("/H1", "/Figure")][:2] == ["/H1", "/Figure"], "the title first"
    headings = [one["/S"] for one in found if one["/S"] in ("/H1", "/H2", "/H3")]
    assert headings == ["/H1"] + ["/H2"] * (len(decks.usual().slides) - 1)
    assert sum(one["/S"] == "/Table" for one in found) == sum(isinstance(block, Table) for block in blocks)
    assert any(one["/S"] == "/TH" for one in found)


def test_every_font_is_inside() -> None:
    fonts = {}
    resources: list[Any] = [page["/Resources"] for page in reader().pages]
    for held in resources:
        for font in held["/Font"].values():
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            fonts[str(inner["/BaseFont"])] = inner["/FontDescriptor"]
    assert {name.partition("+")[2].partition("-")[0] for name in fonts} == {"Inter", "JetBrainsMono"}
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in fonts.values())


def test_links_lead_to_the_moment() -> None:
    links = [
        str(note.get_object()["/A"]["/URI"])
        for page in reader().pages
        for note in page.get("/Annots", ())
        if "/A" in note.get_object()
    ]
    assert "mission-gui://soyuz-ms-19?at=2022-03-30T10:34:11Z" in links


def test_the_words_of_a_slide_can_be_read_out() -> None:
    text = reader().pages[4].extract_text()
    for words in ("Deorbit burn", "Range to ISS", "EXERCISE", "The map at 11588 s & more."):
        assert words in text, words


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert pdf_file(decks.made(marking="EXERCISE"), decks.pictures(decks.usual())) == content()


@pytest.mark.usefixtures("russian")
def test_russian_says_so_and_is_set_in_the_same_fonts() -> None:
    deck = decks.made()
    found = PdfReader(BytesIO(pdf_file(deck, decks.pictures(deck))))
    catalogue: Any = found.trailer["/Root"]
    assert catalogue["/Lang"] == "ru"
    assert any("Экипаж" in page.extract_text() for page in found.pages)


def test_letters_that_the_fonts_have_not_are_told() -> None:
    deck = decks.made(slides=("crew",), marking="演習")
    with pytest.raises(UserError, match="the slides cannot be set as PDF .* write .pptx or .html, or change the text"):
        pdf_file(deck, {})


def test_without_typst_the_remedy_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(UserError, match=r"pip install 'mission-gui\[brief\]'"):
        pdf_file(decks.usual(), decks.pictures(decks.usual()))
