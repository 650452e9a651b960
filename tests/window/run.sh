#!/usr/bin/env bash
# Opens the real program in a window of a virtual screen, and looks at it through
# the accessibility tree, as a screen reader does. Takes the program's path.
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(readlink -f "${1:-target/debug/readout}")
walks=(
  "check.py"    # with keys and pointer
  "walk.py en"  # the main job without a pointer
  "walk.py zh"  # the same in Chinese
)
failed=0
for walk in "${walks[@]}"; do
  read -r script language <<<"$walk"
  home=$(mktemp -d)
  chmod 700 "$home"
  echo "— $walk"
  # The dialog is zenity's, whose name is known, also where a portal is installed.
  mkdir -p "$home/data/dbus-1/services"
  printf '[D-BUS Service]\nName=org.freedesktop.portal.Desktop\nExec=/bin/false\n' \
    >"$home/data/dbus-1/services/org.freedesktop.portal.Desktop.service"
  # Each begins as at a first start, without settings.
  env -u WAYLAND_DISPLAY HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" \
    XDG_STATE_HOME="$home/state" XDG_RUNTIME_DIR="$home" \
    LC_ALL=C.UTF-8 LANGUAGE= PYTHONPATH=tests/desktop PYTHONDONTWRITEBYTECODE=1 \
    xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24 -noreset" \
    dbus-run-session -- /usr/bin/python3 "tests/window/$script" "$program" ${language:+"$language"} \
    2>"$home/daemons.log" || { tail -n 20 "$home/daemons.log" >&2; failed=1; }
  rm -rf "$home"
done
exit "$failed"
