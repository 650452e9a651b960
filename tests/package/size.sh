#!/usr/bin/env bash
# The size of the program, beside an empty eframe window made in the same way with what
# Readout bundles added. It should be at most 1.25 times that, and is not yet.
set -euo pipefail
cd "$(dirname "$0")/../.."
cargo build --release --locked
# The same versions of what both use.
cp Cargo.lock tests/package/empty/Cargo.lock
trap 'rm -f tests/package/empty/Cargo.lock' EXIT
CARGO_TARGET_DIR=target cargo build --release --quiet --manifest-path tests/package/empty/Cargo.toml

stripped() { strip -o "$1.stripped" "$1" && stat -c %s "$1.stripped" && rm "$1.stripped"; }
ours=$(stripped target/release/readout)
empty=$(stripped target/release/empty)
# What `include_bytes!` and `include_str!` take in.
bundled=$(git ls-files assets | grep -E '\.(ttf|otf|cbor|ftl|readout\.json)$|licences\.txt$|readout-256\.png$' |
  xargs stat -c %s | awk '{ sum += $1 } END { print sum }')
awk -v ours="$ours" -v empty="$empty" -v bundled="$bundled" 'BEGIN {
  ratio = ours / (empty + bundled)
  printf "Readout %.1f MiB; an empty window %.1f MiB and what is bundled %.1f MiB; ratio %.2f\n",
    ours / 1048576, empty / 1048576, bundled / 1048576, ratio
}'
