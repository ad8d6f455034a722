#!/usr/bin/env bash
# What packaging/smoke/run.sh does inside the clean root: install | use | remove, each with deb | frozen | wheel.
# What installs and removes are the lines of README.md itself, in /given/readme.

set -euo pipefail
step=$1 kind=$2
user="tester" home="/home/Мария Тест" place="/opt/Мои программы"
export LC_ALL=C.UTF-8 HOME=/root PIPX_HOME=/opt/pipx PIPX_BIN_DIR=/usr/local/bin PIP_NO_INDEX=1 PIP_FIND_LINKS=/given
export DEBIAN_FRONTEND=noninteractive

say() { printf '  %s\n' "$*"; }
fail() { say "$*" >&2; exit 1; }
# The log of a command is only of interest when it fails.
quietly() { "$@" >/given/log 2>&1 || { tail -n 20 /given/log; fail "$*"; }; }
apt-get() { quietly command apt-get -qq -y --no-install-recommends "$@"; }
sudo() { "$@"; }

# Does what README.md says in its lines that hold a word.
readme() {
    local lines
    lines=$(grep -F -- "$1" /given/readme) || fail "README.md has no line with: $1"
    say "${lines//  / }"
    eval "$lines"
}

# What of a desktop takes note of a new program.
desktop="desktop-file-utils shared-mime-info libglib2.0-bin man-db"

# The program, as the user would start it; PATH as pipx makes it.
program() {
    case $kind in
        deb) echo /usr/bin/mission-gui ;;
        frozen) echo "$place/mission-gui/mission-gui" ;;
        wheel) echo /usr/local/bin/mission-gui ;;
    esac
}

# As a user who is not root, in a home with a space and Cyrillic letters.
as_user() { setpriv --reuid="$user" --regid="$user" --clear-groups env HOME="$home" "$@"; }

# Whether each library in a folder finds what it links to, as the program would.
whole() {
    local lacking
    lacking=$(find "$1" -type f \( -name '*.so' -o -name '*.so.*' \) -print0 |
        LD_LIBRARY_PATH="$1/_internal" xargs -0 ldd 2>/dev/null | sed -n 's/^\t\(.*\) => not found$/\1/p' | sort -u)
    [ -z "$lacking" ] || fail "not to be had for the libraries in $1: $lacking"
}

# Whether the desktop knows what was installed for it.
noticed() {
    local shared=/usr/share icon handled
    desktop-file-validate $shared/applications/mission-gui.desktop
    man --where mission-gui >/dev/null || fail "there is no man page"
    for size in 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512; do
        icon=$shared/icons/hicolor/$size/apps/mission-gui.png
        [ -s "$icon" ] || fail "$icon is missing"
    done
    [ -s $shared/icons/hicolor/scalable/apps/mission-gui.svg ] || fail "the scalable icon is missing"
    for file in metainfo/org.missiongui.MissionGUI.metainfo.xml bash-completion/completions/mission-gui \
        zsh/vendor-completions/_mission-gui fish/vendor_completions.d/mission-gui.fish; do
        [ -s "$shared/$file" ] || fail "$shared/$file is missing"
    done
    handled=$(gio mime x-scheme-handler/mission-gui)
    [[ $handled = *mission-gui.desktop* ]] || fail "links are not given to it: $handled"
    handled=$(gio info --attributes=standard::content-type "$home/Мои полёты/мой полёт.mission.toml")
    [[ $handled = *application/vnd.mission-gui.mission+toml* ]] || fail "its files are not known: $handled"
}

# What the user has before, and must have after.
sums() { (cd "$home" && find . -name '*.toml' -o -name settings.json | LC_ALL=C sort | xargs -d '\n' sha256sum); }
unchanged() { sums | diff /root/sums - || fail "a file of the user has changed"; }

