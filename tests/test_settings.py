"""Settings survive, and a damaged file costs nothing but itself."""

import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from mission_gui import settings
from mission_gui.settings import Arrangement, Settings

OTHER = Settings(
    theme="light",
    language="ru",
    layout="mine",
    follows=False,
    toured=True,
    geometry="AAAA",
    board=Arrangement("QUJD", ("crew", "charts"), "orbit", {"crew": (340.0, 346.5)}),
    saved={"mine": Arrangement("REVG", ("crew",))},
)


def test_before_anything_was_chosen_every_setting_has_its_value() -> None:
    assert settings.read() == Settings()


def test_what_is_written_comes_back() -> None:
    settings.write(OTHER)
    assert settings.read() == OTHER
    assert [path.name for path in settings.place().parent.iterdir()] == ["settings.json"]


def test_what_another_version_wrote_is_passed_over() -> None:
    settings.write(OTHER)
    text = settings.place().read_text(encoding="utf-8")
    settings.place().write_text(text.replace("{", '{"wings": 4,', 1), encoding="utf-8")
    assert settings.read() == OTHER


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"theme": 4}',
        '{"board": {"state": 1, "panels": []}}',
        '{"saved": 3}',
        '{"board": {"state": "", "panels": [], "sizes": {"crew": 3}}}',
        "\udcff",
    ],
)
def test_a_damaged_file_is_set_aside_and_the_session_goes_on(content: str, caplog: pytest.LogCaptureFixture) -> None:
    place = settings.place()
    place.parent.mkdir(parents=True)
    place.write_bytes(content.encode("utf-8", "surrogateescape"))
    with caplog.at_level(logging.WARNING):
        assert settings.read() == Settings()
    assert "set aside as settings.damaged.json" in caplog.text
    assert place.with_suffix(".damaged.json").read_bytes() == content.encode("utf-8", "surrogateescape")
    settings.write(replace(Settings(), theme="light"))
    assert settings.read().theme == "light"


def test_a_folder_that_cannot_be_made_is_told(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = own_folders / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(blocked))
    with pytest.raises(OSError):
        settings.write(OTHER)
    assert settings.read() == Settings()


def test_how_pictures_are_taken_is_kept_and_what_is_unknown_of_it_passed_over() -> None:
    wish = settings.PictureSettings(preset="a4", caption=True, marking="EXERCISE", format="pdf")
    settings.write(settings.Settings(picture=wish))
    assert settings.read().picture == wish
    kept = json.loads(settings.place().read_text(encoding="utf-8"))
    kept["picture"] |= {"from a later version": 1}
    settings.place().write_text(json.dumps(kept), encoding="utf-8")
    assert settings.read().picture == wish
    settings.place().write_text(json.dumps(kept | {"picture": "large"}), encoding="utf-8")
    assert settings.read() == settings.Settings(), "set aside like any damage"
