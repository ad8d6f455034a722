"""A bar for someone who waits."""

import io

import pytest

from mission_gui.cli.progress import Progress, bar, duration, show


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


@pytest.mark.parametrize(("seconds", "told"), [(32.4, "0:32"), (3909, "1:05:09"), (0, "0:00")])
def test_a_time_left_is_short(seconds: float, told: str) -> None:
    assert duration(seconds) == told


def test_the_time_left_follows_the_pace_of_what_was_made_now(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    shown = Progress(10, "pictures", done=4)
    assert shown.left() is None, "what was there before says nothing of the pace"
    now[0] += 60.0
    shown.step()
    now[0] += 0.1
    shown.step()
    assert shown.left() is None, "the start of the work, which came before the first, is no part of its pace"
    now[0] += 6.0
    shown.step()
    assert shown.left() == 18.0


def test_the_bar_stands_with_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    shown = Progress(3, "pictures")
    for _ in range(3):
        now[0] += 2.0
        shown.step()
    lines = screen.getvalue().split("\r")
    assert lines[2].rstrip(" ").endswith("1 of 3 pictures")
    assert "2 of 3 pictures, 0:02 left" in lines[3] and lines[4].rstrip(" \n").endswith("3 of 3 pictures")
    assert screen.getvalue().endswith("\n")
