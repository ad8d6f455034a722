"""The way back: every kind of file leads to the moment that it shows; what is none of the program's is told."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import av
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from mission_gui.cli.open_board import OPENED
from mission_gui.domain.errors import UserError
from mission_gui.export.brief.formats import FORMATS as BRIEFS
from mission_gui.export.canvas import Canvas
from mission_gui.export.film.encoder import CONTAINERS, Encoder, check
from mission_gui.export.film.script import script
from mission_gui.export.film.tags import film_label
from mission_gui.export.formats import FORMATS as PICTURES
from mission_gui.export.formats import save
from mission_gui.export.opening import Opening, opening_of
from mission_gui.export.picture import Composition, Studio
from mission_gui.export.stamp import STATEMENT, Shown
from mission_gui.export.xmp import Label, packets
from mission_gui.files import mapped
from tests import canned
from tests.export.brief.decks import pictures, usual

MISSION, TRAJECTORY = canned.mission(), canned.trajectory()
MOMENT = 12669.5
SIZE = 160, 90


def film_told() -> Label:
    return film_label(MISSION, TRAJECTORY, script(MISSION, TRAJECTORY, MOMENT, 14000.0), Shown("descent", "", "light"))


def film(path: Path) -> Path:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    with Encoder(path, SIZE, 10, check(path, SIZE), film_told()) as made:
        made.learn(image)
        for _ in range(3):
            made.add(image)
    return path


def picture(path: Path) -> Path:
    with Studio(MISSION, TRAJECTORY, Composition(Canvas(QSize(640, 400)), panel="descent", theme="light")) as studio:
        save(studio.at(MOMENT), path)
    return path


def pack(path: Path) -> Path:
    path.write_bytes(BRIEFS[path.suffix].content(usual(), pictures(usual())))
    return path


KINDS: dict[str, Callable[[Path], Path]] = {
    **dict.fromkeys(PICTURES, picture),
    **dict.fromkeys(CONTAINERS, film),
}


@pytest.mark.parametrize("suffix", list(KINDS))
def test_a_picture_or_film_leads_back_to_its_first_moment(suffix: str, tmp_path: Path, qapp: object) -> None:
    found = opening_of(KINDS[suffix](tmp_path / f"a{suffix}"))
    assert found == Opening("soyuz-ms-19", MOMENT, "canned", "descent", "light")


@pytest.mark.parametrize("suffix", list(BRIEFS))
def test_a_briefing_leads_back_to_the_landing(suffix: str, tmp_path: Path, qapp: object) -> None:
    found = opening_of(pack(tmp_path / f"a{suffix}"))
    assert found == Opening("soyuz-ms-19", canned.TOUCHDOWN, "canned")


def test_all_that_is_made_is_opened() -> None:
    assert set(OPENED) == {*PICTURES, *CONTAINERS, *BRIEFS}


def test_a_file_is_known_by_its_content_and_not_by_its_name(tmp_path: Path, qapp: object) -> None:
    path = film(tmp_path / "a.gif").rename(tmp_path / "a.png")
    assert isinstance(opening_of(path), Opening)


@pytest.mark.parametrize("suffix", list(CONTAINERS))
def test_a_film_says_all_that_is_true_of_it(suffix: str, tmp_path: Path, qapp: object) -> None:
    path = film(tmp_path / f"a{suffix}")
    with mapped(path) as content:
        (said,) = packets(content)
    assert said.plain("mg:mission") == "soyuz-ms-19" and said.plain("mg:utc") == "2022-03-30T10:52:12.500000Z"
    assert said.plain("mg:version") and said.plain("mg:data") == "canned"
    assert [row["title"] for row in said.rows("mg:sources")] == [source.title.en for source in MISSION.sources]
    assert said.text("dc:description") == STATEMENT
    assert "Parachutes" in film_told().text
    assert film_told().keys["mission_time_s"] == "12669.500 14000.000"
    with av.open(str(path)) as played:
        assert sum(1 for _ in played.decode(video=0)) == 3, "and it still plays"


def test_a_gif_tells_the_plain_words_too_and_is_sound(tmp_path: Path, qapp: object) -> None:
    left = film(tmp_path / "a.gif").read_bytes()
    comment, application = left.index(b"\x21\xfe"), left.index(b"\x21\xff\x0bXMP DataXMP")
    assert b"mission: soyuz-ms-19" in _unblocked(left, comment + 2)[0]
    assert _unblocked(left, application + 14)[1] == len(left) - 1, "whoever knows no XMP comes to the end"
    assert left.endswith(b";")


def _unblocked(content: bytes, at: int) -> tuple[bytes, int]:
    parts = []
    while content[at]:
        parts.append(content[at + 1 : at + 1 + content[at]])
        at += 1 + content[at]
    return b"".join(parts), at + 1


@pytest.mark.parametrize("suffix", OPENED)
@pytest.mark.parametrize("content", [b"", b"by somebody else", b"<x:xmpmeta>by somebody else</x:xmpmeta>"])
def test_what_is_empty_or_by_others_is_told(suffix: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(content)
    with pytest.raises(UserError, match="is empty" if not content else "was not made by Mission GUI") as told:
        opening_of(path)
    assert str(path) in str(told.value) and "open a picture" in str(told.value)


@pytest.mark.parametrize("suffix", [".mp4", ".gif", ".pptx", ".pdf"])
def test_what_is_cut_short_is_told_as_that(suffix: str, tmp_path: Path, qapp: object) -> None:
    path = (film if suffix in CONTAINERS else pack)(tmp_path / f"a{suffix}")
    content = path.read_bytes()
    for length in (len(content) // 3, len(content) // 2):
        path.write_bytes(content[:length])
        with pytest.raises(UserError, match="is cut short or damaged"):
            opening_of(path)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.mp4 cannot be read: No such file"):
        opening_of(tmp_path / "gone.mp4")
    folder = tmp_path / "a.pdf"
    folder.mkdir()
    with pytest.raises(UserError, match="it is a folder"):
        opening_of(folder)
    os.mkfifo(tmp_path / "a.gif")
    with pytest.raises(UserError, match="it is no plain file"):
        opening_of(tmp_path / "a.gif")


def test_an_office_file_by_somebody_else_is_told(tmp_path: Path) -> None:
    for name, told in (("docProps/core.xml", b"<a>not so"), ("a.txt", b""), ("docProps/core.xml", b"<a/>")):
        path = tmp_path / "a.pptx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(name, told)
        with pytest.raises(UserError, match="was not made by Mission GUI"):
            opening_of(path)
