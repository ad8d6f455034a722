#!/usr/bin/env bash
# Set up everything the program needs, in the checkout's own .venv and with apt-get.
#
#   packaging/setup.sh          what running needs
#   packaging/setup.sh test     that, and what the tests need
#
# Safe to repeat, and quick when nothing is missing. PYTHON=python3.12 chooses the interpreter.
# Without the right to install system packages it prints the one line to run, and stops.

set -euo pipefail
cd "$(dirname "$0")/.."
purpose=${1:-run}

# Two setups of one checkout wait for each other.
exec 9<packaging/setup.sh
flock 9

# Qt's system libraries and the Debian packages that hold them. From Debian 13 and Ubuntu 24.04 on,
# libglib2.0-0 is called libglib2.0-0t64, which apt-get still finds under the old name.
declare -A package_of=(
    [libEGL.so.1]=libegl1
    [libGL.so.1]=libgl1
    [libX11-xcb.so.1]=libx11-xcb1
    [libX11.so.6]=libx11-6
    [libdbus-1.so.3]=libdbus-1-3
    [libfontconfig.so.1]=libfontconfig1
    [libfreetype.so.6]=libfreetype6
    [libglib-2.0.so.0]=libglib2.0-0
    [libgthread-2.0.so.0]=libglib2.0-0
    [libxcb-cursor.so.0]=libxcb-cursor0
    [libxcb-icccm.so.4]=libxcb-icccm4
    [libxcb-image.so.0]=libxcb-image0
    [libxcb-keysyms.so.1]=libxcb-keysyms1
    [libxcb-randr.so.0]=libxcb-randr0
    [libxcb-render-util.so.0]=libxcb-render-util0
    [libxcb-render.so.0]=libxcb-render0
    [libxcb-shape.so.0]=libxcb-shape0
    [libxcb-shm.so.0]=libxcb-shm0
    [libxcb-sync.so.1]=libxcb-sync1
    [libxcb-util.so.1]=libxcb-util1
    [libxcb-xfixes.so.0]=libxcb-xfixes0
    [libxcb-xkb.so.1]=libxcb-xkb1
    [libxcb.so.1]=libxcb1
    [libxkbcommon-x11.so.0]=libxkbcommon-x11-0
    [libxkbcommon.so.0]=libxkbcommon0
)

say() { printf 'setup: %s\n' "$*"; }
stop() { say "$*" >&2; exit 1; }

# The command that installs system packages as this user may; nothing where there is no right to.
apt_get() {
    if ! command -v apt-get >/dev/null; then return 1; fi
    if [ "$(id -u)" = 0 ]; then echo "env DEBIAN_FRONTEND=noninteractive apt-get"; return; fi
    if sudo -n true 2>/dev/null; then echo "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get"; return; fi
    return 1
}

# Install system packages; without the right to, print the line that does, and fail.
install_system() {
    local apt
    if ! command -v apt-get >/dev/null; then
        say "there is no apt-get here; install what these Debian packages hold, then repeat: $*" >&2
        return 1
    fi
    if ! apt=$(apt_get); then
        say "system packages are missing, and installing them takes an administrator." \
            "Run this line, then repeat:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
        return 1
    fi
    say "installing system packages: $*"
    $apt -qq update || say "apt-get update had trouble; going on with what it knows"
    if ! $apt -qq -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@" >/dev/null; then
        say "apt-get could not install: $*" >&2
        return 1
    fi
}

fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if fits "$name"; then command -v "$name"; return; fi
    done
    return 1
}

# The Debian packages of the newest Python that fits, where apt-get offers one.
python_packages() {
    local minor
    for minor in 13 12 11; do
        if [ -n "$(apt-cache show "python3.$minor" 2>/dev/null)" ]; then
            echo "python3.$minor python3.$minor-venv"; return
        fi
    done
    return 1
}

