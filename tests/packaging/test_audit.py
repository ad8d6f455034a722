"""What is said of the known vulnerabilities of the packages."""

import importlib

audit = importlib.import_module("audit")

UNKNOWN = {"name": "own", "skip_reason": "not there"}
SOUND = {"name": "orbits", "version": "1.2", "vulns": []}
FAULTY = {"name": "maps", "version": "3", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1"]}]}


def test_where_no_package_is_known_the_audit_says_that_it_was_skipped() -> None:
    lines, wrong = audit.told([UNKNOWN])
    assert lines[0].startswith("skipped") and not wrong


def test_a_fault_is_told_with_its_remedy_and_fails() -> None:
    lines, wrong = audit.told([UNKNOWN, SOUND, FAULTY])
    assert lines == [
        "2 of 3 packages were looked up",
        "not known there: own",
        "maps 3: PYSEC-1, mended in 3.1",
    ]
    assert wrong


def test_sound_packages_pass() -> None:
    assert audit.told([SOUND]) == (["1 of 1 packages were looked up", "no known vulnerability"], False)
