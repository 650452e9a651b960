#!/usr/bin/env bash
# Makes packages for Linux from a release build, in target/package:
#   packaging/linux.sh deb    for Debian and what comes from it
#   packaging/linux.sh tar    to be unpacked anywhere, or over ~/.local
# Both are the same for the same commit: their times are the commit's.
set -euo pipefail
cd "$(dirname "$0")/.."
out=target/package
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
mkdir -p "$out"
cargo build --release --locked

deb() {
  command -v cargo-deb >/dev/null || cargo install cargo-deb --locked --quiet
  cat >"$out/changelog" <<END
readout ($version-1) unstable; urgency=medium

  * What is new stands in changelog.gz, beside this file.

 -- The Readout developers <developers@readout.example>  $(LC_ALL=C date -Ru -d "@$SOURCE_DATE_EPOCH")
END
  cargo deb --locked --no-build --output "$out/"
}

tar_gz() {
  local name=readout-$version-$(uname -m)-linux
  local root=$out/$name
  rm -rf "$root"
  install -Dm755 target/release/readout -t "$root/bin"
  strip "$root/bin/readout"
  cd packaging/linux
  local share=../../$root/share
  install -Dm644 readout.desktop -t "$share/applications"
  install -Dm644 readout.metainfo.xml "$share/metainfo/example.readout.Readout.metainfo.xml"
  install -Dm644 readout-mime.xml "$share/mime/packages/readout.xml"
  install -Dm644 ./*.1 -t "$share/man/man1"
  install -Dm644 readout.bash "$share/bash-completion/completions/readout"
  install -Dm644 _readout -t "$share/zsh/site-functions"
  install -Dm644 readout.fish -t "$share/fish/vendor_completions.d"
  cd ../../assets/icon
  install -Dm644 readout.svg -t "$share/icons/hicolor/scalable/apps"
  for file in readout-*.png; do
    local size=${file//[!0-9]/}
    install -Dm644 "$file" "$share/icons/hicolor/${size}x$size/apps/readout.png"
  done
  cd ../..
  install -Dm644 README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE assets/licences.txt \
    -t "$root/share/doc/readout"
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner \
    -C "$out" -c "$name" | gzip -9n >"$out/$name.tar.gz"
  rm -rf "$root"
  echo "$out/$name.tar.gz"
}

for kind in "${@:-deb}"; do
  case $kind in
    deb) deb ;;
    tar) tar_gz ;;
    *) echo "linux.sh: deb or tar, not $kind" >&2; exit 2 ;;
  esac
done
