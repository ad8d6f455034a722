"""`mission-gui migrate`."""

from pathlib import Path

import pytest

from mission_gui.cli.main import main
from tests.missionfile.mutation import GOOD, spoiled
from tests.missionfile.test_migrate import ARC, FIRST, HOVER


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.toml"
    path.write_text(spoiled(FIRST, HOVER), encoding="utf-8")
    return path


def test_the_new_file_takes_the_old_ones_place_and_the_old_one_is_kept(old: Path) -> None:
    before = old.read_bytes()
    assert main(["migrate", str(old)]) == 0
    assert old.read_text(encoding="utf-8") == GOOD
    assert (old.parent / "old.toml.bak").read_bytes() == before
    assert main(["migrate", str(old)]) == 0


def test_a_mission_of_ones_own_is_named_by_its_id(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MISSION_GUI_MISSIONS", str(old.parent))
    monkeypatch.chdir(Path(__file__).parent)
    assert main(["migrate", "soyuz-ms-19"]) == 0
    assert old.read_text(encoding="utf-8") == GOOD


def test_an_output_leaves_the_old_file_alone(old: Path) -> None:
    before, new = old.read_bytes(), old.parent / "new.toml"
    assert main(["migrate", str(old), "-o", str(new)]) == 0
    assert old.read_bytes() == before and new.read_text(encoding="utf-8") == GOOD


def test_nothing_is_written_over(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, new = old.read_bytes(), old.parent / "new.toml"
    for name in ("old.toml.bak", "old.toml.bak-2", "new.toml"):
        (old.parent / name).write_text(name, encoding="utf-8")
    assert main(["migrate", str(old), "-o", str(new)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["migrate", str(old)]) == 0
    assert (old.parent / "old.toml.bak-3").read_bytes() == before
    assert all((old.parent / name).read_text() == name for name in ("old.toml.bak", "old.toml.bak-2", "new.toml"))


def test_what_is_left_to_do_by_hand_is_told(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old.write_text(spoiled(FIRST, HOVER, ARC), encoding="utf-8")
    assert main(["migrate", str(old)]) == 1
    out = capsys.readouterr().out
    assert "departure.burns[2]: delta_v taken out" in out
    assert "departure.burns[6].toward_centre" in out
