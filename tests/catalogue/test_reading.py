"""The list of missions, and the index that it is kept in."""

import os
import shutil
import time
from pathlib import Path

import pytest

from mission_gui.catalogue import entries, index, read_catalogue
from mission_gui.domain.catalogue import Entry
from mission_gui.missionfile import mission_paths
from mission_gui.missionfile.library import own_folder
from mission_gui.resources import resource

LONG_AGO = time.time() - 3600


@pytest.fixture
def own(own_folders: Path) -> Path:
    """A folder of one mission of the user's own, written an hour ago."""
    folder = own_folder()
    folder.mkdir(parents=True)
    write(folder / "mine.toml")
    return folder


@pytest.fixture(autouse=True)
def one_built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of the built-in missions one, which is quick to read."""
    folder = tmp_path / "built-in"
    folder.mkdir()
    path = folder / "soyuz-ms-19.toml"
    shutil.copy(mission_paths()["soyuz-ms-19"], path)
    age(path)
    kept = resource
    monkeypatch.setattr(
        "mission_gui.catalogue.reading.resource", lambda name: folder if name == "missions" else kept(name)
    )
    return path


def write(path: Path, name: str = "mine", words: str = "") -> None:
    text = mission_paths()["soyuz-tma-11"].read_text(encoding="utf-8")
    path.write_text(text.replace('id = "soyuz-tma-11"', f'id = "{name}"', 1) + words, encoding="utf-8")
    age(path)


def age(path: Path, moment: float = LONG_AGO) -> None:
    os.utime(path, (moment, moment))


class Watch:
    """Reads the list and remembers what was read from files."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.read: list[str] = []
        self.told: list[tuple[int, int]] = []
        real = entries.read_entry

        def watched(path: Path, built_in: bool) -> Entry:
            self.read.append(path.name)
            return real(path, built_in)

        monkeypatch.setattr(entries, "read_entry", watched)

    def __call__(self) -> dict[str, Entry]:
        self.read.clear()
        self.told.clear()
        return {entry.path.name: entry for entry in read_catalogue(lambda done, of: self.told.append((done, of)))}


@pytest.fixture
def listed(monkeypatch: pytest.MonkeyPatch) -> Watch:
    return Watch(monkeypatch)


def test_a_mission_is_told_in_short(listed: Watch) -> None:
    (entry,) = listed().values()
    assert (entry.id, entry.built_in, entry.replaced, entry.fault) == ("soyuz-ms-19", True, False, "")
    assert [one.name.ru for one in entry.crew] == ["Антон Шкаплеров", "Пётр Дубров", "Марк Ванде Хай"]
    assert entry.days == pytest.approx(355.156, abs=0.001)
    assert entry.port is not None and entry.port.en == "Rassvet"
    assert (entry.flyaround, entry.ballistic, entry.night, entry.uncrewed) == (True, False, False, False)
    assert entry.located  # worked out from the published distance
    assert [str(record) for record in entry.records] == ["Russian ISS record: Dubrov", "US record: Vande Hei"]
    assert "ванде хаи" in entry.words


def test_the_picture_of_the_track_leads_once_round_the_earth_to_the_landing(listed: Watch) -> None:
    (entry,) = listed().values()
    *turn, place = entry.track
    assert place == pytest.approx((47.36, 69.59), abs=1.0)
    assert turn[-1] == pytest.approx(place, abs=2.0)
    assert max(latitude for latitude, _ in turn) == pytest.approx(51.6, abs=0.5)
    assert min(latitude for latitude, _ in turn) == pytest.approx(-51.6, abs=0.5)


def test_what_has_not_changed_is_not_read_again(own: Path, listed: Watch) -> None:
    first = listed()
    assert listed.read == ["soyuz-ms-19.toml", "mine.toml"]
    assert listed.told == [(0, 2), (1, 2), (2, 2)]
    assert listed() == first
    assert (listed.read, listed.told) == ([], [])


def test_a_file_that_was_only_touched_is_not_read_again(own: Path, listed: Watch) -> None:
    listed()
    age(own / "mine.toml", LONG_AGO + 60)
    listed()
    assert listed.read == []


def test_a_changed_a_new_and_a_removed_file_are_noticed(own: Path, listed: Watch) -> None:
    listed()
    write(own / "mine.toml", words="# changed\n")
    write(own / "other.toml", "other")
    assert set(listed()) == {"soyuz-ms-19.toml", "mine.toml", "other.toml"}
    assert listed.read == ["mine.toml", "other.toml"]
    (own / "mine.toml").unlink()
    assert set(listed()) == {"soyuz-ms-19.toml", "other.toml"}
    assert listed.read == []


def test_a_change_within_one_tick_of_the_clock_is_noticed(own: Path, listed: Watch) -> None:
    path = own / "mine.toml"
    now = time.time()
    age(path, now)
    listed()
    write(path, "twin")  # as long as before
    age(path, now)
    assert listed()["mine.toml"].id == "twin"


def test_a_broken_file_is_listed_with_its_fault(own: Path, listed: Watch) -> None:
    (own / "broken.toml").write_text('format = 1\nid = "half-done"\n[sources', encoding="utf-8")
    entry = listed()["broken.toml"]
    assert (entry.id, entry.landing) == ("half-done", None)
    assert "broken.toml: 1 fault" in entry.fault and "line 3" in entry.fault


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_a_pipe_and_a_folder_among_the_files_stop_nothing(own: Path, listed: Watch) -> None:
    os.mkfifo(own / "pipe.toml")
    (own / "folder.toml").mkdir()
    assert set(listed()) == {"soyuz-ms-19.toml", "mine.toml"}


def test_an_id_opens_the_users_file_before_the_built_in_one(own: Path, listed: Watch) -> None:
    write(own / "ms-19.toml", "soyuz-ms-19")
    write(own / "ms-19-again.toml", "soyuz-ms-19")
    replaced = {name: entry.replaced for name, entry in listed().items()}
    assert replaced == {"soyuz-ms-19.toml": True, "ms-19-again.toml": False, "ms-19.toml": True, "mine.toml": False}


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"0" * 64 + b"{}"])
def test_a_damaged_index_is_made_anew(own: Path, listed: Watch, damage: bytes) -> None:
    first = listed()
    for path in index.folder().iterdir():
        path.write_bytes(damage)
    assert listed() == first
    assert len(listed.read) == 2
    listed()
    assert listed.read == []


def test_an_index_of_another_program_is_not_used(listed: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    listed()
    monkeypatch.setattr(index, "stamp", lambda: "another")
    listed()
    assert listed.read == ["soyuz-ms-19.toml"]


def test_what_was_read_is_kept_when_the_reading_is_stopped(own: Path, listed: Watch) -> None:
    def stop(done: int, of: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_catalogue(stop)
    listed()
    assert listed.read == ["mine.toml"]


def test_without_a_cache_folder_the_list_is_read_all_the_same(
    own_folders: Path, listed: Watch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = own_folders / "a file"
    nowhere.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(nowhere))
    assert set(listed()) == {"soyuz-ms-19.toml"}
    assert "is not kept for the next start" in caplog.text
