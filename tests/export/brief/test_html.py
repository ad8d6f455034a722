"""HTML: one file, well formed, told in words, in an order that can be listened to."""

import re
from html.parser import HTMLParser

import pytest

from mission_gui.export.brief.deck import Deck
from mission_gui.export.brief.html import html_file
from tests.export.brief import decks

VOID = {"meta", "img", "br", "line", "circle", "polyline"}


class Page(HTMLParser):
    """Elements with their attributes, in order; fails where they do not nest."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(content.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def page(deck: Deck) -> Page:
    return Page(html_file(deck, decks.pictures(deck)))


def test_the_file_needs_nothing_else() -> None:
    content = html_file(decks.usual(), decks.pictures(decks.usual())).decode()
    found = Page(content.encode())
    assert all(str(image["src"]).startswith("data:image/png;base64,") for image in found.all("img"))
    assert found.all("script") == found.all("link") == []
    assert "@import" not in content and "url(" not in content


def test_headings_language_and_landmarks() -> None:
    found = page(decks.usual())
    assert found.all("html") == [{"lang": "en"}]
    headings = [name for name, _ in found.found if re.fullmatch(r"h\d", name)]
    assert headings == ["h1"] + ["h2"] * (len(decks.usual().slides) - 1)
    assert len(found.all("main")) == len(found.all("nav")) == 1
    ids = [str(section["id"]) for section in found.all("section")]
    assert ids == [slide.id for slide in decks.usual().slides]
    targets = [str(link["href"]) for link in found.all("a") if str(link["href"]).startswith("#")]
    assert {target[1:] for target in targets} == set(ids)


def test_every_picture_has_its_words_and_every_table_its_heads() -> None:
    found = page(decks.usual())
    alts = [image["alt"] for image in found.all("img")]
    assert "The map at 11588 s & more." in alts and all(alts)
    assert all(svg["role"] == "img" for svg in found.all("svg"))
    assert len(found.all("desc")) == len(found.all("svg")) == 3
    assert len(found.all("caption")) == len(found.all("table"))
    assert {head.get("scope") for head in found.all("th")} == {"col", "row"}


def test_what_scrolls_can_be_reached_by_keyboard() -> None:
    found = page(decks.usual())
    scrolled = [one for one in found.all("div") if one.get("class") in ("view", "table")]
    assert scrolled and all(one["tabindex"] == "0" and one["aria-label"] for one in scrolled)


def test_the_truth_stands_in_the_head_and_the_marking_on_top() -> None:
    found = page(decks.usual())
    told = {str(meta.get("name")): meta.get("content") for meta in found.all("meta")}
    assert told["dcterms.identifier"] == "soyuz-ms-19"
    assert told["dcterms.date"] == "2022-03-30T11:28:03Z"
    assert told["mission-gui.data"] == "canned"
    assert "not telemetry" in str(told["dcterms.provenance"])
    assert "EXERCISE" in found.text


def test_the_same_deck_gives_the_same_bytes() -> None:
    first, second = (html_file(decks.made(), decks.pictures(decks.usual())) for _ in range(2))
    assert first == second


def test_words_cannot_break_out() -> None:
    deck = decks.made(marking="<script>alert('&')</script>")
    content = html_file(deck, decks.pictures(deck)).decode()
    assert "<script>" not in content and "&lt;script&gt;" in content


@pytest.mark.usefixtures("russian")
def test_russian_says_so() -> None:
    assert page(decks.made()).all("html") == [{"lang": "ru"}]
