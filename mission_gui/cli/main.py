"""`mission-gui`: picks the command; without one it opens the board."""

import argparse
import importlib
import os
import sys
from types import ModuleType

from mission_gui.cli.status import FAULTY, INTERRUPTED, status_of
from mission_gui.domain.errors import UserError
from mission_gui.files import FULL
from mission_gui.system import mend_streams

COMMANDS = {
    "list": "mission_gui.cli.list_missions",
    "show": "mission_gui.cli.show",
    "conflicts": "mission_gui.cli.conflicts",
    "check": "mission_gui.cli.check",
    "new": "mission_gui.cli.new",
    "import": "mission_gui.cli.import_timeline",
    "schema": "mission_gui.cli.schema",
    "migrate": "mission_gui.cli.migrate",
    "events": "mission_gui.cli.events",
    "track": "mission_gui.cli.track",
    "verify": "mission_gui.cli.verify",
    "opportunities": "mission_gui.cli.opportunities",
    "shot": "mission_gui.cli.shot",
    "open": "mission_gui.cli.open_picture",
    "film": "mission_gui.cli.film",
    "compare": "mission_gui.cli.compare",
    "brief": "mission_gui.cli.brief",
    "disperse": "mission_gui.cli.disperse",
    "doctor": "mission_gui.cli.doctor",
}
"""Each is imported only when it is asked for: `mission-gui list` needs no Qt. Without a command: `OPEN`."""

OPEN = "mission_gui.cli.open_board"


def main(words: list[str] | None = None) -> int:
    """The exit status, one of `STATUSES`."""
    words = sys.argv[1:] if words is None else words
    mend_streams()
    try:
        status = _run(words)
        sys.stdout.flush()
        return status
    except UserError as error:
        print(f"mission-gui: {error}", file=sys.stderr)
        return status_of(error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _say_no_more()  # the reader, `head` for one, has what it wants
        return 0
    except OSError as error:
        if error.errno not in FULL:
            raise
        _say_no_more()
        print(f"mission-gui: the output cannot be written ({error.strerror}): make room", file=sys.stderr)
        return FAULTY


def _say_no_more() -> None:
    """What is still to be printed goes nowhere, at the end of the process too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(words: list[str]) -> int:
    name = words[0] if words else ""
    if name in COMMANDS:
        module = importlib.import_module(COMMANDS[name])
        arguments = _parser(module, f"mission-gui {name}").parse_args(words[1:])
    else:
        module = importlib.import_module(OPEN)
        arguments = _opening_parser(module, words).parse_args(words)
    status: int = module.run(arguments)
    return status


def _parser(module: ModuleType, prog: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=prog, description=f"{module.HELP[0].upper()}{module.HELP[1:]}.")
    module.add_arguments(parser)
    return parser


def _opening_parser(module: ModuleType, words: list[str]) -> argparse.ArgumentParser:
    parser = _parser(module, "mission-gui")
    parser.add_argument("--version", action=_Version, nargs=0, help="say which program this is, and what it runs on")
    if {"-h", "--help"} & set(words):
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.epilog = _commands()
    return parser


class _Version(argparse.Action):
    """Asks git and Qt only when it is wanted."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from mission_gui.version import told

        print(told())
        parser.exit()


def _commands() -> str:
    """The commands and what they do; asking each one imports it."""
    helps = ((name, importlib.import_module(place).HELP) for name, place in COMMANDS.items())
    return "commands (each with --help):\n" + "\n".join(f"  {name:<15}{text}" for name, text in helps)
