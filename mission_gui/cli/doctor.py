"""`mission-gui doctor`: is everything here that the program needs, and how to mend what is not."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict

from mission_gui.cli.health import CHECKS, Check, Finding, Findings, State

HELP = "check libraries, fonts, screen and folders, and say how to mend what is wrong"

_MARKS = {State.GOOD: "ok", State.ADVICE: "note", State.BAD: "WRONG"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The form of the report."""
    parser.add_argument("--json", action="store_true", help="print JSON: a list of objects")


def run(args: argparse.Namespace) -> int:
    """0 where the program can work, 1 where something keeps it from working."""
    findings = [finding for check in CHECKS for finding in looked(check)]
    print(json.dumps([asdict(finding) for finding in findings], indent=2) if args.json else report(findings))
    return int(any(finding.state is State.BAD for finding in findings))


def looked(check: Check) -> Findings:
    """What a check finds; one that breaks off on a broken program is a finding too."""
    try:
        yield from check()
    except Exception as error:
        said = (
            f"cannot be looked at: {type(error).__name__}: {str(error).strip().splitlines()[0] if str(error) else ''}"
        )
        yield Finding(check.__name__, State.BAD, said, "see above; otherwise install mission-gui again")


def report(findings: Iterable[Finding]) -> str:
    """A line for each, the remedy below it; the verdict last."""
    found = list(findings)
    lines = []
    for finding in found:
        lines.append(f"{_MARKS[finding.state]:<6} {finding.subject + ':':<14} {finding.said}")
        if finding.remedy:
            lines.append(f"{'':21} -> {finding.remedy}")
    wrong = sum(finding.state is State.BAD for finding in found)
    verdict = {0: "Nothing is wrong.", 1: "One thing is wrong."}.get(wrong, f"{wrong} things are wrong.")
    return "\n".join((*lines, "", verdict))
