"""Tells what pip-audit found, of its JSON on the standard input; 1 where a package has a known vulnerability."""

import json
import sys
from typing import Any


def told(dependencies: list[dict[str, Any]]) -> tuple[list[str], bool]:
    """The lines of the report, and whether something is wrong."""
    asked = [package for package in dependencies if "skip_reason" not in package]
    if not asked:
        return ["skipped: the database of vulnerabilities knows none of the packages from here"], False
    lines = [f"{len(asked)} of {len(dependencies)} packages were looked up"]
    lines += [f"not known there: {package['name']}" for package in dependencies if "skip_reason" in package]
    found = [(package, fault) for package in asked for fault in package["vulns"]]
    for package, fault in found:
        mended = ", ".join(fault["fix_versions"]) or "none yet"
        lines.append(f"{package['name']} {package['version']}: {fault['id']}, mended in {mended}")
    return lines if found else [*lines, "no known vulnerability"], bool(found)


if __name__ == "__main__":
    lines, wrong = told(json.load(sys.stdin)["dependencies"])
    print(*(f"audit: {line}" for line in lines), sep="\n")
    sys.exit(wrong)
