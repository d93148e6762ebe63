#!/bin/sh
# Sets up .venv from nothing but Python 3.11 or later: pinned packages, checked by hash, and what Qt needs of the system.
# What it cannot install itself it names. Runs again only what has changed.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
stamp=$venv/.crossread-lock
# What Qt loads on X11 and offscreen, as Debian calls it, and a font: without one every letter is a box.
qt_packages="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 \
libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 fonts-dejavu-core"
# The test that works on a real X server needs one that nobody sees, and something that presses keys on it.
screen_packages="xvfb xauth xdotool"

say() { printf '%s\n' "$*" >&2; }
stop() { say "crossread: $*"; exit 1; }

# Whether apt may be used, and how: as root, or with a sudo that asks nothing.
as_root=
can_apt() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then return 0; fi
    command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1 || return 1
    as_root="sudo -n"
}
apt_install() {
    say "Installing from the system's packages: $*"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 || say "(apt-get update failed; trying with the lists at hand)"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
}

find_python() {
    for candidate in "${PYTHON:-}" python3.11 python3.12 python3.13 python3.14 python3; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

make_venv() {
    # A virtual environment that was moved with its folder is broken: its commands name their old place.
    if [ -x $venv/bin/python ] && [ "$(cat $venv/.crossread-place 2>/dev/null)" = "$(pwd)" ] &&
        $venv/bin/python -c 'import pip' 2>/dev/null; then return 0; fi
    python=$(find_python) || stop "needs Python 3.11, 3.12, 3.13 or 3.14 and found none; install one, or name it: make PYTHON=/path/to/python3"
    rm -rf $venv
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        can_apt || stop "$python cannot make virtual environments; install the package python3-venv (Debian, Ubuntu: apt-get install python$version-venv)"
        apt_install "python$version-venv" || apt_install python3-venv || stop "could not install python3-venv; see above"
    fi
    say "Making $venv with $python"
    "$python" -m venv $venv || stop "could not make $venv; see above"
    pwd >$venv/.crossread-place
}

install_packages() {
    wanted=$(cat requirements.lock build_spec/pip.lock pyproject.toml desktop/__init__.py build_spec/bootstrap.sh | cksum)
    wanted="$wanted $($venv/bin/python -V)"
    if [ -f $stamp ] && [ "$(cat $stamp)" = "$wanted" ]; then return 0; fi
    rm -f $stamp
    pip="$venv/bin/python -m pip --disable-pip-version-check"
    say "Installing the pinned packages (some 150 MB the first time)"
    # Older pips read some requirements wrongly, so it comes first.
    $pip install -q --require-hashes -r build_spec/pip.lock
    $pip install -q --require-hashes --only-binary :all: --compile -r requirements.lock
    $pip install -q --no-deps --no-build-isolation --editable .
    $venv/bin/python -m compileall -q desktop
    printf '%s' "$wanted" >$stamp
}

# Asks Qt itself, so that any system will do: says what is missing, or nothing. Without a display only the offscreen
# platform has to start.
if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then drawing=display; else drawing=offscreen; fi
missing_for_qt() {
    QT_QPA_PLATFORM=offscreen $venv/bin/python build_spec/check_qt.py --$drawing 2>&1
}

check_system() {
    ready=$venv/.crossread-$drawing
    [ ! -f $ready ] || return 0
    if missing=$(missing_for_qt); then : >$ready; return 0; fi
    if can_apt; then
        # shellcheck disable=SC2086  # a list of names
        apt_install $qt_packages || say "(apt-get could not install all of them)"
        if missing=$(missing_for_qt); then : >$ready; return 0; fi
    fi
    say "Qt lacks parts of this system:"
    say "$missing"
    say "Install them; on Debian or Ubuntu:"
    say "    apt-get install $qt_packages"
    exit 1
}

# Asked for by make test. Without it that one test is skipped and says so, hence no end where it cannot be had; tried
# once, because asking the network again at every run would cost more than the test.
offer_screen() {
    tried=$venv/.crossread-screen
    [ "$(uname)" = Linux ] && [ ! -f $tried ] || return 0
    : >$tried
    if command -v Xvfb >/dev/null 2>&1 && command -v xdotool >/dev/null 2>&1 &&
        QT_QPA_PLATFORM=offscreen $venv/bin/python build_spec/check_qt.py --display >/dev/null 2>&1; then return 0; fi
    if can_apt; then
        # shellcheck disable=SC2086  # lists of names
        apt_install $screen_packages $qt_packages && return 0
    fi
    say "(The test on a real X server will be skipped; on Debian or Ubuntu it needs: apt-get install $screen_packages)"
}

make_venv
install_packages
check_system
if [ -n "${CROSSREAD_TESTS:-}" ]; then offer_screen; fi
