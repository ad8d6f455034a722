#!/usr/bin/env bash
# What packaging/smoke/run.sh does inside the clean root: install | use | remove, each with deb | frozen | wheel.

set -euo pipefail
step=$1 kind=$2
user="tester" home="/home/Мария Тест" place="/opt/Мои программы/mission gui"
export LC_ALL=C.UTF-8 HOME=/root

say() { printf '  %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }
apt() { apt-get -qq -y --no-install-recommends "$@" >/given/apt.log 2>&1 || { tail -n 20 /given/apt.log; fail "apt-get $*"; }; }

# What a desktop has anyway, for a folder that is only unpacked; README.md names the same.
desktop="libgl1 libegl1 libdbus-1-3 libfontconfig1 libglib2.0-0 libwayland-client0 libwayland-cursor0 libwayland-egl1
    libx11-xcb1 libxcb-glx0 libxcb-randr0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0"
# For a wheel also what the frozen folder brings along.
qt="libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-xkb1 libxkbcommon-x11-0"

# The program, as the user would start it; PATH as pipx makes it.
program() {
    case $kind in
        deb) echo /usr/bin/mission-gui ;;
        frozen) echo "$place/mission-gui" ;;
        wheel) echo /usr/local/bin/mission-gui ;;
    esac
}

# As a user who is not root, in a home with a space and Cyrillic letters.
as_user() { setpriv --reuid="$user" --regid="$user" --clear-groups env HOME="$home" "$@"; }

if [ "$step" = install ]; then
    apt update
    useradd --create-home --home-dir "$home" "$user"
    case $kind in
        deb)
            # First the version before, so that the upgrade is tried too.
            apt install dpkg
            dpkg-deb --raw-extract /given/mission-gui_*.deb /given/older
            sed -i 's/^Version: .*/Version: 0.0.1/' /given/older/DEBIAN/control
            dpkg-deb -Zgzip -z1 --root-owner-group --build /given/older /given/older.deb >/dev/null
            apt install /given/older.deb
            rm -r /given/older /given/older.deb
            ;;
        frozen)
            # shellcheck disable=SC2086
            apt install $desktop
            mkdir -p "$(dirname "$place")"
            mv /given/mission-gui "$place"
            ;;
        wheel)
            # shellcheck disable=SC2086
            apt install $desktop $qt python3 pipx
            PIPX_HOME=/opt/pipx PIPX_BIN_DIR=/usr/local/bin pipx install \
                --pip-args="--no-index --find-links=/given" /given/mission_gui-*.whl >/dev/null 2>&1
            ;;
    esac
    # What the user has before, and must have after.
    as_user mkdir -p "$home/.config/mission-gui" "$home/Мои полёты"
    as_user sh -c 'echo "{\"toured\": true}" >"$HOME/.config/mission-gui/settings.json"'
    file=$(find / -xdev -path '*missions/soyuz-ms-19.toml' -print -quit)
    as_user cp "$file" "$home/Мои полёты/мой полёт.toml"
    if [ "$kind" = deb ]; then apt install "$(ls /given/mission-gui_*.deb)"; fi
    exit
fi

sums() { (cd "$home" && find . -name '*.toml' -o -name settings.json | LC_ALL=C sort | xargs -d '\n' sha256sum); }

if [ "$step" = use ]; then
    program=$(program)
    as_user "$program" --version
    as_user "$program" doctor || fail "doctor found something"
    as_user "$program" check "$home/Мои полёты/мой полёт.toml"
    as_user "$program" list | grep -q soyuz-ms-19 || fail "list does not name soyuz-ms-19"
    as_user "$program" disperse soyuz-ms-19 --samples 20 >/dev/null
    chmod 777 /given
    as_user "$program" shot soyuz-ms-19 --at undocking --size 1280x720 -o /given/shot.png >/dev/null
    sums >/root/sums

    # The real window, with a file of the user's own, from a home that cannot be written.
    chmod 555 "$home" "$home/.config" "$home/.config/mission-gui"
    rm -rf "$home/.cache" "$home/.local"
    chown root "$home" "$home/.config" "$home/.config/mission-gui"
    as_user "$program" mission-gui://soyuz-ms-19?at=2022-03-30T07:21:03Z --paused --theme dark --language en \
        --layout orbit >/given/window.log 2>&1 &
    window=$!
    sleep 4
    kill -0 "$window" 2>/dev/null || { cat /given/window.log; fail "the window did not stay open"; }
    touch /given/window-is-open
    until [ -e /given/window-was-seen ]; do sleep 0.2; done
    kill -TERM "$window"
    wait "$window" || status=$?
    [ "${status:-0}" = 143 ] || { cat /given/window.log; fail "the window ended with ${status:-0}, not in order"; }
    # Fontconfig cannot keep its own cache in such a home either, and says so.
    if grep -v '^Fontconfig' /given/window.log | grep -i "traceback\|error"; then fail "the window had something to complain of"; fi
    chown -R "$user" "$home" && chmod 755 "$home" "$home/.config" "$home/.config/mission-gui"
    sums | diff /root/sums - || fail "a file of the user has changed"
    exit
fi

case $kind in
    deb)
        for file in applications/mission-gui.desktop metainfo/org.missiongui.MissionGUI.metainfo.xml \
            mime/packages/mission-gui.xml man/man1/mission-gui.1.gz bash-completion/completions/mission-gui \
            icons/hicolor/scalable/apps/mission-gui.svg icons/hicolor/48x48/apps/mission-gui.png; do
            # A minimal root is told to leave manuals out.
            [ -e "/usr/share/$file" ] || [[ $file = man/* ]] || fail "/usr/share/$file is missing"
        done
        apt remove mission-gui
        [ ! -e /usr/bin/mission-gui ] || fail "the program is still there"
        dpkg --purge mission-gui 2>/dev/null
        left=$(find /usr /etc /var/lib -xdev -iname '*mission-gui*' -not -path '*/dpkg/*')
        [ -z "$left" ] || fail "left behind: $left"
        ;;
    frozen) rm -r "$place" ;;
    wheel) PIPX_HOME=/opt/pipx PIPX_BIN_DIR=/usr/local/bin pipx uninstall mission-gui >/dev/null ;;
esac
sums | diff /root/sums - || fail "a file of the user has changed"
