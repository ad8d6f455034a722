"""Writes the man page and the shell completions out of the program's own command line.

    .venv/bin/python packaging/manual.py

The files lie in `packaging/linux/`; a test tells when they are older than the command line.
"""

import argparse
import importlib
import re
from pathlib import Path

from mission_gui import __version__
from mission_gui.cli.main import COMMANDS, OPEN
from mission_gui.missionfile import mission_paths

FOLDER = Path(__file__).resolve().parent / "linux"

# What a value named so is completed with; any other word is left to the user.
FILES = {"FILE", "FILE.png", "FOLDER", "OUTPUT"}
MISSIONS = {"MISSION"}


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The command line of each command; under the empty name that of the board."""
    found = {}
    for name, place in {"": OPEN, **COMMANDS}.items():
        module = importlib.import_module(place)
        parser = argparse.ArgumentParser(prog=f"mission-gui {name}".strip(), description=module.HELP)
        module.add_arguments(parser)
        found[name] = parser
    return found


def options(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What begins with a dash."""
    return [action for action in parser._actions if action.option_strings]


def words(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """What stands by its place."""
    return [action for action in parser._actions if not action.option_strings]


def told(action: argparse.Action) -> str:
    """Its help, as `--help` gives it."""
    return (action.help or "") % {**vars(action), "prog": "mission-gui"}


def value(action: argparse.Action) -> str:
    """How a value is named in the help; empty where an option takes none."""
    if action.nargs == 0:
        return ""
    if action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return f"{name}..." if action.nargs in ("+", "*") else name


# ---- the man page


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
    return "\n".join((*parts, _REST.strip(), ""))


_DESCRIPTION = (
    "Replays returns of the Soyuz from the International Space Station. Map, countdown, crew, readings and charts\n"
    "all show the same instant, and every number says whether it was published, propagated or modelled.\n"
    "A mission is a name from\n.B mission\\-gui list\nor the path of a mission file."
)

_REST = """
.SH EXIT STATUS
0 when all went well, 1 where a faulty mission or a missing display stops it, 2 for wrong words, 130 when interrupted.
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


# ---- completions


def bash() -> str:
    """For bash."""
    cases = "\n".join(
        f"        {name or _BOARD})\n{_bash_case(parser)}\n            ;;" for name, parser in parsers().items()
    )
    return f"""# bash completion for mission-gui; made by packaging/manual.py
_mission_gui() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command={_BOARD}
    local missions="{" ".join(mission_paths())}" commands="{" ".join(COMMANDS)}"
    COMPREPLY=()
    if [ "$COMP_CWORD" -gt 1 ]; then
        case " $commands " in *" ${{COMP_WORDS[1]}} "*) command=${{COMP_WORDS[1]}} ;; esac
    fi
    local options="" words="" files=""
    case $command in
{cases}
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then words="$words $commands"; fi
    case $cur in -*) words=$options files="" ;; esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
    if [ -n "$files" ]; then
        compopt -o filenames
        mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -f -- "$cur")
    fi
}}
complete -F _mission_gui mission-gui
"""


_BOARD = "board"


def _bash_case(parser: argparse.ArgumentParser) -> str:
    given = [action for action in options(parser) if value(action)]
    known = " ".join(option for action in options(parser) for option in action.option_strings)
    lines = [f'            options="{known}"']
    placed = words(parser)
    if any(action.metavar in MISSIONS for action in placed):
        lines.append("            words=$missions files=yes")
    elif any(action.metavar in FILES for action in placed):
        lines.append("            files=yes")
    if given:
        lines.append("            case $prev in")
        for action in given:
            lines.append(f"                {'|'.join(action.option_strings)}) {_bash_value(action)} ;;")
        lines.append("            esac")
    return "\n".join(lines)


def _bash_value(action: argparse.Action) -> str:
    if action.choices:
        return f'words="{" ".join(map(str, action.choices))}" files=""'
    return 'words="" files=yes' if action.metavar in FILES else 'words="" files=""'


def zsh() -> str:
    """For zsh."""
    cases = "\n".join(
        f"        {name})\n            _arguments {_zsh_words(parser)} ;;" for name, parser in parsers().items() if name
    )
    described = " ".join(_zsh_quoted(f"{name}:{parser.description}") for name, parser in parsers().items() if name)
    return f"""#compdef mission-gui
# zsh completion for mission-gui; made by packaging/manual.py
_mission_gui_missions() {{ compadd {" ".join(mission_paths())}; _files -g '*.toml' }}
_mission_gui() {{
    local -a commands=({described})
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        _describe command commands
        _mission_gui_missions
        return
    fi
    case $words[2] in
{cases}
        *)
            _arguments {_zsh_words(parsers()[""])} ;;
    esac
}}
_mission_gui "$@"
"""


def _zsh_words(parser: argparse.ArgumentParser) -> str:
    specs = []
    for action in options(parser):
        shown = re.sub(r"([\[\]:])", r"\\\1", told(action))
        for option in action.option_strings:
            specs.append(_zsh_quoted(f"{option}[{shown}]{_zsh_value(action)}"))
    if any(action.metavar in MISSIONS for action in words(parser)):
        specs.append("'*:mission:_mission_gui_missions'")
    elif words(parser):
        specs.append("'*:file:_files'")
    return " ".join(specs)


def _zsh_value(action: argparse.Action) -> str:
    if not value(action):
        return ""
    if action.choices:
        return f":value:({' '.join(map(str, action.choices))})"
    return ":file:_files" if action.metavar in FILES else ":value:"


def _zsh_quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def fish() -> str:
    """For fish."""
    names = " ".join(COMMANDS)
    lines = [
        "# fish completion for mission-gui; made by packaging/manual.py",
        f'complete -c mission-gui -n __fish_use_subcommand -a "{" ".join(mission_paths())}" -d mission',
    ]
    for name, parser in parsers().items():
        where = f'"__fish_seen_subcommand_from {name}"' if name else f'"not __fish_seen_subcommand_from {names}"'
        if name:
            about = _fish_quoted(parser.description)
            lines.append(f"complete -c mission-gui -n __fish_use_subcommand -a {name} -d {about}")
            if any(action.metavar in MISSIONS for action in words(parser)):
                lines.append(f'complete -c mission-gui -n {where} -a "{" ".join(mission_paths())}"')
        lines += [f"complete -c mission-gui -n {where} {_fish_option(action)}" for action in options(parser)]
    return "\n".join((*lines, ""))


def _fish_option(action: argparse.Action) -> str:
    parts = [f"-{'l' if option.startswith('--') else 's'} {option.lstrip('-')}" for option in action.option_strings]
    if action.choices:
        parts.append(f'-x -a "{" ".join(map(str, action.choices))}"')
    elif value(action):
        parts.append("-r" if action.metavar in FILES else "-x")
    return " ".join((*parts, f"-d {_fish_quoted(told(action))}"))


def _fish_quoted(text: str | None) -> str:
    return "'" + (text or "").replace("\\", "\\\\").replace("'", "\\'") + "'"


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