# The shared libraries that Qt needs and this system lacks, one a line. Before Qt is there to be
# asked, the table above stands in for it.
absent_libraries() {
    local qt library known
    qt=$(echo .venv/lib/python3*/site-packages/PySide6/Qt)
    if [ -e "$qt/lib/libQt6Gui.so.6" ]; then
        ldd "$qt"/lib/libQt6{Core,Gui,Widgets,Svg,DBus,OpenGL,OpenGLWidgets,Test,XcbQpa}.so.6 \
            "$qt"/plugins/platforms/libq{xcb,offscreen}.so "$qt"/plugins/imageformats/libq{svg,jpeg}.so |
            sed -n 's/^\t\([^ ]*\) => not found$/\1/p'
        return
    fi
    known=$(/sbin/ldconfig -p)
    for library in "${!package_of[@]}"; do
        if [[ $known != *"$library "* ]]; then echo "$library"; fi
    done
}

# The Debian packages of those libraries, each once.
absent_packages() {
    local library
    for library in $(absent_libraries); do
        if [ -n "${package_of[$library]:-}" ]; then
            echo "${package_of[$library]}"
        else
            say "Qt needs $library, which is not here; the package that holds it is not known" >&2
        fi
    done | sort -u
}

# Is there a whole .venv, made in this place, with a Python that still fits?
venv_stands() { grep -qsF "$(pwd -P)/.venv/bin/python" .venv/bin/pip && fits .venv/bin/python; }

has_font() {
    [ -n "$(find -L /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts \
        -name '*.[ot]tf' -print -quit 2>/dev/null)" ]
}

# ---- the system, in one go

missing=()
if ! venv_stands; then
    rm -rf .venv
    if python=$(find_python); then
        if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
            missing+=("$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')")
        fi
    elif [ -n "${PYTHON:-}" ]; then
        stop "$PYTHON is not a Python 3.11, 3.12 or 3.13 that runs"
    else
        if apt=$(apt_get); then $apt -qq update || true; fi
        packages=$(python_packages) || stop "no Python 3.11, 3.12 or 3.13 here, and apt-get offers none." \
            "Install one (for example with pyenv or uv) and run: make setup PYTHON=/path/to/python3.12"
        read -ra packages <<<"$packages"
        missing+=("${packages[@]}")
    fi
fi
mapfile -t libraries < <(absent_packages)
missing+=("${libraries[@]}")
if ! has_font; then missing+=(fonts-dejavu-core); fi
if [ ${#missing[@]} -gt 0 ]; then install_system "${missing[@]}"; fi

# ---- the Python packages

# What an installation depends on; a stamp in .venv keeps it for each purpose that is installed.
state_of() { cat pyproject.toml "$@" | sha256sum; }

locks=(requirements.lock) size=500
if [ "$purpose" = test ]; then locks+=(requirements-dev.lock) size=900; fi
if [ "$(cat .venv/setup-"$purpose".sha256 2>/dev/null)" != "$(state_of "${locks[@]}")" ]; then
    if [ ! -x .venv/bin/python ]; then
        python=$(find_python)
        say "making .venv with $("$python" --version)"
        "$python" -m venv .venv
    fi
    say "installing the Python packages of ${locks[*]} (about $size MB on disk)"
    pip=(.venv/bin/python -m pip --quiet --disable-pip-version-check install --no-deps)
    "${pip[@]}" "${locks[@]/#/--requirement=}"
    "${pip[@]}" --no-build-isolation --editable .
    problems=$(.venv/bin/python -m pip --disable-pip-version-check check) || stop "$problems"
    .venv/bin/python -m compileall -q mission_gui
    state_of requirements.lock >.venv/setup-run.sha256
    state_of "${locks[@]}" >.venv/setup-"$purpose".sha256
    # now Qt can be asked
    mapfile -t libraries < <(absent_packages)
    if [ ${#libraries[@]} -gt 0 ]; then install_system "${libraries[@]}"; fi
fi

# ---- a virtual screen, for the test of the real window

if [ "$purpose" = test ]; then
    tools=()
    for tool in Xvfb:xvfb xauth:xauth xdotool:xdotool; do
        if ! command -v "${tool%:*}" >/dev/null; then tools+=("${tool#*:}"); fi
    done
    if [ ${#tools[@]} -gt 0 ] && ! install_system "${tools[@]}"; then
        say "going on without: the test of the real window will be skipped" >&2
    fi
fi
