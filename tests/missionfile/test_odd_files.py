"""What is no file at all, or one that nobody means, is refused in one sentence, at once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mission_gui.cli.main import main
from mission_gui.domain.errors import UserError
from mission_gui.missionfile import check_file, kept, read_mission
from mission_gui.missionfile.library import own_paths
from tests.missionfile.mutation import GOOD

Maker = Callable[[Path], object]


def raw(content: bytes) -> Maker:
    return lambda path: path.write_bytes(content)


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(50_000_000)


ODD: dict[str, tuple[Maker, str]] = {
    "a folder": (Path.mkdir, "it is a folder"),
    "a pipe": (os.mkfifo, "no plain file"),
    "a link to nothing": (lambda path: path.symlink_to("nothing"), "No such file"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "symbolic links"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "no plain file"),
    "fifty megabytes": (large, "it has 50 MB, more than the 1 MB allowed"),
    "UTF-16": (raw(GOOD.encode("utf-16")), "UTF-16 text, not UTF-8; save the file as UTF-8"),
    "Latin-1": (raw('name = "Söyuz"'.encode("latin-1")), "not UTF-8 text; save the file as UTF-8"),
    "null bytes": (raw(b'id = 1\nname = "a\x00b"\n'), "line 2 column 10: a character that no file may have"),
    "a zip file": (raw(b"PK\x03\x04" + bytes(range(256))), "not UTF-8 text"),
    "brackets without end": (raw(b"a = " + b"[" * 400_000), "nested too deeply"),
    "tables without end": (raw(b"a = " + b"{a = " * 100_000), "nested too deeply"),
    "dots without end": (raw(b"a." * 400_000 + b"a = 1"), "nested too deeply"),
    "dots without end, apart": (raw(b"['a' . " + b'"b" . ' * 100_000 + b"c]"), "nested too deeply"),
    "a number without end": (raw(b"format = " + b"9" * 900_000), "write dates and numbers that exist"),
    "a day that is none": (raw(b"start = 2022-02-30T00:00:00Z"), "line 1 column"),
}


@pytest.mark.parametrize("what", ODD)
def test_odd_files_are_refused_in_one_sentence(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make, message = ODD[what]
    path = tmp_path / "odd.toml"
    make(path)
    before = sorted(tmp_path.iterdir())
    for read in (read_mission, check_file, kept.read_mission):
        with pytest.raises(UserError) as caught:
            read(path)
        assert message in str(caught.value)
    for words in (["check", str(path)], ["migrate", str(path)], ["events", str(path)]):
        assert main(words) in (1, 2)
        printed = capsys.readouterr()
        assert "odd.toml" in printed.out + printed.err and "Traceback" not in printed.err
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_of_somebody_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(UserError, match="cannot be read: Permission denied"):
        read_mission(tmp_path / "odd.toml")


NUMBERS = ["nan", "inf", "-inf", "1e400", "-1e308", "9" * 300, "0x" + "f" * 300, "true", "[]", "{}", '""']


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("figure", ["value = 128.0", "latitude = 47.38", "at = 180.0", "height = 330.0"])
def test_no_number_stops_the_check(tmp_path: Path, figure: str, number: str) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_text(GOOD.replace(figure, f"{figure.split('=')[0]}= {number}", 1), encoding="utf-8")
    try:
        check_file(path)
    except UserError as error:
        assert "line" in str(error)


@pytest.mark.parametrize("year", ["0001", "9999", "1969", "2100"])
def test_no_date_stops_the_check(tmp_path: Path, year: str) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    for old in ("start = 2022", "launch = 2021", "born = 1978", "time = 2022-03-30T11:28:03"):
        for zone in ("Z", "+23:59", "-23:59"):
            text = GOOD.replace(old, old[: old.index("= ") + 2] + year + old[old.index("= ") + 6 :])
            path.write_text(text.replace("Z", zone), encoding="utf-8")
            try:
                check_file(path)
            except UserError as error:
                assert str(error)


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    path = tmp_path / "soyuz-ms-19.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("flights = 4", "flights = 0").replace("\n", "\r\n").encode())
    with pytest.raises(UserError, match=r"crew\[0\]\.flights \(line \d+\): 0 is out of range"):
        check_file(path)


def test_pipes_and_folders_among_the_users_missions_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MISSION_GUI_MISSIONS", str(tmp_path))
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "mine.toml").write_text('id = "mine"\n', encoding="utf-8")
    assert list(own_paths()) == ["mine"]
