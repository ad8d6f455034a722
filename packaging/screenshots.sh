#!/usr/bin/env bash
# Makes the pictures that the store's page of the program shows, in dist/screenshots/.

set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p dist/screenshots
shot() {
    QT_QPA_PLATFORM=offscreen .venv/bin/mission-gui shot soyuz-ms-19 --at "$2" --layout "$1" --size 1280x720 \
        -o "dist/screenshots/$1.png"
}
shot orbit touchdown-01:00:00
shot descent peak_load
shot proximity undocking+00:15:00
