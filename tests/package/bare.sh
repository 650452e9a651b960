#!/usr/bin/env bash
# Installs a .deb on a bare Debian 12, made in a folder, with nothing but what the package
# asks for itself, and starts the program there. Needs root and a display.
set -euo pipefail
# What is mounted goes with the script.
[ -n "${IS_APART-}" ] || exec env IS_APART=1 unshare --mount "$0" "$@"
deb=$(readlink -f "$1")
root=$(mktemp -d)
program=
finish() {
  [ -z "$program" ] || { kill "$program" && wait "$program"; } 2>/dev/null || true
  umount --lazy "$root/proc" "$root/dev" 2>/dev/null || true
  rm -rf --one-file-system "$root"
}
trap finish EXIT

sources=(/etc/apt/sources.list /etc/apt/sources.list.d/debian.sources)
for source in "${sources[@]}"; do [ -s "$source" ] && break; done
mmdebstrap --quiet --variant=minbase --mode=root bookworm "$root" "$source"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
cp "$deb" "$root/readout.deb"
chroot "$root" apt-get update -qq
DEBIAN_FRONTEND=noninteractive chroot "$root" \
  apt-get install -y -qq --no-install-recommends /readout.deb >/dev/null
chroot "$root" env -i DISPLAY="$DISPLAY" XAUTHORITY= HOME=/root PATH=/usr/bin:/bin readout &
program=$!
for _ in $(seq 60); do
  if xdotool search --onlyvisible --name Readout >/dev/null 2>&1; then exit 0; fi
  sleep 1
done
echo "no window in a minute"
exit 1
