"""Writes the man page and the shell completions out of the program's own command line.

    .venv/bin/python packaging/manual.py

The files lie in `packaging/linux/`; a test tells when they are older than the command line.
"""

import argparse
from pathlib import Path

from commandline import options, parsers, told, value, words
from completions import bash, fish, zsh

from mission_gui import __version__
from mission_gui.cli.status import STATUSES

FOLDER = Path(__file__).resolve().parent / "linux"


def man_page() -> str:
    """In the language of `man`."""
    found = parsers()
    board = found.pop("")
    parts = [
        f'.TH MISSION\\-GUI 1 "" "mission\\-gui {__version__}" "User Commands"',
        ".SH NAME",
        "mission\\-gui \\- watch a crewed spacecraft come home",
        ".SH SYNOPSIS",
        _synopsis("", board),
        *(_synopsis(name, parser) for name, parser in found.items()),
        ".SH DESCRIPTION",
        _DESCRIPTION,
        ".SH OPTIONS",
        "Without a command the board is opened.",
        *(_entry(action) for action in (*words(board), *options(board))),
        ".TP\n\\fB\\-\\-version\\fR\nsay which program this is, and what it runs on",
        ".SH COMMANDS",
    ]
    for name, parser in found.items():
        parts += [f".SS {_plain(name)}", _plain(_sentence(parser.description or ""))]
        parts += [_entry(action) for action in (*words(parser), *options(parser))]
    parts += [".SH EXIT STATUS", *(f".TP\n{number}\n{_plain(told)}" for number, told in STATUSES.items())]
    return "\n".join((*parts, _REST.strip(), ""))


_DESCRIPTION = (
    "Replays returns of the Soyuz from the International Space Station. Map, countdown, crew, readings and charts\n"
    "all show the same instant, and every number says whether it was published, propagated or modelled.\n"
    "A mission is a name from\n.B mission\\-gui list\nor the path of a mission file."
)

_REST = """
.SH FILES
.TP
.I ~/.config/mission\\-gui/settings.json
what was chosen on the board
.TP
.I ~/.cache/mission\\-gui/
flights kept for a quick start; may be deleted
.TP
.I ~/.local/share/mission\\-gui/portraits/
pictures of crew members, of your own
.TP
.I ~/.local/state/mission\\-gui/log/
reports of crashes
.SH EXAMPLES
.TP
.B mission\\-gui soyuz\\-ms\\-19 \\-\\-at touchdown\\-00:05:00 \\-\\-rate 10
the board, from five minutes before landing
.TP
.B mission\\-gui shot soyuz\\-ms\\-19 \\-\\-at undocking \\-o undocking.png
one picture of it
.TP
.B mission\\-gui doctor
what is missing here, and how to mend it
.SH COPYRIGHT
Apache License 2.0. The licences of what it brings with it are listed beside it.
"""


def _plain(text: str) -> str:
    return text.replace("\\", "\\\\").replace("-", "\\-").replace("'", "\\(aq")


def _sentence(text: str) -> str:
    return f"{text[0].upper()}{text[1:]}."


def _synopsis(name: str, parser: argparse.ArgumentParser) -> str:
    parts = [f".B {_plain(f'mission-gui {name}'.strip())}", "[\\fIOPTION\\fR]..."]
    for action in words(parser):
        shown = f"\\fI{_plain(value(action))}\\fR"
        parts.append(f"[{shown}]" if action.nargs in ("?", "*") else shown)
    return "\n".join((*parts, ".br"))


def _entry(action: argparse.Action) -> str:
    named = ", ".join(f"\\fB{_plain(option)}\\fR" for option in action.option_strings)
    shown = f"\\fI{_plain(value(action))}\\fR" if value(action) else ""
    return f".TP\n{' '.join(filter(None, (named, shown)))}\n{_plain(told(action))}"


WRITTEN = {
    "mission-gui.1": man_page,
    "mission-gui.bash": bash,
    "_mission-gui": zsh,
    "mission-gui.fish": fish,
}


def main() -> None:
    """Writes them all."""
    for name, made in WRITTEN.items():
        (FOLDER / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
