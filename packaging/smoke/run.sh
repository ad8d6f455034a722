#!/usr/bin/env bash
# Installs what is in dist/ into a clean root made by debootstrap, and uses it there like a person would.
#
#   packaging/smoke/run.sh [deb] [frozen] [wheel]     # all three without a word
#
# Needs root, debootstrap and Xvfb. SUITE=trixie chooses another Debian. What the clean root may reach is what apt here is
# set up with; the program itself is used without a network.

set -euo pipefail
script=$(realpath "$0")
cd "$(dirname "$script")/../.."
suite=${SUITE:-bookworm}
work=build/smoke
kinds=("$@")
if [ ${#kinds[@]} = 0 ]; then kinds=(deb frozen wheel); fi
python=.venv/bin/python

say() { printf 'smoke: %s\n' "$*"; }
stop() { say "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || stop "a clean root takes root: sudo make smoke"
for tool in debootstrap Xvfb; do command -v "$tool" >/dev/null || stop "$tool is missing: apt-get install ${tool,,}"; done
# Nothing that is mounted here is seen outside.
if [ -z "${SMOKE_APART:-}" ]; then SMOKE_APART=1 exec unshare --mount --propagation private "$script" "$@"; fi
mkdir -p "$work"

# The clean root, kept packed for the next time.
base=$work/$suite.tar
if [ ! -e "$base" ]; then
    say "making a clean $suite"
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
    rm -rf "$work/base"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$work/base" "$mirror" >"$work/debootstrap.log"
    tar --create --file "$base.part" --directory "$work/base" .
    mv "$base.part" "$base"
    rm -rf "$work/base"
fi

# The picture that each of them has to make too: text in another font, or in none, would differ.
wanted=$work/wanted.png
QT_QPA_PLATFORM=offscreen $python -m mission_gui shot soyuz-ms-19 --at undocking --size 1280x720 -o "$wanted" >/dev/null

unmount() {
    for place in proc dev tmp/.X11-unix; do
        if mountpoint --quiet "$root/$place"; then umount --lazy "$root/$place"; fi
    done
}

cleanup() {
    if [ -n "${display:-}" ]; then kill "$display" 2>/dev/null || true; fi
    unmount
}

for kind in "${kinds[@]}"; do
    root=$PWD/$work/root-$kind
    unmount
    rm -rf --one-file-system "$root"
    mkdir -p "$root"
    trap cleanup EXIT
    tar --extract --file "$base" --directory "$root"
    cp /etc/resolv.conf /etc/hosts "$root/etc/"
    cp -r /etc/apt/apt.conf.d "$root/etc/apt/"
    mkdir -p "$root/tmp/.X11-unix" "$root/given"
    mount -t proc proc "$root/proc"
    mount -t tmpfs tmpfs "$root/dev"
    mkdir -m 1777 "$root/dev/shm"
    for device in null zero full random urandom tty; do cp -a "/dev/$device" "$root/dev/"; done
    ln -s /proc/self/fd "$root/dev/fd"
    case $kind in
        deb) cp dist/mission-gui_*.deb "$root/given/" ;;
        frozen) cp -a dist/mission-gui "$root/given/" ;;
        wheel)
            cp dist/mission_gui-*.whl "$root/given/"
            build/frozen-venv/bin/python -m pip --quiet --disable-pip-version-check download --no-deps \
                --dest "$root/given" --requirement requirements.lock
            ;;
        *) stop "no such kind: $kind" ;;
    esac
    cp packaging/smoke/inside.sh "$root/given/"

    # A screen whose memory can be looked at; the root reaches it by its socket.
    screen=$work/screen-$kind
    rm -rf "$screen" && mkdir -p "$screen"
    Xvfb -displayfd 3 -screen 0 1280x720x24 -fbdir "$screen" -nolisten tcp -ac 3>"$screen/number" 2>/dev/null &
    display=$!
    until [ -s "$screen/number" ]; do sleep 0.1; done
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

    say "$kind: installing"
    chroot "$root" env DEBIAN_FRONTEND=noninteractive bash /given/inside.sh install "$kind"
    say "$kind: using"
    DISPLAY=:$(cat "$screen/number") unshare --net chroot "$root" bash /given/inside.sh use "$kind" &
    inside=$!
    # It opens the window, tells so, and waits until the screen has been looked at.
    until [ -e "$root/given/window-is-open" ] || ! kill -0 "$inside" 2>/dev/null; do sleep 0.2; done
    sleep 6
    cp "$screen/Xvfb_screen0" "$work/window-$kind.xwd"
    touch "$root/given/window-was-seen"
    wait "$inside" || stop "$kind: it failed inside the root"
    cmp "$wanted" "$root/given/shot.png" || stop "$kind: its picture is not the one made from source"
    $python packaging/smoke/look.py "$work/window-$kind.xwd" "$wanted" "$work/window-$kind.png"
    say "$kind: removing"
    chroot "$root" env DEBIAN_FRONTEND=noninteractive bash /given/inside.sh remove "$kind"
    cleanup
    rm -rf --one-file-system "$root"
    trap - EXIT
    say "$kind: passed"
done
