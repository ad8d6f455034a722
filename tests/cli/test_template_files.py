"""Templates of briefings are told from mission files by the commands that take a file."""

from pathlib import Path

import pytest

from mission_gui.cli.main import main
from mission_gui.resources import resource


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_bytes((resource("briefs") / "default.toml").read_bytes())
    return path


def test_a_template_is_checked_as_a_template(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(template)]) == 0
    assert capsys.readouterr().out.endswith("mine.toml: ok\n")


def test_the_faults_of_a_template_are_told(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    template.write_text('format = 1\nslides = ["title"]\ntheme = "pink"\n', encoding="utf-8")
    assert main(["check", str(template)]) == 1
    told = capsys.readouterr().out
    assert "theme" in told and "migrate" not in told


def test_a_template_is_not_migrated(template: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = template.read_bytes()
    assert main(["migrate", str(template)]) == 2
    assert "template of a briefing" in capsys.readouterr().err
    assert template.read_bytes() == before
