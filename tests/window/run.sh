#!/usr/bin/env bash
# Opens the real program in a window of a virtual screen, and looks at it through
# the accessibility tree, as a screen reader does. Takes the program's path.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(readlink -f "${1:-target/debug/readout}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_RUNTIME_DIR="$home"
chmod 700 "$home"
unset WAYLAND_DISPLAY
xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24" \
  dbus-run-session -- /usr/bin/python3 tests/window/check.py "$program" 2>"$home/daemons.log" ||
  { tail -n 20 "$home/daemons.log" >&2; exit 1; }
