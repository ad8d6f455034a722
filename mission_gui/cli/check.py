"""`mission-gui check FILE...`: says whether data files are sound, and explains all that is wrong with them."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from mission_gui.cli.briefing_template import is_template
from mission_gui.cli.excerpt import excerpt
from mission_gui.cli.status import DONE, FAULTY, UNUSABLE
from mission_gui.domain.errors import Finding, MissionFileError, UserError
from mission_gui.missionfile import check_file, find_mission
from mission_gui.missionfile.document import read_document

HELP = "check mission files and all other data files, and explain all their faults"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The files to check."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, or the id of a mission")
    parser.add_argument("--json", action="store_true", help="print JSON: a list of objects, one for each file")
    parser.add_argument("--strict", action="store_true", help="let a warning count as a fault")


def run(args: argparse.Namespace) -> int:
    """0 where all files are sound, 1 where one has faults, 2 where one cannot be read."""
    results = [_checked(name) for name in args.files]
    if args.json:
        print(json.dumps([_as_json(*result) for result in results], ensure_ascii=False, indent=2))
    else:
        for name, findings in results:
            _tell(name, findings)
    return max(_status(findings, args.strict) for _, findings in results)


def _checked(name: str) -> tuple[str, list[Finding] | UserError]:
    """What there is to say of a file, by the name that opens it; the error where it cannot be read."""
    try:
        path = find_mission(name)
        shown = name if path.stem == name else str(path)
        return shown, _findings(path)
    except MissionFileError as error:
        return error.path, list(error.findings)
    except UserError as error:
        return name, error


def _findings(path: Path) -> list[Finding]:
    """What there is to say of a sound file of any kind."""
    if is_template(read_document(path)):
        from mission_gui.export.brief.template import check_template

        check_template(path)
        return []
    return check_file(path)


def _status(findings: list[Finding] | UserError, strict: bool) -> int:
    if isinstance(findings, UserError):
        return UNUSABLE
    return FAULTY if any(strict or not finding.warning for finding in findings) else DONE


def _tell(name: str, findings: list[Finding] | UserError) -> None:
    if isinstance(findings, UserError):
        print(findings, file=sys.stderr)
        return
    for finding in findings:
        print(excerpt(name, finding) + "\n")
    print(f"{name}: {_counted(findings)}")


def _counted(findings: list[Finding]) -> str:
    """`2 faults, 1 warning`; `ok` where there is nothing to say."""
    warnings = sum(finding.warning for finding in findings)
    counts = (("fault", len(findings) - warnings), ("warning", warnings))
    told = [f"{count} {noun}{'s' if count > 1 else ''}" for noun, count in counts if count]
    return ", ".join(told) or "ok"


def _as_json(name: str, findings: list[Finding] | UserError) -> dict[str, Any]:
    if isinstance(findings, UserError):
        return {"file": name, "ok": False, "error": str(findings), "findings": []}
    told = [_finding_as_json(finding) for finding in findings]
    return {"file": name, "ok": all(finding.warning for finding in findings), "error": None, "findings": told}


def _finding_as_json(finding: Finding) -> dict[str, Any]:
    return {
        "level": "warning" if finding.warning else "fault",
        "place": finding.place or None,
        "what": finding.what,
        "remedy": finding.remedy or None,
        "line": finding.line or None,
        "column": finding.column or None,
        "length": finding.length or None,
    }
