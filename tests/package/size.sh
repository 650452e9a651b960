#!/usr/bin/env bash
# The size of the program: at most 1.25 times that of an empty eframe window, made by
# cargo's own release profile, with what Readout bundles added. The empty window is
# built where tests/package/empty/sizes does not have it for the versions in use.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --release --locked

stripped() { strip -o "$1.stripped" "$1" && stat -c %s "$1.stripped" && rm "$1.stripped"; }
ours=$(stripped target/release/readout)

eframe=$(sed -n '/^name = "eframe"/{n;s/^version = "\(.*\)"/\1/p}' Cargo.lock)
versions="eframe $eframe, rustc $(rustc -V | cut -d ' ' -f 2), $(rustc -vV | sed -n 's/^host: //p')"
sizes=tests/package/empty/sizes
empty=$(sed -n "s/^$versions: //p" "$sizes")
if [ -z "$empty" ]; then
  # The same versions of what both use.
  cp Cargo.lock tests/package/empty/Cargo.lock
  trap 'rm -f tests/package/empty/Cargo.lock' EXIT
  CARGO_TARGET_DIR=target/empty cargo build --release --quiet --manifest-path tests/package/empty/Cargo.toml
  empty=$(stripped target/empty/release/empty)
  echo "to be noted in $sizes — $versions: $empty"
fi

# What `include_bytes!` and `include_str!` take in.
bundled=$(git ls-files assets | grep -E '\.(ttf|otf|cbor|ftl|readout\.json)$|licences\.txt$|readout-256\.png$' |
  xargs stat -c %s | awk '{ sum += $1 } END { print sum }')
awk -v ours="$ours" -v empty="$empty" -v bundled="$bundled" 'BEGIN {
  ratio = ours / (empty + bundled)
  printf "Readout %.1f MiB; an empty window %.1f MiB and what is bundled %.1f MiB; ratio %.2f\n",
    ours / 1048576, empty / 1048576, bundled / 1048576, ratio
  exit ratio > 1.25
}'
