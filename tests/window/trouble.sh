#!/usr/bin/env bash
# Starts the real program where something is wrong: no screen, no graphics, folders
# that can not be written, a defect, a second start. Takes the program's path.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(readlink -f "${1:-target/debug/readout}")
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
chmod 700 "$home"
unset WAYLAND_DISPLAY XDG_CONFIG_HOME XDG_STATE_HOME XDG_DATA_HOME
export HOME="$home" XDG_RUNTIME_DIR="$home" LC_ALL=C.UTF-8 LANGUAGE=
export PYTHONPATH=tests/desktop PYTHONDONTWRITEBYTECODE=1
# Without `-noreset`, the screen is away for a moment when the last program has left it.
xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24 -noreset" \
  /usr/bin/python3 tests/window/trouble.py "$program"
