"""What bash, zsh and fish complete after `mission-gui`; written by packaging/manual.py."""

import argparse
import re

from commandline import FILES, MISSIONS, options, parsers, told, value, words

from mission_gui.cli.main import COMMANDS
from mission_gui.missionfile import mission_paths


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
