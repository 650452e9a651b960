#!/usr/bin/env bash
# Makes the packages with the README's commands, has the system's own validators look at
# them, installs the .deb, opens datasets from a desktop, and removes it again. Needs root
# and a Debian that has what `.ci/run` lists. Prints `N passed, N failed`.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -e /usr/bin/readout ]; then
  echo "Readout is installed on this machine: its package would be replaced, and removed at the end." >&2
  echo "Remove it first: apt-get remove readout" >&2
  exit 2
fi
passed=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"; DEBIAN_FRONTEND=noninteractive apt-get purge -y -qq readout >/dev/null 2>&1 || true' EXIT

# Within a condition nothing ends by itself: functions that are checked join their steps.
check() { # what, command…
  if "${@:2}" >"$work/out" 2>&1; then
    passed=$((passed + 1)); echo "ok      $1"
  else
    failed=$((failed + 1)); echo "FAILED  $1"; tail -n 30 "$work/out"
  fi
}
says() { # text, command…: it prints the text
  "${@:2}" >"$work/said" 2>&1 || { cat "$work/said"; return 1; }
  grep -qF -- "$1" "$work/said" || { echo "not said: $1"; cat "$work/said"; return 1; }
}

packaging/linux.sh deb
packaging/linux.sh tar
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
commit=$(git rev-parse --short=12 HEAD)
deb=target/package/readout_$version-1_$(dpkg --print-architecture).deb
tar=target/package/readout-$version-$(uname -m)-linux.tar.gz

check "the .desktop file is valid" desktop-file-validate packaging/linux/readout.desktop
check "the AppStream metadata is valid" \
  appstreamcli validate --no-net packaging/linux/readout.metainfo.xml
check "lintian finds no errors" lintian --fail-on error --allow-root "$deb"

portable() {
  local root=$work/$(basename "$tar" .tar.gz)
  tar -xzf "$tar" -C "$work" &&
  says "readout $version ($commit)" "$root/bin/readout" --version &&
  desktop-file-validate "$root/share/applications/readout.desktop" &&
  test -f "$root/share/man/man1/readout.1" -a -f "$root/share/doc/readout/licences.txt"
}
check "the .tar.gz runs where it is unpacked" portable

check "apt installs the .deb" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y --no-install-recommends "./$deb"
check "it tells its version and commit" says "readout $version ($commit)" readout --version
check "the man pages are found" man -w readout readout-check
check "readout check works" says "" readout check tests/data/good/picture.json

on_a_bare_debian() {
  xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24 -noreset -ac" tests/package/bare.sh "$deb"
}
check "it installs and starts on a bare Debian 12" on_a_bare_debian

export HOME=$work/home XDG_RUNTIME_DIR=$work/run LC_ALL=C LANGUAGE=
export PYTHONPATH=tests/desktop PYTHONDONTWRITEBYTECODE=1
unset WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_DATA_HOME
mkdir -p "$HOME/.config" "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
cp tests/data/good/minimal.json "$work/x.readout.json"
cp tests/data/good/minimal.json "$work/x.json"
type=application/x-readout+json
check "a dataset is of its own type" says "$type" xdg-mime query filetype "$work/x.readout.json"
check "other JSON is not" says application/json xdg-mime query filetype "$work/x.json"
check "a dataset opens in Readout" says readout.desktop xdg-mime query default $type
check "gio says so too" says "Default application for “$type”: readout.desktop" \
  env LC_ALL=C.UTF-8 gio mime $type

not_taken_over() {
  # As desktops have it: a text editor is the default for texts of every kind.
  mkdir -p "$HOME/.local/share/applications"
  printf '[Desktop Entry]\nType=Application\nName=Editor\nExec=true %%f\nMimeType=text/plain;\n' \
    >"$HOME/.local/share/applications/editor.desktop"
  printf '[Default Applications]\ntext/plain=editor.desktop\n' >"$HOME/.config/mimeapps.list"
  says "Default application for “application/json”: editor.desktop" env LC_ALL=C.UTF-8 gio mime application/json
}
check "other JSON stays with the editor" not_taken_over
rm -f "$HOME/.config/mimeapps.list"

if xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24 -noreset" \
  dbus-run-session -- /usr/bin/python3 tests/package/session.py 2>"$work/daemons.log" | tee "$work/session"
then :; else tail -n 20 "$work/daemons.log"; fi
passed=$((passed + $(grep -c '^ok' "$work/session" || true)))
failed=$((failed + $(grep -c '^FAILED' "$work/session" || true)))
grep -q '^ok' "$work/session" || { failed=$((failed + 1)); echo "FAILED  the session"; }

check "apt removes it" env DEBIAN_FRONTEND=noninteractive apt-get purge -y readout
check "and nothing stays" test ! -e /usr/bin/readout -a ! -e /usr/share/doc/readout
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