if [ "$step" = install ]; then
    apt-get update
    useradd --create-home --home-dir "$home" "$user"
    as_user mkdir -p "$home/.config/mission-gui" "$home/Мои полёты"
    as_user sh -c 'echo "{\"toured\": true}" >"$HOME/.config/mission-gui/settings.json"'
    cp /given/mission.toml "$home/Мои полёты/мой полёт.mission.toml"
    chown "$user" "$home/Мои полёты/мой полёт.mission.toml"
    sums >/root/sums
    cd /given
    case $kind in
        deb)
            # First the version before, so that the upgrade is tried too.
            # shellcheck disable=SC2086
            apt-get install dpkg $desktop
            dpkg-deb --raw-extract mission-gui_*.deb older
            sed -i 's/^Version: .*/Version: 0.0.1/' older/DEBIAN/control
            dpkg-deb -Zgzip -z1 --root-owner-group --build older older.deb >/dev/null
            apt-get install ./older.deb
            rm -r older older.deb
            readme "apt-get install"
            [ "$(dpkg-query --show --showformat='${Version}' mission-gui)" != 0.0.1 ] || fail "it was not upgraded"
            ;;
        frozen)
            readme "apt-get install"
            mkdir -p "$place"
            mv mission-gui "$place"
            ;;
        wheel)
            readme "apt-get install libgl1"
            readme "apt-get install pipx"
            readme "pipx install ./"
            ;;
    esac
    unchanged
    exit
fi

if [ "$step" = use ]; then
    program=$(program)
    as_user "$program" --version
    as_user "$program" doctor || fail "doctor found something"
    as_user "$program" check "$home/Мои полёты/мой полёт.mission.toml"
    as_user "$program" list | grep -q soyuz-ms-19 || fail "list does not name soyuz-ms-19"
    as_user "$program" disperse soyuz-ms-19 --samples 20 >/dev/null
    chmod 777 /given
    as_user "$program" shot soyuz-ms-19 --at undocking --size 1280x720 -o /given/shot.png >/dev/null
    as_user "$program" shot soyuz-ms-19 --at undocking --panel map -o /given/map.pdf >/dev/null
    as_user "$program" shot soyuz-ms-19 --at undocking --panel map -o /given/map.svg >/dev/null
    as_user "$program" brief soyuz-ms-19 --slides title,crew -o /given/brief.html >/dev/null
    if [ "$kind" != wheel ]; then
        as_user "$program" brief soyuz-ms-19 -o /given/brief.pptx >/dev/null || fail "no slides were made"
        told=$(as_user "$program" film soyuz-ms-19 -o /given/film.mp4 2>&1 || true)
        [[ $told = *"install the wheel with [film]"* ]] || fail "film does not say what it lacks: $told"
    fi
    case $kind in
        deb) noticed && whole /usr/lib/mission-gui ;;
        frozen)
            cd "$place"
            as_user "$(grep -x './mission-gui/mission-gui' /given/readme)" --version >/dev/null
            whole "$place/mission-gui"
            ;;
    esac

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
    unchanged
    exit
fi

case $kind in
    deb)
        readme "apt-get remove"
        [ ! -e /usr/bin/mission-gui ] || fail "the program is still there"
        handled=$(gio mime x-scheme-handler/mission-gui)
        [[ $handled != *mission-gui.desktop* ]] || fail "links are still given to it: $handled"
        quietly dpkg --purge mission-gui
        left=$(find /usr /etc /var/lib -xdev -iname '*mission-gui*' -not -path '*/dpkg/*')
        [ -z "$left" ] || fail "left behind: $left"
        ;;
    frozen) rm -r "$place" ;;
    wheel)
        # With the extras, over the one without; to install it again takes it away before.
        readme "pipx uninstall"
        [ ! -e "$(program)" ] || fail "the program is still there"
        cd /given
        readme "pipx install \"mission-gui["
        as_user "$(program)" doctor | tee /given/log | grep "extras:" || fail "doctor does not tell the extras"
        ! grep -F "no [" /given/log || fail "an extra is not there"
        as_user "$(program)" brief soyuz-ms-19 -o /given/brief.pdf >/dev/null || fail "no slides were made"
        readme "pipx uninstall"
        ;;
esac
unchanged
