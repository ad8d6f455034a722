"""A bar for someone who waits."""

import io

import pytest

from mission_gui.cli.progress import bar, show


class Terminal(io.StringIO):
    """Where a person reads."""

    def isatty(self) -> bool:
        return True


def test_the_bar_grows_over_itself_and_ends_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    for done in (0, 1, 2):
        show(done, 2, "missions read")
    drawn = [bar(done, 2, "missions read") for done in (0, 1, 2)]
    assert screen.getvalue() == "".join(f"\r{line}" for line in drawn) + "\n"
    assert drawn[1] == f"[{'#' * 15}{' ' * 15}]  50 %  1 of 2 missions read"


def test_where_nobody_watches_nothing_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    show(1, 2, "missions read")
    assert capsys.readouterr().err == ""
