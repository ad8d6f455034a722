#!/usr/bin/env bash
# Builds wheel, sdist and Debian package twice, the second time in another place, at another time and with other rights,
# and compares them byte by byte.

set -euo pipefail
cd "$(dirname "$0")/.."
python=$PWD/.venv/bin/python
commit=$($python -c 'from mission_gui.version import commit; print(commit())')
export MISSION_GUI_COMMIT=${commit:-unknown}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$($python -c 'import sys; sys.path.insert(0, "packaging"); import build; print(build.epoch())')}
export SOURCE_DATE_EPOCH

$python packaging/build.py deb
other=$(mktemp -d)/another\ place
trap 'rm -rf "$(dirname "$other")"' EXIT
mkdir -p "$other"
tar --create --exclude=./.venv --exclude=./.git --exclude=./build --exclude=./dist --exclude=./out --exclude='.*_cache' --exclude=__pycache__ . |
    tar --extract --touch --directory "$other"
(
    cd "$other"
    umask 077
    export TZ=Asia/Almaty LC_ALL=C
    $python packaging/build.py deb
)
for file in dist/*.whl dist/*.tar.gz dist/*.deb; do
    cmp "$file" "$other/$file"
    echo "the same bytes twice: $file"
done
