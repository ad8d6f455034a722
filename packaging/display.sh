#!/usr/bin/env bash
# Is there a display that Qt can open a window on? Where there is none, says so and fails.

cd "$(dirname "$0")/.." || exit 1
named=${DISPLAY:-}${WAYLAND_DISPLAY:-}
if [ -z "$named" ]; then
    echo "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)."
    exit 1
fi
if ! problem=$(.venv/bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])' 2>&1); then
    printf 'The display %s does not open: %s\n' "$named" "${problem%%$'\n'*}"
    exit 1
fi
