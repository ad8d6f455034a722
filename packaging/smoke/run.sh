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

# What is tried is what was built; it cannot be held against another commit's picture.
here=$($python -c 'from mission_gui.version import commit; print(commit())')
built=$(cat dist/mission-gui/_internal/mission_gui/resources/commit)
[ "${here%+}" = "${built%+}" ] || stop "dist/ was built from $built, and this is $here: make deb"

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

# Nothing of this environment nor of flights kept here: both may have been worked out by another way of adding.
clean=(env --ignore-environment HOME="$PWD/$work/home" PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8)

# The picture that each of them has to make too: text in another font, or in none, would differ.
wanted=$work/wanted.png
rm -rf "${work:?}/home" "$wanted"
"${clean[@]}" QT_QPA_PLATFORM=offscreen $python -m mission_gui shot soyuz-ms-19 --at undocking --size 1280x720 -o "$wanted" >/dev/null

# The commands in README.md below a heading, each on one line.
declare -A headings=([deb]="Debian, Ubuntu." [frozen]="Any Linux, without installing." [wheel]="With pipx")
lines_of_readme() {
    awk -v heading="**$1" 'index($0, heading) == 1 { here = 1; next }
        /^\*\*/ { here = 0 }
        here && sub(/^    /, "") { if (sub(/\\$/, "")) printf "%s", $0; else print }' README.md
}

# Does a step in the root, with nothing of this environment but the way out; with a screen's number, without a network.
in_root() {
    local apart=()
    if [ -n "${3:-}" ]; then apart=(unshare --net); fi
    "${apart[@]}" chroot "$root" "${clean[@]}" http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" \
        DISPLAY="${3:+:$3}" bash /given/inside.sh "$1" "$2"
}

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
    [ -n "${headings[$kind]:-}" ] || stop "no such kind: $kind"
    lines_of_readme "${headings[$kind]}" >"$root/given/readme"
    cp resources/missions/soyuz-ms-19.toml "$root/given/mission.toml"
    case $kind in
        deb) cp dist/mission-gui_*.deb "$root/given/" ;;
        frozen) cp -a dist/mission-gui "$root/given/" ;;
        wheel)
            lines_of_readme "${headings[frozen]}" >>"$root/given/readme"  # "as above"
            cp dist/mission_gui-*.whl "$root/given/"
            wanted_extras=$(grep -o 'mission-gui\[.*\]' "$root/given/readme" | grep -o '\[.*\]')
            build/frozen-venv/bin/python -m pip --quiet --disable-pip-version-check download --dest "$root/given" \
                --constraint requirements.lock --only-binary :all: "$(ls "$root"/given/*.whl)$wanted_extras" \
                pip setuptools wheel  # pipx brings these up to date first
            ;;
    esac
    cp packaging/smoke/inside.sh "$root/given/"

    # A screen whose memory can be looked at; the root reaches it by its socket.
    screen=$work/screen-$kind seen=
    rm -rf "$screen" && mkdir -p "$screen"
    Xvfb -displayfd 3 -screen 0 1280x720x24 -fbdir "$screen" -nolisten tcp -ac 3>"$screen/number" 2>/dev/null &
    display=$!
    until [ -s "$screen/number" ]; do sleep 0.1; done
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"

    say "$kind: installing"
    in_root install "$kind"
    say "$kind: using"
    in_root use "$kind" "$(cat "$screen/number")" &
    inside=$!
    # It opens the window, tells so, and waits until the screen has been looked at.
    until [ -e "$root/given/window-is-open" ] || ! kill -0 "$inside" 2>/dev/null; do sleep 0.2; done
    # However slow the machine is: until it is the board, or a minute or two have passed.
    for _ in {1..60}; do
        kill -0 "$inside" 2>/dev/null || break
        cp "$screen/Xvfb_screen0" "$work/window-$kind.xwd"
        if seen=$($python packaging/smoke/look.py "$work/window-$kind.xwd" "$wanted" "$work/window-$kind.png" 2>&1); then break; fi
        sleep 1
    done
    touch "$root/given/window-was-seen"
    wait "$inside" || stop "$kind: it failed inside the root"
    cmp "$wanted" "$root/given/shot.png" || stop "$kind: its picture is not the one made from source"
    [ -z "$seen" ] || stop "$kind: $seen"
    say "$kind: removing"
    in_root remove "$kind"
    cleanup
    rm -rf --one-file-system "$root"
    trap - EXIT
    say "$kind: passed"
done
