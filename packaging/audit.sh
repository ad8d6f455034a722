#!/usr/bin/env bash
# Known vulnerabilities of the locked packages, by pip-audit; where it or its database cannot be reached, says so and goes on.

set -uo pipefail
cd "$(dirname "$0")/.." || exit
tool=build/audit-venv
say() { printf 'audit: %s\n' "$*"; }

if [ ! -x $tool/bin/pip-audit ]; then
    .venv/bin/python -m venv --clear $tool
    if ! $tool/bin/pip --quiet --disable-pip-version-check install "pip-audit>=2.9,<3"; then
        say "skipped: pip-audit cannot be installed from here"
        exit 0
    fi
fi
locks=(requirements.lock packaging/frozen/requirements.txt)
if ! report=$($tool/bin/pip-audit "${locks[@]/#/--requirement=}" --no-deps --disable-pip --progress-spinner off --format json) &&
    ! grep -q '"vulns"' <<<"$report"; then
    say "skipped: the database of vulnerabilities cannot be reached from here"
    exit 0
fi
$tool/bin/python packaging/audit.py <<<"$report"
