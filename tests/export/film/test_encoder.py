"""Films as files: read back by PyAV they hold what was put in, or there is no file at all."""

import errno
from dataclasses import replace
from pathlib import Path

import av
import pytest
from PySide6.QtGui import QColor, QImage

from mission_gui.domain.errors import UserError
from mission_gui.export.film import encoder
from mission_gui.export.film.encoder import CODECS, CONTAINERS, Encoder, check
from tests.stamps import plain_label

SIZE = (160, 90)
COLOURS = ("#C02020", "#20C020", "#2020C0")


def picture(colour: str) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def made(path: Path, codec: str | None = None, frames: int = 12) -> Path:
    with Encoder(path, SIZE, 10, check(path, SIZE, codec), plain_label(title="A return", data="abc")) as film:
        for colour in COLOURS:
            film.learn(picture(colour))
        for number in range(frames):
            film.add(picture(COLOURS[number * 3 // frames]))
    return path


KINDS = [(suffix, codec) for suffix, kind in CONTAINERS.items() for codec in kind.codecs]


@pytest.mark.parametrize(("suffix", "codec"), KINDS)
def test_every_kind_of_film_plays_what_was_drawn(tmp_path: Path, suffix: str, codec: str) -> None:
    path = made(tmp_path / f"film{suffix}", codec)
    with av.open(str(path)) as film:
        assert (film.streams.video[0].width, film.streams.video[0].height) == SIZE
        seen = [frame.to_ndarray(format="rgb24")[45, 80] for frame in film.decode(video=0)]
        assert film.streams.video[0].average_rate == 10
    assert len(seen) == 12
    for pixel, number in zip(seen, range(12), strict=True):
        wanted = QColor(COLOURS[number * 3 // 12])
        assert abs(pixel.astype(int) - [wanted.red(), wanted.green(), wanted.blue()]).max() <= 12


@pytest.mark.parametrize("suffix", [".mp4", ".webm"])
def test_a_film_tells_what_it_shows(tmp_path: Path, suffix: str) -> None:
    with av.open(str(made(tmp_path / f"film{suffix}"))) as film:
        tags = {key.lower(): value for key, value in film.metadata.items()}
    assert tags["title"] == "A return" and tags["data"] == "abc"


@pytest.mark.parametrize(("suffix", "codec"), KINDS)
def test_the_same_pictures_give_the_same_bytes(tmp_path: Path, suffix: str, codec: str) -> None:
    first, second = (made(tmp_path / f"{name}{suffix}", codec) for name in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_where_drawing_fails_no_file_is_left(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), Encoder(tmp_path / "film.mp4", SIZE, 10, "av1", plain_label()) as film:
        film.add(picture(COLOURS[0]))
        raise ZeroDivisionError
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_told_and_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(encoder, "_rec_709", fail)
    with pytest.raises(UserError, match="No space left on device"):
        made(tmp_path / "film.mp4", frames=60)
    assert not list(tmp_path.iterdir())


def test_a_bug_while_encoding_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "_rec_709", lambda frame: frame.nonsense)
    with pytest.raises(AttributeError, match="nonsense"):
        made(tmp_path / "film.mp4", frames=60)
    assert not list(tmp_path.iterdir())


def test_an_older_film_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(b"older")
    with pytest.raises(ZeroDivisionError), Encoder(path, SIZE, 10, "av1", plain_label()):
        raise ZeroDivisionError
    assert path.read_bytes() == b"older"


@pytest.mark.parametrize(
    ("name", "size", "codec", "told"),
    [
        ("film.avi", SIZE, None, "ends in .mp4, .webm or .gif"),
        ("film.webm", SIZE, "h264", "holds vp9 or av1, not h264"),
        ("film.mp4", (161, 90), None, "must be even"),
        ("nowhere/film.mp4", SIZE, None, "is not there"),
    ],
)
def test_what_cannot_be_is_told_before_the_work(
    tmp_path: Path, name: str, size: tuple[int, int], codec: str | None, told: str
) -> None:
    with pytest.raises(UserError, match=told):
        check(tmp_path / name, size, codec)


def test_without_pyav_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "av", None)
    with pytest.raises(UserError, match=r"pip install 'mission-gui\[film\]'"):
        check(tmp_path / "film.mp4", SIZE)


def test_an_encoder_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(encoder.CODECS, "av1", encoder.Codec("no-such-encoder", {}))
    with pytest.raises(UserError, match="no encoder for av1"):
        check(tmp_path / "film.mp4", SIZE)


def test_every_codec_is_of_some_use() -> None:
    assert {codec for kind in CONTAINERS.values() for codec in kind.codecs} == set(CODECS)


def test_what_fails_after_the_last_picture_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "film.gif"
    monkeypatch.setitem(CONTAINERS, ".gif", replace(CONTAINERS[".gif"], seal=full))
    with pytest.raises(UserError, match="cannot be written .No space left on device.: make room"):
        made(path)
    assert not list(tmp_path.iterdir())
