#!/usr/bin/env bash
# Fuzzes the reader for a bounded time: whatever the bytes, nothing panics, hangs or
# eats memory. Takes the seconds; 60 without.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
. tests/tools.sh
cargo_tool fuzz 0.13.2
mkdir -p fuzz/corpus/load
# Without sanitizers, since the crate has no unsafe code of its own: so it runs on
# stable Rust.
cargo fuzz run -s none load fuzz/corpus/load tests/data/good tests/data/bad -- \
  -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048
